// Pinyin typed and candidates taken.
#include "base/said/words.hpp"
#include "input/pinyin.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <sstream>

#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Path kPrebuilt = Path(MINGTING_BUILD) / "pinyin";

std::vector<std::string> texts(const Composition& composition) {
  std::vector<std::string> all;
  for (const auto& candidate : composition.candidates) all.push_back(candidate.text);
  return all;
}

class PinyinTest : public testing::Test {
 protected:
  PinyinTest() : pinyin_(open()) {}

  Pinyin open() {
    auto pinyin = Pinyin::open(kPrebuilt, scratch_.path());
    if (!pinyin) ADD_FAILURE() << worded(pinyin.error());
    return std::move(*pinyin);
  }
  Composition compose(std::string_view letters, int page = 0) {
    auto composition = pinyin_.compose(letters, page);
    EXPECT_TRUE(composition) << letters;
    return composition ? *composition : Composition{};
  }
  std::string first(std::string_view letters) {
    const auto offered = texts(compose(letters));
    return offered.empty() ? "" : offered.front();
  }
  /// All candidates, page by page.
  std::vector<std::string> all(std::string_view letters) {
    std::vector<std::string> found;
    for (int page = 0;; ++page) {
      const Composition composition = compose(letters, page);
      for (auto& text : texts(composition)) found.push_back(text);
      if (composition.last_page) return found;
    }
  }

  TempFolder scratch_;
  Pinyin pinyin_;
};

TEST_F(PinyinTest, OffersWhatPeopleComeFor) {
  const std::vector<std::pair<std::string, std::string>> vectors{
      {"guiyangshinanmingqu", "贵阳市南明区"},
      {"nanmingqu", "南明区"},
      {"xihulujiedao", "西湖路街道"},
      {"zhengwugongkai", "政务公开"},
      {"xinxigongkai", "信息公开"},
      {"yishenqinggongkai", "依申请公开"},
      {"zhengfuxinxigongkaitiaoli", "政府信息公开条例"},
      {"shehuibaoxian", "社会保险"},
      {"shebao", "社保"},
      {"dibao", "低保"},
      {"yibao", "医保"},
      {"gongjijin", "公积金"},
      {"guifanxingwenjian", "规范性文件"},
      {"xingzhengfuyi", "行政复议"},
      {"tongyishehuixinyongdaima", "统一社会信用代码"},
      {"guiyangshinanmingquxihulujiedao", "贵阳市南明区西湖路街道"},
      {"nvren", "女人"},
      {"xi'an", "西安"},
  };
  for (const auto& [letters, expected] : vectors) EXPECT_EQ(first(letters), expected) << letters;
}

TEST_F(PinyinTest, InitialsAreEnoughForTheFieldsTerms) {
  EXPECT_EQ(first("zwgk"), "政务公开");
  EXPECT_THAT(texts(compose("sb")), Contains("社保"));
}

TEST_F(PinyinTest, ShowsTheSyllables) {
  EXPECT_EQ(compose("guiyang").preedit, "gui yang");
  EXPECT_EQ(compose("xi'an").preedit, "xi'an");
  EXPECT_EQ(compose("xi'an").letters, "xi'an");
}

TEST_F(PinyinTest, AWholeChoiceCommits) {
  const auto chosen = pinyin_.choose("guiyang", 0, 0);
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->committed, "贵阳");
  EXPECT_EQ(chosen->letters, "");
  EXPECT_EQ(chosen->preedit, "");
  EXPECT_THAT(chosen->candidates, IsEmpty());
  EXPECT_TRUE(chosen->last_page);
}

TEST_F(PinyinTest, APartialChoiceLeavesTheRest) {
  const auto offered = texts(compose("guiyangshinanmingqu"));
  const auto place = std::ranges::find(offered, "贵阳市");
  ASSERT_NE(place, offered.end());
  const auto chosen = pinyin_.choose("guiyangshinanmingqu", 0, static_cast<int>(place - offered.begin()));
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->committed, "贵阳市");
  EXPECT_EQ(chosen->letters, "nanmingqu");
  EXPECT_EQ(chosen->preedit, "nan ming qu");
  EXPECT_EQ(chosen->candidates.at(0).text, "南明区");
}

TEST_F(PinyinTest, ANameIsTypedCharacterByCharacter) {
  std::string letters = "wangkunyan", name;
  for (const char* character : {"王", "堃", "䶮"}) {
    bool found = false;
    for (int page = 0; !found && page < 60; ++page) {
      const auto offered = texts(compose(letters, page));
      for (std::size_t i = 0; i < offered.size() && !found; ++i) {
        if (offered[i] != character) continue;
        const auto chosen = pinyin_.choose(letters, page, static_cast<int>(i));
        ASSERT_TRUE(chosen);
        name += chosen->committed;
        letters = chosen->letters;
        found = true;
      }
    }
    ASSERT_TRUE(found) << character << " of " << letters;
  }
  EXPECT_EQ(name, "王堃䶮");
  EXPECT_EQ(letters, "");
}

TEST_F(PinyinTest, KeepsAnApostropheInTheRest) {
  const auto offered = texts(compose("pingxi'an"));
  const auto place = std::ranges::find(offered, "平");
  ASSERT_NE(place, offered.end());
  const auto chosen = pinyin_.choose("pingxi'an", 0, static_cast<int>(place - offered.begin()));
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->letters, "xi'an");
  EXPECT_EQ(chosen->candidates.at(0).text, "西安");
}

TEST_F(PinyinTest, PagesHoldAllCandidatesOnce) {
  const auto found = all("yi");
  EXPECT_GT(found.size(), 100U);
  EXPECT_EQ(std::set(found.begin(), found.end()).size(), found.size());
  EXPECT_EQ(compose("yi", 0).candidates.size(), 10U);
  EXPECT_FALSE(compose("yi", 0).last_page);
  EXPECT_EQ(compose("yi", 3).page, 3);
}

TEST_F(PinyinTest, APageThatEndsExactlyIsTheLast) {
  for (const char* letters : {"nv", "yi", "shang", "zhuang", "a"}) {
    int page = 0;
    while (!compose(letters, page).last_page) ++page;
    EXPECT_THAT(compose(letters, page).candidates, Not(IsEmpty())) << letters;
    EXPECT_THAT(compose(letters, page + 1).candidates, IsEmpty()) << letters;
    EXPECT_TRUE(compose(letters, page + 1).last_page) << letters;
  }
}

TEST_F(PinyinTest, ReachesRareCharactersOfNames) {
  // Readings: Unihan 15.0, kTGHZ2013.
  const std::vector<std::pair<std::string, std::string>> vectors{
      {"yan", "䶮"},  {"jie", "㛃"}, {"lin", "𬭸"}, {"fu", "𫖯"}, {"yan", "𬙂"},
      {"xian", "𪾢"}, {"kun", "堃"}, {"zhe", "喆"},   {"ou", "区"},
  };
  for (const auto& [letters, character] : vectors) EXPECT_THAT(all(letters), Contains(character)) << letters;
}

TEST_F(PinyinTest, TheCommonComesBeforeTheRare) {
  const auto offered = all("yan");
  const auto place = [&](const char* text) { return std::ranges::find(offered, text) - offered.begin(); };
  EXPECT_LT(place("言"), place("䶮"));
  EXPECT_LT(place("严"), 10);
}

TEST_F(PinyinTest, TypingLetterByLetterGivesWhatTypingAtOnceGives) {
  const std::string letters = "guiyangshinanmingqu";
  for (std::size_t length = 1; length <= letters.size(); ++length) (void)compose(letters.substr(0, length));
  const auto step_by_step = compose(letters);
  (void)compose("");
  EXPECT_EQ(compose(letters), step_by_step);
  (void)compose("zhengwu");
  EXPECT_EQ(compose(letters), step_by_step);
  (void)compose("guiyangshinanmingquxihu");
  EXPECT_EQ(compose(letters), step_by_step);
}

TEST_F(PinyinTest, NothingIsLearnt) {
  const auto before = all("ni");
  ASSERT_GT(before.size(), 9U);
  for (int i = 0; i < 100; ++i) {
    ASSERT_EQ(pinyin_.choose("ni", 0, 7)->committed, before[7]);
    ASSERT_FALSE(pinyin_.choose("niguiyang", 0, 2)->committed.empty());
  }
  EXPECT_EQ(all("ni"), before);
  pinyin_ = open();
  EXPECT_EQ(all("ni"), before);
}

TEST_F(PinyinTest, NothingOfOneVisitShowsInTheNext) {
  const auto fresh = compose("gui");
  (void)pinyin_.choose("guizhou", 0, 1);
  (void)compose("guiyangshi");
  (void)compose("");
  EXPECT_EQ(compose("gui"), fresh);
  EXPECT_EQ(compose("").committed, "");
}

TEST_F(PinyinTest, RefusesWhatIsNotPinyin) {
  using namespace std::string_view_literals;
  for (const auto letters :
       {"Ni"sv, "ni3"sv, "ni hao"sv, "你"sv, "\xff\xfe"sv, "ni\0hao"sv, "ni\n"sv, "`ni"sv, "/fh"sv}) {
    const auto composition = pinyin_.compose(letters, 0);
    ASSERT_FALSE(composition);
    EXPECT_EQ(composition.error().trouble, Trouble::Invalid);
    EXPECT_FALSE(pinyin_.choose(letters, 0, 0));
  }
  EXPECT_FALSE(pinyin_.compose(std::string(61, 'a'), 0));
  EXPECT_FALSE(pinyin_.compose("ni", -1));
  EXPECT_FALSE(pinyin_.compose("ni", 2'000'000'000));
}

TEST_F(PinyinTest, SurvivesSenselessLetters) {
  for (const char* letters : {"", "'", "''''", "'ni", "ni'", "n''i", "zzzzzzzzzzzzzzzzzzzzzzzz", "vvvvv",
                              "iiiii", "uuuu'uuuu", "xqxqxqxqxq"}) {
    const auto composition = compose(letters);
    for (std::size_t i = 0; i < composition.candidates.size(); ++i) {
      const auto chosen = pinyin_.choose(letters, 0, static_cast<int>(i));
      ASSERT_TRUE(chosen) << letters;
      EXPECT_LT(chosen->letters.size(), std::max<std::size_t>(1, std::string_view(letters).size()))
          << letters;
    }
  }
  EXPECT_EQ(compose("").candidates.size(), 0U);
  EXPECT_EQ(compose("'").candidates.size(), 0U);
  EXPECT_EQ(texts(compose("'ni")), texts(compose("ni")));
}

TEST_F(PinyinTest, EveryChoiceGetsTheRestShorter) {
  std::string letters = "womenyaoqukanyikanzhegewenjian", text;
  while (!letters.empty()) {
    const auto offered = compose(letters);
    ASSERT_FALSE(offered.candidates.empty()) << letters;
    const auto chosen = pinyin_.choose(letters, 0, static_cast<int>(offered.candidates.size()) - 1);
    ASSERT_TRUE(chosen);
    ASSERT_LT(chosen->letters.size(), letters.size());
    ASSERT_TRUE(letters.ends_with(chosen->letters));
    text += chosen->committed;
    letters = chosen->letters;
  }
  EXPECT_FALSE(text.empty());
}

TEST_F(PinyinTest, NoSuchCandidateIsAnError) {
  for (const int index : {-1, 10, 1000}) {
    const auto chosen = pinyin_.choose("ni", 0, index);
    ASSERT_FALSE(chosen);
    EXPECT_EQ(chosen.error().trouble, Trouble::NotFound);
  }
  EXPECT_FALSE(pinyin_.choose("ni", 900, 0));
  EXPECT_FALSE(pinyin_.choose("", 0, 0));
}

TEST_F(PinyinTest, TwoSessionsDoNotMix) {
  Pinyin other = open();
  (void)compose("gui");
  EXPECT_EQ(other.compose("nan", 0)->preedit, "nan");
  EXPECT_EQ(compose("guiyang").preedit, "gui yang");
}

TEST(PinyinOpen, NamesWhatIsMissing) {
  const TempFolder folder;
  const auto pinyin = Pinyin::open(folder / "none", folder.path());
  ASSERT_FALSE(pinyin);
  EXPECT_EQ(pinyin.error().trouble, Trouble::Unavailable);
  EXPECT_THAT(worded(pinyin.error()), HasSubstr("缺少"));
  EXPECT_THAT(worded(pinyin.error()), HasSubstr("mingting_pinyin_data"));
}

TEST(PinyinOpen, SaysWhenTheDictionaryIsDamaged) {
  const TempFolder folder;
  std::filesystem::copy(kPrebuilt, folder / "pinyin");
  folder.write("pinyin/mingting.table.bin", std::string(1000, 'x'));
  const auto pinyin = Pinyin::open(folder / "pinyin", folder.path());
  ASSERT_FALSE(pinyin);
  EXPECT_EQ(pinyin.error().trouble, Trouble::Unavailable);
  EXPECT_THAT(worded(pinyin.error()), HasSubstr("拼音词库"));
}

/// What the test below watches from outside.
TEST_F(PinyinTest, AVisitForTheWatcher) {
  (void)compose("guiyangshinanmingqu");
  (void)pinyin_.choose("guiyangshinanmingqu", 0, 1);
  (void)pinyin_.choose("ni", 0, 3);
  EXPECT_THAT(disk().list(scratch_.path()).value(), IsEmpty());
}

TEST(PinyinWatched, OpensNoFileForWriting) {
  const TempFolder folder;
  const std::string log = (folder / "calls").string();
  const std::string command =
      "ASAN_OPTIONS=detect_leaks=0 TMPDIR=" + folder.path().string() +
      " strace -f -qq -e "
      "trace=open,openat,openat2,creat,rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,truncate,"
      "ftruncate -o " +
      log + " " MINGTING_BINARIES "/input_test --gtest_filter=PinyinTest.AVisitForTheWatcher >/dev/null 2>&1";
  if (std::system("strace -o /dev/null true >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "strace cannot trace here";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const auto calls = disk().read(log, 16 << 20);
  ASSERT_TRUE(calls);
  EXPECT_THAT(*calls, HasSubstr("mingting.table.bin"));
  std::istringstream lines(*calls);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_EQ(line.find("O_WRONLY"), std::string::npos) << line;
    EXPECT_EQ(line.find("O_RDWR"), std::string::npos) << line;
    EXPECT_EQ(line.find("O_CREAT"), std::string::npos) << line;
    EXPECT_EQ(line.find("rename"), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace mingting
