// Searching, as messages: what is asked at each keystroke, and which answer counts.
#include "app/visitor.hpp"

namespace mingting {
namespace {

TEST(Searching, AsksAtEveryKeystrokeWithTheLettersBeingComposed) {
  Visitor visitor;
  visitor.send(msg::OpenSearch{});
  visitor.send(msg::TextTyped{"低"});
  EXPECT_EQ(visitor.effect<effect::Search>()->query.text, "低");
  visitor.send(msg::KeyTapped{"b"});
  EXPECT_EQ(visitor.effect<effect::Search>()->query.text, "低b");
  EXPECT_EQ(visitor.model.visit->search_text, "低");
}

TEST(Searching, OnlyTheLatestAnswerCounts) {
  Visitor visitor;
  visitor.send(msg::OpenSearch{});
  visitor.send(msg::TextTyped{"低"});
  const auto first = visitor.effect<effect::Search>()->asked;
  visitor.send(msg::TextTyped{"保"});
  visitor.send(msg::Found{first, std::make_shared<SearchResults>(SearchResults{.query = "低"})});
  EXPECT_EQ(visitor.page<SearchPage>().results.value, nullptr);
}

TEST(Searching, AnAnswerThatComesAfterTheTextWasClearedIsDropped) {
  Visitor visitor;
  visitor.send(msg::OpenSearch{});
  visitor.send(msg::TextTyped{"低"});
  const auto asked = visitor.effect<effect::Search>()->asked;
  visitor.send(msg::KeyTapped{"backspace"});
  visitor.send(msg::Found{asked, std::make_shared<SearchResults>()});
  EXPECT_EQ(visitor.page<SearchPage>().results.value, nullptr);
}

TEST(Searching, EmptyTextShowsNoOldResults) {
  Visitor visitor;
  visitor.send(msg::OpenSearch{});
  visitor.send(msg::TextTyped{"低"});
  visitor.send(msg::Found{visitor.effect<effect::Search>()->asked, std::make_shared<SearchResults>()});
  visitor.send(msg::KeyTapped{"backspace"});
  EXPECT_EQ(visitor.page<SearchPage>().results.value, nullptr);
}

}  // namespace
}  // namespace mingting
