// Which pixels are meant: areas of whole pixels, and where an edge between two falls.
#pragma once

#include <algorithm>
#include <cmath>

namespace mingting::platform {

/// Pixels from (left, top) up to, and without, (right, bottom).
struct Area {
  int left = 0, top = 0, right = 0, bottom = 0;
  bool empty() const { return left >= right || top >= bottom; }
  int width() const { return right - left; }
  int height() const { return bottom - top; }
  bool operator==(const Area&) const = default;
};

inline Area overlap(const Area& a, const Area& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

/// What lies farther out than this many pixels is taken to lie here: no screen is as large, and sums of it stay exact.
constexpr float kFarAway = 1 << 20;

/// The edge between two pixels that is nearest; from the middle of a pixel its left or upper one, so that a rectangle has the
/// pixels that two triangles would have. What is no number is far to the left.
inline int pixel_edge(float at) {
  if (!(at > -kFarAway)) return static_cast<int>(-kFarAway);
  return static_cast<int>(std::ceil(std::min(at, kFarAway) - 0.5F));
}

/// The pixels whose edges are nearest to those of a rectangle; its sides may be exchanged.
inline Area pixels_between(float x0, float y0, float x1, float y1) {
  const int left = pixel_edge(x0), top = pixel_edge(y0), right = pixel_edge(x1), bottom = pixel_edge(y1);
  return {std::min(left, right), std::min(top, bottom), std::max(left, right), std::max(top, bottom)};
}

}  // namespace mingting::platform
