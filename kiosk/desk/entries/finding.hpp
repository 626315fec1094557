// An entry found by what the clerk typed: its id or receipt number.
#pragma once

#include "desk/desk_work.hpp"

namespace mingting {

struct FoundCase {
  Entry entry;
  Case one;  ///< empty for what is no application
};
/// Trouble::NotFound.
Result<Entry> find_entry(const DeskWork& work, std::string_view id);
/// As above, with its steps.
Result<FoundCase> find_case(const DeskWork& work, std::string_view id);

}  // namespace mingting
