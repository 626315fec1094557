// Rows are checked one by one, then each year as a whole.
#include "publish/kinds/calendar.hpp"

#include <map>
#include <set>

#include "base/clock.hpp"
#include "base/text/text.hpp"
#include "domain/calendar/working_days.hpp"

namespace mingting {
namespace {

using std::chrono::weekday;

bool is_weekend(Date date) {
  const weekday day{std::chrono::sys_days{date}};
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

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
    check_kind(row, *date);
    check_place(row.line, *date);
    if (row.cells[2].empty()) report_.error(row.line, "holidays-file.unnamed");
    if (row.cells[1] == "holiday") names_[static_cast<int>(date->year())].insert(row.cells[2]);
  }

  /// A year without these was cut off, or was only begun.
  void check_years() {
    for (const auto& [year, names] : names_) {
      // A notice also names days at the end of the year before its own (元旦 with its weekend): such a year
      // is not claimed.
      if (names.size() == 1 && names.contains("元旦")) continue;
      for (const std::string_view needed : {"元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"}) {
        bool found = false;
        for (const auto& name : names) found = found || name.find(needed) != std::string::npos;
        if (!found) report_.warning(0, "holidays-file.incomplete-year", year, needed);
      }
    }
  }

 private:
  void check_kind(const CsvRow& row, Date date) {
    const auto& kind = row.cells[1];
    if (kind != "holiday" && kind != "workday") {
      report_.error(row.line, "holidays-file.kind", kind);
    } else if (kind == "workday" && !is_weekend(date)) {
      report_.error(row.line, "holidays-file.workday-already", row.cells[0], chinese_weekday(date));
    }
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
  std::map<int, std::set<std::string>> names_;
};

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
  checker.check_years();
  if (report.errors() > 0) return;
  // The kiosk reads it with the domain's own reader, which must agree.
  if (const auto calendar = WorkCalendar::from_csv(csv); !calendar) report.error(0, "holidays-file.unreadable", calendar.error());
}

}  // namespace mingting
