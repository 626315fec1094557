// The keys: made, and replaced.
#include <fmt/format.h>

#include <optional>

#include "base/random.hpp"
#include "base/said/words.hpp"
#include "main/passphrase.hpp"
#include "main/publish/program.hpp"
#include "release/crypto.hpp"
#include "release/keys.hpp"
#include "release/repository.hpp"

namespace mingting::publishing {
namespace {

/// The passphrase office.key is put under; nothing where none is wanted, or nobody is there to be asked.
Result<std::optional<Passphrase>> office_passphrase(const Options& options) {
  const auto some = [](Result<Passphrase> given) -> Result<std::optional<Passphrase>> {
    if (!given) return fail(given.error());
    return std::move(*given);
  };
  if (options.no_passphrase) return std::nullopt;
  if (!options.passphrase_file.empty()) return some(passphrase_from_file(options.passphrase_file));
  if (has_terminal()) return some(ask_new_at_terminal(words("publish.new-office-passphrase")));
  return std::nullopt;
}

}  // namespace

int keygen(const Options& options) {
  SystemRandom random;
  const auto passphrase = office_passphrase(options);
  if (!passphrase) return failed(passphrase.error());
  std::optional<KeyLock> lock;
  if (*passphrase) lock.emplace(KeyLock{**passphrase, {}});
  auto made = generate_keys(disk(), random, options.folder, lock ? &*lock : nullptr);
  if (!made) return failed(made.error());
  const auto release = read_key_file(disk(), options.folder / "release.pub", "release-public");
  const auto office = read_key_file(disk(), options.folder / "office.pub", "office-public");
  if (!release || !office) return failed(release ? office.error() : release.error());
  fmt::print("{}", words("publish.keys-made", options.folder.string(), fingerprint(*release),
                         remark(lock ? "publish.key-under-passphrase" : "publish.key-in-the-open"), fingerprint(*office)));
  return kOk;
}

int rotate(const Options& options) {
  const auto old_key = read_key_file(disk(), options.key_file, "release-secret");
  const auto new_key = read_key_file(disk(), options.new_key_file, "release-secret");
  if (!old_key || !new_key) return failed(old_key ? new_key.error() : old_key.error());
  const auto public_key = trust::public_key_of(*new_key);
  if (!public_key) return failed(public_key.error());
  if (*old_key == *new_key) return failed(remark("publish.same-key"));
  const auto version = rotate_root(disk(), options.repository, {.public_keys = {*public_key}}, {*old_key, *new_key});
  if (!version) return failed(version.error());
  fmt::print("{}", words("publish.rotated", *version, fingerprint(*public_key), options.new_key_file.string()));
  return kOk;
}

}  // namespace mingting::publishing
