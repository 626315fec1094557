// DDL out of checked names.
#include "library/store/stored_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr int kFinestScale = 9;

StoredColumn stored(const TableColumn& column) {
  if (is_figure(column.type)) return {column.name, StoredAs::Figure, column.scale};
  return {column.name, column.type == CellType::Code ? StoredAs::Code : StoredAs::Text};
}

bool is_sound(const StoredTable& table) {
  const auto at = table.name.find('@');
  if (!is_stored_name(table.name.substr(0, at))) return false;
  if (at != std::string::npos && !is_stored_name(table.name.substr(at + 1))) return false;
  if (table.columns.empty() || table.columns.size() > kMostTableColumns) return false;
  std::set<std::string_view> names;
  for (const auto& column : table.columns) {
    const bool scaled = column.scale >= 0 && column.scale <= kFinestScale;
    if (!is_stored_name(column.name) || !names.insert(column.name).second || !scaled) return false;
  }
  return std::ranges::all_of(table.key, [&](std::size_t place) { return place < table.columns.size(); });
}

std::string quoted(std::string_view name) { return fmt::format("\"{}\"", name); }

std::string columns_sql(const StoredTable& table) {
  std::string sql = "\"@row\" INTEGER PRIMARY KEY, \"@id\" INTEGER NOT NULL";
  for (const auto& column : table.columns) {
    sql += fmt::format(", {} {}", quoted(column.name), column.as == StoredAs::Figure ? "INTEGER" : "TEXT");
    if (column.as != StoredAs::Text) sql += fmt::format(", {} TEXT", quoted(column.name + "~"));
  }
  return sql;
}

/// The cell as printed, in SQL that every SQLite knows.
std::string printed_sql(const StoredColumn& column) {
  const auto name = quoted(column.name), spelled = quoted(column.name + "~");
  if (column.as != StoredAs::Figure) return fmt::format("coalesce({}, '')", name);
  if (column.scale == 0) return fmt::format("coalesce({}, {}, '')", spelled, name);
  std::int64_t one = 1;
  for (int i = 0; i < column.scale; ++i) one *= 10;
  return fmt::format("coalesce({0}, CASE WHEN {1} < 0 THEN '-' ELSE '' END || (abs({1}) / {2}) || '.' || "
                     "substr(abs({1}) % {2} + {2}, 2), '')", spelled, name, one);
}

MadeObject view_of(const StoredTable& table) {
  std::string sql;
  for (const auto& column : table.columns) {
    sql += fmt::format("{}{} AS {}", sql.empty() ? "" : ", ", printed_sql(column), quoted(column.name));
  }
  const auto name = "v_" + table.name;
  return {name, fmt::format("CREATE VIEW {} AS SELECT {} FROM {} ORDER BY \"@row\"", quoted(name), sql, sql_name(table))};
}

MadeObject index_of(const StoredTable& table, const std::string& what, const std::string& columns) {
  const auto name = fmt::format("t_{}#{}", table.name, what);
  return {name, fmt::format("CREATE INDEX {} ON {} ({})", quoted(name), sql_name(table), columns)};
}

std::optional<StoredColumn> column_in(std::string_view line) {
  const auto space = line.find(' ');
  if (space == 0 || space == std::string_view::npos) return std::nullopt;
  StoredColumn column{std::string(line.substr(space + 1)), static_cast<StoredAs>(line[0])};
  if (line[0] != 't' && line[0] != 'f' && line[0] != 'c') return std::nullopt;
  const auto figures = line.substr(1, space - 1);
  const auto read = std::from_chars(figures.data(), figures.data() + figures.size(), column.scale);
  const bool whole = figures.empty() || (read.ec == std::errc() && read.ptr == figures.data() + figures.size());
  return whole ? std::optional(column) : std::nullopt;
}

std::optional<std::vector<std::size_t>> key_in(std::string_view line) {
  std::vector<std::size_t> key;
  for (const auto& part : split(line, ' ')) {
    std::size_t place = 0;
    const auto read = std::from_chars(part.data(), part.data() + part.size(), place);
    if (part.empty()) continue;
    if (read.ec != std::errc() || read.ptr != part.data() + part.size()) return std::nullopt;
    key.push_back(place);
  }
  return key;
}

}  // namespace

bool is_stored_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::optional<StoredTable> stored_form(const Table& table) {
  if (!is_stored_name(table.id)) return std::nullopt;
  StoredTable form{table.edition.empty() ? table.id : table.id + "@" + table.edition, table.access == Openness::Open};
  for (const auto& column : table.columns) form.columns.push_back(stored(column));
  for (const auto& name : table.lookup.empty() ? table.key : table.lookup) {
    const auto at = column_at(table, name);
    if (!at) return std::nullopt;
    form.key.push_back(*at);
  }
  return is_sound(form) ? std::optional(std::move(form)) : std::nullopt;
}

std::string shape_text(const StoredTable& table) {
  std::string text = table.open ? "open\n" : "closed\n";
  for (const auto place : table.key) text += fmt::format("{} ", place);
  for (const auto& column : table.columns) {
    text += fmt::format("\n{}{} {}", static_cast<char>(column.as), column.scale == 0 ? "" : std::to_string(column.scale), column.name);
  }
  return text;
}

std::optional<StoredTable> shape_in(std::string_view name, std::string_view shape) {
  const auto lines = split(shape, '\n');
  if (lines.size() < 3 || (lines[0] != "open" && lines[0] != "closed")) return std::nullopt;
  StoredTable table{std::string(name), lines[0] == "open"};
  auto key = key_in(lines[1]);
  if (!key) return std::nullopt;
  table.key = std::move(*key);
  for (std::size_t i = 2; i < lines.size(); ++i) {
    auto column = column_in(lines[i]);
    if (!column) return std::nullopt;
    table.columns.push_back(std::move(*column));
  }
  return is_sound(table) ? std::optional(std::move(table)) : std::nullopt;
}

std::vector<MadeObject> objects_of(const StoredTable& table) {
  std::vector<MadeObject> objects{
      {"t_" + table.name, fmt::format("CREATE TABLE {} ({})", sql_name(table), columns_sql(table))},
      index_of(table, "id", "\"@id\"")};
  std::string key;
  for (const auto place : table.key) key += (key.empty() ? "" : ", ") + sql_found(table.columns[place]);
  if (!key.empty()) objects.push_back(index_of(table, "key", key));
  for (std::size_t i = 0; table.open && i < table.columns.size(); ++i) {
    const auto& column = table.columns[i];
    const bool indexed = table.key.size() == 1 && table.key[0] == i;
    if (column.as == StoredAs::Code && !indexed) objects.push_back(index_of(table, "code-" + column.name, sql_found(column)));
  }
  objects.push_back(view_of(table));
  return objects;
}

std::string sql_name(const StoredTable& table) { return quoted("t_" + table.name); }

std::string sql_found(const StoredColumn& column) {
  return quoted(column.as == StoredAs::Code ? column.name + "~" : column.name);
}

}  // namespace mingting
