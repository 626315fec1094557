// The cryptography of a submission, over libsodium: sealing, signing, hashing, the query code's slow hash.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/form/submission.hpp"

namespace mingting::vault {

/// Text that must not outlive its use: wiped when it goes, and when it moves to a larger block.
class SecretText {
 public:
  SecretText() = default;
  explicit SecretText(std::string_view text) { append(text); }
  SecretText(SecretText&&) noexcept = default;
  SecretText& operator=(SecretText&& other) noexcept;
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
  ~SecretText() { wipe(); }

  void append(std::string_view text);
  void resize(std::size_t size);
  std::string_view view() const { return {bytes_.data(), bytes_.size()}; }
  char* data() { return bytes_.data(); }
  void wipe();

 private:
  std::vector<char> bytes_;
};

/// Wipes a plain string in place.
void wipe(std::string& text);

std::string sha256(std::string_view bytes);  ///< 32 raw bytes

inline constexpr std::size_t kKeySize = 32;  ///< of every key and seed here
inline constexpr std::size_t kHashSize = 32;
inline constexpr std::size_t kSignatureSize = 64;

/// First 16 hex digits of SHA-256 of the key's bytes, in groups of four: what people compare by eye.
std::string key_fingerprint(std::string_view key_base64);

/// A machine's number by its key (base64), for one that nobody gave a number: a letter and five digits, so
/// that it is read and typed as given ones (K01) are, and never one of them. Two of ten machines have the
/// same in one of 50,000 halls.
std::string machine_number(std::string_view key_base64);

/// An Ed25519 key pair in memory, wiped at the end.
class SigningKey {
 public:
  /// Always from libsodium's own generator: a repeatable source passed in for a script must never make a key.
  static SigningKey make();
  /// From 32 bytes.
  static SigningKey from_seed(std::string_view seed);
  const SecretText& seed() const { return seed_; }
  const std::string& public_key() const { return public_; }  ///< 32 raw bytes
  std::string sign(std::string_view message) const;          ///< 64 raw bytes

 private:
  SecretText seed_, secret_;
  std::string public_;
};

bool signature_holds(std::string_view public_key, std::string_view message, std::string_view signature);

/// Seals to the office's public key (base64 X25519): only its secret key opens it. Errors when the key is
/// none.
Result<std::string> seal(std::string_view plain, const std::string& office_key);
/// The office's public key (base64) of its secret key (base64). Errors when it is none.
Result<std::string> office_public_key(const std::string& office_secret_key);
/// Nothing when the bytes were altered or sealed to another key.
std::optional<SecretText> unseal(std::string_view sealed, const std::string& office_secret_key);

/// A key of keyed_hash(), from libsodium's own generator; and the hash of a text by it (BLAKE2b), raw, of kHashSize.
std::string new_hash_key();
std::string keyed_hash(std::string_view text, std::string_view key);

/// The slow hash (Argon2id, 2 passes over 16 MiB) of a query code, as 64 hex digits. Its salt is SHA-256 of
/// "mingting-query-v1\n" and the receipt number, cut to 16 bytes, so the office, which reads this hash inside
/// the sealed record, can key a status feed by it, and a kiosk finds an entry again from number and code
/// alone. A feed must carry digests of the hash and never the hash itself: one digest to find the entry,
/// another as the key that opens it.
Result<std::string> query_code_hash(const ReceiptNumber& number, const QueryCode& code);

inline constexpr std::size_t kSaltSize = 16;
/// The same slow hash of a number that claims a submission (claim_number), raw. `salt`: kSaltSize bytes, the submission's own.
Result<std::string> claim_hash(std::string_view number, std::string_view salt);

}  // namespace mingting::vault
