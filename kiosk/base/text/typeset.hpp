// Where do the lines of a text end, by the rules of Chinese typesetting, on screen and on paper? How much
// room each character takes says squeeze.hpp, what stands on one line whole.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/squeeze.hpp"

namespace mingting {

/// A character as its face has it.
struct Sign {
  char32_t c = 0;
  std::uint32_t begin = 0;  ///< its first byte in the text
  float advance = 0;        ///< with both halves of a mark
};

enum class Fill {
  Full,      ///< lines as full as they go, but no last line of a character or two: what is read
  Balanced,  ///< as few, about as long each, ending where a phrase does: headings, labels
  Typed      ///< as full as they go, nothing squeezed: what is being typed must not jump
};

/// How a text is to be set, in the unit of the advances.
struct Manner {
  Ems ems;
  float measure = 0;  ///< no line is longer, unless one character is
  Fill fill = Fill::Full;
  std::span<const std::u32string> names = {};  ///< on one line each (names_to_keep())
};

/// Signs from one up to another; trailing spaces and the line feed are its own.
struct SetLine {
  std::uint32_t from = 0, to = 0;
  float width = 0;  ///< what is seen: without trailing spaces and the blank halves at its ends
  float stretch =
      0;  ///< added after every sign: a line of Chinese that almost reaches the measure reaches it
};

/// At least one line; after a line feed that ends the text comes an empty one. Lines end where Unicode's
/// strict rules let them and in no whole; where that is no line at all, inside a whole, at a hyphen, between
/// any two characters.
std::vector<SetLine> set_in_lines(std::string_view text, std::span<const Sign> signs, const Manner& manner);

}  // namespace mingting
