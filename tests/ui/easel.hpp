// A headless screen for tests of the kit: draws frames, moves a finger, finds things by label.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "base/said/words.hpp"
#include "platform/display.hpp"
#include "platform/fonts.hpp"
#include "ui/ui.hpp"

namespace mingting::ui {

inline constexpr platform::Size kPortrait{1080, 1920};
inline constexpr platform::Size kLandscape{1920, 1080};

/// Waiting for nothing: the clock moves 16 ms a frame, and only then.
class Easel {
 public:
  using Draw = std::function<void(Ui&)>;

  explicit Easel(platform::Size size = kPortrait);

  Appearance appearance;
  Instant now = *parse_local_time("2026-11-23T09:00");

  Ui& ui() { return display_->ui(); }
  platform::Display& display() { return *display_; }
  platform::Size size() const { return size_; }
  void show(Draw draw) { draw_ = std::move(draw); }

  /// One frame, with what is waiting taken in first.
  void frame();
  void frames(int count);
  /// Until pictures are decoded and everything stands still.
  void settle();

  const Tree& tree() { return ui().tree(); }
  const Node& node(std::string_view label, std::string_view within = "");
  bool has(std::string_view label) { return tree().find(label).has_value(); }

  void down(float x, float y);
  void move(float x, float y);
  void up();
  void tap(float x, float y);
  void tap(std::string_view label, std::string_view within = "");
  /// A finger drawn from one place to another in `steps` frames.
  void drag(float x, float from, float to, int steps);

 private:
  platform::Size size_;
  std::unique_ptr<platform::Display> display_;
  Draw draw_;
};

}  // namespace mingting::ui
