// Lines of text: where they break, how they are cut, where the caret stands; and how long a long document
// takes.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "ui/easel.hpp"
#include "ui/text/text_layout.hpp"

namespace mingting::ui {
namespace {

class Text : public ::testing::Test {
 protected:
  Text() : fonts_(load()), cache_(fonts_) {
    easel_.show([](Ui& ui) { ui.frame({.page_id = "p", .label = "页"}); });
  }
  Fonts load() {
    auto plan = platform::read_font_plan(disk(), Path(MINGTING_SOURCE) / "fonts/fonts.toml");
    auto fonts = Fonts::load(plan->screen);
    if (!fonts) throw std::runtime_error(worded(fonts.error()));
    return std::move(*fonts);
  }
  const Layout& lay(std::string_view text, float ems, int max_lines = 0, Wrap wrap = Wrap::Natural) {
    return cache_.lay({.text = text,
                       .spans = {},
                       .setting = {false, 34, 51},
                       .width = ems * 34,
                       .max_lines = max_lines,
                       .wrap = wrap});
  }
  std::vector<std::string> lines(const Layout& layout) {
    std::vector<std::string> all;
    for (const auto& line : layout.lines)
      all.push_back(layout.text.substr(line.begin, line.end - line.begin));
    return all;
  }

  Easel easel_;
  Fonts fonts_;
  TextCache cache_;
};

using ::testing::ElementsAre;

TEST_F(Text, NoLineBeginsWithAStopOrEndsWithAnOpeningMark) {
  const std::string text =
      "政府信息公开，是指《条例》规定的“主动公开”和（依申请）公开。公众可以申请，也可以查阅！";
  for (float ems = 4; ems < 24; ems += 0.5F) {
    for (const auto& line : lines(lay(text, ems))) {
      const auto all = to_code_points(line);
      EXPECT_EQ(std::u32string_view(U"，。！？、；：》）”").find(all.front()), std::u32string_view::npos)
          << ems << ": " << line;
      EXPECT_EQ(std::u32string_view(U"《（“").find(all.back()), std::u32string_view::npos)
          << ems << ": " << line;
    }
  }
}

TEST_F(Text, LosesNoCharacterAndKeepsToTheWidth) {
  const std::string text =
      "第一条 根据Regulations on Open Government "
      "Information等规定，2026年11月23日起施行。SupercalifragilisticexpialidociousSupercalifragilistic";
  for (float ems = 5; ems < 30; ems += 1) {
    const auto& layout = lay(text, ems);
    std::string joined;
    for (const auto& line : lines(layout)) joined += line;
    EXPECT_EQ(joined, text);
    EXPECT_LE(layout.width, ems * 34);
  }
}

TEST_F(Text, CutsWithAnEllipsisThatFits) {
  const auto& layout = lay("公开就业见习、职业技能培训补贴、社会保险补贴等稳就业政策的申领条件", 10, 2);
  EXPECT_TRUE(layout.cut);
  EXPECT_EQ(layout.lines.size(), 2U);
  EXPECT_LE(layout.lines[1].width, 340);
  EXPECT_FALSE(lay("短", 10, 2).cut);
}

TEST_F(Text, LineFeedsBreakAndAnEndingOneLeavesAnEmptyLine) {
  EXPECT_THAT(lines(lay("甲\n乙", 10)), ElementsAre("甲\n", "乙"));
  EXPECT_THAT(lines(lay("甲\n", 10)), ElementsAre("甲\n", ""));
  EXPECT_THAT(lines(lay("\n\n甲", 10)), ElementsAre("\n", "\n", "甲"));
  EXPECT_THAT(lines(lay("", 10)), ElementsAre(""));
}

TEST_F(Text, LabelsAreBalancedAndPreferSpaces) {
  EXPECT_THAT(lines(lay("政府信息公开申请表", 7, 2, Wrap::Balanced)), ElementsAre("政府信息", "公开申请表"));
  EXPECT_THAT(lines(lay("2026年11月23日 星期一 09:00", 9, 2, Wrap::Balanced)),
              ElementsAre("2026年11月23日 ", "星期一 09:00"));
  for (const auto& line :
       lines(lay("南明区行政规范性文件制定和监督管理办法（试行）", 22, 0, Wrap::Balanced))) {
    EXPECT_FALSE(line.starts_with("）")) << line;
  }
}

TEST_F(Text, ANumberTooLongForItsLineIsPartedAtItsHyphens) {
  const std::string number = "20261123-0001-B";
  const float ems = cache_.measure("20261123-00", {false, 34, 51}) / 34;
  EXPECT_THAT(lines(lay(number, ems)), ElementsAre("20261123-", "0001-B"));
  EXPECT_THAT(lines(lay("abcdefghijklmnopqrstuvwxyzabc", 6)).size(), ::testing::Gt(1U)) << "without a hyphen it is broken all the same";
}

TEST_F(Text, ALabelIsPartedAtAMarkInItsMiddle) {
  EXPECT_THAT(lines(lay("打分、来信、议草案", 8, 2, Wrap::Balanced)), ElementsAre("打分、来信、", "议草案"));
  EXPECT_THAT(lines(lay("甲，乙丙丁戊己庚辛壬癸", 8, 2, Wrap::Balanced)), ElementsAre("甲，乙丙丁", "戊己庚辛壬癸"))
      << "a mark near an end parts nothing";
}

TEST_F(Text, AFigureStandsWithItsUnit) {
  const std::string text = "意见采纳情况（2026年9月25日公布），共12条，20个工作日。";
  for (const auto wrap : {Wrap::Natural, Wrap::Balanced}) {
    for (float ems = 5; ems < 22; ems += 0.5F) {
      const auto all = lines(lay(text, ems, 0, wrap));
      for (std::size_t i = 1; i < all.size(); ++i) {
        const bool unit = std::u32string_view(U"年月日条个").find(to_code_points(all[i]).front()) != std::u32string_view::npos;
        EXPECT_FALSE(unit && std::isdigit(static_cast<unsigned char>(all[i - 1].back())) != 0) << ems << ": " << all[i];
      }
    }
  }
}

TEST_F(Text, MarksLeaveOffTheirBlankHalvesButNotWhileTheyAreTyped) {
  EXPECT_EQ(lay("甲”“乙", 20).width, 3.5F * 34);
  EXPECT_EQ(lay("甲”“乙", 20, 0, Wrap::Typed).width, 4 * 34);
  const auto& layout = lay("《条例》", 20);
  EXPECT_EQ(layout.width, 3 * 34);
  LineWalk walk(fonts_, layout, layout.lines[0]);
  ASSERT_TRUE(walk.next());
  EXPECT_EQ(walk.ink(), -17) << "its ink stands at the line's edge";
  EXPECT_EQ(walk.advance(), 17);
}

TEST_F(Text, ALineThatAlmostReachesTheEdgeReachesIt) {
  const auto& layout = lay("行政机关收到政府信息公开申请能够当场答复的应当当场予以答复", 10.5F);
  ASSERT_GT(layout.lines.size(), 2U);
  EXPECT_EQ(layout.lines[0].width, 10.5F * 34);
  const auto end = cache_.place(layout, layout.lines[1].begin - 3);  // before the last character
  EXPECT_NEAR(end.x + 34, 10.5F * 34, 1);
  EXPECT_EQ(layout.lines.back().stretch, 0);
}

TEST_F(Text, NamesOfTheHallAreNotTorn) {
  const std::string title = "关于印发南明区2021年政务公开工作要点的通知";
  EXPECT_THAT(lines(lay(title, 6.5F))[0], "关于印发南明");
  cache_.keep_whole({"贵阳市南明区"});
  EXPECT_THAT(lines(lay(title, 6.5F))[0], "关于印发");
}

TEST_F(Text, CaretAndPlaceAreEachOthersInverse) {
  const std::string text = "第一行有 some words 和𬭸字\n第二行";
  const auto& layout = lay(text, 9);
  for (std::size_t at = 0; at < text.size();) {
    const auto place = cache_.place(layout, at);
    EXPECT_EQ(cache_.byte_at(layout, place.x + 1, static_cast<float>(place.line) * 51 + 10), at);
    next_code_point(text, at);
  }
}

TEST_F(Text, IdeographsStandOnTheEm) {
  EXPECT_EQ(cache_.measure("政务公开", {false, 34, 51}), 4 * 34);
  EXPECT_EQ(cache_.measure("𬭸䶮", {false, 34, 51}), 2 * 34);
  EXPECT_EQ(cache_.measure("11", {false, 34, 51}), cache_.measure("88", {false, 34, 51}))
      << "figures are tabular";
}

TEST_F(Text, WhatIsUnseenTakesNoRoomAndWhatNoFaceHasTheRoomOfItsSubstitute) {
  const auto& plain = lay("葛城", 20);
  EXPECT_EQ(lay("葛\U000E0100城", 20).width, plain.width);
  EXPECT_EQ(lay("葛\uE000", 20).width, lay("葛〓", 20).width);
  EXPECT_EQ(easel_.ui().undrawable("葛\U000E0100城Łukasz Ёж𬭸䶮"), 0U);
  EXPECT_EQ(easel_.ui().undrawable("葛\uE000\uE000\U0003ABCD"), 2U) << "different ones";
  EXPECT_EQ(easel_.ui().undrawable("\U00013000\u0301\u20E3"), 1U) << "one to people, whatever it is made of";
}

TEST_F(Text, InvalidBytesDoNotBreakIt) {
  const auto& layout = lay(std::string("好\xFF\xC0坏\xE4\xB8", 10), 3);
  EXPECT_FALSE(layout.lines.empty());
  EXPECT_EQ(layout.lines.back().end, layout.text.size());
}

/// 10,000 paragraphs scrolled by a finger, painted at 1080 x 1920.
TEST(LongDocument, ScrollsWithoutBeingLaidOutAgain) {
  std::vector<std::vector<ui::Run>> paragraphs;
  for (int i = 0; i < 10'000; ++i) {
    paragraphs.push_back({{.text = fmt::format("第{}条　", i + 1), .bold = true},
                          {.text = "本办法所称行政规范性文件，是指除政府规章外，行政机关依照法定权限、程序制"
                                   "定并公开发布，涉及公民、法人和其他组织权利义务的公文。"}});
  }
  Easel easel;
  easel.show([&](Ui& ui) {
    const auto body = [&] {
      for (std::size_t i = 0; i < paragraphs.size(); ++i) ui.rich_text(std::to_string(i), paragraphs[i]);
    };
    ui.frame({.page_id = "long", .label = "长文", .page = {.body = body}});
  });
  using Steady = std::chrono::steady_clock;
  const auto started = Steady::now();
  easel.frame();
  const auto first = std::chrono::duration<double, std::milli>(Steady::now() - started).count();
  easel.frames(2);
  easel.down(500, 1500);
  std::vector<double> costs;
  easel.move(500, 1400);
  for (int i = 0; i < 120; ++i) {
    const auto before = Steady::now();
    easel.move(500, 1500 - static_cast<float>(i) * 9);
    costs.push_back(std::chrono::duration<double, std::milli>(Steady::now() - before).count());
  }
  easel.up();
  std::sort(costs.begin(), costs.end());
  RecordProperty("first_ms", std::to_string(first));
  RecordProperty("median_ms", std::to_string(costs[costs.size() / 2]));
  fmt::print("10,000 paragraphs: first frame {:.1f} ms, scrolling median {:.1f} ms, p99 {:.1f} ms\n", first,
             costs[costs.size() / 2], costs[costs.size() * 99 / 100]);
  EXPECT_LT(costs[costs.size() / 2], first / 2) << "laid out once, not each frame";
  EXPECT_LT(easel.node("第1条").rect.y, 0) << "it did scroll";
}

}  // namespace
}  // namespace mingting::ui
