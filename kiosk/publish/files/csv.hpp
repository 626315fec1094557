// The rows of a CSV file of the content folder.
#pragma once

#include <string_view>
#include <vector>

#include "base/text/csv.hpp"
#include "publish/files/report.hpp"

namespace mingting {

/// Rows that are not blank, their cells tidied. Quotes out of place are errors; a row whose quote never ends is left out.
std::vector<CsvRow> tidy_rows(std::string_view text, FileReport& report);

}  // namespace mingting
