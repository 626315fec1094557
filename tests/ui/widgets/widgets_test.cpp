// Single widgets: what they answer and record.
#include <fmt/format.h>

#include <numeric>

#include "ui/easel.hpp"
#include "ui/gallery.hpp"

namespace mingting::ui {
namespace {

using ::testing::HasSubstr;

class Widgets : public ::testing::Test {
 protected:
  void body(std::function<void(Ui&)> draw) {
    easel_.show([draw = std::move(draw)](Ui& ui) {
      ui.frame({.page_id = "page", .label = "页", .page = {.body = [&] { draw(ui); }}});
    });
    easel_.frames(3);
  }
  /// A page of questions; while `typing`, the one numbered 6 has the focus and the keyboard is there.
  void form(int questions, const bool& typing) {
    easel_.show([questions, &typing](Ui& ui) {
      Ui::Frame frame{.page_id = "form", .label = "表"};
      frame.page.body = [&] {
        for (int i = 0; i < questions; ++i)
          ui.field({.id = std::to_string(i), .label = fmt::format("第{}题", i), .focused = typing && i == 6});
      };
      if (typing) frame.dock = [&] { gallery_pages::keyboard(ui); };
      ui.frame(frame);
    });
  }
  Easel easel_;
};

TEST_F(Widgets, AFieldTellsItsRoomAndNotes) {
  body([&](Ui& ui) { ui.field({.id = "f", .label = "标题", .help = "一句话", .room = "还可以写 3 个字", .notes = {"有 1 个字画不出来"}, .value = "路灯"}); });
  EXPECT_EQ(easel_.node("标题").note, "一句话 还可以写 3 个字 有 1 个字画不出来");
}

TEST_F(Widgets, WordsThatWereNotTakenAreTroubleNotAdvice) {
  FieldView field{.id = "f", .label = "标题", .room = "后面的没有放进来。", .value = "路灯"};
  body([&](Ui& ui) { ui.field(field); });
  const auto quiet = easel_.node("标题").ink;
  field.lost = true;
  easel_.frames(2);
  EXPECT_NE(easel_.node("标题").ink, quiet);
  bool warns = false;
  body([&](Ui& ui) { ui.candidates("", {}, false, false, {"后面的没有放进来。", warns}); });
  const auto hint = easel_.node("后面的没有放进来。").ink;
  warns = true;
  easel_.frames(2);
  EXPECT_NE(easel_.node("后面的没有放进来。").ink, hint);
}

TEST_F(Widgets, FactsStandInOneColumnWithThoseBeside) {
  const std::vector<std::pair<std::string, std::string>> facts{{"名", "一个值，长得一行刚好放得下，标签再宽些就要折成两行了。"}};
  std::vector<std::string> beside;
  body([&](Ui& ui) { ui.facts("f", facts, beside); });
  const float alone = easel_.node("名").rect.h;
  beside = {"一个很长很长很长的标签"};
  easel_.frames(2);
  EXPECT_GT(easel_.node("名").rect.h, alone);
}

TEST_F(Widgets, ANumberAmongFactsStandsOnOneLineUnderItsLabelWhereThereIsNoRoomBeside) {
  const std::string number = "NM-A01-20261103-0001-V";
  body([&](Ui& ui) {
    const std::vector<float> weights{4, 6};
    ui.columns(weights, 0, [&](int column) {
      const std::vector<std::pair<std::string, std::string>> facts{{column == 0 ? "窄" : "宽", number}};
      ui.facts(column == 0 ? "narrow" : "wide", facts);
    });
  });
  const float narrow = easel_.node("窄").rect.h, wide = easel_.node("宽").rect.h;
  EXPECT_GT(narrow, wide) << "under its label";
  EXPECT_LT(narrow, 2 * wide + 20) << "and no third line";
}

TEST_F(Widgets, ANumberStandsOnOneLineInTheLargestSizeThatFits) {
  easel_.appearance.size = TextSize::ExtraLarge;
  const std::string number = "NM-K01-20261123-0001-B";
  body([&](Ui& ui) {
    ui.text(number, {.style = TextStyle::Display, .bold = true, .one_line = true});
    ui.text("短", {.style = TextStyle::Display, .bold = true, .one_line = true});
  });
  const auto& node = easel_.node(number);
  EXPECT_LE(node.rect.h, node.em * 2);
  EXPECT_GE(node.em, 64) << "as large as the page lets it be";
  EXPECT_LT(node.em, easel_.node("短").em);
}

TEST_F(Widgets, ACaptionMakesNoTileHigher) {
  for (const auto size : {TextSize::Standard, TextSize::Large, TextSize::ExtraLarge}) {
    easel_.appearance.size = size;
    body([&](Ui& ui) {
      ui.grid(2, 24, 2, [&](int index) {
        ui.tile({.id = std::to_string(index), .label = index == 0 ? "提申请" : "查进度", .caption = index == 0 ? "" : "凭编号和查询码", .icon = "apply"});
      });
      ui.tile({.id = "alone", .label = "办事指南", .icon = "guide"});
    });
    EXPECT_EQ(easel_.node("查进度").rect.h, easel_.node("办事指南").rect.h);
    EXPECT_EQ(easel_.node("查进度").note, "凭编号和查询码") << "it is read out all the same";
  }
}

TEST_F(Widgets, TimeThatIsLeftIsOneNodeWithItsNumber) {
  body([](Ui& ui) { ui.countdown("还有 12 秒", 12, 30); });
  EXPECT_EQ(easel_.node("还有 12 秒").role, Role::Progress);
  EXPECT_EQ(easel_.node("还有 12 秒").value, "12/30");
}

TEST_F(Widgets, AKeysWordStandsOnOneLine) {
  easel_.appearance.size = TextSize::ExtraLarge;
  body([&](Ui& ui) {
    std::vector<KeyView> row{{.id = "split", .label = "分隔"}};
    for (int i = 0; i < 15; ++i) row.push_back({.id = std::to_string(i), .label = std::to_string(i)});
    const std::vector<std::vector<KeyView>> rows{row};
    ui.keys("k", rows);
  });
  const auto& key = easel_.node("分隔");
  EXPECT_LE(2 * key.em, key.rect.w);
}

TEST_F(Widgets, ChipsWrapAndAnswerTheirIndex) {
  std::vector<ChipView> chips;
  for (int i = 0; i < 12; ++i)
    chips.push_back(
        {.id = std::to_string(i), .label = fmt::format("第{}个筛选条件", i), .count = 3, .selected = i == 4});
  std::optional<std::size_t> tapped;
  body([&](Ui& ui) {
    if (const auto index = ui.chips("c", "筛选", chips)) tapped = index;
  });
  EXPECT_GT(easel_.node("第11个").rect.y, easel_.node("第0个").rect.y + 150);
  EXPECT_TRUE(easel_.node("第4个").selected);
  EXPECT_EQ(easel_.node("第4个").value, "3");
  easel_.tap("第7个", "筛选");
  EXPECT_EQ(tapped, 7U);
}

TEST_F(Widgets, ATappedFieldPutsTheCaretWhereTheFingerWas) {
  std::optional<std::size_t> caret;
  FieldView field{.id = "f", .label = "描述", .value = "一二三四五六七八九十\n第二段", .lines = 4};
  body([&](Ui& ui) {
    if (const auto at = ui.field(field)) caret = at;
  });
  const auto rect = easel_.node("描述").rect;
  const float em = 38;
  easel_.tap(rect.x + 24 + em * 3.1F, rect.y + 20 + 25);
  EXPECT_EQ(caret, 3U);
  easel_.tap(rect.x + rect.w - 30, rect.y + 20 + 25);
  EXPECT_EQ(caret, 10U) << "beyond the end of the first line";
  easel_.tap(rect.x + 24 + em * 1.9F, rect.y + 20 + 25 + 51);
  EXPECT_EQ(caret, 13U) << "the second line: the line feed counts";
  easel_.tap(rect.x + 24 + em * 1.9F, rect.y + rect.h - 10);
  EXPECT_EQ(caret, 13U) << "below the text: its last line";
}

TEST_F(Widgets, TheCaretIsCountedInTheValueWhileComposing) {
  std::optional<std::size_t> caret;
  FieldView field{
      .id = "f", .label = "姓名", .value = "欧阳", .composing = "xia", .caret = 1, .focused = true};
  body([&](Ui& ui) {
    if (const auto at = ui.field(field)) caret = at;
  });
  const auto rect = easel_.node("姓名").rect;
  easel_.tap(rect.x + rect.w - 40, rect.y + rect.h / 2);
  EXPECT_EQ(caret, 2U);
  easel_.tap(rect.x + 24 + 50, rect.y + rect.h / 2);
  EXPECT_EQ(caret, 1U) << "in the letters being composed";
}

TEST_F(Widgets, AFieldRecordsItsErrorAndGrowsWithItsText) {
  FieldView field{.id = "f",
                  .label = "电话",
                  .help = "手机或座机",
                  .error = "少了两位数字。",
                  .value = "138",
                  .lines = 2};
  body([&](Ui& ui) { ui.field(field); });
  EXPECT_EQ(easel_.node("电话").note, "少了两位数字。");
  EXPECT_EQ(easel_.node("电话").value, "138");
  const float before = easel_.node("电话").rect.h;
  for (int i = 0; i < 200; ++i) field.value += "字";
  easel_.frames(2);
  EXPECT_GT(easel_.node("电话").rect.h, before + 100);
}

TEST_F(Widgets, AFocusedFieldIsKeptInViewWhenTheKeyboardComes) {
  bool typing = false;
  form(9, typing);
  easel_.frames(3);
  typing = true;
  easel_.frames(4);
  const auto& field = easel_.node("第6题");
  EXPECT_EQ(field.visible.h, field.rect.h);
  EXPECT_LT(field.rect.y + field.rect.h, easel_.node("键盘").rect.y);
}

TEST_F(Widgets, WhenTheKeyboardGoesThePageStandsWhereItStoodUnlessAFingerMovedIt) {
  bool typing = false;
  form(12, typing);
  const auto type_and_stop = [&](bool finger) {
    typing = true;
    easel_.frames(4);
    EXPECT_LT(easel_.node("第6题").rect.y + easel_.node("第6题").rect.h, easel_.node("键盘").rect.y);
    if (finger) easel_.drag(500, 500, 400, 8), easel_.move(500, 400), easel_.frames(20), easel_.up();
    typing = false;
    easel_.frames(4);
    return easel_.node("第0题").rect.y;
  };
  easel_.frames(3);
  const float before = easel_.node("第0题").rect.y;
  EXPECT_EQ(type_and_stop(false), before);
  EXPECT_EQ(type_and_stop(false), before) << "and the second time it is brought into view again";
  EXPECT_LT(type_and_stop(true), before);
}

TEST_F(Widgets, KeysAnswerWhenTouchedAndAHeldBackspaceRepeats) {
  std::vector<std::string> typed;
  body([&](Ui& ui) {
    const std::vector<KeyView> row{{.id = "a", .label = "a"},
                                   {.id = "backspace", .label = "退格", .icon = "backspace"}};
    if (const auto key = ui.keys("k", std::vector<std::vector<KeyView>>{row})) typed.push_back(*key);
  });
  const auto a = easel_.node("a").rect;
  easel_.down(a.x + 20, a.y + 20);
  EXPECT_THAT(typed, ::testing::ElementsAre("a"));
  easel_.frames(60);
  easel_.up();
  EXPECT_THAT(typed, ::testing::ElementsAre("a")) << "a letter does not repeat, nor answer again when let go";
  const auto back = easel_.node("退格").rect;
  easel_.down(back.x + 20, back.y + 20);
  easel_.frames(60);
  easel_.up();
  EXPECT_GT(typed.size(), 6U);
}

TEST_F(Widgets, CandidatesThatDoNotFitComeWithTheNextPage) {
  std::vector<std::string> words;
  for (int i = 0; i < 9; ++i) words.push_back(fmt::format("社会保险{}", i));
  std::optional<int> tapped;
  body([&](Ui& ui) {
    if (const auto index = ui.candidates("she hui bao xian", words, false, true)) tapped = index;
  });
  EXPECT_FALSE(easel_.has("社会保险8"));
  for (int i = 0; i < 4 && !easel_.has("社会保险8"); ++i) easel_.tap("›");
  EXPECT_FALSE(tapped.has_value()) << "the page after is not asked for before all are shown";
  easel_.tap("社会保险8");
  EXPECT_EQ(tapped, 8);
  easel_.tap("›");
  EXPECT_EQ(tapped, -2);
}

TEST_F(Widgets, RatingAnswersOneToFive) {
  const std::string words[] = {"很不满意", "不满意", "一般", "满意", "非常满意"};
  std::optional<int> tapped;
  body([&](Ui& ui) {
    if (const auto stars = ui.rating("r", "满意程度", words, 4)) tapped = stars;
  });
  EXPECT_TRUE(easel_.node("满意", "页").selected);
  easel_.tap("非常满意");
  EXPECT_EQ(tapped, 5);
}

TEST_F(Widgets, FiguresInGroupsKeepTheirValueAndTheCaretItsPlace) {
  std::optional<std::size_t> caret;
  FieldView field{.id = "f", .label = "证件号码", .value = "11010519491231002X", .groups = {6, 8, 4}};
  body([&](Ui& ui) {
    if (const auto at = ui.field(field)) caret = at;
  });
  EXPECT_EQ(easel_.node("证件号码").value, "11010519491231002X");
  const auto rect = easel_.node("证件号码").rect;
  std::vector<std::size_t> places;
  for (float x = rect.x + 24; x < rect.x + rect.w - 30; x += 5) {
    easel_.tap(x, rect.y + rect.h / 2);
    if (places.empty() || places.back() != *caret) places.push_back(*caret);
  }
  std::vector<std::size_t> all(19);
  std::iota(all.begin(), all.end(), 0U);
  EXPECT_EQ(places, all) << "every place between figures, and none in a gap";
}

TEST_F(Widgets, AFieldUnderItsHeadingSaysItsLabelOnceAndItsErrorAboveTheBox) {
  FieldView field{.id = "f", .label = "您的姓名", .headed = true};
  body([&](Ui& ui) { ui.field(field); });
  const float bare = easel_.node("您的姓名").rect.y;
  field.error = "这里还没有填，请填写。";
  easel_.frames(2);
  EXPECT_GT(easel_.node("您的姓名").rect.y, bare + 60);
  EXPECT_LT(easel_.node("这里还没有填，请填写。").rect.y, easel_.node("您的姓名").rect.y);
}

TEST_F(Widgets, AFoldIsAButton) {
  bool opened = false;
  body([&](Ui& ui) { opened = ui.fold("more", "我用其他证件") || opened; });
  EXPECT_EQ(easel_.node("我用其他证件").role, Role::Button);
  easel_.tap("我用其他证件");
  EXPECT_TRUE(opened);
}

TEST_F(Widgets, LinksInRunningTextAreTapped) {
  std::optional<std::string> tapped;
  body([&](Ui& ui) {
    if (const auto link = ui.rich_text("p", std::vector<ui::Run>{{.text = "参见"},
                                                                 {.text = "办理流程", .link = "item:flow"},
                                                                 {.text = "，或者"},
                                                                 {.text = "常见问题", .link = "item:faq"},
                                                                 {.text = "。"}}))
      tapped = link;
  });
  easel_.tap("常见问题");
  EXPECT_EQ(tapped, "item:faq");
  EXPECT_THAT(easel_.tree().text(), HasSubstr("参见办理流程，或者常见问题。"));
}

TEST_F(Widgets, TilesOfARowAreEquallyHigh) {
  body([&](Ui& ui) {
    ui.grid(2, 24, 2, [&](int i) {
      ui.tile({.id = std::to_string(i),
               .label = i == 0 ? "短" : "长",
               .caption = i == 0 ? "" : "说明很长很长，需要写成两行才放得下，请看"});
    });
  });
  EXPECT_EQ(easel_.node("短").rect.h, easel_.node("长").rect.h);
}

TEST_F(Widgets, AGridGivesUpColumnsForBigWords) {
  easel_.appearance.size = TextSize::ExtraLarge;
  body([&](Ui& ui) {
    ui.grid(4, 24, 4,
            [&](int i) { ui.tile({.id = std::to_string(i), .label = fmt::format("办事指南{}", i)}); });
  });
  EXPECT_GT(easel_.node("办事指南3").rect.y, easel_.node("办事指南0").rect.y);
}

TEST_F(Widgets, AWideTableBecomesAListWhereItsColumnsWouldBeTooNarrow) {
  easel_.appearance.size = TextSize::ExtraLarge;
  const std::vector<std::vector<std::string>> cells{{"事项", "部门", "时限", "费用", "地点", "电话", "材料"},
                                                    {"低保申请", "民政局社会救助科", "二十个工作日", "不收费",
                                                     "政务服务大厅一楼", "0851-85810000", "身份证、户口簿"}};
  body([&](Ui& ui) { ui.table("t", "一览", cells); });
  EXPECT_EQ(easel_.node("时限").value, "二十个工作日");
  easel_.appearance.size = TextSize::Standard;
  easel_.frames(2);
  EXPECT_EQ(easel_.node("时限").value, "");
}

TEST_F(Widgets, ATableBreaksNoFigure) {
  const std::vector<std::string> figures(8, "1,234,567.89");
  const std::vector<std::vector<std::string>> cells{{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"}, figures};
  body([&](Ui& ui) { ui.table("t", "一览", cells); });
  EXPECT_EQ(easel_.node("丁").value, figures[3]) << "a list of rows, where no figure is broken";
  const std::vector<std::vector<std::string>> narrow{{"甲", "乙"}, {"1,234,567.89", "长的说明文字，一行放不下，可以折行，折了也看得明白"}};
  body([&](Ui& ui) { ui.table("t", "一览", narrow); });
  EXPECT_EQ(easel_.node("甲").value, "") << "a table, where there is room";
}

TEST_F(Widgets, BusyIdsAreMadeUnique) {
  int tapped = -1;
  body([&](Ui& ui) {
    for (int i = 0; i < 3; ++i) {
      if (ui.button("same", fmt::format("第{}个", i))) tapped = i;
    }
  });
  easel_.tap("第1个");
  EXPECT_EQ(tapped, 1);
}

TEST_F(Widgets, ForgetsWhatWasTypedEvenWhenAskedInTheMiddleOfAFrame) {
  std::string secret = "张三的秘密";
  bool forget = false;
  body([&](Ui& ui) {
    ui.field({.id = "f", .label = "姓名", .value = secret});
    if (forget) ui.forget();
  });
  EXPECT_TRUE(easel_.ui().remembers("秘密"));
  secret.clear();
  forget = true;
  easel_.frame();
  forget = false;
  EXPECT_FALSE(easel_.ui().remembers("秘密"));
  easel_.frames(2);
  EXPECT_TRUE(easel_.has("姓名"));
}

TEST_F(Widgets, ATouchAnywhereStandsForTheActionThatAsksForIt) {
  int started = 0;
  int other = 0;
  easel_.show([&](Ui& ui) {
    Ui::Frame frame{.page_id = "page", .label = "页", .anywhere = "start"};
    frame.page.body = [&] { other += ui.button("other", "别的") ? 1 : 0; };
    frame.page.actions = {{.id = "start", .label = "开始", .tapped = [&] { ++started; }}};
    ui.frame(frame);
  });
  easel_.frames(3);
  easel_.tap(500, 1000);
  EXPECT_EQ(started, 1);
  easel_.tap("别的");
  EXPECT_EQ(started, 1);
  EXPECT_EQ(other, 1);
}

TEST(WideWidgets, TheKeyboardStandsBesideThePageInLandscape) {
  Easel wide(kLandscape);
  wide.show(gallery_pages::form);
  wide.frames(3);
  EXPECT_GE(wide.node("空格").rect.x, 960);
  EXPECT_LT(wide.node("申请人姓名").rect.x + wide.node("申请人姓名").rect.w, 960);
}

}  // namespace
}  // namespace mingting::ui
