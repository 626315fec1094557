// A decision table answered: one question after another, back again, put right, and what becomes of the page.
#include "app/visitor.hpp"

#include <gmock/gmock.h>

namespace mingting {
namespace {

using testing::ElementsAre;

Requirement yes(const std::string& question) { return {{{.question = question, .is = {"yes"}, .words = question, .source = "第一条"}}}; }

class AtAMatcher : public ::testing::Test, public Visitor {
 public:
  AtAMatcher() {
    auto hall = small_hall();
    Matcher matcher{.id = "firms", .title = "企业"};
    for (const auto* id : {"small", "taxed", "new"}) matcher.questions.push_back({.id = id, .title = id, .kind = AskedAs::YesNo});
    matcher.outcomes = {{.id = "loan", .target = "item:loan", .requirements = {yes("small"), yes("taxed")}},
                        {.id = "award", .target = "item:award", .requirements = {yes("small"), yes("new")}}};
    hall->matchers.push_back(matcher);
    send(msg::HallLoaded{hall, ""});
    send(msg::OpenTarget{"matcher:firms"});
  }
  void say(std::string_view answer) { send(msg::MatchAnswered{std::string(answer)}); }
  const std::string& question() const { return page<MatcherPage>().question; }
};

TEST_F(AtAMatcher, IsAskedWhatDecidesMostAndNothingThatChangesNothing) {
  EXPECT_EQ(question(), "small");
  say(kNo);
  EXPECT_EQ(question(), "") << "nothing can fit any more";
}

TEST_F(AtAMatcher, IsAskedOneAfterAnotherUntilAllIsDecided) {
  say(kYes);
  EXPECT_EQ(question(), "taxed");
  say(kUnsure);
  EXPECT_EQ(question(), "new");
  say(kYes);
  EXPECT_EQ(question(), "");
  EXPECT_THAT(page<MatcherPage>().asked, ElementsAre("small", "taxed", "new"));
}

TEST_F(AtAMatcher, WhatIsNoAnswerIsNone) {
  say("maybe");
  EXPECT_EQ(question(), "small");
  say(kYes), say(kYes), say(kYes);
  say(kNo);
  EXPECT_EQ(page<MatcherPage>().answers.at("new"), kYes) << "no question is on screen";
}

TEST_F(AtAMatcher, BackIsTheQuestionBeforeAndThenThePageBefore) {
  say(kYes), say(kYes);
  send(msg::GoBack{});
  EXPECT_EQ(question(), "taxed");
  send(msg::GoBack{});
  EXPECT_EQ(question(), "small");
  EXPECT_EQ(page<MatcherPage>().answers.at("taxed"), kYes) << "answers stay";
  say(kYes);
  EXPECT_EQ(question(), "new") << "on to what was not answered yet";
  send(msg::GoBack{}), send(msg::GoBack{});
  EXPECT_EQ(question(), "small");
  send(msg::GoBack{});
  EXPECT_TRUE(on<HomePage>());
}

TEST_F(AtAMatcher, AnAnswerPutRightLeadsBackToWhatFits) {
  say(kYes), say(kYes), say(kYes);
  send(msg::AskAgain{"taxed"});
  EXPECT_EQ(question(), "taxed");
  send(msg::GoBack{});
  EXPECT_EQ(question(), "") << "left as it was";
  send(msg::AskAgain{"taxed"});
  say(kNo);
  EXPECT_EQ(question(), "");
  EXPECT_EQ(page<MatcherPage>().answers.at("taxed"), kNo);
  send(msg::AskAgain{"unheard"});
  EXPECT_EQ(question(), "");
}

TEST_F(AtAMatcher, ResultsMayBeSeenEarlyAndAskingGoesOn) {
  say(kYes);
  send(msg::ShowMatches{});
  EXPECT_EQ(question(), "");
  send(msg::AskOn{});
  EXPECT_EQ(question(), "taxed");
  send(msg::ShowMatches{});
  send(msg::GoBack{});
  EXPECT_EQ(question(), "small") << "the last that was answered";
}

TEST_F(AtAMatcher, FoldsOpenAndCloseAndAreThePagesOwn) {
  send(msg::ToggleDetails{}), send(msg::ToggleContents{});
  EXPECT_TRUE(page<MatcherPage>().others_open);
  EXPECT_TRUE(page<MatcherPage>().answers_open);
  send(msg::ToggleDetails{});
  EXPECT_FALSE(page<MatcherPage>().others_open);
}

TEST_F(AtAMatcher, FromAnItemTheWayLeadsBackToWhatFits) {
  say(kNo);
  send(msg::OpenTarget{"item:loan"});
  EXPECT_TRUE(on<ItemPage>());
  send(msg::GoBack{});
  EXPECT_EQ(question(), "");
}

TEST_F(AtAMatcher, ANewReleaseChangesNothingUnderway) {
  say(kYes);
  send(msg::HallLoaded{small_hall(2), ""});
  say(kYes);
  EXPECT_EQ(question(), "new");
  send(msg::GoHome{});
  send(msg::OpenTarget{"matcher:firms"});
  EXPECT_TRUE(on<HomePage>()) << "the new release has none";
}

TEST_F(AtAMatcher, NothingOfItOutlivesTheVisit) {
  say(kYes);
  send(msg::AskToEnd{});
  EXPECT_FALSE(model.visit) << "nothing typed is lost: nobody is asked";
}

}  // namespace
}  // namespace mingting
