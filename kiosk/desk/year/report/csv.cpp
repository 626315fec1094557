// The report's tables as CSV, as the form prints them.
#include <fmt/format.h>

#include "base/text/csv.hpp"
#include "desk/year/report/layout.hpp"

namespace mingting {

std::vector<ReportFile> report_csv(const AnnualReport& report) {
  const auto sheets = report_sheets(report);
  std::vector<ReportFile> files;
  for (const auto* name : {"disclosure", "applications", "disputes"}) {
    CsvRows rows{{sheets[files.size()].title}};
    for (auto& row : flat(sheets[files.size()])) rows.push_back(std::move(row));
    files.push_back({fmt::format("report-{}-{}.csv", int{report.year}, name), csv_text(rows)});
  }
  return files;
}

}  // namespace mingting
