// The cryptography against published vectors, and what must never be accepted.
#include "intake/sealed/sealing.hpp"

#include <gtest/gtest.h>

#include "base/text/encoding.hpp"
#include "intake/hall.hpp"

namespace mingting::vault {
namespace {

std::string bytes(const char* hex, std::size_t size) {
  return from_hex(hex, size).value();
}

TEST(Sealing, HashesAsFips180Says) {
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sealing, SignsAsRfc8032Says) {  // 7.1, TEST 2
  const auto key =
      SigningKey::from_seed(bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", 32));
  EXPECT_EQ(to_hex(key.public_key()), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  EXPECT_EQ(to_hex(key.sign("\x72")),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  EXPECT_TRUE(signature_holds(key.public_key(), "\x72", key.sign("\x72")));
  EXPECT_FALSE(signature_holds(key.public_key(), "\x73", key.sign("\x72")));
  EXPECT_FALSE(signature_holds(key.public_key(), "\x72", "short"));
  EXPECT_FALSE(signature_holds("", "\x72", key.sign("\x72")));
}

TEST(Sealing, MakesADifferentKeyEachTime) {
  EXPECT_NE(SigningKey::make().public_key(), SigningKey::make().public_key());
}

TEST(Sealing, OnlyTheOfficesKeyOpens) {
  const auto office = office_keys(1), other = office_keys(2);
  const auto sealed = seal("姓名：欧阳", office.public_key);
  ASSERT_TRUE(sealed);
  EXPECT_EQ(unseal(*sealed, office.secret_key)->view(), "姓名：欧阳");
  EXPECT_FALSE(unseal(*sealed, other.secret_key));
  EXPECT_NE(*seal("姓名：欧阳", office.public_key), *sealed) << "two equal submissions must not look equal";
  auto altered = *sealed;
  altered.back() = static_cast<char>(altered.back() ^ 1);
  EXPECT_FALSE(unseal(altered, office.secret_key));
  EXPECT_FALSE(unseal("short", office.secret_key));
  EXPECT_EQ(*office_public_key(office.secret_key), office.public_key);
}

TEST(Sealing, RefusesWhatIsNoKey) {
  const std::string zero = to_base64(std::string(32, '\0'));  // a point of low order: anybody could open
  for (const std::string& key : {std::string("not base64"), std::string(), to_base64("short"), zero}) {
    EXPECT_FALSE(seal("x", key)) << key;
  }
  EXPECT_FALSE(office_public_key("not base64"));
}

TEST(Sealing, CodeHashNeedsNumberAndCode) {
  const ReceiptNumber number{"NM-K01-20261123-0007-C"}, other{"NM-K01-20261123-0008-C"};
  const auto hash = query_code_hash(number, {"ABCD-2345"});
  ASSERT_TRUE(hash);
  EXPECT_EQ(hash->size(), 64U);
  EXPECT_EQ(*query_code_hash(number, {"ABCD-2345"}), *hash);
  EXPECT_NE(*query_code_hash(other, {"ABCD-2345"}), *hash);
  EXPECT_NE(*query_code_hash(number, {"ABCD-2346"}), *hash);
}

TEST(SecretText, KeepsItsBytesAsItGrowsAndShrinks) {
  SecretText text("ab");
  for (int i = 0; i < 1000; ++i) text.append("0123456789");
  EXPECT_EQ(text.view().size(), 10'002U);
  EXPECT_EQ(text.view().substr(9992), "0123456789");
  text.resize(3);
  EXPECT_EQ(text.view(), "ab0");
  SecretText moved = std::move(text);
  EXPECT_EQ(moved.view(), "ab0");
  moved.wipe();
  EXPECT_EQ(moved.view(), "");
}

}  // namespace
}  // namespace mingting::vault
