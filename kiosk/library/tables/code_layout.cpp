// The order of cells.
#include "library/tables/code_layout.hpp"

#include <algorithm>

namespace mingting {

namespace {

bool is_figure_sign(char c) { return c >= '0' && c <= '9'; }

void append_number(std::string& key, std::size_t number) {
  for (const int shift : {16, 8, 0}) key += static_cast<char>(number >> shift & 0xFF);
}

}  // namespace

std::string sorting_key(const TableColumn& column, std::string_view cell) {
  std::string key;
  if (!column.choices.empty()) {
    append_number(key, static_cast<std::size_t>(std::ranges::find(column.choices, cell) - column.choices.begin()));
  }
  for (std::size_t at = 0; at < cell.size();) {
    if (!is_figure_sign(cell[at])) {
      key += cell[at++];
      continue;
    }
    while (at + 1 < cell.size() && cell[at] == '0' && is_figure_sign(cell[at + 1])) ++at;
    std::size_t end = at;
    while (end < cell.size() && is_figure_sign(cell[end])) ++end;
    key += '0';  // figures stand where 0 stands among other characters
    append_number(key, end - at);
    key += cell.substr(at, end - at);
    at = end;
  }
  return key;
}

bool is_cell_before(const TableColumn& column, std::string_view a, std::string_view b) {
  const auto first = sorting_key(column, a), second = sorting_key(column, b);
  return first != second ? first < second : a < b;
}

}  // namespace mingting
