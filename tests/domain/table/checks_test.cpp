// Every kind of check lets a sound table pass and names the row and cell of a planted fault.
#include "domain/table/checks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "domain/table/decimal.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Rows = std::vector<std::vector<std::string>>;

TableColumn figure(std::string name) { return {.name = name, .title = name, .type = CellType::Money}; }
TableColumn text(std::string name) { return {.name = name, .title = name}; }
TableColumn day(std::string name) { return {.name = name, .title = name, .type = CellType::Day}; }

Table with(std::vector<TableColumn> columns, TableCheck check) {
  Table table;
  table.columns = std::move(columns);
  table.checks = {std::move(check)};
  return table;
}

/// Row lines count from 2, as below a head.
std::vector<CheckFault> judged(const Table& table, const Rows& rows, const Rows& earlier = {}) {
  const WorkCalendar calendar;
  TableChecks checks(table, {}, calendar, *parse_date("2026-06-01"));
  for (const auto& row : earlier) checks.add_earlier(row);
  for (std::size_t i = 0; i < rows.size(); ++i) checks.add(static_cast<int>(i) + 2, rows[i]);
  return checks.finish().at(0).first;
}

TEST(TableChecks, ASumIsThatOfItsParts) {
  const auto table = with({figure("a"), figure("b"), figure("all")}, {.kind = CheckKind::Sum, .columns = {"a", "b"}, .total = "all"});
  EXPECT_THAT(judged(table, {{"0.1", "0.2", "0.30"}, {"", "5", "5"}, {"", "", ""}, {"0", "", ""}}), IsEmpty());
  EXPECT_THAT(judged(table, {{"1", "2", "3"}, {"1", "2", "4"}, {"1", "", ""}}),
              ElementsAre(CheckFault{0, 3, "all", "3", "4"}, CheckFault{0, 4, "all", "1", ""}));
}

TEST(TableChecks, ASubtotalIsThatOfItsGroup) {
  const auto table = with({text("unit"), text("item"), figure("a")},
                          {.kind = CheckKind::Subtotal, .columns = {"a"}, .total_row = {"item", Relates::Is, {"合计"}}, .group = {"unit"}});
  const Rows sound{{"甲", "合计", "3"}, {"甲", "一", "1"}, {"甲", "二", "2"}, {"乙", "一", "7"}, {"乙", "合计", "7"}, {"丙", "一", "9"}};
  EXPECT_THAT(judged(table, sound), IsEmpty());
  auto wrong = sound;
  wrong[4][2] = "8";
  EXPECT_THAT(judged(table, wrong), ElementsAre(CheckFault{0, 6, "a", "7", "8", {"乙"}}));
  auto twice = sound;
  twice.push_back({"甲", "合计", "3"});
  EXPECT_THAT(judged(table, twice), ElementsAre(CheckFault{0, 8, "a", "", "3", {"甲"}, 2}));
}

TEST(TableChecks, ABalanceIsAtMostItsLimit) {
  auto table = with({figure("balance"), figure("limit")}, {.kind = CheckKind::AtMost, .columns = {"balance", "limit"}});
  EXPECT_THAT(judged(table, {{"5", "5.00"}, {"", "1"}, {"9", ""}}), IsEmpty());
  EXPECT_THAT(judged(table, {{"5.01", "5"}}), ElementsAre(CheckFault{0, 2, "balance", "5", "5.01"}));
  table.checks[0].tolerance = "0.01";
  EXPECT_THAT(judged(table, {{"5.01", "5"}}), IsEmpty());
}

TEST(TableChecks, WhatIsCarriedOverIsWhatWasLeft) {
  const auto table = with({text("village"), {.name = "q", .title = "q", .type = CellType::Stretch}, figure("begin"), figure("end")},
                          {.kind = CheckKind::CarryOver, .columns = {"begin", "end"}, .group = {"village"}, .period = "q"});
  const Rows sound{{"甲", "2026Q2", "7", "9"}, {"甲", "2026Q1", "5", "7.0"}, {"乙", "2026Q2", "1", "1"}};
  EXPECT_THAT(judged(table, sound), IsEmpty()) << "in any order, with a gap before 乙";
  EXPECT_THAT(judged(table, {{"甲", "2026Q1", "5", "7"}, {"甲", "2026Q2", "8", "9"}}), ElementsAre(CheckFault{0, 3, "begin", "7", "8", {"甲"}, 2}));
  EXPECT_THAT(judged(table, {{"甲", "2026Q1", "5", "7"}}, {{"甲", "2025Q4", "1", "4"}}), ElementsAre(CheckFault{0, 2, "begin", "4", "5", {"甲"}, 0}))
      << "over editions";
}

TEST(TableChecks, ASequenceHasNoGaps) {
  const auto table = with({text("kind"), text("no")}, {.kind = CheckKind::Sequence, .columns = {"no"}, .group = {"kind"}});
  EXPECT_THAT(judged(table, {{"甲", "第1号"}, {"乙", "7"}, {"甲", "第2号"}, {"乙", "8"}}), IsEmpty());
  EXPECT_THAT(judged(table, {{"甲", "1"}, {"甲", "4"}}), ElementsAre(CheckFault{0, 3, "no", "2", "4", {"甲"}, 2}));
  EXPECT_THAT(judged(table, {{"甲", "1"}, {"甲", "1"}}), ElementsAre(CheckFault{0, 3, "no", "", "1", {"甲"}, 2}));
  auto papers = with({{.name = "no", .title = "no", .type = CellType::Code, .code = "document"}}, {.kind = CheckKind::Sequence, .columns = {"no"}});
  EXPECT_THAT(judged(papers, {{"筑府发〔2021〕1号"}, {"筑府发〔2022〕1号"}, {"筑府发[2021]2号"}, {"筑办发〔2021〕9号"}}), IsEmpty()) << "by prefix and year";
  EXPECT_EQ(judged(papers, {{"筑府发〔2021〕1号"}, {"筑府发〔2021〕3号"}}).at(0).line, 3);
}

TEST(TableChecks, SharesMakeAHundred) {
  const auto table = with({text("of"), {.name = "p", .title = "p", .type = CellType::Percent}}, {.kind = CheckKind::Shares, .columns = {"p"}, .group = {"of"}, .tolerance = "0.1"});
  EXPECT_THAT(judged(table, {{"甲", "33.3"}, {"甲", "66.6"}, {"乙", "100"}, {"丙", ""}}), IsEmpty());
  EXPECT_THAT(judged(table, {{"甲", "33.3"}, {"甲", "66.5"}}), ElementsAre(CheckFault{0, 3, "p", "100", "99.8", {"甲"}}));
}

TEST(TableChecks, OneOfAKindIsAlone) {
  const auto table = with({text("platform"), text("kind")}, {.kind = CheckKind::Unique, .group = {"platform"}, .where = {{"kind", Relates::Is, {"主账号"}}}});
  EXPECT_THAT(judged(table, {{"微信", "主账号"}, {"微信", "其他"}, {"微信", "其他"}, {"微博", "主账号"}}), IsEmpty());
  EXPECT_THAT(judged(table, {{"微信", "主账号"}, {"微信", "其他"}, {"微信", "主账号"}}), ElementsAre(CheckFault{0, 4, "platform", "", "微信", {"微信"}, 2}));
}

TEST(TableChecks, DaysAreInOrder) {
  const auto table = with({day("a"), day("b"), day("c")}, {.kind = CheckKind::DateOrder, .columns = {"a", "b", "c"}});
  EXPECT_THAT(judged(table, {{"2026-01-01", "2026-01-01", "2026-01-02"}, {"", "2026-01-01", ""}}), IsEmpty());
  EXPECT_THAT(judged(table, {{"2026-01-01", "2026-01-03", "2026-01-02"}}), ElementsAre(CheckFault{0, 2, "c", "2026-01-03", "2026-01-02"}));
}

TEST(TableChecks, WithinSoManyDaysOrWorkingDays) {
  auto table = with({day("a"), day("b")}, {.kind = CheckKind::Within, .columns = {"a", "b"}, .days = 7, .working = true});
  EXPECT_THAT(judged(table, {{"2026-06-01", "2026-06-10"}, {"2026-06-01", ""}}), IsEmpty());
  EXPECT_THAT(judged(table, {{"2026-06-01", "2026-06-11"}}), ElementsAre(CheckFault{0, 2, "b", "2026-06-10", "2026-06-11"}));
  table.checks[0].working = false;
  EXPECT_THAT(judged(table, {{"2026-06-01", "2026-06-09"}}), ElementsAre(CheckFault{0, 2, "b", "2026-06-08", "2026-06-09"}));
}

TEST(TableChecks, TheSameFigureStandsInTwoTables) {
  Table other;
  other.id = "other", other.key = {"code"};
  other.columns = {{.name = "code", .title = "code", .type = CellType::Code, .code = "any"}, figure("sum")};
  const auto table = with({{.name = "code", .title = "code", .type = CellType::Code, .code = "any"}, figure("a")},
                          {.kind = CheckKind::Same, .columns = {"a"}, .group = {"code"}, .other = "other", .other_column = "sum"});
  const WorkCalendar calendar;
  TableChecks checks(table, {{"other", &other}}, calendar, Date{});
  checks.add_other("other", {"A(1)", "5.0"});
  checks.add_other("other", {"B2", "6"});
  checks.add(2, {"a〔1〕", "5"});
  checks.add(3, {"B2", "7"});
  checks.add(4, {"C3", "7"});
  EXPECT_THAT(checks.finish().at(0).first, ElementsAre(CheckFault{0, 3, "a", "6", "7", {"B2"}}));
}

TEST(TableChecks, RowsOutsideTheConditionAreLeftAlone) {
  auto table = with({text("kind"), figure("a"), figure("b")}, {.kind = CheckKind::AtMost, .columns = {"a", "b"}, .where = {{"kind", Relates::Is, {"限额"}}}});
  EXPECT_THAT(judged(table, {{"别的", "2", "1"}}), IsEmpty());
  EXPECT_EQ(judged(table, {{"限额", "2", "1"}}).size(), 1U);
}

TEST(TableChecks, TwentyAreKeptAndAllAreCounted) {
  const auto table = with({figure("a"), figure("b")}, {.kind = CheckKind::AtMost, .columns = {"a", "b"}});
  const WorkCalendar calendar;
  TableChecks checks(table, {}, calendar, Date{});
  for (int line = 2; line < 102; ++line) checks.add(line, {"2", "1"});
  const auto faults = checks.finish().at(0);
  EXPECT_EQ(faults.total, 100U);
  ASSERT_EQ(faults.first.size(), 20U);
  EXPECT_EQ(faults.first.back().line, 21);
}

TEST(TableChecks, ACheckOfColumnsThatAreNotThereJudgesNothing) {
  for (const auto& [kind, name] : {std::pair(CheckKind::Sum, "x"), {CheckKind::CarryOver, "x"}, {CheckKind::Within, "x"}, {CheckKind::Same, "a"}})
    EXPECT_THAT(judged(with({figure("a")}, {.kind = kind, .columns = {name}}), {{"1"}}), IsEmpty());
}

/// Whatever the rows: the subtotal that is their exact sum passes, and any other is named.
TEST(TableChecks, SumsAtEveryLevelEqualTheRows) {
  SeededRandom random(5);
  const auto table = with({text("unit"), text("item"), figure("a")},
                          {.kind = CheckKind::Subtotal, .columns = {"a"}, .total_row = {"item", Relates::Is, {"合计"}}, .group = {"unit"}});
  for (unsigned round = 0; round < rounds(200, 5000); ++round) {
    Rows rows;
    std::map<std::string, Decimal> sums;
    for (auto left = 1 + random.below(30); left > 0; --left) {
      const Decimal amount{static_cast<std::int64_t>(random.below(2'000'000)) - 1'000'000, static_cast<int>(random.below(3))};
      const auto unit = "单位" + std::to_string(random.below(4));
      rows.push_back({unit, "项", plain(amount)});
      sums[unit] = *sum(sums[unit], amount);
    }
    for (const auto& [unit, total] : sums) rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(random.below(rows.size())), {unit, "合计", plain(total)});
    EXPECT_THAT(judged(table, rows), IsEmpty());
    auto& spoilt = *std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row[1] == "合计"; });
    spoilt[2] = plain(*sum(*decimal_of(spoilt[2]), {1, 2}));
    EXPECT_EQ(judged(table, rows).size(), 1U);
  }
}

}  // namespace
}  // namespace mingting
