// A chart on its card: heading and unit, the plot, what is chosen in words, the foot; all of it in the tree.
#include <algorithm>
#include <cmath>

#include "base/text/text.hpp"
#include "ui/widgets/charts/sheet.hpp"

namespace mingting::ui {
namespace {

using namespace charts;

constexpr float kPad = 28, kUnderHeading = 20, kBesideHeading = 24, kAboveFoot = 20, kPadChosen = 20;  // dp
constexpr std::string_view kBetween = "\xE3\x80\x80";  // a blank as wide as a character

void append(std::string& words, std::string_view part, std::string_view between) {
  if (part.empty()) return;
  if (!words.empty()) words += between;
  words += part;
}

/// One value as it is said: series, figure, unit.
std::string value_words(const ChartView& chart, const ChartMark& mark, std::size_t series) {
  const auto printed = printed_of(mark, series);
  if (printed.empty()) return "";
  std::string words = series < chart.series.size() ? chart.series[series] : "";
  append(words, printed, " ");
  if (drawable(mark, series) || series >= mark.values.size()) words += chart.unit;
  return words;
}

std::string words_of(const ChartView& chart, const ChartMark& mark) {
  std::string words;
  const auto count = std::max(mark.printed.size(), mark.values.size());
  for (std::size_t series = 0; series < count; ++series) append(words, value_words(chart, mark, series), kBetween);
  return words;
}

/// The heading with the unit at its right, or under it where they have no room in one line.
void lay_head(Sheet& sheet) {
  auto& impl = sheet.impl;
  const auto& unit = impl.lay(sheet.chart.unit, impl.setting(TextStyle::Caption), sheet.width, 0, Wrap::Balanced);
  const auto setting = impl.setting(TextStyle::Label, impl.style.weights.heading);
  const float taken = sheet.chart.unit.empty() ? 0 : unit.width + sheet.px(kBesideHeading);
  const bool under = taken > sheet.width * 0.4F;
  const auto& heading = impl.lay(sheet.chart.label, setting, under ? sheet.width : sheet.width - taken, 0, Wrap::Balanced);
  sheet.write(heading, 0, 0, heading.width, Align::Left, impl.colors().ink);
  const float lift = std::round((setting.line - unit.setting.line) / 2) + sheet.px(2);
  sheet.write(unit, 0, under ? heading.height() : lift, sheet.width, Align::Right, impl.colors().quiet);
  sheet.height = heading.height() + (under ? unit.height() : 0) + sheet.px(kUnderHeading);
}

void lay_plot(Sheet& sheet) {
  if (sheet.chart.marks.empty()) return;
  if (sheet.chart.kind == ChartKind::Lines) return lay_lines(sheet);
  if (sheet.chart.kind == ChartKind::Share) return lay_share(sheet);
  const auto bars = bars_of(sheet.chart);
  columns_fit(sheet, bars) ? lay_columns(sheet, bars) : lay_rows(sheet, bars);
}

struct Told {
  std::string words;  ///< of the chosen mark
  const Layout* layout = nullptr;
  const Layout* foot = nullptr;
  float chosen_at = 0, foot_at = 0;  ///< from the top of the sheet
};

Told lay_below(Sheet& sheet) {
  auto& impl = sheet.impl;
  Told told;
  if (sheet.chart.chosen && *sheet.chart.chosen < sheet.chart.marks.size()) {
    const auto& mark = sheet.chart.marks[*sheet.chart.chosen];
    told.words = mark.label;
    append(told.words, words_of(sheet.chart, mark), kBetween);
    const auto setting = impl.setting(TextStyle::Body);
    const float room = sheet.width - 2 * sheet.px(kPadChosen);
    if (impl.texts.measure(told.words, setting) > impl.line_room(setting, room))
      told.words = replace_all(told.words, kBetween, "\n");
    told.layout = &impl.lay(told.words, setting, room);
    told.chosen_at = sheet.height + sheet.px(kAboveFoot);
    sheet.height = told.chosen_at + told.layout->height() + 2 * sheet.px(kPadChosen);
  }
  if (!sheet.chart.foot.empty()) {
    told.foot = &impl.lay(sheet.chart.foot, impl.setting(TextStyle::Caption), sheet.width);
    told.foot_at = sheet.height + sheet.px(kAboveFoot);
    sheet.height = told.foot_at + told.foot->height();
  }
  return told;
}

Rect shifted(const Rect& rect, float x, float y) { return {rect.x + x, rect.y + y, rect.w, rect.h}; }

void draw_shapes(Sheet& sheet, float x, float y) {
  auto& impl = sheet.impl;
  for (const auto& block : sheet.blocks) {
    const Rect rect = shifted(block.rect, x, y);
    if (block.radius <= 0) draw_skin(impl, rect, block.skin);
    else if (impl.draws(rect)) impl.paint.box(rect, block.radius, block.skin.fill);
  }
  for (const auto& curve : sheet.curves) {
    std::vector<ImVec2> points;
    for (const auto& point : curve.points) points.emplace_back(point.x + x, point.y + y);
    std::vector<float> dashes;
    for (const float dash : curve.dashes) dashes.push_back(impl.px(dash));
    impl.paint.stroke(points, curve.thickness, dashes, curve.color);
  }
  for (const auto& dot : sheet.dots)
    charts::draw_dot(impl, dot.x + x, dot.y + y, dot.size, dot.dot, dot.color, impl.colors().surface);
}

void write_words(Sheet& sheet, const SheetWords& words, float x, float y, Color paper, Role role) {
  auto& impl = sheet.impl;
  const Rect at = shifted(words.box, x, y);
  const int index = impl.record(role, "", words.layout->text, at);
  impl.typeset(index, words.layout->setting, words.ink, paper);
  impl.draw_words(*words.layout, at.x, at.y, at.w, words.align, words.ink);
}

/// Which mark of a whole plot the finger means; by key the one after the chosen.
std::size_t meant(const Sheet& sheet, const SheetSpot& spot, float x, bool by_key) {
  if (by_key) return sheet.chart.chosen && *sheet.chart.chosen + 1 < spot.places.size() ? *sheet.chart.chosen + 1 : 0;
  const float at = sheet.impl.pointer.at().x - x;
  const auto nearest = std::min_element(spot.places.begin(), spot.places.end(),
                                        [&](float a, float b) { return std::abs(a - at) < std::abs(b - at); });
  return static_cast<std::size_t>(nearest - spot.places.begin());
}

/// Behind the bars, so that they stay what they are. What has its label under it shows there that it is chosen.
void draw_state(Sheet& sheet, const SheetSpot& spot, const Rect& rect, bool held, bool chosen) {
  auto& impl = sheet.impl;
  chosen = chosen && spot.boxed;
  if (!impl.draws(rect) || (!held && !chosen)) return;
  const Rect around = inflate(rect, impl.px(kApartTargets) - 1);
  impl.paint.box(around, impl.px(12), held ? impl.pressed(impl.colors().surface) : impl.tint(Tone::Primary));
  if (chosen) impl.paint.outline(around, impl.px(12), std::max(2.0F, impl.px(3)), impl.colors().primary);
}

struct Asked {
  std::optional<std::size_t> tapped;
  std::vector<int> nodes;  ///< of the marks
};

void say_mark(Sheet& sheet, std::size_t mark, int index, Asked& asked) {
  auto& node = sheet.impl.node(index);
  node.value = words_of(sheet.chart, sheet.chart.marks[mark]);
  node.selected = sheet.chart.chosen == mark;
  asked.nodes[mark] = index;
}

/// A plot that is one target, with its marks inside: each said, in its place.
void take_plot(Sheet& sheet, const SheetSpot& spot, float x, float y, Asked& asked) {
  auto& impl = sheet.impl;
  int index = -1;
  const Rect rect = shifted(spot.rect, x, y);
  if (sheet.chart.answers) {
    const auto touch = impl.target({.role = Role::Mark, .id = "plot", .label = sheet.chart.label, .rect = rect}, index);
    if (touch.tapped) asked.tapped = meant(sheet, spot, x, impl.pointer.tapped().empty());
  }
  const Ui::Impl::Under below(impl, index);
  const float wide = spot.rect.w / static_cast<float>(spot.places.size());
  for (std::size_t i = 0; i < spot.places.size(); ++i) {
    const auto& mark = sheet.chart.marks[i];
    const Rect strip{spot.places[i] - wide / 2 + x, rect.y, wide, rect.h};
    say_mark(sheet, i, impl.record(Role::Mark, mark.id, mark.label, strip), asked);
  }
}

void take_mark(Sheet& sheet, const SheetSpot& spot, float x, float y, Asked& asked) {
  auto& impl = sheet.impl;
  const auto& mark = sheet.chart.marks[spot.mark];
  const Rect rect = shifted(spot.rect, x, y);
  int index = -1;
  Touch touch;
  if (sheet.chart.answers)
    touch = impl.target({.role = Role::Mark, .id = mark.id, .label = mark.label, .rect = rect}, index);
  else
    index = impl.record(Role::Mark, mark.id, mark.label, rect);
  say_mark(sheet, spot.mark, index, asked);
  draw_state(sheet, spot, rect, touch.held, sheet.chart.chosen == spot.mark);
  if (touch.tapped) asked.tapped = spot.mark;
}

void draw_told(Sheet& sheet, const Told& told, float x, float y) {
  auto& impl = sheet.impl;
  const auto& c = impl.colors();
  if (told.layout != nullptr) {
    const float pad = impl.px(kPadChosen);
    const Rect box{x, y + told.chosen_at, sheet.width, told.layout->height() + 2 * pad};
    if (impl.draws(box)) impl.paint.box(box, impl.small_corner(), impl.tint(Tone::Primary));
    if (impl.draws(box) && impl.outlined()) impl.paint.outline(box, impl.small_corner(), impl.hairline(), c.line);
    const Rect at{box.x + pad, box.y + pad, told.layout->width, told.layout->height()};
    impl.typeset(impl.record(Role::Text, "chosen", told.words, at), told.layout->setting, c.ink, impl.tint(Tone::Primary));
    impl.draw_words(*told.layout, at.x, at.y, at.w, Align::Left, c.ink);
  }
  if (told.foot == nullptr) return;
  const Rect at{x, y + told.foot_at, told.foot->width, told.foot->height()};
  impl.typeset(impl.record(Role::Text, "foot", sheet.chart.foot, at), told.foot->setting, c.quiet, c.surface);
  impl.draw_words(*told.foot, at.x, at.y, at.w, Align::Left, c.quiet);
}

void draw_words_of(Sheet& sheet, const Asked& asked, float x, float y) {
  auto& impl = sheet.impl;
  const auto paper = impl.colors().surface;
  for (const auto& words : sheet.words) {
    const int owner = words.mark < 0 ? -1 : asked.nodes[static_cast<std::size_t>(words.mark)];
    const Ui::Impl::Under below(impl, owner);
    write_words(sheet, words, x, y,
                words.paper.value_or(owner >= 0 && impl.node(owner).selected ? impl.tint(Tone::Primary) : paper), Role::Tick);
  }
}

}  // namespace

std::optional<std::size_t> Ui::chart(const ChartView& chart) {
  auto& self = *impl_;
  const float pad = self.px(kPad);
  Sheet sheet(self, chart, std::max(self.area().width - 2 * pad, self.px(1)));
  lay_head(sheet);
  lay_plot(sheet);
  const auto told = lay_below(sheet);
  const auto rect = self.place(sheet.height + 2 * pad, 24);
  if (self.measuring()) return {};
  self.surface(rect, 16, self.colors().surface, self.colors().line);
  const int index = self.record(Role::Chart, chart.id, chart.label, rect);
  self.node(index).value = chart.unit;
  const Impl::Below here(self, chart.id);
  const Impl::Under below(self, index);
  Asked asked{{}, std::vector<int>(chart.marks.size(), -1)};
  const float x = rect.x + pad, y = rect.y + pad;
  for (const auto& spot : sheet.spots)
    spot.places.empty() ? take_mark(sheet, spot, x, y, asked) : take_plot(sheet, spot, x, y, asked);
  draw_shapes(sheet, x, y);
  draw_words_of(sheet, asked, x, y);
  draw_told(sheet, told, x, y);
  return asked.tapped;
}

}  // namespace mingting::ui
