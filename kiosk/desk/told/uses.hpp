// The kiosks' counts told: what is opened, what is looked for and not found.
#pragma once

#include "desk/hall/uses.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

std::string as_text(const UsesSummed& summed);
OrderedJson as_json(const UsesSummed& summed);
/// For a spreadsheet.
CsvRows uses_table(const UsesSummed& summed);

}  // namespace mingting
