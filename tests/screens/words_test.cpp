// Every word a screen asks for is there, in Chinese and in English, with the same holes to fill in.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "base/disk/files.hpp"
#include "base/said/words.hpp"
#include "base/text/text.hpp"
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

// ---- assets/strings/README.md -------------------------------------------------------------------------------------

constexpr double kLongestSentence = 20;

/// Han characters; a letter or figure counts half, what is filled in nothing.
double width_of(const std::string& text) {
  double width = 0;
  for (const char32_t c : to_code_points(std::regex_replace(text, std::regex(R"(\{[^}]*\})"), ""))) width += c < 0x80 ? 0.5 : 1;
  return width;
}

std::vector<std::string> sentences_of(const std::string& text) {
  const std::regex mark("。|？|！|：|；");
  return {std::sregex_token_iterator(text.begin(), text.end(), mark, -1), {}};
}

/// Keys that a screen gives to a button.
std::set<std::string> button_keys() {
  std::set<std::string> keys;
  const std::regex named(R"rx((?:button\([^,;]*,\s*|\.label = )view\.tr\("([a-z.0-9-]+)"\))rx");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(Path(MINGTING_SOURCE) / "kiosk/screens")) {
    if (entry.path().extension() != ".cpp") continue;
    const auto text = *disk().read(entry.path(), 1 << 20);
    for (std::sregex_iterator found(text.begin(), text.end(), named), end; found != end; ++found) keys.insert((*found)[1]);
  }
  return keys;
}

bool is_hint(const std::string& key) {
  static const std::regex kHint(R"((.*[.-](help|hint|placeholder))|(help\.[a-z]+-[0-9]))");
  return std::regex_match(key, kHint);
}

bool is_complaint(const std::string& key) { return key.starts_with("error.") || key.find(".error-") != std::string::npos; }

WordTable chinese_words() { return load_words(Path(MINGTING_SOURCE) / "assets")->chinese(); }

TEST(WordsSpeakPlainly, ButtonsAreShortAndNoSentences) {
  const auto words = chinese_words();
  const auto keys = button_keys();
  EXPECT_GT(keys.size(), 30U);
  for (const auto& key : keys) {
    const auto found = words.find(key);
    if (found == words.end()) continue;
    EXPECT_LE(width_of(found->second), kLongestSentence) << key << ": " << found->second;
    EXPECT_FALSE(found->second.ends_with("。")) << key << ": " << found->second;
  }
}

TEST(WordsSpeakPlainly, ASentenceOfAHintIsShort) {
  for (const auto& [key, text] : chinese_words()) {
    if (!is_hint(key)) continue;
    for (const auto& sentence : sentences_of(text)) EXPECT_LE(width_of(sentence), kLongestSentence) << key << ": " << sentence;
  }
}

TEST(WordsSpeakPlainly, SentencesEndAsSuch) {
  const std::regex ended("[\\s\\S]*(。|？|！|：|…|”|\\})");
  for (const auto& [key, text] : chinese_words()) {
    const bool sentence = is_complaint(key) || text.find("。") != std::string::npos;
    EXPECT_TRUE(!sentence || std::regex_match(text, ended)) << key << ": " << text;
  }
}

TEST(WordsSpeakPlainly, OneThingHasOneWord) {
  const char* const kOtherWords[] = {"你",   "用户",   "点击",   "轻触",   "触摸", "按下",   "最晚",   "确定", "柜台", "前台",
                                     "单号", "流水号", "主页",   "退出",   "注销", "后退",   "上传",   "手机号", "联系方式",
                                     "终端", "自助机", "管理员", "客服",   "请依规"};
  for (const auto& [key, text] : chinese_words()) {
    for (const auto* word : kOtherWords) EXPECT_EQ(text.find(word), std::string::npos) << key << ": " << text;
    const auto own = text.find("本机");
    EXPECT_TRUE(own == std::string::npos || text.compare(own, std::string("本机关").size(), "本机关") == 0) << key << ": " << text;
  }
}

}  // namespace
}  // namespace mingting
