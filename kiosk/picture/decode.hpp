// Picture files to what is shown: upright, in the screen's colours, no larger than asked for.
#pragma once

#include <string_view>

#include "picture/header.hpp"

namespace mingting {

/// The picture as RGBA, fitted into `most`, never enlarged (SVG: drawn as large as fits). It is read to its end: one that is
/// torn anywhere is an error. Safe from any thread. Errors name what is wrong, not the file.
Result<Surface> decode_picture(std::string_view bytes, PixelSize most);

/// A line drawing of an SVG in white, `pixels` square, its background transparent.
Result<Surface> decode_icon(std::string_view svg, int pixels);

}  // namespace mingting
