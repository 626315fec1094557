// Which days are working days, and how a period is counted over them.
#include "domain/calendar/working_days.hpp"

#include <algorithm>

#include "base/text/csv.hpp"
#include "base/text/text.hpp"
#include "domain/calendar/notice.hpp"

namespace mingting {
namespace {

using namespace std::chrono;

struct Row {
  Date date;
  CalendarDay day;
};

Result<Row> parse_row(const CsvRow& row) {
  if (row.cells.size() != 3) return fail(Trouble::Invalid, "calendar.columns", row.line, row.cells.size());
  const auto date = parse_date(trimmed(row.cells[0]));
  if (!date) return fail(Trouble::Invalid, "calendar.no-date", row.line, row.cells[0]);
  const auto kind = trimmed(row.cells[1]);
  if (kind != "holiday" && kind != "workday") return fail(Trouble::Invalid, "calendar.no-kind", row.line, row.cells[1]);
  return Row{*date, {kind == "workday", trimmed(row.cells[2])}};
}

bool is_head(const CsvRow& row) {
  return row.cells.size() == 3 && trimmed(row.cells[0]) == "date" && trimmed(row.cells[1]) == "kind" && trimmed(row.cells[2]) == "name";
}

bool is_blank(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return trimmed(cell).empty(); });
}

/// Named as a day off.
bool is_off(const std::map<sys_days, CalendarDay>& days, Date date) {
  const auto named = days.find(sys_days{date});
  return named != days.end() && !named->second.working;
}

}  // namespace

Result<WorkCalendar> WorkCalendar::from_csv(std::string_view csv) {
  if (const auto at = first_invalid_utf8(csv)) return fail(Trouble::Invalid, "calendar.not-utf8", *at + 1);
  const auto table = read_csv(csv);
  if (!table) return fail(table.error());
  const auto& rows = table->rows;
  if (rows.empty() || !is_head(rows.front())) return fail(Trouble::Invalid, "calendar.no-head");
  WorkCalendar calendar;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (is_blank(rows[i])) continue;
    auto row = parse_row(rows[i]);
    if (!row) return fail(row.error());
    if (!calendar.days_.emplace(sys_days{row->date}, row->day).second) {
      return fail(Trouble::Invalid, "calendar.day-twice", rows[i].line, iso_date(row->date));
    }
  }
  return calendar;
}

bool WorkCalendar::is_year_end(Date date) { return date.month() == December && date.day() >= day{20}; }

bool WorkCalendar::is_working_day(Date date) const {
  const auto named = days_.find(sys_days{date});
  if (named != days_.end()) return named->second.working && !is_statutory_day_off(date);
  return !is_weekend(date) && (knows(date.year()) || !is_statutory_day_off(date));
}

bool WorkCalendar::knows(year year) const { return is_off(days_, year / January / 1) && is_off(days_, year / October / 1); }

std::string WorkCalendar::name_of(Date date) const {
  const auto named = days_.find(sys_days{date});
  return named != days_.end() && !named->second.working ? named->second.name : std::string();
}

std::optional<CalendarDay> WorkCalendar::named(Date date) const {
  const auto found = days_.find(sys_days{date});
  return found != days_.end() ? std::optional(found->second) : std::nullopt;
}

namespace {

const Pause* pause_on(std::span<const Pause> pauses, Date date) {
  const auto covers = [date](const Pause& pause) { return pause.from <= date && date <= pause.to; };
  const auto found = std::find_if(pauses.begin(), pauses.end(), covers);
  return found != pauses.end() ? &*found : nullptr;
}

/// The day as the calendar and the pauses have it; days off inside a pause stay days off.
CountedDay judged(const WorkCalendar& calendar, Date date, std::span<const Pause> pauses) {
  CountedDay day{.date = date, .assumed = !calendar.knows(date.year())};
  const auto named = calendar.named(date);
  if (!calendar.is_working_day(date)) {
    day.reason = named || !is_weekend(date) ? DayReason::DayOff : DayReason::Weekend;
  } else if (const auto* pause = pause_on(pauses, date)) {
    day.reason = DayReason::Paused;
    day.name = pause->why;
  } else {
    day.reason = is_weekend(date) ? DayReason::WorkedWeekend : DayReason::Workday;
    day.counted = true;
  }
  if (named && day.name.empty() && day.reason != DayReason::Workday) day.name = named->name;
  return day;
}

}  // namespace

std::vector<CountedDay> explain(const WorkCalendar& calendar, Date receipt, int count,
                                std::span<const Pause> pauses) {
  std::vector<CountedDay> days_so_far{
      {.date = receipt, .reason = DayReason::DayZero, .assumed = !calendar.knows(receipt.year())}};
  for (int number = 0; number < count;) {
    auto day = judged(calendar, Date{sys_days{days_so_far.back().date} + days{1}}, pauses);
    if (day.counted) ++number;
    day.number = number;
    days_so_far.push_back(std::move(day));
  }
  return days_so_far;
}

Remark why(const CountedDay& day) {
  const auto name = day.name.empty() ? Fact("") : Fact(remark("counted-day.name", day.name));
  const auto said = [&]() -> Remark {
    switch (day.reason) {
      case DayReason::DayZero: return remark("counted-day.day-zero");
      case DayReason::Workday: return remark("counted-day.workday", day.number);
      case DayReason::WorkedWeekend: return remark("counted-day.worked-weekend", name, day.number);
      case DayReason::Weekend: return remark("counted-day.weekend");
      case DayReason::DayOff: return remark("counted-day.day-off", name);
      case DayReason::Paused: return remark("counted-day.paused", name);
    }
    return {};
  };
  return day.assumed ? remark("counted-day.assumed", said()) : said();
}

Deadline working_days_after(const WorkCalendar& calendar, Date receipt, int count, std::span<const Pause> pauses) {
  Deadline deadline{receipt, !calendar.knows(receipt.year())};
  while (count > 0) {
    deadline.date = Date{sys_days{deadline.date} + days{1}};
    deadline.provisional = deadline.provisional || !calendar.knows(deadline.date.year());
    if (calendar.is_working_day(deadline.date) && pause_on(pauses, deadline.date) == nullptr) --count;
  }
  return deadline;
}

Deadline working_days_after(const WorkCalendar& calendar, Date receipt, int count) {
  return working_days_after(calendar, receipt, count, {});
}

int working_days_between(const WorkCalendar& calendar, Date from, Date to) {
  if (to < from) return -working_days_between(calendar, to, from);
  int count = 0;
  for (sys_days day = sys_days{from} + days{1}; day <= sys_days{to}; day += days{1}) {
    count += calendar.is_working_day(Date{day}) ? 1 : 0;
  }
  return count;
}

}  // namespace mingting
