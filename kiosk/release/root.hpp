// The trust root: which keys may sign a site's releases. Roots are numbered; each next one is signed by the keys of the one
// before and by its own. Internal to release/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "release/crypto.hpp"

namespace mingting::trust {

inline constexpr std::size_t kMostRootFile = 64 << 10;
inline constexpr std::size_t kMostKeys = 32;

struct Root {
  std::uint64_t version = 1;
  std::string site;
  std::uint64_t threshold = 1;     ///< how many of the keys must sign
  std::vector<std::string> keys;   ///< base64 Ed25519 public keys, all different
  std::vector<Signature> signatures;
  bool operator==(const Root&) const = default;
};

/// What is signed: "mingting-root-v1\n" and every field but the signatures, a line each.
std::string statement_of(const Root& root);
std::string print_root(const Root& root);
/// Well-formed and signed by its own keys. `name` is the file's, for the sentence.
Result<Root> parse_root(std::string_view bytes, std::string_view name);
/// Whether `next` follows `before`: version, site, and the signatures of `before`'s keys.
bool follows(const Root& before, const Root& next);
/// Adds a key's signature.
Result<void> sign_root(Root& root, const std::string& secret_key);
/// What people compare by eye: the keys' fingerprints, with + between.
std::string fingerprint_of(const Root& root);

/// ASCII letters, digits and '-', at most 64.
bool is_site_id(std::string_view site);

}  // namespace mingting::trust
