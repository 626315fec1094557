// The whole display, headless: the widget kit on top of the stage.
#include "base/said/words.hpp"
#include "platform/display.hpp"

#include <gmock/gmock.h>

#include <thread>

#include "platform/fonts.hpp"
#include "platform/stage_fixture.hpp"

namespace mingting::platform {
namespace {

using testing::HasSubstr;

DisplayOptions headless(Size size) {
  DisplayOptions options;
  options.headless = true;
  options.size = size;
  options.icons = Path(MINGTING_SOURCE) / "assets/icons";
  options.faces = read_font_plan(disk(), Path(MINGTING_SOURCE) / "fonts/fonts.toml").value().screen;
  options.style = read_style_sheet(disk(), Path(MINGTING_SOURCE) / "assets/theme.toml").value();
  return options;
}

class DisplayTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = Display::open(headless({540, 960}));
    ASSERT_TRUE(opened) << worded(opened.error());
    display_ = std::move(*opened);
  }
  void frame() {
    now_ += Milliseconds{16};
    display_->begin_frame({}, now_);
    const auto body = [this] {
      display_->ui().heading("明厅");
      tapped_ +=
          display_->ui().button("go", "查信息", {.kind = ui::ButtonKind::Primary, .icon = "search"}) ? 1 : 0;
    };
    display_->ui().frame({.page_id = "page", .label = "测试页", .page = {.body = body}});
    display_->end_frame();
  }
  void settle() {
    for (int frames = 0; frames < 60; ++frames) {
      for (auto& event : display_->wait(Milliseconds{0})) events_.push_back(std::move(event));
      if (frames > 0 && !display_->busy()) return;
      frame();
    }
    ADD_FAILURE() << "the display is still busy after 60 frames";
  }
  const ui::Node& node(std::string_view label) {
    const auto found = display_->ui().tree().find(label);
    EXPECT_TRUE(found) << display_->ui().tree().describe();
    return display_->ui().tree().nodes().at(found.value_or(0));
  }

  std::unique_ptr<Display> display_;
  std::vector<InputEvent> events_;
  Instant now_ = test_time();
  int tapped_ = 0;
};

TEST_F(DisplayTest, AFingerTapsAButtonOfTheKit) {
  settle();
  const auto rect = node("查信息").rect;
  display_->touch_down(rect.x + rect.w / 2, rect.y + rect.h / 2);
  display_->touch_up();
  settle();
  EXPECT_EQ(tapped_, 1);
  EXPECT_TRUE(std::holds_alternative<Touched>(events_.at(0)));
}

TEST_F(DisplayTest, CapturesWhatTheKitDrewOnItsPaper) {
  settle();
  const auto picture = display_->capture();
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->width, 540);
  EXPECT_EQ(picture->height, 960);
  const auto paper = headless({}).style.palette(ui::Theme::Standard).paper;
  const std::size_t corner = picture->rgb.size() - 3;
  EXPECT_EQ((ui::Color{picture->rgb[corner], picture->rgb[corner + 1], picture->rgb[corner + 2]}), paper);
  EXPECT_GT(std::ranges::count_if(picture->rgb, [](std::uint8_t byte) { return byte < 60; }), 500);
}

TEST_F(DisplayTest, TheSameFrameTwiceIsTheSamePicture) {
  settle();
  const auto first = display_->capture();
  frame();
  EXPECT_EQ(display_->capture()->rgb, first->rgb);
}

TEST_F(DisplayTest, FedEventsComeOutInOrder) {
  display_->feed(TextTyped{"贵"});
  display_->feed(KeyPressed{Key::Enter});
  display_->feed(Pasted{"阳"});
  EXPECT_TRUE(display_->busy());
  const auto events = display_->wait(std::nullopt);
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(std::get<TextTyped>(events[0]).text, "贵");
  EXPECT_EQ(std::get<KeyPressed>(events[1]).key, Key::Enter);
  EXPECT_EQ(std::get<Pasted>(events[2]).text, "阳");
}

TEST_F(DisplayTest, ManyThreadsMayWake) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([this] {
      for (int n = 0; n < 1000; ++n) display_->wake();
    });
  for (auto& thread : threads) thread.join();
  EXPECT_TRUE(display_->wait(std::nullopt).empty());
  settle();
}

TEST_F(DisplayTest, IsNotBusyWhenAllIsStill) {
  settle();
  EXPECT_FALSE(display_->busy());
  EXPECT_TRUE(display_->wait(std::nullopt).empty());
}

TEST(DisplayOpen, NamesTheFontsPackageWhenAFaceIsMissing) {
  auto options = headless({540, 960});
  options.faces.bold[0].file = "/nowhere/NotoSansCJK-Bold.ttc";
  for (const bool none : {false, true}) {
    if (none) options.faces = {};
    const auto display = Display::open(options);
    ASSERT_FALSE(display);
    EXPECT_EQ(display.error().trouble, Trouble::Unavailable);
    EXPECT_THAT(worded(display.error()), HasSubstr("找不到字体"));
    EXPECT_THAT(worded(display.error()), HasSubstr("fonts-noto-cjk"));
  }
}

TEST(DisplayOpen, OpensOneAfterAnother) {
  for (const Size size : {Size{540, 960}, Size{960, 540}}) {
    auto display = Display::open(headless(size));
    ASSERT_TRUE(display) << worded(display.error());
    EXPECT_EQ((*display)->size(), size);
  }
}

}  // namespace
}  // namespace mingting::platform
