// Rows met by their ids in SQL, compared there, and read where they differ.
#include "library/tables/differences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/table/decimal.hpp"
#include "domain/table/values.hpp"
#include "library/tables/cells.hpp"

namespace mingting {
namespace {

using Pair = std::pair<std::int64_t, std::int64_t>;  ///< @row in the one and the other

/// A row that has no other half.
std::vector<std::int64_t> rows_without(Connection& connection, const OpenTable& in, const OpenTable& other) {
  auto& rows = connection.use_made(fmt::format(
      "SELECT a.\"@row\" FROM {} a WHERE NOT EXISTS (SELECT 1 FROM {} b WHERE b.\"@id\" = a.\"@id\") ORDER BY 1 LIMIT {}",
      sql_name(in.stored()), sql_name(other.stored()), kMostDifferences));
  std::vector<std::int64_t> places;
  while (rows.executeStep()) places.push_back(rows.getColumn(0).getInt64());
  return places;
}

std::vector<TableRow> shown_of(const OpenTable& table, const std::vector<std::int64_t>& places, Date today, Links& links) {
  std::vector<TableRow> rows;
  for (const auto place : places) {
    auto row = table.row(static_cast<std::size_t>(place));
    if (is_shown(table.table(), row.cells, today)) rows.push_back(links.linked(table, std::move(row), today));
  }
  return rows;
}

std::string scaled_sql(char table, const StoredColumn& column, int scale) {
  const auto name = fmt::format("{}.\"{}\"", table, column.name);
  return scale == column.scale ? name : fmt::format("{} * 1{}", name, std::string(static_cast<std::size_t>(scale - column.scale), '0'));
}

/// Columns of both, compared: figures brought to the finer of their scales. In brackets, since SQLite bounds how deep a condition is.
std::string any_differs(const StoredTable& older, const StoredTable& newer) {
  constexpr std::size_t kTogether = 10;
  std::string sql;
  std::size_t columns = 0;
  for (const auto& now : newer.columns) {
    const auto past = std::ranges::find(older.columns, now.name, &StoredColumn::name);
    if (past == older.columns.end()) continue;
    const int scale = std::max(now.scale, past->scale);
    sql += columns % kTogether != 0 ? " OR " : columns == 0 ? "(" : ") OR (";
    sql += fmt::format("{} IS NOT {}", scaled_sql('a', now, scale), scaled_sql('b', *past, scale));
    ++columns;
  }
  return columns == 0 ? "0" : sql + ")";
}

std::vector<Pair> changed_rows(Connection& connection, const OpenTable& older, const OpenTable& newer) {
  auto& rows = connection.use_made(
      fmt::format("SELECT a.\"@row\", b.\"@row\" FROM {} a CROSS JOIN {} b ON b.\"@id\" = a.\"@id\" WHERE {} ORDER BY 1 LIMIT {}",
                  sql_name(newer.stored()), sql_name(older.stored()), any_differs(older.stored(), newer.stored()), kMostDifferences));
  std::vector<Pair> pairs;
  while (rows.executeStep()) pairs.emplace_back(rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64());
  return pairs;
}

bool is_same_cell(const TableColumn& column, const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto first = decimal_of(a), second = decimal_of(b);
  return is_figure(column.type) && first && second && compare(*first, *second) == 0;
}

EditionDifference::Changed changes_of(const OpenTable& older, const OpenTable& newer, const OpenTable::Row& before,
                                      const OpenTable::Row& after) {
  EditionDifference::Changed changed{after.id, newer.label(after.cells), {}};
  for (std::size_t i = 0; i < after.cells.size(); ++i) {
    const auto& column = newer.table().columns[i];
    const auto at = column_at(older.table(), column.name);
    if (at && !is_same_cell(column, before.cells[*at], after.cells[i]))
      changed.cells.push_back({column.name, {before.cells[*at], after.cells[i]}});
  }
  return changed;
}

}  // namespace

EditionDifference difference_of(Connection& connection, const OpenTable& older, const OpenTable& newer, Date today, Links& links) {
  EditionDifference difference{older.table().edition, newer.table().edition, newer.table().reason, {}, {}, {}};
  difference.added = shown_of(newer, rows_without(connection, newer, older), today, links);
  difference.removed = shown_of(older, rows_without(connection, older, newer), today, links);
  for (const auto& [now, past] : changed_rows(connection, older, newer)) {
    const auto after = newer.row(static_cast<std::size_t>(now)), before = older.row(static_cast<std::size_t>(past));
    if (!is_shown(newer.table(), after.cells, today) || !is_shown(older.table(), before.cells, today)) continue;
    auto changed = changes_of(older, newer, before, after);
    if (!changed.cells.empty()) difference.changed.push_back(std::move(changed));
  }
  return difference;
}

}  // namespace mingting
