// A key under its passphrase: Argon2id, then an authenticated box.
#include "release/key_lock.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "release/crypto.hpp"

namespace mingting {

struct Passphrase::Bytes {
  std::array<char, kMost> text{};
  std::size_t size = 0;
};

Passphrase::Passphrase() : bytes_(std::make_unique<Bytes>()) {}
Passphrase::Passphrase(std::string_view text) : Passphrase() {
  for (const char c : text) append(c);
}
Passphrase::Passphrase(Passphrase&&) noexcept = default;
Passphrase& Passphrase::operator=(Passphrase&& other) noexcept {
  wipe();
  bytes_ = std::move(other.bytes_);
  return *this;
}
Passphrase::~Passphrase() { wipe(); }

bool Passphrase::append(char c) {
  if (bytes_->size == kMost) return false;
  bytes_->text.at(bytes_->size++) = c;
  return true;
}

std::string_view Passphrase::view() const { return bytes_ ? std::string_view(bytes_->text.data(), bytes_->size) : ""; }

void Passphrase::wipe() {
  if (!bytes_) return;
  sodium_memzero(bytes_->text.data(), bytes_->text.size());
  bytes_->size = 0;
}

namespace {

constexpr std::string_view kKind = "office-secret-locked";
constexpr std::size_t kKeySize = 32;
constexpr std::size_t kBoxSize = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + kKeySize;
constexpr std::uint64_t kMostPasses = 10, kMostMemory = std::uint64_t{1} << 30U;
static_assert(crypto_pwhash_SALTBYTES == 16);

/// Made of a passphrase; wiped at the end.
struct LockKey {
  std::array<unsigned char, crypto_secretbox_KEYBYTES> bytes{};
  LockKey() = default;
  LockKey(const LockKey&) = delete;
  LockKey& operator=(const LockKey&) = delete;
  ~LockKey() { sodium_memzero(bytes.data(), bytes.size()); }
};

Result<void> derive(LockKey& key, const Passphrase& passphrase, std::string_view salt, const LockCost& cost) {
  const auto secret = passphrase.view();
  const int done = crypto_pwhash(key.bytes.data(), key.bytes.size(), secret.data(), secret.size(), raw(salt), cost.passes,
                                 static_cast<std::size_t>(cost.memory), crypto_pwhash_ALG_ARGON2ID13);
  if (done == 0) return {};
  return fail(Trouble::Unavailable, "key-lock.no-memory", cost.memory >> 20U);
}

bool is_bounded(const LockCost& cost) {
  return cost.passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN && cost.passes <= kMostPasses &&
         cost.memory >= crypto_pwhash_argon2id_MEMLIMIT_MIN && cost.memory <= kMostMemory;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || at != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Locked {
  LockCost cost;
  std::string salt, box;
};

std::optional<Locked> parse(std::string_view text) {
  const auto words = split(trimmed(text), ' ');
  if (words.size() != 7 || words[0] != "mingting" || words[1] != kKind || words[2] != "argon2id") return std::nullopt;
  const auto passes = number_in(words[3]), memory = number_in(words[4]);
  auto salt = from_base64(words[5], crypto_pwhash_SALTBYTES);
  auto box = from_base64(words[6], kBoxSize);
  if (!passes || !memory || !salt || !box || !is_bounded({*passes, *memory})) return std::nullopt;
  return Locked{{*passes, *memory}, std::move(*salt), std::move(*box)};
}

}  // namespace

Result<std::string> lock_key(RandomSource& random, std::string_view key, const Passphrase& passphrase, const LockCost& cost) {
  trust::start_sodium();
  if (count_code_points(passphrase.view()) < kShortestPassphrase) {
    return fail(Trouble::Invalid, "key-lock.too-short", kShortestPassphrase);
  }
  auto plain = from_base64(key, kKeySize);
  if (!plain || !is_bounded(cost)) return fail(Trouble::Invalid, "key-lock.no-key");
  const auto salt = random_bytes(random, crypto_pwhash_SALTBYTES);
  auto box = random_bytes(random, crypto_secretbox_NONCEBYTES);
  const auto nonce = box;
  box.resize(kBoxSize);
  LockKey lock;
  const auto derived = derive(lock, passphrase, salt, cost);
  if (derived) {
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()) + nonce.size(), raw(*plain), plain->size(),
                          raw(nonce), lock.bytes.data());
  }
  sodium_memzero(plain->data(), plain->size());
  if (!derived) return fail(derived.error());
  return fmt::format("mingting {} argon2id {} {} {} {}\n", kKind, cost.passes, cost.memory, to_base64(salt),
                     to_base64(box));
}

bool is_locked_key(std::string_view text) {
  const auto words = split(trimmed(text), ' ');
  return words.size() > 1 && words[0] == "mingting" && words[1] == kKind;
}

Result<std::string> unlock_key(std::string_view text, const Passphrase& passphrase, std::string_view name) {
  trust::start_sodium();
  const auto locked = parse(text);
  if (!locked) return fail(Trouble::Invalid, "key-lock.torn", name);
  LockKey lock;
  if (auto derived = derive(lock, passphrase, locked->salt, locked->cost); !derived) return fail(derived.error());
  std::array<unsigned char, kKeySize> plain{};
  const std::string_view box = locked->box;
  const auto sealed = box.substr(crypto_secretbox_NONCEBYTES);
  const int opened = crypto_secretbox_open_easy(plain.data(), raw(sealed), sealed.size(), raw(box), lock.bytes.data());
  if (opened != 0) return fail(Trouble::Untrusted, "key-lock.wrong-passphrase", name);
  auto key = to_base64({reinterpret_cast<const char*>(plain.data()), plain.size()});
  sodium_memzero(plain.data(), plain.size());
  return key;
}

}  // namespace mingting
