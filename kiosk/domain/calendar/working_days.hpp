// The working-day calendar: weekends, the State Council's days off and worked weekends (content/calendar/holidays.csv).
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
  /// Whether the whole notice of the year is loaded: without it, days are only assumed. A notice runs from New Year's Day to
  /// National Day, both days off by law; one that lacks either was typed in half.
  bool knows(std::chrono::year year) const;
  std::string name_of(Date date) const;  ///< the holiday's name, or ""
  /// What a notice says of the day; nothing when it names it not.
  std::optional<CalendarDay> named(Date date) const;
  /// Every day a notice names, in order.
  const std::map<std::chrono::sys_days, CalendarDay>& days() const { return days_; }
  /// Whether the day belongs to the next year's notice, which also names days at the end of the year before its own.
  static bool is_year_end(Date date);

 private:
  std::map<std::chrono::sys_days, CalendarDay> days_;
};

struct Deadline {
  Date date;
  bool provisional = false;  ///< runs into a year without a notice
  bool operator==(const Deadline&) const = default;
};

/// The `count`-th working day after `receipt`; the day of receipt is day 0 (民法典 Art. 201). count >= 0.
Deadline working_days_after(const WorkCalendar& calendar, Date receipt, int count);

// ---- counting, and how it was counted -----------------------------------------------------------------------------

/// Days that a period leaves out, both ends included, e.g. while a third party is asked (条例 Art. 33).
struct Pause {
  Date from, to;
  std::string why;  ///< a title: 等待缴费
  bool operator==(const Pause&) const = default;
};

/// As above, without the days of the pauses. An empty or reversed pause counts for nothing.
Deadline working_days_after(const WorkCalendar& calendar, Date receipt, int count, std::span<const Pause> pauses);

/// Working days after `from` up to and including `to`; as a negative number when `to` is before `from`.
int working_days_between(const WorkCalendar& calendar, Date from, Date to);

enum class DayReason { DayZero, Workday, WorkedWeekend, Weekend, DayOff, Paused };

/// One day of a period, and why it counts or not.
struct CountedDay {
  Date date;
  bool counted = false;
  int number = 0;  ///< working days counted up to and including this one
  DayReason reason = DayReason::Workday;
  std::string name;      ///< DayOff, WorkedWeekend: the holiday; Paused: why
  bool assumed = false;  ///< no notice is loaded for the year: judged by the weekday alone
  bool operator==(const CountedDay&) const = default;
};

/// Day by day from the day of receipt (day 0, 民法典 Art. 201) to the deadline.
std::vector<CountedDay> explain(const WorkCalendar& calendar, Date receipt, int count, std::span<const Pause> pauses = {});
/// 放假（国庆节），不计; 调休上班（国庆节），第 12 个工作日
Remark why(const CountedDay& day);

}  // namespace mingting
