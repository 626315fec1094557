// How are the parts of a page drawn where the plan puts them?
#include <algorithm>
#include <cmath>

#include "ui/frame/plan.hpp"

namespace mingting::ui {
namespace {

constexpr float kBarGap = 12, kAsideGap = 40, kAboveLine = 32, kAboveHead = 56;  // dp

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
  if (bar.h <= edge) return;
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

/// One under the other, what folds as a quiet row.
void asides_at_the_end(const Stage& stage, std::span<const Aside> all) {
  for (const auto& each : all) {
    if (!each.after || each.beside_only) continue;
    stage.ui.space(kAsideGap);
    if (!each.toggled) {
      draw_aside(stage, each);
      continue;
    }
    const FoldView fold{.id = each.id, .label = each.label, .open = each.open, .quiet = true};
    if (stage.ui.fold(fold, each.body)) each.toggled();
  }
}

/// The buttons of the folded ones beside one another, then what is open of them, then what never folds.
void asides_before(const Stage& stage, std::span<const Aside> all) {
  std::vector<const Aside*> here, folding;
  for (const auto& each : all) {
    if (each.after || each.beside_only) continue;
    here.push_back(&each);
    if (each.toggled) folding.push_back(&each);
  }
  if (here.empty()) return;
  const auto button = [&](int index) { fold_button(stage, *folding[static_cast<std::size_t>(index)]); };
  const auto count = static_cast<int>(folding.size());
  stage.ui.grid(std::min(count, 2), 24, count, button);
  for (const auto* each : here) draw_aside(stage, *each);
  stage.ui.space(24);
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
  area.bleed = impl.px(28);  // the indicator stands clear of cards
  area.bleed_top = pad / 2;  // what scrolls by stays clear of the top bar's corner
  area.bleed_bottom = pad;
  area.paper = impl.colors().paper;
  impl.inside(area, [&] { impl.scroll("asides", [&] { asides_in_panel(stage, frame.page.asides); }); });
}

// ---- the column
// ----------------------------------------------------------------------------------------------------

/// Its height in the largest type in which it fits the room, else in the smallest of those; that type is set from here on.
float enlarge(const Stage& stage, float room, const Body& content) {
  auto& impl = stage.impl;
  float high = 0;
  for (const float grown : {1.6F, 1.3F, 1.0F}) {
    impl.enlarged = grown;
    high = impl.measure(impl.area().x, impl.area().width, content).height;
    if (high <= room) break;
  }
  return high;
}

/// What is worth reading over the head, at the top of the room that the head leaves.
void draw_above(const Stage& stage, float room, const Body& content) {
  auto& impl = stage.impl;
  if (content && impl.measure(impl.area().x, impl.area().width, content).height <= room) content();
}

/// The head above the line, near the eye, in the largest type it has room for: it is read from farther off.
void draw_raised_head(const Stage& stage, float line, const Page& page) {
  auto& impl = stage.impl;
  const float foot = line - impl.px(kAboveLine);
  const Body head = page.head ? page.head : [] {};
  const float high = enlarge(stage, foot - impl.area().y, head);
  const float grown = std::exchange(impl.enlarged, 1.0F);
  draw_above(stage, foot - high - impl.px(kAboveHead) - impl.area().y, page.above);
  impl.area().spaced = std::max(impl.area().spaced, foot - high - impl.area().y);
  impl.enlarged = grown;
  head();
  impl.enlarged = 1;
  impl.area().spaced = std::max(impl.area().spaced, line - impl.area().y);
}

/// How much longer the page may become before it scrolls, when `rest` still follows.
float room_left(Ui::Impl& impl, float foot, const Body& rest) {
  const auto& area = impl.area();
  const float from = area.y + std::max(area.margin, area.spaced);
  return std::max(0.0F, foot - from - impl.measure(area.x, area.width, rest).height - impl.px(16));
}

void draw_scrolling(const Stage& stage, const Plan& plan, const Page& page) {
  auto& impl = stage.impl;
  const float offset = impl.scrolls[impl.current_scroll].offset;
  if (plan.line > 0)
    draw_raised_head(stage, plan.line - offset, page);
  else if (page.head)
    page.head();
  if (!plan.beside) asides_before(stage, page.asides);
  const auto rest = [&] {
    if (page.body) page.body();
    if (!plan.beside) asides_at_the_end(stage, page.asides);
  };
  if (page.fills && offset == 0)
    impl.area().spare = room_left(impl, plan.column.y + plan.column.h - end_margin(impl), rest);
  rest();
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
  area.width = room.w - 2 * side;
  if (!page.broad || plan.beside) area.width = std::min(area.width, std::max(longest_line(impl), impl.px(1)));
  // Alone on a wide screen it stands in the middle.
  const bool alone = !plan.beside && plan.dock.w == 0;
  area.x = room.x + (alone ? std::round((room.w - area.width) / 2) : side);
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

/// It comes from the edge it stands at: on a wide screen from the right, else the plan lets it rise.
void draw_dock(const Stage& stage, Rect room, const Body& content) {
  auto& impl = stage.impl;
  if (!impl.portrait()) room.x += std::round((1 - impl.risen()) * room.w);
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

namespace {

/// The hall's name, with the emblem before it.
void draw_title(const Stage& stage, const Ui::Frame& frame) {
  if (frame.title.empty()) return;
  auto& impl = stage.impl;
  const auto outer = impl.area();
  const float size = frame.emblem.empty() ? 0 : impl.px(64);
  const auto image = size > 0 ? impl.pictures.media(frame.emblem, static_cast<int>(size), static_cast<int>(size)) : Image{};
  const auto wide = static_cast<float>(image.width), high = static_cast<float>(image.height);
  const float lead = image.width > 0 ? wide + impl.px(20) : 0;
  impl.area().x += lead;
  impl.area().width -= lead;
  stage.ui.text(frame.title, {.style = TextStyle::Label, .bold = true, .max_lines = impl.portrait() ? 2 : 1});
  const float middle = (outer.y + impl.area().y) / 2;
  if (!impl.measuring() && image.width > 0) impl.paint.photograph({outer.x, std::round(middle - high / 2), wide, high}, image);
  impl.area().x = outer.x;
  impl.area().width = outer.width;
}

}  // namespace

void top_bar(const Stage& stage, const Ui::Frame& frame) {
  const bool wide = !stage.impl.portrait();
  const bool corner =
      frame.corner && !stage.impl.lowered();  // beyond the hand there; 大小 has the language too
  std::vector<float> weights{5, wide ? 5.0F : 4.2F};
  if (corner) weights.push_back(wide ? 1.4F : 2.4F);
  stage.ui.columns(weights, 24, [&](int column) {
    if (column == 0) return draw_title(stage, frame);
    if (column == 2) return press(stage, *frame.corner, {.small = true});
    std::string words;
    for (const auto& part : frame.moment) words += (words.empty() ? "" : wide ? "\xE3\x80\x80" : "\n") + part;
    stage.ui.text(
        words,
        {.style = TextStyle::Caption, .tone = Tone::Quiet, .align = Align::Right, .max_lines = wide ? 1 : 2});
  });
}

void place_button(const Stage& stage, const Action& place) {
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
  self.dock(static_cast<bool>(frame.dock));
  self.page(frame.page_id, frame.label, [&] {
    const auto plan = plan_of(stage, frame);
    self.low_line = plan.line;
    draw_column(stage, plan, frame.page);
    if (plan.beside) draw_panel(stage, plan.panel, frame);
    draw_strip(stage, plan.entry, frame.page.entry);
    draw_strip(stage, plan.actions, [&] { draw_actions(stage, actions_shown(stage, frame)); });
    if (frame.dock) draw_dock(stage, plan.dock, frame.dock);
    draw_places(stage, plan.places, frame);
    draw_top(stage, plan.top, frame);
    touch_anywhere(self, frame.anywhere);
  });
}

}  // namespace mingting::ui
