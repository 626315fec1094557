// What the office tells its kiosks back: which records lie safely in its register, so that a kiosk may forget them. Made by
// the desk (content/desk/acknowledged.json), carried in a release, acted on by intake/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mingting {

/// Every record of the kiosk's chain up to `position`.
struct Acknowledged {
  std::string kiosk_key;  ///< base64 Ed25519
  std::uint64_t position = 0;
  std::string hash;  ///< of the record there: 64 hex digits
  bool operator==(const Acknowledged&) const = default;
};

/// content/desk/acknowledged.json: stable, by kiosk key.
std::string print_acknowledged(std::vector<Acknowledged> all);
/// Errors say which entry is wrong. Two entries of one kiosk are an error.
Result<std::vector<Acknowledged>> parse_acknowledged(std::string_view json);

}  // namespace mingting
