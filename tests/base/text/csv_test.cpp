// CSV: what a spreadsheet writes is read, what it opens is written, and what neither would write is a fault with its line.
#include "base/text/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include "base/random.hpp"
#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "support/rounds.hpp"
#include "support/strict_csv.hpp"

namespace mingting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

CsvRows cells_of(const std::string& text, Quotes quotes = Quotes::AroundCells) {
  const auto table = read_csv(text, quotes).value();
  CsvRows rows;
  for (const auto& row : table.rows) rows.push_back(row.cells);
  return rows;
}

std::vector<std::string> faults_of(const std::string& text, Quotes quotes = Quotes::AroundCells) {
  const auto table = read_csv(text, quotes).value();
  std::vector<std::string> faults;
  for (const auto& fault : table.faults) faults.push_back(std::to_string(fault.line) + " " + fault.what.code);
  return faults;
}

/// What csv_text wrote, which must be without fault.
CsvRows parsed(const std::string& text) {
  EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF"));
  EXPECT_THAT(faults_of(text), IsEmpty());
  return cells_of(text);
}

TEST(Csv, MarksLineEndsAndBlankLines) {
  const CsvRows wanted{{"甲", "乙"}, {""}, {"", " 一 "}};
  EXPECT_EQ(cells_of("甲,乙\n\n, 一 \n"), wanted);
  EXPECT_EQ(cells_of("\xEF\xBB\xBF甲,乙\r\n\r\n, 一 "), wanted);
  EXPECT_THAT(cells_of(""), IsEmpty());
  EXPECT_EQ(cells_of("甲,"), (CsvRows{{"甲", ""}}));
}

TEST(Csv, QuotesHoldACellTogether) {
  const auto table = read_csv("\"甲，\"\"一\"\"\n二,三\",1\r\n乙,\"\"\n").value();
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("甲，\"一\"\n二,三", "1"));
  EXPECT_EQ(table.rows[0].line, 1);
  EXPECT_THAT(table.rows[1].cells, ElementsAre("乙", ""));
  EXPECT_EQ(table.rows[1].line, 3);
  EXPECT_THAT(table.faults, IsEmpty());
}

TEST(Csv, QuotesOutOfPlaceAreFaultsWithTheirLine) {
  const std::string text = "a\n甲\"一,二\"\n\"乙\"丙\n";
  EXPECT_EQ(cells_of(text), (CsvRows{{"a"}, {"甲\"一", "二\""}, {"乙丙"}}));
  EXPECT_THAT(faults_of(text), ElementsAre("2 csv.stray-quote", "2 csv.stray-quote"));
  EXPECT_EQ(cells_of(text, Quotes::Anywhere), (CsvRows{{"a"}, {"甲一,二"}, {"乙丙"}}));
  EXPECT_THAT(faults_of(text, Quotes::Anywhere), IsEmpty());
}

TEST(Csv, AQuoteThatNeverClosesTakesTheRest) {
  const auto table = read_csv("a\n\"乙,1\n丙,1\n").value();
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_TRUE(table.rows[0].ended);
  EXPECT_FALSE(table.rows[1].ended);
  EXPECT_THAT(table.rows[1].cells, ElementsAre("乙,1\n丙,1\n"));
  EXPECT_THAT(faults_of("a\n\"乙,1\n丙,1\n"), ElementsAre("2 csv.open-quote"));
}

TEST(Csv, TheHeadTellsWhatPartsCells) {
  const CsvRows wanted{{"甲", "乙"}, {"1,5", "x;y"}};
  EXPECT_EQ(cells_of("甲,乙\n\"1,5\",x;y\n"), wanted);
  EXPECT_EQ(cells_of("甲;乙\n1,5;\"x;y\"\n"), wanted);
  EXPECT_EQ(cells_of("甲\t乙\r1,5\tx;y\r"), wanted) << "lines end as on old machines";
  EXPECT_EQ(cells_of("\n\"甲\";\"乙\"\n1,5;\"x;y\""), (CsvRows{{""}, wanted[0], wanted[1]}));
  const auto declared = read_csv("sep=;\r\n甲;乙\r\n").value();
  ASSERT_EQ(declared.rows.size(), 1U);
  EXPECT_THAT(declared.rows[0].cells, ElementsAre("甲", "乙"));
  EXPECT_EQ(declared.rows[0].line, 2);
}

std::string saved(const std::string& text, const char* encoding) {
  const auto unicode = icu::UnicodeString::fromUTF8(text);
  std::string bytes(static_cast<std::size_t>(unicode.extract(0, unicode.length(), nullptr, 0U, encoding)),
                    '\0');
  unicode.extract(0, unicode.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), encoding);
  return bytes;
}

/// Whatever a table holds and however a spreadsheet saves it, the same cells come back. Heads are words.
TEST(Csv, AnyDialect) {
  SeededRandom random(29);
  const std::vector<std::string> pieces{"甲", "乙丙", ",", ";", "\t",      "\"",
                                        "\n", " ",    "1", "'", "（123）", "２"};
  const std::vector<const char*> encodings{"UTF-8", "gb18030", "GBK", "UTF-16LE"}, ends{"\n", "\r\n", "\r"};
  for (unsigned round = 0; round < rounds(400, 20000); ++round) {
    const auto width = 2 + random.below(4), height = 1 + random.below(5);
    CsvRows rows(height + 1, std::vector<std::string>(width));
    for (std::size_t i = 0; i < width; ++i) rows[0][i] = "列" + std::to_string(i);
    for (std::size_t row = 1; row <= height; ++row) {
      for (auto& cell : rows[row]) {
        for (auto left = random.below(4); left > 0; --left) cell += pieces[random.below(pieces.size())];
      }
    }
    const char separator = ",;\t"[random.below(3)];
    const bool all_quoted = random.below(2) == 0;
    const std::string end = ends[random.below(3)];
    std::string text = random.below(4) == 0 ? std::string("sep=") + separator + end : "";
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) text += separator;
        const bool quoted =
            all_quoted || row[i].find_first_of(std::string("\"\r\n") + separator) != std::string::npos;
        text += quoted ? "\"" + replace_all(row[i], "\"", "\"\"") + "\"" : row[i];
      }
      text += end;
    }
    const auto* encoding = encodings[random.below(encodings.size())];
    auto bytes = saved(text, encoding);
    if (encoding == encodings[0] && random.below(2) == 0) bytes = "\xEF\xBB\xBF" + bytes;
    EXPECT_EQ(cells_of(bytes), rows) << encoding << "\n" << text;
    EXPECT_THAT(faults_of(bytes), IsEmpty()) << text;
  }
}

TEST(Csv, AnEncodingThatWouldBeAGuessIsRefused) {
  const auto table = read_csv(saved("項目,價錢\n領證的，費用。,1\n", "Big5"));
  ASSERT_FALSE(table);
  EXPECT_THAT(worded(table.error()), ::testing::HasSubstr("Big5"));
}

TEST(Csv, RoundTrip) {
  SeededRandom random(3);
  const std::vector<std::string> pieces{"甲", ",", "\"", "\n", "\r\n", "乙 ", "1", "'"};
  for (int round = 0; round < 300; ++round) {
    CsvRows rows(1 + random.below(4));
    for (auto& row : rows) {
      row.resize(1 + random.below(4), "头");
      for (auto& cell : row) {
        for (auto left = random.below(5); left > 0; --left) cell += pieces[random.below(8)];
      }
    }
    EXPECT_EQ(parsed(csv_text(rows)), rows);
    EXPECT_EQ(strictly_parsed(csv_text(rows)), rows);
  }
}

TEST(Csv, NothingRunsAsAFormula) {
  for (const auto* text : {"=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "＝1", "＋1", "－1", "＠a", "\n=1"}) {
    EXPECT_EQ(parsed(csv_text({{text}}))[0][0], std::string("'") + text) << text;
    EXPECT_EQ(strictly_parsed(csv_text({{text}}))[0][0], std::string("'") + text) << text;
  }
  for (const auto* text : {"", "甲=1", "1-2", "'", "a@b.cn"}) {
    EXPECT_EQ(parsed(csv_text({{text}}))[0][0], text);
    EXPECT_EQ(strictly_parsed(csv_text({{text}}))[0][0], text);
  }
}

}  // namespace
}  // namespace mingting
