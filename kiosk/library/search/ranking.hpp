// How passages and documents are ordered. BM25 over passages, each with its document's title and the headings
// above it; a document stands where its best passage stands, raised by its other passages and by how often it
// is opened, lowered when it is no longer valid. A passage keeps a score of its own: among places of several
// documents only that tells which answers best. The constants were set on judged questions and keywords
// (tests/bench, search_bench quality), in two folds.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "library/index/facets.hpp"
#include "library/search/query.hpp"
#include "library/search/search_index.hpp"

namespace mingting {

inline constexpr float kSaturation = 1.1F;     ///< k1
inline constexpr float kLengthWeight = 0.75F;  ///< b
inline constexpr float kRestWeight = 0.3F;     ///< of all passages of a document together, beside its best
inline constexpr float kSingleWeight =
    0.8F;  ///< of single characters, when a query's words are searched one by one

/// A document found.
struct RankedDocument {
  std::uint32_t item = 0;
  std::uint32_t passage = 0;  ///< the best
  std::uint32_t body = 0;     ///< the best that is not the item's head; 0: none has anything
  float score = 0;
  bool full = false;   ///< everything asked for is in the passage and the title
  bool title = false;  ///< everything asked for is in the title
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
  /// For the query ranked last; comparable between documents. `passage` is one of `item`.
  float passage_score(std::uint32_t item, std::uint32_t passage) const;
  /// How much of the query ranked last the item has in one passage and its title, 0 to 1; see
  /// TermQuery::share.
  float share(const RankedDocument& candidate, const TermQuery& query) const;

 private:
  /// Back to nothing found; only what was found is put back.
  void clear();
  void score_passages(const TermQuery& query);
  void add_singles(const TermQuery& query);
  void mark_titles(const TermQuery& query);
  /// By its passages alone.
  std::optional<RankedDocument> judge(std::uint32_t item, const TermQuery& query);
  std::vector<RankedDocument> judged(const TermQuery& query);
  /// The score with what else speaks for the document.
  float weighed(const RankedDocument& document, const TermQuery& query) const;
  SearchIndex* index_;
  std::vector<float> passage_score_;
  std::vector<std::uint32_t> passage_mask_, title_mask_;
  std::vector<std::uint32_t> found_passages_, found_titles_;  ///< those with any of the terms, each once
  float best_score_ = 0;                                      ///< of all passages
};

}  // namespace mingting
