// Forms in the bits that code points leave free.
#include "paper/face/formed.hpp"

#include "paper/face/outline.hpp"

namespace mingting {
namespace {

constexpr char32_t kCharacter = 0x1FFFFF;
constexpr char32_t kBefore = 0x200000;  ///< without the half before
constexpr int kAfter = 22;              ///< the bits from here on say what is taken after

enum After : char32_t { kNothing, kHalf, kTenth, kAddedTenth, kAll };

After after_of(float after, float advance) {
  if (after == 0) return kNothing;
  if (after < 0) return kAddedTenth;
  if (after >= advance) return kAll;
  return after < 0.3F ? kTenth : kHalf;
}

}  // namespace

char32_t formed(char32_t character, const Squeeze& off, float advance) {
  return character | (off.before > 0 ? kBefore : 0) |
         static_cast<char32_t>(after_of(off.after, advance)) << kAfter;
}

char32_t character_of(char32_t formed) {
  return formed & kCharacter;
}

std::u32string characters_of(std::u32string_view formed) {
  std::u32string characters(formed);
  for (char32_t& each : characters) each = character_of(each);
  return characters;
}

TakenRoom taken_by(char32_t formed, int advance) {
  const int before = (formed & kBefore) != 0 ? kUnitsPerEm / 2 : 0;
  switch (static_cast<After>(formed >> kAfter)) {
    case kHalf:
      return {before, kUnitsPerEm / 2};
    case kTenth:
      return {before, kUnitsPerEm / 10};
    case kAddedTenth:
      return {before, -kUnitsPerEm / 10};
    case kAll:
      return {before, advance};
    case kNothing:
      break;
  }
  return {before, 0};
}

}  // namespace mingting
