// On which lines do the characters of a node stand?
#pragma once

#include <span>
#include <vector>

#include "ui/tree/tree.hpp"

namespace mingting::gallery {

struct DrawnLine {
  float middle = 0;    ///< of its height, pixels of the window
  float longest = 0;   ///< stretch without a gap: a name and what stands in the column beside it are two
  int characters = 0;  ///< all that is drawn
  int full = 0;        ///< of them those that are more than a point or a comma
};

/// From the top. A node of one size of type alone gives lines to be trusted.
std::vector<DrawnLine> lines_of(const ui::Node& node, std::span<const ui::Rect> glyphs);

}  // namespace mingting::gallery
