// How do the numbers lie that stand in place of an open table's cells (schema.hpp: table_code, table_array)?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/table/table.hpp"

namespace mingting {

/// Rows a block; words a block too.
inline constexpr std::size_t kCodeBlock = 16'384;
/// The words themselves are kept where they are no more than this, and no longer together.
inline constexpr std::size_t kMostWords = 4'096, kMostWordBytes = 256 << 10;

/// Whether the column's cells are numbers as such: figures, and days counted from 1970. Of others each different cell has a number.
inline bool is_counted(const TableColumn& column) { return is_figure(column.type) || column.type == CellType::Day; }

/// The order of a column's cells: an Option's as its choices stand, all else with runs of figures as numbers. No two that differ are
/// equal. Bytes that compare so are sorting_key(), of which equal ones stand for cells that are then compared as they are.
std::string sorting_key(const TableColumn& column, std::string_view cell);
bool is_cell_before(const TableColumn& column, std::string_view a, std::string_view b);

}  // namespace mingting
