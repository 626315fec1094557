// Characters gathered into lines.
#include "main/kiosk/gallery/lines.hpp"

#include <algorithm>
#include <cmath>

namespace mingting::gallery {
namespace {

constexpr float kFull = 0.45F;    // of the type's size: wider or higher than a point or a comma
constexpr float kTall = 0.6F;     // so high a character says where its line is
constexpr float kGap = 1.6F;      // of the type's size: more than a space of full width
constexpr float kCorner = 0.75F;  // of the type's size: so near a corner stands the box's corner, not a character

float middle(const ui::Rect& rect) {
  return rect.y + rect.h / 2;
}

bool stands_in(const ui::Node& node, const ui::Rect& glyph) {
  const float x = glyph.x + glyph.w / 2, y = middle(glyph);
  const auto& box = node.visible;
  return x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;
}

/// A notice is a box with rounded corners, which are drawn as characters are.
bool is_corner(const ui::Node& node, const ui::Rect& glyph) {
  if (node.role != ui::Role::Notice) return false;
  const float near = kCorner * node.em;
  const auto at_end = [near](float from, float length, float at) { return at < from + near || at > from + length - near; };
  return at_end(node.rect.x, node.rect.w, glyph.x + glyph.w / 2) && at_end(node.rect.y, node.rect.h, middle(glyph));
}

struct Row {
  float middle = 0;
  std::vector<ui::Rect> glyphs;
};

/// The row at this height, a new one if there is none near.
Row& row_at(std::vector<Row>& rows, float at, float near) {
  for (auto& row : rows) {
    if (std::abs(row.middle - at) < near) return row;
  }
  rows.push_back({at, {}});
  return rows.back();
}

DrawnLine line_of(Row row, float em) {
  DrawnLine line{.middle = row.middle, .characters = static_cast<int>(row.glyphs.size())};
  std::sort(row.glyphs.begin(), row.glyphs.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
  float from = row.glyphs.front().x, to = from;
  for (const auto& glyph : row.glyphs) {
    if (glyph.x - to > kGap * em) from = glyph.x;
    to = std::max(to, glyph.x + glyph.w);
    line.longest = std::max(line.longest, to - from);
    if (std::max(glyph.w, glyph.h) > kFull * em) ++line.full;
  }
  return line;
}

}  // namespace

std::vector<DrawnLine> lines_of(const ui::Node& node, std::span<const ui::Rect> glyphs) {
  std::vector<ui::Rect> inside;
  for (const auto& glyph : glyphs) {
    if (stands_in(node, glyph) && !is_corner(node, glyph)) inside.push_back(glyph);
  }
  // High ones first: commas and points, which stand low, join the lines that these have made.
  std::stable_partition(inside.begin(), inside.end(), [&](const auto& glyph) { return glyph.h > kTall * node.em; });
  std::vector<Row> rows;
  for (const auto& glyph : inside) row_at(rows, middle(glyph), node.em * node.line * 0.6F).glyphs.push_back(glyph);
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.middle < b.middle; });
  std::vector<DrawnLine> lines;
  for (auto& row : rows) lines.push_back(line_of(std::move(row), node.em));
  return lines;
}

}  // namespace mingting::gallery
