// A stage in memory and what it takes to run frames on it with Dear ImGui alone, below the widget kit.
#pragma once

#include <gtest/gtest.h>
#include <imgui.h>

#include <functional>
#include <memory>

#include "base/said/words.hpp"
#include "platform/events.hpp"
#include "platform/stage.hpp"

namespace mingting::platform {

inline Instant test_time() {
  return *parse_local_time("2026-11-23T09:00");
}

class StageTest : public testing::Test {
 protected:
  void open(Size size) {
    auto opened = Stage::open({true, false, size});
    ASSERT_TRUE(opened) << worded(opened.error());
    stage_ = std::move(*opened);
  }

  void frame(const std::function<void()>& draw) {
    now_ += Milliseconds{16};
    stage_->begin(now_);
    draw();
    stage_->end({250, 248, 244});
    events_.frame_done();
  }

  /// Frames until input has been taken in; how many it took.
  int settle(const std::function<void()>& draw) {
    int frames = 0;
    for (; frames < 50; ++frames) {
      events_.drain();
      if (!events_.unsettled()) break;
      frame(draw);
    }
    return frames;
  }

  Picture captured() {
    auto picture = stage_->capture();
    EXPECT_TRUE(picture) << worded(picture.error());
    return picture ? *picture : Picture{};
  }

  static ui::Color pixel(const Picture& picture, int x, int y) {
    const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                     static_cast<std::size_t>(x)) *
                    3;
    return {picture.rgb.at(at), picture.rgb.at(at + 1), picture.rgb.at(at + 2)};
  }

  std::unique_ptr<Stage> stage_;
  Events events_;
  Instant now_ = test_time();
};

}  // namespace mingting::platform
