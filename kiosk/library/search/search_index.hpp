// Read access to the search tables: arrays that every query needs, loaded at the first one, and lists by
// term.
//
// Why not SQLite's FTS5: on 141,000 articles, bigrams without positions, ranking alone took p50 1.3 ms and
// p99 68 ms for two characters (11 and 67 ms for the hundred most common), counting the documents another 2.6
// and 12 ms, and the file could be opened only by a program that has the tokenizer. These lists, whole and
// walked to the end, with titles, grouping, exact counts of five facets and twenty snippets take 0.8 and 3 ms
// on the same clock (common ones among them), and are plain tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "library/index/folding.hpp"
#include "library/index/readings.hpp"
#include "library/store/connection.hpp"

namespace mingting {

/// Where a passage stands; see passages.hpp.
struct StoredPassage {
  std::uint32_t item = 0;
  std::int64_t block = 0, blocks = 0;
  std::string anchor;
};

class SearchIndex {
 public:
  SearchIndex(Connection& connection, std::size_t items) : connection_(&connection), items_(items) {}

  /// Throws std::runtime_error when the arrays do not fit each other.
  void load();
  /// Characters and their readings; loaded when first asked for.
  const Folding& folding();
  const Readings& readings();

  std::size_t items() const { return items_; }
  std::size_t passages() const { return length_norm_.size(); }
  /// 1 - b + b * length / average length, of a passage.
  float length_norm(std::uint32_t passage) const { return length_norm_[passage]; }
  std::uint32_t first_passage(std::uint32_t item) const { return first_passage_[item]; }  ///< item <= items()
  std::uint32_t item_of(std::uint32_t passage) const;
  std::uint32_t title_length(std::uint32_t item) const { return title_length_[item]; }
  /// Whether its short title (title_forms.hpp) can have this fingerprint: always, where the file has none.
  bool may_be_titled(std::uint32_t item, std::uint32_t fingerprint) const {
    return title_fingerprint_.empty() || title_fingerprint_[item] == fingerprint;
  }
  std::int32_t day(std::uint32_t item) const { return day_[item]; }
  std::uint8_t validity(std::uint32_t item) const { return validity_[item]; }
  /// How often it is opened, as a logarithm: 1 for the item opened most, 0 for one never opened or of an
  /// unknown count.
  float uses(std::uint32_t item) const { return uses_[item]; }

  /// How many passages have the term, 0 for none.
  std::uint32_t passages_with(std::string_view term);
  /// Valid until the next call; "" for an unknown term.
  std::string_view postings(std::string_view term);
  std::string_view title_postings(std::string_view term);
  StoredPassage passage(std::uint32_t number);
  /// Pairs of characters that sound like the letters, most frequent first.
  std::vector<std::string> pairs_sounding(std::string_view letters, std::size_t most);

 private:
  std::string array(std::string_view name);
  void load_uses();
  Connection* connection_;
  std::size_t items_;
  bool loaded_ = false, has_readings_ = false, has_folding_ = false;
  std::vector<float> length_norm_;
  std::vector<std::uint32_t> first_passage_;
  std::vector<std::uint16_t> title_length_;
  std::vector<std::uint32_t> title_fingerprint_;
  std::vector<std::int32_t> day_;
  std::vector<std::uint8_t> validity_;
  std::vector<float> uses_;
  Folding folding_;
  Readings readings_;
};

}  // namespace mingting
