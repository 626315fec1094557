// Key files: made, read and told apart.
#include "release/keys.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "release/crypto.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostKeyFile = 4096;

/// A key pair as base64; the secret half is wiped at the end.
struct KeyPair {
  std::string public_key, secret_key;
  KeyPair() = default;
  KeyPair(KeyPair&&) = default;
  ~KeyPair() { sodium_memzero(secret_key.data(), secret_key.size()); }
};

using MakePair = int (*)(unsigned char* public_key, unsigned char* secret_key, const unsigned char* seed);

template <std::size_t SecretSize>
KeyPair make_pair(RandomSource& random, MakePair make) {
  std::array<unsigned char, 32> seed{}, public_key{};
  std::array<unsigned char, SecretSize> secret{};
  random.fill(std::as_writable_bytes(std::span(seed)));
  make(public_key.data(), secret.data(), seed.data());
  const auto text = [](const auto& bytes) {
    return to_base64({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  };
  KeyPair pair;
  pair.public_key = text(public_key);
  pair.secret_key = text(secret);
  sodium_memzero(seed.data(), seed.size());
  sodium_memzero(secret.data(), secret.size());
  return pair;
}

Result<void> write_key(FileSystem& files, const Path& file, std::string_view kind, std::string_view key, Access access) {
  return write_durably(files, file, fmt::format("mingting {} {}\n", kind, key), access);
}

/// The text of office.key.
Result<std::string> office_secret(RandomSource& random, const KeyPair& office, const KeyLock* lock) {
  if (lock != nullptr) return lock_key(random, office.secret_key, lock->passphrase, lock->cost);
  return fmt::format("mingting office-secret {}\n", office.secret_key);
}

std::size_t size_of_kind(std::string_view kind) {
  return kind == "release-secret" || kind == "approver-secret" ? crypto_sign_SECRETKEYBYTES : 32;
}

}  // namespace

Result<void> generate_keys(FileSystem& files, RandomSource& random, const Path& folder, const KeyLock* lock) {
  trust::start_sodium();
  for (const auto* name : {"release.key", "release.pub", "office.key", "office.pub"}) {
    if (files.exists(folder / name)) {
      return fail("key-file.there-already", (folder / name).string());
    }
  }
  const auto release = make_pair<crypto_sign_SECRETKEYBYTES>(random, crypto_sign_seed_keypair);
  const auto office = make_pair<crypto_box_SECRETKEYBYTES>(random, crypto_box_seed_keypair);
  const auto secret = office_secret(random, office, lock);
  if (!secret) return fail(secret.error());
  if (auto made = files.make_folders(folder); !made) return made;
  return write_key(files, folder / "release.key", "release-secret", release.secret_key, Access::Owner)
      .and_then([&] {
        return write_key(files, folder / "release.pub", "release-public", release.public_key, Access::Everyone);
      })
      .and_then([&] { return write_durably(files, folder / "office.key", *secret, Access::Owner); })
      .and_then([&] {
        return write_key(files, folder / "office.pub", "office-public", office.public_key, Access::Everyone);
      });
}

Result<std::string> generate_approver_key(FileSystem& files, RandomSource& random, const Path& file) {
  trust::start_sodium();
  const Path open = file.string() + ".pub";
  for (const auto& path : {file, open}) {
    if (files.exists(path)) return fail("key-file.there-already", path.string());
  }
  const auto pair = make_pair<crypto_sign_SECRETKEYBYTES>(random, crypto_sign_seed_keypair);
  if (file.has_parent_path()) {
    if (auto made = files.make_folders(file.parent_path()); !made) return fail(made.error());
  }
  auto written = write_key(files, file, "approver-secret", pair.secret_key, Access::Owner).and_then([&] {
    return write_key(files, open, "approver-public", pair.public_key, Access::Everyone);
  });
  if (!written) return fail(written.error());
  return pair.public_key;
}

Result<std::string> read_key_text(FileSystem& files, const Path& file) {
  auto text = files.read(file, kMostKeyFile);
  if (text) return text;
  const auto& error = text.error();
  if (error.trouble == Trouble::Invalid) return fail(Trouble::Invalid, "key-file.too-large", file.string());
  if (error.trouble == Trouble::NotFound) return fail(Trouble::NotFound, "key-file.missing", file.string());
  return fail(error.trouble, "key-file.unreadable", file.string(), error);
}

Result<std::string> key_in(std::string_view text, const Path& file, std::string_view kind) {
  if (is_locked_key(text) && kind == "office-secret") {
    return fail(Trouble::Invalid, "key-file.locked", file.string());
  }
  const auto words = split(trimmed(text), ' ');
  const bool sound = words.size() == 3 && words[0] == "mingting";
  if (!sound && !is_locked_key(text)) {
    return fail(Trouble::Invalid, "key-file.none", file.string(), kind);
  }
  if (words[1] != kind) {
    return fail(Trouble::Invalid, "key-file.other-kind", file.string(), clean_input(words[1], Lines::One, 40), kind);
  }
  if (!from_base64(words[2], size_of_kind(kind))) {
    return fail(Trouble::Invalid, "key-file.torn", file.string());
  }
  return words[2];
}

Result<std::string> read_key_file(FileSystem& files, const Path& file, std::string_view kind) {
  auto text = read_key_text(files, file);
  if (!text) return text;
  auto key = key_in(*text, file, kind);
  sodium_memzero(text->data(), text->size());
  return key;
}

std::string fingerprint(std::string_view public_key_base64) {
  const auto key = from_base64(public_key_base64, trust::kPublicKeySize);
  return grouped_digits(sha256_hex(key ? std::string_view(*key) : public_key_base64));
}

std::string sha256_hex(std::string_view bytes) {
  trust::Hasher hasher;
  hasher.add(bytes);
  return hasher.hex();
}

Result<std::string> sha256_file(FileSystem& files, const Path& file) {
  auto reader = files.open_read(file);
  if (!reader) return fail(reader.error());
  trust::Hasher hasher;
  for (;;) {
    const auto piece = (*reader)->read(1 << 18);
    if (!piece) return fail(piece.error());
    if (piece->empty()) return hasher.hex();
    hasher.add(*piece);
  }
}

}  // namespace mingting
