// Items and their blocks into their tables: half of LibraryWriter. Throws what SQLite throws.
#pragma once

#include <cstdint>

#include "domain/content/content.hpp"
#include "library/store/connection.hpp"

namespace mingting {

class ItemWriter {
 public:
  /// Items are numbered from 0, blocks from 1, in the order they are written.
  void write(Connection& connection, const Document& document);
  std::uint32_t items() const { return items_; }

 private:
  void write_item(Connection& connection, const Document& document);
  void write_lists(Connection& connection, const Item& item);
  void write_block(Connection& connection, const Block& block, std::size_t position);
  std::uint32_t items_ = 0;
  std::int64_t blocks_ = 1;
};

}  // namespace mingting
