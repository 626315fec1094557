// What was asked of mingting-publish, and its commands: each answers with the program's exit code.
#pragma once

#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting::publishing {

inline constexpr int kOk = 0, kFailed = 1;

struct Options {
  Path folder, repository, key_file, new_key_file, office_key_file, fonts, passphrase_file;
  std::string after;  ///< a number, or a folder with a copy of the release
  int days = 365;
  bool json = false, renew = false, no_passphrase = false, meanings = false;
};

/// Says what is wrong; kFailed.
int failed(const Remark& what);

/// Both pairs of keys, into an empty folder.
int keygen(const Options& options);
/// The next releases are signed by the new key; machines follow once a release signed by it reaches them.
int rotate(const Options& options);

/// What is wrong with the content folder.
int check(const Options& options);
/// A signed release of the content folder; none when something is wrong with it.
int build(const Options& options);
/// Whether signature, lengths and digests of the repository's newest release hold.
int verify(const Options& options);

}  // namespace mingting::publishing
