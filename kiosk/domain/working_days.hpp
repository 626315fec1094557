// The working-day calendar: weekends, the State Council's days off and worked weekends (content/calendar/holidays.csv).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace mingting {

struct CalendarDay {
  bool working = false;  ///< false: a day off named by the notice; true: a weekend day that is worked
  std::string name;      ///< 国庆节
};

class WorkCalendar {
 public:
  WorkCalendar() = default;
  /// From the text of holidays.csv (date,kind,name with a head line). Errors name the line.
  static Result<WorkCalendar> from_csv(std::string_view csv);

  bool is_working_day(Date date) const;
  /// Whether a notice is loaded for the year: without one, days are only assumed.
  bool knows(std::chrono::year year) const;
  std::string name_of(Date date) const;  ///< the holiday's name, or ""

 private:
  std::map<std::chrono::sys_days, CalendarDay> days_;
  std::set<int> years_;
};

struct Deadline {
  Date date;
  bool provisional = false;  ///< runs into a year without a notice
};

/// The `count`-th working day after `receipt`; the day of receipt is day 0 (民法典 Art. 201). count >= 0.
Deadline working_days_after(const WorkCalendar& calendar, Date receipt, int count);

}  // namespace mingting
