// How much room does a character take beside its neighbours: the blank halves of Chinese marks left off where
// they would make a hole, a little room between Han and Latin. The same on screen and on paper.
#pragma once

namespace mingting {

/// Lengths of a face at one size, in the caller's unit.
struct Ems {
  float em = 1;
  float half = 0.5F;   ///< the blank half of a mark (screens want whole pixels)
  float tenth = 0.1F;  ///< between Han and Latin, where no space is typed
};

/// What is taken from a character's advance before its ink, which moves up by as much, and after it.
/// Negative: added.
struct Squeeze {
  float before = 0, after = 0;
};

/// Of a character of this advance between two others of its line; 0 stands for the line's start or end.
/// Opening marks lose their blank half at a line's start and after another mark or a space, closing ones at a
/// line's end and before another or a space: two that meet keep one half between them. Of three spaces and
/// more the inner ones take no room.
Squeeze squeeze(char32_t before, char32_t c, char32_t after, float advance, const Ems& ems);

/// Only what is between Han and Latin: while text is typed each mark keeps its square, so that nothing jumps.
Squeeze parted(char32_t c, char32_t after, const Ems& ems);

/// 《（“ and what else may not end a line; 》），。 and what else may not begin one.
bool is_opening_mark(char32_t c);
bool is_closing_mark(char32_t c);
/// Of any width; a line feed too.
bool is_blank(char32_t c);
/// Latin letters and figures.
bool is_alphanumeric(char32_t c);

}  // namespace mingting
