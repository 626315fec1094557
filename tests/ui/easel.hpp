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

  explicit Easel(platform::Size size = kPortrait) : size_(size) {
    const Path source(MINGTING_SOURCE);
    auto plan = platform::read_font_plan(disk(), source / "fonts/fonts.toml");
    if (!plan) throw std::runtime_error(worded(plan.error()));
    platform::DisplayOptions options;
    options.headless = true;
    options.size = size;
    options.icons = source / "assets/icons";
    options.faces = plan->screen;
    auto display = platform::Display::open(options);
    if (!display) throw std::runtime_error(worded(display.error()));
    display_ = std::move(*display);
    appearance.motion = false;
  }

  Appearance appearance;
  Instant now = *parse_local_time("2026-11-23T09:00");

  Ui& ui() { return display_->ui(); }
  platform::Display& display() { return *display_; }
  platform::Size size() const { return size_; }
  void show(Draw draw) { draw_ = std::move(draw); }

  /// One frame, with what is waiting taken in first.
  void frame() {
    now += Milliseconds{16};
    display_->wait(Milliseconds{0});
    display_->begin_frame(appearance, now);
    draw_(ui());
    display_->end_frame();
  }
  void frames(int count) {
    while (count-- > 0) frame();
  }
  /// Until pictures are decoded and everything stands still.
  void settle() {
    frames(2);
    for (int i = 0; i < 400 && display_->busy(); ++i) frame();
    frames(1);
  }

  const Tree& tree() { return ui().tree(); }
  const Node& node(std::string_view label, std::string_view within = "") {
    const auto found = tree().find(label, within);
    if (!found) throw std::runtime_error("not on screen: " + std::string(label) + "\n" + tree().describe());
    return tree().nodes()[*found];
  }
  bool has(std::string_view label) { return tree().find(label).has_value(); }

  void down(float x, float y) {
    display_->touch_down(x, y);
    frames(2);
  }
  void move(float x, float y) {
    display_->touch_move(x, y);
    frame();
  }
  void up() {
    display_->touch_up();
    frames(3);
  }
  void tap(float x, float y) {
    down(x, y);
    up();
  }
  void tap(std::string_view label, std::string_view within = "") {
    const auto& at = node(label, within).visible;
    tap(at.x + at.w / 2, at.y + at.h / 2);
  }
  /// A finger drawn from one place to another in `steps` frames.
  void drag(float x, float from, float to, int steps) {
    down(x, from);
    for (int i = 1; i <= steps; ++i)
      move(x, from + (to - from) * static_cast<float>(i) / static_cast<float>(steps));
  }

 private:
  platform::Size size_;
  std::unique_ptr<platform::Display> display_;
  Draw draw_;
};

}  // namespace mingting::ui
