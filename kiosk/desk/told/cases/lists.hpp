// Lists of entries, told.
#pragma once

#include "desk/cases/lists.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

std::string as_text(const EntryList& list);
OrderedJson as_json(const EntryList& list);

std::string as_text(const DueList& list);
OrderedJson as_json(const DueList& list);

}  // namespace mingting
