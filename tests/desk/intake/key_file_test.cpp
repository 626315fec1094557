// The office's key under a passphrase.
#include "base/said/words.hpp"
#include "desk/intake/key_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/text/text.hpp"
#include "release/keys.hpp"
#include "support/faulty_files.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr LockCost kCheap{1, 8192};
constexpr const char* kSecret = "示例口令一二三四五六";

AskPassphrase says(const std::string& words) {
  return [words](const Remark&) -> Result<Passphrase> { return Passphrase(words); };
}
AskPassphrase must_not_ask() {
  return [](const Remark&) -> Result<Passphrase> {
    ADD_FAILURE() << "asked for a passphrase";
    return fail("asked");
  };
}

struct Keys {
  TempFolder folder;
  Path key = folder / "keys/office.key";

  explicit Keys(const char* passphrase = nullptr) {
    SystemRandom random;
    const Passphrase words(passphrase == nullptr ? "" : passphrase);
    const KeyLock lock{words, kCheap};
    EXPECT_TRUE(generate_keys(disk(), random, folder / "keys", passphrase == nullptr ? nullptr : &lock));
  }
  std::string text() const { return *disk().read(key, 4096); }
  std::string trouble(const std::string& changed, const char* words = kSecret) {
    folder.write("keys/office.key", changed);
    const auto read = read_office_key(disk(), key, says(words));
    return read ? "" : worded(read.error());
  }
};

// A vector: whatever is written today must open for as long as the office keeps the file.
TEST(KeyFile, AKeyLockedEarlierStillOpens) {
  SeededRandom random{3};
  const Passphrase words(kSecret);
  const std::string key = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
  const auto locked = lock_key(random, key, words, kCheap);
  ASSERT_TRUE(locked);
  EXPECT_EQ(*locked, *lock_key(*std::make_unique<SeededRandom>(3), key, words, kCheap))
      << "nothing but the random source is by chance";
  EXPECT_THAT(*locked, testing::StartsWith("mingting office-secret-locked argon2id 1 8192 "));
  EXPECT_EQ(*unlock_key(*locked, words, "office.key"), key);
  const std::string earlier =
      "mingting office-secret-locked argon2id 1 8192 7YkBz5YHuBZ6csx/9MNc6g== "
      "5vWoLTLGk9GU9dS911BxoSWIz5IrGCTQv6IW1r9XAcYN3lzCYYkWpjOtabhsHyB/q+DxwK6w0uNisb1lcYjaFkWWajommyGg\n";
  EXPECT_EQ(*unlock_key(earlier, words, "office.key"), key);
}

TEST(KeyFile, WithoutAPassphraseNothingIsAsked) {
  const Keys keys;
  EXPECT_EQ(read_office_key(disk(), keys.key, must_not_ask())->text(), *read_key_file(disk(), keys.key, "office-secret"));
}

TEST(KeyFile, ALockedKeyHoldsTheSameKeyAndNotInTheOpen) {
  Keys keys;
  const auto plain = *read_key_file(disk(), keys.key, "office-secret");
  SystemRandom random;
  ASSERT_TRUE(protect_key(disk(), random, keys.key, must_not_ask(), says(kSecret), kCheap));
  EXPECT_THAT(keys.text(), AllOf(HasSubstr("office-secret-locked"), Not(HasSubstr(plain))));
  struct stat status {};
  ASSERT_EQ(::stat(keys.key.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_EQ(read_office_key(disk(), keys.key, says(kSecret))->text(), plain);
  EXPECT_THAT(worded(read_key_file(disk(), keys.key, "office-secret").error()), HasSubstr("口令"));
}

TEST(KeyFile, MadeUnderAPassphrase) {
  const Keys keys(kSecret);
  EXPECT_TRUE(read_office_key(disk(), keys.key, says(kSecret)));
  EXPECT_TRUE(read_key_file(disk(), keys.folder / "keys/release.key", "release-secret")) << "the signing key is another matter";
}

TEST(KeyFile, APassphraseIsChangedOnlyByWhoKnowsTheOldOne) {
  const Keys keys(kSecret);
  SystemRandom random;
  const auto before = keys.text();
  const auto refused = protect_key(disk(), random, keys.key, says("不是这个口令啊啊"), says("新的口令一二三四"), kCheap);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().trouble, Trouble::Untrusted);
  EXPECT_FALSE(protect_key(disk(), random, keys.key, says(kSecret), says("短"), kCheap));
  EXPECT_EQ(keys.text(), before);
  ASSERT_TRUE(protect_key(disk(), random, keys.key, says(kSecret), says("新的口令一二三四"), kCheap));
  EXPECT_FALSE(read_office_key(disk(), keys.key, says(kSecret)));
  EXPECT_TRUE(read_office_key(disk(), keys.key, says("新的口令一二三四")));
}

TEST(KeyFile, AFullDiskLeavesTheOldFile) {
  Keys keys;
  const auto before = keys.text();
  FaultyFiles files;
  files.read_only = true;
  SystemRandom random;
  EXPECT_FALSE(protect_key(files, random, keys.key, must_not_ask(), says(kSecret), kCheap));
  EXPECT_EQ(keys.text(), before);
}

TEST(KeyFile, EachThingThatIsWrongHasItsSentence) {
  Keys keys(kSecret);
  const auto whole = keys.text();
  EXPECT_THAT(keys.trouble(whole, "别的口令一二三四五"), AllOf(HasSubstr("口令不对"), HasSubstr("office.key")));
  EXPECT_THAT(keys.trouble(whole.substr(0, whole.size() / 2)), HasSubstr("不完整"));
  EXPECT_THAT(keys.trouble("mingting office-secret-locked\n"), HasSubstr("不完整"));
  EXPECT_THAT(keys.trouble("hello\n"), HasSubstr("不是密钥文件"));
  EXPECT_THAT(keys.trouble(*disk().read(keys.folder / "keys/release.pub", 4096)), HasSubstr("release-public"));
  EXPECT_THAT(keys.trouble(std::string(100'000, 'a')), HasSubstr("太大"));
  EXPECT_THAT(worded(read_office_key(disk(), keys.folder / "nothing.key", says(kSecret)).error()), HasSubstr("没有密钥文件"));
  EXPECT_EQ(keys.trouble(whole), "");
}

TEST(KeyFile, EveryAlteredCharacterIsNoticed) {
  Keys keys(kSecret);
  const auto whole = trimmed(keys.text());
  const Passphrase words(kSecret);
  for (std::size_t i = whole.find(" argon2id 1 8192 ") + 17; i < whole.size(); ++i) {
    auto altered = whole;
    altered[i] = altered[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(unlock_key(altered, words, "office.key")) << i;
  }
}

TEST(KeyFile, AHostileCostIsNotSpent) {
  Keys keys(kSecret);
  const auto whole = keys.text();
  for (const char* cost :
       {" 1 99999999999999 ", " 1 1073741825 ", " 11 8192 ", " 0 8192 ", " 1 1 ", " 1 -8192 ", " 18446744073709551616 8192 "}) {
    EXPECT_THAT(keys.trouble(replace_all(whole, " 1 8192 ", cost)), HasSubstr("不完整或被改动过")) << cost;
  }
}

TEST(KeyFile, APassphraseIsNotCopiedAndCanBeWiped) {
  static_assert(!std::is_copy_constructible_v<Passphrase> && !std::is_copy_constructible_v<OfficeKey>);
  Passphrase words("一二三");
  auto moved = std::move(words);
  EXPECT_EQ(words.view(), "");
  EXPECT_EQ(moved.view(), "一二三");
  moved.wipe();
  EXPECT_EQ(moved.view(), "");
  Passphrase full(std::string(Passphrase::kMost, 'x'));
  EXPECT_FALSE(full.append('y'));
}

}  // namespace
}  // namespace mingting
