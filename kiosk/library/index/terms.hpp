// Which terms a text has: every single character, every two neighbouring characters, and every Latin word or figure of
// three characters or more. A query of two characters is thus one look-up, and nothing depends on a dictionary of words.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "library/index/folding.hpp"
#include "library/index/postings.hpp"

namespace mingting {

inline constexpr std::size_t kShortestWord = 3, kLongestWord = 40;

/// A single character (second = 0) or two neighbours in one number.
constexpr std::uint64_t pair_key(char32_t first, char32_t second) {
  return static_cast<std::uint64_t>(first) << 21 | second;
}
std::string pair_text(std::uint64_t key);

/// The Latin words and figures of kShortestWord characters or more, in order.
std::vector<std::string> words_of(const FoldedText& text);

/// An inverted index in memory, filled passage by passage.
class TermIndex {
 public:
  /// `number` rises with each call. Gives the text's length in characters, gaps not counted.
  std::uint32_t add(std::uint32_t number, const FoldedText& text);

  /// Calls visit(term, list) in the order of the terms' bytes, giving memory back as it goes.
  template <class Visit>
  void drain(Visit&& visit);

 private:
  std::vector<std::pair<std::string, PostingWriter*>> sorted();
  std::unordered_map<std::uint64_t, PostingWriter> pairs_;
  std::unordered_map<std::string, PostingWriter> words_;
  std::vector<std::uint64_t> scratch_;
};

template <class Visit>
void TermIndex::drain(Visit&& visit) {
  for (auto& [term, list] : sorted()) {
    visit(term, *list);
    *list = PostingWriter();
  }
  pairs_.clear();
  words_.clear();
}

}  // namespace mingting
