// The encoding of a text: told apart whatever it says, named alike, and read where a table may be in it.
#include "base/text/charset.hpp"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/said/words.hpp"

namespace mingting {
namespace {

std::string saved(const std::string& text, const char* encoding) {
  const auto unicode = icu::UnicodeString::fromUTF8(text);
  std::string bytes(static_cast<std::size_t>(unicode.extract(0, unicode.length(), nullptr, 0U, encoding)),
                    '\0');
  unicode.extract(0, unicode.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), encoding);
  return bytes;
}

const std::string kSimplified = "# 大厅\nname = \"南明区政务公开专区\"\nhours = \"以大厅公示为准\"\n";
const std::string kTraditional = "# 大廳\nname = \"政務公開專區\"\nhours = \"以大廳公示為準，請準時。\"\n";

TEST(Charset, IsToldApart) {
  EXPECT_EQ(charset_of(""), Charset::Utf8);
  EXPECT_EQ(charset_of(kSimplified), Charset::Utf8);
  EXPECT_EQ(charset_of("\xEF\xBB\xBF" + kSimplified), Charset::Utf8);
  EXPECT_EQ(charset_of(saved(kSimplified, "GBK")), Charset::Gbk);
  EXPECT_EQ(charset_of(saved("𬭸㛃，1\n", "gb18030")), Charset::Gbk);
  EXPECT_EQ(charset_of(saved(kTraditional, "GBK")), Charset::Gbk);
  EXPECT_EQ(charset_of(saved(kTraditional, "Big5")), Charset::Big5);
  for (const auto* order : {"UTF-16LE", "UTF-16BE", "UTF-16"})
    EXPECT_EQ(charset_of(saved(kSimplified, order)), Charset::Utf16) << order;
  EXPECT_EQ(charset_of(std::string("name,price\nx\0,1\n", 16)), Charset::Binary);
  auto damaged = kSimplified;
  damaged.erase(damaged.find("政") + 1, 1);
  EXPECT_EQ(charset_of(damaged), Charset::Unknown);
}

TEST(Charset, TheFaultNamesItAndTheLine) {
  const auto said = [](const std::string& bytes) {
    const auto fault = charset_fault(bytes);
    return fault ? std::to_string(fault->line) + " " + worded(fault->what) : "";
  };
  EXPECT_EQ(said(kSimplified), "");
  EXPECT_EQ(said("a = 1\n" + saved("名 = 2", "GBK")),
            "2 文件是 GBK（ANSI）编码，从第 2 行起不是 UTF-8：请用记事本或 WPS 另存为 UTF-8");
  EXPECT_TRUE(said(saved(kTraditional, "Big5")).starts_with("1 文件是 Big5（繁体中文）编码"));
  EXPECT_TRUE(said(saved(kSimplified, "UTF-16LE")).starts_with("1 文件是 UTF-16"));
  EXPECT_TRUE(said("好\xE5\xA5\n").starts_with("1 第 4 字节（0xE5）不是 UTF-8"));
}

TEST(Charset, TablesAreReadInWhatSpreadsheetsSave) {
  for (const auto* encoding : {"UTF-8", "GBK", "gb18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
    EXPECT_EQ(decoded_text(saved(kSimplified, encoding)).value_or("none"), kSimplified) << encoding;
  EXPECT_EQ(decoded_text("\xEF\xBB\xBF甲").value_or("none"), "甲");
  EXPECT_FALSE(decoded_text(saved(kTraditional, "Big5"))) << "a guess that may be wrong is not taken";
  EXPECT_FALSE(utf8_text(saved(kSimplified, "GBK")));
  EXPECT_EQ(utf8_text("\xEF\xBB\xBF甲").value_or("none"), "甲");
}

}  // namespace
}  // namespace mingting
