// How the words typed become terms to look up.
#include "library/search/query.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/text/text.hpp"
#include "library/index/terms.hpp"
#include "library/index/title_forms.hpp"
#include "library/search/ranking.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostQueryBytes = 4096;
constexpr std::size_t kMostAlternatives = 6;  // of a unit, what was typed among them
// Rarity is flattened a little: the rarest pairs of a question are often cut across two words, rare by chance.
constexpr double kRarityPower = 0.9;

float rarity(std::size_t all, std::uint32_t with) {
  const auto n = static_cast<double>(all), m = static_cast<double>(with);
  return static_cast<float>(std::pow(std::log1p((n - m + 0.5) / (m + 0.5)), kRarityPower));
}

/// Collects terms of alternatives under construction; masks are known only once the rarest have been chosen.
class TermCollector {
 public:
  TermCollector(SearchIndex& index, TermQuery& query) : index_(index), query_(query) {}

  /// Remembers the terms of the text; those it needs by position in all_.
  std::vector<std::size_t> require(std::u32string_view text, float weight) {
    std::vector<std::size_t> needed;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
      needed.push_back(place_of(pair_text(pair_key(text[i], text[i + 1])), weight));
    if (text.size() == 1) needed.push_back(place_of(pair_text(pair_key(text[0], 0)), weight));
    return needed;
  }
  void wish(const std::string& term, float weight) { place_of(term, weight); }

  bool exists(std::size_t place) const { return all_[place].passages > 0; }
  float rarity_of(std::size_t place) const { return all_[place].rarity; }

  /// Moves the rarest existing terms to the query; position in all_ -> bit, or none.
  std::vector<int> choose(std::size_t most) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (exists(i)) order.push_back(i);
    }
    if (order.size() > most) {
      std::ranges::stable_sort(order, {}, [&](std::size_t i) { return all_[i].passages; });
      order.resize(most);
      std::ranges::sort(order);
    }
    std::vector<int> bits(all_.size(), -1);
    for (const auto place : order) {
      bits[place] = static_cast<int>(query_.terms.size());
      query_.terms.push_back(all_[place]);
    }
    return bits;
  }

 private:
  std::size_t place_of(const std::string& term, float weight) {
    const auto [known, fresh] = places_.try_emplace(term, all_.size());
    if (fresh)
      all_.push_back(found(term, weight));
    else
      all_[known->second].weight = std::max(all_[known->second].weight, weight);
    return known->second;
  }

  QueryTerm found(const std::string& term, float weight) {
    const auto passages = index_.passages_with(term);
    return {term, passages, weight, rarity(index_.passages(), passages)};
  }

  SearchIndex& index_;
  TermQuery& query_;
  std::map<std::string, std::size_t> places_;
  std::vector<QueryTerm> all_;
};

std::vector<std::u32string> words_between_gaps(std::u32string_view text) {
  std::vector<std::u32string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(U' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// The longest word of the list that begins at `at`.
std::u32string_view synonym_at(const Synonyms& synonyms, std::u32string_view word, std::size_t at) {
  std::u32string_view longest;
  const auto rest = word.substr(at);
  for (auto entry = synonyms.lower_bound(std::u32string(rest.substr(0, 1))); entry != synonyms.end();
       ++entry) {
    if (entry->first.front() != rest.front()) break;
    if (entry->first.size() > longest.size() && rest.starts_with(entry->first))
      longest = rest.substr(0, entry->first.size());
  }
  return longest;
}

QueryUnit unit_of(std::u32string_view text, const Synonyms& synonyms) {
  QueryUnit unit;
  unit.alternatives.push_back({std::u32string(text)});
  const auto [from, to] = synonyms.equal_range(std::u32string(text));
  for (auto other = from; other != to && unit.alternatives.size() < kMostAlternatives; ++other) {
    unit.alternatives.push_back({.text = other->second.text, .weight = other->second.weight});
  }
  return unit;
}

/// Cuts a word where a synonym stands in it: 社保缴费 -> 社保 | 缴费. Single characters left over join no
/// unit.
void add_units(const Synonyms& synonyms, std::u32string_view word, std::vector<QueryUnit>& units) {
  std::size_t start = 0;
  const auto flush = [&](std::size_t end) {
    if (end - start > 1 || end - start == word.size())
      units.push_back(unit_of(word.substr(start, end - start), {}));
  };
  for (std::size_t at = 0; at < word.size();) {
    const auto synonym = synonym_at(synonyms, word, at);
    if (synonym.empty()) {
      ++at;
      continue;
    }
    if (at > start) flush(at);
    units.push_back(unit_of(synonym, synonyms));
    at += synonym.size();
    start = at;
  }
  if (start < word.size()) flush(word.size());
}

FoldedText as_folded(std::u32string_view text) {
  FoldedText folded;
  for (const char32_t c : text) folded.push_back({c == U' ' ? 0 : c, 0, 0});
  return folded;
}

/// Parts of the query that are not required but tell good answers from better: whole Latin words and figures,
/// and pairs that the cutting at synonyms took apart.
void add_wishes(TermCollector& collector, std::u32string_view text) {
  for (const auto& word : words_of(as_folded(text))) collector.wish(word, 1);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != U' ' && text[i + 1] != U' ') collector.wish(pair_text(pair_key(text[i], text[i + 1])), 1);
  }
}

}  // namespace

bool TermQuery::possible() const {
  return !units.empty() && std::ranges::all_of(units, [](const QueryUnit& unit) {
    return std::ranges::any_of(unit.alternatives, &Alternative::possible);
  });
}

bool TermQuery::covered(std::uint32_t mask) const {
  return std::ranges::all_of(units, [mask](const QueryUnit& unit) {
    return std::ranges::any_of(unit.alternatives, [mask](const Alternative& alternative) {
      return alternative.possible && (alternative.mask & mask) == alternative.mask;
    });
  });
}

float TermQuery::share(std::uint32_t mask) const {
  const auto part = [&](const Alternative& alternative) {
    float found = 0;
    for (auto bits = alternative.mask & mask; bits != 0; bits &= bits - 1)
      found += terms[static_cast<std::size_t>(std::countr_zero(bits))].rarity;
    return alternative.rarity > 0 ? found / alternative.rarity : 0;
  };
  float all = 0, found = 0;
  for (const auto& unit : units) {
    const float weight = unit.alternatives.front().rarity;
    float best = 0;
    for (const auto& alternative : unit.alternatives) best = std::max(best, part(alternative));
    all += weight, found += weight * best;
  }
  return all > 0 ? found / all : 0;
}

std::u32string folded_query(const Folding& folding, std::string_view text) {
  auto folded = folding.folded(text.substr(0, kMostQueryBytes));
  if (folded.size() > kLongestQuery) folded.resize(kLongestQuery);
  while (!folded.empty() && folded.back() == U' ') folded.pop_back();
  return folded;
}

TermQuery make_query(SearchIndex& index, const Synonyms& synonyms, std::u32string folded) {
  TermQuery query;
  query.text = std::move(folded);
  query.characters = query.text.size() - static_cast<std::size_t>(std::ranges::count(query.text, U' '));
  query.as_title = fingerprint(short_title(index.folding(), to_utf8(query.text)));
  for (const auto& word : words_between_gaps(query.text)) add_units(synonyms, word, query.units);
  TermCollector collector(index, query);
  std::vector<std::vector<std::vector<std::size_t>>> needed(query.units.size());
  for (std::size_t u = 0; u < query.units.size(); ++u) {
    for (std::size_t a = 0; a < query.units[u].alternatives.size(); ++a)
      needed[u].push_back(
          collector.require(query.units[u].alternatives[a].text, query.units[u].alternatives[a].weight));
  }
  add_wishes(collector, query.text);
  const auto bits = collector.choose(kMostTerms);
  for (std::size_t u = 0; u < query.units.size(); ++u) {
    for (std::size_t a = 0; a < query.units[u].alternatives.size(); ++a) {
      auto& alternative = query.units[u].alternatives[a];
      for (const auto place : needed[u][a]) {
        alternative.possible = alternative.possible && collector.exists(place);
        alternative.rarity += collector.rarity_of(place);
        if (bits[place] >= 0) alternative.mask |= std::uint32_t{1} << bits[place];
      }
    }
  }
  return query;
}

void add_singles(SearchIndex& index, TermQuery& query) {
  auto characters = query.text;
  std::ranges::sort(characters);
  characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
  for (const char32_t c : characters) {
    const auto term = pair_text(pair_key(c, 0));
    if (const auto passages = index.passages_with(term); passages > 0 && c != U' ')
      query.singles.push_back({term, passages, 1, rarity(index.passages(), passages)});
  }
  std::ranges::stable_sort(query.singles, {}, &QueryTerm::passages);
  if (query.singles.size() > kMostSingles) query.singles.resize(kMostSingles);
}

}  // namespace mingting
