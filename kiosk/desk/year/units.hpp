// The units' own annual tables beside the office's: read from the CSV files that `report` writes, judged one by one, added up,
// and compared with the table of the whole district where there is one. 国办公开办函〔2021〕30号; FACTS: parent = own + subordinate units.
#pragma once

#include <string>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "domain/year/report.hpp"

namespace mingting {

struct UnitsReport {
  std::vector<std::string> units;     ///< names of the folders, in order
  AnnualReport sum;                   ///< the office's own and every unit's; a figure that one has left blank stays blank
  bool has_whole = false;             ///< whether there was a table of the whole
  std::vector<Remark> problems;       ///< of each unit, then of the whole against the sum
};

/// The folder among the units' that holds the table of the whole, to be compared.
inline constexpr std::string_view kWholeFolder = "全区";

/// FOLDER/UNIT/report-YEAR-disclosure.csv, -applications.csv and -disputes.csv for every unit. Errors: no folder, no unit in it,
/// or Trouble::Invalid: a file that is missing or no such table, all of them named at once.
Result<UnitsReport> read_units(FileSystem& files, const Path& folder, const AnnualReport& own);

}  // namespace mingting
