// The counts of uses as they go along with an export: sealed to the office, vouched for by the export's own signature.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/uses/uses.hpp"

namespace mingting {

/// The file's bytes: JSON of whom it is sealed to and the sealed weeks. Where they are too many, the oldest stay behind.
/// Errors when `office_key` (base64 X25519) is none.
Result<std::string> seal_uses(std::vector<WeekOfUses> weeks, const std::string& office_key);
/// The same opened. Errors: sealed to another key (Invalid), torn.
Result<std::vector<WeekOfUses>> open_uses(std::string_view file, const std::string& office_secret_key);

namespace vault {

/// Its name in an export; export.json names its SHA-256 (hex) as "uses".
inline constexpr const char* kUsesFile = "uses.json";
inline constexpr std::size_t kMostUsesFile = 16U << 20;

}  // namespace vault

}  // namespace mingting
