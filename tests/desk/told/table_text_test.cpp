// Tables for people: aligned, cut, and unable to steer a terminal.
#include "desk/told/table_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingting {
namespace {

TEST(TableText, HanIsTwoColumnsWide) {
  EXPECT_EQ(display_width("a中，"), 5U);
  EXPECT_EQ(display_width("𬭸"), 2U);
  EXPECT_EQ(table_text({{"序号", "姓名"}, {{"1", "张*"}, {"10", "欧阳**"}}}), "序号  姓名\n1     张*\n10    欧阳**\n");
}

TEST(TableText, ACellStaysOnItsLine) {
  EXPECT_EQ(table_text({{"甲", "乙"}, {{"一\n二", "\x1b[31m红"}}}).find('\x1b'), std::string::npos);
  const auto text = table_text({{"甲"}, {{"一\n二"}}});
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
}

TEST(TableText, FitsWhatIsTooLong) {
  EXPECT_EQ(fitted("示例路改造", 10), "示例路改造");
  EXPECT_EQ(fitted("示例路改造", 9), "示例路改…");
  EXPECT_EQ(fitted("示例路改造", 8), "示例路…");
  EXPECT_EQ(fitted("", 8), "");
}

TEST(TableText, LabelledLinesHang) {
  EXPECT_EQ(labelled_text({{"编号", "1"}, {"没有", ""}, {"申请人", "甲\n乙"}}), "  编号    1\n  申请人  甲\n          乙\n");
}

TEST(TableText, JsonSteersNoTerminal) {
  const auto text = json_text({{"a", "\xE2\x80\xAE反\x7f\xFF"}});
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_EQ(text.find('\x7f'), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(text)["a"], "\xE2\x80\xAE反\x7f\uFFFD");
}

}  // namespace
}  // namespace mingting
