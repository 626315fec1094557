// Which words are suggested while somebody types.
#include "library/index/suggestion_words.hpp"

#include <algorithm>

#include "base/text/text.hpp"

namespace mingting {
namespace {
constexpr std::size_t kLongestWord = 180;  // bytes: sixty characters
constexpr std::size_t kMostWords = 200'000;
}  // namespace

void SuggestionWords::add(std::string_view word, WordSource source) {
  const auto text = trimmed(word);
  if (text.empty() || text.size() > kLongestWord || words_.size() >= kMostWords) return;
  auto& known = words_.try_emplace(text, source).first->second;
  known = std::max(known, source);
}

}  // namespace mingting
