// Records of kiosks that are neither here nor in the hall: which they are, and which of them are given up.
#pragma once

#include <string>
#include <vector>

#include "desk/desk_work.hpp"

namespace mingting {

/// Whether nothing of the chain is missing, and it went one way or has been followed by a new one.
bool is_sound(const KioskChain& chain);

struct MissingRecords {
  std::vector<KioskChain> chains;  ///< with something missing or given up, or that went two ways
};
Result<MissingRecords> list_missing(const DeskWork& work);

struct LostOrder {
  std::string kiosk;   ///< its name, fingerprint or key
  std::string places;  ///< "2" or "2-4": exactly as they are listed
  std::string reason;
  bool gone = false;   ///< from the machine as well, although it held them at its last export
};
struct LostDeclared {
  std::string kiosk;  ///< name
  LostRecords lost;
};
/// Given up for good, with clerk and reason: acknowledging goes on behind them, and they stand in the yearly
/// tables.
Result<LostDeclared> declare_lost(const DeskWork& work, const LostOrder& order);

}  // namespace mingting
