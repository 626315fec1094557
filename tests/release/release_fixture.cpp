// How does the office of a test publish, and the kiosk install?
#include "release/release_fixture.hpp"

namespace mingting {

Instant at(std::string_view local_time) { return parse_local_time(local_time).value(); }

std::string Release::make_key(const std::string& name, std::uint64_t seed) {
  SeededRandom random(seed);
  EXPECT_TRUE(generate_keys(disk(), random, folder_ / name));
  return read_key_file(disk(), folder_ / name / "release.key", "release-secret").value();
}

std::string Release::public_key(const std::string& name) {
  return read_key_file(disk(), folder_ / name / "release.pub", "release-public").value();
}

Manifest Release::publish(const std::map<std::string, std::string>& files, const std::string& secret, const Path& repository,
                 const std::string& site) {
  auto writer = RepositoryWriter::open(disk(), repository, site, secret).value();
  std::vector<ReleaseObject> objects;
  for (const auto& [path, bytes] : files) {
    objects.push_back(writer.add_file(folder_.write("source/" + path, bytes), path).value());
  }
  return writer.publish(objects, at("2026-11-01T08:00"), at("2027-11-01T08:00")).value();
}

Result<InstallReport> Release::install(FirstUse first_use) { return install_from(repository_, first_use); }

Result<InstallReport> Release::install_from(const Path& repository, FirstUse first_use) {
  return ReleaseStore::open(files_, state_).and_then(
      [&](ReleaseStore store) { return store.install(repository, first_use); });
}

std::int64_t Release::shown() {
  const auto store = ReleaseStore::open(disk(), state_);
  if (!store) return -1;
  const auto current = store->current();
  if (!current) return -1;
  return *current ? static_cast<std::int64_t>((*current)->sequence) : 0;
}

std::string Release::shown_content() {
  const auto current = ReleaseStore::open(disk(), state_).value().current().value();
  return disk().read(current->content_db, 1 << 20).value();
}

std::string Release::bytes_of(const Path& file) { return disk().read(file, 1 << 24).value(); }

void Release::overwrite(const Path& file, std::string_view bytes) { ASSERT_TRUE(write_durably(disk(), file, bytes)); }

Path Release::object_in(const Path& objects, std::string_view bytes) {
  const auto hash = sha256_hex(bytes);
  return objects / hash.substr(0, 2) / hash;
}

void sign_as_manifest(const Path& repository, std::string_view bytes, const std::string& secret) {
  const auto signature = trust::sign_manifest(bytes, secret).value();
  ASSERT_TRUE(write_durably(disk(), repository / "manifest.json", bytes));
  ASSERT_TRUE(write_durably(disk(), repository / "manifest.sig", trust::print_signatures({signature})));
}

void expect_refused(const Result<InstallReport>& result, Trouble trouble) {
  ASSERT_FALSE(result);
  EXPECT_EQ(static_cast<int>(result.error().trouble), static_cast<int>(trouble)) << worded(result.error());
  EXPECT_THAT(worded(result.error()), testing::HasSubstr("请"));
}

}  // namespace mingting
