// The one place where units are converted and figures set.
#include "domain/table/shown.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/text/text.hpp"
#include "domain/table/period.hpp"
#include "domain/table/values.hpp"

namespace mingting {
namespace {

constexpr int kShareScale = 1;
constexpr std::int64_t kGroupedFrom = 10'000;

std::string unit_of(const Table& table, const TableColumn& column) {
  if (!column.unit.empty()) return column.unit;
  return column.type == CellType::Money ? table.unit : "";
}

Decimal without_added_zeros(Decimal number, int least) {
  while (number.scale > least && number.units % 10 == 0) number = {number.units / 10, number.scale - 1};
  return number;
}

/// Below five figures a number may be a year.
std::string set(CellType type, Decimal figure) {
  const bool small = compare(figure, {kGroupedFrom, 0}) < 0 && compare(figure, {-kGroupedFrom, 0}) > 0;
  if (type == CellType::Money || !small) return printed(figure);
  return replace_all(plain(figure), "-", "\u2212");
}

std::string title_of(const Table& table, std::string_view name) {
  const auto* column = find_table_column(table, name);
  return column == nullptr ? std::string(name) : column->title;
}

std::string value_words(const Table& table, const RowCondition& condition) {
  const auto* column = find_table_column(table, condition.column);
  std::vector<std::string> words;
  for (const auto& value : condition.values) {
    auto cell = value;
    if (column != nullptr && column->type != CellType::Text && !put_in_form(*column, cell)) cell = shown(table, *column, cell);
    words.push_back("“" + (cell.empty() ? value : cell) + "”");
  }
  return join(words, "或");
}

std::string condition_words(const Table& table, const RowCondition& condition) {
  const auto title = title_of(table, condition.column);
  switch (condition.relates) {
    case Relates::Is: return title + "是" + value_words(table, condition);
    case Relates::Not: return title + "不是" + value_words(table, condition);
    case Relates::AtLeast: return title + "不小于" + value_words(table, condition);
    case Relates::AtMost: return title + "不大于" + value_words(table, condition);
    case Relates::Blank: return "没有" + title;
    case Relates::Filled: return "有" + title;
  }
  return title;
}

std::string side_words(const Table& table, const TableMeasure& measure, const RowConditions& conditions) {
  const auto counted = measure.column.empty() ? std::string("行数") : title_of(table, measure.column) + "合计";
  if (conditions.empty()) return "全部" + counted;
  std::vector<std::string> words;
  for (const auto& condition : conditions) words.push_back(condition_words(table, condition));
  return join(words, "，") + "的" + counted;
}

}  // namespace

std::string shown_unit(const Table& table, const TableColumn& column) {
  if (column.type == CellType::Percent) return "%";
  return column.shown_in.empty() ? unit_of(table, column) : column.shown_in;
}

std::string shown_figure(const Table& table, const TableColumn& column, Decimal figure, Unit unit) {
  const auto from = unit_of(table, column), to = shown_unit(table, column);
  if (from != to && column.type == CellType::Money && money_power(from) && money_power(to))
    figure = without_added_zeros(in_unit(figure, from, to), 0);
  return set(column.type, figure) + (unit == Unit::With ? to : "");
}

std::string shown(const Table& table, const TableColumn& column, std::string_view cell, Unit unit) {
  if (cell.empty()) return "";
  if (is_figure(column.type)) {
    const auto figure = decimal_of(cell);
    return figure ? shown_figure(table, column, *figure, unit) : std::string(cell);
  }
  if (column.type == CellType::Day) {
    const auto day = parse_date(cell);
    return day ? chinese_date(*day) : std::string(cell);
  }
  if (column.type == CellType::Stretch) return period_in(cell) ? period_words(cell) : std::string(cell);
  if (column.type == CellType::Option && column.several) return join(options_in(column, cell), "、");
  return std::string(cell);
}

std::string formula_words(const Table& table, const TableMeasure& measure) {
  const auto of = side_words(table, measure, measure.of);
  return measure.unit == "%" ? of + " ÷ " + side_words(table, measure, measure.among) : of;
}

std::optional<std::string> measure_value(const Table& table, const TableMeasure& measure, Decimal of, Decimal among) {
  if (measure.unit == "%") {
    const auto share = ratio(of, among, kShareScale + 2);
    return share ? std::optional(printed({share->units, kShareScale}) + "%") : std::nullopt;
  }
  if (const auto* column = find_table_column(table, measure.column)) {
    const auto own = measure.unit.empty() || measure.unit == shown_unit(table, *column);
    return shown_figure(table, *column, of, own ? Unit::With : Unit::Without) + (own ? "" : measure.unit);
  }
  return printed(of) + measure.unit;
}

}  // namespace mingting
