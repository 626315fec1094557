// Contrast by the formula of WCAG 2; colours as six hexadecimal figures.
#include "base/look/color.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace mingting {
namespace {

double channel(std::uint8_t value) {
  const double c = value / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
  return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

std::uint8_t blend(std::uint8_t a, std::uint8_t b, float share) {
  return static_cast<std::uint8_t>(std::lround(static_cast<float>(a) * (1 - share) + static_cast<float>(b) * share));
}

}  // namespace

double contrast(Color a, Color b) {
  const double one = luminance(a) + 0.05;
  const double other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

Color mix(Color a, Color b, float share) {
  return {blend(a.r, b.r, share), blend(a.g, b.g, share), blend(a.b, b.b, share)};
}

std::optional<Color> parse_color(std::string_view written) {
  if (written.size() != 7 || written[0] != '#') return std::nullopt;
  std::uint32_t rgb = 0;
  const auto* const end = written.data() + written.size();
  const auto read = std::from_chars(written.data() + 1, end, rgb, 16);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return Color{static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>((rgb >> 8) & 0xFF),
               static_cast<std::uint8_t>(rgb & 0xFF)};
}

std::string print_color(Color color) { return fmt::format("#{:02X}{:02X}{:02X}", color.r, color.g, color.b); }

}  // namespace mingting
