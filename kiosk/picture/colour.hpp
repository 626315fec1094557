// Colours as the file means them made colours of the screen (sRGB).
#pragma once

#include <string_view>

#include "picture/surface.hpp"

namespace mingting {

/// By the ICC profile embedded, of RGB or of greys. One that cannot be used, or of another kind, is as if there were none.
void to_screen_colours(const Surface& surface, std::string_view profile);

enum class Ink { Full, Inverted };  ///< what 255 means: all ink, or (Adobe) none

/// Four inks a pixel made RGBA, by the profile or, without one of that kind, by the plain rule.
void inks_to_screen_colours(const Surface& surface, Ink ink, std::string_view profile);

}  // namespace mingting
