// libsodium as submissions use it.
#include "intake/sealed/sealing.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <cstdlib>

#include "base/text/encoding.hpp"

namespace mingting::vault {
namespace {

constexpr unsigned long long kCodePasses = 2;
constexpr std::size_t kCodeMemory = 16U << 20;

static_assert(crypto_box_PUBLICKEYBYTES == kKeySize && crypto_sign_SEEDBYTES == kKeySize);
static_assert(crypto_sign_PUBLICKEYBYTES == kKeySize && crypto_sign_BYTES == kSignatureSize);
static_assert(crypto_hash_sha256_BYTES == kHashSize && crypto_pwhash_SALTBYTES == kSaltSize);

/// libsodium must be started before anything else of it is called; without it nothing may go on.
void start_sodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) std::abort();
}

unsigned char* raw(SecretText& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
using mingting::raw;

}  // namespace

SecretText& SecretText::operator=(SecretText&& other) noexcept {
  wipe();
  bytes_ = std::move(other.bytes_);
  return *this;
}

void SecretText::append(std::string_view text) {
  if (bytes_.size() + text.size() > bytes_.capacity()) {
    std::vector<char> larger;
    larger.reserve(std::max<std::size_t>(256, 2 * (bytes_.size() + text.size())));
    larger.insert(larger.end(), bytes_.begin(), bytes_.end());
    wipe();
    bytes_ = std::move(larger);
  }
  bytes_.insert(bytes_.end(), text.begin(), text.end());
}

void SecretText::resize(std::size_t size) {
  if (size > bytes_.size()) append(std::string(size - bytes_.size(), '\0'));
  sodium_memzero(bytes_.data() + size, bytes_.size() - size);
  bytes_.resize(size);
}

void SecretText::wipe() {
  if (!bytes_.empty()) sodium_memzero(bytes_.data(), bytes_.size());
  bytes_.clear();
}

void wipe(std::string& text) {
  if (!text.empty()) sodium_memzero(text.data(), text.size());
  text.clear();
}

std::string sha256(std::string_view bytes) {
  std::string hash(kHashSize, '\0');
  crypto_hash_sha256(raw(hash), raw(bytes), bytes.size());
  return hash;
}

std::string key_fingerprint(std::string_view key_base64) {
  const auto key = from_base64(key_base64, kKeySize);
  return grouped_digits(to_hex(sha256(key ? *key : std::string(key_base64))));
}

std::string machine_number(std::string_view key_base64) {
  constexpr std::string_view kLetters =
      "ABCEFGHJLMNPQRSTUVWXYZ";  // without I and O, and K and D, which given numbers begin with
  const auto digest = sha256("mingting-machine-v1\n" + std::string(key_base64));
  std::uint64_t drawn = 0;
  for (std::size_t i = 0; i < 8; ++i) drawn = drawn << 8 | static_cast<unsigned char>(digest[i]);
  return fmt::format("{}{:05}", kLetters[drawn % kLetters.size()], drawn / kLetters.size() % 100'000);
}

SigningKey SigningKey::make() {
  start_sodium();
  SecretText seed;
  seed.resize(kKeySize);
  randombytes_buf(seed.data(), kKeySize);
  return from_seed(seed.view());
}

SigningKey SigningKey::from_seed(std::string_view seed) {
  start_sodium();
  SigningKey key;
  key.seed_.append(seed);
  key.secret_.resize(crypto_sign_SECRETKEYBYTES);
  key.public_.resize(kKeySize);
  crypto_sign_seed_keypair(raw(key.public_), raw(key.secret_), raw(seed));
  return key;
}

std::string SigningKey::sign(std::string_view message) const {
  std::string signature(kSignatureSize, '\0');
  crypto_sign_detached(raw(signature), nullptr, raw(message), message.size(), raw(secret_.view()));
  return signature;
}

bool signature_holds(std::string_view public_key, std::string_view message, std::string_view signature) {
  start_sodium();
  return public_key.size() == kKeySize && signature.size() == kSignatureSize &&
         crypto_sign_verify_detached(raw(signature), raw(message), message.size(), raw(public_key)) == 0;
}

Result<std::string> seal(std::string_view plain, const std::string& office_key) {
  start_sodium();
  const auto key = from_base64(office_key, kKeySize);
  std::string sealed(plain.size() + crypto_box_SEALBYTES, '\0');
  if (!key || crypto_box_seal(raw(sealed), raw(plain), plain.size(), raw(*key)) != 0) {
    return fail(Trouble::Invalid, "sealing.bad-office-key");
  }
  return sealed;
}

Result<std::string> office_public_key(const std::string& office_secret_key) {
  start_sodium();
  auto secret = from_base64(office_secret_key, kKeySize);
  std::string key(kKeySize, '\0');
  const bool made = secret && crypto_scalarmult_base(raw(key), raw(*secret)) == 0;
  if (secret) wipe(*secret);
  if (!made) return fail(Trouble::Invalid, "sealing.no-office-secret");
  return to_base64(key);
}

std::optional<SecretText> unseal(std::string_view sealed, const std::string& office_secret_key) {
  const auto public_key = office_public_key(office_secret_key);
  if (!public_key || sealed.size() < crypto_box_SEALBYTES) return std::nullopt;
  const auto key = from_base64(*public_key, kKeySize);
  auto secret = from_base64(office_secret_key, kKeySize);
  SecretText plain;
  plain.resize(sealed.size() - crypto_box_SEALBYTES);
  const int code = crypto_box_seal_open(raw(plain), raw(sealed), sealed.size(), raw(*key), raw(*secret));
  wipe(*secret);
  if (code != 0) return std::nullopt;
  return plain;
}

std::string new_hash_key() {
  start_sodium();
  std::string key(crypto_generichash_KEYBYTES, '\0');
  randombytes_buf(key.data(), key.size());
  return key;
}

std::string keyed_hash(std::string_view text, std::string_view key) {
  start_sodium();
  std::string hash(kHashSize, '\0');
  crypto_generichash(raw(hash), hash.size(), raw(text), text.size(), raw(key), key.size());
  return hash;
}

namespace {

Result<std::string> slow_hash(std::string_view secret, std::string_view salt) {
  start_sodium();
  std::string hash(kHashSize, '\0');
  if (crypto_pwhash(raw(hash), hash.size(), secret.data(), secret.size(), raw(salt), kCodePasses, kCodeMemory,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return fail(Trouble::Unavailable, "sealing.no-memory");
  }
  return hash;
}

}  // namespace

Result<std::string> query_code_hash(const ReceiptNumber& number, const QueryCode& code) {
  const auto salt = sha256("mingting-query-v1\n" + number.text).substr(0, kSaltSize);
  return slow_hash(code.text, salt).map([](const std::string& hash) { return to_hex(hash); });
}

Result<std::string> claim_hash(std::string_view number, std::string_view salt) { return slow_hash(number, salt); }

}  // namespace mingting::vault
