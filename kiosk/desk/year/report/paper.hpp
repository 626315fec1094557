// The report as it goes out: a page, a printed paper, tables for a spreadsheet. A paper talks with its reader, so its words are
// looked up here (base/said/words.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/year/report.hpp"
#include "paper/face/paper_faces.hpp"

namespace mingting {

/// Stands where a figure is blank.
inline constexpr std::string_view kNotFilled = "未填";

/// What stands around the six parts.
struct ReportCover {
  std::string agency;
  Date made{};
  std::size_t problems = 0;  ///< not 0: marked as a draft
};

/// One page without script, style sheet included; also well-formed XML. Figures that are blank say 未填.
std::string report_html(const AnnualReport& report, const ReportCover& cover);
/// A4 pages, the same bytes for the same report.
Result<std::string> report_pdf(const PaperFaces& faces, const AnnualReport& report, const ReportCover& cover);

struct ReportFile {
  std::string name, bytes;
};
/// Parts 2, 3 and 4: report-2026-disclosure.csv, report-2026-applications.csv, report-2026-disputes.csv.
std::vector<ReportFile> report_csv(const AnnualReport& report);

}  // namespace mingting
