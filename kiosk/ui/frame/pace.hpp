// Do frames keep up? When several in a row are late, movement would only be a stutter.
#pragma once

#include <optional>

#include "base/clock.hpp"

namespace mingting::ui {

class Pace {
 public:
  /// Once a frame. `asked`: when the last frame wanted this one; what nobody waited for says nothing.
  void frame(Instant now, std::optional<Milliseconds> asked, Milliseconds most) {
    const auto late = now - before_ - asked.value_or(Milliseconds{0});
    if (asked && *asked <= kMoving && late >= Milliseconds{0} && late < kAsleep) note(now, late > most);
    before_ = now;
    if (late_ && now - since_ > kRest) late_ = false, misses_ = 0;
  }
  bool late() const { return late_; }

 private:
  static constexpr Milliseconds kMoving{16};   ///< what moves asks for the next frame this soon
  static constexpr Milliseconds kAsleep{1000};  ///< later than this is no frame that took long
  static constexpr Milliseconds kRest{30'000};  ///< then it is tried again
  static constexpr int kMisses = 3;

  void note(Instant now, bool missed) {
    misses_ = missed ? misses_ + 1 : 0;
    if (misses_ < kMisses) return;
    late_ = true;
    since_ = now;
  }

  Instant before_{}, since_{};
  int misses_ = 0;
  bool late_ = false;
};

}  // namespace mingting::ui
