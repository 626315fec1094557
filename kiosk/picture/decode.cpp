// Pictures decoded within bounds.
#include "picture/decode.hpp"

#include <algorithm>
#include <cmath>

#include "picture/colour.hpp"
#include "picture/formats.hpp"

namespace mingting {
namespace {

constexpr int kMostWanted = 4096;  // a side

Result<Stored> read_pixels(std::string_view bytes, const PictureHeader& header) {
  switch (header.kind) {
    case PictureKind::Png:
      return read_png(bytes, header.size);
    case PictureKind::Jpeg:
      return read_jpeg(bytes, header.size);
    case PictureKind::Webp:
    case PictureKind::Svg:  // has no pixels
      break;
  }
  return read_webp(bytes, header.size);
}

PixelSize fitted(PixelSize size, PixelSize most) {
  const double scale =
      std::min({1.0, static_cast<double>(most.width) / size.width, static_cast<double>(most.height) / size.height});
  const auto side = [scale](int whole) { return std::max(1, static_cast<int>(std::lround(whole * scale))); };
  return {side(size.width), side(size.height)};
}

/// Shrunk first: what is left to turn and to colour is small.
Result<Surface> as_shown(Stored stored, PixelSize most) {
  const auto wanted = fitted(size_of(stored.pixels), turned(most, stored.turn));
  auto small = shrunk(std::move(stored.pixels), wanted);
  if (!small) return small;
  to_screen_colours(*small, stored.profile);
  return turned(std::move(*small), stored.turn);
}

}  // namespace

Result<Surface> decode_picture(std::string_view bytes, PixelSize most) {
  most = {std::clamp(most.width, 1, kMostWanted), std::clamp(most.height, 1, kMostWanted)};
  const auto header = picture_header(bytes);
  if (!header) return fail(header.error());
  if (header->kind == PictureKind::Svg) return draw_svg(bytes, most);
  auto stored = read_pixels(bytes, *header);
  if (!stored) return fail(stored.error());
  return as_shown(std::move(*stored), most);
}

Result<Surface> decode_icon(std::string_view svg, int pixels) {
  const auto header = picture_header(svg);
  if (!header || header->kind != PictureKind::Svg) return fail(Trouble::Invalid, "picture.no-icon");
  auto icon = draw_svg(svg, {pixels, pixels});
  if (!icon) return icon;
  for (int y = 0; y < (*icon)->h; ++y) {
    std::uint8_t* pixel = row_of(*icon, y);
    for (int x = 0; x < (*icon)->w; ++x, pixel += 4)
      pixel[0] = pixel[1] = pixel[2] = 255;  // the tint gives the colour
  }
  return icon;
}

}  // namespace mingting
