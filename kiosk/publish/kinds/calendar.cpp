// Rows are checked one by one, then each year as a whole by the rule of law.
#include "publish/kinds/calendar.hpp"

#include <map>

#include "base/clock.hpp"
#include "base/text/text.hpp"
#include "domain/calendar/notice.hpp"

namespace mingting {
namespace {

class Checker {
 public:
  explicit Checker(FileReport& report) : report_(report) {}

  void check(const CsvRow& row) {
    if (row.cells.size() != 3) {
      report_.error(row.line, "holidays-file.ragged", row.cells.size());
      return;
    }
    const auto date = parse_date(row.cells[0]);
    if (!date) {
      report_.error(row.line, "holidays-file.no-date", row.cells[0]);
      return;
    }
    check_kind(row);
    check_place(row.line, *date);
    if (row.cells[2].empty()) report_.error(row.line, "holidays-file.unnamed");
  }

  /// The line of a day; 0 when none has it.
  int line_of(Date date) const {
    const auto found = lines_.find(std::chrono::sys_days{date});
    return found == lines_.end() ? 0 : found->second;
  }

 private:
  void check_kind(const CsvRow& row) {
    const auto& kind = row.cells[1];
    if (kind != "holiday" && kind != "workday") report_.error(row.line, "holidays-file.kind", kind);
  }

  void check_place(int line, Date date) {
    const auto [earlier, is_new] = lines_.emplace(std::chrono::sys_days{date}, line);
    if (!is_new)
      report_.error(line, "holidays-file.date-twice", iso_date(date), earlier->second);
    else if (lines_.rbegin()->first > std::chrono::sys_days{date})
      report_.warning(line, "holidays-file.out-of-order", iso_date(date));
  }

  FileReport& report_;
  std::map<std::chrono::sys_days, int> lines_;
};

/// By the rule that the desk takes a notice by.
void check_notices(const WorkCalendar& calendar, const Checker& checker, FileReport& report) {
  for (const int year : noticed_years(calendar)) {
    for (const auto& fault : notice_faults(calendar, std::chrono::year{year})) {
      report.error(fault.day ? checker.line_of(*fault.day) : 0, "holidays-file.notice", fault.what);
    }
  }
}

}  // namespace

void check_holidays(const std::string& csv, FileReport& report) {
  const auto rows = tidy_rows(csv, report);
  if (rows.empty() || rows.front().cells != std::vector<std::string>{"date", "kind", "name"}) {
    report.error(1, "holidays-file.head");
    return;
  }
  Checker checker(report);
  for (std::size_t i = 1; i < rows.size(); ++i) checker.check(rows[i]);
  if (rows.size() == 1) report.warning(0, "holidays-file.blank");
  if (report.errors() > 0) return;
  // The kiosk reads it with the domain's own reader, which must agree.
  const auto calendar = WorkCalendar::from_csv(csv);
  if (!calendar) report.error(0, "holidays-file.unreadable", calendar.error());
  else check_notices(*calendar, checker, report);
}

}  // namespace mingting
