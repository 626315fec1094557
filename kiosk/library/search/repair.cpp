// What was probably meant when a word finds nothing.
#include "library/search/repair.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "library/index/terms.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongest = 12;
constexpr std::size_t kPairsTried = 6;
constexpr std::uint32_t kFarMore = 4;  // times as frequent
constexpr std::uint32_t kHardlyOccurs =
    2;  // passages: in a longer text only such a pair is taken for an error

std::uint32_t pair_count(SearchIndex& index, std::u32string_view text, std::size_t at) {
  return index.passages_with(pair_text(pair_key(text[at], text[at + 1])));
}

struct Repaired {
  std::u32string text;
  std::uint32_t count = 0;  ///< how often the pair that was put in occurs
};

/// Replacements of the pair at `at` by pairs of the same sound that are far more frequent and sit no worse
/// beside their neighbours.
void add_replacements(SearchIndex& index, const std::u32string& text, std::size_t at,
                      std::vector<Repaired>& all) {
  const auto &first = index.readings().syllable(text[at]), &second = index.readings().syllable(text[at + 1]);
  if (first.empty() || second.empty()) return;
  const auto as_typed = pair_count(index, text, at);
  if (text.size() > 2 && as_typed > kHardlyOccurs) return;
  for (const auto& pair : index.pairs_sounding(first + second, kPairsTried)) {
    auto changed = text;
    const auto characters = to_code_points(pair);
    if (characters.size() != 2 || changed.compare(at, 2, characters) == 0) continue;
    changed.replace(at, 2, characters);
    const auto count = index.passages_with(pair);
    const bool left = at == 0 || text[at - 1] == U' ' ||
                      pair_count(index, changed, at - 1) >= pair_count(index, text, at - 1);
    const bool right = at + 2 >= text.size() || text[at + 2] == U' ' ||
                       pair_count(index, changed, at + 1) >= pair_count(index, text, at + 1);
    if (count > as_typed * kFarMore && left && right) all.push_back({changed, count});
  }
}

}  // namespace

std::vector<std::u32string> same_sound(SearchIndex& index, std::u32string_view folded, std::size_t most) {
  if (folded.size() < 2 || folded.size() > kLongest) return {};
  std::vector<Repaired> found;
  const std::u32string text(folded);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != U' ' && text[i + 1] != U' ') add_replacements(index, text, i, found);
  }
  std::ranges::stable_sort(found, std::greater(), &Repaired::count);
  std::vector<std::u32string> texts;
  for (const auto& repaired : found) {
    if (texts.size() < most && std::ranges::find(texts, repaired.text) == texts.end())
      texts.push_back(repaired.text);
  }
  return texts;
}

}  // namespace mingting
