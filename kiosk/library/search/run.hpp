// One search from its text to its results: collects documents stage by stage. Private to searcher.cpp.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "domain/identity/document_number.hpp"
#include "library/search/place.hpp"
#include "library/search/searcher.hpp"
#include "library/store/item_reader.hpp"

namespace mingting {

class SearchRun {
 public:
  SearchRun(Searcher& searcher, const SearchQuery& asked);
  SearchResults answer();

 private:
  /// A document found, and by which query.
  struct Found {
    RankedDocument candidate;
    SearchStage stage;
    double tier;  ///< the higher the earlier, whatever the score
    const TermQuery* query;
    std::optional<StoredPassage> place = std::nullopt;  ///< shown instead of the best passage
  };

  /// All stages that are wanted; the earlier ones come first.
  void find();
  void by_place();
  void by_number();
  void suggest_numbers(const std::vector<std::uint32_t>& items);
  void by_words();
  void by_letters();
  void by_sound();
  std::vector<std::u32string> slips(const std::vector<WordMatch>& sounding);
  bool stands_whole_in(std::vector<RankedDocument> ranked, std::u32string_view words);
  void by_any_words();
  void take_anew(const std::vector<RankedDocument>& ranked, const TermQuery& query);
  void collect_suggestions();
  void suggest(std::string word);

  const TermQuery& prepare(std::u32string text);
  std::vector<RankedDocument> rank(const TermQuery& query);
  bool add(const RankedDocument& candidate, SearchStage stage, double tier, const TermQuery& query);
  /// All documents that have the whole query; how many there were.
  std::size_t add_full(const std::vector<RankedDocument>& found, SearchStage stage, double tier,
                       const TermQuery& query);
  bool is_exact_title(const RankedDocument& candidate, const TermQuery& query);
  bool number_matches(std::string_view stored_prefix, const std::u32string& wanted) const;

  std::vector<Found> best();
  SearchHit hit_of(const Found& found);
  double score_of(const Found& found, std::uint32_t passage);
  void add_further(const Found& found, const StoredItem& item, SearchHit& hit);
  void show_passage(const TermQuery& query, const StoredItem& item, const StoredPassage& passage,
                    SearchHit& hit);
  void show_head(const Found& found, const StoredItem& item, SearchHit& hit);
  Snippet snippet_of(const TermQuery& query, const StoredItem& item, std::int64_t block, std::int64_t blocks);

  Searcher& searcher_;
  const SearchQuery& asked_;
  std::u32string text_;
  std::optional<DocumentNumber> number_;
  std::deque<TermQuery> queries_;
  const TermQuery* ranked_ = nullptr;  ///< the one ranking_ holds the scores of
  std::vector<Found> found_;
  ItemSet seen_;
  std::vector<std::string> suggestions_;
};

}  // namespace mingting
