// What the kiosks may forget: records that are safe in the register.
#pragma once

#include <vector>

#include "desk/desk_work.hpp"

namespace mingting {

struct AcknowledgementsMade {
  struct Kiosk {
    KioskChain chain;
    std::vector<Acknowledged> told;  ///< what its machine is told
    std::uint64_t before =
        0;  ///< furthest position the file said before, when the register does not reach there now
  };
  Path file;
  std::vector<Kiosk> kiosks;  ///< those with a record
};
/// Writes FOLDER/acknowledged.json.
Result<AcknowledgementsMade> write_acknowledgements(const DeskWork& work, const Path& folder);

}  // namespace mingting
