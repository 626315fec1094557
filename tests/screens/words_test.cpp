// Every word a screen asks for is there, in Chinese and in English, with the same holes to fill in.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "base/disk/files.hpp"
#include "base/said/words.hpp"
#include "main/kiosk/assets.hpp"

namespace mingting {
namespace {

std::set<std::string> keys_asked_for() {
  std::set<std::string> keys;
  const std::regex literal(R"rx("([a-z]+\.[a-z0-9_-]+)")rx");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(Path(MINGTING_SOURCE) / "kiosk/screens")) {
    if (entry.path().extension() != ".cpp") continue;
    const auto text = *disk().read(entry.path(), 1 << 20);
    for (std::sregex_iterator found(text.begin(), text.end(), literal), end; found != end; ++found) keys.insert((*found)[1]);
  }
  return keys;
}

long holes(const std::string& text) { return std::count(text.begin(), text.end(), '{'); }

TEST(Words, ScreensAskOnlyForWordsThatExist) {
  const auto words = load_words(Path(MINGTING_SOURCE) / "assets");
  ASSERT_TRUE(words) << worded(words.error());
  const auto asked = keys_asked_for();
  EXPECT_GT(asked.size(), 80U);
  for (const auto& key : asked) EXPECT_TRUE(words->chinese().contains(key)) << key;
}

TEST(Words, EnglishHasTheSameHolesAsChinese) {
  const auto words = load_words(Path(MINGTING_SOURCE) / "assets");
  ASSERT_TRUE(words);
  for (const auto& [key, text] : words->english()) {
    const auto chinese = words->chinese().find(key);
    ASSERT_NE(chinese, words->chinese().end()) << key << " is in en.toml alone";
    EXPECT_EQ(holes(chinese->second), holes(text)) << key;
  }
}

TEST(Words, OnlyTheAttractPageIsChineseAlone) {
  const auto words = load_words(Path(MINGTING_SOURCE) / "assets");
  ASSERT_TRUE(words);
  for (const auto& [key, text] : words->chinese()) {
    EXPECT_TRUE(key.starts_with("attract.") || words->english().contains(key)) << key;
  }
}

}  // namespace
}  // namespace mingting
