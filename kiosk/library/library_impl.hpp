// What one open Library holds. Private to library/.
#pragma once

#include <optional>
#include <unordered_map>

#include "library/index/facets.hpp"
#include "library/library.hpp"
#include "library/search/searcher.hpp"
#include "library/store/connection.hpp"
#include "library/tables/shelf.hpp"

namespace mingting {

struct Library::Impl {
  explicit Impl(Connection opened, std::size_t item_count)
      : connection(std::move(opened)),
        items(item_count),
        facets(connection, item_count),
        searcher(connection, facets, item_count),
        tables(connection, [this](const std::string& item) { return title_of(item); }) {}

  Connection connection;
  std::size_t items;
  FacetIndex facets;
  Searcher searcher;
  TableShelf tables;
  std::optional<std::vector<Column>> columns;
  std::unordered_map<std::string, std::vector<std::uint32_t>> orders;  ///< items of a column in its order

  /// "" when there is none, or none yet.
  std::string title_of(const std::string& item);
  void leave_out_waiting(Item& item);

  const std::vector<Column>& read_columns();
  const std::vector<std::uint32_t>& order_of(const std::string& column);
  ListPage list(const ListQuery& query);
};

}  // namespace mingting
