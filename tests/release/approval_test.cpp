// A signature holds for exactly these bytes in this place, by this name and day.
#include "release/approval.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/random.hpp"
#include "release/keys.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

constexpr Date kDay = std::chrono::year{2026} / std::chrono::November / 30;

class Approving : public ::testing::Test {
 protected:
  std::string key(const char* name) {
    SystemRandom random;
    return generate_approver_key(disk(), random, folder_ / name).value();
  }
  std::string secret(const char* name) { return read_key_file(disk(), folder_ / name, "approver-secret").value(); }

  TempFolder folder_;
};

const ApprovedText kText{.item = "urgent/water", .bytes = "+++\ntitle = \"停水\"\n+++\n今晚", .name = "甲", .day = kDay};

TEST_F(Approving, HoldsForTheTextItIsOver) {
  const auto public_key = key("a.key");
  const auto signature = sign_approval(kText, secret("a.key")).value();
  EXPECT_TRUE(is_approval(kText, public_key, signature));
  EXPECT_FALSE(is_approval(kText, key("b.key"), signature)) << "another's key";
}

TEST_F(Approving, OneChangedByteVoidsIt) {
  const auto public_key = key("a.key");
  const auto signature = sign_approval(kText, secret("a.key")).value();
  const std::string bytes(kText.bytes);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    auto text = kText;
    text.bytes = changed;
    EXPECT_FALSE(is_approval(text, public_key, signature)) << i;
  }
}

TEST_F(Approving, SoDoesAnotherPlaceNameOrDay) {
  const auto public_key = key("a.key");
  const auto signature = sign_approval(kText, secret("a.key")).value();
  auto moved = kText, renamed = kText, later = kText;
  moved.item = "urgent/wate";  // with the letter that is left over before the name
  moved.name = "r甲";
  renamed.name = "乙";
  later.day = std::chrono::year{2026} / std::chrono::December / 1;
  for (const auto& text : {moved, renamed, later}) EXPECT_FALSE(is_approval(text, public_key, signature));
  EXPECT_FALSE(is_approval(kText, public_key, "no signature"));
}

TEST_F(Approving, TheSecretHalfIsItsOwnersAloneAndNoOtherKindOfKey) {
  const auto public_key = key("a.key");
  struct stat status {};
  ASSERT_EQ(::stat((folder_ / "a.key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_EQ(read_key_file(disk(), folder_ / "a.key.pub", "approver-public").value(), public_key);
  EXPECT_FALSE(read_key_file(disk(), folder_ / "a.key", "release-secret"));
  EXPECT_EQ(approver_public_key(secret("a.key")).value(), public_key);
}

TEST_F(Approving, AKeyIsNeverWrittenOver) {
  (void)key("a.key");
  SystemRandom random;
  EXPECT_FALSE(generate_approver_key(disk(), random, folder_ / "a.key"));
}

}  // namespace
}  // namespace mingting
