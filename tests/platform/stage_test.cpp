// The frame drawn in memory, and why there is no window.
#include <gmock/gmock.h>

#include <cstdlib>

#include "base/said/words.hpp"
#include "platform/stage_fixture.hpp"

namespace mingting::platform {
namespace {

using testing::HasSubstr;

void red_square() {
  ImGui::GetForegroundDrawList()->AddRectFilled({10, 20}, {30, 40}, IM_COL32(138, 20, 20, 255));
}

TEST_F(StageTest, CapturesEveryPixelExactly) {
  open({64, 48});
  frame(red_square);
  const Picture picture = captured();
  ASSERT_EQ(picture.width, 64);
  ASSERT_EQ(picture.height, 48);
  for (int y = 0; y < 48; ++y) {
    for (int x = 0; x < 64; ++x) {
      const bool inside = x >= 10 && x < 30 && y >= 20 && y < 40;
      ASSERT_EQ(pixel(picture, x, y), inside ? (ui::Color{138, 20, 20}) : (ui::Color{250, 248, 244}))
          << x << "," << y;
    }
  }
}

TEST_F(StageTest, CapturesTheSameFrameTwice) {
  open({64, 48});
  frame(red_square);
  const Picture first = captured();
  EXPECT_EQ(captured().rgb, first.rgb);
}

TEST_F(StageTest, HasNothingToCaptureBeforeTheFirstFrame) {
  open({64, 48});
  const auto picture = stage_->capture();
  ASSERT_FALSE(picture);
  EXPECT_THAT(worded(picture.error()), HasSubstr("还没有画过画面"));
}

TEST_F(StageTest, OpensAgainAfterItWasClosed) {
  open({32, 32});
  frame(red_square);
  stage_.reset();
  open({16, 64});
  frame(red_square);
  EXPECT_EQ(captured().height, 64);
}

TEST_F(StageTest, RefusesImpossibleSizes) {
  for (const Size size : {Size{0, 10}, Size{10, -1}, Size{100'000, 10}}) {
    const auto stage = Stage::open({true, false, size});
    ASSERT_FALSE(stage);
    EXPECT_EQ(stage.error().trouble, Trouble::Invalid);
  }
}

TEST_F(StageTest, RunsOnWhenTheClockStandsStillOrGoesBack) {
  open({32, 32});
  for (const auto step : {Milliseconds{0}, Milliseconds{-5000}, Milliseconds{3'600'000}}) {
    now_ += step - Milliseconds{16};
    frame(red_square);
    EXPECT_GT(ImGui::GetIO().DeltaTime, 0.0F);
    EXPECT_LE(ImGui::GetIO().DeltaTime, 1.0F);
  }
}

TEST_F(StageTest, KeepsNoSettingsOnDisk) {
  open({32, 32});
  EXPECT_EQ(ImGui::GetIO().IniFilename, nullptr);
  EXPECT_EQ(ImGui::GetIO().LogFilename, nullptr);
  EXPECT_EQ(ImGui::GetIO().ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard, 0);
}

TEST(StageWithoutADisplay, SaysWhatToDo) {
  const char* const names[] = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_RUNTIME_DIR"};
  std::vector<std::pair<const char*, std::string>> kept;
  for (const char* name : names)
    if (const char* value = std::getenv(name)) kept.emplace_back(name, value);
  for (const char* name : names) unsetenv(name);
  setenv("SDL_VIDEODRIVER", "x11", 1);
  const auto stage = Stage::open({false, true, {1080, 1920}});
  unsetenv("SDL_VIDEODRIVER");
  for (const auto& [name, value] : kept) setenv(name, value.c_str(), 1);
  ASSERT_FALSE(stage);
  EXPECT_EQ(stage.error().trouble, Trouble::Unavailable);
  EXPECT_THAT(worded(stage.error()), HasSubstr("没有可用的显示"));
  EXPECT_THAT(worded(stage.error()), HasSubstr("--headless --tour"));
}

}  // namespace
}  // namespace mingting::platform
