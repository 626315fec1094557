// What a visitor typed, as terms of the index: units that must all occur, each in one of several ways
// (synonyms).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "library/index/folding.hpp"
#include "library/search/search_index.hpp"

namespace mingting {

/// One way to say a unit: characters in a row, and the terms that make them up.
struct Alternative {
  std::u32string text;
  std::uint32_t mask = 0;  ///< bits of TermQuery::terms that must all match
  float rarity = 0;        ///< of all its terms together, those that occur nowhere among them
  bool possible = true;    ///< false: a term of it occurs nowhere
  float weight = 1;        ///< of its terms, where what was typed does not have them too
};
struct QueryUnit {
  std::vector<Alternative> alternatives;  ///< as typed first
};

struct QueryTerm {
  std::string text;
  std::uint32_t passages = 0;  ///< how many have it
  float weight = 1;            ///< of its score: 1 for what was typed
  float rarity = 0;            ///< how much it tells: the fewer passages have it, the more
};

/// At most this many terms of a query are looked up: long questions stay fast, and a mask fits a word.
inline constexpr std::size_t kMostTerms = 32;
inline constexpr std::size_t kLongestQuery = 120;  ///< characters; what follows is not looked at

struct TermQuery {
  std::u32string text;  ///< folded, gaps as spaces
  std::vector<QueryUnit> units;
  std::vector<QueryTerm> terms;    ///< existing ones, the rarest if there are too many
  std::vector<QueryTerm> singles;  ///< its single characters; see add_singles()
  std::size_t characters = 0;      ///< gaps not counted
  std::uint32_t as_title = 0;      ///< fingerprint of the text as a short title

  bool empty() const { return units.empty(); }
  /// Whether some passage could have everything.
  bool possible() const;
  /// Whether terms matched in `mask` cover every unit.
  bool covered(std::uint32_t mask) const;
  /// How much of what was asked the terms in `mask` are, 0 to 1, rare terms counting more.
  float share(std::uint32_t mask) const;
};

/// What else a word may be called, and how much the other name counts.
struct Meaning {
  std::u32string text;
  float weight = 1;
};
/// By the word, all folded. Synonyms stand in both directions (社保 -> 社会保险, 社会保险 -> 社保), everyday
/// words in one (被开除 -> 解除劳动合同).
using Synonyms = std::multimap<std::u32string, Meaning>;
inline constexpr float kSynonymWeight = 0.8F;    ///< of a term that only a synonym has
inline constexpr float kPlainWordWeight = 0.8F;  ///< of a term that only the meaning of an everyday word has

/// At most kLongestQuery characters of it, folded.
std::u32string folded_query(const Folding& folding, std::string_view text);
TermQuery make_query(SearchIndex& index, const Synonyms& synonyms, std::u32string folded);
/// Lets the query's single characters count as well: for finding what has only some of the words. At most
/// kMostSingles of them, the rarest.
inline constexpr std::size_t kMostSingles = 20;
void add_singles(SearchIndex& index, TermQuery& query);

}  // namespace mingting
