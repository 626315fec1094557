// What counts as the same when searching: width, case, accents, zero-width characters, traditional and
// variant forms of Han characters. Index and query go through the same folding, which travels inside the
// content.db.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mingting {

/// A character of folded text and the bytes of the original it stands for. `code_point` 0 is a gap:
/// punctuation, space, anything that is not a letter, figure or ideograph; neighbouring gaps are one, and
/// none stands at either end. A mark inside a Latin word (Wi-Fi, PM2.5, COVID-19) is left out, so that it is
/// one word however it is written.
struct FoldedCharacter {
  char32_t code_point;
  std::uint32_t from, to;  ///< byte range in the original
};
using FoldedText = std::vector<FoldedCharacter>;

class Folding {
 public:
  /// No variant forms: width, case and accents only.
  Folding();
  /// With the variant forms ICU knows (Traditional-Simplified) and a list of our own. Takes about 20 ms.
  static const Folding& full();

  /// Character -> the characters that count as it. Inverse of what add() was told.
  std::map<char32_t, std::u32string> variants() const;
  void add(char32_t character, char32_t variant);

  /// Malformed bytes are gaps. Any text is accepted; the original must be smaller than 4 GB.
  FoldedText fold(std::string_view text) const;
  /// The folded characters alone, gaps as one space each.
  std::u32string folded(std::string_view text) const;

 private:
  /// Follows forms of forms to their end (繫 -> 系), so that every character is folded in one step.
  void settle();
  char32_t last_form(char32_t code_point) const;
  char32_t plain(char32_t code_point) const;
  void append(FoldedText& text, char32_t code_point, std::uint32_t from, std::uint32_t to) const;
  void append_rare(FoldedText& text, char32_t code_point, std::uint32_t from, std::uint32_t to) const;
  std::vector<char16_t> han_;  ///< for U+3400 to U+9FFF
};

/// Letters and figures of one kind form words; every ideograph stands for itself.
enum class CharacterClass { Gap, Letter, Figure, Ideograph };
CharacterClass class_of(char32_t folded);

}  // namespace mingting
