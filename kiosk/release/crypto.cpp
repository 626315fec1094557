// libsodium as releases use it.
#include "release/crypto.hpp"

#include <sodium.h>

#include <cstdlib>
#include <set>

#include "base/text/encoding.hpp"

namespace mingting::trust {
namespace {

/// Decoded secret key, wiped at the end.
class SecretKey {
 public:
  explicit SecretKey(const std::string& base64) : bytes_(from_base64(base64, kSecretKeySize)) {}
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;
  ~SecretKey() {
    if (bytes_) sodium_memzero(bytes_->data(), bytes_->size());
  }
  /// Whether the public half belongs to the seed.
  bool sound() {
    if (!bytes_) return false;
    std::string made_public(kPublicKeySize, '\0'), made_secret(kSecretKeySize, '\0');
    crypto_sign_seed_keypair(raw(made_public), raw(made_secret), raw(*bytes_));
    const bool same = sodium_memcmp(made_secret.data(), bytes_->data(), kSecretKeySize) == 0;
    sodium_memzero(made_secret.data(), made_secret.size());
    return same;
  }
  std::string public_key() const { return to_base64(std::string_view(*bytes_).substr(kPublicKeySize)); }
  const unsigned char* data() const { return raw(std::string_view(*bytes_)); }

 private:
  std::optional<std::string> bytes_;
};

}  // namespace

void start_sodium() {
  static const int started = sodium_init();
  if (started < 0) std::abort();
}

struct Hasher::State {
  crypto_hash_sha256_state value;
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
  start_sodium();
  crypto_hash_sha256_init(&state_->value);
}

Hasher::~Hasher() = default;

void Hasher::add(std::string_view bytes) { crypto_hash_sha256_update(&state_->value, raw(bytes), bytes.size()); }

std::string Hasher::hex() {
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256_final(&state_->value, raw(digest));
  return to_hex(digest);
}

Result<std::string> public_key_of(const std::string& secret_key) {
  start_sodium();
  SecretKey secret(secret_key);
  if (!secret.sound()) return fail(Trouble::Invalid, "signing.bad-key");
  return secret.public_key();
}

Result<Signature> sign(std::string_view statement, const std::string& secret_key) {
  auto key = public_key_of(secret_key);
  if (!key) return fail(key.error());
  SecretKey secret(secret_key);
  std::string signature(kSignatureSize, '\0');
  crypto_sign_detached(raw(signature), nullptr, raw(statement), statement.size(), secret.data());
  return Signature{std::move(*key), to_base64(signature)};
}

std::size_t count_signers(std::string_view statement, const std::vector<Signature>& signatures,
                          const std::vector<std::string>& keys) {
  start_sodium();
  const std::set<std::string> accepted(keys.begin(), keys.end());
  std::set<std::string> signers;
  for (const auto& one : signatures) {
    const auto key = from_base64(one.key, kPublicKeySize);
    const auto signature = from_base64(one.signature, kSignatureSize);
    if (!key || !signature || !accepted.contains(one.key)) continue;
    if (crypto_sign_verify_detached(raw(std::string_view(*signature)), raw(statement), statement.size(),
                                    raw(std::string_view(*key))) == 0) {
      signers.insert(one.key);
    }
  }
  return signers.size();
}

}  // namespace mingting::trust
