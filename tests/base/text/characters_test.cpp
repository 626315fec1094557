// What is one character to a person, and where a text may be cut.
#include "base/text/characters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "base/text/text.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::EndsWith;

TEST(Characters, OfSeveralCodePointsAreOne) {
  EXPECT_THAT(characters("葛\U000E0100城"), ElementsAre("葛\U000E0100", "城"));
  EXPECT_THAT(characters("e\u0301👍🏽👨\u200D👩\u200D👧"), ElementsAre("e\u0301", "👍🏽", "👨\u200D👩\u200D👧"));
  EXPECT_TRUE(characters("").empty());
}

TEST(Characters, AHeapOfAccentsCountsForSeveral) {
  std::string heap = "e";
  for (int i = 0; i < 1000; ++i) heap += "\u0301";
  EXPECT_GT(count_characters(heap), 60U);
}

TEST(Characters, AnyTextIsTheSumOfItsCharacters) {
  SeededRandom random(5);
  for (unsigned round = 0; round < rounds(1'000, 100'000); ++round) {
    std::string bytes(random.below(60), '\0');
    random.fill(std::as_writable_bytes(std::span(bytes)));
    std::string whole;
    for (const auto each : characters(bytes)) whole += each;
    EXPECT_EQ(whole, bytes);
    const auto most = random.below(20);
    const auto first = first_characters(bytes, most);
    EXPECT_LE(count_characters(first), most);
    EXPECT_TRUE(bytes.starts_with(first));
    (void)comparable_name(bytes), (void)marks_composed(bytes), (void)has_letter(bytes);
  }
}

TEST(Shortened, EndsWithAWordAndSaysSo) {
  EXPECT_EQ(shortened("示例路改造工程", 7), "示例路改造工程");
  const auto cut = shortened("请公开示例路的改造工程施工方案", 9);
  EXPECT_THAT(cut, EndsWith("……"));
  EXPECT_EQ(cut, "请公开示例路的改造……") << "工程 is one word";
  EXPECT_EQ(shortened("the construction plan", 10), "the……");
  EXPECT_EQ(shortened(std::string(100, 'x'), 10), std::string(10, 'x') + "……") << "a word longer than the room is cut";
}

TEST(Composed, LettersAndAccentsButNoHan) {
  EXPECT_EQ(marks_composed("Zoe\u0301"), "Zoé");
  EXPECT_EQ(marks_composed("\uF9DC葛\U000E0100"), "\uF9DC葛\U000E0100");
  EXPECT_EQ(marks_composed("x\u0302q\u0301"), "x\u0302q\u0301") << "what has no code point of its own stays";
}

TEST(ComparableName, HasOneSpelling) {
  for (const auto* name : {"买买提·艾力", "买买提•艾力", "买买提‧艾力", "买买提・艾力", "买买提･艾力", " 买买提 · 艾力 "}) {
    EXPECT_EQ(comparable_name(name), "买买提·艾力") << name;
  }
  EXPECT_EQ(comparable_name("葛\U000E0100城"), "葛城");
  EXPECT_EQ(comparable_name("John-Ｓmith"), "JOHNSMITH");
}

TEST(CleanInput, JoinersStayWhereTheyJoin) {
  EXPECT_EQ(clean_input("👨\u200D👩\u200D👧", Lines::One, 10), "👨\u200D👩\u200D👧");
  EXPECT_EQ(clean_input("می\u200Cخواهم", Lines::One, 20), "می\u200Cخواهم");
  EXPECT_EQ(clean_input("王\u200D明a\u200Cb\u200D", Lines::One, 20), "王明ab");
}

}  // namespace
}  // namespace mingting
