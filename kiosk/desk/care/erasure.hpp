// The end of retention: which entries lose who and what.
#pragma once

#include <optional>
#include <string>

#include "desk/desk_work.hpp"

namespace mingting {

struct Erased {
  bool done = false;  ///< false: they were only counted
  Date until{};       ///< finished on or before it
  std::uint64_t entries = 0;
  std::string basis{};  ///< as the register keeps it
};
/// Entries finished on or before the day lose who and what. Without a day: by Office::retention_years. Without `agreed` it
/// only counts them. `wording`: the basis, as it is kept.
Result<Erased> erase_entries(const DeskWork& work, std::optional<Date> before, bool agreed, const Wording& wording);

}  // namespace mingting
