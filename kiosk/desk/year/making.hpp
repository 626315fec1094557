// Makes the year's report: judges it, writes it as papers and tables, and keeps the one that goes out.
#pragma once

#include <optional>
#include <vector>

#include "desk/desk_work.hpp"
#include "desk/year/units.hpp"
#include "domain/year/report.hpp"

namespace mingting {

/// report YEAR --out DIR [--final] [--units FOLDER]
struct ReportOptions {
  int year = 0;
  Path out;           ///< made when absent
  bool keep = false;  ///< --final: kept in the register, to compare next year's with; only one without problems is
  Path units{};       ///< folder of the units' own tables (units.hpp): judged, added up, compared with the whole's
};

struct ReportMade {
  AnnualReport report;
  std::vector<Remark> problems;  ///< not empty: it is a draft
  std::vector<Remark> notes;     ///< what else the office should know
  std::optional<UnitsReport> units;
  std::vector<Path> files;
  bool wanted = false;           ///< it was to be kept
  bool kept = false;
};

/// Writes report-YEAR.pdf and .html and the three tables as CSV; with problems they are marked as a draft.
Result<ReportMade> make_report(const DeskWork& work, const ReportOptions& options);

}  // namespace mingting
