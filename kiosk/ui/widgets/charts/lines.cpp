// Lines over times, each ending in its own name and last value.
#include <algorithm>
#include <cmath>

#include "ui/widgets/charts/scale.hpp"
#include "ui/widgets/charts/sheet.hpp"

namespace mingting::ui::charts {
namespace {

constexpr float kHigh = 380, kUnderPlot = 12, kBesideAxis = 16, kBesideEnd = 24, kThick = 6, kDot = 20, kCrowded = 26;  // dp
constexpr float kMostEnds = 0.34F;  // of the width
constexpr int kSteps = 4;

Setting small(const Sheet& sheet, bool bold = false) { return sheet.impl.setting(TextStyle::Caption, bold); }

struct LinePlan {
  Scale scale;
  float left = 0, right = 0, top = 0, bottom = 0;
  std::size_t marks = 0;
  float strip() const { return (right - left) / static_cast<float>(std::max<std::size_t>(marks, 1)); }
  float x(std::size_t mark) const { return left + strip() * (static_cast<float>(mark) + 0.5F); }
  float y(double value) const { return bottom - static_cast<float>(scale.share(value)) * (bottom - top); }
};

/// What stands at the end of a line.
struct End {
  std::size_t series, mark;
  double value;
  const Layout* words = nullptr;
};

std::vector<End> ends_of(const Sheet& sheet) {
  std::vector<End> ends;
  const auto& marks = sheet.chart.marks;
  for (std::size_t series = 0; series < series_count(sheet.chart); ++series) {
    for (std::size_t i = marks.size(); i-- > 0;) {
      const auto value = drawable(marks[i], series);
      if (!value) continue;
      ends.push_back({series, i, *value});
      break;
    }
  }
  return ends;
}

std::string end_words(const Sheet& sheet, const End& end, bool named) {
  std::string words = named && end.series < sheet.chart.series.size() ? sheet.chart.series[end.series] : "";
  const auto printed = printed_of(sheet.chart.marks[end.mark], end.series);
  if (!words.empty() && !printed.empty()) words += ' ';
  return words.append(printed);
}

/// Sets the ends; false where they take too much of the width or would not find room one under the other.
bool set_ends(const Sheet& sheet, std::vector<End>& ends, bool named, float high) {
  const float room = sheet.width * kMostEnds;
  float all = 0;
  bool fits = true;
  for (auto& end : ends) {
    const auto words = end_words(sheet, end, named);
    end.words = named ? &sheet.impl.lay(words, small(sheet, true), room, 0, Wrap::Balanced)
                      : &sheet.impl.lay_line(words, small(sheet, true), room);
    all += end.words->height();
    fits = fits && end.words->lines.size() <= 3 && end.words->width <= room;
  }
  return fits && all <= high;
}

Scale scale_of(const ChartView& chart) {
  double least = 0, most = 0;
  bool any = false;
  for (const auto& mark : chart.marks) {
    for (std::size_t series = 0; series < mark.values.size(); ++series) {
      const auto value = drawable(mark, series);
      if (!value) continue;
      least = any ? std::min(least, *value) : *value;
      most = any ? std::max(most, *value) : *value;
      any = true;
    }
  }
  return scale_for(least, most, chart.not_from_zero.empty() ? Zero::Always : Zero::WhereItFits, kSteps);
}

void write_axis(Sheet& sheet, const LinePlan& plan) {
  const auto& c = sheet.impl.colors();
  const float line = sheet.impl.hairline();
  for (const double tick : plan.scale.ticks) {
    const auto& words = sheet.impl.lay(written(tick, plan.scale.step), small(sheet), kUnbounded, 0, Wrap::Never);
    const float y = std::round(plan.y(tick));
    sheet.write(words, 0, y - words.height() / 2, plan.left - sheet.px(kBesideAxis), Align::Right, c.ink);
    const bool zero = std::abs(tick) < plan.scale.step * 1e-6;
    sheet.rule({plan.left, y, plan.right - plan.left, zero ? line : std::max(1.0F, std::round(line / 2))}, zero ? c.ink : grid_line(sheet));
  }
}

/// A foot of dashes: the axis goes on below what is drawn.
void write_break(Sheet& sheet, const LinePlan& plan) {
  if (plan.scale.from_zero()) return;
  static constexpr float kDash[] = {10, 8};
  const float y = std::round(plan.bottom) + sheet.px(6);
  sheet.curves.push_back({{{plan.left, y}, {plan.right, y}}, std::max(1.0F, sheet.px(3)), kDash, sheet.impl.colors().ink});
  const auto& words = sheet.impl.lay(sheet.chart.not_from_zero, small(sheet), sheet.width);
  sheet.height += sheet.px(8);
  sheet.write(words, 0, sheet.height, sheet.width, Align::Left, sheet.impl.colors().quiet);
  sheet.height += words.height();
}

/// Breaks where nothing is known; a value alone between two gaps is its dot.
void lay_line(Sheet& sheet, const LinePlan& plan, std::size_t series) {
  const auto trace = trace_of(sheet.impl, series);
  const auto& marks = sheet.chart.marks;
  const bool dots = plan.strip() >= sheet.px(kCrowded);
  std::vector<ImVec2> run;
  const auto close = [&](std::size_t next) {
    const bool alone = run.size() == 1;
    if (run.size() > 1) sheet.curves.push_back({run, std::max(2.0F, sheet.px(kThick)), trace.dashes, trace.color});
    if (!run.empty() && (alone || (!dots && next == marks.size())))
      sheet.dots.push_back({run.back().x, run.back().y, sheet.px(kDot), trace.dot, trace.color});
    run.clear();
  };
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto value = drawable(marks[i], series);
    if (!value) close(i);
    if (!value) continue;
    run.emplace_back(plan.x(i), plan.y(*value));
    const bool chosen = sheet.chart.chosen == i;
    if (dots || chosen)
      sheet.dots.push_back({plan.x(i), plan.y(*value), sheet.px(chosen ? kDot * 1.5F : kDot), trace.dot, trace.color});
  }
  close(marks.size());
}

void write_ends(Sheet& sheet, const LinePlan& plan, const std::vector<End>& ends) {
  std::vector<float> wanted, heights;
  for (const auto& end : ends) {
    heights.push_back(end.words->height());
    wanted.push_back(plan.y(end.value) - end.words->height() / 2);
  }
  const float spare = small(sheet).line / 2;
  const auto places = pushed_apart(wanted, heights, plan.top - spare, plan.bottom + spare);
  for (std::size_t i = 0; i < ends.size(); ++i)
    sheet.write(*ends[i].words, plan.right + sheet.px(kBesideEnd), places[i], ends[i].words->width, Align::Left,
                trace_of(sheet.impl, ends[i].series).color);
}

void lay_spots(Sheet& sheet, const LinePlan& plan, const std::vector<float>& middles, float top) {
  const float apart = sheet.px(kApartTargets);
  const bool dense = plan.strip() < sheet.px(kLeastStrip);
  if (dense) sheet.spots.push_back({0, {plan.left, top, plan.right - plan.left, sheet.height - top}, middles, false});
  for (std::size_t i = 0; !dense && i < middles.size(); ++i)
    sheet.spot(i, {middles[i] - plan.strip() / 2 + apart, top, plan.strip() - 2 * apart, sheet.height - top}, false);
}

LinePlan plan_lines(Sheet& sheet, std::vector<End>& ends) {
  LinePlan plan;
  plan.marks = sheet.chart.marks.size();
  plan.scale = scale_of(sheet.chart);
  const float high = sheet.px(kHigh) * std::min(sheet.impl.factor(), 1.3F);
  const bool named = set_ends(sheet, ends, true, high);
  if (!named) sheet.height += lay_legend(sheet, sheet.height, Swatch::Line);
  if (!named && !set_ends(sheet, ends, false, high)) ends.clear();
  float last = 0;
  for (const auto& end : ends) last = std::max(last, end.words->width);
  for (const double tick : plan.scale.ticks)
    plan.left =
        std::max(plan.left, sheet.impl.texts.measure(written(tick, plan.scale.step), small(sheet)) + 1 + sheet.px(kBesideAxis));
  plan.right = sheet.width - (ends.empty() ? 0 : last + sheet.px(kBesideEnd));
  plan.top = sheet.height + std::round(small(sheet).line / 2);
  plan.bottom = plan.top + high;
  sheet.height = plan.bottom + std::round(small(sheet).line / 2) + sheet.px(kUnderPlot);
  return plan;
}

}  // namespace

void lay_lines(Sheet& sheet) {
  auto ends = ends_of(sheet);
  const auto plan = plan_lines(sheet, ends);
  write_axis(sheet, plan);
  if (sheet.chart.chosen && *sheet.chart.chosen < plan.marks)
    sheet.rule({std::round(plan.x(*sheet.chart.chosen)), plan.top, sheet.impl.hairline(), plan.bottom - plan.top},
               sheet.impl.colors().quiet);
  for (std::size_t series = 0; series < series_count(sheet.chart); ++series) lay_line(sheet, plan, series);
  write_ends(sheet, plan, ends);
  std::vector<float> middles;
  for (std::size_t i = 0; i < plan.marks; ++i) middles.push_back(plan.x(i));
  const float top = plan.top;
  sheet.height += lay_labels(sheet, middles, plan.strip(), sheet.height);
  lay_spots(sheet, plan, middles, top);
  write_break(sheet, plan);
}

}  // namespace mingting::ui::charts
