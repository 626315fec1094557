// Items and documents out of their tables. Throws what SQLite and values.hpp throw.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/content/content.hpp"
#include "library/store/connection.hpp"

namespace mingting {

/// An item with the place of its blocks.
struct StoredItem {
  Item item;
  std::int64_t first_block = 0, blocks = 0;
};

/// Nothing when no item has the number or the id. An item with more than 200,000 blocks is taken for damage.
std::optional<StoredItem> read_item(Connection& connection, std::uint32_t number);
std::optional<std::uint32_t> find_item(Connection& connection, std::string_view id);
/// `count` blocks of the item from position `from` on, fewer at its end.
std::vector<Block> read_blocks(Connection& connection, const StoredItem& item, std::int64_t from, std::int64_t count);

}  // namespace mingting
