// A search over an open library, and the suggestions while typing.
#include "library/search/searcher.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "library/search/repair.hpp"
#include "library/search/run.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostSuggestions = 50;
constexpr std::size_t kMostSynonyms = 20'000;

}  // namespace

std::string letters_of(std::u32string_view folded) {
  std::string letters;
  for (const char32_t c : folded) {
    if (c != U' ') letters += static_cast<char>(c);
  }
  return letters;
}

bool is_letters(std::u32string_view folded) {
  return !folded.empty() &&
         std::ranges::all_of(folded, [](char32_t c) { return c == U' ' || (c >= 'a' && c <= 'z'); });
}

void Searcher::load() {
  index_.load();
  if (loaded_) return;
  load_synonyms();
  loaded_ = true;
}

void Searcher::load_synonyms() {
  const auto& folding = index_.folding();
  const auto add = [&](const std::string& word, const std::string& meaning, float weight) {
    const auto from = folding.folded(word), to = folding.folded(meaning);
    if (from.empty() || to.empty() || synonyms_.size() >= kMostSynonyms) return;
    synonyms_.emplace(from, Meaning{to, weight});
    known_.emplace(from, word);
    known_.emplace(to, meaning);
  };
  auto& rows = connection_->use("SELECT word, meaning FROM synonym");
  while (rows.executeStep()) {
    const std::string word(bytes_of(rows, 0)), meaning(bytes_of(rows, 1));
    add(word, meaning, kSynonymWeight);
    add(meaning, word, kSynonymWeight);
  }
  if (connection_->format() < 3) return;
  auto& plain = connection_->use("SELECT word, meaning FROM plain_word ORDER BY word, position");
  while (plain.executeStep())
    add(std::string(bytes_of(plain, 0)), std::string(bytes_of(plain, 1)), kPlainWordWeight);
}

const WordList& Searcher::word_list() {
  if (!has_words_) words_.load(*connection_, index_.folding());
  has_words_ = true;
  return words_;
}

SearchResults Searcher::search(const SearchQuery& query) {
  load();
  return SearchRun(*this, query).answer();
}

std::vector<std::string> Searcher::suggest(std::string_view text, std::size_t count) {
  load();
  count = std::min(count, kMostSuggestions);
  const auto folded = folded_query(index_.folding(), text);
  std::vector<std::string> offered;
  const auto take = [&](const std::vector<WordMatch>& matches) {
    for (const auto& match : matches) {
      if (offered.size() < count && std::ranges::find(offered, match.word) == offered.end())
        offered.push_back(match.word);
    }
  };
  if (folded.empty()) return offered;
  take(word_list().by_characters(folded, count));
  if (is_letters(folded))
    take(word_list().by_letters(letters_of(folded), count));
  else if (offered.size() < count && folded.size() <= 20)
    take(word_list().by_sound(index_.readings().spell(folded), count));
  return offered;
}

}  // namespace mingting
