// When a visit begins and ends, and that nothing survives it.
#include "app/visitor.hpp"

namespace mingting {
namespace {

TEST(Visit, DoesNotBeginWithoutContent) {
  Model empty;
  EXPECT_FALSE(update(empty, msg::StartVisit{}).model.visit);
}

TEST(Visit, IdleAsksThenEndsAndForgetsEverything) {
  Visitor visitor;
  visitor.send(msg::OpenSearch{"低保"});
  visitor.send(msg::SetSettings{{.size = Size::ExtraLarge}});
  visitor.wait(kIdle);
  EXPECT_EQ(visitor.model.asking, Asking::StillThere);
  EXPECT_EQ(countdown(visitor.model), 30);
  visitor.wait(kCountdown - std::chrono::seconds(1));
  ASSERT_TRUE(visitor.model.visit);
  visitor.wait(std::chrono::seconds(1));
  EXPECT_FALSE(visitor.model.visit);
  EXPECT_NE(visitor.effect<effect::Forget>(), nullptr);
  visitor.send(msg::StartVisit{});
  EXPECT_EQ(visitor.model.visit->search_text, "");
  EXPECT_EQ(visitor.model.visit->settings, Settings{});
}

TEST(Visit, TheMapOfEverythingIsAPageLikeAnother) {
  Visitor visitor;
  visitor.send(msg::OpenTarget{"everything"});
  ASSERT_TRUE(visitor.on<EverythingPage>());
  visitor.send(msg::OpenTarget{"column:news"});
  visitor.send(msg::GoBack{});
  EXPECT_TRUE(visitor.on<EverythingPage>());
}

TEST(Visit, WhatIsHeldIsToldOnItsDayAlone) {
  Visitor visitor;
  auto hall = small_hall();
  hall->latest[1].fields = {{"held_on", "2026-11-24"}, {"held_at", "15:00"}};
  hall->latest[2].fields = {{"held_on", "soon"}};
  visitor.send(msg::HallLoaded{hall, ""});
  EXPECT_TRUE(held_today(visitor.model).empty());
  visitor.model.now += std::chrono::hours(24);
  ASSERT_EQ(held_today(visitor.model).size(), 1U);
  EXPECT_EQ(held_today(visitor.model).front()->fields.at("held_at"), "15:00");
}

TEST(Visit, HelpStandsAboveThePageAndTheWayBackClosesIt) {
  Visitor visitor;
  visitor.send(msg::OpenColumn{"news"});
  visitor.send(msg::AskForHelp{});
  EXPECT_EQ(visitor.model.asking, Asking::Help);
  visitor.send(msg::GoBack{});
  EXPECT_EQ(visitor.model.asking, Asking::Nothing);
  EXPECT_EQ(visitor.model.visit->pages.size(), 2U) << "the page is still there";
}

TEST(Visit, WhoLeavesWhileHelpIsOpenIsAskedLikeAnybodyElse) {
  Visitor visitor;
  visitor.send(msg::AskForHelp{});
  visitor.wait(kIdle);
  EXPECT_EQ(visitor.model.asking, Asking::StillThere);
  visitor.send(msg::AskForHelp{});
  EXPECT_EQ(visitor.model.asking, Asking::StillThere) << "a question is not pushed aside";
}

TEST(Visit, AnAddressStandsAboveThePageUntilItIsClosed) {
  Visitor visitor;
  visitor.send(msg::ShowAddress{"https://a.cn"});
  ASSERT_NE(visitor.effect<effect::EncodeAddress>(), nullptr);
  EXPECT_EQ(visitor.effect<effect::EncodeAddress>()->address, "https://a.cn");
  visitor.send(msg::AddressEncoded{"https://b.cn", {{true}}});
  EXPECT_TRUE(visitor.model.visit->address->qr.empty()) << "of another address";
  visitor.send(msg::AddressEncoded{"https://a.cn", {{true}}});
  EXPECT_EQ(visitor.model.visit->address, (ShownAddress{"https://a.cn", {{true}}}));
  visitor.send(msg::GoBack{});
  EXPECT_FALSE(visitor.model.visit->address);
  visitor.send(msg::AddressEncoded{"https://a.cn", {{true}}});
  EXPECT_FALSE(visitor.model.visit->address) << "it came too late";
  visitor.send(msg::ShowAddress{"tel:1"});
  visitor.send(msg::CloseAddress{});
  EXPECT_FALSE(visitor.model.visit->address);
}

TEST(Visit, TheNewestAreThoseWhoseDayHasCome) {
  Visitor visitor;
  auto hall = small_hall(2);
  hall->latest[0].published = parse_date("2026-11-24");
  hall->latest[1].published = parse_date("2026-11-23");
  visitor.send(msg::HallLoaded{hall, ""});
  EXPECT_EQ(newest(visitor.model).size(), 2U);
  visitor.send(msg::Tick{start_of(*parse_date("2026-11-24"))});
  EXPECT_EQ(newest(visitor.model).size(), 3U);
  hall->times.made = start_of(*parse_date("2026-11-24"));
  visitor.send(msg::Tick{start_of(*parse_date("1970-01-01"))});
  EXPECT_EQ(newest(visitor.model).size(), 3U) << "a clock that lost its time hides nothing that was out";
}

TEST(Visit, FormsAreGivenMoreTime) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.wait(kIdleInForm - std::chrono::seconds(1));
  EXPECT_EQ(visitor.model.asking, Asking::Nothing);
  visitor.wait(std::chrono::seconds(1));
  EXPECT_EQ(visitor.model.asking, Asking::StillThere);
}

TEST(Visit, StayingKeepsWhatWasTyped) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.type("wanted", "方案");
  visitor.wait(kIdleInForm + std::chrono::seconds(10));
  visitor.send(msg::StayHere{});
  EXPECT_EQ(visitor.model.asking, Asking::Nothing);
  EXPECT_EQ(answers_of(visitor.model, "application").at("wanted"), "方案");
  visitor.wait(kCountdown + std::chrono::seconds(5));
  EXPECT_EQ(visitor.model.asking, Asking::Nothing);
}

TEST(Visit, AClockSetBackNeitherEndsNorFreezesTheVisit) {
  Visitor visitor;
  visitor.send(msg::Tick{kMorning - std::chrono::hours(5)});
  EXPECT_EQ(visitor.model.asking, Asking::Nothing);
  visitor.wait(kIdle);
  EXPECT_EQ(visitor.model.asking, Asking::StillThere);
}

TEST(Visit, AClockSetBackDuringTheQuestionDoesNotStretchIt) {
  Visitor visitor;
  visitor.wait(kIdle);
  visitor.send(msg::Tick{visitor.model.now - std::chrono::hours(3)});
  EXPECT_LE(countdown(visitor.model), 30);
  visitor.wait(kCountdown);
  EXPECT_FALSE(visitor.model.visit);
}

TEST(Visit, AClockSetBackDoesNotStopTheBulletin) {
  Visitor visitor;
  visitor.send(msg::EndVisit{});
  visitor.send(msg::Tick{visitor.model.now - std::chrono::hours(3)});
  visitor.wait(kSlide);
  EXPECT_EQ(attract_slide(visitor.model, 3), 1U);
}

TEST(Visit, EscapeAnswersTheQuestionAndNotThePageBehindIt) {
  Visitor visitor;
  visitor.send(msg::OpenColumn{"news"});
  visitor.wait(kIdle);
  visitor.send(msg::GoBack{});
  EXPECT_EQ(visitor.model.asking, Asking::Nothing);
  EXPECT_TRUE(visitor.on<ColumnPage>());
}

TEST(Visit, EndingAsksOnlyWhenSomethingWouldBeLost) {
  Visitor visitor;
  visitor.send(msg::AskToEnd{});
  EXPECT_FALSE(visitor.model.visit);
  visitor.send(msg::StartVisit{});
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.type("wanted", "方案");
  visitor.send(msg::AskToEnd{});
  EXPECT_EQ(visitor.model.asking, Asking::EndVisit);
  visitor.send(msg::EndVisit{});
  EXPECT_FALSE(visitor.model.visit);
}

TEST(Visit, BackGoesThroughPagesAndHomeIsTheEnd) {
  Visitor visitor;
  visitor.send(msg::OpenColumn{"news"});
  visitor.send(msg::OpenItem{"news/1", ""});
  visitor.send(msg::GoBack{});
  EXPECT_TRUE(visitor.on<ColumnPage>());
  visitor.send(msg::GoBack{});
  visitor.send(msg::GoBack{});
  EXPECT_TRUE(visitor.on<HomePage>());
}

TEST(Visit, WanderingForEverTakesNoMoreMemory) {
  Visitor visitor;
  for (int i = 0; i < 500; ++i) visitor.send(msg::OpenItem{"news/" + std::to_string(i), ""});
  EXPECT_LE(visitor.model.visit->pages.size(), 30U);
  EXPECT_TRUE(std::holds_alternative<HomePage>(visitor.model.visit->pages.front()));
}

TEST(Visit, TheNextTickIsNeverInThePast) {
  Visitor visitor;
  for (int i = 0; i < 400; ++i) {
    EXPECT_GT(next_tick(visitor.model), visitor.model.now);
    visitor.send(msg::Tick{next_tick(visitor.model)});
  }
  EXPECT_FALSE(visitor.model.visit);
}

TEST(Visit, AttractPageTurnsThroughAllSlides) {
  Visitor visitor;
  visitor.send(msg::EndVisit{});
  std::vector<std::size_t> seen;
  for (int i = 0; i < 6; ++i) {
    seen.push_back(attract_slide(visitor.model, 3));
    visitor.wait(kSlide);
  }
  EXPECT_EQ(seen, (std::vector<std::size_t>{0, 1, 2, 0, 1, 2}));
}

TEST(Visit, ANewReleaseReloadsPagesAndKeepsTheForm) {
  Visitor visitor;
  visitor.send(msg::OpenColumn{"news"});
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.type("wanted", "方案");
  auto newer = small_hall(2);
  newer->forms[0].steps.pop_back();
  visitor.send(msg::HallLoaded{newer, ""});
  EXPECT_NE(visitor.effect<effect::LoadList>(), nullptr);
  EXPECT_EQ(visitor.page<FormPage>().form.steps.size(), 3U);
  EXPECT_EQ(answers_of(visitor.model, "application").at("wanted"), "方案");
}

TEST(Visit, ContentThatIsSpoiltGoesWhenTheVisitEnds) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.type("wanted", "方案");
  visitor.send(msg::HallLoaded{nullptr, "attract.spoilt"});
  ASSERT_TRUE(visitor.on<FormPage>());
  EXPECT_EQ(answers_of(visitor.model, "application").at("wanted"), "方案");
  visitor.send(msg::EndVisit{});
  EXPECT_EQ(visitor.model.hall, nullptr);
  visitor.send(msg::StartVisit{});
  EXPECT_FALSE(visitor.model.visit);
  visitor.send(msg::HallLoaded{small_hall(2), ""});
  EXPECT_EQ(visitor.model.trouble, "");
  visitor.send(msg::StartVisit{});
  EXPECT_TRUE(visitor.model.visit);
}

TEST(Visit, LateAnswersOfTheVisitBeforeChangeNothing) {
  Visitor visitor;
  visitor.send(msg::OpenSearch{"低保"});
  const auto asked = visitor.page<SearchPage>().asked;
  visitor.send(msg::EndVisit{});
  visitor.send(msg::StartVisit{});
  const auto before = visitor.model;
  visitor.send(msg::Found{asked, std::make_shared<SearchResults>()});
  visitor.send(msg::Composed{asked, {}, "x"});
  visitor.send(msg::Accepted{{"N"}, {"C"}, kMorning, false});
  visitor.send(msg::ReceiptMade{});
  EXPECT_EQ(visitor.model, before);
}

}  // namespace
}  // namespace mingting
