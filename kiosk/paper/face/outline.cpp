// Outlines drawn as TrueType's quadratic curves.
#include "paper/face/outline.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "paper/face/big_endian.hpp"

namespace mingting {
namespace {

struct Spot {
  double x = 0, y = 0;
};
Spot operator+(Spot a, Spot b) { return {a.x + b.x, a.y + b.y}; }
Spot operator-(Spot a, Spot b) { return {a.x - b.x, a.y - b.y}; }
Spot operator*(double k, Spot a) { return {k * a.x, k * a.y}; }

struct Point {
  int x = 0, y = 0;
  bool on_curve = true;
};
using Contour = std::vector<Point>;

constexpr double kTolerance = 0.5;

/// Collects what HarfBuzz draws.
struct Pen {
  std::vector<Contour> contours;
  Spot at;

  void add(Spot spot, bool on_curve) {
    contours.back().push_back({static_cast<int>(std::lround(spot.x)), static_cast<int>(std::lround(spot.y)), on_curve});
  }
  void move(Spot to) {
    contours.emplace_back();
    add(to, true);
    at = to;
  }
  void line(Spot to) {
    add(to, true);
    at = to;
  }
  void quadratic(Spot control, Spot to) {
    add(control, false);
    add(to, true);
    at = to;
  }
  /// As many quadratic pieces as the curve's third difference asks for.
  void cubic(Spot c1, Spot c2, Spot to) {
    const Spot from = at;
    const Spot third = to - 3 * c2 + 3 * c1 - from;
    const double error = std::sqrt(3.0) / 36.0 * std::hypot(third.x, third.y);
    const int pieces = std::clamp(static_cast<int>(std::ceil(std::cbrt(error / kTolerance))), 1, 8);
    const auto place = [&](double t) {
      const double s = 1 - t;
      return (s * s * s) * from + (3 * s * s * t) * c1 + (3 * s * t * t) * c2 + (t * t * t) * to;
    };
    const auto slope = [&](double t) {
      const double s = 1 - t;
      return (3 * s * s) * (c1 - from) + (6 * s * t) * (c2 - c1) + (3 * t * t) * (to - c2);
    };
    for (int i = 0; i < pieces; ++i) {
      const double t0 = static_cast<double>(i) / pieces, t1 = static_cast<double>(i + 1) / pieces, third_step = (t1 - t0) / 3;
      const Spot start = place(t0), end = place(t1);
      const Spot a = start + third_step * slope(t0), b = end - third_step * slope(t1);
      quadratic(0.25 * (3 * a - start + 3 * b - end), end);
    }
    at = to;
  }
};

Pen& pen(void* data) { return *static_cast<Pen*>(data); }
Spot spot(float x, float y) { return {static_cast<double>(x), static_cast<double>(y)}; }

hb_draw_funcs_t* drawing() {
  static hb_draw_funcs_t* const functions = [] {
    hb_draw_funcs_t* made = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(
        made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { pen(data).move(spot(x, y)); },
        nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        made, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { pen(data).line(spot(x, y)); },
        nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
          pen(data).quadratic(spot(cx, cy), spot(x, y));
        },
        nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(
        made,
        [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y,
           void*) { pen(data).cubic(spot(ax, ay), spot(bx, by), spot(x, y)); },
        nullptr, nullptr);
    hb_draw_funcs_make_immutable(made);
    return made;
  }();
  return functions;
}

/// TrueType understands a point halfway between two controls without its being written.
bool is_implied(const Point& before, const Point& point, const Point& after) {
  return point.on_curve && !before.on_curve && !after.on_curve && std::abs(2 * point.x - before.x - after.x) <= 1 &&
         std::abs(2 * point.y - before.y - after.y) <= 1;
}

Contour tidied(const Contour& drawn) {
  Contour distinct;
  for (const Point& point : drawn) {
    const bool same = !distinct.empty() && distinct.back().x == point.x && distinct.back().y == point.y &&
                      distinct.back().on_curve && point.on_curve;
    if (!same) distinct.push_back(point);
  }
  while (distinct.size() > 1 && distinct.front().x == distinct.back().x && distinct.front().y == distinct.back().y) {
    distinct.pop_back();
  }
  if (distinct.size() < 3) return {};
  Contour kept;
  for (std::size_t i = 0; i < distinct.size(); ++i) {
    const Point& before = distinct[(i + distinct.size() - 1) % distinct.size()];
    if (i == 0 || !is_implied(before, distinct[i], distinct[(i + 1) % distinct.size()])) kept.push_back(distinct[i]);
  }
  return kept;
}

enum Flag : std::uint8_t { kOnCurve = 1, kXShort = 2, kYShort = 4, kRepeat = 8, kXSame = 16, kYSame = 32 };

/// The coordinate's bytes, and what the flag says of them.
std::uint8_t encode_step(int step, std::uint8_t is_short, std::uint8_t same, std::string& bytes) {
  if (step == 0) return same;
  if (std::abs(step) < 256) {
    bytes.push_back(static_cast<char>(std::abs(step)));
    return static_cast<std::uint8_t>(step > 0 ? is_short | same : is_short);
  }
  put16(bytes, step);
  return 0;
}

void append_flags(std::string& record, const std::vector<std::uint8_t>& flags) {
  for (std::size_t i = 0; i < flags.size();) {
    std::size_t run = 1;
    while (i + run < flags.size() && flags[i + run] == flags[i] && run < 256) ++run;
    if (run > 2) {
      record.push_back(static_cast<char>(flags[i] | kRepeat));
      record.push_back(static_cast<char>(run - 1));
    } else {
      record.append(run, static_cast<char>(flags[i]));
    }
    i += run;
  }
}

void append_points(std::string& record, const std::vector<Contour>& contours) {
  std::vector<std::uint8_t> flags;
  std::string xs, ys;
  int x = 0, y = 0;
  for (const Contour& contour : contours) {
    for (const Point& point : contour) {
      std::uint8_t flag = point.on_curve ? kOnCurve : 0;
      flag = static_cast<std::uint8_t>(flag | encode_step(point.x - x, kXShort, kXSame, xs));
      flag = static_cast<std::uint8_t>(flag | encode_step(point.y - y, kYShort, kYSame, ys));
      flags.push_back(flag);
      x = point.x;
      y = point.y;
    }
  }
  append_flags(record, flags);
  record += xs;
  record += ys;
}

void measure(PaperGlyph& glyph, const std::vector<Contour>& contours) {
  glyph.x_min = glyph.y_min = 32767;
  glyph.x_max = glyph.y_max = -32768;
  for (const Contour& contour : contours) {
    for (const Point& point : contour) {
      glyph.x_min = std::min(glyph.x_min, point.x);
      glyph.x_max = std::max(glyph.x_max, point.x);
      glyph.y_min = std::min(glyph.y_min, point.y);
      glyph.y_max = std::max(glyph.y_max, point.y);
    }
    glyph.points += static_cast<int>(contour.size());
  }
  glyph.contours = static_cast<int>(contours.size());
}

std::string glyf_record(const PaperGlyph& glyph, const std::vector<Contour>& contours) {
  std::string record;
  for (const int value : {glyph.contours, glyph.x_min, glyph.y_min, glyph.x_max, glyph.y_max}) put16(record, value);
  int last = -1;
  for (const Contour& contour : contours) put16(record, last += static_cast<int>(contour.size()));
  put16(record, 0);  // no instructions
  append_points(record, contours);
  record.resize((record.size() + 3) / 4 * 4, '\0');
  return record;
}

}  // namespace

PaperGlyph draw_glyph(hb_font_t* font, hb_codepoint_t glyph, int left) {
  Pen drawn;
  hb_font_get_glyph_shape(font, glyph, drawing(), &drawn);
  PaperGlyph result;
  result.advance = hb_font_get_glyph_h_advance(font, glyph);
  std::vector<Contour> contours;
  for (const Contour& contour : drawn.contours) {
    Contour kept = tidied(contour);
    for (Point& point : kept) point.x -= left;
    if (!kept.empty()) contours.push_back(std::move(kept));
  }
  if (contours.empty()) return result;
  measure(result, contours);
  result.record = glyf_record(result, contours);
  return result;
}

}  // namespace mingting
