// Goes every way of the gallery, and shows each state in each of its looks.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "main/kiosk/gallery/looks.hpp"
#include "main/kiosk/gallery/visits.hpp"
#include "main/kiosk/kiosk.hpp"

namespace mingting::gallery {

/// A state that has been reached and stands still in one look.
struct Seen {
  const State& state;
  const Look& look;
  Kiosk& kiosk;
};
/// An error ends the walk.
using Viewer = std::function<Result<void>(const Seen&)>;

/// What was not reached: the rest of a visit goes with the line that failed.
struct Missed {
  std::string visit;
  platform::Size size;
  std::string why;  ///< in words
};

struct WalkOptions {
  KioskOptions kiosk;  ///< `state`: whose release is shown; nothing in it is changed
  std::vector<Visit> visits;
  std::vector<Look> looks;
  Instant now{};  ///< when every visit begins
};

/// Errors: no release, no display, no room for a state of its own, or what the viewer says.
Result<std::vector<Missed>> walk(const WalkOptions& options, const Viewer& viewer);

}  // namespace mingting::gallery
