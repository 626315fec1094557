// An office with its keys, a repository and a kiosk's state, in a folder of its own.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "base/said/words.hpp"
#include "release/installer.hpp"
#include "release/keys.hpp"
#include "release/manifest.hpp"
#include "release/repository.hpp"
#include "support/faulty_files.hpp"
#include "support/temp_folder.hpp"

namespace mingting {

Instant at(std::string_view local_time);

class Release : public testing::Test {
 protected:
  void SetUp() override { secret_ = make_key("office", 1); }

  /// A new pair of keys; its secret.
  std::string make_key(const std::string& name, std::uint64_t seed);
  std::string public_key(const std::string& name);

  /// Publishes a release of these objects (path in release -> bytes).
  Manifest publish(const std::map<std::string, std::string>& files, const std::string& secret, const Path& repository,
                   const std::string& site = "nanming");
  Manifest publish(const std::map<std::string, std::string>& files) { return publish(files, secret_, repository_); }

  Result<InstallReport> install(FirstUse first_use = FirstUse::Trust);
  Result<InstallReport> install_from(const Path& repository, FirstUse first_use = FirstUse::Trust);

  /// The sequence that is shown; 0 for none, -1 for an error.
  std::int64_t shown();
  std::string shown_content();

  static std::string bytes_of(const Path& file);
  static void overwrite(const Path& file, std::string_view bytes);
  static Path object_in(const Path& objects, std::string_view bytes);

  TempFolder folder_;
  FaultyFiles files_;
  Path repository_ = folder_ / "repository";
  Path state_ = folder_ / "state";
  std::string secret_;
};

/// Signs whatever bytes as the repository's manifest: what somebody with the key, or a mistake, could publish.
void sign_as_manifest(const Path& repository, std::string_view bytes, const std::string& secret);

/// A refusal says something a person can act on, in Chinese.
void expect_refused(const Result<InstallReport>& result, Trouble trouble);

}  // namespace mingting
