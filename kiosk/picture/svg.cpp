// SVG by what SDL_image has for it, within bounds of time.
#include <SDL_image.h>

#include "picture/formats.hpp"

namespace mingting {
namespace {

/// SDL_image's drawing takes its time for dashes: a short one along a long line keeps it busy for hours.
/// Pictures of ours have none.
bool has_dashes(std::string_view svg) {
  return svg.find("dasharray") != std::string_view::npos;
}

}  // namespace

Result<Surface> draw_svg(std::string_view bytes, PixelSize most) {
  if (has_dashes(bytes)) return fail(Trouble::Invalid, "picture.dashes");
  SDL_RWops* source = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
  const Surface drawn{IMG_LoadSizedSVG_RW(source, most.width, most.height)};
  SDL_RWclose(source);
  if (!drawn) return fail(Trouble::Invalid, "picture.not-decoded", SDL_GetError());
  Surface rgba{SDL_ConvertSurfaceFormat(drawn.get(), SDL_PIXELFORMAT_RGBA32, 0)};
  if (!rgba) return fail("picture.no-memory", SDL_GetError());
  return rgba;
}

}  // namespace mingting
