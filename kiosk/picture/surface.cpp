// Pixels averaged and moved about.
#include "picture/surface.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace mingting {
namespace {

/// The mean of a box of pixels, colours weighted by their opacity so that transparent edges do not darken.
void average(const Surface& from, const SDL_Rect& box, std::uint8_t* out) {
  std::array<std::uint64_t, 3> sum{};
  std::uint64_t alpha = 0;
  for (int y = box.y; y < box.y + box.h; ++y) {
    const std::uint8_t* pixel = row_of(from, y) + static_cast<std::ptrdiff_t>(box.x) * 4;
    for (int x = 0; x < box.w; ++x, pixel += 4) {
      for (std::size_t c = 0; c < 3; ++c) sum[c] += static_cast<std::uint64_t>(pixel[c]) * pixel[3];
      alpha += pixel[3];
    }
  }
  const auto count = static_cast<std::uint64_t>(box.w) * static_cast<std::uint64_t>(box.h);
  for (std::size_t c = 0; c < 3; ++c)
    out[c] = static_cast<std::uint8_t>(alpha == 0 ? 0 : (sum[c] + alpha / 2) / alpha);
  out[3] = static_cast<std::uint8_t>((alpha + count / 2) / count);
}

/// Where the i-th of so many parts of a side begins.
int edge(int i, int whole, int parts) { return static_cast<int>(static_cast<std::int64_t>(i) * whole / parts); }

}  // namespace

Result<Surface> blank_surface(PixelSize size) {
  Surface surface{SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_RGBA32)};
  if (!surface) return fail("picture.no-memory", SDL_GetError());
  return surface;
}

Result<Surface> shrunk(Surface from, PixelSize to) {
  if (size_of(from) == to) return from;
  auto smaller = blank_surface(to);
  if (!smaller) return smaller;
  for (int y = 0; y < to.height; ++y) {
    const int top = edge(y, from->h, to.height), bottom = std::max(top + 1, edge(y + 1, from->h, to.height));
    for (int x = 0; x < to.width; ++x) {
      const int left = edge(x, from->w, to.width), right = std::max(left + 1, edge(x + 1, from->w, to.width));
      average(from, {left, top, right - left, bottom - top}, row_of(*smaller, y) + static_cast<std::ptrdiff_t>(x) * 4);
    }
  }
  return smaller;
}

Result<Surface> turned(Surface from, Turn turn) {
  if (turn == Turn{}) return from;
  const auto size = turned(size_of(from), turn);
  auto upright = blank_surface(size);
  if (!upright) return upright;
  for (int y = 0; y < size.height; ++y) {
    std::uint8_t* out = row_of(*upright, y);
    for (int x = 0; x < size.width; ++x, out += 4) {
      const int across = turn.swaps ? y : x, down = turn.swaps ? x : y;
      const int left = turn.mirrors_x ? from->w - 1 - across : across, above = turn.mirrors_y ? from->h - 1 - down : down;
      std::memcpy(out, row_of(from, above) + static_cast<std::ptrdiff_t>(left) * 4, 4);
    }
  }
  return upright;
}

}  // namespace mingting
