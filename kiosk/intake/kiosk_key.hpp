// The key a kiosk signs its records with: made once, kept in one file that only the kiosk's user reads.
#pragma once

#include <optional>
#include <string>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "intake/sealing.hpp"

namespace mingting::vault {

/// FOLDER/kiosk.key: "mingting kiosk-secret BASE64", mode 0600. `owner` is the public key (base64) the store
/// belongs to: its key must be there then. Without one a key is made, durable before this answers, unless an
/// interrupted first start left one behind, which is used.
Result<SigningKey> load_or_make_kiosk_key(FileSystem& files, const Path& folder,
                                          const std::optional<std::string>& owner);

}  // namespace mingting::vault
