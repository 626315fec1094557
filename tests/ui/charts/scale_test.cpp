// Round ticks, and where an axis begins.
#include "ui/widgets/charts/scale.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace mingting::ui::charts {
namespace {

using ::testing::ElementsAre;

TEST(Scale, TakesRoundSteps) {
  EXPECT_THAT(scale_for(0, 131, Zero::Always, 4).ticks, ElementsAre(0, 50, 100, 150));
  EXPECT_THAT(scale_for(0, 100, Zero::Always, 4).ticks, ElementsAre(0, 25, 50, 75, 100));
  EXPECT_THAT(scale_for(0, 1, Zero::Always, 1).ticks, ElementsAre(0, 1));
  EXPECT_THAT(scale_for(0, 7, Zero::Always, 4).ticks, ElementsAre(0, 2, 4, 6, 8));
}

TEST(Scale, EveryStepIsOneTwoTwoAndAHalfOrFiveTimesAPowerOfTen) {
  for (double most = 1e-6; most < 1e12; most *= 1.37) {
    for (const int steps : {1, 2, 4, 5, 8}) {
      const auto scale = scale_for(0, most, Zero::Always, steps);
      const double lead = scale.step / std::pow(10, std::floor(std::log10(scale.step) + 1e-9));
      EXPECT_TRUE(std::abs(lead - 1) < 1e-6 || std::abs(lead - 2) < 1e-6 || std::abs(lead - 2.5) < 1e-6 ||
                  std::abs(lead - 5) < 1e-6)
          << most << " " << scale.step;
      EXPECT_LE(scale.low, 0);
      EXPECT_GE(scale.high, most * (1 - 1e-9));
      EXPECT_LE(scale.ticks.size(), static_cast<std::size_t>(steps) + 2);
    }
  }
}

TEST(Scale, BarsBeginAtZeroAlways) {
  EXPECT_TRUE(scale_for(95, 100, Zero::Always, 4).from_zero());
  EXPECT_THAT(scale_for(-100, -95, Zero::Always, 4).ticks, ElementsAre(-100, -75, -50, -25, 0));
}

TEST(Scale, LinesLeaveZeroWhenTheRangeIsLessThanAThird) {
  EXPECT_FALSE(scale_for(95, 100, Zero::WhereItFits, 4).from_zero());
  EXPECT_FALSE(scale_for(-100, -95, Zero::WhereItFits, 4).from_zero());
  EXPECT_TRUE(scale_for(60, 100, Zero::WhereItFits, 4).from_zero());
  EXPECT_TRUE(scale_for(-5, 100, Zero::WhereItFits, 4).from_zero());
  EXPECT_TRUE(scale_for(7, 7, Zero::WhereItFits, 4).from_zero()) << "one value says nothing of a range";
}

TEST(Scale, BearsAnything) {
  EXPECT_THAT(scale_for(0, 0, Zero::Always, 4).ticks, ElementsAre(0, 0.25, 0.5, 0.75, 1));
  EXPECT_EQ(scale_for(5, -5, Zero::Always, 2).ticks.front(), -5);
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(scale_for(nothing, std::numeric_limits<double>::infinity(), Zero::Always, 4).from_zero());
}

TEST(Scale, WritesTicksAsPeopleReadThem) {
  EXPECT_EQ(written(1200, 400), "1,200");
  EXPECT_EQ(written(1234567, 1), "1,234,567");
  EXPECT_EQ(written(0.25, 0.25), "0.25");
  EXPECT_EQ(written(7.5, 2.5), "7.5");
  EXPECT_EQ(written(-40, 20),
            "\xE2\x88\x92"
            "40");
  EXPECT_EQ(written(0, 20), "0");
  EXPECT_EQ(written(-1e-14, 20), "0") << "what rounding leaves has no sign";
}

}  // namespace
}  // namespace mingting::ui::charts
