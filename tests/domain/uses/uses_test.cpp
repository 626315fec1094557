// Weeks, few, what is noted of a visit, and the text that is sealed.
#include "domain/uses/uses.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingting {
namespace {

using testing::ElementsAre;

Date day(const char* text) { return *parse_date(text); }

TEST(Uses, AWeekIsItsMonday) {
  EXPECT_EQ(week_of(day("2026-11-23")), day("2026-11-23"));
  EXPECT_EQ(week_of(day("2026-11-29")), day("2026-11-23"));
  EXPECT_EQ(week_of(day("2027-01-01")), day("2026-12-28"));
  EXPECT_EQ(oldest_kept_week(day("2026-11-25")), day("2025-11-24"));
}

TEST(Uses, BelowFiveIsFew) {
  EXPECT_EQ(told_count(1), kFew);
  EXPECT_EQ(told_count(4), kFew);
  EXPECT_EQ(told_count(5), 5U);
}

TEST(Uses, OfAWordTypedBitByBitTheWholeIsNoted) {
  VisitUses uses;
  for (const auto* text : {"充", "充电", "充电桩", "充电桩补", "充电桩", "充", "电瓶", "电瓶车", ""}) note_unfound(uses, text);
  EXPECT_THAT(uses.words, ElementsAre("充电桩补", "电瓶车"));
}

TEST(Uses, TheSealedTextIsReadBack) {
  const std::vector<WeekOfUses> weeks{{day("2026-11-16"), {{"guide/01-hall", kFew}, {"faq/费用", 7}}, {{"充电桩补贴", kFew}}},
                                      {day("2026-11-23"), {}, {{"电动车上牌", 12}}}};
  EXPECT_EQ(parse_weeks(print_weeks(weeks)), weeks);
  EXPECT_EQ(parse_weeks(print_weeks({})), std::vector<WeekOfUses>{});
}

TEST(Uses, WhatAnybodyMayHaveSealedIsReadWithCare) {
  for (const auto* text : {"", "[]", "{}", R"({"weeks":1})", "\xff"}) EXPECT_EQ(parse_weeks(text), std::nullopt) << text;
  EXPECT_EQ(parse_weeks(R"({"weeks":[1,{"week":"2026-11-24"},{"week":"x"},{"week":"1999-01-04"},
    {"week":"2026-11-23","items":{"a":3,"":9,"b\n":9,"c":"9","d":-1,"e":99999999999},"words":{"张三":9,"充电桩补贴":9,"补贴1":9}}]})"),
            (std::vector<WeekOfUses>{{day("2026-11-23"), {{"a", kFew}, {"e", 1'000'000'000}}, {{"充电桩补贴", 9}}}}));
}

}  // namespace
}  // namespace mingting
