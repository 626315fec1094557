// Questions to the library and its answers, as values.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "domain/content/content.hpp"

namespace mingting {

/// Filter by field name (column, issuer, year, validity, topic, or a column's own field) -> accepted values.
using Filters = std::map<std::string, std::vector<std::string>>;

struct FacetValue {
  std::string value;
  std::size_t count = 0;
  bool operator==(const FacetValue&) const = default;
};
/// A filter's values with the number of items each would leave, other filters applied.
struct Facet {
  std::string field, title;
  std::vector<FacetValue> values;
  std::string title_en{};
  bool operator==(const Facet&) const = default;
};

struct ListQuery {
  std::string column;
  Filters filters;
  std::size_t offset = 0, limit = 50;
  bool operator==(const ListQuery&) const = default;
};
struct ListPage {
  std::vector<Item> items;  ///< metadata only, in the column's order
  std::size_t total = 0;
  std::vector<Facet> facets;
  bool operator==(const ListPage&) const = default;
};

struct SearchQuery {
  std::string text;
  Filters filters;
  std::size_t limit = 20;
  std::size_t passages = 1;  ///< of each document, best first: the hit's own and `further` ones
  bool operator==(const SearchQuery&) const = default;
};

/// A piece of text with the places that matched, as byte ranges [from, to).
struct Snippet {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  bool operator==(const Snippet&) const = default;
};

/// One more place of a document found.
struct FurtherPassage {
  Snippet passage;
  std::string anchor;
  std::size_t block = 0;
  double score = 0;
  bool operator==(const FurtherPassage&) const = default;
};

/// A document found, with its best passage.
struct SearchHit {
  Item item;
  Snippet title;
  Snippet passage;
  std::string anchor;   ///< heading the passage stands under; "" for the top
  std::size_t block = 0;  ///< index of the passage's first block in the document
  double score = 0;
  double share = 1;  ///< of what was asked in the passage and its title, 0 to 1: rare words count more
  std::vector<FurtherPassage> further;  ///< as many as SearchQuery::passages asks for beyond the first
  bool operator==(const SearchHit&) const = default;
};

/// How the hits were found, so that the page can say so. Place: the article asked for. Near: too little of what was asked
/// stands in any document to call it found; the hits are what comes nearest.
enum class SearchStage { Place, DocumentNumber, Title, AllWords, AnyWords, Suggestion, Near, Nothing };

struct SearchResults {
  std::string query;
  SearchStage stage = SearchStage::Nothing;
  std::vector<SearchHit> hits;
  std::size_t total = 0;   ///< documents; counted up to 1,000
  bool total_capped = false;
  std::vector<Facet> facets;
  std::vector<std::string> suggestions;  ///< words that stand in the content or its lists, when little was found
  bool operator==(const SearchResults&) const = default;
};

}  // namespace mingting
