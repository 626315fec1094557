// What a camera wrote beside the pixels: which way up it was held.
#pragma once

#include <string_view>

#include "picture/surface.hpp"

namespace mingting {

/// Of an EXIF block, with or without "Exif" before it, in either byte order. None, torn or of no meaning: as it is stored.
Turn turn_of(std::string_view exif);

}  // namespace mingting
