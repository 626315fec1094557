// Scrolling with a finger: it follows, flies on, slows down, and keeps the field being typed in on screen.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kGlide = 0.325F;          // seconds in which a fling loses 63 % of its speed
constexpr float kSlowest = 24;            // dp a second: then it stands
constexpr float kFastest = 6000;          // dp a second
constexpr float kPadBelow = 32;           // dp under the content of a page
constexpr float kWheelStep = 120;         // dp a notch
constexpr float kGive = 0.55F;            // of a finger's way, at first, that the page follows beyond its end
constexpr float kRecoil = 16;             // a second: how fast it comes back
constexpr std::size_t kMostPlaces = 256;  // remembered

float clamped(float offset, const Scrolling& state) {
  return std::clamp(std::round(offset), 0.0F, std::round(state.most()));
}

/// How far the page gives way: less and less, and never by a whole view.
float given(const Scrolling& state) {
  if (state.pulled == 0 || state.view <= 0) return 0;
  const float way = std::abs(state.pulled);
  return std::copysign(std::round(state.view * (1 - 1 / (way * kGive / state.view + 1))), state.pulled);
}

}  // namespace

void Ui::Impl::scroll(std::string_view id, const Body& body) {
  const Below here(*this, id);
  const bool first = area().count == 0;
  const float top = next_y(0);
  auto& state = scrolls[path];
  current_scroll = path;
  drawn_scrolls.push_back(path);
  scroll_body(state, top, first, body);
  current_scroll.clear();
  if (clamped(state.offset, state) != state.offset) settle_after(Milliseconds{0});
  draw_indicator(state, state.rect);
  area().y = area().bottom;
}

void Ui::Impl::scroll_body(Scrolling& state, float top, bool first, const Body& body) {
  const auto outer = area();
  const float bleed_top = first ? outer.bleed_top : 0;
  state.rect = {outer.x - outer.bleed, top - bleed_top, outer.width + 2 * outer.bleed,
                std::max(0.0F, outer.bottom + outer.bleed_bottom - top + bleed_top)};
  state.view = state.rect.h;
  state.used = frame;
  take_place_again(state);
  state.offset = clamped(state.offset, state);
  state.first = tree.nodes().size();
  Area inner;
  inner.x = outer.x;
  inner.width = outer.width;
  inner.paper = outer.paper;
  inner.bleed = outer.bleed;
  inner.top = inner.y = top - state.offset - given(state);
  paint.push_clip(state.rect);
  state.content = inside(inner, body) + bleed_top + (outer.bleed_bottom > 0 ? px(kPadBelow) : 0);
  paint.pop_clip();
  state.last = tree.nodes().size();
}

void Ui::Impl::take_place_again(Scrolling& state) {
  if (!state.lent || state.view <= state.lent->view + 1) return;
  const auto lent = *state.lent;
  state.lent.reset();
  state.focus.clear();
  const bool in_sight = lent.top >= lent.from && lent.bottom <= lent.from + state.view;
  if (state.offset == lent.to && in_sight) state.offset = lent.from;
}

void Ui::Impl::draw_indicator(const Scrolling& state, const Rect& view) {
  if (state.most() < 1) return;
  const float wide = px(8);
  const Rect track{view.x + view.w - wide - px(12), view.y + px(12), wide, view.h - px(24)};
  const float length = std::max(px(72), track.h * state.view / state.content);
  const float at = track.y + (track.h - length) * state.offset / state.most();
  paint.box(track, wide / 2, mix(colors().paper, colors().line, outlined() ? 0.35F : 0.5F));
  paint.box({track.x, std::round(at), wide, std::round(length)}, wide / 2,
            mix(colors().paper, colors().ink, outlined() ? 1.0F : 0.38F));
}

void Ui::Impl::move_scrolls() {
  const float seconds = std::clamp(static_cast<float>((now - previous).count()) / 1000, 0.0F, 0.05F);
  if (!pointer.dragged().empty()) pull(scrolls[pointer.dragged()], pointer.drag());
  if (!pointer.flung().empty()) {
    scrolls[pointer.flung()].speed = std::clamp(pointer.speed(), -px(kFastest), px(kFastest));
  }
  turn_wheel();
  for (const auto& name : last_scrolls) glide(name, seconds);
}

/// The page follows the finger; beyond its ends it gives way as rubber does.
void Ui::Impl::pull(Scrolling& state, float by) {
  const float wanted = state.offset + state.pulled + by;
  state.offset = std::clamp(wanted, 0.0F, state.most());
  state.pulled = moves() && state.most() >= 1 ? wanted - state.offset : 0;
  state.recoil = 0;
}

/// Critically damped: back at its end as fast as may be without swinging past it.
void Ui::Impl::spring_back(Scrolling& state, float seconds) {
  if (state.pulled == 0 && state.recoil == 0) return;
  const float pace_of_both = state.recoil + kRecoil * state.pulled;
  const float decay = std::exp(-kRecoil * seconds);
  state.pulled = (state.pulled + pace_of_both * seconds) * decay;
  state.recoil = (state.recoil - kRecoil * pace_of_both * seconds) * decay;
  if (!moves() || (std::abs(state.pulled) < 1 && std::abs(state.recoil) < px(kSlowest))) state.pulled = state.recoil = 0;
  settle_after(Milliseconds{16});
}

void Ui::Impl::turn_wheel() {
  const float wheel = ImGui::GetIO().MouseWheel;
  if (wheel == 0) return;
  const auto at = ImGui::GetIO().MousePos;
  const auto over = under({at.x, at.y}).scroll;
  if (!over.empty()) scrolls[over].offset -= wheel * px(kWheelStep);
}

void Ui::Impl::glide(const std::string& name, float seconds) {
  auto& state = scrolls[name];
  if (pointer.touched() == name) return;
  spring_back(state, seconds);
  if (state.speed == 0) return;
  const float before = state.offset;
  state.offset = clamped(state.offset + state.speed * kGlide * (1 - std::exp(-seconds / kGlide)), state);
  state.speed *= std::exp(-seconds / kGlide);
  const bool at_end = state.speed < 0 ? before <= 0 : before >= std::floor(state.most());
  const bool stuck = seconds > 0 && state.offset == before && at_end;
  if (stuck && moves() && state.most() >= 1) state.recoil = state.speed;
  if (std::abs(state.speed) < px(kSlowest) || stuck) state.speed = 0;
  if (state.speed != 0) settle_after(Milliseconds{16});
}

namespace {

/// What of a field must be seen where there is no room for all of it: the caret's line with a line about it, and what is said
/// under the box when the caret is that near its end.
Rect about_caret(const Rect& field, const Rect& caret, float room) {
  const float bottom = field.y + field.h;
  const float below = bottom - (caret.y + caret.h);
  const float most = std::max(0.0F, room - caret.h);
  const float kept_below = below <= most ? below : std::min(caret.h, most / 2);
  const float kept_above = std::min({caret.h, caret.y - field.y, most - kept_below});
  return {field.x, caret.y - kept_above, field.w, kept_above + caret.h + kept_below};
}

}  // namespace

void Ui::Impl::keep_in_view(const Rect& field, const Rect& caret, const std::string& what) {
  if (current_scroll.empty() || measuring()) return;
  auto& state = scrolls[current_scroll];
  const float room = state.rect.h - 2 * px(24);
  const Rect rect = field.h <= room ? field : about_caret(field, caret, room);
  const auto signature = fmt::format("{}/{}/{}/{}", what, std::lround(state.view), std::lround(low_line), setting(TextStyle::Body).em);
  if (state.focus == signature) return;
  state.focus = signature;
  const float margin = px(24);
  float wanted = state.offset;
  const float below = rect.y + rect.h + margin - (state.rect.y + state.rect.h);
  if (below > 0 || low_line > 0)
    wanted = std::max(0.0F, wanted + below);  // in low reach down to the keyboard
  const float above = state.rect.y + margin - (rect.y - (wanted - state.offset));
  if (above > 0) wanted -= above;
  const float from = state.offset;
  const float top = rect.y - state.rect.y + from;
  if (state.lent) {
    state.lent->top = top;
    state.lent->bottom = top + rect.h;
  }
  if (std::round(wanted) == state.offset) return;
  state.offset = std::max(0.0F, std::round(wanted));
  if (!state.lent || state.lent->to != from) state.lent = {from, 0, state.view, top, top + rect.h};
  state.lent->to = state.offset;
  state.lent->view = state.view;
  state.speed = 0;
  settle_after(Milliseconds{0});
}

Scrolling* Ui::Impl::scroll_of(std::size_t index, const std::string** id) {
  for (const auto& name : drawn_scrolls) {
    auto& state = scrolls[name];
    if (index < state.first || (index >= state.last && name != current_scroll)) continue;
    if (id != nullptr) *id = &name;
    return &state;
  }
  return nullptr;
}

bool Ui::Impl::bring_into_view(std::string_view wanted) {
  const auto& nodes = tree.nodes();
  const auto named = [&](const Node& each) {
    return each.id == wanted || (each.id.size() > wanted.size() && each.id.ends_with(wanted) &&
                                 each.id[each.id.size() - wanted.size() - 1] == '/');
  };
  const auto found = std::find_if(nodes.begin(), nodes.end(), named);
  if (found == nodes.end()) return false;
  auto* state = scroll_of(static_cast<std::size_t>(found - nodes.begin()));
  if (state == nullptr) return true;
  const float margin = px(24);
  const float top = std::max(state->rect.y, low_line);
  const bool above = found->rect.y < top;
  const bool below = found->rect.y + found->rect.h > state->rect.y + state->rect.h;
  if (!above && !below) return true;
  state->offset = clamped(state->offset + found->rect.y - top - margin, *state);
  state->speed = 0;
  settle_after(Milliseconds{0});
  return true;
}

void Ui::Impl::sweep_scrolls() {
  while (scrolls.size() > kMostPlaces) {
    scrolls.erase(std::min_element(scrolls.begin(), scrolls.end(), [](const auto& a, const auto& b) {
      return a.second.used < b.second.used;
    }));
  }
}

}  // namespace mingting::ui
