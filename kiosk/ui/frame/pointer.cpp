// What a finger or a mouse is doing.
#include "ui/frame/pointer.hpp"

#include <cmath>

namespace mingting::ui {
namespace {

constexpr Milliseconds kRecent{100};  // the part of a drag that decides how fast it is let go

}  // namespace

void Pointer::press(const Input& input, const Touchable& under) {
  origin_ = at_ = input.at;
  held_ = under;
  if (under.moving) held_.id.clear();
  dragging_ = false;
  held_visible_ = !held_.id.empty();
  samples_.assign(1, {input.now, input.at.y});
  if (held_.immediate) tapped_ = held_.id;
}

void Pointer::move(const Input& input, bool on_target) {
  const float dy = input.at.y - origin_.y;
  const float dx = input.at.x - origin_.x;
  const float before = at_.y;
  at_ = input.at;
  const bool starts = !dragging_ && !held_.immediate && !held_.scroll.empty() && std::abs(dy) > input.slop &&
                      std::abs(dy) > std::abs(dx) / 2;
  if (starts) dragging_ = true;
  if (dragging_) drag_ = starts ? 0 : before - at_.y;
  held_visible_ = on_target && !dragging_;
  samples_.push_back({input.now, input.at.y});
  while (samples_.size() > 2 && input.now - samples_.front().at > kRecent) samples_.pop_front();
}

float Pointer::release_speed() const {
  if (samples_.size() < 2) return 0;
  const auto span = samples_.back().at - samples_.front().at;
  if (span <= Milliseconds{0}) return 0;
  return (samples_.front().y - samples_.back().y) * 1000 / static_cast<float>(span.count());
}

void Pointer::release(const Input& input, bool on_target) {
  if (dragging_) {
    const bool paused = input.now - samples_.back().at > kRecent;
    flung_ = held_.scroll;
    speed_ = paused ? 0 : release_speed();
  } else if (on_target && !held_.immediate) {
    tapped_ = held_.id;
  }
  held_ = {};
  dragging_ = held_visible_ = false;
}

void Pointer::forget() {
  held_ = {};
  tapped_.clear();
  flung_.clear();
  dragging_ = held_visible_ = false;
}

}  // namespace mingting::ui
