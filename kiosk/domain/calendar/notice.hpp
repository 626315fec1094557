// Which days are off by law, and is a year's notice of days off whole and possible?
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "domain/calendar/working_days.hpp"

namespace mingting {

bool is_weekend(Date date);  ///< Saturday or Sunday, whatever a notice makes of it

/// 全国年节及纪念日放假办法 Art. 2: New Year's Day, Spring Festival, Qingming, Labour Day, Dragon Boat,
/// Mid-Autumn and National Day, 13 days since 2025, 11 in the years before (without New Year's Eve and 2
/// May). Lunar days are reckoned by the lunar calendar, Qingming by its rule for 2000-2099. Weekends beside
/// them, which a notice moves, are no part of it.
bool is_statutory_day_off(Date date);

struct NoticeFault {
  std::optional<Date> day;  ///< nothing when the fault is the year's
  Remark what;
};

/// What cannot be in the notice of a year: a festival with fewer days than the law's least, a worked day that
/// no weekend gave, a statutory day that is worked. Empty: whole. What a notice says of days at the end of
/// the December before counts with its own year.
std::vector<NoticeFault> notice_faults(const WorkCalendar& calendar, std::chrono::year year);

/// Years that the calendar has a notice for, or a part of one.
std::set<int> noticed_years(const WorkCalendar& calendar);
/// Whose notice names the day: the December's end belongs to the year after.
int year_of_notice(Date date);

}  // namespace mingting
