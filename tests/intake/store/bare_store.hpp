// A kiosk's store begun without the kiosk around it, under a key that is the same in every test.
#pragma once

#include "base/text/encoding.hpp"
#include "intake/sealed/sealing.hpp"
#include "intake/store/store.hpp"

namespace mingting::vault {

inline const SigningKey& kiosk_key() {
  static const SigningKey key = SigningKey::from_seed(std::string(kKeySize, '\x05'));
  return key;
}

/// `vfs`: "" for the machine's own.
inline Result<Store> start(const Path& file, const std::string& vfs) {
  auto store = Store::open(file, vfs);
  if (!store) return store;
  Result<void> ready;
  if (!store->owner()) ready = store->create(to_base64(kiosk_key().public_key()));
  if (ready) ready = store->begin();
  if (!ready) return fail(ready.error());
  return store;
}

}  // namespace mingting::vault
