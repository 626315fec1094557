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

/// Files that hold Han literals outside the tables of names (Named<E>), and why these are no words for people.
const std::map<std::string, std::string> kHanBelow{
    {"base/clock.cpp", "how a day is written"},
    {"base/text/cells.cpp", "how days, money and nothing are typed"},
    {"base/text/squeeze.cpp", "marks of either kind"},
    {"base/text/typeset.cpp", "where a phrase begins or ends"},
    {"base/text/whole.cpp", "units, marks of titles and numbers, ends of places"},
    {"domain/case/fold.cpp", "names of the steps"},
    {"domain/case/refusals.hpp", "citations"},
    {"domain/case/replies.cpp", "citations"},
    {"domain/case/replies.hpp", "the authorities that are named where desk.toml names none"},
    {"domain/form/advice.cpp", "what ends a sentence that is read"},
    {"domain/form/claim.cpp", "what parts numbers that are typed"},
    {"domain/form/form.cpp", "an answer as it is kept, in its visitor's language"},
    {"domain/form/submission.cpp", "an answer as it is kept"},
    {"domain/identity/document_number.cpp", "what numbers are made of"},
    {"domain/identity/identifiers.cpp", "how extensions are typed"},
    {"domain/table/conditions.hpp", "a word that is typed"},
    {"domain/table/decimal.cpp", "units of money"},
    {"domain/table/period.cpp", "how periods are typed and written"},
    {"domain/table/shown.cpp", "a formula, and what is between options"},
    {"domain/table/values.cpp", "what parts options and names, brackets of codes"},
    {"domain/uses/family_names.cpp", "names that are looked for"},
    {"domain/uses/kept_words.cpp", "parts of addresses and figures that are looked for"},
    {"domain/year/checks.cpp", "columns of the report's tables, as the form prints them"},
    {"domain/year/checks.hpp", "numbers of its parts"},
    {"domain/year/report.hpp", "headings of its parts"},
    {"domain/year/sheets.cpp", "headings of its tables"},
    {"desk/year/figures.cpp", "a word that is typed"},
    {"desk/year/units.hpp", "a folder's name"},
    {"library/index/facets.cpp", "titles of facets"},
    {"library/index/folding.cpp", "characters that are searched as one"},
    {"library/index/readings.cpp", "characters with two readings"},
    {"library/search/question_words.cpp", "words that are searched without"},
    {"library/search/place.cpp", "how places are written"},
    {"library/index/title_forms.cpp", "what a law's name is searched without"},
    {"domain/calendar/notice.cpp", "festivals that are looked for in a notice"},
    {"publish/kinds/item.cpp", "values as they are typed"},
    {"publish/kinds/site.cpp", "what is typed where something is not known yet"},
    {"publish/text/inline_slips.cpp", "brackets as they are typed, words before a number to call, a note's number"},
    {"publish/text/markdown.cpp", "brackets around an address"},
    {"publish/text/slips.cpp", "marks and numbers as they are typed"},
    {"publish/text/table_lines.cpp", "marks as they are typed"},
    {"publish/kinds/tables/access.cpp", "titles of columns about persons"},
    {"publish/kinds/tables/description.cpp", "the mark of an example"},
    {"publish/kinds/tables/dirt.cpp", "what printed tables have between their rows"},
    {"publish/kinds/tables/rows.cpp", "a comma that parts nothing"},
    {"publish/kinds/tables/sketch.cpp", "titles of columns that are looked for"},
    {"publish/kinds/tables/table_file.cpp", "how a unit is said in a head"},
    {"ui/text/text_layout.cpp", "marks that do not stand before an ellipsis"},
};

/// A term of the field names a thing; a sentence speaks.
bool is_sentence(const std::string& text) {
  const auto points = to_code_points(text);
  if (std::none_of(points.begin(), points.end(), is_han)) return false;
  static const std::u32string kMarks = U"，。；：？！{";
  return points.find_first_of(kMarks) != std::u32string::npos;
}

/// Without code points that people read, a literal is for programs. Marks speak too: 、 between names is a choice of words.
bool is_for_people(const std::string& text) {
  static const std::u32string kMarks = U"，。；：？！、（）";
  const auto points = to_code_points(text);
  return std::any_of(points.begin(), points.end(), [](char32_t c) { return is_han(c) || kMarks.find(c) != std::u32string::npos; });
}

/// The lines of tables that give values of an enumeration their names.
std::set<std::size_t> lines_of_names(const std::string& code) {
  static const std::regex kTable(R"rx(\bNamed<[\w:]+> \w+\[\]\s*=?\s*\{)rx");
  std::set<std::size_t> lines;
  for (std::sregex_iterator found(code.begin(), code.end(), kTable), end; found != end; ++found) {
    const auto begin = static_cast<std::size_t>(found->position());
    const auto first = static_cast<std::size_t>(std::count(code.begin(), code.begin() + found->position(), '\n')) + 1;
    const auto table = code.substr(begin, code.find("};", begin) - begin);
    for (std::size_t line = 0; line <= static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')); ++line) {
      lines.insert(first + line);
    }
  }
  return lines;
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

/// At the edge a term may be written down, a sentence has its key; below it neither is.
std::vector<std::string> words_in(const Source& source) {
  const auto plain = Reader(source.text).read();
  const auto names = lines_of_names(plain.code);
  std::vector<std::string> complaints;
  for (const auto& literal : plain.literals) {
    const bool named = names.contains(literal.line);
    const bool wrong = is_edge(source) ? is_sentence(literal.text) : !named && is_for_people(literal.text);
    if (wrong) complaints.push_back(complaint(source, literal.line, "words for people: " + literal.text));
  }
  return complaints;
}

/// Tables of told words in English, and who reads them.
const std::map<std::string, std::string> kEnglish{
    {"log", "who looks after the machine"},
    {"script", "who writes journeys"},
    {"gallery", "who looks through the gallery"},
    {"picture", "who draws icons and prepares pictures"},
    {"counting-en", "visitors who read English"},
    {"receipt-counting-en", "visitors who read English"},
};

TEST(ToldWords, SpeakChinese) {
  static const std::regex kPhrase("[A-Za-z]{3,} [a-z]{2,}");
  for (const auto& [key, text] : told_words()) {
    const auto points = to_code_points(text);
    const bool english = std::none_of(points.begin(), points.end(), is_han) && std::regex_search(text, kPhrase);
    EXPECT_TRUE(!english || kEnglish.contains(key.substr(0, key.find('.')))) << key << ": " << text;
  }
}

TEST(ToldWords, AreWrittenAtTheEdgeAlone) {
  for (const auto& source : sources()) {
    if (source.folder() == "main" || kHanBelow.contains(source.name)) continue;
    for (const auto& each : words_in(source)) ADD_FAILURE() << each;
  }
}

TEST(ToldWords, TheExceptionsAreNeeded) {
  Names needed;
  for (const auto& source : sources()) {
    if (!words_in(source).empty()) needed.insert(source.name);
  }
  for (const auto& [name, reason] : kHanBelow) EXPECT_TRUE(needed.contains(name)) << name << ": " << reason;
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
  EXPECT_EQ(words_in({"desk/told/x.cpp", "auto a = \"申请\", b = \"请先登记，再办理\";\n"}).size(), 1U);
}

TEST(ToldWordsCheck, FindsWordsOutsideTheTablesOfNames) {
  const auto found = [](const std::string& text) { return words_in({"desk/x.cpp", text}).size(); };
  EXPECT_EQ(found("auto a = \"请先登记，再办理\";\n"), 1U);
  EXPECT_EQ(found("status.done.push_back({day, \"收到\", \"arrived\"});\n"), 1U) << "one word is told like a sentence";
  EXPECT_EQ(found("auto a = join(names, \"、\");\n"), 1U);
  EXPECT_EQ(found("auto a = \"no Han: {}\"; // 收到\n"), 0U);
  EXPECT_EQ(found("constexpr Named<Way> kWays[] = {\n    {Way::Post, \"post\", \"邮寄\"},\n};\nauto a = \"邮寄\";\n"), 1U)
      << "the one behind the table";
}

TEST(ToldWordsCheck, KnowsAskingAndSpeaking) {
  EXPECT_EQ(keys_asked_for("fail(Trouble::Invalid, \"a.b\", x); words(\"c.d\"); refail(\"e.f\")"), (Names{"a.b", "c.d"}));
  EXPECT_TRUE(speaks("return worded(error);"));
  EXPECT_FALSE(speaks("reworded(error);"));
}

}  // namespace
}  // namespace mingting
