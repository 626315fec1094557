#include "release/crypto.hpp"

#include <sodium.h>

#include <cstdlib>
#include <set>

namespace mingting::trust {
namespace {

/// Nothing may go on when the library cannot start: it has no generator and no constant-time code then.
void ready() {
  static const int started = sodium_init();
  if (started < 0) std::abort();
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

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
    crypto_sign_seed_keypair(bytes_of(made_public), bytes_of(made_secret), bytes_of(*bytes_));
    const bool same = sodium_memcmp(made_secret.data(), bytes_->data(), kSecretKeySize) == 0;
    sodium_memzero(made_secret.data(), made_secret.size());
    return same;
  }
  std::string public_key() const { return to_base64(std::string_view(*bytes_).substr(kPublicKeySize)); }
  const unsigned char* data() const { return bytes_of(std::string_view(*bytes_)); }

 private:
  std::optional<std::string> bytes_;
};

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the terminating zero
  return text;
}

std::optional<std::string> from_base64(std::string_view text, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  if (sodium_base642bin(bytes_of(bytes), size, text.data(), text.size(), nullptr, &length, &end,
                        sodium_base64_VARIANT_ORIGINAL) != 0) {
    return std::nullopt;
  }
  if (length != size || end != text.data() + text.size()) return std::nullopt;
  return bytes;
}

struct Hasher::State {
  crypto_hash_sha256_state value;
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
  ready();
  crypto_hash_sha256_init(&state_->value);
}

Hasher::~Hasher() = default;

void Hasher::add(std::string_view bytes) { crypto_hash_sha256_update(&state_->value, bytes_of(bytes), bytes.size()); }

std::string Hasher::hex() {
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256_final(&state_->value, bytes_of(digest));
  std::string text(digest.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes_of(std::string_view(digest)), digest.size());
  text.pop_back();
  return text;
}

Result<std::string> public_key_of(const std::string& secret_key) {
  ready();
  SecretKey secret(secret_key);
  if (!secret.sound()) return fail(Trouble::Invalid, "签名密钥不对：请用 mingting-publish keygen 生成的 release.key");
  return secret.public_key();
}

Result<Signature> sign(std::string_view statement, const std::string& secret_key) {
  auto key = public_key_of(secret_key);
  if (!key) return fail(key.error());
  SecretKey secret(secret_key);
  std::string signature(kSignatureSize, '\0');
  crypto_sign_detached(bytes_of(signature), nullptr, bytes_of(statement), statement.size(), secret.data());
  return Signature{std::move(*key), to_base64(signature)};
}

std::size_t count_signers(std::string_view statement, const std::vector<Signature>& signatures,
                          const std::vector<std::string>& keys) {
  ready();
  const std::set<std::string> accepted(keys.begin(), keys.end());
  std::set<std::string> signers;
  for (const auto& one : signatures) {
    const auto key = from_base64(one.key, kPublicKeySize);
    const auto signature = from_base64(one.signature, kSignatureSize);
    if (!key || !signature || !accepted.contains(one.key)) continue;
    if (crypto_sign_verify_detached(bytes_of(std::string_view(*signature)), bytes_of(statement), statement.size(),
                                    bytes_of(std::string_view(*key))) == 0) {
      signers.insert(one.key);
    }
  }
  return signers.size();
}

}  // namespace mingting::trust
