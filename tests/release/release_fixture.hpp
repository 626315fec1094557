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

inline Instant at(std::string_view local_time) { return parse_local_time(local_time).value(); }

class Release : public testing::Test {
 protected:
  void SetUp() override { secret_ = make_key("office", 1); }

  /// A new pair of keys; its secret.
  std::string make_key(const std::string& name, std::uint64_t seed) {
    SeededRandom random(seed);
    EXPECT_TRUE(generate_keys(disk(), random, folder_ / name));
    return read_key_file(disk(), folder_ / name / "release.key", "release-secret").value();
  }
  std::string public_key(const std::string& name) {
    return read_key_file(disk(), folder_ / name / "release.pub", "release-public").value();
  }

  /// Publishes a release of these objects (path in release -> bytes).
  Manifest publish(const std::map<std::string, std::string>& files, const std::string& secret, const Path& repository,
                   const std::string& site = "nanming") {
    auto writer = RepositoryWriter::open(disk(), repository, site, secret).value();
    std::vector<ReleaseObject> objects;
    for (const auto& [path, bytes] : files) {
      objects.push_back(writer.add_file(folder_.write("source/" + path, bytes), path).value());
    }
    return writer.publish(objects, at("2026-11-01T08:00"), at("2027-11-01T08:00")).value();
  }
  Manifest publish(const std::map<std::string, std::string>& files) { return publish(files, secret_, repository_); }

  Result<InstallReport> install(FirstUse first_use = FirstUse::Trust) { return install_from(repository_, first_use); }
  Result<InstallReport> install_from(const Path& repository, FirstUse first_use = FirstUse::Trust) {
    return ReleaseStore::open(files_, state_).and_then(
        [&](ReleaseStore store) { return store.install(repository, first_use); });
  }

  /// The sequence that is shown; 0 for none, -1 for an error.
  std::int64_t shown() {
    const auto store = ReleaseStore::open(disk(), state_);
    if (!store) return -1;
    const auto current = store->current();
    if (!current) return -1;
    return *current ? static_cast<std::int64_t>((*current)->sequence) : 0;
  }
  std::string shown_content() {
    const auto current = ReleaseStore::open(disk(), state_).value().current().value();
    return disk().read(current->content_db, 1 << 20).value();
  }

  static std::string bytes_of(const Path& file) { return disk().read(file, 1 << 24).value(); }
  static void overwrite(const Path& file, std::string_view bytes) { ASSERT_TRUE(write_durably(disk(), file, bytes)); }
  static Path object_in(const Path& objects, std::string_view bytes) {
    const auto hash = sha256_hex(bytes);
    return objects / hash.substr(0, 2) / hash;
  }

  TempFolder folder_;
  FaultyFiles files_;
  Path repository_ = folder_ / "repository";
  Path state_ = folder_ / "state";
  std::string secret_;
};

/// Signs whatever bytes as the repository's manifest: what somebody with the key, or a mistake, could publish.
inline void sign_as_manifest(const Path& repository, std::string_view bytes, const std::string& secret) {
  const auto signature = trust::sign_manifest(bytes, secret).value();
  ASSERT_TRUE(write_durably(disk(), repository / "manifest.json", bytes));
  ASSERT_TRUE(write_durably(disk(), repository / "manifest.sig", trust::print_signatures({signature})));
}

/// A refusal says something a person can act on, in Chinese.
inline void expect_refused(const Result<InstallReport>& result, Trouble trouble) {
  ASSERT_FALSE(result);
  EXPECT_EQ(static_cast<int>(result.error().trouble), static_cast<int>(trouble)) << worded(result.error());
  EXPECT_THAT(worded(result.error()), testing::HasSubstr("请"));
}

}  // namespace mingting
