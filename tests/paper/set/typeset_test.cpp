// Where lines break, hang and are filled.
#include "paper/set/typeset.hpp"

#include <gmock/gmock.h>

#include "paper/face/formed.hpp"
#include "paper/paper_fixture.hpp"

namespace mingting {
namespace {

constexpr TypeStyle kBody{12, 19, Weight::Regular};
constexpr std::u32string_view kNeverFirst = U"。，、；：）》」』】〕”’！？";
constexpr std::u32string_view kNeverLast = U"（《「『【〔“‘";

std::vector<std::string> texts_of(const std::vector<Line>& lines) {
  std::vector<std::string> texts;
  for (const Line& line : lines) texts.push_back(to_utf8(characters_of(line.text)));
  return texts;
}

std::u32string without_spaces(std::u32string text) {
  std::erase_if(text, [](char32_t c) { return c == U' ' || c == 0x00A0 || c == U'\n'; });
  return text;
}

const std::vector<std::string>& samples() {
  static const std::vector<std::string> texts{
      "根据《中华人民共和国政府信息公开条例》第三十三条的规定，行政机关收到政府信息公开申请，能够当场答复的，应当当场予以答复；"
      "不能当场答复的，应当自收到申请之日起20个工作日内予以答复。",
      "您申请的“某某街道（含社区）改造项目”信息，见〔2026〕12号、《公告》（附件一：《补偿标准》）、《补充公告》。",
      "（一）（二）（三）（四）“甲”“乙”“丙”《丁》《戊》《己》——说明；再说明：又说明！真的？是……的。",
      "Staff check your application (form 3) today; a written reply follows within 20 working days, i.e. by 21 December 2026.",
      "请在 2026年12月21日 前到 29 号窗口领取，电话 0851-8581 2345，邮箱 zhengwugongkai@example.cn。",
  };
  return texts;
}

TEST(SetLines, KeepUnicodesStrictRulesAtEveryWidth) {
  for (const auto& text : samples()) {
    for (double measure = 60; measure < 400; measure += 7) {
      const auto lines = set_lines(shared_faces(), text, kBody, measure);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        ASSERT_FALSE(lines[i].text.empty());
        const bool bad_start = i > 0 && kNeverFirst.find(character_of(lines[i].text.front())) != std::u32string_view::npos;
        const char32_t last = character_of(lines[i].text.back());
        const bool bad_end = i + 1 < lines.size() && kNeverLast.find(last) != std::u32string_view::npos;
        EXPECT_FALSE(bad_start || bad_end) << measure << ": " << texts_of(lines)[i];
      }
    }
  }
}

TEST(SetLines, LoseNothingAndStayInTheMeasure) {
  for (const auto& text : samples()) {
    for (double measure = 60; measure < 400; measure += 7) {
      std::u32string all;
      for (const Line& line : set_lines(shared_faces(), text, kBody, measure)) {
        all += characters_of(line.text);
        const double filled = line.width + line.spacing * static_cast<double>(line.text.size() - 1);
        EXPECT_LE(filled, measure + 0.02) << to_utf8(characters_of(line.text));
      }
      EXPECT_EQ(without_spaces(all), without_spaces(to_code_points(text)));
    }
  }
}

TEST(SetLines, FillLinesOfChineseToTheEdge) {
  const auto lines = set_lines(shared_faces(), samples()[0], kBody, 300);
  ASSERT_GT(lines.size(), 3U);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    EXPECT_NEAR(lines[i].width + lines[i].spacing * static_cast<double>(lines[i].text.size() - 1), 300, 0.05);
  }
  EXPECT_EQ(lines.back().spacing, 0);
  for (const Line& line : set_lines(shared_faces(), samples()[3], kBody, 200)) EXPECT_EQ(line.spacing, 0);
}

TEST(SetLines, LeaveOffTheBlankHalfOfMarks) {
  const auto opening = set_lines(shared_faces(), "《条例》", kBody, 300);
  ASSERT_EQ(opening.size(), 1U);
  EXPECT_NEAR(opening[0].width, 3 * 12, 0.01);
  const auto* mark = shared_faces().impl().find(Weight::Regular, opening[0].text.front());
  ASSERT_NE(mark, nullptr);
  EXPECT_EQ(mark->advance, kUnitsPerEm / 2);
  EXPECT_LT(mark->x_min, kUnitsPerEm / 10) << "its ink stands at the edge";
  // Ten characters and a full stop fit where the stop alone would be too much.
  EXPECT_EQ(set_lines(shared_faces(), "一二三四五六七八九十。", kBody, 10.6 * 12).size(), 1U);
}

TEST(SetLines, KeepANumberWithWhatItCounts) {
  for (double measure = 60; measure < 300; measure += 3) {
    for (const Line& line :
         set_lines(shared_faces(), "A written reply follows within 20 working days, by 21 December 2026.", kBody, measure)) {
      const auto words = characters_of(line.text);
      EXPECT_FALSE(words.ends_with(U" 20") || words.ends_with(U" 21")) << to_utf8(words);
    }
  }
}

TEST(SetLines, LeaveNoCharacterAloneOnTheLastLine) {
  const std::string text = "答复按您选择的方式送达，也可凭回执到窗口领取。好的";
  for (int per_line = 12; per_line <= 24; ++per_line) {
    const auto lines = set_lines(shared_faces(), text, kBody, per_line * 12);
    EXPECT_TRUE(lines.size() == 1 || lines.back().text.size() >= 2) << per_line;
  }
  // 25 characters and one: the last line takes company along, at least to the end of a word.
  const auto lines = set_lines(shared_faces(), "一二三四五六七八九十一二三四五六七八九十一二三四五六", kBody, 25 * 12);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_GE(lines[1].text.size(), 3U);
  EXPECT_LE(lines[1].text.size(), 6U);
}

TEST(SetLines, BreakAWordThatIsLongerThanTheLine) {
  const auto lines = set_lines(shared_faces(), "https://example.cn/" + std::string(100, 'a'), kBody, 100);
  EXPECT_GT(lines.size(), 5U);
  for (const Line& line : lines) EXPECT_LE(line.width, 100.01);
}

TEST(SetLines, EndALineWhereTheTextDoes) {
  EXPECT_THAT(texts_of(set_lines(shared_faces(), "甲\n\n乙", kBody, 300)), testing::ElementsAre("甲", "", "乙"));
  EXPECT_THAT(texts_of(set_lines(shared_faces(), "", kBody, 300)), testing::ElementsAre(""));
  EXPECT_THAT(texts_of(set_lines(shared_faces(), "甲\t乙\x01\u200b丙\uFE0F", kBody, 300)), testing::ElementsAre("甲 乙丙"));
}

TEST(FittingSize, IsTheLargestThatFits) {
  auto& faces = shared_faces().impl();
  const std::u32string number = U"NM-K01-20261123-0007-C";
  const double size = fitting_size(faces, number, Weight::Bold, 470, 12, 60);
  EXPECT_LE(text_width(faces, number, Weight::Bold, size), 470);
  EXPECT_GT(text_width(faces, number, Weight::Bold, size + 0.5), 470);
  EXPECT_EQ(fitting_size(faces, number, Weight::Bold, 10, 12, 60), 12);
  EXPECT_EQ(fitting_size(faces, U"", Weight::Bold, 10, 12, 60), 60);
}

}  // namespace
}  // namespace mingting
