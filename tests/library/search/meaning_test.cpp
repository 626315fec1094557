// What people mean by words that stand in no law: places, everyday words, slips, and what there is nothing
// about.
#include <gmock/gmock.h>

#include "library/corpus.hpp"
#include "library/search/place.hpp"

namespace mingting {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

Document law(const std::string& id, const std::string& title,
             const std::vector<std::pair<std::string, std::vector<std::string>>>& articles) {
  std::vector<Block> blocks;
  for (const auto& [name, paragraphs] : articles) {
    blocks.push_back(heading(3, name));
    for (const auto& text : paragraphs) blocks.push_back(paragraph(text));
  }
  return document(id, title, blocks);
}

Content laws() {
  Content content;
  content.columns = {{.id = "laws", .title = "法律法规"}};
  content.documents = {
      law("laws/labour", "中华人民共和国劳动合同法",
          {{"第三十八条", {"用人单位未及时足额支付劳动报酬的，劳动者可以解除劳动合同。"}},
           {"第三十九条", {"劳动者严重违反规章制度的，用人单位可以解除劳动合同。"}},
           {"第四十七条", {"经济补偿按劳动者在本单位工作的年限支付。"}}}),
      law("laws/company", "中华人民共和国公司法（2023年修订）",
          {{"第二十条", {"公司从事经营活动，应当遵守法律法规。"}}}),
      law("laws/company-old", "中华人民共和国公司法（2013年修正）",
          {{"第二十条", {"公司股东应当遵守法律。"}}}),
      law("laws/suits", "中华人民共和国行政诉讼法",
          {{"第四十四条", {"对属于人民法院受案范围的行政案件，可以先申请复议。"}}}),
      law("laws/disclosure", "中华人民共和国政府信息公开条例",
          {{"第三十三条",
            {"能够当场答复的，应当当场予以答复。",
             "不能当场答复的，应当自收到申请之日起20个工作日内予以答复。"}},
           {"第三十三条之一", {"另有规定的除外。"}}}),
      law("laws/animals", "中华人民共和国民法典",
          {{"第一千二百四十五条", {"饲养的动物造成他人损害的，动物饲养人应当承担侵权责任。"}}}),
  };
  content.documents[2].item.validity = Validity::Repealed;
  content.plain_words = {
      {"被开除", {"解除劳动合同", "经济补偿"}}, {"狗咬人", {"饲养的动物"}}, {"行诉法", {"行政诉讼法"}}};
  return content;
}

TEST(SearchPlace, AnArticleInAnySpellingComesFirstAndOpensThere) {
  const OpenHall hall(laws());
  for (const auto* spelling :
       {"劳动合同法第39条", "劳动合同法三十九条", "劳动合同法39", "《劳动合同法》第三十九条",
        "劳动合同法 ３９ 条", "中华人民共和国劳动合同法第三十九条", "劳动合同法第39条第1款"}) {
    const auto results = hall.search(spelling);
    ASSERT_FALSE(results.hits.empty()) << spelling;
    EXPECT_EQ(results.stage, SearchStage::Place) << spelling;
    EXPECT_EQ(results.hits[0].item.id, "laws/labour") << spelling;
    EXPECT_EQ(results.hits[0].anchor, "第三十九条") << spelling;
    EXPECT_THAT(results.hits[0].passage.text, testing::HasSubstr("严重违反规章制度")) << spelling;
  }
}

TEST(SearchPlace, ShortNamesComeFromTitlesAndWhatIsValidComesFirst) {
  const OpenHall hall(laws());
  EXPECT_EQ(hall.first("公司法 20"), "laws/company");
  EXPECT_EQ(hall.search("行诉法44").hits.at(0).anchor, "第四十四条");
  EXPECT_EQ(hall.first("条例33条"), "laws/disclosure");
  EXPECT_EQ(hall.first("信息公开条例第三十三条"), "laws/disclosure");
  EXPECT_EQ(hall.search("民法典1245").hits.at(0).anchor, "第一千二百四十五条");
}

TEST(SearchPlace, AParagraphIsShown) {
  const OpenHall hall(laws());
  const auto hit = hall.search("条例第三十三条第二款").hits.at(0);
  EXPECT_EQ(hit.anchor, "第三十三条");
  EXPECT_THAT(hit.passage.text, testing::StartsWith("不能当场答复的"));
  EXPECT_EQ(hall.search("条例第三十三条之一").hits.at(0).anchor, "第三十三条之一");
}

TEST(SearchPlace, WithoutHeadingsThePlaceThatNamesTheArticle) {
  auto content = laws();
  content.documents = {document("laws/points", "政府信息公开条例（要点）",
                                {heading(2, "多久答复"), paragraph("一般二十个工作日（第三十三条）。"),
                                 heading(2, "收费"), paragraph("一般不收费（第四十二条）。")})};
  const auto hit = OpenHall(content).search("信息公开条例第42条").hits.at(0);
  EXPECT_EQ(hit.anchor, "收费");
}

TEST(SearchPlace, OtherWordsWithFiguresAreNoPlaces) {
  const OpenHall hall(laws());
  for (const auto* text : {"劳动合同2019", "第三十九条", "统一", "39", "公司法九百条", "十四五", ""})
    EXPECT_NE(hall.search(text).stage, SearchStage::Place) << text;
  EXPECT_EQ(place_asked(U"劳动合同法第三十九条第二款第一项")->article, "第三十九条");
  EXPECT_EQ(place_asked(U"劳动合同法第三十九条第二款第一项")->paragraph, 2);
  EXPECT_EQ(place_asked(U"刑法第一百二十条之一")->article, "第一百二十条之一");
  EXPECT_EQ(place_asked(U"民法典第1005条")->article, "第一千零五条");
}

TEST(SearchWords, EverydayWordsFindWhatTheLawCallsThem) {
  const OpenHall hall(laws());
  EXPECT_THAT(hall.found("被开除了怎么办"), Contains("laws/labour"));
  EXPECT_EQ(hall.first("狗咬人"), "laws/animals");
  EXPECT_EQ(hall.search("狗咬人").stage, SearchStage::AllWords);
  EXPECT_THAT(*hall->suggest("被开", 5), Contains("被开除"));
}

TEST(SearchWords, TheLawsWordsDoNotMeanEverydayOnes) {
  EXPECT_THAT(OpenHall(laws()).search("经济补偿").hits.at(0).passage.text, testing::HasSubstr("经济补偿"));
}

TEST(SearchWords, LatinWordsAreFoundHoweverTheyAreJoined) {
  Content content;
  content.columns = {{.id = "c", .title = "栏"}};
  content.documents = {document("c/net", "大厅 Wi-Fi 怎么连", {paragraph("连上 Wi-Fi 就能上网。")}),
                       document("c/air", "空气质量日报", {paragraph("今日 PM2.5 为 35。")}),
                       document("c/ill", "防控通知", {paragraph("COVID-19 疫苗接种点。")}),
                       document("c/day", "日期", {paragraph("2026-01-05，1.5元。")})};
  const OpenHall hall(content);
  for (const auto* text : {"wifi", "Wi-Fi", "WI FI", "wi-fi"}) EXPECT_EQ(hall.first(text), "c/net") << text;
  for (const auto* text : {"pm25", "PM2.5", "pm 2.5", "ＰＭ２．５"})
    EXPECT_EQ(hall.first(text), "c/air") << text;
  for (const auto* text : {"covid19", "COVID-19", "covid 19"}) EXPECT_EQ(hall.first(text), "c/ill") << text;
  EXPECT_NE(hall.search("15元").stage, SearchStage::AllWords) << "figures alone stay apart";
  EXPECT_EQ(hall.first("2026-01-05"), "c/day");
}

TEST(SearchSlips, TheRightWordComesFirst) {
  const OpenHall hall(laws());
  for (const auto& [slip, right] : {std::pair{"劳动和同", "劳动合同"},
                                    {"精济补偿", "经济补偿"},
                                    {"经济补尝", "经济补偿"},
                                    {"劳动合通", "劳动合同"},
                                    {"经计不偿", "经济补偿"},
                                    {"解除劳动何同", "解除劳动合同"},
                                    {"劳合动同", "劳动合同"},
                                    {"饲养的动动物", "饲养的动物"}}) {
    const auto results = hall.search(slip);
    ASSERT_FALSE(results.suggestions.empty()) << slip;
    EXPECT_EQ(results.suggestions[0], right) << slip;
  }
}

TEST(SearchSlips, AWordThatIsFoundIsNotRepaired) {
  auto content = laws();
  content.documents.push_back(document("laws/x", "附则", {paragraph("合通一词见于此处。")}));
  const auto results = OpenHall(content).search("合通");
  EXPECT_EQ(results.stage, SearchStage::AllWords);
  EXPECT_THAT(results.hits, testing::SizeIs(1));
  EXPECT_THAT(results.suggestions, Not(Contains("合同")));
}

TEST(SearchSlips, AWordOfTheListsIsOfferedWhateverTheWrongCharacterSoundsLike) {
  const auto results = OpenHall(laws()).search("饲养的动牧");
  ASSERT_FALSE(results.suggestions.empty());
  EXPECT_EQ(results.suggestions[0], "饲养的动物");
  EXPECT_EQ(results.hits.at(0).item.id, "laws/animals");
}

TEST(SearchSlips, AWordOfTheListsIsWholeThoughItStandsInLongerOnes) {
  auto content = laws();
  content.documents.push_back(document("laws/works", "附则", {paragraph("著作权人享有发表权。")}));
  content.plain_words["抄袭"] = {"著作权"};
  EXPECT_THAT(OpenHall(content).search("著做权").suggestions, Contains("著作权"));
}

TEST(SearchSlips, ASecondGuessIsMade) {
  auto content = laws();
  content.documents.push_back(document("laws/x", "附则", {paragraph("劳动合伙由社员协商。")}));
  content.plain_words["搭伙"] = {"劳动合伙"};
  EXPECT_THAT(OpenHall(content).search("劳动合通").suggestions, testing::IsSupersetOf({"劳动合同", "劳动合伙"}));
}

TEST(SearchSlips, AWordThatStandsInNoItemIsNotOffered) {
  auto content = laws();
  content.plain_words["租房子"] = {"房屋租赁"};
  EXPECT_THAT(OpenHall(content).search("房屋租凭").suggestions, Not(Contains("房屋租赁")));
}

TEST(SearchSlips, AWordThatIsFoundIsNotTakenForOneOfTheLists) {
  auto content = laws();
  content.documents.push_back(document("laws/x", "附则", {paragraph("解除劳动合意的，从其约定。")}));
  const auto results = OpenHall(content).search("解除劳动合意");
  EXPECT_EQ(results.hits.at(0).item.id, "laws/x");
  EXPECT_THAT(results.suggestions, Not(Contains("解除劳动合同")));
}

TEST(SearchSlips, WhatIsOfferedStandsInTheContent) {
  const OpenHall hall(laws());
  for (const auto* text : {"量子纠缠", "火星移民", "甲乙丙丁", "劳力合力"}) {
    for (const auto& word : hall.search(text).suggestions)
      EXPECT_EQ(hall.search(word).stage == SearchStage::Nothing, false) << text << " -> " << word;
  }
}

TEST(SearchNear, LittleOfWhatWasAskedIsOnlyNear) {
  const OpenHall hall(laws());
  EXPECT_EQ(hall.search("量子计算机合同原理研究").stage, SearchStage::Near);
  EXPECT_EQ(hall.search("支付劳动报酬不及时怎么办").stage, SearchStage::AnyWords);
  EXPECT_EQ(hall.search("蟋蟀").stage, SearchStage::Nothing);
}

TEST(SearchNear, AHitTellsHowMuchOfWhatWasAskedItHas) {
  const OpenHall hall(laws());
  EXPECT_EQ(hall.search("解除劳动合同").hits.at(0).share, 1);
  EXPECT_LT(hall.search("量子计算机合同原理研究").hits.at(0).share, 0.5) << "of rare words it has none";
}

TEST(SearchUses, WhatIsOpenedMostComesFirstAmongEquals) {
  Content content;
  content.columns = {{.id = "c", .title = "栏"}};
  for (const char* id : {"c/1", "c/2", "c/3"})
    content.documents.push_back(document(id, "停车办法", {paragraph("停车收费标准。")}));
  content.uses = {{"c/2", 40}, {"c/3", 5}, {"c/gone", 9}};
  const OpenHall hall(content);
  EXPECT_THAT(hall.found("停车收费"), testing::ElementsAre("c/2", "c/3", "c/1"));
  std::vector<std::string> most;
  const auto used = hall->most_used(5);
  for (const auto& item : *used) most.push_back(item.id);
  EXPECT_THAT(most, testing::ElementsAre("c/2", "c/3"));
  EXPECT_THAT(*OpenHall(laws())->most_used(5), IsEmpty());
}

TEST(SearchUses, AnExactTitleIsNotBuried) {
  auto content = laws();
  content.uses = {{"laws/company", 100'000}};
  EXPECT_EQ(OpenHall(content).first("劳动合同法"), "laws/labour");
}

}  // namespace
}  // namespace mingting
