// What moves by itself: pages and the keyboard come, lists give way at their ends; and nothing does when frames are late.
#include <fmt/format.h>

#include "ui/easel.hpp"

namespace mingting::ui {
namespace {

class Motion : public ::testing::Test {
 protected:
  Motion() {
    easel_.appearance.motion = true;
    easel_.show([this](Ui& ui) {
      Ui::Frame frame{.page_id = page_, .label = "名单", .title = "大厅"};
      frame.page.place = "list";
      frame.page.body = [&] {
        for (int i = 0; i < rows_; ++i) {
          if (ui.row({.id = std::to_string(i), .label = fmt::format("第{}行", i)})) tapped_.push_back(i);
        }
      };
      frame.page.actions = {{.id = "next", .label = "下一步"}};
      const auto keyboard = [&ui] { ui.button("key", "完成"); };
      if (typing_) frame.dock = keyboard;
      frame.places = {{.id = "end", .label = "结束"}};
      ui.frame(frame);
    });
    easel_.settle();
  }
  float top(int row) { return easel_.node(fmt::format("第{}行", row)).rect.y; }
  float foot(const char* label) {
    const auto& rect = easel_.node(label).rect;
    return rect.y + rect.h;
  }

  Easel easel_;
  std::string page_ = "list";
  int rows_ = 40;
  bool typing_ = false;
  std::vector<int> tapped_;
};

TEST_F(Motion, PastItsEndAListGivesWayAndComesBack) {
  const float rest = top(0);
  easel_.drag(300, 600, 1200, 10);
  const float pulled = top(0);
  EXPECT_GT(pulled, rest + 100);
  EXPECT_LT(pulled, rest + 400) << "less than the finger's way";
  easel_.up();
  easel_.settle();
  EXPECT_EQ(top(0), rest);
  EXPECT_TRUE(tapped_.empty());
}

TEST_F(Motion, AFlingIntoAnEndComesToRestThere) {
  easel_.drag(300, 700, 1500, 3);
  easel_.up();
  easel_.settle();
  const float rest = top(0);
  easel_.frames(20);
  EXPECT_EQ(top(0), rest);
  EXPECT_GT(rest, 100);
}

TEST_F(Motion, AListThatFitsDoesNotGiveWay) {
  rows_ = 3;
  easel_.settle();
  const float rest = top(0);
  easel_.drag(300, 600, 1200, 10);
  EXPECT_EQ(top(0), rest);
}

TEST_F(Motion, ATapWhileAListComesBackIsNotLost) {
  easel_.drag(300, 600, 1200, 10);
  easel_.display().touch_up();
  easel_.frames(4);
  const auto row = easel_.node("第2行").visible;
  easel_.tap(300, row.y + row.h / 2);
  EXPECT_EQ(tapped_.size(), 1U);
}

TEST_F(Motion, WithoutMotionAListStopsAtItsEnd) {
  easel_.appearance.motion = false;
  easel_.frame();
  const float rest = top(0);
  easel_.drag(300, 600, 1200, 10);
  EXPECT_EQ(top(0), rest);
}

TEST_F(Motion, TheKeyboardComesWithThePage) {
  const float below = foot("下一步");
  typing_ = true;
  easel_.frame();
  const float first = foot("下一步");
  EXPECT_LE(foot("下一步"), easel_.node("完成").rect.y) << "never over it";
  easel_.frames(3);
  const float later = foot("下一步");
  EXPECT_LE(foot("下一步"), easel_.node("完成").rect.y);
  easel_.settle();
  EXPECT_GT(below, later);
  EXPECT_GE(first, later);
  EXPECT_GT(later, foot("下一步")) << "it is still on its way";
  page_ = "next page";
  const float risen = foot("下一步");
  easel_.frame();
  EXPECT_EQ(foot("下一步"), risen) << "on the next page it stands";
}

TEST_F(Motion, StopsWhenFramesAreLate) {
  const float rest = top(0);
  for (int i = 0; i < 6; ++i) {
    page_ = std::to_string(i);
    easel_.now += Milliseconds{40};
    easel_.frame();
  }
  page_ = "another";
  easel_.frame();
  EXPECT_EQ(top(0), rest) << "it stands at once";
}

}  // namespace
}  // namespace mingting::ui
