// Base64 and hexadecimal: known answers, there and back, and whatever is not the one right way of writing refused.
#include "base/text/encoding.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace mingting {
namespace {

/// RFC 4648, section 10.
constexpr std::pair<const char*, const char*> kRfc[] = {{"", ""},         {"f", "Zg=="},         {"fo", "Zm8="},        {"foo", "Zm9v"},
                                                        {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};

std::string all_bytes() {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<char>(i));
  return bytes;
}

TEST(Base64, AsInTheRfc) {
  for (const auto& [bytes, text] : kRfc) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64_up_to(text, 6), bytes);
  }
}

TEST(Base64, EveryByteInEveryPlaceComesBack) {
  const auto bytes = all_bytes();
  for (std::size_t from = 0; from < 3; ++from) {
    const auto part = bytes.substr(from);
    EXPECT_EQ(from_base64(to_base64(part), part.size()), part);
  }
}

TEST(Base64, TwoWaysOfWritingTheSameAreNotBothTaken) {
  EXPECT_EQ(from_base64("AAEC", 3), std::string("\0\1\2", 3));
  for (const char* text : {"AAE", "AAE=", "AAECAw==", "AAECAAEC", "AAEC=", "AAEC\n", " AAEC", "AA-C", "AA_C", "AAEC====", "A===", "====", "AA=C", "=AEC"}) {
    EXPECT_FALSE(from_base64(text, 3)) << text;
  }
  EXPECT_TRUE(from_base64("AA==", 1));
  for (const char* text : {"AB==", "AA=", "AA", "AA===", "A==="}) EXPECT_FALSE(from_base64(text, 1)) << text << ": stray bits, or padding";
  EXPECT_FALSE(from_base64("AAF=", 2));
}

TEST(Base64, EveryOtherCharacterIsRefused) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (const char c : all_bytes()) {
    EXPECT_EQ(from_base64(std::string("AA") + c + "A", 3).has_value(), kDigits.find(c) != std::string_view::npos) << int{c};
  }
}

TEST(Base64, NothingLongerThanAskedIsDecoded) {
  EXPECT_FALSE(from_base64_up_to("Zm9vYmFy", 5));
  EXPECT_EQ(from_base64_up_to("Zm9vYmFy", 6), "foobar");
  EXPECT_FALSE(from_base64("Zm9v", 4)) << "shorter";
}

TEST(Hex, ThereAndBackInBothCases) {
  const auto bytes = all_bytes();
  EXPECT_EQ(from_hex(to_hex(bytes), bytes.size()), bytes);
  EXPECT_EQ(to_hex("\x0A\xFF"), "0aff");
  EXPECT_EQ(from_hex("0aFF", 2), std::string("\x0A\xFF"));
  for (const char* text : {"0aF", "0aFF0", "0a:FF", "0aFG", "0aFF ", "0a/F", "0a@F", "0a`F"}) EXPECT_FALSE(from_hex(text, 2)) << text;
}

TEST(Hex, DigitsAreLowerCaseAndSoMany) {
  EXPECT_TRUE(is_lower_hex("0aff", 4));
  for (const char* text : {"0aFF", "0af", "0aff0", "0afg"}) EXPECT_FALSE(is_lower_hex(text, 4)) << text;
}

TEST(Hex, TheFirstSixteenDigitsAreGroupedForTheEye) {
  EXPECT_EQ(grouped_digits("ba7816bf8f01cfea414140de5dae2223"), "ba78-16bf-8f01-cfea");
}

}  // namespace
}  // namespace mingting
