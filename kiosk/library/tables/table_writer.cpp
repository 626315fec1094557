// One prepared statement a table; indexes when the rows are in.
#include "library/tables/table_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "library/store/table_json.hpp"
#include "library/tables/cells.hpp"
#include "library/tables/code_writer.hpp"

namespace mingting {
namespace {

std::string insert_sql(const StoredTable& table) {
  std::string places = "?,?";
  for (const auto& column : table.columns) places += column.as == StoredAs::Text ? ",?" : ",?,?";
  return fmt::format("INSERT INTO {} VALUES ({})", sql_name(table), places);
}

std::vector<std::size_t> searched_columns(const Table& table) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].searched && table.access == Openness::Open && table.edition.empty()) places.push_back(i);
  }
  return places;
}

}  // namespace

Result<void> TableWriter::begin(Connection& connection, const Table& table) {
  if (table.access == Openness::Private) return fail(Trouble::Invalid, "library-writer.table-private", table.id);
  auto stored = stored_form(table);
  if (!stored) return fail(Trouble::Invalid, "library-writer.table-names", table.id, kMostTableColumns);
  if (std::ranges::find(tables_, stored->name, [](const auto& each) { return each.stored.name; }) != tables_.end())
    return fail(Trouble::Invalid, "library-writer.table-twice", stored->name);
  if (tables_.size() >= kMostTables) return fail(Trouble::Invalid, "library-writer.tables-too-many", kMostTables);
  const std::int64_t first = tables_.empty() ? 0 : tables_.back().first_row + tables_.back().rows;
  connection.run(objects_of(*stored).front().sql);
  auto insert = insert_sql(*stored);
  tables_.push_back({table, std::move(*stored), searched_columns(table), 0, first, std::move(insert)});
  return {};
}

Result<void> TableWriter::add(Connection& connection, const std::vector<std::string>& cells) {
  if (tables_.empty()) return fail(Trouble::Invalid, "library-writer.row-without-table");
  auto& now = tables_.back();
  const auto unfit = [&](std::string_view column) {
    return fail(Trouble::Invalid, "library-writer.row-unfit", now.stored.name, now.rows + 1, column);
  };
  const bool room = now.rows < kMostTableRows && now.first_row + now.rows < kMostRowsTogether;
  if (cells.size() != now.table.columns.size() || !room) return unfit({});
  auto& row = connection.use_made(now.insert);
  row.bind(1, now.rows), row.bind(2, id_number(row_id(now.table, cells)));
  int at = 3;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!bind_cell(row, at, now.table.columns[i], now.stored.columns[i], cells[i])) return unfit(now.stored.columns[i].name);
  }
  row.exec();
  searched_cells_.clear();
  for (const auto place : now.searched) searched_cells_.push_back(cells[place]);
  if (!searched_cells_.empty()) terms_.add(connection, static_cast<std::uint32_t>(now.first_row + now.rows), searched_cells_);
  ++now.rows;
  return {};
}

void TableWriter::describe(Connection& connection, std::size_t number) {
  const auto& each = tables_[number];
  auto& row = connection.use("INSERT INTO table_description VALUES (?,?,?,?,?,?)");
  row.bind(1, static_cast<std::int64_t>(number)), bind_text(row, 2, each.stored.name);
  bind_text(row, 3, shape_text(each.stored)), row.bind(4, each.rows), row.bind(5, each.first_row);
  bind_text(row, 6, table_to_json(each.table));
  row.exec();
}

void TableWriter::finish(Connection& connection) {
  terms_.flush(connection);
  for (std::size_t number = 0; number < tables_.size(); ++number) {
    const auto& each = tables_[number];
    describe(connection, number);
    if (each.stored.open) write_codes(connection, static_cast<std::uint32_t>(number), each.table, each.stored);
    const auto objects = objects_of(each.stored);
    for (auto object = objects.begin() + 1; object != objects.end(); ++object) connection.run(object->sql);
  }
}

}  // namespace mingting
