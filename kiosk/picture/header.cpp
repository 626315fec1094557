// Each format says its size in a place of its own.
#include "picture/header.hpp"

#include <algorithm>
#include <optional>

namespace mingting {
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

/// Beyond it nobody could see anything: the shorter side would be a line on the screen.
bool is_too_thin(const Claimed& size) {
  return std::max(size.width, size.height) > std::min(size.width, size.height) * kMostPictureRatio;
}

}  // namespace

Result<PictureHeader> picture_header(std::string_view bytes) {
  const auto kind = kind_of(bytes);
  if (!kind) return fail(Trouble::Invalid, "picture.no-kind");
  if (bytes.size() > (*kind == PictureKind::Svg ? kMostSvgBytes : kMostPictureBytes))
    return fail(Trouble::Invalid, "picture.file-too-large", bytes.size());
  const auto size = claimed_size(*kind, bytes);
  if (!size) return fail(Trouble::Invalid, "picture.torn", "no size");
  if (*kind == PictureKind::Svg) return PictureHeader{*kind, {}};
  if (size->width == 0 || size->height == 0) return fail(Trouble::Invalid, "picture.no-size");
  if (size->width > kMostPictureSide || size->height > kMostPictureSide ||
      size->width * size->height > kMostPicturePixels)
    return fail(Trouble::Invalid, "picture.too-large", size->width, size->height, kMostPictureSide);
  if (is_too_thin(*size))
    return fail(Trouble::Invalid, "picture.too-thin", size->width, size->height, kMostPictureRatio);
  return PictureHeader{*kind, {static_cast<int>(size->width), static_cast<int>(size->height)}};
}

}  // namespace mingting
