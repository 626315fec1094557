// Pages of rows and groups of them are what a walk over all rows would give.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "domain/table/conditions.hpp"
#include "domain/table/decimal.hpp"
#include "domain/table/values.hpp"
#include "library/tables/table_hall.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Date kToday = *parse_date("2023-06-15");

/// The rows that meet, by a walk over all of them.
Rows walked(const FilledTable& filled, const RowConditions& where, Date today = kToday) {
  const RowTest test(filled.table, where, today);
  Rows met;
  for (const auto& row : filled.rows) {
    if (is_shown(filled.table, row, today) && test(row)) met.push_back(row);
  }
  return met;
}

Rows cells_of(const RowPage& page) {
  Rows cells;
  for (const auto& row : page.rows) cells.push_back(row.cells);
  return cells;
}

RowCondition some_condition(SeededRandom& random) {
  static const std::vector<std::pair<std::string, std::vector<std::string>>> kValues{
      {"code", {"南府发[2021]5号", "南府发〔2021〕0007号", "x"}},
      {"name", {"道路工程3", "路", ""}},
      {"street", {"s1", "s3", "s9"}},
      {"sum", {"12.5", "12.50", "1000", "-7", "99.999", "x", "0", "3000.001"}},
      {"until", {"2021年5月6日", "今天", "2024-01-01"}},
      {"tags", {"水", "路", "电"}},
      {"period", {"2021", "2021年第三季度", "今天", "2022-08"}},
      {"state", {"公示", "撤回"}}};
  const auto& [column, values] = kValues[random.below(static_cast<std::uint32_t>(kValues.size()))];
  RowCondition condition{column, kRelates[random.below(6)].value, {}};
  for (std::uint32_t i = 0; i <= random.below(3); ++i) condition.values.push_back(values[random.below(static_cast<std::uint32_t>(values.size()))]);
  return condition;
}

TEST(TableRows, EveryCellReadsBackAsItWas) {
  const auto filled = projects();
  TableHall hall({filled, streets()});
  Rows read;
  for (std::size_t offset = 0;; offset += 50) {
    const auto page = sound(hall->rows({.table = "projects", .offset = offset}));
    if (page.rows.empty()) break;
    std::ranges::copy(cells_of(page), std::back_inserter(read));
  }
  EXPECT_EQ(read, walked(filled, {}, Date{}));
  EXPECT_EQ(sound(hall->table("projects")), filled.table);
}

TEST(TableRows, PagesOfAnyFilterAreWhatAWalkGives) {
  const auto filled = projects();
  TableHall hall({filled, streets()});
  hall->show_on(kToday);
  SeededRandom random(7);
  for (int round = 0; round < 300; ++round) {
    RowQuery query{.table = "projects", .limit = 1 + random.below(60)};
    for (std::uint32_t i = 0; i < random.below(4); ++i) query.where.push_back(some_condition(random));
    const auto wanted = walked(filled, query.where);
    Rows read;
    do {
      const auto page = sound(hall->rows(query));
      ASSERT_EQ(page.total, wanted.size()) << testing::PrintToString(query.where.front().column) << round;
      if (page.rows.empty()) break;
      std::ranges::copy(cells_of(page), std::back_inserter(read));
      query.offset += query.limit;
    } while (true);
    ASSERT_EQ(read, wanted) << round;
  }
}

TEST(TableRows, SortedRowsAreAllRowsInOrderBlanksLast) {
  const auto filled = projects();
  TableHall hall({filled, streets()});
  for (const bool descending : {false, true}) {
    auto wanted = walked(filled, {}, Date{});
    std::ranges::stable_sort(wanted, [&](const auto& a, const auto& b) {
      if (a[3].empty() || b[3].empty()) return !a[3].empty() && b[3].empty();
      const auto order = compare(*decimal_of(a[3]), *decimal_of(b[3]));
      return descending ? order > 0 : order < 0;
    });
    Rows read;
    for (std::size_t offset = 0; offset < wanted.size(); offset += 7) {
      std::ranges::copy(cells_of(sound(hall->rows({.table = "projects", .sort = "sum", .descending = descending, .offset = offset, .limit = 7}))),
                        std::back_inserter(read));
    }
    EXPECT_EQ(read, wanted);
  }
}

TEST(TableRows, FacetsCountWhatEachValueWouldLeave) {
  const auto filled = projects();
  TableHall hall({filled, streets()});
  const RowConditions where{{"street", Relates::Is, {"s1"}}, {"tags", Relates::Is, {"水"}}};
  const auto page = sound(hall->rows({.table = "projects", .where = where, .facets = {"street", "tags", "sum"}}));
  ASSERT_EQ(page.facets.size(), 3U);
  for (const auto& value : page.facets[0].values)
    EXPECT_EQ(value.count, walked(filled, {{"street", Relates::Is, {value.value}}, where[1]}, Date{}).size()) << value.value;
  EXPECT_THAT(page.facets[1].values, testing::SizeIs(3)) << "a cell of several options counts for each";
  for (const auto& value : page.facets[1].values)
    EXPECT_EQ(value.count, walked(filled, {where[0], {"tags", Relates::Is, {value.value}}}, Date{}).size()) << value.value;
  ASSERT_EQ(page.facets[2].values.size(), 2U) << "the least and the greatest";
  EXPECT_EQ(walked(filled, {where[0], where[1], {"sum", Relates::AtLeast, {page.facets[2].values[0].value}}}, Date{}).size(),
            page.facets[2].values[0].count);
}

TEST(TableRows, ConditionsOfAViewStandWhenItsColumnIsCounted) {
  auto filled = projects();
  const RowCondition of_view{"street", Relates::Not, {"s3"}};
  filled.table.views.front().where = {of_view};
  TableHall hall({filled});
  const auto page = sound(hall->rows({.table = "projects", .where = {of_view, {"street", Relates::Is, {"s1"}}}, .facets = {"street"}}));
  std::vector<std::string> values;
  for (const auto& value : page.facets[0].values) values.push_back(value.value);
  EXPECT_THAT(values, ElementsAre("s1", "s2"));
}

TEST(TableGroups, SumsOfEveryLevelAreThoseOfItsRows) {
  const auto filled = projects();
  TableHall hall({filled, streets()});
  for (const auto& by : std::vector<std::vector<std::string>>{{}, {"street"}, {"street", "period"}, {"street", "period", "until"}, {"code"}}) {
    const auto page = sound(hall->groups({.table = "projects", .where = {{"state", Relates::Filled, {}}}, .by = by, .sums = {"sum"}, .limit = 1000}));
    std::map<std::vector<std::string>, std::pair<std::size_t, Decimal>> wanted;
    std::vector<std::vector<std::string>> order;
    for (const auto& row : walked(filled, {{"state", Relates::Filled, {}}}, Date{})) {
      std::vector<std::string> values;
      for (const auto& name : by) values.push_back(row[*column_at(filled.table, name)]);
      auto& group = wanted[values];
      if (group.first++ == 0) order.push_back(values);
      if (!row[3].empty()) group.second = *sum(group.second, *decimal_of(row[3]));
    }
    ASSERT_EQ(page.groups.size(), wanted.size());
    EXPECT_EQ(page.total, wanted.size());
    Decimal all;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < page.groups.size(); ++i) {
      const auto& group = page.groups[i];
      EXPECT_EQ(group.values, order[i]) << "groups stand where their first rows stand";
      EXPECT_EQ(group.rows, wanted[group.values].first);
      EXPECT_EQ(group.only.empty(), group.rows != 1);
      EXPECT_TRUE(compare(group.sums[0].value_or(Decimal{}), wanted[group.values].second) == 0);
      all = *sum(all, group.sums[0].value_or(Decimal{})), rows += group.rows;
    }
    EXPECT_TRUE(compare(all, page.all.sums[0].value_or(Decimal{})) == 0);
    EXPECT_EQ(rows, page.all.rows);
  }
}

TEST(TableGroups, NoFigureIsNoSumAndPlacesHaveTitles) {
  auto filled = projects();
  filled.rows = {{"a1号", "甲", "s1", "", "", "", "", ""}, {"a2号", "乙", "s2", "0", "", "", "", ""}};
  TableHall hall({filled, streets()});
  const auto page = sound(hall->groups({.table = "projects", .by = {"street"}, .sums = {"sum"}}));
  ASSERT_EQ(page.groups.size(), 2U);
  EXPECT_EQ(page.groups[0].sums[0], std::nullopt);
  EXPECT_EQ(page.groups[1].sums[0], (Decimal{0, 2}));
  EXPECT_THAT(page.groups[0].titles, ElementsAre("花果园街道"));
}

TEST(TableMeasures, AreWorkedOutOfTheRows) {
  const auto filled = projects();
  TableHall hall({filled, streets()});
  hall->show_on(kToday);
  const auto measures = sound(hall->measures("projects", kToday));
  ASSERT_EQ(measures.size(), 2U);
  EXPECT_EQ(measures[0].of, walked(filled, {{"state", Relates::Is, {"公示"}}}).size());
  EXPECT_EQ(measures[0].among, walked(filled, {}).size());
  EXPECT_THAT(measures[0].value, testing::EndsWith("%"));
  EXPECT_EQ(measures[1].parts.size(), 4U);
}

TEST(TableMeasures, AreBlankWhereNothingIsAmong) {
  auto filled = projects();
  filled.rows.clear();
  TableHall hall({filled});
  EXPECT_EQ(sound(hall->measures("projects", kToday))[0].value, "");
}

TEST(TableRows, UnknownColumnsAndTablesAreErrors) {
  TableHall hall({projects()});
  EXPECT_EQ(hall->rows({.table = "none"}).error().trouble, Trouble::NotFound);
  EXPECT_EQ(hall->rows({.table = "projects", .edition = "1"}).error().trouble, Trouble::NotFound);
  EXPECT_EQ(hall->rows({.table = "projects", .where = {{"none", Relates::Is, {"1"}}}}).error().trouble, Trouble::Invalid);
  EXPECT_EQ(hall->rows({.table = "projects", .sort = "\"; DROP TABLE item; --"}).error().trouble, Trouble::Invalid);
  EXPECT_EQ(hall->groups({.table = "projects", .sums = {"name"}}).error().trouble, Trouble::Invalid);
}

TEST(TableRows, AnEmptyTableAndAWideOneAnswer) {
  auto empty = projects();
  empty.rows.clear();
  FilledTable wide{{.id = "wide", .title = "宽"}, {{}}};
  for (int i = 0; i < 60; ++i) {
    wide.table.columns.push_back({.name = "c" + std::to_string(i), .type = i % 2 == 0 ? CellType::Number : CellType::Code});
    wide.rows[0].push_back(std::to_string(i));
  }
  auto past = wide;
  past.table.edition = "2024";
  past.table.key = wide.table.key = {"c0"};
  past.rows[0][4] = "5.0", past.table.columns[4].scale = 1;
  TableHall hall({empty, wide, past});
  const auto none = sound(hall->rows({.table = "projects", .sort = "sum", .facets = {"street", "sum"}}));
  EXPECT_THAT(none.rows, IsEmpty());
  EXPECT_EQ(sound(hall->groups({.table = "projects", .by = {"street"}, .sums = {"sum"}})).all.rows, 0U);
  EXPECT_EQ(cells_of(sound(hall->rows({.table = "wide"}))), wide.rows);
  const auto difference = sound(hall->difference("wide", "2024", ""));
  ASSERT_EQ(difference.changed.size(), 1U);
  EXPECT_EQ(difference.changed[0].cells[0].first, "c4");
}

}  // namespace
}  // namespace mingting
