// One finger: what it touches, whether it taps or drags, and how fast it lets go.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "ui/tree/tree.hpp"

namespace mingting::ui {

struct Point {
  float x = 0, y = 0;
};

/// What lies under a place on the last frame's screen.
struct Touchable {
  std::string id;          ///< of the target; "" for none
  bool immediate = false;  ///< answers when touched, not when let go (keys)
  std::string scroll;      ///< the scroll area around the place; "" for none
  bool moving = false;     ///< that area is flying past: a touch stops it and means nothing else
};

/// Fed once a frame. Distances in pixels, speeds in pixels per second.
class Pointer {
 public:
  struct Input {
    Point at;
    bool down = false;
    Instant now;
    float slop = 0;   ///< a finger may stray this far and still tap
    float reach = 0;  ///< how far outside its target a finger may be lifted
  };
  /// `probe` is asked what is under the finger when it comes down; `where` gives the target's rectangle while
  /// it is held, nothing when it is gone or may not be tapped any more.
  template <class ProbeAt, class Where>
  void frame(const Input& input, ProbeAt&& probe, Where&& where);

  /// The target tapped this frame (finger lifted, or touched for keys); "" for none.
  const std::string& tapped() const { return tapped_; }
  /// The target that is held now and would be tapped if let go.
  const std::string& held() const { return held_visible_ ? held_.id : kNone; }
  Point at() const { return at_; }
  /// The scroll area under a finger, whether it drags or not.
  const std::string& touched() const { return down_ ? held_.scroll : kNone; }
  /// The scroll area under a dragging finger, and how far it moved it this frame.
  const std::string& dragged() const { return dragging_ ? held_.scroll : kNone; }
  float drag() const { return drag_; }
  /// Set in the frame a drag ends: the area, and its speed.
  const std::string& flung() const { return flung_; }
  float speed() const { return speed_; }
  void forget();

 private:
  struct Sample {
    Instant at;
    float y;
  };
  void press(const Input& input, const Touchable& under);
  void move(const Input& input, bool on_target);
  void release(const Input& input, bool on_target);
  float release_speed() const;

  inline static const std::string kNone;
  bool down_ = false, dragging_ = false, held_visible_ = false;
  Point origin_, at_;
  Touchable held_;
  float drag_ = 0, speed_ = 0;
  std::string tapped_, flung_;
  std::deque<Sample> samples_;
};

template <class ProbeAt, class Where>
void Pointer::frame(const Input& input, ProbeAt&& probe, Where&& where) {
  tapped_.clear();
  flung_.clear();
  drag_ = 0;
  if (input.down && !down_) {
    press(input, probe(input.at));
  } else if (down_) {
    const std::optional<Rect> rect = held_.id.empty() ? std::nullopt : where(held_.id);
    const Point at = input.down ? input.at : at_;
    const bool on = rect && at.x >= rect->x - input.reach && at.x < rect->x + rect->w + input.reach &&
                    at.y >= rect->y - input.reach && at.y < rect->y + rect->h + input.reach;
    if (input.down)
      move(input, on);
    else
      release(input, on);
  }
  down_ = input.down;
}

}  // namespace mingting::ui
