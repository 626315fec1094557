// Whole visits as text: taps and words by label, and what must be seen. The language is described in
// tests/journeys/README.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

class Kiosk;

struct JourneyLine {
  int number = 0;  ///< in the file, from 1
  std::string verb;
  std::vector<std::string> words;  ///< what follows, quotes taken off; TEXT is always the last, with its spaces
};

/// Errors name the line. Comments and empty lines are left out.
Result<std::vector<JourneyLine>> parse_journey(std::string_view text);

/// Plays lines on a kiosk with a clock that stands still. Pictures and trees go to `out`. The first line that fails ends
/// it: the error has its number, what was expected, and the tree.
Result<void> play(Kiosk& kiosk, ManualClock& clock, FileSystem& files, const std::vector<JourneyLine>& lines, const Path& out);

}  // namespace mingting
