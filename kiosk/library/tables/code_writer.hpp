// Numbers in place of cells, made of a table that is written. Throws what SQLite throws.
#pragma once

#include <cstdint>

#include "domain/table/table.hpp"
#include "library/store/connection.hpp"
#include "library/store/stored_table.hpp"

namespace mingting {

/// Of every column; one column at a time is in memory.
void write_codes(Connection& connection, std::uint32_t number, const Table& table, const StoredTable& stored);

}  // namespace mingting
