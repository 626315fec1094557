// The order of a column's items, worked out when publishing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/content/content.hpp"

namespace mingting {

/// What an item's place in its column depends on.
struct ListedItem {
  std::uint32_t number = 0;
  std::string id;
  std::string group;  ///< value of the column's group_by field
  std::string order;  ///< value of its field "order"
  std::optional<Date> date;  ///< published, or made
};

/// Lists: newest first. Others: by field "order", then id, both as people count (2 before 10); groups stay together, a
/// group standing where its first item stands.
void sort_listing(const Column& column, std::vector<ListedItem>& items);

/// Compares text with runs of figures compared as numbers.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace mingting
