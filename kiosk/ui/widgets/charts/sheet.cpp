// What all charts share: legends, labels under marks, labels that make room for one another.
#include "ui/widgets/charts/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mingting::ui::charts {
namespace {

constexpr float kSwatch = 40, kLineSwatch = 72, kBesideSwatch = 14, kBetweenSeries = 36, kUnderLegend = 16;  // dp

void draw_swatch(Sheet& sheet, std::size_t series, Swatch kind, const Rect& at) {
  if (kind == Swatch::Skin) return sheet.block(at, skin_of(sheet.impl, series));
  const auto trace = trace_of(sheet.impl, series);
  const float middle = at.y + at.h / 2;
  sheet.curves.push_back({{{at.x, middle}, {at.x + at.w, middle}}, std::max(2.0F, sheet.px(6)), trace.dashes, trace.color});
  sheet.dots.push_back({at.x + at.w / 2, middle, sheet.px(20), trace.dot, trace.color});
}

}  // namespace

void Sheet::write(const Layout& layout, float x, float y, float room, Align align, Color ink, int mark) {
  if (layout.text.empty()) return;
  const float slack = std::max(0.0F, room - layout.width);
  const float indent = align == Align::Center ? slack / 2 : align == Align::Right ? slack : 0;
  words.push_back({&layout, {std::round(x + indent), std::round(y), layout.width, layout.height()}, align, ink, mark, {}});
}

void Sheet::rule(const Rect& rect, Color color) { blocks.push_back({rect, {color, color, {}}, 0}); }

bool Sheet::focused() const {
  return std::any_of(chart.marks.begin(), chart.marks.end(), [](const auto& mark) { return mark.focus; });
}

float lay_legend(Sheet& sheet, float y, Swatch kind) {
  if (sheet.chart.series.empty()) return 0;
  const auto setting = sheet.impl.setting(TextStyle::Caption);
  const float wide = sheet.impl.grown(kind == Swatch::Line ? kLineSwatch : kSwatch), beside = sheet.px(kBesideSwatch);
  const float high = std::round(setting.line * 0.7F), top = y;
  float x = 0, row = 0;
  for (std::size_t series = 0; series < sheet.chart.series.size(); ++series) {
    const auto& name = sheet.impl.lay(sheet.chart.series[series], setting, sheet.width - wide - beside, 0, Wrap::Balanced);
    const float needs = wide + beside + name.width;
    if (x > 0 && x + needs > sheet.width) {
      x = 0;
      y += row + sheet.px(8);
      row = 0;
    }
    draw_swatch(sheet, series, kind, {x, y + std::round((setting.line - high) / 2), wide, high});
    sheet.write(name, x + wide + beside, y, name.width, Align::Left, sheet.impl.colors().ink);
    x += needs + sheet.px(kBetweenSeries);
    row = std::max(row, name.height());
  }
  return y + row - top + sheet.px(kUnderLegend);
}

Skin skin_for(const Sheet& sheet, std::size_t mark, const Piece& piece) {
  const auto& impl = sheet.impl;
  const auto kind = sheet.chart.kind;
  if (kind == ChartKind::Waterfall && piece.look == kAdded) return added(impl);
  if (kind == ChartKind::Waterfall && piece.look == kTaken) return taken(impl);
  const bool aside = kind == ChartKind::Bars && sheet.focused() && !sheet.chart.marks[mark].focus;
  return aside ? pale(impl) : skin_of(impl, kind == ChartKind::Waterfall ? 0 : piece.look);
}

float widest_label(const Sheet& sheet, const Setting& setting) {
  float widest = 0;
  for (const auto& mark : sheet.chart.marks) widest = std::max(widest, sheet.impl.texts.measure(mark.label, setting) + 1);
  return widest;
}

namespace {

constexpr float kLabelGap = 16, kPill = 10;  // dp
constexpr float kMostLabel = 6;              // em, before it is set in lines

/// Every so many that whole years, dozens or tens stay together.
std::size_t round_every(std::size_t least) {
  for (const std::size_t every : {1U, 2U, 3U, 4U, 5U, 6U, 10U, 12U, 20U, 24U, 30U}) {
    if (every >= least) return every;
  }
  return (least + 59) / 60 * 60;
}

/// From the chosen one, or the last, outwards: those that must stand come first.
std::vector<std::size_t> from_anchor(std::size_t count, std::size_t anchor, std::size_t every) {
  std::vector<std::size_t> order{anchor};
  for (std::size_t away = every; away < count; away += every) {
    if (away <= anchor) order.push_back(anchor - away);
    if (anchor + away < count) order.push_back(anchor + away);
  }
  return order;
}

void write_label(Sheet& sheet, std::size_t mark, const Layout& label, const Rect& box) {
  const auto& c = sheet.impl.colors();
  const bool chosen = sheet.chart.chosen == mark;
  if (chosen) sheet.blocks.push_back({inflate(box, sheet.px(kPill) / 2), {c.primary, c.primary, {}}, sheet.impl.small_corner()});
  sheet.write(label, box.x, box.y, box.w, Align::Center, chosen ? c.on_primary : c.ink, static_cast<int>(mark));
  if (chosen) sheet.words.back().paper = c.primary;
}

}  // namespace

float lay_labels(Sheet& sheet, const std::vector<float>& middles, float strip, float y) {
  const auto setting = sheet.impl.setting(TextStyle::Caption);
  const float gap = sheet.px(kLabelGap), edge = sheet.px(kPill) / 2;
  const float room = std::min(std::max(strip - gap, kMostLabel * static_cast<float>(setting.em)), sheet.width - 2 * edge);
  const float widest = std::min(widest_label(sheet, setting), room);
  const auto every = round_every(static_cast<std::size_t>(std::ceil((widest + gap) / std::max(strip, 1.0F))));
  const auto count = middles.size();
  const auto anchor = sheet.chart.chosen && *sheet.chart.chosen < count ? *sheet.chart.chosen : count - 1;
  std::vector<Rect> taken;
  float high = 0;
  for (const auto mark : from_anchor(count, anchor, every)) {
    const auto& label = sheet.impl.lay_label(sheet.chart.marks[mark].label, setting, room, 0);
    const float x = std::clamp(middles[mark] - label.width / 2, edge, std::max(edge, sheet.width - edge - label.width));
    const Rect box{x, y, label.width, label.height()};
    const auto meets = [&](const Rect& other) {
      return box.x < other.x + other.w + gap / 2 && other.x < box.x + box.w + gap / 2;
    };
    if (std::any_of(taken.begin(), taken.end(), meets)) continue;
    taken.push_back(box);
    write_label(sheet, mark, label, box);
    high = std::max(high, label.height());
  }
  return high + edge;
}

Color grid_line(const Sheet& sheet) {
  const auto& c = sheet.impl.colors();
  return sheet.impl.outlined() ? mix(c.surface, c.line, 0.4F) : c.line;
}

std::vector<float> pushed_apart(std::vector<float> wanted, const std::vector<float>& heights, float low, float high) {
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return wanted[a] < wanted[b]; });
  float from = low;
  for (const auto at : order) {
    wanted[at] = std::max(wanted[at], from);
    from = wanted[at] + heights[at];
  }
  float until = high;
  for (auto at = order.rbegin(); at != order.rend(); ++at) {
    wanted[*at] = std::min(wanted[*at], until - heights[*at]);
    until = wanted[*at];
  }
  return wanted;
}

}  // namespace mingting::ui::charts
