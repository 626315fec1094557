// What the kiosks may forget: records that are safe in the register.
#pragma once

#include <string>
#include <vector>

#include "desk/desk_work.hpp"

namespace mingting {

struct AcknowledgementsMade {
  struct Kiosk {
    std::string name, key;
    std::uint64_t position = 0;  ///< every record up to it
  };
  Path file;
  std::vector<Kiosk> kiosks;
};
/// Writes FOLDER/acknowledged.json.
Result<AcknowledgementsMade> write_acknowledgements(const DeskWork& work, const Path& folder);

}  // namespace mingting
