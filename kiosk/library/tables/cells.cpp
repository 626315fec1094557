// Figures as whole numbers, codes beside the form in which they are found.
#include "library/tables/cells.hpp"

#include <fmt/format.h>

#include <charconv>

#include "domain/table/decimal.hpp"
#include "domain/table/values.hpp"

namespace mingting {
namespace {

bool bind_figure(SQLite::Statement& statement, int& at, const StoredColumn& stored, const std::string& cell) {
  const auto number = decimal_of(cell);
  const auto scaled = number ? rescaled(*number, stored.scale) : std::nullopt;
  if (!scaled || number->scale > stored.scale) return false;
  statement.bind(at++, scaled->units);
  if (plain(*scaled) != cell) statement.bindNoCopy(at, cell);
  ++at;
  return true;
}

}  // namespace

bool bind_cell(SQLite::Statement& statement, int& at, const TableColumn& column, const StoredColumn& stored, const std::string& cell) {
  if (cell.empty()) {  // NULL
    at += stored.as == StoredAs::Text ? 1 : 2;
    return true;
  }
  if (stored.as == StoredAs::Figure) return bind_figure(statement, at, stored, cell);
  statement.bindNoCopy(at++, cell);
  if (stored.as == StoredAs::Code) bind_text(statement, at++, folded_code(column, cell));
  return true;
}

std::string cells_sql(const StoredTable& table) {
  std::string sql;
  for (const auto& column : table.columns) {
    sql += fmt::format("{}\"{}\"", sql.empty() ? "" : ", ", column.name);
    if (column.as == StoredAs::Figure) sql += fmt::format(", \"{}~\"", column.name);
  }
  return sql;
}

std::vector<std::string> read_cells(SQLite::Statement& row, int at, const StoredTable& table) {
  std::vector<std::string> cells;
  cells.reserve(table.columns.size());
  for (const auto& column : table.columns) {
    const int place = at++;
    if (column.as != StoredAs::Figure) {
      cells.push_back(text_of(row, place));
      continue;
    }
    const int spelled = at++;
    if (row.isColumnNull(place)) cells.emplace_back();
    else if (!row.isColumnNull(spelled)) cells.push_back(text_of(row, spelled));
    else cells.push_back(plain({row.getColumn(place).getInt64(), column.scale}));
  }
  return cells;
}

std::int64_t id_number(std::string_view id) {
  std::uint64_t number = 0;
  std::from_chars(id.data(), id.data() + id.size(), number, 16);
  return static_cast<std::int64_t>(number);
}

std::string id_text(std::int64_t number) { return fmt::format("{:016x}", static_cast<std::uint64_t>(number)); }

}  // namespace mingting
