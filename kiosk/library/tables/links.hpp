// What do cells lead to, and what is it called?
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/table/query.hpp"
#include "library/tables/open_table.hpp"

namespace mingting {

/// Tables by name, and titles of items; nothing of what cannot be opened today.
class Links {
 public:
  using TableNamed = std::function<OpenTable*(const std::string& id)>;
  using ItemTitle = std::function<std::string(const std::string& id)>;
  Links(TableNamed table, ItemTitle item) : table_(std::move(table)), item_(std::move(item)) {}

  /// The title of what the cell leads to; "" when it leads nowhere.
  std::string title(const TableColumn& column, const std::string& cell, Date today);
  /// A row with its cells' titles.
  TableRow linked(const OpenTable& table, OpenTable::Row row, Date today);

 private:
  TableNamed table_;
  ItemTitle item_;
};

inline bool is_link(const TableColumn& column) {
  return column.type == CellType::ItemLink || column.type == CellType::RowLink || column.type == CellType::Place;
}

}  // namespace mingting
