// Which rectangles are there in what Dear ImGui wants drawn: nearly everything the kit draws is one, as two triangles.
#pragma once

#include <imgui.h>

#include <optional>

namespace mingting::platform {

/// An upright rectangle of one colour.
struct Quad {
  ImVec2 from, to;        ///< pixels
  ImVec2 uv_from, uv_to;  ///< the piece of its texture it shows, in shares of the texture's sides
  ImU32 color = 0;
  /// It shows a piece of a texture; otherwise it is filled with its colour.
  bool textured() const { return uv_from.x != uv_to.x && uv_from.y != uv_to.y; }
};

/// The next six indices of a command, where they are such a rectangle.
inline std::optional<Quad> quad_at(const ImDrawVert* corners, const ImDrawIdx* index) {
  const auto &a = corners[index[0]], &b = corners[index[1]], &c = corners[index[2]], &d = corners[index[5]];
  const bool two = index[3] == index[0] && index[4] == index[2];
  const bool upright = b.pos.x == c.pos.x && b.pos.y == a.pos.y && d.pos.x == a.pos.x && d.pos.y == c.pos.y;
  const bool plain = b.col == a.col && c.col == a.col && d.col == a.col;
  if (!two || !upright || !plain) return std::nullopt;
  return Quad{a.pos, c.pos, a.uv, c.uv, a.col};
}

}  // namespace mingting::platform
