// The cryptography of a release, over libsodium: hashing, signing, counting who signed. Internal to release/.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mingting::trust {

inline constexpr std::size_t kPublicKeySize = 32;
inline constexpr std::size_t kSecretKeySize = 64;  ///< Ed25519: seed and public key
inline constexpr std::size_t kSignatureSize = 64;

/// Before anything else of libsodium. Ends the program when it cannot start: it has no generator and no constant-time code
/// then.
void start_sodium();

/// SHA-256 in pieces.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  void add(std::string_view bytes);
  std::string hex();  ///< once, at the end

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// One key's signature; both base64.
struct Signature {
  std::string key;
  std::string signature;
  bool operator==(const Signature&) const = default;
};

/// Errors when `secret_key` (base64) is no Ed25519 secret key.
Result<Signature> sign(std::string_view statement, const std::string& secret_key);
/// The base64 public key of a base64 secret key.
Result<std::string> public_key_of(const std::string& secret_key);
/// How many different keys of `keys` signed the statement.
std::size_t count_signers(std::string_view statement, const std::vector<Signature>& signatures,
                          const std::vector<std::string>& keys);

}  // namespace mingting::trust
