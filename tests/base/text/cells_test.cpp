// What offices type into cells: days and numbers in any spelling mean one thing, and what a spreadsheet has
// eaten is nothing.
#include "base/text/cells.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "base/text/text.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

std::string day(const char* cell) {
  const auto found = day_in(cell);
  return found ? iso_date(*found) : "";
}

TEST(Cells, Days) {
  for (const auto* cell :
       {"2026-01-05", "2026-1-5", "2026/1/5", "2026.1.5", "2026年1月5日", "2026年01月05日", "20260105",
        " ２０２６－０１－０５ ", "２０２６年１月５日", "2026/1/5 0:00", "2026-01-05 00:00:00", "2026–1–5"})
    EXPECT_EQ(day(cell), "2026-01-05") << cell;
  for (const auto* cell : {"", "2026-02-30", "5/1/2026", "2026年1月", "46027", "2026010", "2026-1-5 9:30",
                           "二〇二六年一月五日", "2026-13-01"})
    EXPECT_EQ(day(cell), "") << cell;
}

TEST(Cells, Numbers) {
  const auto number = [](const char* cell) { return number_in(cell).value_or("none"); };
  EXPECT_EQ(number("1200.50"), "1200.50");
  EXPECT_EQ(number("1,234.50"), "1234.50");
  EXPECT_EQ(number("12，345，678"), "12345678");
  EXPECT_EQ(number("￥1,234.5"), "1234.5");
  EXPECT_EQ(number("¥ 20"), "20");
  EXPECT_EQ(number("１２００．５０"), "1200.50");
  EXPECT_EQ(number("（123）"), "-123");
  EXPECT_EQ(number("(1,234.50)"), "-1234.50");
  EXPECT_EQ(number("￥(5)"), "-5");
  EXPECT_EQ(number("−3"), "-3");
  EXPECT_EQ(number("-￥3"), "-3");
  EXPECT_EQ(number("+3"), "3");
  EXPECT_EQ(number("007"), "007");
  for (const auto* cell : {"", "一百", "12,34", "1,2345", "1.2.3", "100元", "1E+05", "--", "-", "()", "(-1)",
                           ".5", "1.", "3 4", "0x1A"})
    EXPECT_EQ(number(cell), "none") << cell;
}

/// Any number, dressed in any way an office dresses it, is that number.
TEST(Cells, NumbersInAnyDress) {
  SeededRandom random(11);
  for (unsigned round = 0; round < rounds(400, 20000); ++round) {
    const auto whole =
        std::to_string(random.below(3) == 0 ? random.below(1000) : random.below(2'000'000'000));
    const auto fraction = random.below(2) == 0 ? "" : fmt::format(".{:02}", random.below(100));
    const bool minus = random.below(3) == 0, brackets = minus && random.below(2) == 0;
    std::string dressed = whole;
    if (random.below(2) == 0) {
      for (int at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3)
        dressed.insert(static_cast<std::size_t>(at), ",");
    }
    dressed += fraction;
    if (random.below(3) == 0) dressed = "￥" + dressed;
    if (minus) dressed = brackets ? "(" + dressed + ")" : "-" + dressed;
    if (random.below(3) == 0) {
      std::string wide;
      for (const char32_t c : to_code_points(dressed))
        append_utf8(wide, c > 0x20 && c < 0x7F ? c + 0xFEE0 : c);
      dressed = wide;
    }
    EXPECT_EQ(number_in(" " + dressed).value_or("none"), (minus ? "-" : "") + whole + fraction) << dressed;
  }
}

TEST(Cells, WhatASpreadsheetHasEaten) {
  EXPECT_TRUE(is_scientific("1E+05", Among::Numbers));
  EXPECT_TRUE(is_scientific("5.2e17", Among::Numbers));
  EXPECT_TRUE(is_scientific("5.20102E+17", Among::Words));
  EXPECT_TRUE(is_scientific("５．２Ｅ＋１７", Among::Words));
  for (const auto* words : {"2E3", "1E", "E+05", "COVID-19", "5.2", "12E+05x"})
    EXPECT_FALSE(is_scientific(words, Among::Words)) << words;
}

TEST(Cells, Nothing) {
  for (const auto* cell : {"", " ", "-", "--", "——", "－", "/", "空"})
    EXPECT_TRUE(says_nothing(cell)) << cell;
  for (const auto* cell : {"0", "无", "-1", "空置"}) EXPECT_FALSE(says_nothing(cell)) << cell;
}

}  // namespace
}  // namespace mingting
