// Which words may be kept: vectors, and names, figures and addresses in spellings drawn at random.
#include "domain/uses/kept_words.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

using Words = std::vector<std::string>;

TEST(KeptWords, OrdinaryWordsAreKeptInOneSpelling) {
  EXPECT_EQ(kept_word("  充电桩补贴 "), "充电桩补贴");
  EXPECT_EQ(kept_word("ＥＴＣ办理"), "etc办理");
  for (const auto* word : {"医保异地报销", "电动车上牌", "道路扬尘", "农村厕所改造", "路灯不亮", "村民委员会选举", "挂号平台",
                           "办公室搬迁", "组织部招聘", "生育 补贴", "三公经费公开"}) {
    EXPECT_EQ(kept_word(word), word);
  }
}

TEST(KeptWords, WhatCouldNameSomebodyIsNot) {
  for (const auto* word :
       {"张三", "张三丰", "欧阳修", "欧阳娜娜", "司马光", "張三豐", "张 三", "张　三丰", "低保 李四", "王局长", "zhangsan", "zhang san",
        "wifi", "a", "路", "水", "阿依古丽·买买提", "买买提", "𬭸䶮办理", "葛󠄀城办理", "Иванов", "name@example.cn"}) {
    EXPECT_EQ(kept_word(word), std::nullopt) << word;
  }
}

TEST(KeptWords, FiguresAddressesAndLongTextsAreNot) {
  for (const auto* word : {"补贴2026", "１３８补贴", "补贴①", "补贴Ⅳ", "补贴〇", "一三八〇〇一三八", "查档案五二零一", "中华北路", "示例路改造",
                           "幸福小区停水", "王家村五组", "村民组名单甲村", "三栋停电", "二单元漏水", "朝阳巷口", "花溪大道堵车",
                           "一二三四五六七八九十甲乙丙", "怎样办理老年人优待证明材料", "补贴，申请", "补贴。", ""}) {
    EXPECT_EQ(kept_word(word), std::nullopt) << word;
  }
}

/// Draws spellings in which people type the same thing.
class Spellings {
 public:
  std::string of(const Words& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : pick({"", "", " ", "　"})) + part;
    return pick({"", " "}) + text;
  }
  std::string pick(const Words& from) { return from[random_.below(static_cast<std::uint32_t>(from.size()))]; }
  std::string any_han() {
    std::string text;
    append_utf8(text, 0x4E00 + random_.below(0x5000));
    return text;
  }
  std::string figure() { return pick({"0", "7", "９", "①", "٣", "〇", "½"}); }

 private:
  SeededRandom random_{20261123};
};

TEST(KeptWords, NoNameFigureOrAddressIsKeptInAnySpelling) {
  Spellings drawn;
  const Words family{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "肖", "闫", "欧阳", "司马", "上官", "諸葛", "陳", "夏侯"};
  const Words places{"路", "街", "巷", "号", "栋", "室", "村", "组", "小区", "大道", "单元", "花园"};
  const Words subjects{"补贴", "社保", "停水", ""};
  for (int round = 0; round < 4000; ++round) {
    const auto name = drawn.pick(family);
    const auto one = drawn.of({name, drawn.any_han()}), two = drawn.of({name, drawn.any_han(), drawn.any_han()});
    EXPECT_EQ(kept_word(one), std::nullopt) << one;
    EXPECT_EQ(kept_word(two), std::nullopt) << two;
    const auto number = drawn.of({drawn.pick(subjects), drawn.figure(), drawn.pick(subjects)});
    EXPECT_EQ(kept_word(number), std::nullopt) << number;
    const auto place = drawn.of({"甲", drawn.any_han(), drawn.pick(places) + drawn.pick(subjects)});
    EXPECT_EQ(kept_word(place), std::nullopt) << place;
  }
}

TEST(KeptWords, WhatIsKeptIsKeptAsItIs) {
  for (const auto* word : {"ＥＴＣ 办理", " 电动车  补贴"}) {
    const auto kept = kept_word(word);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept_word(*kept), kept);
  }
}

}  // namespace
}  // namespace mingting
