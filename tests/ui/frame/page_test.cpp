// Where the frame puts the parts of a page: in every size, direction and reach the next step is in view, and
// what is touched in low reach is within reach.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/easel.hpp"
#include "ui/gallery.hpp"

namespace mingting::ui {
namespace {

constexpr platform::Size kSmall{800, 600};

/// A page with every part: asides before and after, more than a screen of body, two actions.
struct Whole {
  bool typing = false;
  bool open = false;
  int toggled = 0, next = 0;

  void draw(Ui& ui) {
    auto frame = gallery_pages::framed("whole", "整页");
    auto& page = frame.page;
    page.pinned = [&] { ui.notice("pinned", NoticeKind::Problem, "注意：本文件已废止。"); };
    page.head = [&] { ui.heading("您想要什么信息？"); };
    page.body = [&] {
      for (int i = 0; i < 40; ++i) ui.row({.id = std::to_string(i), .label = fmt::format("第{}行", i)});
    };
    page.asides = {{.id = "contents",
                    .label = "目录",
                    .body = [&] { ui.row({.id = "one", .label = "第一章"}); },
                    .open = open,
                    .toggled = [this] { ++toggled; }},
                   {.id = "related",
                    .label = "相关内容",
                    .body = [&] { ui.row({.id = "other", .label = "解读"}); },
                    .headed = true,
                    .after = true}};
    page.actions = {{.id = "next", .label = "下一步", .tapped = [this] { ++next; }},
                    {.id = "print", .label = "打印回执", .icon = "print", .kind = ButtonKind::Secondary}};
    if (typing) frame.dock = [&] { gallery_pages::keyboard(ui); };
    ui.frame(frame);
  }
};

void show(Easel& easel, Whole& whole) {
  easel.show([&](Ui& ui) { whole.draw(ui); });
  easel.frames(3);
}

bool is_whole(const Node& node) {
  return node.visible.h == node.rect.h && node.visible.w == node.rect.w;
}

using Case = std::tuple<platform::Size, TextSize, bool, bool>;

class Everywhere : public ::testing::TestWithParam<Case> {};

TEST_P(Everywhere, TheNextStepIsInViewAndScrollingLeavesItThere) {
  const auto [size, type, typing, low] = GetParam();
  Easel easel(size);
  easel.appearance.size = type;
  easel.appearance.low_reach = low;
  Whole whole{.typing = typing};
  show(easel, whole);
  for (const char* label : {"下一步", "结束"}) EXPECT_TRUE(is_whole(easel.node(label))) << label;
  const bool beside_keyboard = typing && size.width > size.height;  // where there is room for one alone
  EXPECT_EQ(easel.has("打印回执"), !beside_keyboard);
  if (!beside_keyboard) {
    EXPECT_TRUE(is_whole(easel.node("打印回执")));
  }
  const auto before = easel.node("下一步").rect;
  easel.ui().bring_into_view("30");
  easel.frames(2);
  EXPECT_EQ(easel.node("下一步").rect, before);
  easel.tap("下一步");
  EXPECT_EQ(whole.next, 1);
}

INSTANTIATE_TEST_SUITE_P(All, Everywhere,
                         ::testing::Combine(::testing::Values(kPortrait, kLandscape, kSmall),
                                            ::testing::Values(TextSize::Standard, TextSize::ExtraLarge),
                                            ::testing::Bool(), ::testing::Bool()));

TEST(Asides, FoldBehindTheirButtonOnANarrowScreen) {
  Easel easel;
  Whole whole;
  show(easel, whole);
  EXPECT_FALSE(easel.has("第一章"));
  easel.tap("目录");
  EXPECT_EQ(whole.toggled, 1);
  whole.open = true;
  easel.frames(2);
  EXPECT_LT(easel.node("第一章").rect.y, easel.node("第0行").rect.y);
  EXPECT_GT(easel.node("解读").rect.y, easel.node("第39行").rect.y);
}

TEST(Asides, StandOpenBesideTheColumnOnAWideScreenAndScrollByThemselves) {
  Easel easel(kLandscape);
  Whole whole;
  show(easel, whole);
  const auto chapter = easel.node("第一章").rect;
  const auto row = easel.node("第0行").rect;
  EXPECT_GE(chapter.x, row.x + row.w);
  easel.ui().bring_into_view("30");
  easel.frames(2);
  EXPECT_EQ(easel.node("第一章").rect, chapter);
}

TEST(Asides, GiveWayToTheKeyboard) {
  Easel easel(kLandscape);
  Whole whole{.typing = true};
  show(easel, whole);
  EXPECT_FALSE(easel.has("第一章"));
  EXPECT_TRUE(easel.has("目录"));
}

TEST(LowReach, WhatIsTouchedBeginsInTheLowerHalfAndTheHeadStandsAbove) {
  Easel easel;
  easel.appearance.low_reach = true;
  Whole whole;
  show(easel, whole);
  for (const auto& node : easel.tree().nodes()) {
    if (!node.target || node.visible.h <= 0) continue;
    EXPECT_GE(node.visible.y, 959) << node.label;
  }
  EXPECT_LT(easel.node("您想要什么信息？").rect.y, 960);
}

TEST(LowReach, WhatIsReadGoesOnAboveAndEveryTargetCanBeBroughtDown) {
  Easel easel;
  easel.appearance.low_reach = true;
  Whole whole;
  show(easel, whole);
  for (const int row : {0, 20, 39, 3}) {
    easel.ui().bring_into_view(std::to_string(row));
    easel.frames(2);
    EXPECT_GE(easel.node(fmt::format("第{}行", row)).rect.y, 959) << row;
  }
  easel.drag(500, 1600, 1000, 10);
  easel.up();
  easel.settle();
  const auto& nodes = easel.tree().nodes();
  EXPECT_TRUE(std::any_of(nodes.begin(), nodes.end(), [](const Node& node) {
    return node.role == Role::Row && node.visible.h > 0 && node.visible.y < 900;
  }));
}

/// A head of so many lines and something to read above it.
void show_above(Easel& easel, int lines) {
  easel.show([lines](Ui& ui) {
    auto frame = gallery_pages::framed("page", "页");
    frame.page.above = [&ui] { ui.text("最新内容"); };
    frame.page.head = [&ui, lines] {
      for (int i = 0; i < lines; ++i) ui.text(fmt::format("第{}句", i));
    };
    frame.page.body = [&ui] { ui.row({.id = "row", .label = "一行"}); };
    ui.frame(frame);
  });
  easel.frames(3);
}

TEST(LowReach, WhatIsWorthReadingStandsOverTheHeadWhereAllOfItHasRoom) {
  Easel easel;
  show_above(easel, 1);
  EXPECT_FALSE(easel.has("最新内容")) << "standing, the page begins with its head";
  easel.appearance.low_reach = true;
  show_above(easel, 1);
  EXPECT_TRUE(is_whole(easel.node("最新内容")));
  EXPECT_LT(easel.node("最新内容").rect.y, easel.node("第0句").rect.y);
  EXPECT_LT(easel.node("第0句").rect.y, 960);
  EXPECT_GE(easel.node("一行").rect.y, 959);
  show_above(easel, 14);
  EXPECT_FALSE(easel.has("最新内容"));
  EXPECT_GE(easel.node("一行").rect.y, 959);
}

TEST(LowReach, AFieldTypedInIsWholeAboveTheKeyboardAlsoAfterTheTypeHasGrown) {
  Easel easel;
  easel.appearance.low_reach = true;
  easel.show([](Ui& ui) {
    auto frame = gallery_pages::framed("form", "表");
    frame.page.head = [&ui] { ui.heading("申请人的证件"); };
    frame.page.body = [&ui] {
      for (int i = 0; i < 6; ++i) ui.field({.id = std::to_string(i), .label = fmt::format("第{}题", i), .focused = i == 2});
    };
    frame.page.actions = {{.id = "next", .label = "下一步"}};
    frame.dock = [&] { gallery_pages::keyboard(ui); };
    ui.frame(frame);
  });
  for (const auto size : {TextSize::Standard, TextSize::ExtraLarge, TextSize::Large}) {
    easel.appearance.size = size;
    easel.frames(30);
    EXPECT_TRUE(is_whole(easel.node("第2题"))) << static_cast<int>(size);
    EXPECT_LT(easel.node("第2题").rect.y + easel.node("第2题").rect.h, easel.node("下一步").rect.y);
  }
}

TEST(LowReach, TheSearchFieldStandsAtTheFoot) {
  Easel easel;
  easel.appearance.low_reach = true;
  easel.show([](Ui& ui) {
    auto frame = gallery_pages::framed("search", "查信息");
    frame.page.entry = [&ui] { ui.search_field({.id = "search", .label = "搜索"}); };
    frame.page.body = [&ui] {
      for (int i = 0; i < 20; ++i) ui.row({.id = std::to_string(i), .label = fmt::format("第{}行", i)});
    };
    ui.frame(frame);
  });
  easel.frames(3);
  const auto& field = easel.node("搜索");
  EXPECT_TRUE(is_whole(field));
  EXPECT_GT(field.rect.y, 1500);
  EXPECT_LT(field.rect.y + field.rect.h, easel.node("结束").rect.y);
}

/// How many characters of its size stand in a line of this text, on the average of its lines; figures and
/// Latin are half as wide.
double characters_a_line(const Node& node) {
  double all = 0;
  for (const char c : node.label)
    all += static_cast<unsigned char>(c) < 0x80 ? 0.55 : (c & 0xC0) != 0x80 ? 1 : 0;
  return all / std::max(1L, std::lround(node.rect.h / (node.em * node.line)));
}

TEST(WideScreen, NoLineIsLongerThanThirtyFourCharacters) {
  for (const auto type : {TextSize::Standard, TextSize::Large, TextSize::ExtraLarge}) {
    Easel easel(kLandscape);
    easel.appearance.size = type;
    for (const auto& page : gallery()) {
      easel.show(page.draw);
      easel.frames(3);
      for (const auto& node : easel.tree().nodes()) {
        if (node.em <= 0 || (node.role != Role::Text && node.role != Role::Heading)) continue;
        EXPECT_LE(characters_a_line(node), 34.5) << page.name << ": " << node.label;
      }
    }
  }
}

TEST(WideScreen, EightLinesOfTheLargestTypeStandOnAPageThatIsRead) {
  Easel easel(kLandscape);
  easel.appearance.size = TextSize::ExtraLarge;
  std::string text;
  for (int i = 0; i < 400; ++i) text += "字";
  easel.show([&](Ui& ui) {
    auto frame = gallery_pages::framed("reading", "文件");
    frame.page.body = [&] { ui.text(text); };
    frame.page.asides = gallery_pages::reading_asides(ui);
    frame.page.actions = {{.id = "comment", .label = "对这份草案提意见"}};
    ui.frame(frame);
  });
  easel.frames(3);
  const auto& node = easel.node("字字字");
  EXPECT_GE(node.visible.h / (node.em * node.line), 8);
}

/// A page that fills: a poster that turns among six, with something to read after it.
void fill(Easel& easel, const std::string& words) {
  easel.show([&easel, words](Ui& ui) {
    auto frame = gallery_pages::framed("poster", "公告");
    frame.page.fills = true;
    frame.page.body = [&] {
      ui.poster({.id = "slide", .label = "海报"}, [&] { ui.text(words, {.style = TextStyle::Title}); },
                [&] { ui.dots("第 2 条，共 6 条", 1, 6); });
    };
    frame.page.asides = {{.id = "hours", .label = "大厅", .body = [&] { ui.text("九点到五点"); }, .after = true}};
    frame.page.actions = {{.id = "start", .label = "开始使用", .large = true}};
    ui.frame(frame);
  });
  easel.frames(3);
}

TEST(Filling, APosterTakesTheRoomThatIsLeftAndThePageDoesNotScroll) {
  for (const auto size : {kPortrait, kLandscape, platform::Size{1080, 2400}, kSmall}) {
    SCOPED_TRACE(fmt::format("{}x{}", size.width, size.height));
    Easel easel(size);
    fill(easel, "现场听政策解读");
    const auto poster = easel.node("海报").rect;
    const auto start = easel.node("开始使用").rect;
    EXPECT_TRUE(is_whole(easel.node("九点到五点")));
    EXPECT_TRUE(is_whole(easel.node("第 2 条，共 6 条")));
    EXPECT_GT(poster.h, 0.2F * static_cast<float>(size.height));
    EXPECT_LT(poster.y + poster.h, start.y);
    EXPECT_NEAR(easel.node("开始使用").rect.h, 200 * static_cast<float>(std::min(size.width, size.height)) / 1080, 1);
  }
}

TEST(Filling, FewWordsOfAPosterAreLargerThanMany) {
  Easel easel;
  fill(easel, "短");
  const float few = easel.node("短").em;
  std::string many;
  for (int i = 0; i < 150; ++i) many += "多";
  fill(easel, many);
  EXPECT_GT(few, easel.node("多多").em);
  EXPECT_GE(easel.node("多多").em, 46);
}

TEST(Filling, TilesShareTheRoomThatIsLeft) {
  Easel easel;
  float before = 0;
  for (const bool fills : {false, true}) {
    easel.show([fills](Ui& ui) {
      auto frame = gallery_pages::framed("tiles", "首页");
      frame.page.fills = fills;
      frame.page.body = [&] {
        ui.grid(2, 24, 4, [&](int index) { ui.tile({.id = std::to_string(index), .label = fmt::format("第{}格", index), .icon = "card"}); });
      };
      ui.frame(frame);
    });
    easel.frames(3);
    if (!fills) before = easel.node("第3格").rect.h;
  }
  EXPECT_GT(easel.node("第3格").rect.h, 1.5F * before);
  EXPECT_EQ(easel.node("第0格").rect.h, easel.node("第3格").rect.h);
  EXPECT_TRUE(is_whole(easel.node("第3格")));
}

TEST(Filling, ChoicesShareTheRoomThatIsLeftWithinReason) {
  Easel easel;
  float before = 0;
  for (const bool fills : {false, true}) {
    easel.show([fills](Ui& ui) {
      auto frame = gallery_pages::framed("form", "表");
      frame.page.fills = fills;
      frame.page.body = [&] {
        ui.choice({.id = "one", .label = "个人", .sharing = 2});
        ui.fold("more", "单位", 1);
      };
      ui.frame(frame);
    });
    easel.frames(3);
    if (!fills) before = easel.node("个人").rect.h;
  }
  EXPECT_GT(easel.node("个人").rect.h, 1.4F * before);
  EXPECT_LT(easel.node("个人").rect.h, 2 * before);
  EXPECT_EQ(easel.node("个人").rect.h, easel.node("单位").rect.h);
}

TEST(Places, EveryOneKeepsItsPlaceAndTheOneWhereOneIsAnswersNothing) {
  Easel easel;
  int tapped = 0;
  easel.show([&](Ui& ui) {
    Ui::Frame frame{.page_id = "home", .label = "首页"};
    frame.places = {{.id = "back", .label = "返回", .icon = "back", .enabled = false, .tapped = [&] { ++tapped; }},
                    {.id = "home", .label = "主页", .icon = "home", .tapped = [&] { ++tapped; }, .here = true}};
    ui.frame(frame);
  });
  easel.frames(3);
  std::vector<Rect> places;
  for (const auto& node : easel.tree().nodes()) {
    if (node.role != Role::Button) continue;
    EXPECT_TRUE(is_whole(node)) << node.label;
    EXPECT_FALSE(node.enabled) << node.label;
    places.push_back(node.rect);
  }
  ASSERT_EQ(places.size(), 2U);
  for (const auto& at : places) easel.tap(at.x + at.w / 2, at.y + at.h / 2);
  EXPECT_EQ(tapped, 0);
}

TEST(Dialogs, TheirActionsAreInViewHoweverMuchTheySay) {
  for (const auto cover : {Ui::Cover::Card, Ui::Cover::Window}) {
    Easel easel(kSmall);
    easel.appearance.size = TextSize::ExtraLarge;
    easel.show([&](Ui& ui) {
      Page page;
      page.head = [&] {
        for (int i = 0; i < 30; ++i) ui.text(fmt::format("第{}句", i));
      };
      page.actions = {{.id = "ok", .label = "好了"},
                      {.id = "no", .label = "再看一下", .kind = ButtonKind::Secondary}};
      ui.dialog("d", "提问", cover, page);
    });
    easel.frames(3);
    EXPECT_TRUE(is_whole(easel.node("好了")));
    EXPECT_TRUE(is_whole(easel.node("再看一下")));
    EXPECT_GT(easel.node("第0句").visible.h, 0);
  }
}

}  // namespace
}  // namespace mingting::ui
