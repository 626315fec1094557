// How plain colours, stencils, pictures and triangles come onto pixels.
#pragma once

#include "platform/paint/sheet.hpp"
#include "platform/paint/triangle.hpp"

namespace mingting::platform {

/// A piece of a sheet, in its pixels; sides that are exchanged mirror it.
struct Piece {
  float left = 0, top = 0, right = 0, bottom = 0;
};

/// One thread. Whatever lies outside of the surface is left out, whichever numbers are given.
class Brush {
 public:
  /// `pixels`: 0x00RRGGBB, lines of `pitch` bytes, kept by somebody else for as long. Neither side is 0.
  Brush(void* pixels, int width, int height, int pitch);

  const Area& whole() const { return whole_; }
  void fill(const Area& area, Ink ink);
  /// Lays the piece over `to`, stretched where their sizes differ, seen inside `clip` alone. A stencil takes the ink; a picture
  /// keeps its own colours and takes the ink's opacity.
  void lay(const Sheet& sheet, const Piece& piece, const Area& to, const Area& clip, Ink ink);
  void triangle(const std::array<Corner, 3>& corners, const Area& clip);

 private:
  pixman_image_t* solid(Ink ink);
  void composite(const Sheet& sheet, int x, int y, const Area& seen, Ink ink);
  void stretch(const Sheet& sheet, const Piece& piece, const Area& to, const Area& seen, Ink ink);

  Area whole_;
  PixmanImage surface_;
  PixmanImage solid_;  ///< of the ink used last: most of a page is in one
  Ink solid_ink_;
};

}  // namespace mingting::platform
