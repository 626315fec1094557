// A file of each format to the pixels it holds, whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "picture/header.hpp"

namespace mingting {

/// As the file holds it: RGBA before it is turned, with colours as `profile` means them ("": those of the screen).
struct Stored {
  Surface pixels;
  Turn turn;
  std::string profile;
};

/// `size` is what its header claims. Errors: torn or damaged anywhere, or of a rare kind (animated, 12 bits).
Result<Stored> read_png(std::string_view bytes, PixelSize size);
Result<Stored> read_jpeg(std::string_view bytes, PixelSize size);
Result<Stored> read_webp(std::string_view bytes, PixelSize size);

/// Drawn as large as fits. Error: no SVG that can be drawn in a moment.
Result<Surface> draw_svg(std::string_view bytes, PixelSize most);

}  // namespace mingting
