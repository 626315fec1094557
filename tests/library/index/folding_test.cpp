// Characters that count as the same.
#include "library/index/folding.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text/text.hpp"
#include "library/index/postings.hpp"
#include "library/index/readings.hpp"
#include "library/index/terms.hpp"

namespace mingting {
namespace {

std::string folded(std::string_view text) { return to_utf8(Folding::full().folded(text)); }

TEST(Folding, MakesWidthCaseAndAccentsOne) {
  EXPECT_EQ(folded("ＡＢＣ１２３"), "abc123");
  EXPECT_EQ(folded("Café"), "cafe");
  EXPECT_EQ(folded("第①条"), "第1条");
}

TEST(Folding, MakesTraditionalAndVariantFormsOne) {
  EXPECT_EQ(folded("社會保險"), folded("社会保险"));
  EXPECT_EQ(folded("貴陽市南明區"), folded("贵阳市南明区"));
  EXPECT_EQ(folded("峯羣產"), folded("峰群产"));
  EXPECT_EQ(folded("二○一九"), folded("二〇一九"));
  EXPECT_EQ(folded("⽂件"), folded("文件")) << "Kangxi radicals, as PDFs give them";
}

TEST(Folding, IsDoneOnceAndForAll) {
  for (char32_t c = 0x3400; c <= 0x9FFF; ++c) {
    const auto once = folded(to_utf8(std::u32string(1, c)));
    ASSERT_EQ(folded(once), once) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Folding, DropsWhatCannotBeSeenAndMakesPunctuationOneGap) {
  EXPECT_EQ(folded("低\u200B保\uFEFF"), "低保");
  EXPECT_EQ(folded("，。低保——「申请」！"), "低保 申请");
  EXPECT_EQ(folded("……😀"), "");
}

TEST(Folding, SaysWhereEachCharacterStood) {
  const auto text = Folding::full().fold("Ａ，低");
  ASSERT_EQ(text.size(), 3U);
  EXPECT_EQ(text[0].to, 3U);
  EXPECT_EQ(text[1].code_point, 0U);
  EXPECT_EQ(text[2].from, 6U);
  EXPECT_EQ(text[2].to, 9U);
}

TEST(Postings, GiveBackWhatWasWritten) {
  PostingWriter writer;
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> written{{0, 1}, {1, 2}, {200, 1}, {70'000, 300}, {70'001, 1}};
  for (const auto& [number, count] : written) writer.add(number, count);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> read;
  for (PostingReader list(writer.bytes(), 100'000); list.next();) read.emplace_back(list.number(), list.count());
  EXPECT_EQ(read, written);
}

TEST(Postings, NeverReachBeyondTheLimitWhateverTheBytes) {
  const std::string hostile("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F\x00\xFE\xFF\xFF\xFF\x0F", 15);
  for (std::size_t from = 0; from < hostile.size(); ++from) {
    for (PostingReader list(std::string_view(hostile).substr(from), 50); list.next();) ASSERT_LT(list.number(), 50U);
  }
}

TEST(Readings, SpellWithoutTonesAndKnowSecondReadings) {
  const auto& readings = Readings::full();
  EXPECT_EQ(join(readings.spell(U"低保"), " "), "di bao");
  EXPECT_EQ(join(readings.spell(U"绿化a1"), " "), "lv hua a 1");
  std::vector<std::string> ways;
  for (const auto& way : readings.spellings(U"重庆", 4)) ways.push_back(join(way, ""));
  EXPECT_NE(std::ranges::find(ways, "chongqing"), ways.end());
  EXPECT_NE(std::ranges::find(ways, "zhongqing"), ways.end());
}

TEST(Readings, BlurWhatTheSouthWestConfuses) {
  EXPECT_EQ(blurred("zhang"), blurred("zan"));
  EXPECT_EQ(blurred("lan"), blurred("nang"));
  EXPECT_EQ(blurred("hu"), blurred("fu"));
  EXPECT_NE(blurred("di"), blurred("ti"));
}

}  // namespace
}  // namespace mingting
