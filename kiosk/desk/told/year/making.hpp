// The making of a year's report told: what is wrong with it, where its files are, whether it was kept.
#pragma once

#include <string>

#include "desk/told/table_text.hpp"
#include "desk/year/making.hpp"

namespace mingting {

/// Whether neither the report nor a unit's tables have a problem.
bool is_whole(const ReportMade& made);
std::string as_text(const ReportMade& made);
/// {ok, year, draft, kept, problems, notes, files, report, units}
OrderedJson as_json(const ReportMade& made);

/// {year, disclosure {...}, applications [{row, name, person ... total}], disputes {...}, prose}; blanks are null, money is
/// in fen.
OrderedJson as_json(const AnnualReport& report);

}  // namespace mingting
