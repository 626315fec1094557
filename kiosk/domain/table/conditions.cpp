// Values are put in their columns' form once, so that a row is only compared.
#include "domain/table/conditions.hpp"

#include <algorithm>

#include "domain/table/decimal.hpp"
#include "domain/table/period.hpp"
#include "domain/table/values.hpp"

namespace mingting {
namespace {

bool is_at_least(const TableColumn& column, std::string_view cell, std::string_view bound) {
  if (is_figure(column.type)) {
    const auto number = decimal_of(cell), least = decimal_of(bound);
    return number && least && compare(*number, *least) >= 0;
  }
  if (column.type == CellType::Stretch) {
    const auto period = period_in(cell);
    if (const auto day = parse_date(bound)) return period && period->until >= *day;
    const auto least = period_in(bound);
    return period && least && period->from >= least->from;
  }
  return cell >= bound;
}

bool is_at_most(const TableColumn& column, std::string_view cell, std::string_view bound) {
  if (is_figure(column.type)) {
    const auto number = decimal_of(cell), most = decimal_of(bound);
    return number && most && compare(*number, *most) <= 0;
  }
  if (column.type == CellType::Stretch) {
    const auto period = period_in(cell);
    if (const auto day = parse_date(bound)) return period && period->from <= *day;
    const auto most = period_in(bound);
    return period && most && period->until <= most->until;
  }
  return cell <= bound;
}

bool is_same(const TableColumn& column, std::string_view cell, std::string_view value) {
  if (cell == value) return true;
  if (is_figure(column.type)) {
    const auto number = decimal_of(cell), other = decimal_of(value);
    return number && other && compare(*number, *other) == 0;
  }
  return column.type == CellType::Code && folded_code(column, cell) == folded_code(column, value);
}

}  // namespace

RowTest::RowTest(const Table& table, const RowConditions& conditions, Date today) {
  for (const auto& condition : conditions) {
    const auto at = column_at(table, condition.column);
    if (!at) {
      tests_.push_back({.unknown = true});
      continue;
    }
    Test test{*at, table.columns[*at], condition.relates, condition.values};
    for (auto& value : test.values) {
      if (value == kTodayWord) value = iso_date(today);
      else (void)put_in_form(test.column, value);
    }
    tests_.push_back(std::move(test));
  }
}

bool RowTest::operator()(const std::vector<std::string>& cells) const {
  return std::ranges::all_of(tests_, [&](const Test& test) {
    return !test.unknown && holds(test, test.at < cells.size() ? std::string_view(cells[test.at]) : std::string_view());
  });
}

bool RowTest::holds(const Test& test, std::string_view cell) {
  if (test.relates == Relates::Blank || test.relates == Relates::Filled) return cell.empty() == (test.relates == Relates::Blank);
  if (test.relates == Relates::AtLeast || test.relates == Relates::AtMost) return is_bounded(test, cell);
  const auto is_value = [&](std::string_view part) {
    return std::ranges::any_of(test.values, [&](const auto& value) { return is_same(test.column, part, value); });
  };
  bool is = false;
  if (test.column.type == CellType::Option && test.column.several) is = std::ranges::any_of(options_in(test.column, cell), is_value);
  else is = is_value(cell);
  return is == (test.relates == Relates::Is);
}

bool RowTest::is_bounded(const Test& test, std::string_view cell) {
  if (cell.empty() || test.values.empty()) return false;
  return test.relates == Relates::AtLeast ? is_at_least(test.column, cell, test.values.front())
                                          : is_at_most(test.column, cell, test.values.front());
}

}  // namespace mingting
