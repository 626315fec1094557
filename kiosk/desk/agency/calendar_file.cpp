// Years of holidays.csv put together, and the file replaced.
#include "desk/agency/calendar_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mingting {
namespace {

using std::chrono::sys_days;
using Days = std::map<sys_days, CalendarDay>;

bool same(const CalendarDay& one, const CalendarDay& other) { return one.working == other.working && one.name == other.name; }

Days of_year(const WorkCalendar& calendar, int year) {
  Days days;
  for (const auto& [date, day] : calendar.days()) {
    if (year_of_notice(Date{date}) == year) days.emplace(date, day);
  }
  return days;
}

bool same(const Days& one, const Days& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const auto& a, const auto& b) { return a.first == b.first && same(a.second, b.second); });
}

std::vector<Date> days_off(const Days& days) {
  std::vector<Date> off;
  for (const auto& [date, day] : days) {
    if (!day.working) off.emplace_back(date);
  }
  return off;
}

/// Those of `before` that are not among `after`, when it has fewer; both ascending.
std::vector<Date> lost_days(const std::vector<Date>& before, const std::vector<Date>& after) {
  std::vector<Date> lost;
  if (after.size() < before.size()) std::ranges::set_difference(before, after, std::back_inserter(lost));
  return lost;
}

/// What became of the years; `named`: those the new notice speaks of.
void compare_years(const WorkCalendar& own, const std::set<int>& named, MergedCalendar& merged) {
  const auto before = noticed_years(own);
  for (const int year : noticed_years(merged.calendar)) {
    const auto was = of_year(own, year), is = of_year(merged.calendar, year);
    auto& list = !before.contains(year) ? merged.added : same(was, is) ? merged.kept : merged.changed;
    list.insert(year);
    if (!named.contains(year)) continue;
    for (auto& fault : notice_faults(merged.calendar, std::chrono::year{year})) merged.faults.push_back(std::move(fault.what));
    std::ranges::copy(lost_days(days_off(was), days_off(is)), std::back_inserter(merged.lost));
  }
}

std::string print_days(const Days& days) {
  std::string text = "date,kind,name\n";
  for (const auto& [date, day] : days) {
    text += fmt::format("{},{},{}\n", iso_date(Date{date}), day.working ? "workday" : "holiday", day.name);
  }
  return text;
}

}  // namespace

Path calendar_file(const Path& content) { return content / "calendar" / "holidays.csv"; }

std::string calendar_text(const WorkCalendar& calendar) { return print_days(calendar.days()); }

Result<WorkCalendar> read_calendar_file(FileSystem& files, const Path& file, const CalendarWords& words) {
  const auto csv = files.read(file, kMostCalendar);
  if (!csv) return fail(csv.error().trouble, words.unreadable, file.string(), csv.error());
  auto calendar = WorkCalendar::from_csv(*csv);
  if (!calendar) return fail(calendar.error().trouble, words.wrong, file.string(), calendar.error());
  return calendar;
}

Result<WorkCalendar> read_work_calendar(FileSystem& files, const Path& content) {
  return read_calendar_file(files, calendar_file(content));
}

Result<MergedCalendar> merge_calendars(const WorkCalendar& own, const WorkCalendar& fresh) {
  if (fresh.days().empty()) return fail(Trouble::Invalid, "calendar-file.no-day");
  const auto named = noticed_years(fresh);
  Days days;
  for (const auto& [date, day] : own.days()) {
    const int year = year_of_notice(Date{date});
    const bool replaced = named.contains(year) && fresh.knows(std::chrono::year{year});
    if (!replaced) days.emplace(date, day);
  }
  for (const auto& [date, day] : fresh.days()) days.insert_or_assign(date, day);
  MergedCalendar merged{.text = print_days(days)};
  auto read = WorkCalendar::from_csv(merged.text);
  if (!read) return fail(read.error());
  merged.calendar = std::move(*read);
  compare_years(own, named, merged);
  return merged;
}

// Not beside the calendar: the publisher warns about every other file there, and takes none from desk/.
Result<Path> replace_calendar(FileSystem& files, const Path& content, std::string_view text, Date today) {
  const auto own = calendar_file(content);
  Path copy;
  if (files.exists(own)) {
    const auto before = files.read(own, kMostCalendar);
    if (!before) return fail(before.error());
    if (*before == text) return Path();
    copy = free_path(files, content / "desk" / fmt::format("holidays.csv.bak-{}", iso_date(today)));
    if (auto kept = write_durably(files, copy, *before); !kept) return fail(kept.error());
  }
  if (auto written = write_durably(files, own, text); !written) return fail(written.error());
  return copy;
}

}  // namespace mingting
