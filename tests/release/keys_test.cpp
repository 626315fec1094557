// Key files: made, read, locked, told apart.
#include "base/said/words.hpp"
#include "release/keys.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/faulty_files.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;

class Keys : public testing::Test {
 protected:
  void SetUp() override {
    SeededRandom random(1);
    ASSERT_TRUE(generate_keys(disk(), random, folder_.path()));
  }
  std::string text(const char* name) { return disk().read(folder_ / name, 1000).value(); }
  TempFolder folder_;
};

TEST_F(Keys, AreOneLineThatSaysWhatItIs) {
  EXPECT_THAT(text("release.key"), testing::MatchesRegex("mingting release-secret [A-Za-z0-9+/=]+\n"));
  EXPECT_THAT(text("release.pub"), testing::MatchesRegex("mingting release-public [A-Za-z0-9+/=]+\n"));
  EXPECT_THAT(text("office.key"), testing::MatchesRegex("mingting office-secret [A-Za-z0-9+/=]+\n"));
  EXPECT_THAT(text("office.pub"), testing::MatchesRegex("mingting office-public [A-Za-z0-9+/=]+\n"));
}

TEST_F(Keys, SecretsAreTheirOwners) {
  for (const auto* name : {"release.key", "office.key"}) {
    struct stat status {};
    ASSERT_EQ(::stat((folder_ / name).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U) << name;
  }
}

TEST_F(Keys, AreNeverReplaced) {
  const auto before = text("office.key");
  ASSERT_TRUE(disk().remove(folder_ / "release.key"));
  SeededRandom random(2);
  const auto again = generate_keys(disk(), random, folder_.path());
  ASSERT_FALSE(again);
  EXPECT_THAT(worded(again.error()), HasSubstr("release.pub"));
  EXPECT_EQ(text("office.key"), before);
  EXPECT_FALSE(disk().exists(folder_ / "release.key"));  // nothing was written before the refusal
}

TEST_F(Keys, AreReadByKind) {
  EXPECT_TRUE(read_key_file(disk(), folder_ / "release.key", "release-secret"));
  EXPECT_TRUE(read_key_file(disk(), folder_ / "office.pub", "office-public"));
  EXPECT_THAT(worded(read_key_file(disk(), folder_ / "release.pub", "release-secret").error()), HasSubstr("release-public"));
  EXPECT_EQ(read_key_file(disk(), folder_ / "none", "release-secret").error().trouble, Trouble::NotFound);
}

TEST_F(Keys, TornFilesAreRefused) {
  const auto whole = text("release.pub");
  for (std::size_t length = 0; length < whole.size() - 1; ++length) {
    folder_.write("torn", whole.substr(0, length));
    EXPECT_FALSE(read_key_file(disk(), folder_ / "torn", "release-public")) << length;
  }
  folder_.write("torn", std::string(100'000, 'x'));
  EXPECT_FALSE(read_key_file(disk(), folder_ / "torn", "release-public"));
  folder_.write("torn", whole + "more\n");
  EXPECT_FALSE(read_key_file(disk(), folder_ / "torn", "release-public"));
}

TEST_F(Keys, AFullDiskSaysSo) {
  FaultyFiles files;
  files.full_after_bytes = 20;
  SeededRandom random(3);
  EXPECT_EQ(generate_keys(files, random, folder_ / "new").error().trouble, Trouble::DiskFull);
}

TEST(Sha256, MatchesTheStandardsVectors) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, OfAFileIsOfItsBytes) {
  TempFolder folder;
  const std::string bytes(1'000'003, 'm');
  EXPECT_EQ(sha256_file(disk(), folder.write("a", bytes)).value(), sha256_hex(bytes));
  EXPECT_EQ(sha256_file(disk(), folder.write("b", "")).value(), sha256_hex(""));
}

TEST(Fingerprint, IsFourGroupsOfTheKeysHash) {
  TempFolder folder;
  SeededRandom one(1), two(2);
  ASSERT_TRUE(generate_keys(disk(), one, folder / "1"));
  ASSERT_TRUE(generate_keys(disk(), two, folder / "2"));
  const auto first = fingerprint(read_key_file(disk(), folder / "1/release.pub", "release-public").value());
  EXPECT_THAT(first, testing::MatchesRegex("[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}"));
  EXPECT_NE(first, fingerprint(read_key_file(disk(), folder / "2/release.pub", "release-public").value()));
}

}  // namespace
}  // namespace mingting
