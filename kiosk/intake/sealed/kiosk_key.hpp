// The keys a kiosk signs its chains with: each made once, kept in a file that only the kiosk's user reads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting::vault {

/// FOLDER/kiosk.key, or kiosk-FINGERPRINT.key for a chain that followed another: "mingting kiosk-secret
/// BASE64", mode 0600. `owner` is the public key (base64) of the chain: its key must be there then. Without
/// one a key is made, durable before this answers, unless an interrupted first start left one behind, which
/// is used.
Result<SigningKey> load_or_make_kiosk_key(FileSystem& files, const Path& folder,
                                          const std::optional<std::string>& owner);

/// The key of a chain that followed another, in FOLDER/kiosk-FINGERPRINT.key; durable before this answers.
Result<SigningKey> make_next_key(FileSystem& files, const Path& folder);
/// Removes the files of keys that are none of `wanted` (base64): of chains that are over, and what an
/// interrupted start left.
void drop_other_keys(FileSystem& files, const Path& folder, const std::vector<std::string>& wanted);

}  // namespace mingting::vault
