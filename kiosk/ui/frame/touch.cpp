// What the finger is on, and the focus that stands in for a finger.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kSlop = 14;     // dp a finger may stray and still tap: 3.5 mm
constexpr float kReach = 24;    // dp beside its target it may be lifted
constexpr float kNear = 6;      // dp beside a target that still count as on it: half the gap between two
constexpr float kSamePlace = 40;  // dp between the two hits of a double tap: 1 cm
constexpr Milliseconds kDoubleTap{350};
constexpr float kFlying = 600;  // dp a second: a touch only stops what moves faster

/// Nodes before it are covered; 0 without a dialog.
std::size_t topmost_dialog(const Tree& tree) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.nodes()[i].role == Role::Dialog) found = i;
  }
  return found;
}

Rect around(const Rect& a, const Rect& b) {
  const float x = std::min(a.x, b.x);
  const float y = std::min(a.y, b.y);
  return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

}  // namespace

const Node* Ui::Impl::target_at(Point at, float slack) const {
  for (auto hit = last_hits.rbegin(); hit != last_hits.rend(); ++hit) {
    const auto& each = last.nodes()[static_cast<std::size_t>(hit->node)];
    if (each.enabled && contains(inflate(hit->rect, slack), at.x, at.y)) return &each;
  }
  return nullptr;
}

Touchable Ui::Impl::under(Point at) const {
  Touchable found;
  const Node* target = nullptr;
  for (const float slack : {0.0F, px(kNear)}) {
    if (target == nullptr) target = target_at(at, slack);
  }
  if (target != nullptr) {
    found.id = target->id;
    found.immediate = target->role == Role::Key;
  }
  const std::size_t floor = topmost_dialog(last);
  for (const auto& name : last_scrolls) {
    const auto& state = scrolls.at(name);
    if (state.first < floor || !contains(state.rect, at.x, at.y)) continue;
    found.scroll = name;
    found.moving = std::abs(state.speed) > px(kFlying);
  }
  return found;
}

std::optional<Rect> Ui::Impl::reachable(const std::string& id) const {
  std::optional<Rect> all;
  for (const auto& hit : last_hits) {
    const auto& each = last.nodes()[static_cast<std::size_t>(hit.node)];
    if (!each.enabled || each.id != id) continue;
    all = all ? around(*all, hit.rect) : hit.rect;
  }
  return all;
}

bool Ui::Impl::echoes(Point place, const Touchable& found) const {
  if (last_tap.id.empty()) return false;                    // nothing has been tapped yet
  if (found.immediate && last_tap.immediate) return false;  // quick typing
  const auto since = std::max(last_tap.when, page_since);   // a page may be slow to come
  const bool soon = now >= since && now - since < kDoubleTap;
  return soon && found.id != last_tap.id && std::hypot(place.x - last_tap.at.x, place.y - last_tap.at.y) < px(kSamePlace);
}

void Ui::Impl::take_pointer() {
  const auto& io = ImGui::GetIO();
  const Point at{io.MousePos.x, io.MousePos.y};
  const bool was_held = !pointer.held().empty();
  pointer.frame(
      {at, io.MouseDown[0], now, px(kSlop), px(kReach)},
      [&](Point place) {
        focus.clear();
        auto found = under(place);
        if (echoes(place, found)) found.id.clear();
        pressed_key = found.immediate;
        for (const auto& name : last_scrolls) scrolls[name].speed = 0;
        repeated = now + Milliseconds{450};
        return found;
      },
      [&](const std::string& id) { return reachable(id); });
  if (!pointer.tapped().empty()) last_tap = {pointer.tapped(), pointer.at(), now, pressed_key};
  if (was_held || !pointer.held().empty()) settle_after(Milliseconds{250});
}

void Ui::Impl::silence_covered() {
  auto& nodes = tree.mutable_nodes();
  const std::size_t floor = topmost_dialog(tree);
  for (std::size_t i = 0; i < floor; ++i) {
    if (nodes[i].target) nodes[i].enabled = false;
  }
}

void Ui::Impl::move_focus(int step) {
  std::vector<const Node*> order;
  std::ptrdiff_t at = -1;
  for (const auto& each : tree.nodes()) {
    if (!each.target || !each.enabled) continue;
    if (each.id == focus) at = static_cast<std::ptrdiff_t>(order.size());
    order.push_back(&each);
  }
  if (order.empty()) return;
  const auto count = static_cast<std::ptrdiff_t>(order.size());
  const auto next = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
  focus = order[static_cast<std::size_t>(next)]->id;
  bring_into_view(focus);
  settle_after(Milliseconds{0});
}

void Ui::Impl::draw_focus() {
  if (focus.empty()) return;
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    const auto& each = tree.nodes()[i];
    if (each.id != focus || each.visible.h <= 0) continue;
    const auto* around = scroll_of(i);
    paint.push_clip(around != nullptr ? around->rect : window());
    const float apart = px(8);
    paint.outline(inflate(each.rect, apart), corner() + apart, state_line(), colors().primary);
    paint.pop_clip();
    return;
  }
}

}  // namespace mingting::ui
