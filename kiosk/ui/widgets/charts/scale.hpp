// Which round figures stand at an axis, where does it begin, and how are its figures written?
#pragma once

#include <string>
#include <vector>

namespace mingting::ui::charts {

enum class Zero {
  Always,      ///< bars: a length says how much
  WhereItFits  ///< lines: not where the range is less than a third of the largest value
};

/// `low` and `high` are ticks themselves; `step` is 1, 2, 2.5 or 5 times a power of ten. low < high.
struct Scale {
  double low = 0, high = 1, step = 1;
  std::vector<double> ticks;  ///< rising
  bool from_zero() const { return low <= 0 && high >= 0; }
  double share(double value) const { return (value - low) / (high - low); }
};

/// Spans least and most (in any order, alike or not finite: then as if 0) with about as many steps as wanted, at least one.
Scale scale_for(double least, double most, Zero zero, int steps);

/// In groups of three, with as many decimals as the step needs: 1,200 or 0.25; a minus sign of the width of figures.
std::string written(double tick, double step);

}  // namespace mingting::ui::charts
