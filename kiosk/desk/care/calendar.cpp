// Which open cases' dates move by a new notice, and the calendar file with it in place.
#include "desk/care/calendar.hpp"

#include "desk/agency/calendar_file.hpp"

namespace mingting {
namespace {

constexpr std::string_view kNoNotice = "take-calendar.no-notice";

/// The notice whose moves were told last; the one in CONTENT before any was.
Result<WorkCalendar> told_before(const DeskWork& work) {
  const auto text = work.book.calendar_text();
  if (!text) return fail(text.error());
  if (text->empty()) return work.calendar;
  return WorkCalendar::from_csv(*text);
}

Result<std::vector<CalendarTaken::Moved>> moved_by(const DeskWork& work, const WorkCalendar& before,
                                                   const WorkCalendar& after) {
  const auto open = work.book.open_cases();
  if (!open) return fail(open.error());
  std::vector<Case> cases;
  for (const auto& each : *open) cases.push_back(case_of(each.steps));
  std::vector<CalendarTaken::Moved> all;
  for (auto& moved : moved_cases(cases, {before, work.office.rules}, {after, work.office.rules}, work.on)) {
    all.push_back({head_of(open->at(moved.index)), std::move(moved.moved)});
  }
  return all;
}

Result<WorkCalendar> notice_in(FileSystem& files, const Path& file) {
  auto notice =
      read_calendar_file(files, file, {.unreadable = "take-calendar.unreadable", .wrong = kNoNotice});
  if (!notice && notice.error().code == kNoNotice) notice.error().trouble = Trouble::Refused;
  return notice;
}

Error shorter(const Path& file, const std::vector<Date>& lost) {
  std::vector<Remark> days;
  for (const auto& day : lost) days.push_back(remark("take-calendar.day", iso_date(day)));
  return error_of(Trouble::Refused, remark("take-calendar.shorter", file.string(), days.size(), days));
}

/// What the calendar becomes by the notice: checked, nothing written.
Result<MergedCalendar> calendar_with(const WorkCalendar& own, const WorkCalendar& fresh, const Path& file, bool replace) {
  auto merged = merge_calendars(own, fresh);
  if (!merged) return fail(Trouble::Refused, kNoNotice, file.string(), merged.error());
  if (!merged->faults.empty()) return fail(Trouble::Refused, "take-calendar.partial", file.string(), merged->faults);
  if (!merged->lost.empty() && !replace) return fail(shorter(file, merged->lost));
  return merged;
}

/// The register remembers the file as it now is, to the byte.
Result<void> remember_calendar(const DeskWork& work) {
  const auto now = work.files.read(calendar_file(work.content), kMostCalendar);
  if (!now) return fail(now.error());
  return work.book.keep_calendar_text(*now);
}

}  // namespace

bool calendar_is_new(const DeskWork& work) {
  const auto told = work.book.calendar_text();
  const auto now = work.files.read(calendar_file(work.content), kMostCalendar);
  return told && !told->empty() && now && *told != *now;
}

Result<CalendarTaken> take_calendar(const DeskWork& work, const Path& file, bool replace) {
  const auto fresh = notice_in(work.files, file);
  if (!fresh) return fail(fresh.error());
  const auto before = told_before(work);
  if (!before) return fail(before.error());
  const bool in_place = file == calendar_file(work.content);
  auto merged = calendar_with(in_place ? *before : work.calendar, *fresh, file, replace);
  if (!merged) return fail(merged.error());
  auto moved = moved_by(work, *before, merged->calendar);
  if (!moved) return fail(moved.error());
  CalendarTaken taken{.calendar = calendar_file(work.content), .moved = std::move(*moved)};
  if (calendar_text(work.calendar) != merged->text) {
    auto copy = replace_calendar(work.files, work.content, merged->text, work.today());
    if (!copy) return fail(copy.error());
    taken.copy = std::move(*copy);
  }
  taken.added = std::move(merged->added);
  taken.changed = std::move(merged->changed);
  taken.kept = std::move(merged->kept);
  if (auto remembered = remember_calendar(work); !remembered) return fail(remembered.error());
  return taken;
}

}  // namespace mingting
