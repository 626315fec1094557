// How is a table's description written in a content.db?
#pragma once

#include <string>
#include <string_view>

#include "domain/table/table.hpp"

namespace mingting {

std::string table_to_json(const Table& table);
/// Throws what JsonReader throws.
Table table_from_json(std::string_view json);

}  // namespace mingting
