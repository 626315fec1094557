// A clock judged by what was signed and by what was written down before.
#include "domain/calendar/clock_reading.hpp"

#include <algorithm>

namespace mingting {
namespace {

using std::chrono::days;

/// This program did not exist before, and receipt numbers end with the century.
constexpr Date kEarliest{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}};
constexpr Date kEnd{kLastReceiptYear + std::chrono::years{1}, std::chrono::January, std::chrono::day{1}};

constexpr days kUsualLife{365};    // of a release, where none is known
constexpr days kShortestLife{90};  // an office that publishes every week still closes for a while
constexpr days kOtherClocks{1};    // the office's own clock may be a little ahead

Milliseconds life_of(const ReleaseTimes& release) {
  if (release.made == Instant{}) return kUsualLife;
  return std::max<Milliseconds>(kShortestLife, release.expires - release.made);
}

bool can_be(Instant now) {
  return now >= start_of(kEarliest) && now < start_of(kEnd);
}

}  // namespace

ClockReading judge_clock(Instant now, Instant latest, const ReleaseTimes& release) {
  const auto known = std::max(latest, release.made);
  const auto trusted = std::max(known, start_of(kEarliest));
  const bool leapt = known != Instant{} && now - trusted > life_of(release);
  if (!can_be(now) || leapt) return {.clock = now, .trusted = trusted, .believed = trusted, .doubtful = true};
  const bool behind = now < latest || now < release.made - kOtherClocks;
  return {.clock = now, .trusted = known == Instant{} ? now : trusted, .believed = now, .doubtful = behind};
}

}  // namespace mingting
