// What is derived from the items when publishing: passages and their index, facets, listings, relations the
// other way, document numbers, words to suggest. Collected while items stream by, written at the end. Throws
// what SQLite throws.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/content/content.hpp"
#include "domain/content/words.hpp"
#include "library/index/listing_order.hpp"
#include "library/index/suggestion_words.hpp"
#include "library/index/terms.hpp"
#include "library/store/connection.hpp"

namespace mingting {

class IndexWriter {
 public:
  void add_column(const Column& column);
  /// `number` is the item's, rising by one. Writes the passages' rows; all else waits for finish().
  void add(Connection& connection, std::uint32_t number, const Document& document);
  void suggest(std::string_view word, WordSource source) { words_.add(word, source); }
  /// How often each item is opened, by its id.
  void set_uses(const Uses& uses) { uses_ = uses; }
  bool has_column(const std::string& id) const { return columns_.contains(id); }

  void finish(Connection& connection);

 private:
  void add_passage(Connection& connection, std::uint32_t item, std::size_t block, std::size_t blocks,
                   const std::string& anchor, std::string_view text);
  void add_title(std::uint32_t number, const Item& item);
  void add_words(const Item& item);
  void write_listings(Connection& connection);
  void write_relations(Connection& connection);
  void write_facets(Connection& connection);
  void write_terms(Connection& connection);
  void write_sounds(Connection& connection);
  void write_arrays(Connection& connection);
  void write_suggestions(Connection& connection);

  /// A relation as the items themselves state it.
  struct StatedRelation {
    std::uint32_t item;
    Relation relation;
  };
  std::map<std::string, Column> columns_;
  std::map<std::string, std::vector<ListedItem>> listed_;
  Uses uses_;
  std::map<std::string, std::uint32_t> numbers_;  ///< item id -> number
  std::vector<StatedRelation> relations_;
  std::map<std::pair<std::string, std::string>, PostingWriter> facets_;
  TermIndex passages_, titles_;
  std::vector<std::uint16_t> passage_length_, title_length_;
  std::vector<std::uint32_t> item_first_passage_, title_fingerprint_;
  std::vector<std::int32_t> item_day_;
  std::vector<std::uint8_t> item_validity_;
  std::vector<std::pair<std::string, std::uint32_t>> frequent_pairs_;
  SuggestionWords words_;
};

}  // namespace mingting
