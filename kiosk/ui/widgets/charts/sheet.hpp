// What stands on a chart's card before anything is drawn: words, bars, lines and dots where they belong, and what is touched?
// Lengths are pixels from the upper left corner of the room inside the card.
#pragma once

#include <string>
#include <vector>

#include "ui/widgets/charts/look.hpp"
#include "ui/widgets/charts/pieces.hpp"

namespace mingting::ui::charts {

inline constexpr float kApartTargets = 6;  // dp a target keeps from its edge
inline constexpr float kLeastStrip = 72;   // dp of a mark that is a target of its own
inline constexpr float kAboveBar = 12;     // dp between a bar and its value

struct SheetWords {
  const Layout* layout = nullptr;
  Rect box;
  Align align = Align::Left;
  Color ink;
  int mark = -1;                 ///< whose they are; -1: the chart's
  std::optional<Color> paper{};  ///< where they stand on another than the card's
};
struct SheetBlock {
  Rect rect;
  Skin skin;
  float radius = 0;
};
struct SheetCurve {
  std::vector<ImVec2> points;
  float thickness = 1;
  std::span<const float> dashes;  ///< dp
  Color color;
};
struct SheetDot {
  float x = 0, y = 0, size = 0;
  Dot dot = Dot::Disc;
  Color color;
};
/// Where a mark is touched; of a plot in which the marks stand too close: all of them, by x.
struct SheetSpot {
  std::size_t mark = 0;
  Rect rect;
  std::vector<float> places;  ///< of a whole plot: the middle of each mark
  bool boxed = true;          ///< chosen, it has a line around it
};

class Sheet {
 public:
  Sheet(Ui::Impl& owner, const ChartView& view, float room) : impl(owner), chart(view), width(room) {}

  /// The words at (x, y), in the room the layout takes.
  void write(const Layout& layout, float x, float y, float room, Align align, Color ink, int mark = -1);
  void rule(const Rect& rect, Color color);
  void block(const Rect& rect, const Skin& skin) { blocks.push_back({rect, skin, 0}); }
  void spot(std::size_t mark, const Rect& rect, bool boxed) { spots.push_back({mark, rect, {}, boxed}); }
  float px(float dp) const { return impl.px(dp); }
  bool focused() const;  ///< whether one mark stands out

  Ui::Impl& impl;
  const ChartView& chart;
  const float width;
  float height = 0;
  std::vector<SheetWords> words;
  std::vector<SheetBlock> blocks;
  std::vector<SheetCurve> curves;
  std::vector<SheetDot> dots;
  std::vector<SheetSpot> spots;
};

/// Name and skin of each series in lines, from `y` on; how high.
enum class Swatch { Skin, Line };
float lay_legend(Sheet& sheet, float y, Swatch swatch);
/// The skin of a piece of this mark.
Skin skin_for(const Sheet& sheet, std::size_t mark, const Piece& piece);
/// Labels under a row of marks whose middles are given, as many as have room; how high.
float lay_labels(Sheet& sheet, const std::vector<float>& middles, float strip, float y);
float widest_label(const Sheet& sheet, const Setting& setting);
/// Quieter than what it is there to measure.
Color grid_line(const Sheet& sheet);
/// One under the other, none nearer to the next than `apart`, as near to where they want to be as may be, within [low, high].
std::vector<float> pushed_apart(std::vector<float> wanted, const std::vector<float>& heights, float low, float high);

// Each fills the sheet from `sheet.height` on.
void lay_rows(Sheet& sheet, const Bars& bars);
/// Whether there is room for columns.
bool columns_fit(const Sheet& sheet, const Bars& bars);
void lay_columns(Sheet& sheet, const Bars& bars);
void lay_lines(Sheet& sheet);
void lay_share(Sheet& sheet);

}  // namespace mingting::ui::charts
