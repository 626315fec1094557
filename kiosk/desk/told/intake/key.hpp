// A key put under a passphrase, told.
#pragma once

#include "base/said/words.hpp"
#include "desk/intake/key_file.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

inline std::string as_text(const KeyProtected& done) { return words("office-key.protected", done.file.string()) + "\n"; }
inline OrderedJson as_json(const KeyProtected& done) { return {{"ok", true}, {"key", done.file.string()}}; }

}  // namespace mingting
