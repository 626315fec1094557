// Read by base/text/csv; here its faults become findings.
#include "publish/files/csv.hpp"

#include <algorithm>

#include "publish/files/source.hpp"

namespace mingting {

std::vector<CsvRow> tidy_rows(std::string_view text, FileReport& report) {
  auto table = read_csv(text);
  if (!table) return report.error(0, table.error()), std::vector<CsvRow>();
  for (const auto& fault : table->faults) report.error(fault.line, fault.what);
  for (auto& row : table->rows) {
    for (auto& cell : row.cells) cell = tidy(cell);
  }
  std::erase_if(table->rows, [](const CsvRow& row) {
    return !row.ended || std::ranges::all_of(row.cells, [](const auto& cell) { return cell.empty(); });
  });
  return std::move(table->rows);
}

}  // namespace mingting
