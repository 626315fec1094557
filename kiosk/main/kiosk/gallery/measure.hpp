// Does a drawn frame keep to the floors of the design? Read from its semantic tree and from where its characters stand, without
// its pixels.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "main/kiosk/gallery/looks.hpp"
#include "ui/tree/tree.hpp"

namespace mingting::gallery {

enum class Check {
  SmallType,     ///< under 18 dp, at 特大 under 30
  TightLines,    ///< lines closer than 1.3 of the type
  Faint,         ///< contrast under 10, in high contrast under 20; 3 for what cannot be tapped now
  SmallTarget,   ///< under 60 dp
  TooClose,      ///< targets less than 10 dp apart
  Overlap,       ///< targets, or words of one container, over each other
  OffEdge,       ///< beyond the sides of the window
  CutWords,      ///< not all characters of a text, a heading or a button are drawn
  ActionHidden,  ///< the page's next step is not whole in view
  LongLine,      ///< a line of running text of more than 34 characters
  LonelyEnd,     ///< a last line of one character
  TornNumber,    ///< a receipt's number on more than one line
};
std::string_view name_of(Check check);   ///< small-type
std::string_view words_of(Check check);  ///< for people

struct Finding {
  Check check = Check::SmallType;
  std::string about;  ///< which words, and by how much
};

/// `glyphs`: Display::glyphs() of the same frame. `settings`: those in force, which are the standard ones when nobody is there.
std::vector<Finding> measure(const ui::Tree& tree, std::span<const ui::Rect> glyphs, platform::Size size,
                             const Settings& settings);

}  // namespace mingting::gallery
