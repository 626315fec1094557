// Any order of clock leaps: every submission is taken, no number is given twice, and the right time is never
// held against anybody.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "base/said/words.hpp"
#include "intake/hall.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using std::chrono::days;
using std::chrono::hours;

/// A kiosk whose clock is put anywhere, while the true time goes on.
class LeapingKiosk {
 public:
  explicit LeapingKiosk(unsigned seed) : random_(seed) {
    intake_.emplace(hall_.opened());
    publish();
  }

  /// One submission with the clock showing `shown`; what is written down for it.
  Accepted submit(Instant shown) {
    hall_.clock.set(shown);
    auto accepted = intake_->submit(application(), hall_.office.public_key);
    EXPECT_TRUE(accepted) << worded(accepted.error());
    EXPECT_TRUE(numbers_.insert(accepted->number.text).second) << accepted->number.text;
    shown_.push_back(shown);
    return *accepted;
  }

  /// Up to three days pass; sometimes the kiosk is started anew, sometimes a new release comes.
  void go_on() {
    now_ += hours{1 + draw(72)};
    if (draw(6) == 0) {
      intake_.reset();
      intake_.emplace(hall_.opened());
      intake_->use_release(times_);
    }
    if (draw(8) == 0) publish();
  }

  /// What a clock shows that is unset, or more than a release's life ahead.
  Instant impossible() {
    const Instant kAnything[] = {
        at("1970-01-01T08:00"), at("2025-12-31T23:59"), now_ + days{366 + 60 + draw(1000)},
        at("2099-03-02T09:00"), at("2100-01-01T00:00"), at("9999-12-31T23:59")};
    return kAnything[draw(std::size(kAnything))];
  }

  /// Both readings of every record lie sealed at the office.
  void expect_both_readings() {
    const auto report = intake_->export_to(hall_.stick());
    ASSERT_TRUE(report);
    const auto opened = hall_.read(report->folder);
    ASSERT_TRUE(opened);
    ASSERT_EQ(opened->records.size(), shown_.size());
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      EXPECT_EQ(opened->records[i].clock, shown_[i]);
      EXPECT_LE(opened->records[i].trusted, now_) << "no impossible time is ever trusted";
    }
  }

  Instant now() const { return now_; }
  unsigned draw(std::size_t below) { return static_cast<unsigned>(random_() % below); }

 private:
  void publish() {
    times_ = {.made = now_ - hours{1}, .expires = now_ + days{365}};
    intake_->use_release(times_);
  }

  std::mt19937 random_;
  HallAtWork hall_;
  std::optional<Intake> intake_;
  Instant now_ = at("2026-11-23T09:00");
  ReleaseTimes times_;
  std::set<std::string> numbers_;
  std::vector<Instant> shown_;
};

TEST(ClockLeaps, AnImpossibleTimeIsDoubtedAndTheRightOneAfterItIsNot) {
  for (unsigned seed = 1; seed <= rounds(3, 60); ++seed) {
    LeapingKiosk kiosk(seed);
    for (int step = 0; step < 20; ++step) {
      const auto accepted = kiosk.draw(2) == 0 ? kiosk.submit(kiosk.now()) : kiosk.submit(kiosk.impossible());
      EXPECT_TRUE(accepted.clock_doubtful || accepted.received == kiosk.now());
      EXPECT_LE(accepted.received, kiosk.now()) << "seed " << seed << " step " << step;
      const auto right = kiosk.submit(kiosk.now());
      EXPECT_EQ(right.received, kiosk.now());
      EXPECT_FALSE(right.clock_doubtful) << "seed " << seed << " step " << step;
      kiosk.go_on();
    }
    kiosk.expect_both_readings();
  }
}

TEST(ClockLeaps, WhereverTheClockWentTheRightTimeIsWrittenDownWhenItReturns) {
  for (unsigned seed = 1; seed <= rounds(2, 60); ++seed) {
    LeapingKiosk kiosk(seed);
    for (int step = 0; step < 20; ++step) {
      const auto anywhere = kiosk.now() + days{static_cast<int>(kiosk.draw(700)) - 350};
      kiosk.submit(kiosk.draw(3) == 0 ? kiosk.impossible() : anywhere);
      EXPECT_EQ(kiosk.submit(kiosk.now()).received, kiosk.now()) << "seed " << seed << " step " << step;
      kiosk.go_on();
    }
  }
}

}  // namespace
}  // namespace mingting
