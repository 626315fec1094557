// The words to suggest, held in memory: a few hundred bytes a word, walked through at each keystroke.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "library/index/folding.hpp"
#include "library/index/readings.hpp"
#include "library/store/connection.hpp"

namespace mingting {

struct WordMatch {
  std::string word;
  std::u32string part;  ///< folded characters of the word that what was typed stands for
  double score = 0;     ///< kExact or more: the whole word was typed, in characters, letters or initials
};
inline constexpr double kExactWord = 90;
inline constexpr double kBeginning = 50;  ///< less: it stands in the middle of a longer word

class WordList {
 public:
  void load(Connection& connection, const Folding& folding);
  bool empty() const { return words_.empty(); }

  /// Words that begin with or contain the characters.
  std::vector<WordMatch> by_characters(std::u32string_view folded, std::size_t most) const;
  /// Words whose syllables begin with or contain the letters (shebao, sheb), or whose initials do (sb).
  std::vector<WordMatch> by_letters(std::string_view letters, std::size_t most) const;
  /// Words that sound like the syllables, or nearly so (see blurred()): the whole word or its beginning.
  std::vector<WordMatch> by_sound(const std::vector<std::string>& syllables, std::size_t most) const;
  /// Words, titles left out, half of whose neighbouring characters or more stand in the text; those with most
  /// first.
  std::vector<WordMatch> alike(std::u32string_view folded, std::size_t most) const;

 private:
  struct Word {
    std::string text;
    std::u32string folded;  ///< without gaps
    std::string letters;    ///< syllables with a space between
    std::string initials;
    int weight = 0;
  };
  std::vector<Word> words_;  ///< titles last
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_sound_;  ///< blurred; places in words_, in order
  std::size_t titles_from_ = 0;
};

}  // namespace mingting
