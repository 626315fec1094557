// Everything about one entry, told.
#pragma once

#include "desk/cases/sheet.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

std::string as_text(const EntrySheet& sheet);
OrderedJson as_json(const EntrySheet& sheet);

}  // namespace mingting
