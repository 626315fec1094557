// Rows, what folds, fact cards and timelines: where their words stand in every size.
#include "ui/easel.hpp"
#include "ui/gallery.hpp"

namespace mingting::ui {
namespace {

void show(Easel& easel, std::function<void(Ui&)> draw, bool broad = false) {
  easel.show([draw = std::move(draw), broad](Ui& ui) {
    Ui::Frame frame{.page_id = "page", .label = "页"};
    frame.page.broad = broad;
    frame.page.body = [&] { draw(ui); };
    ui.frame(frame);
  });
  easel.frames(3);
}

RowView row(std::string id, std::string label) {
  return {.id = std::move(id), .label = std::move(label), .fact = "牵头单位：区政府办公室", .date = "2026年11月20日"};
}

TEST(RowLines, ABadgeDoesNotMoveTheLines) {
  Easel easel;
  show(easel, [](Ui& ui) {
    ui.row(row("a", "没有标记的一条"));
    auto marked = row("b", "有标记的另一条");
    marked.badge = "示例";
    ui.row(marked);
  });
  EXPECT_EQ(easel.node("没有标记").rect.h, easel.node("有标记的另").rect.h);
  EXPECT_EQ(easel.node("有标记的另").value, "示例 牵头单位：区政府办公室 2026年11月20日");
}

TEST(RowLines, ALongFactKeepsItsOneLine) {
  Easel easel;
  easel.appearance.size = TextSize::ExtraLarge;
  show(easel, [](Ui& ui) {
    ui.row(row("a", "短的一条"));
    auto longer = row("b", "长的一条");
    for (int i = 0; i < 6; ++i) longer.fact += "、区发展和改革局";
    ui.row(longer);
  });
  EXPECT_EQ(easel.node("短的一条").rect.h, easel.node("长的一条").rect.h);
}

TEST(RowLines, StandInTwoColumnsWhereBothHaveRoomAndAreEquallyHigh) {
  const auto draw = [](Ui& ui) {
    ui.rows(3, [&](int i) {
      auto each = row(std::to_string(i), "第" + std::to_string(i) + "条");
      if (i == 1) each.passage = {{.text = "多出来的一行说明。"}};
      ui.row(each);
    });
  };
  {
    Easel wide(kLandscape);
    show(wide, draw, true);
    EXPECT_EQ(wide.node("第0条").rect.y, wide.node("第1条").rect.y);
    EXPECT_EQ(wide.node("第0条").rect.h, wide.node("第1条").rect.h);
    EXPECT_EQ(wide.node("第2条").rect.x, wide.node("第0条").rect.x);
    wide.appearance.size = TextSize::ExtraLarge;
    wide.frames(3);
    EXPECT_EQ(wide.node("第0条").rect.x, wide.node("第1条").rect.x) << "big words need the width";
  }
  Easel narrow;
  show(narrow, draw, true);
  EXPECT_EQ(narrow.node("第0条").rect.x, narrow.node("第1条").rect.x);
}

TEST(Folds, OpenUnderTheirLabelWithoutMovingTheOtherColumn) {
  Easel easel(kLandscape);
  int open = -1;
  show(
      easel,
      [&open](Ui& ui) {
        ui.rows(
            4,
            [&](int i) {
              const FoldView fold{.id = std::to_string(i), .label = "问题" + std::to_string(i), .open = open == i};
              if (ui.fold(fold, [&] { ui.text("这里是答案。"); })) open = open == i ? -1 : i;
            },
            Flow::Down);
      },
      true);
  const auto below = easel.node("问题1").rect, other = easel.node("问题3").rect;
  EXPECT_FALSE(easel.has("这里是答案"));
  easel.tap("问题0");
  easel.frames(2);
  EXPECT_TRUE(easel.node("问题0").selected);
  EXPECT_GT(easel.node("这里是答案").rect.y, easel.node("问题0").rect.y);
  EXPECT_GT(easel.node("问题1").rect.y, below.y);
  EXPECT_EQ(easel.node("问题3").rect, other);
}

TEST(FactCards, StandInTwoColumnsOnAWideScreenAndStackInTheLargestType) {
  const auto draw = [](Ui& ui) { gallery_pages::card(ui); };
  {
    Easel usual;
    usual.show(draw);
    usual.frames(3);
    EXPECT_EQ(usual.node("谁能申请").value, "个人、单位都可以。不用写理由。");
    EXPECT_EQ(usual.node("谁能申请").rect.x, usual.node("要什么").rect.x);
    EXPECT_GE(usual.node("谁能申请").em, 34) << "as large as running text";
  }
  Easel wide(kLandscape);
  wide.show(draw);
  wide.frames(3);
  EXPECT_EQ(wide.node("谁能申请").rect.y, wide.node("要什么").rect.y);
}

TEST(Timelines, StepsFollowOneAnotherAndTheLastWordIsWhole) {
  Easel easel;
  easel.appearance.size = TextSize::ExtraLarge;
  easel.show([](Ui& ui) { gallery_pages::way(ui); });
  easel.frames(3);
  EXPECT_LT(easel.node("正在办理").rect.y, easel.node("作出答复").rect.y);
  EXPECT_EQ(easel.node("正在办理").rect.x, easel.node("作出答复").rect.x);
  EXPECT_EQ(easel.node("下一步").visible.h, easel.node("下一步").rect.h);
}

TEST(Chips, InATrayKeepOffItsEdges) {
  Easel easel;
  std::vector<ChipView> chips;
  for (int i = 0; i < 9; ++i) chips.push_back({.id = std::to_string(i), .label = "筛选条件" + std::to_string(i)});
  show(easel, [&](Ui& ui) { ui.chips("t", "期限", chips, ChipsPlace::Tray); });
  const auto tray = easel.node("期限").rect;
  for (const char* label : {"条件0", "条件8"}) {
    const auto rect = easel.node(label).rect;
    EXPECT_GT(rect.x, tray.x + 10);
    EXPECT_LT(rect.x + rect.w, tray.x + tray.w - 10);
    EXPECT_GT(rect.y, tray.y + 10);
    EXPECT_LT(rect.y + rect.h, tray.y + tray.h - 10);
  }
}

}  // namespace
}  // namespace mingting::ui
