// Round ticks, after Heckbert's nice numbers with 2.5 among them.
#include "ui/widgets/charts/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mingting::ui::charts {
namespace {

constexpr double kTiny = 1e-9;  // of a step: what rounding leaves

double round_step(double wanted) {
  const double ten = std::pow(10, std::floor(std::log10(wanted)));
  for (const double nice : {1.0, 2.0, 2.5, 5.0}) {
    if (nice * ten >= wanted * (1 - kTiny)) return nice * ten;
  }
  return 10 * ten;
}

int decimals_of(double step) {
  for (int decimals = 0; decimals < 12; ++decimals) {
    const double scaled = step * std::pow(10, decimals);
    if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return 12;
}

bool leaves_zero(double least, double most) {
  const double far = std::max(std::abs(least), std::abs(most));
  const bool one_side = least > 0 || most < 0;
  return one_side && most > least && most - least < far / 3;
}

}  // namespace

Scale scale_for(double least, double most, Zero zero, int steps) {
  if (!std::isfinite(least)) least = 0;
  if (!std::isfinite(most)) most = 0;
  if (most < least) std::swap(least, most);
  if (zero == Zero::Always || !leaves_zero(least, most)) {
    least = std::min(least, 0.0);
    most = std::max(most, 0.0);
  }
  if (most == least) most = least + 1;
  Scale scale;
  scale.step = round_step((most - least) / std::max(steps, 1));
  const double first = std::floor(least / scale.step + kTiny), last = std::ceil(most / scale.step - kTiny);
  for (double at = first; at <= last; ++at) scale.ticks.push_back(at * scale.step);
  scale.low = scale.ticks.front();
  scale.high = scale.ticks.back();
  return scale;
}

std::string written(double tick, double step) {
  const bool minus = tick < -step * kTiny;
  auto text = fmt::format("{:.{}f}", std::abs(tick), decimals_of(step));
  const auto point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > 3;) text.insert(at -= 3, ",");
  return (minus ? "\xE2\x88\x92" : "") + text;
}

}  // namespace mingting::ui::charts
