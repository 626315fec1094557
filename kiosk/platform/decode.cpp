// Pictures decoded within bounds.
#include "platform/decode.hpp"

#include <SDL_image.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace mingting::platform {
namespace {

using Bytes = std::string_view;

std::uint32_t byte_at(Bytes bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t big_endian(Bytes bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | byte_at(bytes, at + static_cast<std::size_t>(i));
  return value;
}

std::uint32_t little_endian(Bytes bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count - 1; i >= 0; --i) value = value << 8 | byte_at(bytes, at + static_cast<std::size_t>(i));
  return value;
}

struct Claimed {
  std::uint64_t width = 0, height = 0;
};

std::optional<Claimed> png_size(Bytes bytes) {
  if (bytes.size() < 33 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return Claimed{big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
}

/// Start-of-frame markers: C0 to CF but for C4, C8 and CC, which mean something else.
bool starts_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<Claimed> jpeg_size(Bytes bytes) {
  std::size_t at = 2;
  while (at + 9 <= bytes.size()) {
    if (byte_at(bytes, at) != 0xFF) return std::nullopt;
    const auto marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    if (starts_frame(marker)) return Claimed{big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
    if (marker == 0xD9 || marker == 0xDA) return std::nullopt;
    const bool bare = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    at += bare ? 2 : 2 + std::max(big_endian(bytes, at + 2, 2), 2U);
  }
  return std::nullopt;
}

std::optional<Claimed> webp_size(Bytes bytes) {
  if (bytes.size() < 30) return std::nullopt;
  const Bytes chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") return Claimed{little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1};
  if (chunk == "VP8L") {
    const auto bits = little_endian(bytes, 21, 4);
    return Claimed{(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
  }
  if (chunk == "VP8 ")
    return Claimed{little_endian(bytes, 26, 2) & 0x3FFF, little_endian(bytes, 28, 2) & 0x3FFF};
  return std::nullopt;
}

bool looks_like_svg(Bytes bytes) {
  const Bytes head = bytes.substr(0, 1024);
  const auto first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != Bytes::npos && head[first] == '<' && head.find("<svg") != Bytes::npos;
}

std::optional<PictureKind> kind_of(Bytes bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return PictureKind::Png;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return PictureKind::Jpeg;
  if (bytes.starts_with("RIFF"sv) && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP")
    return PictureKind::Webp;
  if (looks_like_svg(bytes)) return PictureKind::Svg;
  return std::nullopt;
}

std::optional<Claimed> claimed_size(PictureKind kind, Bytes bytes) {
  switch (kind) {
    case PictureKind::Png:
      return png_size(bytes);
    case PictureKind::Jpeg:
      return jpeg_size(bytes);
    case PictureKind::Webp:
      return webp_size(bytes);
    case PictureKind::Svg:
      break;
  }
  return Claimed{};
}

SDL_RWops* reader(Bytes bytes) {
  return SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
}

Result<Surface> as_rgba(SDL_Surface* loaded) {
  const Surface surface{loaded};
  if (!surface) return fail(Trouble::Invalid, "picture.not-decoded", SDL_GetError());
  Surface rgba{SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_RGBA32, 0)};
  if (!rgba) return fail("picture.no-memory", SDL_GetError());
  return rgba;
}

std::uint8_t* row_of(const Surface& surface, int y) {
  return static_cast<std::uint8_t*>(surface->pixels) + static_cast<std::ptrdiff_t>(y) * surface->pitch;
}

Result<Surface> blank(Size size) {
  Surface surface{SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_RGBA32)};
  if (!surface) return fail("picture.no-memory", SDL_GetError());
  return surface;
}

/// With libpng itself: SDL_image does not notice the end of a file that was cut short, and then never
/// returns.
Result<Surface> decode_png(Bytes bytes, Size size) {
  auto surface = blank(size);
  if (!surface) return surface;
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  bool decoded = png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0;
  image.format = PNG_FORMAT_RGBA;
  decoded = decoded && Size{static_cast<int>(image.width), static_cast<int>(image.height)} == size &&
            png_image_finish_read(&image, nullptr, (*surface)->pixels, (*surface)->pitch, nullptr) != 0;
  png_image_free(&image);
  if (!decoded) return fail(Trouble::Invalid, "picture.not-decoded", image.message);
  return surface;
}

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

Result<Surface> shrink(const Surface& from, Size to) {
  auto smaller = blank(to);
  if (!smaller) return smaller;
  const auto edge = [](int i, int whole, int parts) {
    return static_cast<int>(static_cast<std::int64_t>(i) * whole / parts);
  };
  for (int y = 0; y < to.height; ++y) {
    const int top = edge(y, from->h, to.height), bottom = std::max(top + 1, edge(y + 1, from->h, to.height));
    for (int x = 0; x < to.width; ++x) {
      const int left = edge(x, from->w, to.width), right = std::max(left + 1, edge(x + 1, from->w, to.width));
      average(from, {left, top, right - left, bottom - top},
              row_of(*smaller, y) + static_cast<std::ptrdiff_t>(x) * 4);
    }
  }
  return smaller;
}

Result<Surface> decode_pixels(Bytes bytes, const PictureHeader& header) {
  if (header.kind == PictureKind::Png) return decode_png(bytes, header.size);
  return as_rgba(IMG_LoadTyped_RW(reader(bytes), 1, header.kind == PictureKind::Jpeg ? "JPG" : "WEBP"));
}

/// SDL_image's drawing takes its time for dashes: a short one along a long line keeps it busy for hours.
/// Pictures of ours have none.
bool has_dashes(Bytes svg) {
  return svg.find("dasharray") != Bytes::npos;
}

Result<Surface> decode_svg(Bytes bytes, int width, int height) {
  if (has_dashes(bytes))
    return fail(Trouble::Invalid, "picture.dashes");
  SDL_RWops* source = reader(bytes);
  SDL_Surface* drawn = IMG_LoadSizedSVG_RW(source, width, height);
  SDL_RWclose(source);
  return as_rgba(drawn);
}

Size fitted(Size size, int max_width) {
  const double scale =
      std::min({1.0, static_cast<double>(max_width) / size.width, 4.0 * max_width / size.height});
  const auto side = [scale](int whole) { return std::max(1, static_cast<int>(std::lround(whole * scale))); };
  return {side(size.width), side(size.height)};
}

}  // namespace

Result<PictureHeader> picture_header(std::string_view bytes) {
  const auto kind = kind_of(bytes);
  if (!kind) return fail(Trouble::Invalid, "picture.no-kind");
  if (bytes.size() > (*kind == PictureKind::Svg ? kMostSvgBytes : kMostPictureBytes))
    return fail(Trouble::Invalid, "picture.file-too-large", bytes.size());
  const auto size = claimed_size(*kind, bytes);
  if (!size) return fail(Trouble::Invalid, "picture.torn");
  if (*kind == PictureKind::Svg) return PictureHeader{*kind, {}};
  if (size->width == 0 || size->height == 0) return fail(Trouble::Invalid, "picture.no-size");
  if (size->width > kMostPictureSide || size->height > kMostPictureSide ||
      size->width * size->height > kMostPicturePixels)
    return fail(Trouble::Invalid, "picture.too-large", size->width, size->height, kMostPictureSide);
  return PictureHeader{*kind, {static_cast<int>(size->width), static_cast<int>(size->height)}};
}

Result<Surface> decode_picture(std::string_view bytes, int max_width) {
  max_width = std::clamp(max_width, 1, 4096);
  auto header = picture_header(bytes);
  if (!header) return fail(header.error());
  if (header->kind == PictureKind::Svg) return decode_svg(bytes, max_width, max_width * 4);
  auto whole = decode_pixels(bytes, *header);
  if (!whole) return whole;
  const Size size{(*whole)->w, (*whole)->h};
  const Size wanted = fitted(size, max_width);
  return wanted == size ? std::move(whole) : shrink(*whole, wanted);
}

Result<Surface> decode_icon(std::string_view svg, int pixels) {
  if (svg.size() > kMostSvgBytes || !looks_like_svg(svg))
    return fail(Trouble::Invalid, "picture.no-icon");
  auto icon = decode_svg(svg, pixels, pixels);
  if (!icon) return icon;
  for (int y = 0; y < (*icon)->h; ++y) {
    std::uint8_t* pixel = row_of(*icon, y);
    for (int x = 0; x < (*icon)->w; ++x, pixel += 4)
      pixel[0] = pixel[1] = pixel[2] = 255;  // the tint gives the colour
  }
  return icon;
}

}  // namespace mingting::platform
