// The plan of a search (DESIGN §6): document number, exact title, all words, what sounds the same, any words,
// suggestions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/content/search.hpp"
#include "library/index/facets.hpp"
#include "library/index/word_list.hpp"
#include "library/search/query.hpp"
#include "library/search/ranking.hpp"
#include "library/search/repair.hpp"
#include "library/search/search_index.hpp"

namespace mingting {

class Searcher {
 public:
  Searcher(Connection& connection, FacetIndex& facets, std::size_t items)
      : connection_(&connection), facets_(&facets), index_(connection, items), ranking_(index_) {}

  SearchResults search(const SearchQuery& query);
  std::vector<std::string> suggest(std::string_view text, std::size_t count);
  /// As the index was folded.
  const Folding& folding() { return index_.folding(); }

 private:
  friend class SearchRun;
  /// The index and the synonyms, read at the first search.
  void load();
  void load_synonyms();
  /// Read when first needed: most searches by characters never do.
  const WordList& word_list();
  Connection* connection_;
  FacetIndex* facets_;
  SearchIndex index_;
  Ranking ranking_;
  WordList words_;
  Synonyms synonyms_;
  KnownWords known_;  ///< of the synonyms, on either side
  bool loaded_ = false, has_words_ = false;
};

/// Whether all of it is Latin letters: then it may be pinyin.
bool is_letters(std::u32string_view folded);
/// The letters without the spaces between them; the text must be is_letters().
std::string letters_of(std::u32string_view folded);

}  // namespace mingting
