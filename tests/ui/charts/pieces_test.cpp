// From where to where bars reach, and how labels make room for one another.
#include "ui/widgets/charts/pieces.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "ui/widgets/charts/sheet.hpp"

namespace mingting::ui::charts {
namespace {

using ::testing::ElementsAre;

ChartView view(ChartKind kind, std::vector<std::vector<std::optional<double>>> marks) {
  ChartView chart{.id = "c", .label = "c", .unit = "", .kind = kind};
  for (auto& values : marks) chart.marks.push_back({.id = "m", .label = "m", .values = std::move(values)});
  return chart;
}

std::vector<std::pair<double, double>> stretches(const Bars& bars) {
  std::vector<std::pair<double, double>> all;
  for (const auto& slots : bars.marks)
    for (const auto& slot : slots)
      for (const auto& piece : slot.pieces) all.emplace_back(piece.from, piece.to);
  return all;
}

TEST(Pieces, AWaterfallHangsEachStepOnTheOneBefore) {
  const auto bars = bars_of(view(ChartKind::Waterfall, {{86}, {4}, {-88}, {2}}));
  EXPECT_THAT(stretches(bars),
              ElementsAre(std::pair(0.0, 86.0), std::pair(86.0, 90.0), std::pair(90.0, 2.0), std::pair(0.0, 2.0)));
  EXPECT_EQ(bars.marks[2].front().pieces.front().look, kTaken);
}

TEST(Pieces, AWaterfallGoesOnOverAGapAndStandsOnZeroWhereItIsATotal) {
  auto chart = view(ChartKind::Waterfall, {{10}, {std::nullopt}, {5}, {15}, {-4}, {11}});
  chart.marks[3].total = true;
  EXPECT_THAT(stretches(bars_of(chart)), ElementsAre(std::pair(0.0, 10.0), std::pair(10.0, 15.0), std::pair(0.0, 15.0),
                                                     std::pair(15.0, 11.0), std::pair(0.0, 11.0)));
}

TEST(Pieces, StacksGoUpAndDownFromZero) {
  const auto bars = bars_of(view(ChartKind::Stacked, {{3, -2, 4, -1}}));
  EXPECT_THAT(stretches(bars),
              ElementsAre(std::pair(0.0, 3.0), std::pair(0.0, -2.0), std::pair(3.0, 7.0), std::pair(-2.0, -3.0)));
  EXPECT_EQ(bars.low, -3);
  EXPECT_EQ(bars.high, 7);
}

TEST(Pieces, AStackSaysItsSumWhereItIsGivenElseItsParts) {
  auto chart = view(ChartKind::Stacked, {{3, 4}});
  chart.marks[0].printed = {"3.0", "4.0"};
  EXPECT_EQ(bars_of(chart).marks[0].front().printed, "3.0 + 4.0");
  chart.marks[0].printed.push_back("7.0");
  EXPECT_EQ(bars_of(chart).marks[0].front().printed, "7.0");
}

TEST(Pieces, WhatIsNoNumberIsAGap) {
  const auto bars = bars_of(
      view(ChartKind::Bars, {{std::numeric_limits<double>::quiet_NaN()}, {}, {std::numeric_limits<double>::infinity()}, {1}}));
  EXPECT_THAT(stretches(bars), ElementsAre(std::pair(0.0, 1.0)));
  EXPECT_EQ(bars.marks.size(), 4U);
}

TEST(Pieces, SharesAreOfTheWhole) {
  EXPECT_THAT(shares_of(view(ChartKind::Share, {{1}, {-5}, {3}, {std::nullopt}})), ElementsAre(0.25, 0, 0.75, 0));
  EXPECT_THAT(shares_of(view(ChartKind::Share, {{0}, {-5}})), ElementsAre(0, 0));
}

TEST(PushedApart, KeepsTheirOrderAndStaysWithin) {
  EXPECT_THAT(pushed_apart({50, 52, 10}, {20, 20, 20}, 0, 100), ElementsAre(50, 70, 10));
  EXPECT_THAT(pushed_apart({95, 90}, {20, 20}, 0, 100), ElementsAre(80, 60)) << "from the end inwards";
  EXPECT_THAT(pushed_apart({-30, -20}, {20, 20}, 0, 100), ElementsAre(0, 20));
}

}  // namespace
}  // namespace mingting::ui::charts
