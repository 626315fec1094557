// What is told to somebody whose words ask for something the law treats otherwise.
#include "domain/form/advice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FormAdvice petition() {
  return {.code = "petition", .fields = {"wanted"}, .words = {"投诉", "要求…赔偿", "1、……2、"}, .except = {"投诉电话", "投诉电话簿"}};
}

TEST(Advice, AWordIsEnough) {
  EXPECT_TRUE(applies(petition(), "我要投诉某单位"));
  EXPECT_FALSE(applies(petition(), "道路改造方案"));
  EXPECT_FALSE(applies(petition(), ""));
}

TEST(Advice, WidthSpacesAndHiddenCharactersMakeNoDifference) {
  EXPECT_TRUE(applies(petition(), "投 诉"));
  EXPECT_TRUE(applies(petition(), "投　诉"));
  EXPECT_TRUE(applies(petition(), "投\u200B诉"));
  EXPECT_TRUE(applies(petition(), "１、预算　２、决算"));
  EXPECT_TRUE(applies({.words = {"ABC"}}, "ａｂｃ"));
}

TEST(Advice, ALatinWordStandsAlone) {
  const FormAdvice advice{.words = {"all", "complaint", "as soon as"}, .except = {"complaint hotline"}};
  for (const char* vague : {"All documents", "the plan of all roads", "all", "全部all文件", "ａｌｌ", "as  soon as possible"})
    EXPECT_TRUE(applies(advice, vague)) << vague;
  for (const char* exact : {"the wall by the river", "allocation of funds", "small hall", "number of the complaint hotline"})
    EXPECT_FALSE(applies(advice, exact)) << exact;
}

TEST(Advice, ANameOfInformationIsNoComplaint) {
  EXPECT_FALSE(applies(petition(), "公开投诉电话"));
  EXPECT_FALSE(applies(petition(), "公开投诉电话簿"));
  EXPECT_TRUE(applies(petition(), "投诉电话没人接，我要投诉"));
}

TEST(Advice, TakingAPhraseOutDoesNotMakeAWordOfItsNeighbours) {
  const FormAdvice advice{.words = {"甲乙"}, .except = {"甲乙丙"}};
  EXPECT_FALSE(applies(advice, "甲甲乙丙乙"));
}

TEST(Advice, WordsOfOneSentenceDoNotReachIntoTheNext) {
  EXPECT_TRUE(applies(petition(), "要求施工单位赔偿"));
  EXPECT_FALSE(applies(petition(), "文件的要求。赔偿标准的文件"));
  EXPECT_FALSE(applies(petition(), "赔偿的要求"));
  EXPECT_TRUE(applies(petition(), "要求公开。我还要求他赔偿"));
  for (const char* end : {"。", "！", "？", "；", "\n", "!"})
    EXPECT_FALSE(applies(petition(), std::string("要求") + end + "赔偿")) << end;
}

TEST(Advice, AListRunsOverSentences) {
  EXPECT_TRUE(applies(petition(), "1、预算。\n2、决算。"));
  EXPECT_FALSE(applies(petition(), "2、预算1、"));
}

TEST(Advice, ADecimalPointIsNoFullStop) {
  const FormAdvice list{.words = {"1.……2."}};
  EXPECT_FALSE(applies(list, "从1.5公里到2.5公里"));
  EXPECT_TRUE(applies(list, "1.预算 2.决算"));
}

TEST(Advice, SurvivesAnything) {
  for (const std::string& text : {std::string("\xff\xfe…"), std::string(3, '\0'), std::string("……"), std::string("\x01")}) {
    EXPECT_FALSE(applies(petition(), text));
  }
  EXPECT_FALSE(applies({.words = {"", "…", "……"}}, "投诉…")) << "a pattern without words";
}

/// It runs at every keystroke, on the longest answer, with all the lists.
TEST(Advice, IsQuickEvenOnWhatIsLong) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "1、";
  FormAdvice many = petition();
  for (int i = 0; i < 200; ++i) many.words.push_back("词" + std::to_string(i) + "…甲……乙");
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(applies(many, text));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(500));
}

TEST(Advice, LooksOnlyAtItsFieldsAndSpeaksOnce) {
  Form form;
  form.advice = {petition(), {.code = "all", .fields = {"wanted", "document"}, .words = {"所有"}}};
  const auto codes = [](const std::vector<const FormAdvice*>& found) {
    std::vector<std::string> names;
    for (const auto* each : found) names.push_back(each->code);
    return names;
  };
  EXPECT_THAT(codes(advice_on(form, "wanted", "投诉所有单位")), ElementsAre("petition", "all"));
  EXPECT_THAT(codes(advice_on(form, "document", "投诉所有单位")), ElementsAre("all"));
  EXPECT_THAT(codes(advice_on(form, "name", "投诉所有单位")), IsEmpty());
  EXPECT_THAT(codes(advice_on(form, Answers{{"wanted", "所有"}, {"document", "所有"}, {"name", "投诉"}})), ElementsAre("all"));
}

}  // namespace
}  // namespace mingting
