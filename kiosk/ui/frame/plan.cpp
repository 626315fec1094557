// Where do the parts of a page stand, for this direction, size and reach?
#include "ui/frame/plan.hpp"

#include <algorithm>
#include <cmath>

namespace mingting::ui {
namespace {

constexpr float kTopBar = 112, kTopLine = 96, kPlaces = 152, kActions = 128;  // dp, LOOK
constexpr float kRail = 176, kGrownRail = 200;
constexpr float kPanel = 500, kNarrowestDock = 720, kDockShare = 0.52F;
constexpr int kFewestBeside = 16;  // characters a line of the column keeps when a panel stands beside it
constexpr int kFewestInPanel = 9;  // and a line of the panel has: a date, a title's half
// A hand at 1,120 mm of a machine of 1,900 mm reaches all but the upper 41 %. Half is calmer where there is
// room.
constexpr float kLowLine = 0.5F, kLowestLine = 0.42F;

float measured(const Stage& stage, float width, const Body& content) {
  stage.impl.area().in_bar = true;
  const float high = stage.impl.measure(0, width, content).height;
  stage.impl.area().in_bar = false;
  return high;
}

float top_height(const Stage& stage, const Ui::Frame& frame) {
  auto& impl = stage.impl;
  if (frame.title.empty() && frame.moment.empty() && !frame.corner) return impl.px(8);  // the edge alone
  const float width = impl.window().w - 2 * side_margin(impl);
  const float least = impl.px(impl.portrait() ? kTopBar : kTopLine);
  return std::max(least, measured(stage, width, [&] { top_bar(stage, frame); }) + impl.px(28));
}

float actions_height(const Stage& stage, const Ui::Frame& frame, float width) {
  if (frame.page.actions.empty()) return 0;
  auto& impl = stage.impl;
  const auto buttons = [&] { draw_actions(stage, actions_shown(stage, frame)); };
  return std::max(impl.px(kActions),
                  impl.measure(0, width - 2 * side_margin(impl), buttons).height + impl.px(32));
}

/// Cuts a strip of this height off the foot of `from`.
Rect cut_foot(Rect& from, float height) {
  from.h -= height;
  return {from.x, from.y + from.h, from.w, height};
}

/// Cuts a strip of this width off the right of `from`.
Rect cut_right(Rect& from, float width) {
  from.w -= width;
  return {from.x + from.w, from.y, width, from.h};
}

void plan_portrait(const Stage& stage, const Ui::Frame& frame, Plan& plan) {
  auto& impl = stage.impl;
  const float inner = plan.column.w - 2 * side_margin(impl);
  if (!frame.places.empty()) {
    const float bar = measured(stage, inner, [&] { bar_of_places(stage, frame); });
    plan.places = cut_foot(plan.column, std::max(impl.px(kPlaces), bar + impl.px(24)));
  }
  if (!frame.dock) return;
  const float pad = impl.px(16);
  const float high = impl.measure(0, plan.column.w - 2 * pad, frame.dock).height + 2 * pad;
  plan.dock = cut_foot(plan.column, std::round(high * impl.risen()));
}

void plan_landscape(const Stage& stage, const Ui::Frame& frame, Plan& plan) {
  auto& impl = stage.impl;
  if (!frame.places.empty())
    plan.places = cut_right(plan.column, impl.px(impl.factor() > 1 ? kGrownRail : kRail));
  const float content = plan.column.w;
  if (frame.dock) {
    plan.dock = cut_right(plan.column, std::max(impl.px(kNarrowestDock), std::round(content * kDockShare)));
    return;
  }
  const float margins = 2 * side_margin(impl);
  const auto em = static_cast<float>(impl.setting(TextStyle::Body).em);
  const float panel =
      std::max({impl.px(kPanel), content - longest_line(impl) - margins, kFewestInPanel * em + margins});
  plan.beside = !frame.page.asides.empty() && content - panel - margins >= kFewestBeside * em;
  if (plan.beside) plan.panel = cut_right(plan.column, panel);
}

/// What is touched comes down to the hand: it begins at a line, and the search field stands at the foot.
void plan_low_reach(const Stage& stage, const Ui::Frame& frame, Plan& plan) {
  auto& impl = stage.impl;
  if (!impl.lowered()) return;
  plan.line = std::round(impl.window().h * (frame.dock ? kLowestLine : kLowLine));
  if (!frame.page.entry) return;
  const float inner = plan.column.w - 2 * side_margin(impl);
  plan.entry = cut_foot(plan.column, impl.measure(0, inner, frame.page.entry).height + impl.px(32));
}

}  // namespace

std::span<const Action> actions_shown(const Stage& stage, const Ui::Frame& frame) {
  const std::span<const Action> all = frame.page.actions;
  return frame.dock && !stage.impl.portrait() ? all.first(std::min<std::size_t>(all.size(), 1)) : all;
}

float side_margin(const Ui::Impl& impl) {
  return impl.px(48);
}
float end_margin(const Ui::Impl& impl) {
  return impl.px(impl.portrait() ? 32 : 24);
}
float longest_line(const Ui::Impl& impl) {
  return kMeasure * static_cast<float>(impl.setting(TextStyle::Body).em);
}

Plan plan_of(const Stage& stage, const Ui::Frame& frame) {
  auto& impl = stage.impl;
  const auto window = impl.window();
  Plan plan;
  plan.top = {0, 0, window.w, top_height(stage, frame)};
  plan.column = {0, plan.top.h, window.w, window.h - plan.top.h};
  if (impl.portrait())
    plan_portrait(stage, frame, plan);
  else
    plan_landscape(stage, frame, plan);
  plan.actions = cut_foot(plan.column, actions_height(stage, frame, plan.column.w));
  plan_low_reach(stage, frame, plan);
  return plan;
}

}  // namespace mingting::ui
