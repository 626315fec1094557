// The words of content.db are read into one block, sorted by what may be typed for them.
#include "library/index/word_list.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "base/text/text.hpp"
#include "library/index/suggestion_words.hpp"

namespace mingting {
namespace {

std::u32string without_gaps(std::u32string text) {
  std::erase(text, U' ');
  return text;
}

/// What counts beside how it matched: the office's own words first, short ones first.
double worth(int weight, std::size_t length) {
  return weight * 3.0 - static_cast<double>(std::min<std::size_t>(length, 40)) * 0.3;
}

/// Syllables from position `at` (the start of one) that the letters use up, the last one perhaps in part; 0:
/// they differ.
struct Spelled {
  std::size_t syllables = 0;
  bool complete = false;  ///< the last syllable is whole
};
Spelled spelled_at(std::string_view spaced, std::size_t at, std::string_view letters) {
  Spelled result{1, false};
  for (std::size_t used = 0; used < letters.size(); ++at) {
    if (at >= spaced.size()) return {};
    if (spaced[at] == ' ') {
      ++result.syllables;
    } else if (spaced[at] == letters[used]) {
      ++used;
    } else {
      return {};
    }
  }
  result.complete = at >= spaced.size() || spaced[at] == ' ';
  return result;
}

/// The best `most`, each word once.
std::vector<WordMatch> best_of(std::vector<WordMatch> all, std::size_t most) {
  std::ranges::stable_sort(all, std::greater(), &WordMatch::score);
  std::vector<WordMatch> best;
  std::set<std::string_view> seen;
  for (const auto& match : all) {
    if (best.size() >= most) break;
    if (seen.insert(match.word).second) best.push_back(match);
  }
  return best;
}

std::string_view first_syllable(std::string_view spaced) {
  return spaced.substr(0, spaced.find(' '));
}

/// Whether the spelled word begins with the syllables, all of them blurred already; where it does, the rest
/// of it.
std::optional<std::string_view> rest_after(std::string_view spaced,
                                           const std::vector<std::string>& blurred_syllables) {
  for (const auto& wanted : blurred_syllables) {
    const auto syllable = first_syllable(spaced);
    if (syllable.empty() || blurred(syllable) != wanted) return std::nullopt;
    spaced.remove_prefix(std::min(syllable.size() + 1, spaced.size()));
  }
  return spaced;
}

}  // namespace

void WordList::load(Connection& connection, const Folding& folding) {
  words_.clear();
  by_first_sound_.clear();
  titles_from_ = 0;
  auto& rows =
      connection.use("SELECT word, weight, letters, initials FROM suggestion ORDER BY weight DESC, number");
  while (rows.executeStep()) {
    Word word{text_of(rows, 0), {}, text_of(rows, 2), text_of(rows, 3), rows.getColumn(1).getInt()};
    const bool again =
        !words_.empty() && words_.back().text == word.text;  // the same word, spelled in another way
    word.folded = again ? words_.back().folded : without_gaps(folding.folded(word.text));
    if (word.folded.size() != word.initials.size()) continue;
    if (word.weight > static_cast<int>(WordSource::Title)) titles_from_ = words_.size() + 1;
    by_first_sound_[blurred(first_syllable(word.letters))].push_back(static_cast<std::uint32_t>(words_.size()));
    words_.push_back(std::move(word));
  }
}

std::vector<WordMatch> WordList::by_characters(std::u32string_view folded, std::size_t most) const {
  std::vector<WordMatch> all;
  const auto wanted = without_gaps(std::u32string(folded));
  if (wanted.empty()) return all;
  for (const auto& word : words_) {
    const auto at = word.folded.find(wanted);
    if (at == std::u32string::npos) continue;
    const double how = word.folded.size() == wanted.size() ? kExactWord : at == 0 ? 70 : 40;
    all.push_back({word.text, wanted, how + worth(word.weight, word.folded.size())});
  }
  return best_of(std::move(all), most);
}

std::vector<WordMatch> WordList::by_letters(std::string_view letters, std::size_t most) const {
  std::vector<WordMatch> all;
  if (letters.empty()) return all;
  for (const auto& word : words_) {
    const double extra = worth(word.weight, word.folded.size());
    std::size_t syllable = 0;
    for (std::size_t at = 0; at < word.letters.size(); ++syllable) {
      if (const auto spelled = spelled_at(word.letters, at, letters); spelled.syllables > 0) {
        const bool whole = syllable == 0 && spelled.complete && spelled.syllables == word.initials.size();
        const double how = whole ? kExactWord : (syllable == 0 ? 65 : 40) + (spelled.complete ? 5 : 0);
        all.push_back({word.text, word.folded.substr(syllable, spelled.syllables), how + extra});
        break;
      }
      at = std::min(word.letters.find(' ', at), word.letters.size() - 1) + 1;
    }
    const auto initials = letters.size() > 1 ? word.initials.find(letters) : std::string::npos;
    if (initials == std::string::npos) continue;
    const double how = initials == 0 ? (letters.size() == word.initials.size() ? 80 : 50) : 20;
    all.push_back({word.text, word.folded.substr(initials, letters.size()), how + extra});
  }
  return best_of(std::move(all), most);
}

std::vector<WordMatch> WordList::by_sound(const std::vector<std::string>& syllables, std::size_t most) const {
  std::vector<WordMatch> all;
  if (syllables.size() < 2) return all;
  const auto exact = join(syllables, " ");
  std::vector<std::string> near;
  near.reserve(syllables.size());
  for (const auto& syllable : syllables) near.push_back(blurred(syllable));
  const auto beginning = by_first_sound_.find(near.front());
  if (beginning == by_first_sound_.end()) return all;
  for (const auto at : beginning->second) {
    const auto& word = words_[at];
    const auto rest = rest_after(word.letters, near);
    if (!rest) continue;
    const bool same = word.letters.starts_with(exact);
    const double how = (rest->empty() ? 70 : 45) - (same ? 0 : 15);
    all.push_back(
        {word.text, word.folded.substr(0, syllables.size()), how + worth(word.weight, word.folded.size())});
  }
  return best_of(std::move(all), most);
}

std::vector<WordMatch> WordList::alike(std::u32string_view folded, std::size_t most) const {
  std::vector<WordMatch> all;
  for (const auto& word : std::span(words_).first(titles_from_)) {
    std::size_t shared = 0;
    for (std::size_t i = 0; i + 1 < folded.size(); ++i) {
      const auto pair = folded.substr(i, 2);
      if (pair.find(U' ') == std::u32string_view::npos && word.folded.find(pair) != std::u32string::npos)
        ++shared;
    }
    if (2 * shared < word.folded.size() - 1 || shared == 0) continue;  // most of the word stands in the text
    const auto longer = static_cast<double>(std::max(folded.size(), word.folded.size()));
    all.push_back({word.text, word.folded, static_cast<double>(shared) * 10 - longer * 0.3 + word.weight});
  }
  return best_of(std::move(all), most);
}

}  // namespace mingting
