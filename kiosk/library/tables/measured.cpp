// A measure is two groupings, one over the other.
#include "library/tables/measured.hpp"

#include <algorithm>

#include "domain/table/shown.hpp"
#include "library/tables/row_groups.hpp"

namespace mingting {
namespace {

/// As the column's cells are read, or the title of what they lead to.
std::string title_of(const Table& table, const std::string& by, const RowGroup& group) {
  const auto* column = find_table_column(table, by);
  const auto& title = group.titles.front();
  return column == nullptr || title != group.values.front() ? title : shown(table, *column, title, Unit::Without);
}

GroupPage side(OpenTable& table, const TableMeasure& measure, const RowConditions& where, const std::vector<std::string>& by, Date today,
               Links& links) {
  GroupQuery query{.table = table.table().id, .where = where, .by = by, .limit = kMostGroups};
  if (!measure.column.empty()) query.sums.push_back(measure.column);
  return groups_of(table, query, today, links);
}

Decimal amount(const TableMeasure& measure, const RowGroup& group) {
  if (measure.column.empty()) return {static_cast<std::int64_t>(group.rows), 0};
  return group.sums.front().value_or(Decimal{});
}

/// Of each value of each column of `by`.
void add_parts(OpenTable& table, const TableMeasure& measure, Date today, Links& links, MeasureValue& value) {
  for (const auto& by : measure.by) {
    const auto of = side(table, measure, measure.of, {by}, today, links);
    const auto among = side(table, measure, measure.among, {by}, today, links);
    for (const auto& group : measure.unit == "%" ? among.groups : of.groups) {
      const auto same = std::ranges::find(of.groups, group.values, &RowGroup::values);
      const auto part = same == of.groups.end() ? Decimal{} : amount(measure, *same);
      value.parts.emplace_back(title_of(table.table(), by, group),
                               measure_value(table.table(), measure, part, amount(measure, group)).value_or(""));
    }
  }
}

}  // namespace

std::vector<MeasureValue> measured(OpenTable& table, Date today, Links& links) {
  std::vector<MeasureValue> values;
  for (const auto& measure : table.table().measures) {
    const auto of = side(table, measure, measure.of, {}, today, links).all;
    const auto among = side(table, measure, measure.among, {}, today, links).all;
    MeasureValue value{.id = measure.id, .title = measure.title, .formula = formula_words(table.table(), measure)};
    value.of = of.rows, value.among = among.rows;
    if (among.rows > 0) {
      const Decimal part = of.rows > 0 ? amount(measure, of) : Decimal{};
      value.value = measure_value(table.table(), measure, part, amount(measure, among)).value_or("");
    }
    add_parts(table, measure, today, links, value);
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace mingting
