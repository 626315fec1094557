// The papers a register keeps, and what a step recorded with its papers comes to.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/case/clock.hpp"
#include "domain/form/submission.hpp"

namespace mingting {

/// A paper that went out. `content`: all it says, so that it can be made again exactly as it was. Never deleted, so numbers
/// have no gaps; one whose step was taken back is void.
struct IssuedDocument {
  std::int64_t id = 0;    ///< serial number in this register
  std::int64_t entry = 0;
  int step = 0;           ///< number of the step it belongs to; 0 for none
  std::string kind;       ///< key of DocumentKind
  std::string number;     ///< 南公开复〔2026〕3号; "" for one without
  Date on{};
  std::string content;    ///< JSON; "" after erasure
  bool is_void = false;
  bool operator==(const IssuedDocument&) const = default;
};

/// Makes the text of a paper out of the number it got and the case as it stands with the step that the paper goes with (empty
/// for what is no application). Everything it needs is given: it does not come back to the register, whose change it is part
/// of. When it fails nothing is recorded and no number used up. A function and no value: the number that stands in the text, and
/// the case another clerk may have moved on, are known only within the change.
using ComposePaper = std::function<Result<std::string>(const std::string& number, const Case& one)>;

/// A paper to be issued: with a step, or by itself.
struct DocumentDraft {
  std::string kind;
  std::string prefix;     ///< of its number: 南公开复; "" for one without a number
  Date on{};
  ComposePaper content;
  std::vector<DocumentDraft> also{};  ///< issued with it, each numbered by itself; all of them or none
};

/// A step to be recorded, with what goes along with it.
struct StepDraft {
  Step step;
  std::optional<DocumentDraft> paper{};
  /// What the applicant put right with it; kept beside what came in, and what entries tell from then on.
  std::optional<Submission> corrected{};
};

struct Recorded {
  Case after;
  int step = 0;           ///< the number of the step that was recorded
  std::optional<IssuedDocument> document;
  std::vector<IssuedDocument> also{};  ///< in the order of DocumentDraft::also
};

}  // namespace mingting
