// Columns and views of a table by name, and a row's own name.
#include "domain/table/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace mingting {
namespace {

constexpr std::uint64_t kFirst = 0xcbf29ce484222325U, kPrime = 0x100000001b3U;  // FNV-1a

void take(std::uint64_t& hash, char byte) { hash = (hash ^ static_cast<unsigned char>(byte)) * kPrime; }

void take_cell(std::uint64_t& hash, std::string_view cell) {
  for (const char byte : cell) take(hash, byte);
  take(hash, '\x1f');  // "ab","c" is not "a","bc"
}

}  // namespace

std::optional<std::size_t> column_at(const Table& table, std::string_view name) {
  const auto found = std::ranges::find(table.columns, name, &TableColumn::name);
  if (found == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.columns.begin());
}

const TableColumn* find_table_column(const Table& table, std::string_view name) {
  const auto at = column_at(table, name);
  return at ? &table.columns[*at] : nullptr;
}

const TableView* find_table_view(const Table& table, std::string_view id) {
  const auto found = std::ranges::find(table.views, id, &TableView::id);
  return found == table.views.end() ? nullptr : &*found;
}

std::string row_id_of_key(const Table& table, std::string_view key) {
  std::vector<std::string> cells(table.columns.size());
  if (const auto at = table.key.size() == 1 ? column_at(table, table.key.front()) : std::nullopt) cells[*at] = key;
  return row_id(table, cells);
}

std::string row_id(const Table& table, const std::vector<std::string>& cells) {
  std::uint64_t hash = kFirst;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (table.key.empty()) take_cell(hash, cells[i]);
  }
  for (const auto& name : table.key) {
    if (const auto at = column_at(table, name); at && *at < cells.size()) take_cell(hash, cells[*at]);
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace mingting
