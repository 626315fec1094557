// From where to where does each bar of a chart reach, and what is printed at its end?
#pragma once

#include <vector>

#include "ui/data.hpp"

namespace mingting::ui::charts {

/// Values of the chart, not pixels. `look`: the series, of a waterfall a Step.
struct Piece {
  double from = 0, to = 0;
  std::size_t look = 0;
};
enum Step : std::size_t { kTotal, kAdded, kTaken };

/// One bar; without pieces: a gap.
struct Slot {
  std::vector<Piece> pieces;
  std::string printed;
};
struct Bars {
  std::vector<std::vector<Slot>> marks;  ///< the bars of each mark
  double low = 0, high = 0;              ///< low <= 0 <= high
  std::size_t slots = 1;                 ///< a mark
  bool all_printed = false;              ///< each part says its value, so that no axis is needed
};
Bars bars_of(const ChartView& chart);

/// A value that can be drawn: there, and finite.
std::optional<double> drawable(const ChartMark& mark, std::size_t series);
std::string_view printed_of(const ChartMark& mark, std::size_t series);
/// How many series there are, named or not; at least one.
std::size_t series_count(const ChartView& chart);
/// What of the whole each mark is, 0 to 1; all 0 when there is nothing.
std::vector<double> shares_of(const ChartView& chart);

}  // namespace mingting::ui::charts
