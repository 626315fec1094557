// content/calendar/holidays.csv: one file for all years. A new notice takes the place of its own years alone.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "domain/calendar/notice.hpp"

namespace mingting {

inline constexpr std::uint64_t kMostCalendar = 1U << 20U;

Path calendar_file(const Path& content);
/// As the file has it that merge_calendars writes.
std::string calendar_text(const WorkCalendar& calendar);
/// The sentences of a calendar that cannot be read, and of one that is none; both name the file and what is
/// wrong.
struct CalendarWords {
  std::string_view unreadable = "calendar-file.unreadable", wrong = "calendar-file.wrong";
};
Result<WorkCalendar> read_calendar_file(FileSystem& files, const Path& file, const CalendarWords& words = {});
/// From CONTENT/calendar/holidays.csv.
Result<WorkCalendar> read_work_calendar(FileSystem& files, const Path& content);

struct MergedCalendar {
  std::string text;
  WorkCalendar calendar;
  std::set<int> added, changed, kept;  ///< years; `kept` are as they were
  std::vector<Remark> faults;          ///< of the years that `fresh` names, as they have become (notice_faults)
  std::vector<Date> lost;              ///< days off of a year that has fewer than before
};
/// A year that `fresh` has from New Year's Day to National Day is as it has it. Of any other year its days are laid over those
/// of `own`: a day more off, as in 2015 and 2020, leaves the rest alone. All other years are as `own` has them. Days at the
/// end of a December belong to the notice of the year after. Trouble::Invalid when `fresh` names no day.
Result<MergedCalendar> merge_calendars(const WorkCalendar& own, const WorkCalendar& fresh);

/// Keeps what the calendar is now as CONTENT/desk/holidays.csv.bak-DATE (never over an earlier one), then writes the new text.
/// Gives the copy's path; "" when there was nothing to keep or nothing to change.
Result<Path> replace_calendar(FileSystem& files, const Path& content, std::string_view text, Date today);

}  // namespace mingting
