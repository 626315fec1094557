// The palettes, and the sizes of type.
#include "ui/theme.hpp"

#include <array>

namespace mingting::ui {
namespace {

constexpr Color hex(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>((rgb >> 8) & 0xFF),
          static_cast<std::uint8_t>(rgb & 0xFF)};
}

// Every ink keeps 10:1 on paper, on surface and on its own tint.
constexpr Palette kStandard{.paper = hex(0xFAF8F4),
                            .surface = hex(0xFFFFFF),
                            .line = hex(0xD8D3C8),
                            .ink = hex(0x14181F),
                            .quiet = hex(0x333B47),
                            .primary = hex(0x083770),
                            .accent = hex(0x751010),
                            .good = hex(0x064025),
                            .wait = hex(0x503700),
                            .on_primary = hex(0xFFFFFF),
                            .on_accent = hex(0xFFFFFF),
                            .on_good = hex(0xFFFFFF),
                            .on_wait = hex(0xFFFFFF),
                            .mark = hex(0xFFE08A),
                            .on_mark = hex(0x14181F),
                            .outlined = false};

// 20:1 on black leaves white and the palest yellow.
constexpr Color kYellow = hex(0xFFFF9E);
constexpr Palette kHighContrast{.paper = hex(0x000000),
                                .surface = hex(0x000000),
                                .line = hex(0xFFFFFF),
                                .ink = hex(0xFFFFFF),
                                .quiet = hex(0xFFFFFF),
                                .primary = kYellow,
                                .accent = kYellow,
                                .good = hex(0xFFFFFF),
                                .wait = kYellow,
                                .on_primary = hex(0x000000),
                                .on_accent = hex(0x000000),
                                .on_good = hex(0x000000),
                                .on_wait = hex(0x000000),
                                .mark = kYellow,
                                .on_mark = hex(0x000000),
                                .outlined = true};

struct TypeSize {
  float em, line;
};
constexpr std::array<TypeSize, 6> kTypes{
    {{28, 1.4F}, {34, 1.5F}, {38, 1.35F}, {46, 1.35F}, {64, 1.3F}, {96, 1.3F}}};

}  // namespace

const Palette& palette(Theme theme) {
  return theme == Theme::HighContrast ? kHighContrast : kStandard;
}

Color tone_tint(const Palette& palette, Tone tone) {
  if (palette.outlined) return palette.surface;
  switch (tone) {
    case Tone::Primary:
      return hex(0xEFF4FA);
    case Tone::Accent:
      return hex(0xFBEFED);
    case Tone::Good:
      return hex(0xECF5EF);
    case Tone::Wait:
      return hex(0xFFF5DA);
    case Tone::Ink:
    case Tone::Quiet:
      break;
  }
  return palette.paper;
}

Color tone_color(const Palette& palette, Tone tone) {
  switch (tone) {
    case Tone::Quiet:
      return palette.quiet;
    case Tone::Primary:
      return palette.primary;
    case Tone::Accent:
      return palette.accent;
    case Tone::Good:
      return palette.good;
    case Tone::Wait:
      return palette.wait;
    case Tone::Ink:
      break;
  }
  return palette.ink;
}

float size_factor(TextSize size) {
  switch (size) {
    case TextSize::Large:
      return 1.3F;
    case TextSize::ExtraLarge:
      return 1.7F;
    case TextSize::Standard:
      break;
  }
  return 1;
}

float em_dp(TextStyle style, TextSize size) {
  return kTypes[static_cast<std::size_t>(style)].em * size_factor(size);
}

float line_factor(TextStyle style) {
  return kTypes[static_cast<std::size_t>(style)].line;
}

}  // namespace mingting::ui
