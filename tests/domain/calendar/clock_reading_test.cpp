// A clock unset, gone back or leapt far ahead, judged by the release and by what was written down before.
#include "domain/calendar/clock_reading.hpp"

#include <gtest/gtest.h>

namespace mingting {
namespace {

using std::chrono::days;

Instant at(const char* local_time) {
  return parse_local_time(local_time).value();
}

const ReleaseTimes kRelease{.made = at("2026-11-01T08:00"), .expires = at("2027-11-01T08:00")};

TEST(ClockReading, TheRightTimeIsBelieved) {
  const auto now = at("2026-11-23T09:00");
  EXPECT_EQ(judge_clock(now, at("2026-11-20T09:00"), kRelease),
            (ClockReading{now, at("2026-11-20T09:00"), now, false}));
  EXPECT_EQ(judge_clock(now, {}, kRelease), (ClockReading{now, kRelease.made, now, false}));
  EXPECT_EQ(judge_clock(now, {}, {}), (ClockReading{now, now, now, false}))
      << "nothing is known that speaks against it";
}

TEST(ClockReading, ALeapOfMoreThanAReleasesLifeIsToldTheTrustedTime) {
  const auto latest = at("2026-11-20T09:00"), edge = latest + days{365};
  EXPECT_FALSE(judge_clock(edge, latest, kRelease).doubtful);
  for (const auto now :
       {edge + Milliseconds{1}, at("2099-03-02T09:00"), at("2100-01-01T00:00"), at("9999-12-31T23:59")}) {
    EXPECT_EQ(judge_clock(now, latest, kRelease), (ClockReading{now, latest, latest, true}))
        << iso_local_time(now);
  }
}

TEST(ClockReading, ANewReleaseIsAWitnessOfTimeThatPassed) {
  const auto latest = at("2024-11-20T09:00"), now = at("2026-11-23T09:00");
  EXPECT_TRUE(judge_clock(at("2028-11-23T09:00"), at("2026-11-20T09:00"), {}).doubtful);
  EXPECT_FALSE(judge_clock(now, latest, kRelease).doubtful) << "a kiosk nobody used for two years";
}

TEST(ClockReading, ReleasesOfAWeekStillLeaveAQuarter) {
  const ReleaseTimes weekly{.made = at("2026-11-01T08:00"), .expires = at("2026-11-08T08:00")};
  EXPECT_FALSE(judge_clock(at("2027-01-20T09:00"), {}, weekly).doubtful);
  EXPECT_TRUE(judge_clock(at("2027-02-20T09:00"), {}, weekly).doubtful);
}

TEST(ClockReading, OneThatIsBehindIsTakenAtItsWordAndDoubted) {
  for (const auto now : {at("2026-11-10T09:00"), at("2026-02-10T09:00")}) {
    const auto reading = judge_clock(now, at("2026-11-20T09:00"), kRelease);
    EXPECT_EQ(reading.believed, now);
    EXPECT_TRUE(reading.doubtful);
    EXPECT_EQ(reading.trusted, at("2026-11-20T09:00"));
  }
  EXPECT_TRUE(judge_clock(at("2026-02-10T09:00"), {}, kRelease).doubtful) << "the release was made later";
  EXPECT_FALSE(judge_clock(kRelease.made - std::chrono::hours{2}, {}, kRelease).doubtful)
      << "the office's clock is not exact";
}

}  // namespace
}  // namespace mingting
