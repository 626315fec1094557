// How does a cell in its one form stand in the table that stores it?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/table/table.hpp"
#include "library/store/connection.hpp"
#include "library/store/stored_table.hpp"

namespace mingting {

/// Binds the cell from place `at` on, which moves behind it. False: it is a figure that is none or has more digits after the point
/// than its column. The cell outlives the step.
bool bind_cell(SQLite::Statement& statement, int& at, const TableColumn& column, const StoredColumn& stored, const std::string& cell);
/// What read_cells() reads, for SELECT.
std::string cells_sql(const StoredTable& table);
/// From column `at` of the row on.
std::vector<std::string> read_cells(SQLite::Statement& row, int at, const StoredTable& table);

/// row_id() as it is stored, and back.
std::int64_t id_number(std::string_view id);
std::string id_text(std::int64_t number);

}  // namespace mingting
