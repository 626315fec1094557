// Triangles by their edges, in whole numbers: a line of pixels at a time.
#include "platform/paint/triangle.hpp"

#include <cmath>
#include <cstddef>
#include <utility>

namespace mingting::platform {
namespace {

constexpr std::int64_t kSteps = 256;  // of a pixel

struct Point {
  std::int64_t x = 0, y = 0;  ///< in steps
};

std::int64_t steps(float at) { return std::llround(std::clamp(at, -kFarAway, kFarAway) * static_cast<float>(kSteps)); }

Point point(const Corner& corner) { return {steps(corner.x), steps(corner.y)}; }

std::int64_t floor_divided(std::int64_t a, std::int64_t b) {  // b > 0
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/// Positive on the inner side of the line from one corner to the next, corners going round as a clock's hand does.
struct Edge {
  std::int64_t at_origin, by_x, by_y;  ///< its value at the centre of pixel (0, 0), and what a pixel to the right or below adds
  std::int64_t own;                    ///< 0: the edge itself is inside (left or top), 1: it is not

  Edge(Point from, Point to) {
    const std::int64_t dx = to.x - from.x, dy = to.y - from.y;
    at_origin = dx * (kSteps / 2 - from.y) - dy * (kSteps / 2 - from.x);
    by_x = -dy * kSteps;
    by_y = dx * kSteps;
    own = dy < 0 || (dy == 0 && dx > 0) ? 0 : 1;
  }
  std::int64_t value(int x, int y) const { return at_origin + by_x * x + by_y * y; }

  /// Takes off what of the span [left, right) of line y lies outside.
  void narrow(int y, int& left, int& right) const {
    const std::int64_t room = at_origin + by_y * y - own;  // inside where room + by_x * x >= 0
    if (by_x == 0 && room < 0) right = left;
    if (by_x > 0) left = static_cast<int>(std::clamp<std::int64_t>(-floor_divided(room, by_x), left, right));
    if (by_x < 0) right = static_cast<int>(std::clamp<std::int64_t>(floor_divided(room, -by_x) + 1, left, right));
  }
};

struct Colour {
  float r = 0, g = 0, b = 0, a = 0;
  Colour() = default;
  explicit Colour(Ink ink) : r(ink.r), g(ink.g), b(ink.b), a(ink.a) {}
  void add(const Colour& other, float share) {
    r += other.r * share;
    g += other.g * share;
    b += other.b * share;
    a += other.a * share;
  }
};

std::uint32_t byte_of(float value) { return static_cast<std::uint32_t>(std::clamp(value, 0.0F, 255.0F) + 0.5F); }

std::uint32_t mixed(std::uint32_t over, std::uint32_t under, std::uint32_t alpha) {
  return (over * alpha + under * (255 - alpha) + 127) / 255;
}

std::uint32_t blended(const Colour& over, std::uint32_t under) {
  const std::uint32_t alpha = byte_of(over.a);
  return mixed(byte_of(over.r), under >> 16 & 255, alpha) << 16 | mixed(byte_of(over.g), under >> 8 & 255, alpha) << 8 |
         mixed(byte_of(over.b), under & 255, alpha);
}

/// The three colours, each by how near its corner is: the value of the edge across from it over that of the whole.
class Shades {
 public:
  Shades(const std::array<Edge, 3>& edges, const std::array<Corner, 3>& corners, std::int64_t twice_the_area)
      : edges_(edges), corners_(corners), whole_(static_cast<double>(twice_the_area)) {}

  Colour at(int x, int y) const {
    return sum([&](const Edge& across) { return across.value(x, y); });
  }
  Colour step() const {
    return sum([](const Edge& across) { return across.by_x; });
  }

 private:
  template <typename Value>
  Colour sum(Value value) const {
    Colour colour;
    for (std::size_t i = 0; i < 3; ++i)
      colour.add(Colour(corners_[i].ink), static_cast<float>(static_cast<double>(value(edges_[(i + 1) % 3])) / whole_));
    return colour;
  }

  const std::array<Edge, 3>& edges_;
  const std::array<Corner, 3>& corners_;
  double whole_;
};

Area bounds(const Point& a, const Point& b, const Point& c) {
  const auto [left, right] = std::minmax({a.x, b.x, c.x});
  const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
  const auto pixel = [](std::int64_t at) { return static_cast<int>(floor_divided(at, kSteps)); };
  return {pixel(left), pixel(top), pixel(right) + 1, pixel(bottom) + 1};
}

bool are_numbers(const std::array<Corner, 3>& corners) {
  return std::ranges::none_of(corners, [](const Corner& c) { return std::isnan(c.x) || std::isnan(c.y); });
}

}  // namespace

void paint_triangle(std::uint32_t* pixels, std::ptrdiff_t row, const Area& clip, std::array<Corner, 3> corners) {
  if (!are_numbers(corners)) return;
  std::array<Point, 3> at{point(corners[0]), point(corners[1]), point(corners[2])};
  std::int64_t twice = (at[1].x - at[0].x) * (at[2].y - at[0].y) - (at[1].y - at[0].y) * (at[2].x - at[0].x);
  if (twice == 0) return;
  if (twice < 0) {
    std::swap(at[1], at[2]);
    std::swap(corners[1], corners[2]);
    twice = -twice;
  }
  const std::array<Edge, 3> edges{Edge(at[0], at[1]), Edge(at[1], at[2]), Edge(at[2], at[0])};
  const Shades shades(edges, corners, twice);
  const Colour step = shades.step();
  const Area area = overlap(bounds(at[0], at[1], at[2]), clip);
  for (int y = area.top; y < area.bottom; ++y) {
    int left = area.left, right = std::max(area.left, area.right);
    for (const auto& edge : edges) edge.narrow(y, left, right);
    if (left >= right) continue;
    Colour colour = shades.at(left, y);
    auto* line = pixels + row * y;
    for (int x = left; x < right; ++x, colour.add(step, 1)) line[x] = blended(colour, line[x]);
  }
}

}  // namespace mingting::platform
