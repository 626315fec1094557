// Lines break where Unicode's strict rules let them.
#include "base/text/line_break.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/text/text.hpp"

namespace mingting {
namespace {

/// The pieces a text may be broken into.
std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (const auto& point : line_breaks(text)) {
    parts.emplace_back(text.substr(from, point.offset - from));
    from = point.offset;
  }
  return parts;
}

TEST(LineBreaks, NoLineStartsWithAClosingMark) {
  const std::string text = "贵阳市南明区，政务公开专区。《条例》（国令第711号）、“明厅”！真的？是的；对：好…";
  for (const auto& piece : pieces(text)) {
    for (const auto* mark : {"，", "。", "》", "）", "、", "”", "！", "？", "；", "："}) {
      EXPECT_FALSE(piece.starts_with(mark)) << piece;
    }
  }
}

TEST(LineBreaks, NoLineEndsWithAnOpeningMark) {
  for (const auto& piece : pieces("依据《中华人民共和国政府信息公开条例》（国令第711号）和“通知”〔2019〕62号")) {
    for (const auto* mark : {"《", "（", "“", "〔"}) EXPECT_FALSE(piece.ends_with(mark)) << piece;
  }
}

TEST(LineBreaks, HanBreaksBetweenCharactersAndLatinBetweenWords) {
  EXPECT_EQ(pieces("南明区"), (std::vector<std::string>{"南", "明", "区"}));
  EXPECT_EQ(pieces("open hall"), (std::vector<std::string>{"open ", "hall"}));
  EXPECT_EQ(pieces("𬭸䶮"), (std::vector<std::string>{"𬭸", "䶮"}));
}

TEST(LineBreaks, LineFeedsMustBreak) {
  const auto points = line_breaks("一\n二");
  ASSERT_EQ(points.size(), 2U);
  EXPECT_TRUE(points[0].mandatory);
  EXPECT_FALSE(points[1].mandatory);
}

TEST(LineBreaks, EndWithTheTextWhateverItIs) {
  EXPECT_TRUE(line_breaks("").empty());
  for (const auto* text : {"\xff", "明\xE6\x98", "\n", " ", "🙂", "a\xff\xfe明"}) {
    const auto points = line_breaks(text);
    ASSERT_FALSE(points.empty()) << text;
    EXPECT_EQ(points.back().offset, std::string_view(text).size());
    for (std::size_t i = 1; i < points.size(); ++i) EXPECT_LT(points[i - 1].offset, points[i].offset);
  }
}

}  // namespace
}  // namespace mingting
