// Keys of the office: the one that signs releases (Ed25519) and the one submissions are sealed to (X25519).
#pragma once

#include <string>
#include <string_view>

#include "base/disk/files.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "release/key_lock.hpp"

namespace mingting {

/// What the office's key is locked with.
struct KeyLock {
  const Passphrase& passphrase;
  LockCost cost;
};

/// Writes FOLDER/release.key (secret, mode 0600) and release.pub, office.key (secret, 0600) and office.pub: text files of
/// one line that says what it is, and base64. Refuses to replace any of them. With a `lock` office.key is under its passphrase
/// from the first byte on (key_lock.hpp).
Result<void> generate_keys(FileSystem& files, RandomSource& random, const Path& folder, const KeyLock* lock = nullptr);

/// A personal key, with which somebody approves items (approval.hpp): writes `file` (secret, mode 0600) and `file`.pub, and
/// answers with the public key, base64. Refuses to replace either.
Result<std::string> generate_approver_key(FileSystem& files, RandomSource& random, const Path& file);

/// The base64 key inside a key file, checked for kind and length. `kind`: "release-secret", "release-public",
/// "office-secret", "office-public", "approver-secret", "approver-public". A locked key is an error that says so: desk/intake/key_file.hpp opens it.
Result<std::string> read_key_file(FileSystem& files, const Path& file, std::string_view kind);

/// The text of a key file, at most 4 KB; errors name the file and what to do.
Result<std::string> read_key_text(FileSystem& files, const Path& file);
/// The base64 key in a key file's text, as read_key_file does.
Result<std::string> key_in(std::string_view text, const Path& file, std::string_view kind);

/// First 16 hex digits of SHA-256 of a public key (base64), in groups of four: what people compare by eye.
std::string fingerprint(std::string_view public_key_base64);

/// SHA-256 as 64 hex digits.
std::string sha256_hex(std::string_view bytes);
/// Of a file, read in pieces.
Result<std::string> sha256_file(FileSystem& files, const Path& file);

}  // namespace mingting
