// How passages and documents are ordered. BM25 over passages; a document stands where its best passage stands, raised by
// its other passages and its title, lowered when it is no longer valid. The constants were set with search_bench quality
// (tests/bench): on judged questions and keywords the other passages give 5 to 10 points of nDCG, single characters one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "library/index/facets.hpp"
#include "library/search/query.hpp"
#include "library/search/search_index.hpp"

namespace mingting {

inline constexpr float kSaturation = 1.0F;     ///< k1
inline constexpr float kLengthWeight = 0.6F;   ///< b
inline constexpr float kSynonymWeight = 0.8F;  ///< of a term that only a synonym has
inline constexpr float kTitleWeight = 0.15F;   ///< of terms in the title, beside those in the passage
inline constexpr float kRestWeight = 0.3F;     ///< of all passages of a document together, beside its best
inline constexpr float kSingleWeight = 0.5F;   ///< of single characters, when a query's words are searched one by one

/// A document found.
struct RankedDocument {
  std::uint32_t item = 0;
  std::uint32_t passage = 0;  ///< the best
  std::uint32_t body = 0;     ///< the best that is not the item's head; 0: none has anything
  float score = 0;
  bool full = false;          ///< everything asked for is in the passage and the title
  bool title = false;         ///< everything asked for is in the title
};

struct RankedPassage {
  std::uint32_t passage = 0;
  float score = 0;
};

/// Scores a whole query at once; keeps its tables between queries. Not for two queries at a time.
class Ranking {
 public:
  explicit Ranking(SearchIndex& index) : index_(&index) {}

  /// Every document with any of the terms, unordered.
  std::vector<RankedDocument> rank(const TermQuery& query);
  /// The best passages of an item, best first, for the query ranked last.
  std::vector<RankedPassage> best_passages(std::uint32_t item, std::size_t most) const;
  /// Of the query ranked last. passage < passages().
  float passage_score(std::uint32_t passage) const { return passage < passage_score_.size() ? passage_score_[passage] : 0; }

 private:
  void score_passages(const TermQuery& query);
  void score_titles(const TermQuery& query);
  void add_singles(const TermQuery& query);
  std::optional<RankedDocument> judge(std::uint32_t item, const TermQuery& query) const;
  float score_of(const RankedDocument& best, float squares, const TermQuery& query) const;
  SearchIndex* index_;
  std::vector<float> passage_score_, title_score_;
  std::vector<std::uint32_t> passage_mask_, title_mask_;
};

}  // namespace mingting
