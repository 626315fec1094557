// The office's secret key under a passphrase: what lies in the file is of no use to whoever finds it. Argon2id makes a key of
// the passphrase, XSalsa20-Poly1305 locks with it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "base/result.hpp"

namespace mingting {

/// Text that must not outlive its use: wiped when it goes, and never copied. Holds at most kMost bytes.
class Passphrase {
 public:
  static constexpr std::size_t kMost = 1024;

  Passphrase();
  explicit Passphrase(std::string_view text);
  Passphrase(Passphrase&&) noexcept;
  Passphrase& operator=(Passphrase&&) noexcept;
  ~Passphrase();

  /// False when it is full; the character is not taken then.
  bool append(char c);
  std::string_view view() const;
  void wipe();

 private:
  struct Bytes;
  std::unique_ptr<Bytes> bytes_;
};

inline constexpr std::size_t kShortestPassphrase = 8;  ///< characters

/// What a guess costs.
struct LockCost {
  std::uint64_t passes = 3;
  std::uint64_t memory = std::uint64_t{256} << 20U;  ///< bytes
};

/// The line of a locked key file:
///   mingting office-secret-locked argon2id PASSES MEMORY SALT BOX
/// SALT 16 bytes, BOX nonce and locked key, both base64. `key`: base64, 32 bytes. Errors when it is none, the passphrase is
/// shorter than kShortestPassphrase, or there is not enough memory.
Result<std::string> lock_key(RandomSource& random, std::string_view key, const Passphrase& passphrase, const LockCost& cost);

/// Whether a key file's text says that it holds a locked key, sound or not.
bool is_locked_key(std::string_view text);

/// The base64 key; the caller wipes it. The cost is bounded before it is spent (at most 10 passes, 1 GiB). `name`: the file's,
/// for the sentence. Trouble::Untrusted when the passphrase does not fit, Invalid when the text is cut or altered.
Result<std::string> unlock_key(std::string_view text, const Passphrase& passphrase, std::string_view name);

}  // namespace mingting
