// calendar/holidays.csv: days off and worked weekends, as the State Council's notices name them.
#pragma once

#include "publish/files/csv.hpp"

namespace mingting {

/// Dates, kinds, order, worked days that are no weekend, years that look cut off.
void check_holidays(const std::string& csv, FileReport& report);

}  // namespace mingting
