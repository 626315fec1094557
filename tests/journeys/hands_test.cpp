// Hands that a script of labels cannot have: a touch anywhere, a finger that hits twice, a keyboard, a scanner.
#include <gtest/gtest.h>

#include "journeys/booth.hpp"
#include "journeys/published.hpp"

namespace mingting {
namespace {

using std::chrono::seconds;

TEST(Hands, ATouchAnywhereBeginsTheVisitAndTouchesNothingElse) {
  for (const auto& [x, y] : {std::pair(5.0F, 5.0F), std::pair(540.0F, 700.0F), std::pair(1070.0F, 1915.0F), std::pair(540.0F, 1100.0F)}) {
    Booth booth;
    booth.tap(x, y);
    ASSERT_TRUE(booth->model().visit) << x << "," << y;
    EXPECT_TRUE(std::holds_alternative<HomePage>(top_page(booth->model())));
  }
}

TEST(Hands, SubmitHitTwiceHandsInOnceAndKeepsTheReceiptOnScreen) {
  Booth booth;
  booth.go("tap 开始使用\ntap 意见征集\ntap 意见反馈\ntap 满意\ntap 下一步\ntap 下一步");
  const auto [x, y] = booth.place("提交");
  for (int hit = 0; hit < 4; ++hit) booth.tap_quickly(x, y);
  booth->settle();
  ASSERT_TRUE(booth->model().visit);
  EXPECT_EQ(booth->model().visit->receipts.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<ReceiptPage>(top_page(booth->model())));
  booth.go("tap 首页\ntap 意见征集\ntap 意见反馈\ntap 满意\ntap 下一步\ntap 下一步\ntap 提交\nexpect 0002");
}

TEST(Hands, ADoubleTapOpensAPageAndTouchesNothingOnIt) {
  for (const std::string tile : {"提申请", "意见征集", "全部内容", "搜索", "政策解读"}) {
    const auto page_after = [&](int hits) {
      Booth booth;
      booth.go("tap 开始使用");
      const auto [x, y] = booth.place(tile);
      for (int hit = 0; hit < hits; ++hit) booth.tap_quickly(x, y);
      booth->settle();
      return booth->tree().describe();
    };
    EXPECT_EQ(page_after(1), page_after(2)) << tile;
  }
}

TEST(Hands, WhoHasJustComeNeedNotSeeThePageOfWhoLeft) {
  Booth booth;
  booth.go("tap 开始使用\ntap 意见征集\ntap 意见反馈\ntap 满意\nwait 181\nexpect 您还在吗？\ntap 我是刚来的，从头开始\nexpect 开始使用");
  EXPECT_FALSE(booth->model().visit);
}

TEST(Hands, AReleaseThatRunsOutWhileTheKioskRunsIsLabelled) {
  Booth booth;
  booth.go("tap 开始使用\nexpect 您想做什么\nexpect not 这台机器的内容已经过了有效期\ntap 结束");
  booth.clock.advance(std::chrono::days(400));
  booth->tick();
  booth.go("tap 开始使用\nexpect 您想做什么\nexpect 这台机器的内容已经过了有效期");
}

TEST(Hands, WhoTypesOnAKeyboardIsNotAskedWhetherTheyAreThere) {
  Booth booth;
  booth.go("tap 开始使用\ntap 提申请\ntap 您想要什么信息");
  for (int second = 0; second < 200; ++second) {
    booth.clock.advance(seconds(1));
    booth->tick();
    booth.feed(platform::TextTyped{"字"});
  }
  EXPECT_EQ(booth->model().asking, Asking::Nothing);
  booth.go("wait 181\nexpect 您还在吗？");
  booth.feed(platform::TextTyped{"漏"});
  EXPECT_FALSE(booth.shows("漏"));
}

TEST(Hands, AScannedCodeIsNotReadAsPinyin) {
  Booth booth;
  booth.go("tap 开始使用\ntap 提申请\ntap 您想要什么信息");
  for (const char c : std::string("ab12cd9x")) {
    booth.clock.advance(Milliseconds(6));
    booth.feed(platform::TextTyped{std::string(1, c)});
  }
  booth.go("tap 完成 in 键盘");
  EXPECT_TRUE(booth.shows("ab12cd9x")) << booth->tree().text();
}

TEST(Hands, FingersOnAKeyboardChooseByDigit) {
  Booth booth;
  booth.go("tap 开始使用\ntap 提申请\ntap 您想要什么信息");
  for (const char c : std::string("zhengwu1")) {
    booth.clock.advance(Milliseconds(120));
    booth.feed(platform::TextTyped{std::string(1, c)});
  }
  EXPECT_TRUE(booth.shows("政务")) << booth->tree().text();
}

TEST(Hands, TheContentsLeadToTheirHeading) {
  for (const bool wide : {true, false}) {
    Booth booth(wide ? platform::Size{1920, 1080} : platform::Size{1080, 1920});
    booth.go(
        "tap 开始使用\ntap 搜索\ntype 搜索 政府信息公开条例\npress Enter\ntap "
        "中华人民共和国政府信息公开条例（内容要点）");
    if (!wide) booth.go("tap 目录");
    booth.go("tap 有困难的人 in 目录");
    const auto& nodes = booth.nodes();
    const auto heading = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& node) {
      return node.role == ui::Role::Heading && node.label == "有困难的人";
    });
    ASSERT_NE(heading, nodes.end());
    EXPECT_GT(heading->visible.h, 40);
    EXPECT_LT(heading->rect.y, 540) << "and at the top of the page";
  }
}

TEST(Hands, ADocumentNoLongerInForceSaysSoWhereverOneReads) {
  Booth booth;
  ASSERT_TRUE(booth->take_release(Published::get().next()));
  booth.go("tap 开始使用\ntap 搜索\ntype 搜索 旧路灯的第三十节\npress Enter\ntap 旧路灯办法");
  const auto warning = booth->tree().find("注意：本文件已废止");
  const auto title = booth->tree().find("旧路灯办法", "旧路灯办法");
  ASSERT_TRUE(warning && title);
  EXPECT_LT(booth.nodes()[*title].visible.h, 1) << "the search led into the middle";
  EXPECT_GT(booth.nodes()[*warning].visible.h, 40);
}

TEST(Hands, AFilterOfManyValuesLeavesRoomForWhatItFilters) {
  Booth booth;
  ASSERT_TRUE(booth->take_release(Published::get().next()));
  booth.go("tap 开始使用\ntap 全部内容\ntap 2021年工作要点\ntap 按单位");
  const auto values = [&] {
    return std::count_if(booth.nodes().begin(), booth.nodes().end(), [](const auto& node) { return node.role == ui::Role::Chip && node.label.starts_with("第"); });
  };
  EXPECT_LE(values(), 12);
  booth.go("scroll to 还有\ntap 还有");
  EXPECT_EQ(values(), 40);
}

TEST(Hands, NothingTypedStaysInTheKitAfterTheVisit) {
  Booth booth;
  booth.go("tap 开始使用\ntap 提申请\ntype 您想要什么信息 我的秘密");
  ASSERT_TRUE(booth->display().ui().remembers("我的秘密"));
  booth.go("tap 结束\ntap 结束并清除");
  booth->settle();
  EXPECT_FALSE(booth->display().ui().remembers("我的秘密"));
}

}  // namespace
}  // namespace mingting
