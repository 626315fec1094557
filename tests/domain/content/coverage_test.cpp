// Of what the law wants open: what is there, how old it is, what is missing.
#include "domain/content/coverage.hpp"

#include <gtest/gtest.h>

namespace mingting {
namespace {

using std::chrono::November;
constexpr Date kToday = std::chrono::year{2026} / November / 23;

CoverageLine only(const CoverageDuty& duty, const std::vector<CoverageEvidence>& evidence, Date today = kToday) {
  return coverage_of({duty}, evidence, today).front();
}

const CoverageDuty kFees{.article = "第二十条第（八）项", .title = "收费", .columns = {"fees"}, .tables = {"fees"}, .topics = {"收费"}, .days = 30};

CoverageEvidence item(Date day, bool sample = false) { return {.columns = {"fees"}, .day = day, .sample = sample}; }

TEST(Coverage, CountsItemsOfTheColumnsThoseOfTheTopicsAndRowsOfTheTables) {
  const auto line = only(kFees, {item(kToday),
                                 {.columns = {"other"}, .topics = {"收费"}, .day = kToday},
                                 {.table = "fees", .count = 20},
                                 {.columns = {"other"}, .topics = {"别的"}},
                                 {.table = "other", .count = 7}});
  EXPECT_EQ(line.count, 22U);
  EXPECT_EQ(line.newest, kToday);
  EXPECT_EQ(line.state, CoverageState::Open);
}

TEST(Coverage, CountsAnItemOnceHoweverItAnswers) {
  EXPECT_EQ(only(kFees, {{.columns = {"fees", "more"}, .topics = {"收费"}, .day = kToday}}).count, 1U);
}

TEST(Coverage, IsMissingWhereNothingAnswers) { EXPECT_EQ(only(kFees, {}).state, CoverageState::Missing); }

TEST(Coverage, SamplesAnswerNothingAndAreCountedApart) {
  const auto line = only(kFees, {item(kToday, true)});
  EXPECT_EQ(line.state, CoverageState::Samples);
  EXPECT_EQ(line.count, 0U);
  EXPECT_EQ(line.samples, 1U);
  EXPECT_FALSE(line.newest);
}

TEST(Coverage, IsStaleTheDayAfterItsTime) {
  const auto on = [](int day) { return std::chrono::year{2026} / std::chrono::October / day; };
  EXPECT_EQ(only(kFees, {item(on(24))}).state, CoverageState::Open) << "30 days ago";
  EXPECT_EQ(only(kFees, {item(on(23))}).state, CoverageState::Stale) << "31 days ago";
  EXPECT_EQ(only(kFees, {item(on(1))}, Date{}).state, CoverageState::Open) << "by no day nothing is old";
  auto unasked = kFees;
  unasked.days = 0;
  EXPECT_EQ(only(unasked, {item(on(1))}).state, CoverageState::Open);
}

TEST(Coverage, WithoutADayNobodyCanSayThatItIsNew) {
  EXPECT_EQ(only(kFees, {{.table = "fees", .count = 3}}).state, CoverageState::Stale);
}

}  // namespace
}  // namespace mingting
