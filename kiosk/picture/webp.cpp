// WebP by libwebp; what stands beside the pixels is in chunks of their own.
#include <webp/decode.h>

#include "picture/exif.hpp"
#include "picture/formats.hpp"

namespace mingting {
namespace {

const std::uint8_t* as_octets(std::string_view bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }

/// What the first chunk of that name holds, or "".
std::string_view chunk(std::string_view bytes, std::string_view name) {
  bytes.remove_prefix(12);
  while (bytes.size() >= 8) {
    std::size_t length = 0;
    for (std::size_t i = 8; i-- > 4;) length = length << 8 | static_cast<unsigned char>(bytes[i]);
    if (bytes.starts_with(name)) return bytes.substr(8, length);
    bytes.remove_prefix(std::min(bytes.size(), 8 + length + length % 2));
  }
  return {};
}

}  // namespace

Result<Stored> read_webp(std::string_view bytes, PixelSize size) {
  WebPBitstreamFeatures features{};
  if (WebPGetFeatures(as_octets(bytes), bytes.size(), &features) != VP8_STATUS_OK)
    return fail(Trouble::Invalid, "picture.torn", "WebP");
  if (features.has_animation != 0) return fail(Trouble::Invalid, "picture.animated");
  if (PixelSize{features.width, features.height} != size) return fail(Trouble::Invalid, "picture.torn", "WebP");
  auto pixels = blank_surface(size);
  if (!pixels) return fail(pixels.error());
  const auto room = static_cast<std::size_t>((*pixels)->pitch) * static_cast<std::size_t>(size.height);
  if (WebPDecodeRGBAInto(as_octets(bytes), bytes.size(), row_of(*pixels, 0), room, (*pixels)->pitch) == nullptr)
    return fail(Trouble::Invalid, "picture.torn", "WebP");
  return Stored{std::move(*pixels), turn_of(chunk(bytes, "EXIF")), std::string(chunk(bytes, "ICCP"))};
}

}  // namespace mingting
