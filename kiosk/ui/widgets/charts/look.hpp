// Which colour, pattern and dash tells a series from the others, in every theme?
#pragma once

#include <span>

#include "ui/frame/impl.hpp"

namespace mingting::ui::charts {

/// Of a bar, a part of one or a swatch. Told apart without colour too: whole, lines rising, pale, dots, lines falling, empty.
struct Skin {
  Color fill, line;
  std::optional<Painter::Pattern> pattern;
  bool edged = false;   ///< with an outline of `line`
  bool dashed = false;  ///< and that in dashes: what is added
};
Skin skin_of(const Ui::Impl& impl, std::size_t series);
Skin pale(const Ui::Impl& impl);  ///< the marks beside the one in focus
Skin added(const Ui::Impl& impl);
Skin taken(const Ui::Impl& impl);

enum class Dot { Disc, Ring, Box, Frame };
struct Trace {
  Color color;
  std::span<const float> dashes;  ///< dp; empty: a whole line
  Dot dot = Dot::Disc;
};
Trace trace_of(const Ui::Impl& impl, std::size_t series);

void draw_skin(Ui::Impl& impl, const Rect& rect, const Skin& skin);
void draw_dot(Ui::Impl& impl, float x, float y, float size, Dot dot, Color color, Color paper);

}  // namespace mingting::ui::charts
