// Which items have which value in which field: filters, and how many items each value of a filter would leave.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/content/search.hpp"
#include "library/store/connection.hpp"

namespace mingting {

/// A set of items by number.
class ItemSet {
 public:
  explicit ItemSet(std::size_t items = 0, bool all = false);
  void erase(std::uint32_t item) { words_[item >> 6] &= ~(std::uint64_t{1} << (item & 63)); }
  void insert(std::uint32_t item) { words_[item >> 6] |= std::uint64_t{1} << (item & 63); }
  bool contains(std::uint32_t item) const { return (words_[item >> 6] >> (item & 63) & 1) != 0; }
  void intersect(const ItemSet& other);
  std::size_t size() const;

 private:
  std::vector<std::uint64_t> words_;
};

/// The values of an item that can be filtered by: (field, value), several values of one field apart. Fields: column,
/// issuer, year, validity, topic, disclosure, explainer_form, and the item's own. Values over kLongestFacet bytes are
/// text, not values.
inline constexpr std::size_t kLongestFacet = 256;
std::vector<std::pair<std::string, std::string>> facet_values_of(const Item& item);

/// Reads facet_value as it is asked, keeping what it has read.
class FacetIndex {
 public:
  FacetIndex(Connection& connection, std::size_t items) : connection_(&connection), items_(items) {}

  /// Items published after this day are waiting: they pass no filter.
  void show_on(Date today);
  bool waits(std::uint32_t item) const { return std::ranges::find(waiting_, item) != waiting_.end(); }

  /// Items that pass all filters (of one field: any of the values); an unknown field or value leaves none.
  ItemSet passing(const Filters& filters, std::string_view except_field = {});
  /// Counts over `found` (what the filters are applied to, itself unfiltered). Values that would leave nothing are left
  /// out unless they are chosen. Years newest first; the others by `places` (item -> place in the list shown), a value
  /// standing where its first item stands, or, without places, most frequent first.
  Facet count(const ColumnField& field, const Filters& filters, const ItemSet& found,
              const std::vector<std::uint32_t>& places = {});

 private:
  struct Value {
    std::string value;
    std::vector<std::uint32_t> items;
  };
  const std::vector<Value>& values_of(std::string_view field);
  Connection* connection_;
  std::size_t items_;
  Date today_{};
  std::vector<std::uint32_t> waiting_;
  std::map<std::string, std::vector<Value>, std::less<>> fields_;
};

/// The fields search offers as filters, with their titles.
const std::vector<ColumnField>& search_facets();

}  // namespace mingting
