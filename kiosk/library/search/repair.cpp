// What was probably meant when a word finds nothing.
#include "library/search/repair.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text/text.hpp"
#include "library/index/terms.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongest = 12;
constexpr std::size_t kPairsTried = 6;
constexpr std::size_t kShortestKnown = 3;  // characters: of shorter words half would be guessed
constexpr std::uint32_t kHardlyOccurs = 2;  // passages: a pair so rare is where the slip is
// How likely each slip is, against a character of exactly the same sound.
constexpr double kNearlySame = 0.3, kTwoCharacters = 0.5, kExchanged = 0.3, kOneTooMany = 0.05;

/// Looks for texts near one that was typed, keeping each with how likely it is.
class Repair {
 public:
  Repair(SearchIndex& index, std::u32string_view text) : index_(index), text_(text) {}

  std::vector<std::u32string> likeliest(std::size_t most) {
    for (const auto at : suspects()) {
      replace_pair(at);
      replace_one(at);
      replace_one(at + 1);
      exchange(at);
      leave_out(at);
      leave_out(at + 1);
    }
    std::vector<std::pair<double, std::u32string>> order;
    for (const auto& [text, worth] : found_) order.emplace_back(-worth, text);
    std::ranges::sort(order);
    std::vector<std::u32string> texts;
    for (auto& [worth, text] : order) {
      if (texts.size() < most) texts.push_back(std::move(text));
    }
    return texts;
  }

 private:
  std::uint32_t pair_count(std::u32string_view text, std::size_t at) {
    if (text[at] == U' ' || text[at + 1] == U' ') return ~std::uint32_t{0};
    const auto [known, anew] = counts_.try_emplace({text[at], text[at + 1]});
    if (anew) known->second = index_.passages_with(pair_text(pair_key(text[at], text[at + 1])));
    return known->second;
  }

  /// Where pairs stand that hardly occur; the rarest one where all of them do.
  std::vector<std::size_t> suspects() {
    std::vector<std::pair<std::uint32_t, std::size_t>> pairs;
    for (std::size_t i = 0; i + 1 < text_.size(); ++i) pairs.emplace_back(pair_count(text_, i), i);
    std::ranges::sort(pairs);
    std::vector<std::size_t> places;
    for (const auto& [count, at] : pairs) {
      if (places.empty() || count <= kHardlyOccurs) places.push_back(at);
    }
    return places;
  }

  /// As often as the rarest of its pairs occurs, in the logarithm's steps.
  void take(const std::u32string& text, double likely) {
    if (text == text_ || text.size() < 2) return;
    std::uint32_t rarest = ~std::uint32_t{0};
    for (std::size_t i = 0; i + 1 < text.size() && rarest > 0; ++i)
      rarest = std::min(rarest, pair_count(text, i));
    if (rarest == 0) return;
    auto& worth = found_[text];
    worth = std::max(worth, likely * static_cast<double>(rarest));
  }

  void replace_pair(std::size_t at) {
    const auto &first = index_.readings().syllable(text_[at]),
               &second = index_.readings().syllable(text_[at + 1]);
    if (first.empty() || second.empty()) return;
    for (const auto& pair : index_.pairs_sounding(first + second, kPairsTried)) {
      auto changed = text_;
      const auto characters = to_code_points(pair);
      if (characters.size() == 2) take(changed.replace(at, 2, characters), kTwoCharacters);
    }
  }

  void replace_one(std::size_t at) {
    const auto& as_typed = index_.readings().syllable(text_[at]);
    if (as_typed.empty()) return;
    const auto near = blurred(as_typed);
    for (const auto& [syllable, entry] : index_.readings().table()) {
      if (syllable != as_typed && blurred(syllable) != near) continue;
      for (const char32_t c : entry.characters + entry.also)
        try_at(at, c, syllable == as_typed ? 1 : kNearlySame);
    }
  }

  void try_at(std::size_t at, char32_t c, double likely) {
    auto changed = text_;
    changed[at] = c;
    if (at > 0 && pair_count(changed, at - 1) == 0) return;
    take(changed, likely);
  }

  void exchange(std::size_t at) {
    auto changed = text_;
    std::swap(changed[at], changed[at + 1]);
    take(changed, kExchanged);
  }

  void leave_out(std::size_t at) {
    auto changed = text_;
    if (text_.size() > 3) take(changed.erase(at, 1), kOneTooMany);
  }

  SearchIndex& index_;
  std::u32string text_;
  std::map<std::u32string, double> found_;
  std::map<std::pair<char32_t, char32_t>, std::uint32_t> counts_;  ///< of pairs looked up: each is wanted several times
};

}  // namespace

std::vector<std::u32string> repaired(SearchIndex& index, std::u32string_view folded, std::size_t most) {
  if (folded.size() < 2 || folded.size() > kLongest) return {};
  return Repair(index, folded).likeliest(most);
}

std::vector<std::u32string> one_character_off(const KnownWords& words, std::u32string_view folded, std::size_t most) {
  std::vector<std::u32string> near;
  if (folded.size() < kShortestKnown || folded.find(U' ') != std::u32string_view::npos) return near;
  for (const auto& [word, written] : words) {
    if (word.size() != folded.size() || near.size() >= most) continue;
    std::size_t others = 0;
    for (std::size_t i = 0; i < word.size(); ++i) others += word[i] == folded[i] ? 0 : 1;
    if (others == 1) near.push_back(word);
  }
  return near;
}

}  // namespace mingting
