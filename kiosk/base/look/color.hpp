// What is a colour, how is it written, and how well does one read on another?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingting {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0;
  bool operator==(const Color&) const = default;
};

/// WCAG 2 contrast ratio, 1 to 21.
double contrast(Color a, Color b);
Color mix(Color a, Color b, float share_of_b);
/// "#0A3D7A"; nothing of any other spelling.
std::optional<Color> parse_color(std::string_view written);
std::string print_color(Color color);

}  // namespace mingting
