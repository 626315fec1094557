// The law's least is counted by the festivals' names; a day that two festivals share counts for both, as
// notices print it.
#include "domain/calendar/notice.hpp"

#include <unicode/calendar.h>

#include <algorithm>
#include <array>
#include <memory>

namespace mingting {
namespace {

using namespace std::chrono;

constexpr year kThirteenDays{2025};  ///< 办法 as revised on 2024-11-10, in force from 2025-01-01

struct Festival {
  std::string_view name;  ///< as every notice has it in a day's name
  int least, least_before;
};
constexpr std::array<Festival, 7> kFestivals{{{"元旦", 1, 1},
                                              {"春节", 4, 3},
                                              {"清明", 1, 1},
                                              {"劳动", 2, 1},
                                              {"端午", 1, 1},
                                              {"中秋", 1, 1},
                                              {"国庆", 3, 3}}};

int least_of(const Festival& festival, year of) {
  return of < kThirteenDays ? festival.least_before : festival.least;
}

bool is_weekend(Date date) {
  const weekday day{sys_days{date}};
  return day == Saturday || day == Sunday;
}

struct LunarDay {
  int month = 0, day = 0;  ///< from 1; month 0: a leap month, or the calendar is not to be had
};

LunarDay lunar_day(Date date) {
  // Making one reads ICU's data; each thread keeps its own.
  static thread_local const std::unique_ptr<icu::Calendar> calendar = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> made(
        icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale("zh@calendar=chinese"), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  if (!calendar) return {};
  UErrorCode status = U_ZERO_ERROR;
  calendar->setTime(static_cast<UDate>(milliseconds(sys_days{date}.time_since_epoch()).count()), status);
  const bool leap = calendar->get(UCAL_IS_LEAP_MONTH, status) != 0;
  const LunarDay found{calendar->get(UCAL_MONTH, status) + 1, calendar->get(UCAL_DAY_OF_MONTH, status)};
  return U_FAILURE(status) || leap ? LunarDay{} : found;
}

bool is_spring_festival(Date date) {
  if (const auto lunar = lunar_day(date); lunar.month == 1 && lunar.day <= 3) return true;
  const auto next = lunar_day(Date{sys_days{date} + days{1}});
  return date.year() >= kThirteenDays && next.month == 1 && next.day == 1;
}

/// 4 or 5 April: the sun's longitude is then 15 degrees. The rule of thumb holds for this century.
bool is_qingming(Date date) {
  const int of_century = static_cast<int>(date.year()) % 100;
  const auto day_of_april =
      static_cast<unsigned>(of_century * 0.2422 + 4.81) - static_cast<unsigned>(of_century / 4);
  return date.month() == April && date.day() == day{day_of_april};
}

bool is_lunar_festival(Date date) {
  const auto lunar = lunar_day(date);
  return (lunar.month == 5 && lunar.day == 5) || (lunar.month == 8 && lunar.day == 15);
}

bool is_fixed_festival(Date date) {
  const auto month = date.month();
  const auto day = static_cast<unsigned>(date.day());
  if (month == January) return day == 1;
  if (month == May) return day == 1 || (day == 2 && date.year() >= kThirteenDays);
  return month == October && day <= 3;
}

void find_faults_of_days(const WorkCalendar& calendar, year of, std::vector<NoticeFault>& faults) {
  for (const auto& [at, named] : calendar.days()) {
    const Date date{at};
    if (!named.working || year_of_notice(date) != static_cast<int>(of)) continue;
    if (is_statutory_day_off(date))
      faults.push_back({date, remark("notice.statutory-worked", iso_date(date))});
    else if (!is_weekend(date))
      faults.push_back({date, remark("notice.workday-already", iso_date(date), chinese_weekday(date))});
  }
}

}  // namespace

bool is_statutory_day_off(Date date) {
  switch (static_cast<unsigned>(date.month())) {
    case 1:
    case 2:
      return is_fixed_festival(date) || is_spring_festival(date);
    case 4:
      return is_qingming(date);
    case 5:
      return is_fixed_festival(date) || is_lunar_festival(date);
    case 6:
    case 9:
      return is_lunar_festival(date);
    case 10:
      return is_fixed_festival(date) || is_lunar_festival(date);
    default:
      return false;
  }
}

std::vector<NoticeFault> notice_faults(const WorkCalendar& calendar, year year) {
  std::array<int, kFestivals.size()> counted{};
  for (const auto& [at, named] : calendar.days()) {
    if (named.working || year_of_notice(Date{at}) != static_cast<int>(year)) continue;
    for (std::size_t i = 0; i < kFestivals.size(); ++i) {
      if (named.name.find(kFestivals[i].name) != std::string::npos) ++counted[i];
    }
  }
  std::vector<NoticeFault> faults;
  for (std::size_t i = 0; i < kFestivals.size(); ++i) {
    const int least = least_of(kFestivals[i], year);
    if (counted[i] >= least) continue;
    faults.push_back({std::nullopt, remark("notice.too-few", static_cast<int>(year), kFestivals[i].name,
                                           counted[i], least)});
  }
  find_faults_of_days(calendar, year, faults);
  return faults;
}

std::set<int> noticed_years(const WorkCalendar& calendar) {
  std::set<int> years;
  for (const auto& [date, day] : calendar.days()) {
    if (!WorkCalendar::is_year_end(Date{date})) years.insert(static_cast<int>(Date{date}.year()));
  }
  return years;
}

int year_of_notice(Date date) {
  return static_cast<int>(date.year()) + (WorkCalendar::is_year_end(date) ? 1 : 0);
}

}  // namespace mingting
