// Does a row meet conditions?
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/table/table.hpp"

namespace mingting {

/// The word of a date that stands for the day of the question.
inline constexpr std::string_view kTodayWord = "今天";

/// The conditions made ready once, for many rows. Their values are put in their columns' form. Keeps no reference to the table.
class RowTest {
 public:
  /// A condition on a column that the table has not is met by no row (check names it).
  RowTest(const Table& table, const RowConditions& conditions, Date today);
  /// `cells` in their one form, in the columns' order. Figures and days compare as such; a period is at least a value when it begins
  /// no earlier, at most when it ends no later, and on 今天 when the day is no later than its end or no earlier than its beginning.
  /// A blank cell is nothing but blank, and not any value.
  bool operator()(const std::vector<std::string>& cells) const;
  bool empty() const { return tests_.empty(); }

 private:
  struct Test {
    std::size_t at = 0;
    TableColumn column{};
    Relates relates = Relates::Is;
    std::vector<std::string> values{};
    bool unknown = false;
  };
  static bool holds(const Test& test, std::string_view cell);
  static bool is_bounded(const Test& test, std::string_view cell);

  std::vector<Test> tests_;
};

}  // namespace mingting
