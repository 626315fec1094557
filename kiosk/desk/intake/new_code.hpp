// A query code that was lost, or that nobody ever saw: another one, against proof of identity.
#pragma once

#include <optional>
#include <string>

#include "base/random.hpp"
#include "desk/entries/privacy.hpp"

namespace mingting {

struct CodeRenewed {
  EntryHead entry;
  std::string code;          ///< told this once and kept nowhere
  std::optional<Path> file;  ///< the receipt with the code, where papers are wanted and it has one
  std::optional<Remark>
      trouble;  ///< why there is no file although there should be; the code is good all the same
};

/// The code before is void in the register at once, in the hall with the next status feed. `proof`: how the
/// clerk made sure whose it is, kept with the entry (条例 Art. 29, 41: a request and its progress are the
/// applicant's). Refused without one, and for what was erased.
Result<CodeRenewed> renew_code(const DeskWork& work, RandomSource& random, std::string_view id,
                               const std::string& proof);

}  // namespace mingting
