// What a picture file claims to be, read before anything of its size is asked for.
#pragma once

#include <cstdint>
#include <string_view>

#include "picture/surface.hpp"

namespace mingting {

constexpr std::uint64_t kMostPictureBytes = 20ULL * 1024 * 1024;
constexpr std::uint64_t kMostSvgBytes = 1024ULL * 1024;
constexpr std::uint64_t kMostPicturePixels = 40'000'000;
constexpr int kMostPictureSide = 20'000;
constexpr int kMostPictureRatio = 20;  ///< of the longer side to the shorter

enum class PictureKind { Png, Jpeg, Webp, Svg };

struct PictureHeader {
  PictureKind kind = PictureKind::Png;
  PixelSize size;  ///< as stored; 0x0 for SVG, which has any size
};

/// What the first bytes say it is. Errors: another format, a torn header, or a picture beyond the bounds.
Result<PictureHeader> picture_header(std::string_view bytes);

}  // namespace mingting
