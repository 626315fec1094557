// How wide is each column of a grid, how high its rows, and which of them are on screen?
#pragma once

#include "ui/frame/impl.hpp"

namespace mingting::ui::grid {

inline constexpr std::size_t kAskedWhole = 100;               ///< rows: a grid of so many is measured and recorded whole
inline constexpr float kRowApart = 6;                         ///< dp a row's target keeps from its hairlines
inline constexpr std::string_view kBetween = "\xE3\x80\x80";  // a blank as wide as a character

struct Range {
  std::size_t from = 0, until = 0;
  bool has(std::size_t row) const { return row >= from && row < until; }
};

struct Plan {
  Setting head, cell;
  float pad = 0;                ///< at both sides of a cell
  std::vector<float> widths;    ///< with padding
  std::vector<float> places;    ///< left edges, from the left edge of the first column that moves; [0] unused
  float fixed = 0, moving = 0;  ///< widths of the first column, and of all others
  float head_height = 0;
  std::size_t lines = 1;  ///< of a text, at most
  bool folded = false;    ///< a row is a block of heads and values
  bool anew = false;      ///< something has come to be known that makes rows higher or lower
};

/// The columns by what is in the rows; `state` remembers. Rows of a large table are asked for only within `seen`.
Plan plan_for(Ui::Impl& impl, const GridView& view, GridState& state, Range seen);
/// How high a row of columns is.
float height_of(Ui::Impl& impl, const GridView& view, const Plan& plan, std::size_t row);
/// Rows at least in part within the clip, the first from `top` on; with one more at both ends, which the focus may go to.
Range seen_rows(const Ui::Impl& impl, const GridView& view, const GridState& state, float top);
/// Where a row begins, from the top of the first; of the number of rows: where the last ends.
double row_top(const GridState& state, std::size_t row);
Rect row_rect(const GridState& state, std::size_t row, const Rect& rows);
/// Asks how high rows are and remembers it: of a small table each, all of them where `anew`, else those on screen; of a large
/// one the highest on screen, once.
void learn_heights(const GridView& view, GridState& state, Range seen, bool anew,
                   const std::function<float(std::size_t)>& height);
/// The words of one cell: figures in one line, smaller where they must be; others in as many lines as all rows have.
const Layout& lay_cell(Ui::Impl& impl, const GridHead& head, std::string_view words, const Setting& setting, float width,
                       std::size_t lines);
/// Head, value and unit of each column but the first.
std::string row_words(const GridView& view, std::size_t row);
/// Says the row to the tree and asks the finger. `rect`: the whole row.
Touch take_row(Ui::Impl& impl, const GridView& view, std::size_t row, const Rect& rect, const Setting& setting);

/// The columns that move under a finger: how far they stand to the left, in pixels.
float pan(Ui::Impl& impl, GridState& state, const std::string& name, const Rect& zone, float moving, float room);

/// Blocks instead of columns. Places itself below what was placed.
std::optional<GridTap> draw_folded(Ui& ui, Ui::Impl& impl, const GridView& view, const Plan& plan, GridState& state);
void draw_bar(Ui::Impl& impl, const GridView& view, std::size_t row, std::size_t column, const Rect& room);

}  // namespace mingting::ui::grid
