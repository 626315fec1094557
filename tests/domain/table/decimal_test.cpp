// Exact figures: read, added, compared, converted and printed, in examples and for figures of every size.
#include "domain/table/decimal.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

Decimal number(std::string_view text) {
  const auto read = decimal_of(text);
  EXPECT_TRUE(read) << text;
  return read.value_or(Decimal{});
}

TEST(DecimalNumbers, AreReadAsTheyStand) {
  EXPECT_EQ(number("-1234.50"), (Decimal{-123450, 2}));
  EXPECT_EQ(number("0"), (Decimal{0, 0}));
  EXPECT_EQ(number("0.10"), (Decimal{10, 2}));
  EXPECT_EQ(number("999999999999999999"), (Decimal{999'999'999'999'999'999, 0}));
  for (const auto* text : {"", "-", ".", "1.", ".5", "1.2.3", "1,000", "+1", "1e3", "--1", "1000000000000000000", "0.1234567890", "一"})
    EXPECT_FALSE(decimal_of(text)) << text;
}

TEST(DecimalNumbers, AddAndCompareAcrossScales) {
  EXPECT_EQ(sum(number("0.1"), number("0.2")), number("0.3"));
  EXPECT_EQ(sum(number("1.50"), number("-0.5")), number("1.00"));
  EXPECT_EQ(difference(number("1"), number("0.001")), number("0.999"));
  EXPECT_EQ(sum(number("999999999999999999"), number("1")), std::nullopt);
  EXPECT_TRUE(compare(number("1.50"), number("1.5")) == 0);
  EXPECT_NE(number("1.50"), number("1.5"));
  EXPECT_TRUE(compare(number("-2"), number("-1.999")) < 0);
  EXPECT_TRUE(compare(number("999999999999999999"), number("999999999.999999999")) > 0);
}

TEST(DecimalNumbers, RoundHalfAwayFromZero) {
  EXPECT_EQ(rounded(number("2.345"), 2), number("2.35"));
  EXPECT_EQ(rounded(number("-2.345"), 2), number("-2.35"));
  EXPECT_EQ(rounded(number("2.3449"), 2), number("2.34"));
  EXPECT_EQ(rounded(number("-0.5"), 0), number("-1"));
  EXPECT_EQ(rounded(number("1"), 2), number("1.00"));
  EXPECT_EQ(rescaled(number("1.20"), 1), number("1.2"));
  EXPECT_EQ(rescaled(number("1.25"), 1), std::nullopt);
  EXPECT_EQ(ratio(number("1"), number("3"), 4), number("0.3333"));
  EXPECT_EQ(ratio(number("2"), number("-3"), 2), number("-0.67"));
  EXPECT_EQ(ratio(number("1"), number("0.00"), 2), std::nullopt);
  EXPECT_EQ(ratio(number("999999999999999999"), number("0.000000001"), 9), std::nullopt);
}

TEST(DecimalNumbers, ArePrintedForPeopleAndForFiles) {
  EXPECT_EQ(printed(number("-1234567.50")), "\u22121,234,567.50");
  EXPECT_EQ(printed(number("999")), "999");
  EXPECT_EQ(printed(number("-0.05")), "\u22120.05");
  EXPECT_EQ(plain(number("-0.05")), "-0.05");
  EXPECT_EQ(printed(number("100000")), "100,000");
}

TEST(DecimalNumbers, MoneyChangesItsUnitExactly) {
  EXPECT_EQ(in_unit(number("1234.56"), "万元", "元"), number("12345600"));
  EXPECT_EQ(in_unit(number("1234.56"), "万元", "亿元"), number("0.123456"));
  EXPECT_EQ(in_unit(number("42866"), "万元", "亿元"), number("4.2866"));
  EXPECT_EQ(in_unit(number("1"), "元", "亿元"), number("0.00000001"));
  EXPECT_EQ(in_unit(number("0.05"), "元", "亿元"), number("0.000000001")) << "rounded where nine digits are not enough";
  EXPECT_EQ(money_power("百万元"), 6);
  EXPECT_EQ(money_power("天"), std::nullopt);
}

TEST(DecimalNumbers, WhatIsPrintedReadsBackAndSumsAreThoseOfUnits) {
  SeededRandom random(12);
  for (unsigned round = 0; round < rounds(3000, 100000); ++round) {
    const auto make = [&] {
      const auto digits = random.below(13);
      std::int64_t units = 0;
      for (std::uint64_t i = 0; i < digits; ++i) units = units * 10 + static_cast<std::int64_t>(random.below(10));
      return Decimal{random.below(2) == 0 ? units : -units, static_cast<int>(random.below(5))};
    };
    const auto a = make(), b = make(), c = make();
    EXPECT_EQ(decimal_of(plain(a)), a.units == 0 ? (Decimal{0, a.scale}) : a);
    EXPECT_EQ(sum(a, b), sum(b, a));
    EXPECT_TRUE(compare(*sum(*sum(a, b), c), *sum(a, *sum(b, c))) == 0);
    EXPECT_TRUE(compare(*difference(*sum(a, b), b), a) == 0);
    EXPECT_EQ(compare(a, b) < 0, compare(*difference(a, b), Decimal{}) < 0);
    EXPECT_TRUE(compare(in_unit(in_unit(a, "万元", "元"), "元", "万元"), a) == 0);
  }
}

}  // namespace
}  // namespace mingting
