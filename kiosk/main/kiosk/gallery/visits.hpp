// By which way is each state of a screen reached?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "main/kiosk/journey.hpp"

namespace mingting::gallery {

/// What a screen shows after the lines before it.
struct State {
  std::string name;       ///< of its pictures
  std::string title;      ///< for people
  bool landmark = false;  ///< drawn in every look
};

/// One file of assets/gallery: lines of a journey, and those that assets/gallery/README.md tells of. Each begins where nobody is
/// there, with everything as it usually is.
struct Visit {
  std::string name;
  bool installed = true;  ///< on a machine with the release
  std::vector<JourneyLine> lines;
};

/// The state that a line names, if it names one.
std::optional<State> state_of(const JourneyLine& line);
/// All of the visits, in their order.
std::vector<State> states_of(const std::vector<Visit>& visits);

/// In the order of their files' names. Errors name the file: a line that cannot be read, a state named twice or without a title.
Result<std::vector<Visit>> read_visits(FileSystem& files, const Path& folder);

}  // namespace mingting::gallery
