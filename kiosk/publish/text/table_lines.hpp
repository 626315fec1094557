// Is this line part of a table, how many cells has it, and how does CommonMark write it?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mingting {

/// Has a wall (| or ｜) that is not escaped.
bool is_table_row(std::string_view line);
/// Begins and ends with a wall.
bool is_walled(std::string_view line);
/// |---|:-:|, also with dashes and walls of other widths.
bool is_table_rule(std::string_view line);
std::size_t cells_in(std::string_view line);
/// The row with ASCII walls, where all of its walls are wide ones.
std::string table_row(std::string_view line);
std::string table_rule(std::size_t cells);

}  // namespace mingting
