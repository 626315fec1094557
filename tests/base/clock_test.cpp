// Dates and times as they are read and written.
#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace mingting {
namespace {

using namespace std::chrono_literals;

TEST(Clock, DaysAreTheHallsNotGreenwichs) {
  const auto before_midnight = parse_local_time("2026-11-23T23:59").value();
  EXPECT_EQ(iso_date(local_date(before_midnight)), "2026-11-23");
  EXPECT_EQ(iso_date(local_date(before_midnight + 1min)), "2026-11-24");
  EXPECT_EQ(before_midnight.time_since_epoch(), 1795449540s);  // 15:59 UTC
}

TEST(Clock, PrintsWhatItReads) {
  const auto instant = parse_local_time("2026-11-23T09:05:30").value();
  EXPECT_EQ(iso_local_time(instant), "2026-11-23T09:05:30");
  EXPECT_EQ(clock_face(instant), "09:05");
  EXPECT_EQ(local_time_of_day(instant), 9h + 5min + 30s);
  EXPECT_EQ(start_of(local_date(instant)) + 9h + 5min + 30s, instant);
}

TEST(Clock, WritesDatesInChinese) {
  const auto date = parse_date("2026-02-03").value();
  EXPECT_EQ(chinese_date(date), "2026年2月3日");
  EXPECT_EQ(chinese_weekday(date), "星期二");
  EXPECT_EQ(chinese_weekday(parse_date("2026-11-22").value()), "星期日");
}

TEST(Clock, RefusesDatesThatCannotBe) {
  for (const auto* text : {"", "2026-2-3", "2026-02-30", "2026-13-01", "2026-00-10", "2026/02/03", "2026-02-03 ", "２０２６-02-03",
                           "-026-02-03", "2025-02-29"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  EXPECT_TRUE(parse_date("2024-02-29"));
}

TEST(Clock, RefusesTimesThatCannotBe) {
  for (const auto* text :
       {"", "2026-11-23", "2026-11-23 09:00", "2026-11-23T24:00", "2026-11-23T09:60", "2026-11-23T09:00:60",
        "2026-11-23T09:00:", "2026-11-23T09:00:3", "2026-11-23T9:00", "2026-02-30T09:00", "2026-11-23T09:00x30"}) {
    EXPECT_FALSE(parse_local_time(text)) << text;
  }
}

TEST(Clock, AManualClockStandsStill) {
  ManualClock clock(parse_local_time("2026-11-23T09:00").value());
  const auto start = clock.now();
  EXPECT_EQ(clock.now(), start);
  clock.advance(90s);
  EXPECT_EQ(clock.now() - start, 90s);
  clock.set(start);
  EXPECT_EQ(clock.now(), start);
}

TEST(Clock, TimesBeforeTheEpochHoldToo) {
  const auto instant = parse_local_time("1969-12-31T23:30").value();
  EXPECT_EQ(iso_local_time(instant), "1969-12-31T23:30:00");
}

}  // namespace
}  // namespace mingting
