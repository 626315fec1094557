// Titles looked up by key.
#include "library/tables/links.hpp"

#include "domain/table/values.hpp"

namespace mingting {

std::string Links::title(const TableColumn& column, const std::string& cell, Date today) {
  if (cell.empty() || !is_link(column)) return {};
  if (column.type == CellType::ItemLink) return item_(cell);
  OpenTable* table = table_(column.table);
  if (table == nullptr || table->table().key.size() != 1 || !table->stored().open) return {};
  for (const auto at : table->find({table->place_of(table->table().key.front())}, {cell}, 1)) {
    const auto row = table->row(at);
    if (is_shown(table->table(), row.cells, today)) return table->label(row.cells);
  }
  return {};
}

TableRow Links::linked(const OpenTable& table, OpenTable::Row row, Date today) {
  TableRow made{std::move(row.id), std::move(row.cells), {}};
  for (std::size_t i = 0; i < made.cells.size(); ++i) {
    auto title = this->title(table.table().columns[i], made.cells[i], today);
    if (!title.empty()) made.linked.emplace(table.table().columns[i].name, std::move(title));
  }
  return made;
}

}  // namespace mingting
