// What a visit notes of its use, and that it hands it over when it ends, where the hall counts.
#include <gmock/gmock.h>

#include "app/visitor.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;

struct Reader : Visitor {
  void read(const std::string& item, bool there = true) {
    send(msg::OpenItem{item, ""});
    auto document = std::make_shared<Document>();
    document->item.id = item;
    send(msg::DocumentLoaded{item, there ? document : nullptr});
    send(msg::GoBack{});
  }
  /// Types on, and is answered.
  void search(const std::string& text, SearchResults results = {}) {
    if (!on<SearchPage>()) send(msg::OpenSearch{});
    send(msg::TextTyped{text});
    answer(std::move(results));
  }
  void answer(SearchResults results = {}) {
    send(msg::Found{page<SearchPage>().asked, std::make_shared<SearchResults>(std::move(results))});
  }
  /// What is handed over at the end of the visit; nothing when nothing is.
  VisitUses counted() {
    send(msg::EndVisit{});
    const auto* count = effect<effect::CountUses>();
    return count == nullptr ? VisitUses{} : count->uses;
  }
};

SearchResults found(SearchStage stage) {
  SearchResults results{.stage = stage};
  results.hits.resize(1);
  return results;
}

TEST(CountingUses, AnItemIsCountedOnceAVisitWhenItIsThere) {
  Reader reader;
  reader.read("news/a");
  reader.read("news/b");
  reader.read("news/a");
  reader.read("news/gone", false);
  EXPECT_THAT(reader.counted().items, ElementsAre("news/a", "news/b"));
  reader.send(msg::StartVisit{});
  EXPECT_TRUE(reader.counted().empty()) << "the next visit begins with nothing";
}

TEST(CountingUses, WordsAreNotedThatFoundNothingOrOnlySomethingNear) {
  Reader reader;
  reader.search("充电桩");
  reader.search("补贴");
  reader.send(msg::SearchText{"电动车上牌"});
  reader.answer(found(SearchStage::Near));
  reader.send(msg::SearchText{"社保"});
  reader.answer(found(SearchStage::AllWords));
  EXPECT_THAT(reader.counted().words, ElementsAre("充电桩补贴", "电动车上牌"));
}

TEST(CountingUses, LettersBeingComposedAndFilteredListsAreNoWords) {
  Reader reader;
  reader.search("低");
  reader.send(msg::KeyTapped{"b"});
  reader.answer();
  EXPECT_THAT(reader.model.visit->uses.words, ElementsAre("低"));
  reader.send(msg::SearchText{"社保"});
  reader.answer(found(SearchStage::AllWords));
  reader.send(msg::ToggleFilter{"column", "news"});
  reader.answer();
  EXPECT_THAT(reader.counted().words, ElementsAre("低"));
}

TEST(CountingUses, WhatIsWrittenIntoAFormIsNeverNoted) {
  Reader reader;
  reader.send(msg::OpenForm{"application", "", "", ""});
  reader.type("wanted", "道路改造方案");
  const auto* search = reader.effect<effect::Search>();
  ASSERT_NE(search, nullptr) << "what is public already is looked up";
  reader.send(msg::Found{search->asked, std::make_shared<SearchResults>()});
  EXPECT_TRUE(reader.counted().empty());
}

TEST(CountingUses, WhereTheHallDoesNotCountNothingIsNoted) {
  Reader reader;
  auto hall = small_hall(2);
  hall->site.count_uses = false;
  reader.send(msg::HallLoaded{hall, ""});
  reader.read("news/a");
  reader.search("充电桩补贴");
  EXPECT_TRUE(reader.model.visit->uses.empty());
  EXPECT_TRUE(reader.counted().empty());
}

TEST(CountingUses, AVisitThatNobodyEndsIsCountedWhenItsTimeIsOver) {
  Reader reader;
  reader.read("news/a");
  Effects all;
  for (int second = 0; second < 130 && reader.model.visit; ++second) {
    reader.send(msg::Tick{reader.model.now + std::chrono::seconds(1)});
    all.insert(all.end(), reader.last.begin(), reader.last.end());
  }
  EXPECT_THAT(all, ElementsAre(Effect(effect::CountUses{{{"news/a"}, {}}}), Effect(effect::Forget{})));
}

TEST(MostUsed, ItemsThatWaitForTheirDayAreNotShown) {
  Visitor visitor;
  auto hall = small_hall(2);
  hall->most_used = {{.id = "news/a"}, {.id = "news/b", .published = parse_date("2026-11-24")}};
  visitor.send(msg::HallLoaded{hall, ""});
  ASSERT_EQ(most_used(visitor.model).size(), 1U);
  EXPECT_EQ(most_used(visitor.model)[0]->id, "news/a");
}

}  // namespace
}  // namespace mingting
