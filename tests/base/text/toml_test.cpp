// Text that breaks an assertion of toml++ is malformed like any other, with its line; the program goes on.
#include "base/text/toml.hpp"

#include <gtest/gtest.h>

#include "base/said/words.hpp"

namespace mingting {
namespace {

int error_line(std::string_view text) {
  const auto root = parse_toml(text);
  return root ? 0 : root.error().line;
}

TEST(Toml, ANameThatIsNoneIsAnErrorOfItsLine) {
  EXPECT_EQ(error_line("[词]()\n"), 1);
  EXPECT_EQ(error_line("a = 1\n\n[词]()\nb = 2\n"), 3);
  EXPECT_EQ(error_line(std::string_view("[\0a]\nb = 1\n", 11)), 1);
  EXPECT_EQ(error_line("a = 1\n[b"), 2);
  EXPECT_EQ(error_line("a = 1\n[\xE8\xAF\x8D]"), 2) << "without a line feed at the end";
}

std::string fault_of(std::string_view bytes) {
  const auto table = read_toml(bytes, "a.toml");
  return table ? "" : worded(table.error());
}

TEST(Toml, ADayInAnotherSpellingIsNamedAsADay) {
  for (const auto* day : {"2026/12/01", "2026.12.01", "2026年12月1日", "2026-12-1"})
    EXPECT_EQ(fault_of(std::string("a = 1\nb = ") + day + "  # 从哪天起\n"),
              "a.toml 第 2 行：日期请写成 2026-12-01")
        << day;
  EXPECT_EQ(fault_of("b = 20261201\n"), "") << "a number";
  EXPECT_TRUE(fault_of("b = 2026-02-30\n").starts_with("a.toml 第 1 行：TOML 写法有错。日期不对"))
      << fault_of("b = 2026-02-30\n");
}

TEST(Toml, AnotherEncodingIsNamedAsThat) {
  EXPECT_EQ(fault_of("\xEF\xBB\xBF"
                     "a = \"词\"\n"),
            "");
  EXPECT_TRUE(fault_of("a = \"\xBC\xD7\"\n").starts_with("a.toml：文件是 GBK（ANSI）编码"));
  EXPECT_TRUE(fault_of(std::string("\xFF\xFE"
                                   "a\0=\0",
                                   6))
                  .starts_with("a.toml：文件是 UTF-16"));
}

TEST(Toml, SoundTextIsRead) {
  const auto root = parse_toml("a = 1\n[b]\nc = \"词\"\n");
  ASSERT_TRUE(root);
  const auto* inner = root->find("b");
  ASSERT_NE(inner, nullptr);
  EXPECT_EQ(inner->line, 2);
  ASSERT_NE(inner->value.find("c"), nullptr);
  EXPECT_EQ(inner->value.find("c")->value.written(), "词");
  EXPECT_EQ(inner->value.find("c")->line, 3);
  EXPECT_EQ(root->find("c"), nullptr);
  EXPECT_EQ(error_line(""), 0);
}

TEST(Toml, LinesAreThoseOfTheFileItStandsIn) {
  EXPECT_EQ(parse_toml("a = 1\n", 7)->find("a")->line, 7);
  EXPECT_EQ(parse_toml("a = 1\nb =\n", 7).error().line, 8);
  EXPECT_EQ(parse_toml("a = 1\n[词]()\n", 7).error().line, 8);
}

}  // namespace
}  // namespace mingting
