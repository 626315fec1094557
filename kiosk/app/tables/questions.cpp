// The view says which rows, how they are put together and what is added up; the visitor narrows them.
#include "app/tables/questions.hpp"

#include "base/text/cells.hpp"
#include "domain/table/period.hpp"

namespace mingting::app {
namespace {

bool is_drill(const TableView& view) { return view.kind == ViewKind::Drill || view.kind == ViewKind::Places; }

RowCondition is(const std::string& column, const std::string& value) {
  if (value.empty()) return {column, Relates::Blank, {}};
  return {column, Relates::Is, {value}};
}

/// What was typed as an end of a range, in the cell's one form; "" while it is none.
std::string end_of_range(const TableColumn& column, const std::string& typed, bool from) {
  if (column.type == CellType::Day) {
    const auto period = period_in(typed);
    if (!period) return {};
    return iso_date(from ? period->from : period->until);
  }
  const auto number = number_in(typed);
  const auto figure = number ? decimal_of(*number) : std::nullopt;
  if (!figure) return {};
  const bool converted = column.type == CellType::Money && !column.shown_in.empty();
  return plain(converted ? in_unit(*figure, column.shown_in, column.unit) : *figure);
}

void add_range(const TableColumn& column, const TableViewPage::Range& range, RowConditions& where) {
  if (auto from = end_of_range(column, range.from, true); !from.empty())
    where.push_back({column.name, Relates::AtLeast, {std::move(from)}});
  if (auto to = end_of_range(column, range.to, false); !to.empty())
    where.push_back({column.name, Relates::AtMost, {std::move(to)}});
}

/// Chips stand for values that are few; figures and days have ranges.
std::vector<std::string> counted_columns(const Table& table, const TableView& view) {
  std::vector<std::string> counted;
  for (const auto& name : view.filters) {
    const auto* column = find_table_column(table, name);
    if (column != nullptr && !is_figure(column->type) && column->type != CellType::Day) counted.push_back(name);
  }
  return counted;
}

std::size_t rows_wanted(const TableView& view, const TableViewPage& page) {
  switch (view.kind) {
    case ViewKind::Grid: return kHeldRows;
    case ViewKind::Timeline:
    case ViewKind::Calendar:
    case ViewKind::Tracks: return kDrawnRows;
    default: return page.limit;
  }
}

GroupQuery groups_question(const TableView& view, const TableViewPage& page, RowConditions where) {
  GroupQuery query{.table = page.table, .edition = {}, .where = std::move(where), .by = {}, .sums = view.values};
  if (is_drill(view)) query.by = {view.levels[page.path.size()]};
  else query.by = view.levels;
  if (!view.series.empty()) query.by.push_back(view.series);
  return query;
}

}  // namespace

RowConditions conditions_of(const Table& table, const TableView& view, const TableViewPage& page) {
  auto where = view.where;
  for (const auto& [column, values] : page.filters) where.push_back({column, Relates::Is, values});
  for (const auto& [name, range] : page.ranges) {
    if (const auto* column = find_table_column(table, name)) add_range(*column, range, where);
  }
  for (const auto& level : page.path) where.push_back(is(level.column, level.value));
  return where;
}

bool is_range_end(const TableColumn& column, const std::string& typed) { return !end_of_range(column, typed, true).empty(); }

bool shows_groups(const TableView& view, const TableViewPage& page) {
  if (view.kind == ViewKind::Chart) return true;
  return is_drill(view) && page.path.size() < view.levels.size();
}

std::vector<TableQuestion> questions_of(const Table& table, const TableView& view, const TableViewPage& page) {
  std::vector<TableQuestion> questions;
  const auto where = conditions_of(table, view, page);
  const bool groups = shows_groups(view, page);
  if (groups) questions.push_back(groups_question(view, page, where));
  RowQuery rows{.table = page.table, .edition = {}, .where = where, .sort = page.sort.empty() ? view.sort : page.sort};
  rows.descending = page.sort.empty() ? view.descending : page.descending;
  rows.offset = view.kind == ViewKind::Grid && !groups ? page.offset : 0;
  rows.limit = groups ? 0 : rows_wanted(view, page);
  rows.facets = counted_columns(table, view);
  if (!groups || !rows.facets.empty()) questions.push_back(std::move(rows));
  return questions;
}

}  // namespace mingting::app
