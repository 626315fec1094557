// Which pixels a triangle covers, and in which colour each.
#pragma once

#include <array>
#include <cstdint>

#include "platform/paint/area.hpp"

namespace mingting::platform {

/// A colour and how much of it: 255 covers.
struct Ink {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Ink&) const = default;
};

struct Corner {
  float x = 0, y = 0;  ///< pixels
  Ink ink;
};

/// Blends the triangle over `pixels` (0x00RRGGBB, `row` words from one line to the next), inside `clip` alone, which lies on them.
/// A pixel belongs to it by its centre, in steps of 1/256; of two triangles with an edge in common exactly one has a centre on it
/// (the one to its right, or below a level edge). Colours and opacity change evenly from corner to corner. Corners that are no
/// numbers, or no area: nothing.
void paint_triangle(std::uint32_t* pixels, std::ptrdiff_t row, const Area& clip, std::array<Corner, 3> corners);

}  // namespace mingting::platform
