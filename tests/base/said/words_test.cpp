// Remarks put into words, and the tables they come from.
#include "base/said/words.hpp"

#include <gtest/gtest.h>

#include "base/disk/files.hpp"

namespace mingting {
namespace {

TEST(Words, FillPlacesWithWhatTheyAreAbout) {
  const Date day{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};
  EXPECT_EQ(words("files.too-large", "a.txt", 100), "a.txt 太大了（最多 100 字节）：请核对是不是这个文件");
  EXPECT_EQ(words("case.before-arrival", day), "日期不能早于申请到达的2026年11月23日");
  EXPECT_EQ(words("toml.malformed", "a", 3, remark("files.no-file", "b")), "a 第 3 行：b 不是文件：请写到文件为止");
}

TEST(Words, ACodeWithoutWordsIsItsOwnSentence) {
  EXPECT_EQ(words("nobody-wrote-this"), "nobody-wrote-this");
  EXPECT_EQ(words("no {} fits {}", "fact"), "no {} fits {}") << "too few facts: told as it stands";
}

TEST(Words, AreKeysOfTablesWithinTables) {
  const auto table = read_words("[a]\nb = \"c\"\n[a.d]\ne = \"f\"\n", "x.toml");
  ASSERT_TRUE(table);
  EXPECT_EQ(*table, (WordTable{{"a.b", "c"}, {"a.d.e", "f"}}));
  EXPECT_EQ(worded(read_words("[a]\nb = c", "x.toml").error()).substr(0, 19), "x.toml 第 2 行：");
}

TEST(ToldWords, NoKeyStandsInTwoFiles) {
  std::size_t keys = 0;
  const Path folder = Path(MINGTING_SOURCE) / "assets" / "strings" / "told";
  const auto names = disk().list(folder);
  ASSERT_TRUE(names);
  for (const auto& name : *names) {
    const auto table = read_words(disk().read(folder / name, 1 << 20).value(), name);
    ASSERT_TRUE(table) << worded(table.error());
    keys += table->size();
  }
  EXPECT_EQ(told_words().size(), keys);
}

TEST(ToldWords, AreFoundOneByOneAsInTheWhole) {
  for (const auto& [key, text] : told_words()) {
    const auto* const found = find_words(key);
    ASSERT_NE(found, nullptr) << key;
    EXPECT_EQ(*found, text);
  }
  EXPECT_EQ(find_words("nobody-wrote-this"), nullptr);
  EXPECT_EQ(find_words("case.nobody-wrote-this"), nullptr);
}

}  // namespace
}  // namespace mingting
