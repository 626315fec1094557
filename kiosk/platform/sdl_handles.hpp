// Owners for what SDL hands out as bare pointers.
#pragma once

#include <SDL.h>

#include <memory>

#include "picture/surface.hpp"

namespace mingting::platform {

struct SdlDeleter {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};

using Window = std::unique_ptr<SDL_Window, SdlDeleter>;

}  // namespace mingting::platform
