// From checked content to a signed release in a repository.
#pragma once

#include "base/clock.hpp"
#include "publish/kinds/content.hpp"
#include "release/repository.hpp"

namespace mingting {

struct BuildOptions {
  Path repository;
  std::string secret_key;  ///< base64, from release.key
  std::string office_key;  ///< base64 public key, used when site.toml names none
  int valid_days = 365;
  LeftOff before{};    ///< the repository that was lost, if this one goes on from it
  bool renew = false;  ///< makes a release even of unchanged content: it lives longer
};

struct BuildReport {
  Manifest manifest;    ///< unchanged: of the newest release, without its times
  bool changed = true;  ///< false: the newest release already is this content, and no new one was made
  std::size_t documents = 0;
  std::size_t media_hashed =
      0;  ///< unchanged media (same size and time as in REPOSITORY/.media-cache.json) are not read
};

/// `content` must be sound. Works in REPOSITORY.building beside the repository, which is gone afterwards. A
/// release appears whole or not at all; errors say what to do and leave the repository's newest release as it
/// was.
Result<BuildReport> build_release(FileSystem& files, const Clock& clock, const Content& content,
                                  const BuildOptions& options);

}  // namespace mingting
