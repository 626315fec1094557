// UTF-8 and what visitors may type.
#include "base/text/text.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "base/random.hpp"

namespace mingting {
namespace {

TEST(Utf8, FindsTheFirstMalformedByte) {
  EXPECT_FALSE(first_invalid_utf8("南明区 𬭸 🙂"));
  EXPECT_EQ(first_invalid_utf8("ab\xffz"), 2U);
  EXPECT_EQ(first_invalid_utf8("\xC0\x80"), 0U);          // overlong
  EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0U);      // surrogate
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0U);  // above U+10FFFF
  EXPECT_EQ(first_invalid_utf8("明\xE6\x98"), 3U);        // torn at the end
}

TEST(Utf8, ComesBackAsItWent) {
  const std::string text = "a é 明 𬭸 🙂 \xEF\xBF\xBD";
  EXPECT_EQ(to_utf8(to_code_points(text)), text);
  EXPECT_EQ(count_code_points("𬭸䶮㛃"), 3U);
}

TEST(CleanInput, KeepsRareCharactersAndEmoji) {
  EXPECT_EQ(clean_input("𬭸䶮㛃𫖯 🙂👍🏽", Lines::One, 100), "𬭸䶮㛃𫖯 🙂👍🏽");
}

TEST(CleanInput, DropsControlsAndDirectionMarks) {
  EXPECT_EQ(clean_input(std::string("a\0b\x1b[31mc\x7f\u0085", 11), Lines::One, 100), "ab[31mc");
  EXPECT_EQ(clean_input("a\u202Eb\u2066c\u200Fd\u061Ce", Lines::One, 100), "abcde");
  EXPECT_EQ(clean_input("a\u200Bb\uFEFFc\uFFFEd", Lines::One, 100), "abcd");
}

TEST(CleanInput, LinesWhereTheyAreAllowed) {
  EXPECT_EQ(clean_input("一\r\n二\t三", Lines::Many, 100), "一\n二 三");
  EXPECT_EQ(clean_input("一\r\n二\t三", Lines::One, 100), "一 二 三");
  EXPECT_EQ(clean_input("一\u2028二", Lines::Many, 100), "一二");
}

TEST(CleanInput, DropsMalformedBytes) {
  EXPECT_EQ(clean_input("明\xE6\x98厅\xff", Lines::One, 100), "明厅");
  EXPECT_EQ(clean_input("\xEF\xBF\xBD", Lines::One, 100), "\xEF\xBF\xBD");  // a replacement character that was typed
}

TEST(CleanInput, CutsAtTheLimitBetweenCharacters) {
  EXPECT_EQ(clean_input("𬭸䶮㛃", Lines::One, 2), "𬭸䶮");
  EXPECT_EQ(clean_input("abc", Lines::One, 0), "");
}

TEST(CleanInput, TenMegabytesArePastedWithoutAWait) {
  std::string paste;
  while (paste.size() < 10'000'000) paste += "南明区\u200B🙂\x01";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(count_code_points(clean_input(paste, Lines::Many, 2000)), 2000U);
  const auto whole = clean_input(paste, Lines::Many, paste.size());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));  // generous: a sanitizer may be on
  EXPECT_EQ(whole.find('\x01'), std::string::npos);
}

TEST(CleanInput, AlwaysGivesValidUtf8) {
  SeededRandom random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string noise(random.below(64), '\0');
    random.fill(std::as_writable_bytes(std::span(noise)));
    const auto clean = clean_input(noise, Lines::One, 40);
    EXPECT_TRUE(is_valid_utf8(clean));
    EXPECT_LE(count_code_points(clean), 40U);
    EXPECT_EQ(clean_input(clean, Lines::One, 40), clean);  // once is enough
  }
}

TEST(Text, TrimsEverySpace) {
  EXPECT_EQ(trimmed(" \t\u3000\u00A0\u200B南明\u3000区 \n"), "南明\u3000区");
  EXPECT_EQ(trimmed("\u3000 "), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Text, FoldsWidth) {
  EXPECT_EQ(fold_width("Ａｂ１２３（）　\u200B〔〕"), "Ab123() 〔〕");
}

TEST(Text, SplitsAndJoins) {
  EXPECT_EQ(split("a,,b", ','), (std::vector<std::string>{"a", "", "b"}));
  EXPECT_EQ(split("", ','), (std::vector<std::string>{""}));
  EXPECT_EQ(join({"a", "b"}, "、"), "a、b");
  EXPECT_EQ(replace_all("aaa", "a", "aa"), "aaaaaa");
  EXPECT_EQ(replace_all("abc", "", "x"), "abc");
}

TEST(Text, JoinsEqualParts) {
  const std::vector<std::string> same{"一", "一"};
  EXPECT_EQ(join(same, "、"), "一、一");
}

TEST(Text, KnowsHan) {
  for (const char32_t c : std::u32string(U"南𬭸䶮㛃𫖯〇")) EXPECT_TRUE(is_han(c));
  for (const char32_t c : std::u32string(U"A1。あ🙂")) EXPECT_FALSE(is_han(c));
}

}  // namespace
}  // namespace mingting
