// A page as a list of what stands where: set first, written later, so that the embedded faces hold only what is used.
#pragma once

#include <string>
#include <vector>

#include "paper/face/paper_faces.hpp"

namespace mingting {

/// Text on one baseline. Lengths are points; x from the left, baseline from the top of the page.
/// `spacing` is added after every character (justified lines). Every character is one that the faces have, in its form
/// (face/formed.hpp).
struct TextRun {
  double x = 0, baseline = 0, size = 0;
  Weight weight = Weight::Regular;
  std::u32string text;
  double spacing = 0;
  double turn = 0;  ///< degrees to the left about (x, baseline)
  double grey = 0;  ///< 0 black, 1 white
};

/// Points from the top left corner.
struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

/// Boxes filled black as one path, so that neighbours show no seam.
using Shape = std::vector<Box>;

struct Sheet {
  double width = 0, height = 0;
  std::vector<TextRun> runs;
  std::vector<Shape> shapes;
};

constexpr double kPointsPerMillimetre = 72.0 / 25.4;
constexpr double kA4Width = 595.276, kA4Height = 841.89;

}  // namespace mingting
