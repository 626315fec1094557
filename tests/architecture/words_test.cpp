// Words for people: written at the edge alone (assets/strings; main/ for the command line's own help), every key of them there
// and every one of them used.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "architecture/sources.hpp"
#include "base/said/words.hpp"

namespace mingting {
namespace {

using Names = std::set<std::string>;

/// Where remarks are put into words.
const Names kEdges{"desk/told/", "desk/papers/", "desk/year/report/", "publish/checks/", "screens/", "paper/pages/",
                   "main/",      "base/said/"};

/// Files whose Han literals are no words for people, and why.
const std::map<std::string, std::string> kNoSentences{
    {"domain/case/replies.hpp", "titles of endings, as the law names them"},
    {"domain/case/clock.hpp", "titles of phases"},
    {"domain/case/refusals.hpp", "citations"},
    {"domain/year/sheets.cpp", "headings of the report's tables, as the form prints them"},
};

/// A term of the field names a thing; a sentence speaks.
bool is_sentence(const std::string& text) {
  const auto points = to_code_points(text);
  if (std::none_of(points.begin(), points.end(), is_han)) return false;
  static const std::u32string kMarks = U"，。；：？！{";
  return points.find_first_of(kMarks) != std::u32string::npos;
}

/// Keys that a source asks words for, where they are written down beside the asking.
Names keys_asked_for(const std::string& text) {
  static const std::regex kAsking(R"rx(\b(?:fail|remark|words|refuse)\((?:\s*Trouble::\w+,)?\s*"([^"]*)")rx");
  Names keys;
  for (std::sregex_iterator found(text.begin(), text.end(), kAsking), end; found != end; ++found) keys.insert((*found)[1]);
  return keys;
}

bool speaks(const std::string& text) {
  static const std::regex kSpeaking(R"rx(\b(?:worded|worded_each|words|told_words|find_words)\()rx");
  return std::regex_search(text, kSpeaking);
}

bool is_edge(const Source& source) {
  return std::any_of(kEdges.begin(), kEdges.end(), [&](const std::string& edge) { return source.name.starts_with(edge); });
}

std::vector<std::string> sentences_in(const Source& source) {
  std::vector<std::string> complaints;
  for (const auto& literal : Reader(source.text).read().literals) {
    if (is_sentence(literal.text)) complaints.push_back(complaint(source, literal.line, "a sentence: " + literal.text));
  }
  return complaints;
}

TEST(ToldWords, AreWrittenAtTheEdgeAlone) {
  for (const auto& source : sources()) {
    if (source.folder() == "main" || kNoSentences.contains(source.name)) continue;
    for (const auto& each : sentences_in(source)) ADD_FAILURE() << each;
  }
}

TEST(ToldWords, AreAskedForAtTheEdgeAlone) {
  for (const auto& source : sources()) {
    EXPECT_TRUE(is_edge(source) || !speaks(Reader(source.text).read().code)) << source.name;
  }
}

TEST(ToldWords, AreThereForEveryKey) {
  std::size_t asked = 0;
  for (const auto& source : sources()) {
    for (const auto& key : keys_asked_for(source.text)) {
      ++asked;
      const auto first = told_words().lower_bound(key);  // "table." stands for the keys it is put before
      const bool there = first != told_words().end() && (key.ends_with('.') ? first->first.starts_with(key) : first->first == key);
      EXPECT_TRUE(there) << key << " in " << source.name;
    }
  }
  EXPECT_GT(asked, 300U);
}

TEST(ToldWords, AreAllUsed) {
  Names literals;
  for (const auto& source : sources()) {
    for (const auto& literal : Reader(source.text).read().literals) literals.insert(literal.text);
  }
  for (const auto& [key, words] : told_words()) {
    const auto table = key.substr(0, key.find('.'));
    const bool whole_table = table == "remedy" && literals.contains(key.substr(key.find('.') + 1));
    EXPECT_TRUE(literals.contains(key) || whole_table || literals.contains(table + ".")) << key;
  }
}

TEST(ToldWordsCheck, TellsSentencesFromTerms) {
  EXPECT_TRUE(is_sentence("请先登记，再办理"));
  EXPECT_TRUE(is_sentence("第 {} 步"));
  EXPECT_FALSE(is_sentence("信息公开申请"));
  EXPECT_FALSE(is_sentence("no Han: {}"));
  EXPECT_EQ(keys_asked_for("fail(Trouble::Invalid, \"a.b\", x); words(\"c.d\"); refail(\"e.f\")"), (Names{"a.b", "c.d"}));
  EXPECT_TRUE(speaks("return worded(error);"));
  EXPECT_FALSE(speaks("reworded(error);"));
}

}  // namespace
}  // namespace mingting
