// Lines of Chinese and Latin text on paper: set by base/text/typeset.hpp, in the faces of paper.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text/typeset.hpp"
#include "paper/face/faces.hpp"

namespace mingting {

struct TypeStyle {
  double size = 0;     ///< em, points
  double leading = 0;  ///< from baseline to baseline, points
  Weight weight = Weight::Regular;
};

/// One set line.
struct Line {
  std::u32string text;  ///< without trailing spaces, each character in its form (face/formed.hpp)
  double width = 0;     ///< what is seen
  double indent = 0;    ///< add to x: in large type the ink stands at the edge, and not the letter's own margin
  double spacing = 0;   ///< after each character, to fill the measure
};

/// Width of the printable text as one line with nothing left off, points.
double text_width(PaperFaces::Impl& faces, std::u32string_view text, Weight weight, double size);

/// The text in lines of at most `measure` points; at least one line, empty for an empty text. Lines of Chinese are filled by a
/// little space between characters, all but the last of a paragraph.
std::vector<Line> set_lines(const PaperFaces& faces, std::string_view text, const TypeStyle& style, double measure,
                            Fill fill = Fill::Full, std::span<const std::u32string> names = {});

/// The largest size up to `most` at which the text fits the measure on one line, in steps of half a point; at least `least`.
double fitting_size(PaperFaces::Impl& faces, std::u32string_view text, Weight weight, double measure, double least,
                    double most);

}  // namespace mingting
