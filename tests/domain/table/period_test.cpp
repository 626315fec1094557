// Periods in the spellings of offices, and the ones before them.
#include "domain/table/period.hpp"

#include <gtest/gtest.h>

namespace mingting {
namespace {

std::string code_of(std::string_view cell) {
  const auto period = period_in(cell);
  return period ? period->code : "";
}

TEST(Periods, InTheSpellingsOfOffices) {
  for (const auto* cell : {"2021", "2021年", "2021年度", "２０２１", " 2021 "}) EXPECT_EQ(code_of(cell), "2021") << cell;
  for (const auto* cell : {"2021Q3", "2021年第三季度", "2021年三季度", "2021年第3季度", "2021-Q3", "2021年度第三季度"}) EXPECT_EQ(code_of(cell), "2021Q3") << cell;
  for (const auto* cell : {"2021H1", "2021年上半年", "2021上半年"}) EXPECT_EQ(code_of(cell), "2021H1") << cell;
  for (const auto* cell : {"2021-08", "2021-8", "2021年8月", "2021年08月份", "2021.8", "2021/08", "202108"}) EXPECT_EQ(code_of(cell), "2021-08") << cell;
  for (const auto* cell : {"2021/2025", "2021—2025年", "2021-2025", "2021年-2025年", "2021至2025年", "2021——2025", "2021～2025"})
    EXPECT_EQ(code_of(cell), "2021/2025") << cell;
}

TEST(Periods, FiveYearPlansByTheirNumber) {
  for (const auto* cell : {"十四五", "“十四五”", "“十四五”规划", "十四五时期", "第十四个五年规划"}) EXPECT_EQ(code_of(cell), "2021/2025") << cell;
  EXPECT_EQ(code_of("一五"), "1953/1957");
  EXPECT_EQ(code_of("三五"), "1966/1970");
  EXPECT_EQ(code_of("八五"), "1991/1995");
  EXPECT_EQ(code_of("九五"), "1996/2000");
  EXPECT_EQ(code_of("十五"), "2001/2005") << "the tenth";
  EXPECT_EQ(code_of("“十五”计划"), "2001/2005");
  EXPECT_EQ(code_of("十一五"), "2006/2010");
  EXPECT_EQ(code_of("十五五"), "2026/2030") << "the fifteenth";
}

TEST(Periods, NothingElse) {
  for (const auto* cell : {"", "21", "2021年13月", "2021-00", "2021Q5", "2021年第五季度", "2025-2021", "2021-2021", "今年", "第十四", "十四", "1021", "2021年8月3日", "20211"})
    EXPECT_EQ(code_of(cell), "") << cell;
}

TEST(Periods, HaveTheirDays) {
  const auto quarter = period_in("2024年第一季度");
  EXPECT_EQ(iso_date(quarter->from), "2024-01-01");
  EXPECT_EQ(iso_date(quarter->until), "2024-03-31");
  EXPECT_EQ(iso_date(period_in("2024-02")->until), "2024-02-29");
  EXPECT_EQ(iso_date(period_in("十四五")->until), "2025-12-31");
  EXPECT_EQ(iso_date(period_in("2023H2")->from), "2023-07-01");
}

TEST(Periods, AreReadAndFollowOneAnother) {
  EXPECT_EQ(period_words("2021"), "2021年");
  EXPECT_EQ(period_words("2021Q3"), "2021年第三季度");
  EXPECT_EQ(period_words("2021-08"), "2021年8月");
  EXPECT_EQ(period_words("2021/2025"), "2021—2025年");
  EXPECT_EQ(period_words("2021H2"), "2021年下半年");
  EXPECT_EQ(period_before("2021"), "2020");
  EXPECT_EQ(period_before("2021Q1"), "2020Q4");
  EXPECT_EQ(period_before("2021Q4"), "2021Q3");
  EXPECT_EQ(period_before("2021-01"), "2020-12");
  EXPECT_EQ(period_before("2021H1"), "2020H2");
  EXPECT_EQ(period_before("2021/2025"), "2016/2020");
  EXPECT_EQ(period_before("1900"), "");
}

TEST(Periods, TheirWordsReadBack) {
  for (int year = 1950; year < 2100; year += 7) {
    const auto y = std::to_string(year);
    for (const auto& code : {y, y + "H1", y + "H2", y + "Q1", y + "Q2", y + "Q3", y + "Q4", y + "-01", y + "-12", y + "/" + std::to_string(year + 4)}) {
      EXPECT_EQ(code_of(period_words(code)), code);
      EXPECT_EQ(code_of(code), code);
      const auto before = period_in(period_before(code));
      ASSERT_TRUE(before);
      EXPECT_EQ(std::chrono::sys_days(before->until) + std::chrono::days(1), std::chrono::sys_days(period_in(code)->from)) << code;
    }
  }
}

}  // namespace
}  // namespace mingting
