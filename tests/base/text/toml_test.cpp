// Text that breaks an assertion of toml++ is malformed like any other, with its line; the program goes on.
#include "base/text/toml.hpp"

#include <gtest/gtest.h>

namespace mingting {
namespace {

unsigned error_line(std::string_view text) {
  try {
    (void)parse_toml(text);
  } catch (const toml::parse_error& error) {
    return error.source().begin.line;
  }
  return 0;
}

TEST(Toml, ANameThatIsNoneIsAnErrorOfItsLine) {
  EXPECT_EQ(error_line("[词]()\n"), 1U);
  EXPECT_EQ(error_line("a = 1\n\n[词]()\nb = 2\n"), 3U);
  EXPECT_EQ(error_line(std::string_view("[\0a]\nb = 1\n", 11)), 1U);
  EXPECT_EQ(error_line("a = 1\n[b"), 2U);
  EXPECT_EQ(error_line("a = 1\n[\xE8\xAF\x8D]"), 2U) << "without a line feed at the end";
}

TEST(Toml, SoundTextIsRead) {
  EXPECT_EQ(parse_toml("a = 1\n[b]\nc = \"词\"\n")["b"]["c"].value<std::string>(), "词");
  EXPECT_EQ(error_line(""), 0U);
}

}  // namespace
}  // namespace mingting
