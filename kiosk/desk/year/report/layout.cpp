// Sheets with their blanks said, and the words around them.
#include "desk/year/report/layout.hpp"

#include "base/said/words.hpp"

namespace mingting {

std::string report_title(const std::string& agency, std::chrono::year year) {
  return words("report-paper.title", agency, int{year});
}

std::string draft_words(const ReportCover& cover) {
  return cover.problems == 0 ? "" : words("report-paper.draft", cover.problems);
}

std::vector<ReportSheet> report_sheets(const AnnualReport& report) {
  std::vector<ReportSheet> sheets{disclosure_sheet(report.disclosure), application_sheet(report.applications),
                                  dispute_sheet(report.disputes)};
  for (auto& sheet : sheets) {
    for (auto& row : sheet.rows) {
      for (auto& cell : row) {
        if (cell.text.empty()) cell.text = kNotFilled;
      }
    }
  }
  return sheets;
}

bool is_figure(const SheetCell& cell) {
  return cell.text == kNotFilled || cell.text.find_first_not_of("0123456789.-") == std::string::npos;
}

bool is_corner(const SheetCell& cell) { return cell.rows > 1 && cell.columns > 1 && cell.text.starts_with("（"); }

}  // namespace mingting
