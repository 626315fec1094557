// Picture files to pixels, with bounds: what a file claims is checked before anything of its size is asked
// for.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "platform/display.hpp"
#include "platform/sdl_handles.hpp"

namespace mingting::platform {

constexpr std::uint64_t kMostPictureBytes = 20ULL * 1024 * 1024;
constexpr std::uint64_t kMostSvgBytes = 1024ULL * 1024;
constexpr std::uint64_t kMostPicturePixels = 40'000'000;
constexpr int kMostPictureSide = 20'000;

enum class PictureKind { Png, Jpeg, Webp, Svg };

struct PictureHeader {
  PictureKind kind = PictureKind::Png;
  Size size;  ///< 0x0 for SVG, which has any size
};

/// What the first bytes say it is. Errors: another format, a torn header, or a picture larger than the
/// bounds.
Result<PictureHeader> picture_header(std::string_view bytes);

/// The picture as RGBA, at most `max_width` wide and 4 times that high, never enlarged (SVG: drawn at that
/// width). Safe from any thread, once Stage has opened. Errors name what is wrong, not the file.
Result<Surface> decode_picture(std::string_view bytes, int max_width);

/// A line drawing of an SVG in white, `pixels` square, its background transparent.
Result<Surface> decode_icon(std::string_view svg, int pixels);

}  // namespace mingting::platform
