// Rectangles by pixman, whose loops are made for the processor at hand; triangles by our own.
#include "platform/paint/brush.hpp"

#include <optional>

namespace mingting::platform {
namespace {

constexpr float kNoMatter = 1.0F / 16;  // pixels by which a piece may miss whole ones: coordinates are shares of a texture

/// Where the piece begins when it is so many whole pixels wide, unstretched.
std::optional<int> unstretched(float from, float to, int wide) {
  const int first = pixel_edge(from);
  const bool whole = std::abs(from - static_cast<float>(first)) < kNoMatter && std::abs(to - from - static_cast<float>(wide)) < kNoMatter;
  return whole ? std::optional(first) : std::nullopt;
}

std::uint16_t sixteen_bits(std::uint32_t value, std::uint32_t alpha) {
  return static_cast<std::uint16_t>((value * alpha * 65535 + 255 * 255 / 2) / (255 * 255));
}

pixman_color_t premultiplied(Ink ink) {
  return {sixteen_bits(ink.r, ink.a), sixteen_bits(ink.g, ink.a), sixteen_bits(ink.b, ink.a), sixteen_bits(255, ink.a)};
}

std::uint32_t word(Ink ink) {
  return static_cast<std::uint32_t>(ink.r) << 16 | static_cast<std::uint32_t>(ink.g) << 8 | ink.b;
}

/// What a pixel of the surface takes from the sheet, along one side: from `first` on, `step` pixels of the sheet for each.
struct Walk {
  double first, step;
};
Walk walk(float from, float to, int begin, int end, int seen_from) {
  const double step = (static_cast<double>(to) - from) / (end - begin);
  return {from + step * (seen_from - begin), step};
}

constexpr double kMostOfPixman = 32767;  // pixman reckons in 16.16

bool can_be_told(const Walk& walk) { return std::abs(walk.first) <= kMostOfPixman && std::abs(walk.step) <= kMostOfPixman; }

}  // namespace

Brush::Brush(void* pixels, int width, int height, int pitch)
    : whole_{0, 0, width, height},
      surface_{pixman_image_create_bits_no_clear(PIXMAN_x8r8g8b8, width, height, static_cast<std::uint32_t*>(pixels), pitch)} {}

pixman_image_t* Brush::solid(Ink ink) {
  if (!solid_ || ink != solid_ink_) {
    const auto color = premultiplied(ink);
    solid_.reset(pixman_image_create_solid_fill(&color));
    solid_ink_ = ink;
  }
  return solid_.get();
}

void Brush::fill(const Area& area, Ink ink) {
  const Area seen = overlap(area, whole_);
  if (seen.empty() || ink.a == 0) return;
  if (ink.a == 255) {
    const int words = pixman_image_get_stride(surface_.get()) / static_cast<int>(sizeof(std::uint32_t));
    pixman_fill(pixman_image_get_data(surface_.get()), words, 32, seen.left, seen.top, seen.width(), seen.height(), word(ink));
  } else {
    pixman_image_composite32(PIXMAN_OP_OVER, solid(ink), nullptr, surface_.get(), 0, 0, 0, 0, seen.left, seen.top, seen.width(),
                             seen.height());
  }
}

void Brush::lay(const Sheet& sheet, const Piece& piece, const Area& to, const Area& clip, Ink ink) {
  const Area seen = overlap(overlap(to, clip), whole_);
  if (seen.empty() || ink.a == 0) return;
  const auto x = unstretched(piece.left, piece.right, to.width()), y = unstretched(piece.top, piece.bottom, to.height());
  if (x && y) return composite(sheet, *x + seen.left - to.left, *y + seen.top - to.top, seen, ink);
  stretch(sheet, piece, to, seen, ink);
}

void Brush::composite(const Sheet& sheet, int x, int y, const Area& seen, Ink ink) {
  const bool stencil = sheet.kind() == Sheet::Kind::Stencil;
  pixman_image_t* mask = stencil ? sheet.image() : ink.a == 255 ? nullptr : solid(ink);
  pixman_image_composite32(PIXMAN_OP_OVER, stencil ? solid(ink) : sheet.image(), mask, surface_.get(), x, y, x, y, seen.left, seen.top,
                           seen.width(), seen.height());
}

void Brush::stretch(const Sheet& sheet, const Piece& piece, const Area& to, const Area& seen, Ink ink) {
  const auto x = walk(piece.left, piece.right, to.left, to.right, seen.left);
  const auto y = walk(piece.top, piece.bottom, to.top, to.bottom, seen.top);
  if (!can_be_told(x) || !can_be_told(y)) return;
  pixman_transform_t transform;
  pixman_transform_init_identity(&transform);
  transform.matrix[0][0] = pixman_double_to_fixed(x.step);
  transform.matrix[1][1] = pixman_double_to_fixed(y.step);
  transform.matrix[0][2] = pixman_double_to_fixed(x.first);
  transform.matrix[1][2] = pixman_double_to_fixed(y.first);
  pixman_image_set_transform(sheet.image(), &transform);
  pixman_image_set_filter(sheet.image(), PIXMAN_FILTER_BILINEAR, nullptr, 0);
  pixman_image_set_repeat(sheet.image(), PIXMAN_REPEAT_PAD);  // or its edges would fade
  composite(sheet, 0, 0, seen, ink);
  pixman_image_set_transform(sheet.image(), nullptr);
  pixman_image_set_filter(sheet.image(), PIXMAN_FILTER_NEAREST, nullptr, 0);
  pixman_image_set_repeat(sheet.image(), PIXMAN_REPEAT_NONE);
}

void Brush::triangle(const std::array<Corner, 3>& corners, const Area& clip) {
  auto* data = pixman_image_get_data(surface_.get());
  const auto row = pixman_image_get_stride(surface_.get()) / static_cast<std::ptrdiff_t>(sizeof(std::uint32_t));
  paint_triangle(data, row, overlap(clip, whole_), corners);
}

}  // namespace mingting::platform
