// An entry the office took in, told to the clerk who writes its number and code down for the applicant.
#pragma once

#include "desk/intake/add.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

std::string as_text(const EntryAdded& added);
OrderedJson as_json(const EntryAdded& added);
inline bool is_whole(const EntryAdded& added) { return !added.trouble; }

}  // namespace mingting
