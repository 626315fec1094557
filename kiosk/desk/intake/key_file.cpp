// A key is read plain or unlocked, and locked again without ever being lost on the way.
#include "desk/intake/key_file.hpp"

#include <utility>

#include "intake/sealed/sealing.hpp"
#include "release/keys.hpp"

namespace mingting {

OfficeKey::OfficeKey(OfficeKey&& other) noexcept : text_(std::move(other.text_)) { vault::wipe(other.text_); }

OfficeKey& OfficeKey::operator=(OfficeKey&& other) noexcept {
  if (this == &other) return *this;
  vault::wipe(text_);
  text_ = std::move(other.text_);
  vault::wipe(other.text_);
  return *this;
}

OfficeKey::~OfficeKey() { vault::wipe(text_); }

Result<OfficeKey> read_office_key(FileSystem& files, const Path& file, const AskPassphrase& ask) {
  auto text = read_key_text(files, file);
  if (!text) return fail(text.error());
  if (!is_locked_key(*text)) {
    auto key = key_in(*text, file, "office-secret");
    vault::wipe(*text);
    if (!key) return fail(key.error());
    return OfficeKey(std::move(*key));
  }
  const auto passphrase = ask(remark("office-key.passphrase", file.filename().string()));
  if (!passphrase) return fail(passphrase.error());
  auto key = unlock_key(*text, *passphrase, file.string());
  if (!key) return fail(key.error());
  return OfficeKey(std::move(*key));
}

Result<KeyProtected> protect_key(FileSystem& files, RandomSource& random, const Path& file, const AskPassphrase& ask,
                                 const AskPassphrase& ask_new, const LockCost& cost) {
  const auto key = read_office_key(files, file, ask);
  if (!key) return fail(key.error());
  const auto passphrase = ask_new(remark("office-key.new-passphrase", file.filename().string()));
  if (!passphrase) return fail(passphrase.error());
  const auto locked = lock_key(random, key->text(), *passphrase, cost);
  if (!locked) return fail(locked.error());
  // What was locked opens again before the only other copy of the key is given up.
  auto again = unlock_key(*locked, *passphrase, file.string());
  const bool same = again && *again == key->text();
  if (again) vault::wipe(*again);
  if (!same) return fail("office-key.not-protected");
  if (auto written = write_durably(files, file, *locked, Access::Owner); !written) return fail(written.error());
  return KeyProtected{file};
}

}  // namespace mingting
