// How characters are read: toneless pinyin, for finding words by their letters, by their initials and by their sound.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mingting {

/// Characters are folded ones (folding.hpp). Syllables are a-z alone; ü is v, as keyboards have it.
class Readings {
 public:
  /// From ICU's Han-Latin, with the second readings of the common characters that have one. Takes about half a second
  /// at the first call: only the publisher asks; the kiosk reads the table that was published.
  static const Readings& full();

  void add(std::string_view syllable, std::u32string_view characters, std::u32string_view also);

  /// The syllable, or "" for a character without one.
  const std::string& syllable(char32_t character) const;
  /// All syllables of the character, the usual one first.
  std::vector<std::string> syllables(char32_t character) const;

  /// One entry a character of the text, gaps (0, space) left out: a syllable, the Latin letter or figure itself, or "?"
  /// for a character nothing is known of.
  std::vector<std::string> spell(std::u32string_view folded) const;
  /// As spell(), for each way to read the text that its characters' second readings allow; at most `most` ways.
  std::vector<std::vector<std::string>> spellings(std::u32string_view folded, std::size_t most) const;

  struct Entry {
    std::u32string characters, also;
  };
  const std::map<std::string, Entry, std::less<>>& table() const { return table_; }

 private:
  std::map<std::string, Entry, std::less<>> table_;
  std::unordered_map<char32_t, std::string> main_;
  std::unordered_map<char32_t, std::vector<std::string>> also_;
};

/// What speakers of the south-west confuse made one: zh z, ch c, sh s, n l, -ng -n, h f before u.
std::string blurred(std::string_view syllable);

}  // namespace mingting
