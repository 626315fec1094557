// The office's private key, with or without a passphrase. Where the passphrase comes from is the caller's: a terminal, a
// file, a test.
#pragma once

#include <functional>
#include <string>

#include "base/disk/files.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "release/key_lock.hpp"

namespace mingting {

/// Asks for a passphrase with a prompt.
using AskPassphrase = std::function<Result<Passphrase>(const Remark& prompt)>;

/// A base64 key, wiped when it goes. Not copied.
class OfficeKey {
 public:
  explicit OfficeKey(std::string text) : text_(std::move(text)) {}
  OfficeKey(OfficeKey&& other) noexcept;
  OfficeKey& operator=(OfficeKey&& other) noexcept;
  ~OfficeKey();
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// The key of a file "mingting office-secret ...", or of a locked one after asking. Errors: no such file, another kind of key,
/// cut or altered, the wrong passphrase.
Result<OfficeKey> read_office_key(FileSystem& files, const Path& file, const AskPassphrase& ask);

struct KeyProtected {
  Path file;
};
/// Puts the key under a passphrase, a new one where it has one already (the old one is asked for first). The file is replaced
/// whole or not at all, and is its owner's alone. `ask_new` asks twice.
Result<KeyProtected> protect_key(FileSystem& files, RandomSource& random, const Path& file, const AskPassphrase& ask,
                                 const AskPassphrase& ask_new, const LockCost& cost = {});

}  // namespace mingting
