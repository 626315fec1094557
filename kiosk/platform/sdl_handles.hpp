// Owners for what SDL hands out as bare pointers.
#pragma once

#include <SDL.h>

#include <memory>

#include "picture/surface.hpp"

namespace mingting::platform {

struct SdlDeleter {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
  void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};

using Window = std::unique_ptr<SDL_Window, SdlDeleter>;
using Renderer = std::unique_ptr<SDL_Renderer, SdlDeleter>;
using Texture = std::unique_ptr<SDL_Texture, SdlDeleter>;

}  // namespace mingting::platform
