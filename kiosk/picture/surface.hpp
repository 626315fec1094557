// The pixels of a picture in memory: made, shrunk, turned.
#pragma once

#include <SDL.h>

#include <cstdint>
#include <memory>

#include "base/result.hpp"

namespace mingting {

struct SurfaceDeleter {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, SurfaceDeleter>;

struct PixelSize {
  int width = 0, height = 0;
  bool operator==(const PixelSize&) const = default;
};

/// How what is stored must be turned to stand upright: sides exchanged first, then what is left or above seen from the other end.
struct Turn {
  bool swaps = false, mirrors_x = false, mirrors_y = false;
  bool operator==(const Turn&) const = default;
};

/// RGBA, 8 bits each, transparent black. Error: no memory.
Result<Surface> blank_surface(PixelSize size);

inline PixelSize size_of(const Surface& surface) { return {surface->w, surface->h}; }
inline std::uint8_t* row_of(const Surface& surface, int y) {
  return static_cast<std::uint8_t*>(surface->pixels) + static_cast<std::ptrdiff_t>(y) * surface->pitch;
}

/// Every pixel is the mean of those it stands for. `to` is no larger than what is there.
Result<Surface> shrunk(Surface from, PixelSize to);
Result<Surface> turned(Surface from, Turn turn);

/// The size once it is turned, and the other way round.
inline PixelSize turned(PixelSize size, Turn turn) { return turn.swaps ? PixelSize{size.height, size.width} : size; }

}  // namespace mingting
