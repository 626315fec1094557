// Bars that lie, each beside its name, or under it where names are long or type is large.
#include <algorithm>
#include <cmath>

#include "ui/widgets/charts/sheet.hpp"

namespace mingting::ui::charts {
namespace {

constexpr float kBar = 40, kSlimBar = 30, kBesideName = 24, kBetweenRows = 20;  // dp
constexpr float kMostName = 0.34F, kLeastPlot = 0.3F, kMostValue = 0.55F;       // of the width
constexpr float kMostNameLines = 3;

/// Where things stand from left to right, and how high they are.
struct RowPlan {
  Setting name, figure;
  bool above = false;  ///< the name over its bar
  float name_width = 0;
  float left = 0, right = 0;  ///< of the plot: where `low` and `high` are
  float slot = 0, bar = 0;    ///< height with its value, and without
  double low = 0, high = 1;
  float at(double value) const { return left + static_cast<float>((value - low) / (high - low)) * (right - left); }
};

const Layout& value_words(const Sheet& sheet, const RowPlan& plan, const std::string& printed) {
  return sheet.impl.lay_line(printed, plan.figure, sheet.width * kMostValue);
}

bool reaches_down(const Slot& slot) { return !slot.pieces.empty() && slot.pieces.back().to < slot.pieces.front().from; }

/// A value stands at the left of what reaches down, but in a waterfall, where pieces float.
bool at_left(const Sheet& sheet, const Slot& slot) {
  if (sheet.chart.kind == ChartKind::Waterfall) return false;
  return std::all_of(slot.pieces.begin(), slot.pieces.end(), [](const Piece& piece) { return piece.to < piece.from; }) &&
         reaches_down(slot);
}

/// The room that values need at both ends of the plot.
std::pair<float, float> room_of_values(const Sheet& sheet, const Bars& bars, const RowPlan& plan) {
  float left = 0, right = 0;
  for (const auto& slots : bars.marks) {
    for (const auto& slot : slots) {
      if (slot.printed.empty()) continue;
      const float wide = value_words(sheet, plan, slot.printed).width + sheet.px(kAboveBar);
      (at_left(sheet, slot) ? left : right) = std::max(at_left(sheet, slot) ? left : right, wide);
    }
  }
  return {left, right};
}

RowPlan plan_rows(const Sheet& sheet, const Bars& bars) {
  auto& impl = sheet.impl;
  RowPlan plan{impl.setting(TextStyle::Caption), impl.setting(TextStyle::Caption)};
  const auto [left, right] = room_of_values(sheet, bars, plan);
  plan.name_width = std::min(widest_label(sheet, plan.name), std::round(sheet.width * kMostName));
  const float lead = plan.name_width + sheet.px(kBesideName);
  float lines = 0;
  for (const auto& mark : sheet.chart.marks)
    lines = std::max(lines, static_cast<float>(impl.lay(mark.label, plan.name, plan.name_width, 0, Wrap::Balanced).lines.size()));
  plan.above = sheet.width - lead - left - right < sheet.width * kLeastPlot || lines > kMostNameLines;
  plan.left = (plan.above ? 0 : lead) + left;
  plan.right = std::max(sheet.width - right, plan.left + sheet.px(40));
  plan.low = bars.low;
  plan.high = bars.high > bars.low ? bars.high : bars.low + 1;
  plan.bar = impl.grown(bars.slots > 1 ? kSlimBar : kBar);
  plan.slot = std::max(plan.bar + sheet.px(6), plan.figure.line);
  return plan;
}

/// A length that is true, but never so short that nothing is seen.
Rect bar_between(const Sheet& sheet, const RowPlan& plan, const Piece& piece, float y) {
  const float from = std::round(plan.at(std::min(piece.from, piece.to))),
              to = std::round(plan.at(std::max(piece.from, piece.to)));
  const float least = sheet.impl.hairline();
  const float wide = std::max(to - from, least);
  return {piece.to < piece.from ? to - wide : from, y, wide, plan.bar};
}

void lay_value(Sheet& sheet, const RowPlan& plan, const Slot& slot, int mark, float y) {
  if (slot.printed.empty()) return;
  const auto& words = value_words(sheet, plan, slot.printed);
  float from = plan.at(0), to = from;
  for (const auto& piece : slot.pieces) {
    from = std::min({from, plan.at(piece.from), plan.at(piece.to)});
    to = slot.pieces.size() == 1 && sheet.chart.kind == ChartKind::Waterfall
             ? plan.at(std::max(piece.from, piece.to))
             : std::max({to, plan.at(piece.from), plan.at(piece.to)});
  }
  const float gap = sheet.px(kAboveBar);
  const float x = at_left(sheet, slot) ? from - gap - words.width : to + gap;
  sheet.write(words, x, y + std::round((plan.slot - words.height()) / 2), words.width, Align::Left, sheet.impl.colors().ink,
              mark);
}

/// One mark from `y` on; how high.
float lay_mark(Sheet& sheet, const Bars& bars, const RowPlan& plan, std::size_t i, float y) {
  const auto& mark = sheet.chart.marks[i];
  const auto& name = sheet.impl.lay(mark.label, plan.name, plan.above ? sheet.width : plan.name_width, 0, Wrap::Balanced);
  const auto& slots = bars.marks[i];
  const float bars_high = plan.slot * static_cast<float>(slots.size());
  const float inner = plan.above ? name.height() + bars_high : std::max(name.height(), bars_high);
  const float high = std::max(inner + sheet.px(kBetweenRows), sheet.px(kLeastStrip));
  const float top = y + std::round((high - inner) / 2);
  sheet.write(name, 0, plan.above ? top : y + std::round((high - name.height()) / 2), name.width, Align::Left,
              sheet.impl.colors().ink, static_cast<int>(i));
  float at = plan.above ? top + name.height() : y + std::round((high - bars_high) / 2);
  for (const auto& slot : slots) {
    for (const auto& piece : slot.pieces)
      sheet.block(bar_between(sheet, plan, piece, at + std::round((plan.slot - plan.bar) / 2)), skin_for(sheet, i, piece));
    lay_value(sheet, plan, slot, static_cast<int>(i), at);
    at += plan.slot;
  }
  const float apart = sheet.px(kApartTargets);
  sheet.spot(i, {0, y + apart, sheet.width, high - 2 * apart}, true);
  return high;
}

/// Where the parts of a waterfall, or what is below nothing, hang on.
void lay_zero(Sheet& sheet, const RowPlan& plan, float top) {
  const float line = sheet.impl.hairline();
  sheet.rule({std::round(plan.at(0)) - line, top, line, sheet.height - top}, sheet.impl.colors().ink);
}

}  // namespace

void lay_rows(Sheet& sheet, const Bars& bars) {
  sheet.height += lay_legend(sheet, sheet.height, Swatch::Skin);
  const auto plan = plan_rows(sheet, bars);
  const float top = sheet.height;
  for (std::size_t i = 0; i < bars.marks.size(); ++i) sheet.height += lay_mark(sheet, bars, plan, i, sheet.height);
  if (!plan.above) lay_zero(sheet, plan, top);
}

}  // namespace mingting::ui::charts
