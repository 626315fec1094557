// In which form does a character stand on a page: on its square, or without the blank half of it
// (base/text/squeeze.hpp)? A page's face has a glyph for every form, so that a line stays one run of text, to
// be searched and copied as it was written.
#pragma once

#include <string>
#include <string_view>

#include "base/text/squeeze.hpp"

namespace mingting {

/// The character with its form above the 21 bits of its code point; one that keeps its square is its own code
/// point. `off` and `advance` in ems.
char32_t formed(char32_t character, const Squeeze& off, float advance);

/// The code points of formed text.
char32_t character_of(char32_t formed);
std::u32string characters_of(std::u32string_view formed);

/// What the form takes from a glyph of this advance, in its units: before the ink and after it.
struct TakenRoom {
  int before = 0, after = 0;
};
TakenRoom taken_by(char32_t formed, int advance);

}  // namespace mingting
