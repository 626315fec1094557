// CSV as people save it: quotes, line feeds inside quotes, blank lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/files/report.hpp"

namespace mingting {

struct CsvRow {
  int line = 0;                    ///< on which it begins
  std::vector<std::string> cells;  ///< tidied
};

/// Rows that are not blank. A quote that never ends is an error with the line of its beginning; the rows
/// before it are given.
std::vector<CsvRow> parse_csv(std::string_view text, FileReport& report);

}  // namespace mingting
