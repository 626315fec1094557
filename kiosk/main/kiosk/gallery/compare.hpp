// Is this picture another than that one?
#pragma once

#include <optional>

#include "platform/display.hpp"

namespace mingting::gallery {

/// A pixel is another when one of its three colours differs by more than this, of 255.
inline constexpr int kColourDiffers = 16;
/// A picture is another when more of its pixels are than this share: a few edges of letters are drawn a shade differently by
/// another version of a library.
inline constexpr double kPixelsDiffer = 1.0 / 10'000;

struct Difference {
  double share = 0;           ///< of the pixels that are others; 1 for another size
  platform::Picture picture;  ///< what is now, pale, with the pixels that are others in red
};
/// Nothing when the picture has not changed.
std::optional<Difference> difference(const platform::Picture& before, const platform::Picture& now);

}  // namespace mingting::gallery
