// Lines of Chinese and Latin text: how wide they are and where they break.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "paper/face/faces.hpp"

namespace mingting {

struct TypeStyle {
  double size = 0;     ///< em, points
  double leading = 0;  ///< from baseline to baseline, points
  Weight weight = Weight::Regular;
};

/// One set line. An opening mark at its start hangs out to the left and a closing one at its end to the right by the blank
/// half of the mark, so that both edges of the text look straight.
struct Line {
  std::u32string text;
  double width = 0;    ///< what is seen, without hanging halves and trailing spaces
  double indent = 0;   ///< add to x: negative when an opening mark hangs
  double spacing = 0;  ///< after each character, to fill the measure
};

/// Width of the printable text as one line, points.
double text_width(PaperFaces::Impl& faces, std::u32string_view text, Weight weight, double size);

/// The text in lines of at most `measure` points. Lines break where Unicode's strict rules allow; a word longer than a line
/// breaks anywhere. Lines of Chinese are filled by a little space between characters, all but the last of a paragraph.
/// At least one line, empty for an empty text.
std::vector<Line> set_lines(const PaperFaces& faces, std::string_view text, const TypeStyle& style, double measure);

/// The largest size up to `most` at which the text fits the measure on one line, in steps of half a point; at least `least`.
double fitting_size(PaperFaces::Impl& faces, std::u32string_view text, Weight weight, double measure, double least,
                    double most);

}  // namespace mingting
