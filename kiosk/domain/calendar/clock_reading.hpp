// Which time is believed when a machine's clock may be wrong: unset, gone back, or leapt far ahead.
#pragma once

#include "base/clock.hpp"

namespace mingting {

/// From when until when the release on screen is good, as the office signed it. `made` is the epoch when
/// there is none.
struct ReleaseTimes {
  Instant made{};
  Instant expires{};
  bool operator==(const ReleaseTimes&) const = default;
};

struct ClockReading {
  Instant clock{};    ///< what the clock showed
  Instant trusted{};  ///< the latest time that is known to have come: of a record, or of the release's making
  Instant believed{};  ///< what is written down
  bool doubtful = false;
  bool operator==(const ClockReading&) const = default;
};

/// A clock outside the years there can be was never set, and one that is more than a release's life (90 days
/// at least) ahead of the trusted time has leapt: both are told the trusted time. One that is behind it went
/// back, or an earlier reading was ahead; nobody can tell which, so it is taken at its word. All three are
/// doubtful. `latest`: the latest time ever believed on this machine; the epoch when there is none. What
/// comes out never raises it by more than a release's life, so that the right time is not held against those
/// who come after a leap.
ClockReading judge_clock(Instant now, Instant latest, const ReleaseTimes& release);

}  // namespace mingting
