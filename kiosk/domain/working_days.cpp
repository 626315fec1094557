#include "domain/working_days.hpp"

#include "base/text.hpp"

namespace mingting {
namespace {

using namespace std::chrono;

struct Row {
  Date date;
  CalendarDay day;
};

Result<Row> parse_row(std::string_view line, std::size_t number) {
  const auto cells = split(line, ',');
  if (cells.size() != 3) {
    return fail(Trouble::Invalid, "第 {} 行应当正好有三列（日期,类别,名称），现在有 {} 列", number, cells.size());
  }
  const auto date = parse_date(trimmed(cells[0]));
  if (!date) return fail(Trouble::Invalid, "第 {} 行的日期“{}”不对，请写成 2026-10-01 的样子", number, cells[0]);
  const auto kind = trimmed(cells[1]);
  if (kind != "holiday" && kind != "workday") {
    return fail(Trouble::Invalid, "第 {} 行的类别“{}”不对，请写 holiday（放假）或 workday（调休上班）", number, cells[1]);
  }
  return Row{*date, {kind == "workday", trimmed(cells[2])}};
}

/// A notice also names days at the end of the year before its own; these alone do not make that year known.
bool proves_notice(Date date) { return date.month() != December || date.day() < day{20}; }

bool is_weekend(Date date) {
  const weekday day{sys_days{date}};
  return day == Saturday || day == Sunday;
}

}  // namespace

Result<WorkCalendar> WorkCalendar::from_csv(std::string_view csv) {
  if (const auto at = first_invalid_utf8(csv)) {
    return fail(Trouble::Invalid, "第 {} 个字节起不是 UTF-8 文字，请用 UTF-8 编码保存", *at + 1);
  }
  WorkCalendar calendar;
  std::size_t number = 0;
  for (const auto& raw : split(csv, '\n')) {
    const auto line = trimmed(raw);
    if (++number == 1 && line != "date,kind,name") {
      return fail(Trouble::Invalid, "第 1 行应当是表头 date,kind,name");
    }
    if (number == 1 || line.empty()) continue;
    auto row = parse_row(line, number);
    if (!row) return fail(row.error());
    if (!calendar.days_.emplace(sys_days{row->date}, row->day).second) {
      return fail(Trouble::Invalid, "第 {} 行的日期 {} 前面已经有了，请删去其中一行", number, iso_date(row->date));
    }
    if (proves_notice(row->date)) calendar.years_.insert(static_cast<int>(row->date.year()));
  }
  return calendar;
}

bool WorkCalendar::is_working_day(Date date) const {
  const auto named = days_.find(sys_days{date});
  return named != days_.end() ? named->second.working : !is_weekend(date);
}

bool WorkCalendar::knows(year year) const { return years_.contains(static_cast<int>(year)); }

std::string WorkCalendar::name_of(Date date) const {
  const auto named = days_.find(sys_days{date});
  return named != days_.end() && !named->second.working ? named->second.name : std::string();
}

Deadline working_days_after(const WorkCalendar& calendar, Date receipt, int count) {
  Deadline deadline{receipt, !calendar.knows(receipt.year())};
  while (count > 0) {
    deadline.date = Date{sys_days{deadline.date} + days{1}};
    deadline.provisional = deadline.provisional || !calendar.knows(deadline.date.year());
    if (calendar.is_working_day(deadline.date)) --count;
  }
  return deadline;
}

}  // namespace mingting
