// ICU asked where one character ends and which are letters.
#include "base/text/characters.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "base/text/text.hpp"

namespace mingting {
namespace {

using Breaker = std::unique_ptr<icu::BreakIterator>;

icu::BreakIterator* character_breaker() {
  thread_local const Breaker instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return Breaker(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  }();
  return instance.get();
}

/// Knows Chinese words by ICU's dictionary.
icu::BreakIterator* word_breaker() {
  thread_local const Breaker instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return Breaker(icu::BreakIterator::createWordInstance(icu::Locale::getSimplifiedChinese(), status));
  }();
  return instance.get();
}

std::vector<std::string_view> pieces(std::string_view text, icu::BreakIterator* iterator) {
  std::vector<std::string_view> found;
  UErrorCode status = U_ZERO_ERROR;
  UText* source = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  std::size_t from = 0;
  if (U_SUCCESS(status) && iterator != nullptr) {
    iterator->setText(source, status);
    for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
      const auto to = static_cast<std::size_t>(at);
      found.push_back(text.substr(from, to - from));
      from = to;
    }
  }
  utext_close(source);
  if (from < text.size()) found.push_back(text.substr(from));
  return found;
}

std::size_t weight_of(std::string_view character) {
  return character.size() <= kMostOfOne ? 1 : (count_code_points(character) + kMostOfOne - 1) / kMostOfOne;
}

bool is_letter(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:  // 〇 is one
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR: return true;
    default: return false;
  }
}

}  // namespace

std::vector<std::string_view> characters(std::string_view text) { return pieces(text, character_breaker()); }

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const auto each : characters(text)) count += weight_of(each);
  return count;
}

bool fits(std::string_view text, std::size_t most) {
  const auto points = count_code_points(text);
  if (points <= most) return true;
  return points / kMostOfOne <= most && count_characters(text) <= most;
}

std::size_t character_begin(std::string_view text, std::size_t caret) {
  std::size_t at = 0;
  for (const auto each : characters(text)) {
    const auto next = at + count_code_points(each);
    if (next > caret) return at;
    at = next;
  }
  return at;
}

std::size_t character_end(std::string_view text, std::size_t caret) {
  std::size_t at = 0;
  for (const auto each : characters(text)) {
    at += count_code_points(each);
    if (at > caret) return at;
  }
  return at;
}

std::string_view first_characters(std::string_view text, std::size_t most) {
  std::size_t used = 0, end = 0;
  for (const auto each : characters(text)) {
    used += weight_of(each);
    if (used > most) break;
    end += each.size();
  }
  return text.substr(0, end);
}

std::string shortened(std::string_view text, std::size_t most) {
  const auto first = first_characters(text, most);
  if (first.size() == text.size()) return std::string(text);
  std::size_t end = 0;
  // A word that begins within the first characters and ends behind them is left out; one that fills them is cut.
  for (const auto word : pieces(text.substr(0, first.size() + first_characters(text.substr(first.size()), 40).size()), word_breaker())) {
    if (end + word.size() > first.size()) break;
    end += word.size();
  }
  return trimmed(end == 0 ? first : text.substr(0, end)) + "……";
}

bool is_mark(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

std::string marks_composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* const rules = icu::Normalizer2::getNFCInstance(status);
  std::string whole;
  for (const auto each : characters(text)) {
    std::size_t at = 0;
    if (each.size() < 2 || U_FAILURE(status) || is_han(next_code_point(each, at)) || at == each.size()) {
      whole += each;
      continue;
    }
    std::string one;
    icu::StringByteSink<std::string> sink(&one);
    rules->normalizeUTF8(0, {each.data(), static_cast<std::int32_t>(each.size())}, sink, nullptr, status);
    whole += U_SUCCESS(status) ? one : std::string(each);
  }
  return whole;
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter(next_code_point(text, at))) return true;
  }
  return false;
}

bool is_name_dot(char32_t c) {
  static constexpr std::array<char32_t, 5> kDots{kNameDot, 0x2022, 0x2027, 0x30FB, 0xFF65};
  return std::find(kDots.begin(), kDots.end(), c) != kDots.end();
}

std::string comparable_name(std::string_view name) {
  std::string plain;
  const auto folded = fold_width(name);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION) continue;
    if (is_variation_selector(c)) continue;
    append_utf8(plain, is_name_dot(c) ? kNameDot : c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  return plain;
}

}  // namespace mingting
