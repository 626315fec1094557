// Decoded pictures brought into pixman's formats.
#include "platform/paint/sheet.hpp"

namespace mingting::platform {
namespace {

/// Calls `see(rgba, x, y)` for every pixel.
template <typename See>
void each_pixel(const Surface& rgba, See see) {
  for (int y = 0; y < rgba->h; ++y) {
    const std::uint8_t* pixel = row_of(rgba, y);
    for (int x = 0; x < rgba->w; ++x, pixel += 4) see(pixel, x, y);
  }
}

struct Look {
  bool white = true;   ///< wherever something can be seen
  bool opaque = true;
};

Look look_of(const Surface& rgba) {
  Look look;
  each_pixel(rgba, [&](const std::uint8_t* pixel, int, int) {
    const bool seen = pixel[3] != 0;
    if (seen && (pixel[0] & pixel[1] & pixel[2]) != 255) look.white = false;
    if (pixel[3] != 255) look.opaque = false;
  });
  return look;
}

std::uint32_t times(std::uint32_t a, std::uint32_t b) { return (a * b + 127) / 255; }

std::uint32_t premultiplied(const std::uint8_t* rgba) {
  const std::uint32_t alpha = rgba[3];
  return alpha << 24 | times(rgba[0], alpha) << 16 | times(rgba[1], alpha) << 8 | times(rgba[2], alpha);
}

pixman_format_code_t format_of(Look look) {
  if (look.white) return PIXMAN_a8;
  return look.opaque ? PIXMAN_x8r8g8b8 : PIXMAN_a8r8g8b8;
}

std::uint8_t* row_of(pixman_image_t* image, int y) {
  return reinterpret_cast<std::uint8_t*>(pixman_image_get_data(image)) +
         static_cast<std::ptrdiff_t>(y) * pixman_image_get_stride(image);
}

}  // namespace

Result<std::unique_ptr<Sheet>> Sheet::copy_of(const Surface& rgba) {
  const Look look = look_of(rgba);
  PixmanImage image{pixman_image_create_bits(format_of(look), rgba->w, rgba->h, nullptr, 0)};
  if (!image) return fail("picture.no-memory", "pixman");
  each_pixel(rgba, [&](const std::uint8_t* pixel, int x, int y) {
    auto* row = platform::row_of(image.get(), y);
    if (look.white) row[x] = pixel[3];
    else reinterpret_cast<std::uint32_t*>(row)[x] = premultiplied(pixel);
  });
  return std::unique_ptr<Sheet>{new Sheet{look.white ? Kind::Stencil : Kind::Picture, std::move(image)}};
}

std::unique_ptr<Sheet> Sheet::over(std::uint8_t* coverage, int width, int height) {
  auto* bits = reinterpret_cast<std::uint32_t*>(coverage);
  PixmanImage image{pixman_image_create_bits_no_clear(PIXMAN_a8, width, height, bits, width)};
  return image ? std::unique_ptr<Sheet>{new Sheet{Kind::Stencil, std::move(image)}} : nullptr;
}

std::size_t Sheet::bytes() const {
  return static_cast<std::size_t>(pixman_image_get_stride(image_.get())) * static_cast<std::size_t>(height());
}

}  // namespace mingting::platform
