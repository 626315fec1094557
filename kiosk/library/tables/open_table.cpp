// Descriptions believed only where they fit the shape that the file was opened by.
#include "library/tables/open_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "domain/table/values.hpp"
#include "library/store/table_json.hpp"
#include "library/tables/cells.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongestDescription = 1 << 20;

[[noreturn]] void lies() { throw std::runtime_error("table_description"); }

}  // namespace

OpenTable::OpenTable(Connection& connection, const std::string& name) : connection_(&connection) {
  auto& row = connection.use("SELECT number, shape, rows, first_row, description FROM table_description WHERE name = ?");
  bind_text(row, 1, name);
  if (!row.executeStep()) lies();
  number_ = row.getColumn(0).getInt64();
  const auto shape = shape_in(name, bytes_of(row, 1));
  const auto rows = row.getColumn(2).getInt64(), first = row.getColumn(3).getInt64();
  const auto description = bytes_of(row, 4);
  const bool sane = number_ >= 0 && rows >= 0 && rows <= kMostTableRows && first >= 0 && first + rows <= kMostRowsTogether;
  if (!shape || !sane || description.size() > kLongestDescription) lies();
  table_ = table_from_json(description);
  if (stored_form(table_) != shape) lies();
  stored_ = *shape;
  rows_ = static_cast<std::size_t>(rows), first_row_ = static_cast<std::uint32_t>(first);
}

std::size_t OpenTable::place_of(std::string_view column) const {
  const auto at = column_at(table_, column);
  if (!at) throw NoSuchColumn{std::string(column)};
  return *at;
}

const CodedColumn& OpenTable::column(std::size_t place) {
  const auto found = columns_.find(place);
  if (found != columns_.end()) return found->second;
  const ColumnPlace where{static_cast<std::uint32_t>(number_), place, rows_};
  return columns_.emplace(place, CodedColumn(*connection_, where, table_.columns[place], stored_)).first->second;
}

OpenTable::Row OpenTable::row(std::size_t at) const {
  auto& row = connection_->use_made(
      fmt::format("SELECT \"@id\", {} FROM {} WHERE \"@row\" = ?", cells_sql(stored_), sql_name(stored_)));
  row.bind(1, static_cast<std::int64_t>(at));
  if (!row.executeStep()) throw std::runtime_error("row");
  return {id_text(row.getColumn(0).getInt64()), read_cells(row, 1, stored_)};
}

std::vector<std::size_t> OpenTable::find(const std::vector<std::size_t>& columns, const std::vector<std::string>& cells,
                                         std::size_t most) const {
  std::string where;
  for (const auto place : columns) where += fmt::format("{}{} = ?", where.empty() ? "" : " AND ", sql_found(stored_.columns[place]));
  auto& rows = connection_->use_made(fmt::format("SELECT \"@row\" FROM {} WHERE {} LIMIT ?", sql_name(stored_), where));
  std::vector<std::string> formed = cells;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& column = table_.columns[columns[i]];
    const auto& stored = stored_.columns[columns[i]];
    (void)put_in_form(column, formed[i]);
    int at = static_cast<int>(i) + 1;
    if (stored.as == StoredAs::Code) bind_text(rows, at, folded_code(column, formed[i]));
    else if (!bind_cell(rows, at, column, {stored.name, StoredAs::Text}, formed[i])) return {};
  }
  rows.bind(static_cast<int>(columns.size()) + 1, static_cast<std::int64_t>(most));
  std::vector<std::size_t> found;
  while (rows.executeStep()) {
    const auto at = rows.getColumn(0).getInt64();
    if (at >= 0 && at < static_cast<std::int64_t>(rows_)) found.push_back(static_cast<std::size_t>(at));
  }
  return found;
}

std::optional<std::size_t> OpenTable::find_id(std::string_view id) const {
  auto& row = connection_->use_made(fmt::format("SELECT \"@row\" FROM {} WHERE \"@id\" = ? LIMIT 1", sql_name(stored_)));
  row.bind(1, id_number(id));
  if (id.size() != 16 || !row.executeStep()) return std::nullopt;
  const auto at = row.getColumn(0).getInt64();
  if (at < 0 || at >= static_cast<std::int64_t>(rows_)) return std::nullopt;
  return static_cast<std::size_t>(at);
}

const std::string& OpenTable::label(const std::vector<std::string>& cells) const {
  const auto at = table_.label.empty() ? std::optional<std::size_t>(0) : column_at(table_, table_.label);
  return cells[at.value_or(0)];
}

}  // namespace mingting
