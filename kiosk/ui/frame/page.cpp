// How are the parts of a page drawn where the plan puts them?
#include <algorithm>
#include <cmath>

#include "ui/frame/plan.hpp"

namespace mingting::ui {
namespace {

constexpr float kBarGap = 12, kAsideGap = 40, kAboveLine = 32;  // dp

// ---- bars
// ----------------------------------------------------------------------------------------------------------

/// A bar's content, centred in its height.
void draw_bar(const Stage& stage, const Rect& bar, Color paper, const Body& content) {
  auto& impl = stage.impl;
  Area area;
  area.x = bar.x + side_margin(impl);
  area.width = bar.w - 2 * side_margin(impl);
  area.in_bar = true;
  area.paper = paper;
  impl.area().in_bar = true;
  const float natural = impl.measure(area.x, area.width, content).height;
  impl.area().in_bar = false;
  area.top = area.y = bar.y + std::round((bar.h - natural) / 2);
  area.bottom = bar.y + bar.h;
  impl.inside(area, content);
}

void draw_top(const Stage& stage, const Rect& bar, const Ui::Frame& frame) {
  auto& impl = stage.impl;
  const float edge = impl.px(8);
  impl.paint.fill({0, 0, bar.w, edge}, impl.outlined() ? impl.colors().line : impl.colors().primary);
  impl.paint.fill({0, bar.h - impl.hairline(), bar.w, impl.hairline()}, impl.colors().line);
  draw_bar(stage, {0, edge, bar.w, bar.h - edge}, impl.colors().paper, [&] { top_bar(stage, frame); });
}

/// A strip across the foot of the page with a line above it.
void draw_strip(const Stage& stage, const Rect& strip, const Body& content) {
  if (strip.h <= 0) return;
  auto& impl = stage.impl;
  impl.paint.fill(strip, impl.colors().surface);
  impl.paint.fill({strip.x, strip.y, strip.w, impl.hairline()}, impl.colors().line);
  Area area;
  area.x = strip.x + side_margin(impl);
  area.width = strip.w - 2 * side_margin(impl);
  area.top = area.y = strip.y + impl.px(16);
  area.paper = impl.colors().surface;
  impl.inside(area, content);
}

/// The places one under the other, each with its share of the height.
void draw_rail(const Stage& stage, const Rect& rail, const Ui::Frame& frame) {
  auto& impl = stage.impl;
  impl.paint.fill(rail, impl.colors().surface);
  impl.paint.fill({rail.x, rail.y, impl.hairline(), rail.h}, impl.colors().line);
  const float gap = impl.px(kBarGap);
  const auto count = static_cast<float>(frame.places.size());
  const float share = (rail.h - gap) / count;
  float y = rail.y + gap;
  for (const auto& place : frame.places) {
    Area area;
    area.x = rail.x + gap;
    area.width = rail.w - 2 * gap;
    area.top = area.y = std::round(y);
    area.stretch = std::round(share - gap);
    area.paper = impl.colors().surface;
    impl.inside(area, [&] { place_button(stage, place); });
    y += share;
  }
}

void draw_places(const Stage& stage, const Rect& room, const Ui::Frame& frame) {
  if (frame.places.empty()) return;
  if (!stage.impl.portrait()) return draw_rail(stage, room, frame);
  auto& impl = stage.impl;
  impl.paint.fill(room, impl.colors().surface);
  impl.paint.fill({room.x, room.y, room.w, impl.hairline()}, impl.colors().line);
  draw_bar(stage, room, impl.colors().surface, [&] { bar_of_places(stage, frame); });
}

// ---- asides
// --------------------------------------------------------------------------------------------------------

void fold_button(const Stage& stage, const Aside& aside) {
  const bool tapped = stage.ui.button(aside.id, aside.label,
                                      {.icon = aside.open           ? "up"
                                               : aside.icon.empty() ? "down"
                                                                    : aside.icon});
  if (tapped) aside.toggled();
}

void draw_aside(const Stage& stage, const Aside& aside) {
  const auto id = aside.id + "-aside";
  if (!aside.toggled) {
    if (aside.headed) stage.ui.heading(aside.label, 2);
    return stage.ui.group(id, aside.label, aside.body);
  }
  if (aside.open) stage.ui.card(id, aside.label, aside.body);
}

/// Those that go before the body, or those that follow it: the buttons of the folded ones, then what is open.
void asides_in_column(const Stage& stage, std::span<const Aside> all, bool after) {
  std::vector<const Aside*> folding;
  bool any = false;
  for (const auto& each : all) {
    if (each.after != after) continue;
    any = true;
    if (each.toggled) folding.push_back(&each);
  }
  if (!any) return;
  if (after) stage.ui.space(kAsideGap);
  const auto button = [&](int index) { fold_button(stage, *folding[static_cast<std::size_t>(index)]); };
  stage.ui.grid(2, 24, static_cast<int>(folding.size()), button);
  for (const auto& each : all) {
    if (each.after == after) draw_aside(stage, each);
  }
  if (!after) stage.ui.space(24);
}

void asides_in_panel(const Stage& stage, std::span<const Aside> all) {
  bool first = true;
  for (const auto& each : all) {
    if (!std::exchange(first, false)) stage.ui.space(kAsideGap);
    stage.ui.heading(each.label, 2);
    stage.ui.group(each.id + "-aside", each.label, each.body);
  }
}

void draw_panel(const Stage& stage, const Rect& panel, const Ui::Frame& frame) {
  auto& impl = stage.impl;
  const float pad = end_margin(impl);
  impl.paint.fill({panel.x, panel.y + pad, impl.hairline(), panel.h - 2 * pad}, impl.colors().line);
  Area area;
  area.x = panel.x + impl.px(32);
  area.width = panel.w - impl.px(32) - side_margin(impl);
  area.top = area.y = panel.y + pad;
  area.bottom = panel.y + panel.h - pad;
  area.bleed = impl.px(16);
  area.bleed_top = pad / 2;  // what scrolls by stays clear of the top bar's corner
  area.bleed_bottom = pad;
  area.paper = impl.colors().paper;
  impl.inside(area, [&] { impl.scroll("asides", [&] { asides_in_panel(stage, frame.page.asides); }); });
}

// ---- the column
// ----------------------------------------------------------------------------------------------------

/// The head above the line, near the eye, in the largest type it has room for: it is read from farther off.
void draw_raised_head(const Stage& stage, float line, const Body& head) {
  auto& impl = stage.impl;
  const float x = impl.area().x, wide = impl.area().width;
  const float room = line - impl.px(kAboveLine) - impl.area().y;
  float high = 0;
  for (const float grown : {1.6F, 1.3F, 1.0F}) {
    impl.enlarged = grown;
    high = impl.measure(x, wide, head).height;
    if (high <= room) break;
  }
  impl.area().spaced = std::max(impl.area().spaced, room - high);
  head();
  impl.enlarged = 1;
  impl.area().spaced = std::max(impl.area().spaced, line - impl.area().y);
}

void draw_scrolling(const Stage& stage, const Plan& plan, const Page& page) {
  const float offset = stage.impl.scrolls[stage.impl.current_scroll].offset;
  const Body nothing = [] {};
  const auto& head = page.head ? page.head : nothing;
  if (plan.line > 0)
    draw_raised_head(stage, plan.line - offset, head);
  else
    head();
  if (!plan.beside) asides_in_column(stage, page.asides, false);
  if (page.body) page.body();
  if (!plan.beside) asides_in_column(stage, page.asides, true);
}

void draw_parts(const Stage& stage, const Plan& plan, const Page& page) {
  if (page.pinned) {
    page.pinned();
    stage.ui.space(16);
  }
  if (page.entry && plan.entry.h == 0) {
    page.entry();
    stage.ui.space(16);
  }
  stage.impl.scroll(page.place, [&] { draw_scrolling(stage, plan, page); });
}

void draw_column(const Stage& stage, const Plan& plan, const Page& page) {
  auto& impl = stage.impl;
  const auto& room = plan.column;
  const float side = side_margin(impl);
  const float pad = end_margin(impl);
  Area area;
  area.x = room.x + side;
  area.width = std::min(room.w - 2 * side, std::max(longest_line(impl), impl.px(1)));
  area.bottom = room.y + room.h - pad;
  area.bleed = side;
  area.bleed_top = area.bleed_bottom = pad;
  area.paper = impl.colors().paper;
  const float arrived = impl.entering();
  area.top = area.y = room.y + pad + std::round((1 - arrived) * impl.px(24));
  impl.paint.push_clip(room);
  impl.paint.set_ink_opacity(0.25F + 0.75F * arrived);
  impl.inside(area, [&] { draw_parts(stage, plan, page); });
  impl.paint.set_ink_opacity(1);
  impl.paint.pop_clip();
}

void draw_dock(const Stage& stage, const Rect& room, const Body& content) {
  auto& impl = stage.impl;
  const auto& colors = impl.colors();
  const Color well = impl.outlined() ? colors.paper : mix(colors.paper, colors.line, 0.55F);
  impl.paint.fill(room, well);
  impl.paint.fill({room.x, room.y, room.w, impl.hairline()}, colors.line);
  if (!impl.portrait()) impl.paint.fill({room.x, room.y, impl.hairline(), room.h}, colors.line);
  const float pad = impl.px(16);
  Area area;
  area.x = room.x + pad;
  area.width = room.w - 2 * pad;
  const float natural = impl.measure(area.x, area.width, content).height;
  area.top = area.y = std::max(room.y + pad, room.y + room.h - pad - natural);
  area.bottom = room.y + room.h - pad;
  area.paper = well;
  impl.inside(area, content);
}

/// The whole window counts as the action of this id, after everything that has a place of its own.
void touch_anywhere(Ui::Impl& impl, const std::string& id) {
  if (id.empty()) return;
  const auto& nodes = impl.tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].target || !nodes[i].id.ends_with("/" + id)) continue;
    impl.hits.insert(impl.hits.begin(), {static_cast<int>(i), impl.window()});
    return;
  }
}

}  // namespace

void top_bar(const Stage& stage, const Ui::Frame& frame) {
  const bool wide = !stage.impl.portrait();
  const bool corner =
      frame.corner && !stage.impl.lowered();  // beyond the hand there; 大小 has the language too
  std::vector<float> weights{5, wide ? 5.0F : 4.2F};
  if (corner) weights.push_back(wide ? 1.4F : 2.4F);
  stage.ui.columns(weights, 24, [&](int column) {
    if (column == 0 && frame.title.empty()) return;
    if (column == 0)
      return stage.ui.text(frame.title, {.style = TextStyle::Label, .bold = true, .max_lines = wide ? 1 : 2});
    if (column == 2) return press(stage, *frame.corner, {.small = true});
    std::string words;
    for (const auto& part : frame.moment) words += (words.empty() ? "" : wide ? "\xE3\x80\x80" : "\n") + part;
    stage.ui.text(
        words,
        {.style = TextStyle::Caption, .tone = Tone::Quiet, .align = Align::Right, .max_lines = wide ? 1 : 2});
  });
}

void place_button(const Stage& stage, const Action& place) {
  if (!place.enabled) return;
  press(stage, place, {.icon_above = true});
}

void bar_of_places(const Stage& stage, const Ui::Frame& frame) {
  const std::vector<float> weights(frame.places.size(), 1);
  stage.ui.columns(weights, kBarGap,
                   [&](int column) { place_button(stage, frame.places[static_cast<std::size_t>(column)]); });
}

void Ui::frame(const Frame& frame) {
  auto& self = *impl_;
  const Stage stage{*this, self};
  self.page(frame.page_id, frame.label, [&] {
    const auto plan = plan_of(stage, frame);
    self.low_line = plan.line;
    draw_column(stage, plan, frame.page);
    if (plan.beside) draw_panel(stage, plan.panel, frame);
    draw_strip(stage, plan.entry, frame.page.entry);
    draw_strip(stage, plan.actions, [&] { draw_actions(stage, frame.page.actions); });
    if (frame.dock) draw_dock(stage, plan.dock, frame.dock);
    draw_places(stage, plan.places, frame);
    draw_top(stage, plan.top, frame);
    touch_anywhere(self, frame.anywhere);
  });
}

}  // namespace mingting::ui
