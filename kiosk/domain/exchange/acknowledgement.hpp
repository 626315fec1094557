// What the office tells its kiosks back: which records lie safely in its register, so that a kiosk may forget them. Made by
// the desk (content/desk/acknowledged.json), carried in a release, acted on by intake/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mingting {

/// Every record of the kiosk's chain up to `position`. The hash stands for all of them: each record names the
/// hash of the one before it. So a kiosk may forget them exactly when its own record there has this hash, and
/// one that has another record there, or none yet, was put back from an older copy of its disk or shares its
/// key with another machine.
struct Acknowledged {
  std::string kiosk_key;  ///< base64 Ed25519
  std::uint64_t position = 0;
  std::string hash;  ///< of the record there: 64 hex digits
  /// The register holds two records for this place: nothing is acknowledged, and who has this key is to begin
  /// a new chain.
  bool forked = false;
  bool operator==(const Acknowledged&) const = default;
};

/// content/desk/acknowledged.json: stable, by kiosk key, then as given.
std::string print_acknowledged(std::vector<Acknowledged> all);
/// Errors say which entry is wrong. A chain that went two ways has an entry for each end; the same entry
/// twice is an error.
Result<std::vector<Acknowledged>> parse_acknowledged(std::string_view json);

}  // namespace mingting
