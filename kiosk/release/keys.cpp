#include "release/keys.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <cstdlib>

#include "base/text.hpp"
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
    return trust::to_base64({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
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

std::size_t size_of_kind(std::string_view kind) {
  return kind == "release-secret" ? crypto_sign_SECRETKEYBYTES : 32;
}

}  // namespace

Result<void> generate_keys(FileSystem& files, RandomSource& random, const Path& folder) {
  if (sodium_init() < 0) std::abort();
  for (const auto* name : {"release.key", "release.pub", "office.key", "office.pub"}) {
    if (files.exists(folder / name)) {
      return fail("{} 已经存在：密钥不会被覆盖，请换一个文件夹", (folder / name).string());
    }
  }
  if (auto made = files.make_folders(folder); !made) return made;
  const auto release = make_pair<crypto_sign_SECRETKEYBYTES>(random, crypto_sign_seed_keypair);
  const auto office = make_pair<crypto_box_SECRETKEYBYTES>(random, crypto_box_seed_keypair);
  return write_key(files, folder / "release.key", "release-secret", release.secret_key, Access::Owner)
      .and_then([&] {
        return write_key(files, folder / "release.pub", "release-public", release.public_key, Access::Everyone);
      })
      .and_then([&] { return write_key(files, folder / "office.key", "office-secret", office.secret_key, Access::Owner); })
      .and_then([&] {
        return write_key(files, folder / "office.pub", "office-public", office.public_key, Access::Everyone);
      });
}

Result<std::string> read_key_file(FileSystem& files, const Path& file, std::string_view kind) {
  const auto text = files.read(file, kMostKeyFile);
  if (!text && text.error().trouble == Trouble::Invalid) {
    return fail(Trouble::Invalid, "{} 太大，不是密钥文件", file.string());
  }
  if (!text && text.error().trouble == Trouble::NotFound) {
    return fail(Trouble::NotFound, "没有密钥文件 {}：请核对路径", file.string());
  }
  if (!text) return fail(text.error().trouble, "读不了密钥文件 {}（{}）", file.string(), text.error().message);
  const auto words = split(trimmed(*text), ' ');
  if (words.size() != 3 || words[0] != "mingting") {
    return fail(Trouble::Invalid, "{} 不是密钥文件：应当只有一行 mingting {} …", file.string(), kind);
  }
  if (words[1] != kind) {
    return fail(Trouble::Invalid, "{} 里是 {}，这里要的是 {}", file.string(), clean_input(words[1], Lines::One, 40), kind);
  }
  if (!trust::from_base64(words[2], size_of_kind(kind))) {
    return fail(Trouble::Invalid, "{} 里的密钥不完整或被改动过", file.string());
  }
  return words[2];
}

std::string fingerprint(std::string_view public_key_base64) {
  const auto key = trust::from_base64(public_key_base64, trust::kPublicKeySize);
  const auto digits = sha256_hex(key ? std::string_view(*key) : public_key_base64);
  return fmt::format("{}-{}-{}-{}", digits.substr(0, 4), digits.substr(4, 4), digits.substr(8, 4), digits.substr(12, 4));
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
