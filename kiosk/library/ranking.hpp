// How passages and documents are ordered. BM25 over passages; a document stands where its best passage stands, raised by
// its title and lowered when it is no longer valid. The constants were set by tests/bench/search_quality.
#pragma once

#include <cstdint>
#include <vector>

#include "library/facets.hpp"
#include "library/query.hpp"
#include "library/search_index.hpp"

namespace mingting {

inline constexpr float kSaturation = 1.0F;     ///< k1
inline constexpr float kLengthWeight = 0.5F;   ///< b
inline constexpr float kSynonymWeight = 0.8F;  ///< of a term that only a synonym has
inline constexpr float kTitleWeight = 0.5F;    ///< of terms in the title, beside those in the passage

/// A document found.
struct Candidate {
  std::uint32_t item = 0;
  std::uint32_t passage = 0;  ///< the best
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
  std::vector<Candidate> rank(const Query& query);
  /// The best passages of an item, best first, for the query ranked last.
  std::vector<RankedPassage> best_passages(std::uint32_t item, std::size_t most) const;
  /// Of the query ranked last. passage < passages().
  float passage_score(std::uint32_t passage) const { return passage < passage_score_.size() ? passage_score_[passage] : 0; }

 private:
  void score_passages(const Query& query);
  void score_titles(const Query& query);
  float score_of(std::uint32_t item, float passage, bool title, const Query& query) const;
  SearchIndex* index_;
  std::vector<float> passage_score_, title_score_;
  std::vector<std::uint32_t> passage_mask_, title_mask_;
};

}  // namespace mingting
