// What do the widgets that show figures take: charts, grids, tracks against a target, periods in a row? Words and printed figures
// come from the caller, exact as they are to be read; a double says only how long a bar is.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingting::ui {

/// Bars: one value a mark. Grouped, Stacked: one a series, beside or on one another. Lines: a line a series over the marks.
/// Share: what part of the whole each mark is (values below nothing count as nothing). Waterfall: the first mark, the last and
/// those that are a `total` stand on the line of zero; each between is added to what was there before it.
enum class ChartKind { Bars, Grouped, Stacked, Lines, Share, Waterfall };

struct ChartMark {
  std::string id, label;
  std::vector<std::optional<double>> values;  ///< one a series; nothing: a gap
  std::vector<std::string>
      printed;         ///< the values as they are read, without unit; of stacked ones one more, the sum, where it is known
  bool focus = false;  ///< in the full colour, the others in its tint
  bool total = false;  ///< of a waterfall
};

struct ChartView {
  std::string id;
  std::string label;  ///< the heading: what the chart says
  std::string unit;
  ChartKind kind = ChartKind::Bars;
  std::vector<std::string> series;  ///< their names; none is needed where there is one
  std::vector<ChartMark> marks;
  std::string foot;
  bool opens = false;                 ///< marks lead on
  std::optional<std::size_t> chosen;  ///< its values are told in words under the chart
  /// Said where the axis of lines begins above nothing, which it does when the range is less than a third of the largest value.
  /// Empty: it always begins at 0.
  std::string not_from_zero;
  bool answers = true;  ///< marks can be tapped; false: only looked at
};

struct GridHead {
  enum class Sorted { No, Up, Down };
  std::string id, title, unit;
  bool figure = false;  ///< at the right, in one line that is never cut
  Sorted sorted = Sorted::No;
  bool sorts = true;  ///< tapped, it asks for this order
  bool bar = false;   ///< a bar in the cell, of GridView::share
};

/// A table of any number of rows and columns. Cells are asked for only for rows on screen (all of them up to 100 rows); what
/// they give must stay until the next call.
struct GridView {
  std::string id, label;
  std::vector<GridHead> heads;
  std::size_t rows = 0;
  std::function<std::string_view(std::size_t row, std::size_t column)> cell;
  std::function<std::string(std::size_t row)> row_id;
  std::function<double(std::size_t row, std::size_t column)> share;  ///< how long the cell's bar is, 0 to 1
  bool opens = true;                                                 ///< rows can be tapped
};
struct GridTap {
  std::optional<std::size_t> row, head;
};

/// A figure on its way from where it started to its target.
struct TrackView {
  enum class State { Reached, OnTrack, Behind, Unknown };
  std::string id, label, note;
  double start = 0, value = 0, target = 0;
  double expected = 0;  ///< where it should be by now
  std::string value_words, target_words, start_words;
  State state = State::Unknown;
  std::string state_words;
};

/// A period; `from` and `until` on the axis of the ticks.
struct SpanView {
  std::string id, label, when;
  double from = 0, until = 0;
  bool now = false;  ///< the one that is shown
};

}  // namespace mingting::ui
