// What a finger does: taps, strays, drags, flings; and keys that stand in for it.
#include <fmt/format.h>

#include <algorithm>

#include "ui/easel.hpp"

namespace mingting::ui {
namespace {

/// Forty rows in a scroll area under a fixed heading; what was tapped is written down.
class Rows : public ::testing::Test {
 protected:
  Rows() {
    easel_.show([this](Ui& ui) {
      Ui::Frame frame{.page_id = page_, .label = "名单", .title = "大厅"};
      frame.page.place = "list";
      frame.page.body = [&] {
        for (int i = 0; i < 40; ++i) {
          if (ui.row({.id = std::to_string(i), .label = fmt::format("第{}行", i)})) tapped_.push_back(i);
        }
      };
      frame.places = {{.id = "end", .label = "结束", .tapped = [this] { tapped_.push_back(1000); }}};
      ui.frame(frame);
      if (dialog_) {
        Page question;
        question.head = [&] { ui.heading("要结束吗？"); };
        question.actions = {{.id = "yes", .label = "是", .tapped = [this] { tapped_.push_back(2000); }}};
        ui.dialog("ask", "提问", Ui::Cover::Card, question);
      }
    });
    easel_.frames(3);
  }
  float top(int row) { return easel_.node(fmt::format("第{}行", row)).rect.y; }

  Easel easel_;
  std::string page_ = "list";
  bool dialog_ = false;
  std::vector<int> tapped_;
};

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(Rows, ATapAnswersOnce) {
  easel_.tap("第3行");
  EXPECT_THAT(tapped_, ElementsAre(3));
}

TEST_F(Rows, AFingerThatStraysALittleStillTaps) {
  const auto& at = easel_.node("第3行").rect;
  easel_.down(300, at.y + 40);
  easel_.move(304, at.y + 49);
  easel_.move(309, at.y + 45);
  easel_.up();
  EXPECT_THAT(tapped_, ElementsAre(3));
}

TEST_F(Rows, ADragScrollsWithTheFingerAndTapsNothing) {
  const float before = top(3);
  easel_.drag(300, 1200, 700, 10);
  EXPECT_NEAR(top(3), before - 450, 60) << "the first few dp tell a drag from a tap";
  easel_.up();
  EXPECT_THAT(tapped_, IsEmpty());
}

TEST_F(Rows, AFlingGoesOnAndComesToRest) {
  easel_.drag(300, 1400, 900, 5);
  const float let_go = top(3);
  easel_.up();
  easel_.settle();
  EXPECT_LT(top(3), let_go - 200);
  const float rest = top(3);
  EXPECT_FALSE(easel_.ui().next_frame().has_value() && *easel_.ui().next_frame() < Milliseconds{50});
  easel_.frames(20);
  EXPECT_EQ(top(3), rest);
}

TEST_F(Rows, AHeldDragDoesNotFling) {
  easel_.drag(300, 1400, 900, 5);
  easel_.now += Milliseconds{400};
  easel_.move(300, 900);
  easel_.now += Milliseconds{400};
  const float held = top(3);
  easel_.up();
  easel_.settle();
  EXPECT_EQ(top(3), held);
}

TEST_F(Rows, ATapWhileTheListIsComingToRestIsNotLost) {
  easel_.drag(300, 1400, 1000, 8);
  easel_.up();
  for (int i = 0; i < 200; ++i) {
    const float before = top(10);
    easel_.frame();
    if (std::abs(before - top(10)) < 5) break;  // slower than 300 dp a second
  }
  const auto& nodes = easel_.tree().nodes();
  const auto seen = std::find_if(nodes.begin(), nodes.end(), [](const Node& node) {
    return node.role == Role::Row && node.visible.h == node.rect.h && node.visible.y > 700;
  });
  ASSERT_NE(seen, nodes.end());
  const auto id = seen->label;
  easel_.tap(300, seen->visible.y + 50);
  ASSERT_EQ(tapped_.size(), 1U);
  EXPECT_EQ(fmt::format("第{}行", tapped_[0]), id);
}

TEST_F(Rows, ATouchStopsAFastFlingAndTapsNothing) {
  easel_.drag(300, 1500, 600, 3);
  easel_.display().touch_up();
  easel_.frames(3);
  const float flying = top(10);
  easel_.frame();
  ASSERT_GT(std::abs(top(10) - flying), 10);
  easel_.tap(300, 900);
  EXPECT_THAT(tapped_, IsEmpty());
  const float stopped = top(10);
  easel_.settle();
  EXPECT_EQ(top(10), stopped);
}

TEST_F(Rows, NothingScrollsPastItsEnds) {
  easel_.drag(300, 700, 1500, 5);
  easel_.up();
  easel_.settle();
  EXPECT_GT(top(0), 100);
  for (int i = 0; i < 12; ++i) {
    easel_.drag(300, 1500, 500, 3);
    easel_.up();
    easel_.settle();
  }
  const auto& last = easel_.node("第39行");
  EXPECT_LT(last.rect.y + last.rect.h, 1920 - 152);
  EXPECT_GT(last.rect.y, 1300) << "the end of the list stays at the bottom";
}

TEST_F(Rows, WhatIsScrolledOutOfViewHasItsWholeRectangleButCannotBeTapped) {
  const auto& hidden = easel_.node("第39行");
  EXPECT_GT(hidden.rect.h, 60);
  EXPECT_EQ(hidden.visible.h, 0);
  const auto& nodes = easel_.tree().nodes();
  const auto partly = std::find_if(nodes.begin(), nodes.end(), [](const Node& n) {
    return n.role == Role::Row && n.visible.h > 0 && n.visible.h < n.rect.h - 30;
  });
  if (partly != nodes.end()) {
    easel_.tap(300, partly->visible.y + partly->visible.h + 20);  // under the bottom bar
  }
  EXPECT_THAT(tapped_, ::testing::Not(::testing::Contains(::testing::Lt(1000))));
}

TEST_F(Rows, LiftingOutsideTheTargetTapsNothing) {
  const auto& at = easel_.node("结束").rect;
  easel_.down(at.x + 50, at.y + at.h / 2);
  easel_.move(at.x + 50, at.y - 300);
  easel_.up();
  EXPECT_THAT(tapped_, IsEmpty());
}

TEST_F(Rows, UnderADialogNothingAnswers) {
  const auto row = easel_.node("第3行").rect;
  const auto end = easel_.node("结束").rect;
  dialog_ = true;
  easel_.frames(2);
  easel_.tap(row.x + 40, row.y + 40);
  easel_.tap(end.x + 40, end.y + 40);
  easel_.drag(60, 1500, 900, 4);
  easel_.up();
  easel_.settle();
  EXPECT_THAT(tapped_, IsEmpty());
  EXPECT_EQ(easel_.tree().nodes()[*easel_.tree().find("名单")].role, Role::Page);
  EXPECT_FALSE(easel_.has("第3行")) << "what cannot be tapped is not found";
  easel_.tap("是");
  EXPECT_THAT(tapped_, ElementsAre(2000));
}

TEST_F(Rows, APressThatADialogInterruptsIsNotATap) {
  const auto row = easel_.node("第3行").rect;
  easel_.down(row.x + 40, row.y + 40);
  dialog_ = true;
  easel_.frames(2);
  easel_.up();
  EXPECT_THAT(tapped_, IsEmpty());
}

TEST_F(Rows, TheSecondHitOfADoubleTapDoesNotLandOnThePageThatCameUp) {
  const auto row = easel_.node("第3行").rect;
  easel_.tap(row.x + 40, row.y + 40);
  page_ = "another";
  easel_.frames(2);
  easel_.tap(row.x + 44, row.y + 38);
  EXPECT_THAT(tapped_, ElementsAre(3));
  easel_.now += Milliseconds{400};
  easel_.tap(row.x + 44, row.y + 38);
  EXPECT_THAT(tapped_, ElementsAre(3, 3));
}

TEST_F(Rows, AnImpatientHitDoesNotLandOnAPageThatWasSlowToCome) {
  const auto row = easel_.node("第3行").rect;
  easel_.tap(row.x + 40, row.y + 40);
  easel_.now += Milliseconds{2000};
  page_ = "another";
  easel_.frames(2);
  easel_.tap(row.x + 44, row.y + 38);
  EXPECT_THAT(tapped_, ElementsAre(3));
}

TEST_F(Rows, TheSecondHitOfADoubleTapOnTheSameTargetCounts) {
  easel_.tap("第3行");
  easel_.tap("第3行");
  EXPECT_THAT(tapped_, ElementsAre(3, 3));
}

TEST_F(Rows, QuickTapsInDifferentPlacesAllCount) {
  easel_.tap("第3行");
  easel_.tap("第5行");
  EXPECT_THAT(tapped_, ElementsAre(3, 5));
}

TEST_F(Rows, APageKeepsItsPlaceAndANewOneStartsAtItsTop) {
  easel_.drag(300, 1200, 700, 10);
  easel_.up();
  easel_.settle();
  const float place = top(3);
  page_ = "another";
  easel_.frames(3);
  EXPECT_GT(top(0), 100);
  page_ = "list";
  easel_.frames(3);
  EXPECT_EQ(top(3), place);
  easel_.ui().forget();
  easel_.frames(2);
  EXPECT_GT(top(0), 100);
}

TEST_F(Rows, BringsANodeIntoViewAtOnce) {
  easel_.ui().bring_into_view("35");
  easel_.frames(2);
  const auto& node = easel_.node("第35行");
  EXPECT_EQ(node.visible.h, node.rect.h);
  easel_.ui().bring_into_view("list/list/0");
  easel_.frames(2);
  EXPECT_GT(easel_.node("第0行").visible.h, 0);
}

TEST_F(Rows, TheHeldTargetShowsItAtOnce) {
  const auto before = easel_.display().capture();
  const auto row = easel_.node("第3行").rect;
  easel_.down(row.x + 300, row.y + 40);
  const auto held = easel_.display().capture();
  ASSERT_TRUE(before && held);
  const auto pixel = static_cast<std::size_t>((static_cast<int>(row.y) + 8) * 1080 + 900) * 3;
  EXPECT_NE(before->rgb[pixel], held->rgb[pixel]);
}

TEST_F(Rows, FocusWalksInReadingOrderAndActivates) {
  easel_.ui().focus_next();
  easel_.frame();
  EXPECT_TRUE(easel_.node("第0行").focused);
  easel_.ui().focus_next();
  easel_.ui().focus_next();
  easel_.frame();
  EXPECT_TRUE(easel_.node("第2行").focused);
  easel_.ui().focus_previous();
  easel_.frame();
  easel_.ui().activate_focused();
  easel_.frames(2);
  EXPECT_THAT(tapped_, ElementsAre(1));
  easel_.ui().focus_previous();
  easel_.ui().focus_previous();
  easel_.frames(2);
  EXPECT_TRUE(easel_.node("结束").focused) << "around the end";
  easel_.ui().focus_previous();
  easel_.frames(2);
  const auto& last = easel_.node("第39行");
  EXPECT_TRUE(last.focused);
  EXPECT_EQ(last.visible.h, last.rect.h) << "scrolled into view";
}

TEST_F(Rows, IdlesWithoutWishingForFrames) {
  easel_.settle();
  easel_.frames(20);
  EXPECT_FALSE(easel_.ui().next_frame().has_value());
}

}  // namespace
}  // namespace mingting::ui
