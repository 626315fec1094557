// The law's least is counted by the festivals' names; a day that two festivals share counts for both, as
// notices print it.
#include "domain/calendar/notice.hpp"

#include <algorithm>
#include <array>

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

/// Days of the lunar calendar, by the almanac of the Purple Mountain Observatory (GB/T 33661). ICU's reckoning is a day off
/// in 2027 and 2030, when the new moon falls within minutes of midnight.
struct LunarYear {
  year of;
  month_day new_year, dragon_boat, mid_autumn;
};
constexpr std::array<LunarYear, 13> kLunarYears{{{year{2024}, February / 10, June / 10, September / 17},
                                                 {year{2025}, January / 29, May / 31, October / 6},
                                                 {year{2026}, February / 17, June / 19, September / 25},
                                                 {year{2027}, February / 6, June / 9, September / 15},
                                                 {year{2028}, January / 26, May / 28, October / 3},
                                                 {year{2029}, February / 13, June / 16, September / 22},
                                                 {year{2030}, February / 3, June / 5, September / 12},
                                                 {year{2031}, January / 23, June / 24, October / 1},
                                                 {year{2032}, February / 11, June / 12, September / 19},
                                                 {year{2033}, January / 31, June / 1, September / 8},
                                                 {year{2034}, February / 19, June / 20, September / 27},
                                                 {year{2035}, February / 8, June / 10, September / 16},
                                                 {year{2036}, January / 28, May / 30, October / 4}}};

bool is_lunar_festival(Date date) {
  const auto found = std::ranges::find(kLunarYears, date.year(), &LunarYear::of);
  if (found == kLunarYears.end()) return false;
  const auto day = month_day{date.month(), date.day()};
  const auto since_new_year = (sys_days{date} - sys_days{date.year() / found->new_year}).count();
  const int eve = date.year() >= kThirteenDays ? -1 : 0;
  return (since_new_year >= eve && since_new_year < 3) || day == found->dragon_boat || day == found->mid_autumn;
}

/// 4 or 5 April: the sun's longitude is then 15 degrees. The rule of thumb holds for this century.
bool is_qingming(Date date) {
  const int of_century = static_cast<int>(date.year()) % 100;
  const auto day_of_april =
      static_cast<unsigned>(of_century * 0.2422 + 4.81) - static_cast<unsigned>(of_century / 4);
  return date.month() == April && date.day() == day{day_of_april};
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

bool is_weekend(Date date) {
  const weekday day{sys_days{date}};
  return day == Saturday || day == Sunday;
}

bool is_statutory_day_off(Date date) {
  return is_fixed_festival(date) || is_qingming(date) || is_lunar_festival(date);
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
