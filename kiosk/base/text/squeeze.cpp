// Which marks are blank on which side, and beside what the blank is left off.
#include "base/text/squeeze.hpp"

#include <string_view>

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::u32string_view kOpening = U"“‘（《〈「『【〔〖［｛";
constexpr std::u32string_view kClosing = U"，。、；：！？”’）》〉」』】〕〗］｝";
constexpr char32_t kDash = 0x2014;

/// Where all marks of either kind stand; nothing else of a text need be looked up.
constexpr bool may_be_mark(char32_t c) {
  return (c >= 0x2018 && c <= 0x201D) || (c >= 0x3001 && c <= 0x3017) || (c >= 0xFF01 && c <= 0xFF5D);
}

bool fills_its_square(float advance, const Ems& ems) {
  return advance > 0.9F * ems.em;
}

bool is_latin(char32_t c) {
  return c > ' ' && c < 0x250;
}

/// A quotation mark among Latin letters: it’s, the “form”. Their rhythm knows no full width.
bool is_among_latin(char32_t before, char32_t c, char32_t after) {
  if (c < 0x2018 || c > 0x201D) return false;
  const bool left = before == 0 || is_blank(before) || is_latin(before);
  const bool right = after == 0 || is_blank(after) || is_latin(after);
  return left && right && (is_latin(before) || is_latin(after));
}

}  // namespace

bool is_opening_mark(char32_t c) {
  return may_be_mark(c) && kOpening.find(c) != std::u32string_view::npos;
}

bool is_closing_mark(char32_t c) {
  return may_be_mark(c) && kClosing.find(c) != std::u32string_view::npos;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\n' || c == 0x3000 || c == 0xA0;
}

bool is_alphanumeric(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         (c >= 0xC0 && c < 0x250);
}

Squeeze parted(char32_t c, char32_t after, const Ems& ems) {
  const bool meet = (is_alphanumeric(after) && is_han(c)) || (is_alphanumeric(c) && is_han(after));
  return {0, meet ? -ems.tenth : 0};
}

namespace {

Squeeze squeezed_mark(char32_t before, char32_t c, char32_t after, const Ems& ems) {
  if (is_opening_mark(c)) {
    const bool hole = before == 0 || is_blank(before) || is_opening_mark(before) || is_closing_mark(before);
    return {hole || is_among_latin(before, c, after) ? ems.half : 0, 0};
  }
  if (!is_closing_mark(c)) return {};
  const bool hole = after == 0 || is_blank(after) || is_closing_mark(after);
  return {0, hole || is_among_latin(before, c, after) ? ems.half : 0};
}

/// Between Han and Latin at most half an em, however it was typed.
Squeeze squeezed_space(char32_t before, char32_t c, char32_t after, float advance, const Ems& ems) {
  if (c == U' ') return {0, before == U' ' && after == U' ' ? advance : 0};
  const bool between =
      (is_han(before) && is_alphanumeric(after)) || (is_alphanumeric(before) && is_han(after));
  return {0, c == 0x3000 && between ? ems.half : 0};
}

}  // namespace

Squeeze squeeze(char32_t before, char32_t c, char32_t after, float advance, const Ems& ems) {
  if (may_be_mark(c))
    return fills_its_square(advance, ems) ? squeezed_mark(before, c, after, ems) : Squeeze{};
  if (c == U' ' || c == 0x3000) return squeezed_space(before, c, after, advance, ems);
  if (c == kDash) return {0, after == kDash ? ems.tenth : 0};  // two of them are one stroke
  return parted(c, after, ems);
}

}  // namespace mingting
