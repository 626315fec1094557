// Repositories made to do harm, signed by the office's key all the same.
#include <functional>
#include <nlohmann/json.hpp>

#include "base/said/words.hpp"
#include "release/release_fixture.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using HostileRelease = Release;

TEST_F(HostileRelease, HostileManifestsAreRefused) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}, {"media/a.png", "picture"}});
  const auto good = nlohmann::ordered_json::parse(bytes_of(repository_ / "manifest.json"));
  const auto refuse = [&](const char* what, const std::function<void(nlohmann::ordered_json&)>& change) {
    auto json = good;
    change(json);
    sign_as_manifest(repository_, json.dump(), secret_);
    EXPECT_FALSE(install()) << what;
    EXPECT_EQ(shown(), 1) << what;
  };
  for (const auto* path :
       {"../../etc/passwd", "/etc/passwd", "media/../x", "media/a\\b", "media/", "content.db/x", "", "media/.x"}) {
    refuse(path, [&](auto& json) { json["objects"][1]["path"] = path; });
  }
  refuse("NUL", [](auto& json) { json["objects"][1]["path"] = std::string("media/a\0b", 9); });
  refuse("no content.db", [](auto& json) { json["objects"].erase(0); });
  refuse("path twice", [](auto& json) { json["objects"].push_back(json["objects"][0]); });
  refuse("hash is a path",
         [](auto& json) { json["objects"][0]["sha256"] = "../../../../../../../../../../../../../../../../../etc/passwd0"; });
  refuse("short hash", [](auto& json) { json["objects"][0]["sha256"] = "ab"; });
  refuse("upper-case hash", [](auto& json) { json["objects"][0]["sha256"] = std::string(64, 'A'); });
  refuse("two lengths", [](auto& json) {
    json["objects"].push_back(json["objects"][1]);
    json["objects"][2]["path"] = "media/b.png";
    json["objects"][2]["length"] = 8;
  });
  refuse("negative length", [](auto& json) { json["objects"][0]["length"] = -1; });
  refuse("huge length", [](auto& json) { json["objects"][0]["length"] = 1ULL << 60; });
  refuse("length as text", [](auto& json) { json["objects"][0]["length"] = "3"; });
  refuse("object is a number", [](auto& json) { json["objects"][0] = 7; });
  refuse("objects is text", [](auto& json) { json["objects"] = "none"; });
  refuse("sequence as text", [](auto& json) { json["sequence"] = "9"; });
  refuse("sequence zero", [](auto& json) { json["sequence"] = 0; });
  refuse("sequence as fraction", [](auto& json) { json["sequence"] = 9.5; });
  refuse("no time", [](auto& json) { json["made"] = "yesterday"; });
  refuse("no site", [](auto& json) { json.erase("site"); });
  refuse("other site", [](auto& json) { json["site"] = "yunyan"; });
  refuse("other root", [](auto& json) { json["root_version"] = 2; });
  sign_as_manifest(repository_, good.dump(), secret_);
  EXPECT_TRUE(install());
}

TEST_F(HostileRelease, BytesThatAreNoManifestAreRefused) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  for (const auto& bytes : {std::string(), std::string("null"), std::string("[]"), std::string("7"), std::string("\xff\xfe"),
                            std::string(100'000, '['), "{\"a\":" + std::string(100'000, '{'), std::string("{\"format\":1}"),
                            std::string("\0\0\0\0", 4), "\"" + std::string(100'000, '\\')}) {
    sign_as_manifest(repository_, bytes, secret_);
    EXPECT_FALSE(install()) << bytes.substr(0, 20);
    overwrite(repository_ / "manifest.sig", bytes);
    EXPECT_FALSE(install()) << bytes.substr(0, 20);
  }
  EXPECT_EQ(shown(), 1);
}

TEST_F(HostileRelease, FilesThatAreTooLargeAreNotRead) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}});
  const auto manifest = bytes_of(repository_ / "manifest.json"), signature = bytes_of(repository_ / "manifest.sig");
  overwrite(repository_ / "manifest.json", manifest + std::string(9 << 20, ' '));
  expect_refused(install(), Trouble::Invalid);
  overwrite(repository_ / "manifest.json", manifest);
  overwrite(repository_ / "manifest.sig", signature + std::string(5 << 10, ' '));
  expect_refused(install(), Trouble::Invalid);
  overwrite(repository_ / "manifest.sig", signature);
  overwrite(repository_ / "root/2.json", std::string(65 << 10, ' '));
  expect_refused(install(), Trouble::Invalid);
  ASSERT_TRUE(disk().remove(repository_ / "root/2.json"));
  EXPECT_TRUE(install());
}

TEST_F(HostileRelease, LinksInTheRepositoryAreNotFollowed) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}});
  for (const Path& place : {Path("objects"), Path("objects") / sha256_hex("two").substr(0, 2),
                            object_in("objects", "two"), Path("manifest.json"), Path("manifest.sig")}) {
    std::filesystem::rename(repository_ / place, folder_ / "elsewhere");
    std::filesystem::create_symlink(folder_ / "elsewhere", repository_ / place);
    const auto refused = install();
    expect_refused(refused, Trouble::Untrusted);
    EXPECT_THAT(worded(refused.error()), HasSubstr("链接")) << place;
    std::filesystem::remove(repository_ / place);
    std::filesystem::rename(folder_ / "elsewhere", repository_ / place);
  }
  std::filesystem::create_symlink("2.json", repository_ / "root/2.json");  // a loop
  expect_refused(install(), Trouble::Untrusted);
  std::filesystem::remove(repository_ / "root/2.json");
  EXPECT_TRUE(install());
}

TEST_F(HostileRelease, FoldersInPlaceOfFilesAreRefused) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(disk().remove(object_in(repository_ / "objects", "one")));
  ASSERT_TRUE(disk().make_folders(object_in(repository_ / "objects", "one")));
  expect_refused(install(), Trouble::Invalid);
  expect_refused(install_from(folder_ / "none"), Trouble::NotFound);
  expect_refused(install_from(folder_.write("file", "x")), Trouble::NotFound);
}

}  // namespace
}  // namespace mingting
