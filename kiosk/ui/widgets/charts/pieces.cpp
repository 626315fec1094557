// Bars as stretches between values.
#include "ui/widgets/charts/pieces.hpp"

#include <algorithm>
#include <cmath>

namespace mingting::ui::charts {
namespace {

Slot single(const ChartMark& mark, std::size_t series) {
  Slot slot{{}, std::string(printed_of(mark, series))};
  if (const auto value = drawable(mark, series)) slot.pieces.push_back({0, *value, series});
  return slot;
}

/// The sum where it is known, else what it is of.
std::string printed_of_stack(const ChartMark& mark, std::size_t count) {
  if (mark.printed.size() > count) return mark.printed[count];
  std::string parts;
  for (std::size_t series = 0; series < count; ++series) {
    if (!drawable(mark, series) || printed_of(mark, series).empty()) continue;
    parts.append(parts.empty() ? "" : " + ").append(printed_of(mark, series));
  }
  return parts;
}

/// What is above nothing upwards, what is below downwards.
Slot stacked(const ChartMark& mark, std::size_t count) {
  Slot slot{{}, printed_of_stack(mark, count)};
  double up = 0, down = 0;
  for (std::size_t series = 0; series < count; ++series) {
    const auto value = drawable(mark, series);
    if (!value) continue;
    double& end = *value < 0 ? down : up;
    slot.pieces.push_back({end, end + *value, series});
    end += *value;
  }
  return slot;
}

void waterfall(const ChartView& chart, Bars& bars) {
  double level = 0;
  for (std::size_t i = 0; i < chart.marks.size(); ++i) {
    const auto& mark = chart.marks[i];
    const auto value = drawable(mark, 0);
    Slot slot{{}, std::string(printed_of(mark, 0))};
    const bool total = i == 0 || i + 1 == chart.marks.size() || mark.total;
    if (value && total) slot.pieces.push_back({0, *value, kTotal});
    if (value && !total) slot.pieces.push_back({level, level + *value, *value < 0 ? kTaken : kAdded});
    if (value) level = slot.pieces.front().to;
    bars.marks.push_back({std::move(slot)});
  }
}

void measure(Bars& bars) {
  for (const auto& slots : bars.marks) {
    for (const auto& slot : slots) {
      for (const auto& piece : slot.pieces) {
        bars.low = std::min({bars.low, piece.from, piece.to});
        bars.high = std::max({bars.high, piece.from, piece.to});
      }
    }
  }
}

}  // namespace

std::optional<double> drawable(const ChartMark& mark, std::size_t series) {
  if (series >= mark.values.size() || !mark.values[series] || !std::isfinite(*mark.values[series])) return {};
  return mark.values[series];
}

std::string_view printed_of(const ChartMark& mark, std::size_t series) {
  return series < mark.printed.size() ? std::string_view(mark.printed[series]) : std::string_view{};
}

std::size_t series_count(const ChartView& chart) {
  std::size_t most = std::max<std::size_t>(1, chart.series.size());
  for (const auto& mark : chart.marks) most = std::max(most, mark.values.size());
  return most;
}

Bars bars_of(const ChartView& chart) {
  Bars bars;
  const auto count = series_count(chart);
  if (chart.kind == ChartKind::Waterfall) waterfall(chart, bars);
  if (chart.kind == ChartKind::Grouped) bars.slots = count;
  for (const auto& mark : chart.marks) {
    std::vector<Slot> slots;
    if (chart.kind == ChartKind::Stacked)
      slots.push_back(stacked(mark, count));
    else if (chart.kind != ChartKind::Waterfall)
      for (std::size_t series = 0; series < bars.slots; ++series) slots.push_back(single(mark, series));
    if (!slots.empty()) bars.marks.push_back(std::move(slots));
  }
  measure(bars);
  bars.all_printed = std::all_of(bars.marks.begin(), bars.marks.end(), [](const auto& slots) {
    return std::all_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.pieces.empty() || !slot.printed.empty(); });
  });
  return bars;
}

std::vector<double> shares_of(const ChartView& chart) {
  std::vector<double> shares;
  double whole = 0;
  for (const auto& mark : chart.marks) whole += shares.emplace_back(std::max(0.0, drawable(mark, 0).value_or(0)));
  for (auto& share : shares) share = whole > 0 ? share / whole : 0;
  return shares;
}

}  // namespace mingting::ui::charts
