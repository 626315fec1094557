// What people type, and what they must find.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/text/text.hpp"
#include "library/corpus.hpp"

namespace mingting {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string marked(const Snippet& snippet) {
  std::string text;
  std::size_t at = 0;
  for (const auto& [from, to] : snippet.marks) {
    text += snippet.text.substr(at, from - at) + "[" + snippet.text.substr(from, to - from) + "]";
    at = to;
  }
  return text + snippet.text.substr(at);
}

TEST(Search, TwoCharactersFindTheDocumentAndThePlace) {
  const OpenHall hall;
  const auto results = hall.search("街道");
  ASSERT_EQ(results.hits.size(), 1U);
  EXPECT_EQ(results.stage, SearchStage::AllWords);
  const auto& hit = results.hits[0];
  EXPECT_EQ(hit.item.id, "policies/low-income");
  EXPECT_EQ(hit.anchor, "第二章 申请");
  EXPECT_EQ(hit.block, 2U);
  EXPECT_THAT(marked(hit.passage), HasSubstr("户籍所在地的[街道]办事处提出；"));
}

TEST(Search, TheBlockOfAHitLeadsToThePassage) {
  const OpenHall hall;
  for (const auto* text : {"居民委员会代办", "制定本办法", "三号窗口"}) {
    const auto hit = hall.search(text).hits.at(0);
    const auto document = *hall->document(hit.item.id);
    std::string section;
    for (std::size_t i = hit.block; i < document.blocks.size(); ++i)
      section += plain_text(document.blocks[i]);
    EXPECT_THAT(section, HasSubstr(text));
  }
}

TEST(Search, DocumentNumbersInTwelveSpellings) {
  const OpenHall hall;
  for (const auto* spelling :
       {"筑府办函〔2019〕62号", "筑府办函[2019]62号", "筑府办函（2019）62号", "筑府办函(2019)062号",
        "筑府办函【2019】第62号", "筑府办函２０１９年６２号", "筑府办函2019-62", "筑 府 办 函 〔2019〕 62 号",
        "\u200B筑府办函〔2019〕\u200D62号", "〔2019〕62号", "2019年62号", "府办函〔2019〕62"}) {
    const auto results = hall.search(spelling);
    ASSERT_FALSE(results.hits.empty()) << spelling;
    EXPECT_EQ(results.hits[0].item.id, "policies/low-income") << spelling;
    EXPECT_EQ(results.stage, SearchStage::DocumentNumber) << spelling;
  }
}

TEST(Search, HalfANumberIsEnough) {
  const OpenHall hall;
  EXPECT_THAT(hall.found("62号"), Contains("policies/low-income"));
  EXPECT_THAT(hall.found("筑府办函〔2019〕"), Contains("policies/low-income"));
  EXPECT_THAT(hall.found("南府办发〔20"), Contains("policies/insurance"));
  EXPECT_THAT(hall.found("筑府办"), Contains("policies/low-income"));
}

TEST(Search, AWrongPrefixOffersTheRightNumber) {
  EXPECT_THAT(OpenHall().search("筑府办发〔2019〕62号").suggestions, Contains("筑府办函〔2019〕62号"));
}

TEST(Search, AnExactTitleComesFirst) {
  const auto results = OpenHall().search("公租房申请指南");
  EXPECT_EQ(results.stage, SearchStage::Title);
  EXPECT_EQ(results.hits.at(0).item.id, "services/housing");
  EXPECT_EQ(marked(results.hits.at(0).title), "[公租房申请指南]");
}

TEST(Search, ATitleIsKnownWithoutWhatIsLeftOutOfItAndInFilesThatHaveNoFingerprints) {
  auto content = small_hall();
  content.documents.push_back(document("policies/noise", "中华人民共和国噪声污染防治法", {paragraph("防治噪声。")}));
  content.documents.push_back(document("policies/air", "大气污染防治办法（试行）", {paragraph("防治污染。")}));
  const OpenHall hall(content);
  const TempFolder folder;
  write_content(content, folder / "content.db");
  SQLite::Database((folder / "content.db").string(), SQLite::OPEN_READWRITE)
      .exec("DELETE FROM search_array WHERE name = 'title_fingerprint'");
  const auto without = Library::open(folder / "content.db");
  ASSERT_TRUE(without);
  for (const char* title : {"噪声污染防治法", "中华人民共和国噪声污染防治法", "大气污染防治办法", "大气污染防治办法（试行）"}) {
    EXPECT_EQ(hall.search(title).stage, SearchStage::Title) << title;
    EXPECT_EQ(without->search({.text = title})->stage, SearchStage::Title) << title;
  }
  EXPECT_EQ(hall.search("污染防治").stage, SearchStage::AllWords);
  EXPECT_EQ(without->search({.text = "污染防治"})->stage, SearchStage::AllWords);
}

TEST(Search, ALawComesBeforeWhatIsWrittenAboutIt) {
  auto content = small_hall();
  const std::string about = "政府信息公开条例说，谁都可以申请。政府信息公开条例还说，政府信息公开要及时。";
  content.documents.push_back(document("policies/law", "中华人民共和国政府信息公开条例（2019年修订）",
                                       {paragraph("为了保障公民获取信息，制定本条例。")}));
  for (const char* id : {"services/why", "services/how", "services/when"})
    content.documents.push_back(document(id, "政府信息公开条例问答", {paragraph(about)}));
  const OpenHall hall(content);
  for (const char* query : {"政府信息公开条例", "《政府信息公开条例》", "中华人民共和国政府信息公开条例",
                            "政府信息公开条例（2019年修订）"})
    EXPECT_EQ(hall.first(query), "policies/law") << query;
}

TEST(Search, TitleAndTextTogetherMakeAllWords) {
  const auto results = OpenHall().search("公租房 十五个工作日");
  EXPECT_EQ(results.stage, SearchStage::AllWords);
  EXPECT_EQ(results.hits.at(0).item.id, "services/housing");
}

TEST(Search, SynonymsFindBothWays) {
  const OpenHall hall;
  EXPECT_THAT(hall.found("社保"), testing::UnorderedElementsAre("services/card", "policies/insurance"));
  EXPECT_THAT(hall.found("社会保险"), Contains("services/card"));
  EXPECT_THAT(hall.found("社保登记"), Contains("policies/insurance"));
}

TEST(Search, WhatIsNoLongerValidComesLater) {
  EXPECT_THAT(OpenHall().found("低保"), ElementsAre("policies/low-income", "policies/low-income-old"));
}

TEST(Search, PinyinFindsBySyllablesAndInitials) {
  const OpenHall hall;
  EXPECT_EQ(hall.first("dibao"), "policies/low-income");
  EXPECT_EQ(hall.first("di bao"), "policies/low-income");
  EXPECT_EQ(hall.first("gongzufang"), "services/housing");
  EXPECT_EQ(hall.first("gzf"), "services/housing");
  EXPECT_THAT(hall.found("sb"), Contains("services/card"));
  EXPECT_THAT(hall.search("dibao").suggestions, Contains("低保"));
  EXPECT_EQ(hall.search("dibao").stage, SearchStage::Suggestion);
}

TEST(Search, EveryKeystrokeOfAWordFindsIt) {
  const OpenHall hall;
  const std::string letters = "gongzufang";
  for (std::size_t length = 2; length <= letters.size(); ++length)
    EXPECT_THAT(hall.found(letters.substr(0, length)), Contains("services/housing"))
        << letters.substr(0, length);
  for (const auto* typed : {"公", "公租", "公租房", "公租房申", "公租房申请"})
    EXPECT_EQ(hall.first(typed), "services/housing") << typed;
}

TEST(Search, HomophonesAreRepaired) {
  const OpenHall hall;
  const auto results = hall.search("抵保");
  EXPECT_EQ(results.stage, SearchStage::Suggestion);
  EXPECT_THAT(results.suggestions, Contains("低保"));
  EXPECT_EQ(results.hits.at(0).item.id, "policies/low-income");
  EXPECT_THAT(hall.found("公足房"), Contains("services/housing"));
  EXPECT_THAT(hall.search("抵保标准").suggestions, Contains("低保标准"));
}

TEST(Search, ASentenceFindsWhatHasMostOfIt) {
  const auto results = OpenHall().search("请问人均收入低于多少可以申请低保呢？");
  EXPECT_EQ(results.stage, SearchStage::AllWords) << "words of asking are not asked for";
  EXPECT_EQ(results.hits.at(0).item.id, "policies/low-income");
  EXPECT_THAT(results.hits.at(0).passage.text, HasSubstr("人均收入低于低保标准"));
}

TEST(Search, TraditionalAndFullWidthAreTheSame) {
  const OpenHall hall;
  EXPECT_EQ(hall.found("社會保險"), hall.found("社会保险"));
  EXPECT_EQ(hall.found("２０１９"), hall.found("2019"));
  EXPECT_EQ(hall.first("最低生活保障申請"), "policies/low-income");
}

TEST(Search, NothingFoundOffersSomething) {
  const auto results = OpenHall().search("蟋蟀");
  EXPECT_EQ(results.stage, SearchStage::Nothing);
  EXPECT_THAT(results.hits, IsEmpty());
  EXPECT_THAT(results.suggestions, IsEmpty()) << "none is better than one that has nothing to do with it";
}

TEST(Search, MetadataIsFoundToo) {
  const OpenHall hall;
  EXPECT_THAT(hall.found("住房城乡建设局"), ElementsAre("services/housing"));
  EXPECT_THAT(hall.found("社会救助"), ElementsAre("policies/low-income"));
}

TEST(Search, FacetsReconcileWithTheHits) {
  const OpenHall hall;
  for (const Filters& filters : {Filters{}, Filters{{"column", {"policies"}}},
                                 Filters{{"year", {"2021", "2020"}}, {"validity", {"有效"}}}}) {
    const auto results = hall.search("申请", filters);
    EXPECT_EQ(results.total, results.hits.size());
    for (const auto& facet : results.facets) {
      for (const auto& value : facet.values) {
        auto narrowed = filters;
        narrowed[facet.field] = {value.value};
        EXPECT_EQ(hall.search("申请", narrowed).total, value.count) << facet.field << " " << value.value;
      }
    }
  }
  EXPECT_THAT(hall.search("申请", {{"column", {"nowhere"}}}).hits, IsEmpty());
}

TEST(Search, FurtherPassagesComeWhenAskedFor) {
  const OpenHall hall;
  EXPECT_THAT(hall->search({.text = "低保"})->hits.at(0).further, IsEmpty());
  const auto hit = hall->search({.text = "低保", .passages = 3})->hits.at(0);
  ASSERT_FALSE(hit.further.empty());
  EXPECT_LE(hit.further.size(), 2U);
  for (const auto& further : hit.further)
    EXPECT_NE(std::pair(further.block, further.anchor), std::pair(hit.block, hit.anchor));
}

TEST(Search, TotalsAreCappedAtAThousand) {
  Content content;
  content.columns = {{.id = "c", .title = "栏"}};
  for (int i = 0; i < 1003; ++i) content.documents.push_back(document(fmt::format("c/{}", i), "通知"));
  const OpenHall hall(content);
  const auto results = hall.search("通知");
  EXPECT_EQ(results.total, 1000U);
  EXPECT_TRUE(results.total_capped);
  EXPECT_EQ(results.hits.size(), 20U);
}

TEST(Search, LongSentencesAreCutAroundTheMatch) {
  Content content;
  content.columns = {{.id = "c", .title = "栏"}};
  std::string filler;
  for (int i = 0; i < 40; ++i) filler += "甲乙丙丁戊";
  content.documents = {document("c/1", "长", {paragraph(filler + "低保标准" + filler)})};
  const auto snippet = OpenHall(content).search("低保").hits.at(0).passage;
  EXPECT_THAT(marked(snippet), HasSubstr("[低保]标准"));
  EXPECT_LE(count_code_points(snippet.text), 92U);
  EXPECT_THAT(snippet.text, testing::StartsWith("…"));
  EXPECT_THAT(snippet.text, testing::EndsWith("…"));
  EXPECT_TRUE(is_valid_utf8(snippet.text));
}

TEST(Suggest, ByCharactersLettersInitialsAndSound) {
  const OpenHall hall;
  EXPECT_EQ(hall->suggest("低", 5)->front(), "低保");
  EXPECT_THAT(*hall->suggest("公租", 5), Contains("公租房申请指南"));
  EXPECT_EQ(hall->suggest("gongz", 5)->front(), "公租房");
  EXPECT_THAT(*hall->suggest("db", 5), Contains("低保"));
  EXPECT_THAT(*hall->suggest("抵保", 5), Contains("低保"));
  EXPECT_THAT(*hall->suggest("gongchufang", 5), Not(Contains("公租房")));
  EXPECT_LE(hall->suggest("区", 2)->size(), 2U);
  EXPECT_THAT(*hall->suggest("", 5), IsEmpty());
}

}  // namespace
}  // namespace mingting
