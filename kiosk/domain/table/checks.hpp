// Does a table add up? Rows go by once, in the file's order; what is wrong is told at the end.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/calendar/working_days.hpp"
#include "domain/table/table.hpp"

namespace mingting {

/// One row that breaks a check. `expected` and `found`: as the file would have them; "" where there is none (a number that is there
/// twice, a second total, a blank cell).
struct CheckFault {
  std::size_t check = 0;  ///< its place among the table's checks
  int line = 0;           ///< of the row
  std::string column;     ///< the cell's column, by name
  std::string expected, found;
  std::vector<std::string> group;  ///< the values of the check's group
  int other_line = 0;              ///< of the row it disagrees with; 0: none, or in another file
  bool operator==(const CheckFault&) const = default;
};

/// The faults of one check: the first few by line, and how many there are.
struct CheckFaults {
  static constexpr std::size_t kKept = 20;
  std::vector<CheckFault> first;
  std::size_t total = 0;
};

/// What a check judges, row by row. Holds of the rows what a group needs, no row.
class RowCheck {
 public:
  virtual ~RowCheck() = default;
  virtual void add(int line, const std::vector<std::string>& cells) = 0;
  /// A row of the edition before.
  virtual void add_earlier(const std::vector<std::string>&) {}
  /// A row of the other table, in its own columns' order.
  virtual void add_other(const std::vector<std::string>&) {}
  virtual void finish() {}

  CheckFaults faults;
};

/// All checks of a table. A check that names what is not there judges nothing (publish/ names it). Blank cells: sums take them for 0;
/// whoever compares two cells needs both.
class TableChecks {
 public:
  /// `others`: the tables that Same checks name, by id. `today` is what 今天 means in conditions.
  TableChecks(const Table& table, const std::map<std::string, const Table*>& others, const WorkCalendar& calendar, Date today);
  /// Rows of the edition before come first, then those of other tables, then the table's own. Cells in their one form.
  void add_earlier(const std::vector<std::string>& cells);
  void add_other(std::string_view table, const std::vector<std::string>& cells);
  void add(int line, const std::vector<std::string>& cells);
  /// For each check of the table, in its order.
  std::vector<CheckFaults> finish();
  bool empty() const { return checks_.empty(); }

 private:
  std::vector<std::unique_ptr<RowCheck>> checks_;
  std::vector<std::string> others_;
};

}  // namespace mingting
