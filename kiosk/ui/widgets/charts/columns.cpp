// Bars that stand side by side over their names: times, and the steps of a waterfall.
#include <algorithm>
#include <cmath>

#include "ui/widgets/charts/scale.hpp"
#include "ui/widgets/charts/sheet.hpp"

namespace mingting::ui::charts {
namespace {

constexpr float kHigh = 360, kMostColumn = 128, kLeastColumn = 5, kUnderPlot = 12, kBesideAxis = 16;  // dp
constexpr float kFilled = 0.68F;                                                                      // of a strip
constexpr float kShortest = 5.5F;  // em a label has at most that names a time
constexpr std::size_t kMostNames = 7;
constexpr int kSteps = 4;

Setting small(const Sheet& sheet) { return sheet.impl.setting(TextStyle::Caption); }

bool has_figure(const std::string& label) {
  return std::any_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool names_times(const Sheet& sheet) {
  const auto setting = small(sheet);
  const auto& marks = sheet.chart.marks;
  return widest_label(sheet, setting) <= kShortest * static_cast<float>(setting.em) &&
         std::all_of(marks.begin(), marks.end(), [](const auto& mark) { return has_figure(mark.label); });
}

/// Whether each name has room under its column, in three lines at most.
bool names_fit(const Sheet& sheet) {
  const auto setting = small(sheet);
  const float room = sheet.width / static_cast<float>(sheet.chart.marks.size()) - sheet.px(16);
  if (room < 3 * static_cast<float>(setting.em)) return false;
  return std::all_of(sheet.chart.marks.begin(), sheet.chart.marks.end(), [&](const auto& mark) {
    const auto& label = sheet.impl.lay(mark.label, setting, room, 0, Wrap::Balanced);
    return label.lines.size() <= 3 && label.width <= room;
  });
}

float widest_value(const Sheet& sheet, const Bars& bars) {
  float widest = 0;
  for (const auto& slots : bars.marks)
    for (const auto& slot : slots) widest = std::max(widest, sheet.impl.texts.measure(slot.printed, small(sheet)) + 1);
  return widest;
}

struct ColumnPlan {
  float left = 0, strip = 0;  ///< of the plot
  float slot = 0, column = 0;
  float top = 0, bottom = 0;  ///< where the scale ends are
  double low = 0, high = 1;
  bool each = false;  ///< every value is printed; otherwise there is an axis
  std::vector<double> ticks;
  double step = 1;
  float at(double value) const { return bottom - static_cast<float>((value - low) / (high - low)) * (bottom - top); }
  float middle(std::size_t mark) const { return left + strip * (static_cast<float>(mark) + 0.5F); }
};

bool each_fits(const Sheet& sheet, const Bars& bars) {
  const float strip = sheet.width / static_cast<float>(bars.marks.size());
  const float slot = bars.slots > 1 ? strip * 0.86F / static_cast<float>(bars.slots) : strip;
  return bars.all_printed && widest_value(sheet, bars) + sheet.px(bars.slots > 1 ? 6 : 12) <= slot;
}

float lay_axis(Sheet& sheet, ColumnPlan& plan, const Bars& bars) {
  const auto scale = scale_for(bars.low, bars.high, Zero::Always, kSteps);
  plan.low = scale.low;
  plan.high = scale.high;
  plan.ticks = scale.ticks;
  plan.step = scale.step;
  float widest = 0;
  for (const double tick : scale.ticks)
    widest = std::max(widest, sheet.impl.texts.measure(written(tick, scale.step), small(sheet)) + 1);
  return widest;
}

void write_ticks(Sheet& sheet, const ColumnPlan& plan) {
  const auto& c = sheet.impl.colors();
  const float line = sheet.impl.hairline();
  for (const double tick : plan.ticks) {
    const auto& words = sheet.impl.lay(written(tick, plan.step), small(sheet), kUnbounded, 0, Wrap::Never);
    const float y = std::round(plan.at(tick));
    sheet.write(words, 0, y - words.height() / 2, plan.left - sheet.px(kBesideAxis), Align::Right, c.ink);
    if (tick != 0) sheet.rule({plan.left, y, sheet.width - plan.left, std::max(1.0F, std::round(line / 2))}, grid_line(sheet));
  }
}

ColumnPlan plan_columns(Sheet& sheet, const Bars& bars) {
  ColumnPlan plan;
  plan.each = each_fits(sheet, bars);
  plan.low = bars.low;
  plan.high = bars.high > bars.low ? bars.high : bars.low + 1;
  if (!plan.each) plan.left = lay_axis(sheet, plan, bars) + sheet.px(kBesideAxis);
  plan.strip = (sheet.width - plan.left) / static_cast<float>(bars.marks.size());
  const float filled = bars.slots > 1 ? 0.86F : kFilled;
  plan.slot = std::min(plan.strip * filled / static_cast<float>(bars.slots), sheet.px(kMostColumn));
  plan.column = std::max(1.0F, std::floor(plan.slot - (bars.slots > 1 ? std::min(sheet.px(4), plan.slot / 4) : 0)));
  const float words = small(sheet).line + sheet.px(4);
  const float high = sheet.px(kHigh) * std::min(sheet.impl.factor(), 1.3F);
  plan.top = sheet.height + words;
  plan.bottom = plan.top + high;
  sheet.height = plan.bottom +
                 (bars.low < 0 ? words
                  : plan.each  ? 0
                               : small(sheet).line / 2 - sheet.px(kUnderPlot)) +
                 sheet.px(kUnderPlot);
  return plan;
}

Rect column_between(const Sheet& sheet, const ColumnPlan& plan, const Piece& piece, float x) {
  const float top = std::round(plan.at(std::max(piece.from, piece.to))),
              bottom = std::round(plan.at(std::min(piece.from, piece.to)));
  const float high = std::max(bottom - top, sheet.impl.hairline());
  return {std::round(x), piece.to < piece.from ? top : bottom - high, plan.column, high};
}

/// A value with the place where it would stand.
struct Value {
  const Layout* words;
  Rect box;
  int mark;
};

Value value_of(const Sheet& sheet, const ColumnPlan& plan, const Slot& slot, std::size_t mark, float middle) {
  const auto& words = sheet.impl.lay(slot.printed, small(sheet), kUnbounded, 0, Wrap::Never);
  double top = slot.pieces.empty() ? 0 : slot.pieces.front().to, bottom = top;
  for (const auto& piece : slot.pieces) {
    top = std::max({top, piece.from, piece.to});
    bottom = std::min({bottom, piece.from, piece.to});
  }
  const bool below = top <= 0 && bottom < 0;
  const float gap = sheet.px(4);
  const float y = below ? plan.at(bottom) + gap : plan.at(top) - words.height();
  const float x = std::clamp(middle - words.width / 2, plan.left, std::max(plan.left, sheet.width - words.width));
  return {&words, {x, y, words.width, words.height()}, static_cast<int>(mark)};
}

bool meet(const Rect& a, const Rect& b) {
  const auto both = intersect(a, b);
  return both.w > 0 && both.h > 0;
}

/// The largest, the smallest, the last, the first, what is chosen or in focus, before all others: as many as have room.
std::vector<std::size_t> by_weight(const Sheet& sheet, const Bars& bars) {
  const auto& marks = sheet.chart.marks;
  const auto count = marks.size();
  std::size_t most = 0, least = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto end = [&](std::size_t mark) {
      return bars.marks[mark].front().pieces.empty() ? 0 : bars.marks[mark].front().pieces.back().to;
    };
    if (end(i) > end(most)) most = i;
    if (end(i) < end(least)) least = i;
  }
  std::vector<std::size_t> order;
  if (sheet.chart.chosen && *sheet.chart.chosen < count) order.push_back(*sheet.chart.chosen);
  for (std::size_t i = 0; i < count; ++i)
    if (marks[i].focus) order.push_back(i);
  for (const auto each : {most, count - 1, least, std::size_t{0}}) order.push_back(each);
  for (std::size_t i = 0; i < count; ++i) order.push_back(i);
  return order;
}

void write_some(Sheet& sheet, const ColumnPlan& plan, const Bars& bars, std::size_t first_bar) {
  std::vector<Rect> taken;
  std::vector<bool> done(bars.marks.size(), false);
  for (const auto mark : by_weight(sheet, bars)) {
    const auto& slots = bars.marks[mark];
    if (slots.size() != 1 || slots.front().printed.empty() || done[mark]) continue;
    done[mark] = true;
    const auto value = value_of(sheet, plan, slots.front(), mark, plan.middle(mark));
    const Rect around = inflate(value.box, sheet.px(5));
    const auto hits = [&](const Rect& other) { return meet(around, other); };
    const bool covers = std::any_of(sheet.blocks.begin() + static_cast<std::ptrdiff_t>(first_bar), sheet.blocks.end(),
                                    [&](const SheetBlock& block) { return meet({value.box.x - 4, value.box.y, value.box.w + 8, value.box.h - 2}, block.rect); });
    if (covers || std::any_of(taken.begin(), taken.end(), hits)) continue;
    taken.push_back(value.box);
    sheet.write(*value.words, value.box.x, value.box.y, value.box.w, Align::Left, sheet.impl.colors().ink, value.mark);
  }
}

void lay_mark(Sheet& sheet, const ColumnPlan& plan, const Bars& bars, std::size_t mark) {
  float x = plan.middle(mark) - plan.slot * static_cast<float>(bars.slots) / 2;
  for (const auto& slot : bars.marks[mark]) {
    for (const auto& piece : slot.pieces)
      sheet.block(column_between(sheet, plan, piece, x + (plan.slot - plan.column) / 2), skin_for(sheet, mark, piece));
    if (plan.each && !slot.printed.empty()) {
      const auto value = value_of(sheet, plan, slot, mark, x + plan.slot / 2);
      sheet.write(*value.words, value.box.x, value.box.y, value.box.w, Align::Left, sheet.impl.colors().ink, value.mark);
    }
    x += plan.slot;
  }
}

/// From one step of a waterfall to the next.
void lay_steps(Sheet& sheet, const ColumnPlan& plan, const Bars& bars) {
  if (sheet.chart.kind != ChartKind::Waterfall) return;
  const float line = std::max(1.0F, sheet.px(2));
  for (std::size_t i = 0; i + 1 < bars.marks.size(); ++i) {
    if (bars.marks[i].front().pieces.empty() || bars.marks[i + 1].front().pieces.empty()) continue;
    const float y = std::round(plan.at(bars.marks[i].front().pieces.front().to));
    sheet.rule({std::round(plan.middle(i) + plan.column / 2), y, std::round(plan.strip - plan.column), line},
               sheet.impl.colors().quiet);
  }
}

void lay_spots(Sheet& sheet, const ColumnPlan& plan, const std::vector<float>& middles, float top) {
  const float apart = sheet.px(kApartTargets);
  if (plan.strip < sheet.px(kLeastStrip)) {
    sheet.spots.push_back({0, {plan.left, top, sheet.width - plan.left, sheet.height - top}, middles, false});
    return;
  }
  for (std::size_t i = 0; i < middles.size(); ++i)
    sheet.spot(i, {plan.middle(i) - plan.strip / 2 + apart, top, plan.strip - 2 * apart, sheet.height - top}, false);
}

}  // namespace

namespace {

constexpr double kUneven = 50;          // times the one in the middle: beside it the others are hardly seen
constexpr std::size_t kMostRows = 36;  // that are told one by one instead

bool uneven(const Bars& bars) {
  std::vector<double> sizes;
  for (const auto& slots : bars.marks)
    for (const auto& slot : slots)
      for (const auto& piece : slot.pieces) sizes.push_back(std::abs(piece.to - piece.from));
  if (sizes.size() < 3) return false;
  std::sort(sizes.begin(), sizes.end());
  return sizes.back() > kUneven * sizes[sizes.size() / 2];
}

/// Few enough, and hard to tell by their heights: then each beside its value.
bool better_told(const Sheet& sheet, const Bars& bars) {
  const bool large = sheet.impl.appearance.size == TextSize::ExtraLarge;
  return bars.marks.size() * bars.slots <= kMostRows && (large || uneven(bars)) && !each_fits(sheet, bars);
}

}  // namespace

bool columns_fit(const Sheet& sheet, const Bars& bars) {
  const auto count = bars.marks.size();
  if (count == 0 || better_told(sheet, bars)) return false;
  if (names_times(sheet)) return sheet.width / static_cast<float>(count * bars.slots) * kFilled >= sheet.px(kLeastColumn);
  const bool names = sheet.chart.kind != ChartKind::Bars && count <= kMostNames && names_fit(sheet);
  return names && each_fits(sheet, bars);
}

void lay_columns(Sheet& sheet, const Bars& bars) {
  sheet.height += lay_legend(sheet, sheet.height, Swatch::Skin);
  const float top = sheet.height;
  const auto plan = plan_columns(sheet, bars);
  write_ticks(sheet, plan);
  const auto first_bar = sheet.blocks.size();
  std::vector<float> middles;
  for (std::size_t i = 0; i < bars.marks.size(); ++i) {
    lay_mark(sheet, plan, bars, i);
    middles.push_back(plan.middle(i));
  }
  if (!plan.each) write_some(sheet, plan, bars, first_bar);
  lay_steps(sheet, plan, bars);
  sheet.rule({plan.left, std::round(plan.at(0)), sheet.width - plan.left, sheet.impl.hairline()}, sheet.impl.colors().ink);
  sheet.height += lay_labels(sheet, middles, plan.strip, sheet.height);
  lay_spots(sheet, plan, middles, top);
}

}  // namespace mingting::ui::charts
