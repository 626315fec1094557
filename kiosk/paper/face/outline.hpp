// One character's outline, whatever its face is made of, as a record of TrueType's glyf table.
#pragma once

#include <hb.h>

#include <string>

namespace mingting {

/// Units to the em of every outline below.
constexpr int kUnitsPerEm = 1000;

struct PaperGlyph {
  std::string record;  ///< glyf record, a multiple of four bytes; empty for a blank
  int advance = 0;     ///< in units of the em
  int x_min = 0, y_min = 0, x_max = 0, y_max = 0;
  int points = 0, contours = 0;
};

/// Draws the glyph at kUnitsPerEm. Cubic curves (CFF faces) become quadratic within half a unit: 0.01 mm at the largest
/// size we print. `font` must have kUnitsPerEm as its scale. `left`: the outline is moved by so much to the left.
PaperGlyph draw_glyph(hb_font_t* font, hb_codepoint_t glyph, int left = 0);

}  // namespace mingting
