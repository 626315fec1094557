// Years of holidays.csv put together, and the file replaced.
#include "desk/agency/calendar_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mingting {
namespace {

using std::chrono::sys_days;
using Days = std::map<sys_days, CalendarDay>;

/// The year whose notice names the day.
int year_of_notice(Date date) { return static_cast<int>(date.year()) + (WorkCalendar::is_year_end(date) ? 1 : 0); }

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

std::set<int> noticed_years(const WorkCalendar& calendar) {
  std::set<int> years;
  for (const auto& [date, day] : calendar.days()) {
    if (!WorkCalendar::is_year_end(Date{date})) years.insert(static_cast<int>(Date{date}.year()));
  }
  return years;
}

std::set<int> partial_years(const WorkCalendar& calendar, const std::set<int>& years) {
  std::set<int> partial;
  for (const int year : years) {
    if (!calendar.knows(std::chrono::year{year})) partial.insert(year);
  }
  return partial;
}

Result<MergedCalendar> merge_calendars(const WorkCalendar& own, const WorkCalendar& fresh) {
  if (fresh.days().empty()) return fail(Trouble::Invalid, "calendar-file.no-day");
  const auto named = noticed_years(fresh);
  Days days;
  for (const auto& [date, day] : own.days()) {
    if (!named.contains(year_of_notice(Date{date}))) days.emplace(date, day);
  }
  for (const auto& [date, day] : fresh.days()) days.insert_or_assign(date, day);
  MergedCalendar merged{print_days(days), {}, {}, {}, {}};
  auto read = WorkCalendar::from_csv(merged.text);
  if (!read) return fail(read.error());
  merged.calendar = std::move(*read);
  const auto before = noticed_years(own);
  for (const int year : noticed_years(merged.calendar)) {
    const bool unchanged = same(of_year(own, year), of_year(merged.calendar, year));
    auto& list = !before.contains(year) ? merged.added : unchanged ? merged.kept : merged.changed;
    list.insert(year);
  }
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
