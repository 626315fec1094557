// What is public already about what somebody asks for.
#include "app/visitor.hpp"

namespace mingting {
namespace {

TEST(FormFlow, AWishThatWasClearedShowsNothingAsPublished) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.type("wanted", "低保");
  const auto asked = visitor.effect<effect::Search>()->asked;
  visitor.send(msg::KeyTapped{"backspace"});
  visitor.send(msg::Found{asked, std::make_shared<SearchResults>()});
  EXPECT_EQ(visitor.page<FormPage>().published.value, nullptr);
}

TEST(FormFlow, NothingIsGuessedOnOneCharacter) {
  for (const auto& [typed, searched] : std::vector<std::pair<std::string, bool>>{
           {"a", false}, {"a 低", false}, {"ab cd", false}, {"低保", true}, {"PPP", true}, {"2025年", true}, {"低，保", true}}) {
    Visitor visitor;
    visitor.send(msg::OpenForm{"application", "", "", ""});
    visitor.send(msg::FocusField{"wanted", 0});
    visitor.send(msg::Pasted{typed});
    EXPECT_EQ(visitor.effect<effect::Search>() != nullptr, searched) << typed;
  }
}

TEST(FormFlow, WhatIsPublicIsSearchedWhileTheWishIsTyped) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.type("wanted", "低保");
  const auto* search = visitor.effect<effect::Search>();
  ASSERT_NE(search, nullptr);
  visitor.send(msg::Found{search->asked, std::make_shared<SearchResults>()});
  EXPECT_NE(visitor.page<FormPage>().published.value, nullptr);
}

TEST(FormFlow, WordsThatWereThereAreLookedUpWhenTheFormOpens) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", "学区划分"});
  ASSERT_NE(visitor.effect<effect::Search>(), nullptr);
  EXPECT_EQ(visitor.effect<effect::Search>()->query.text, "学区划分");
  visitor.send(msg::GoHome{});
  visitor.send(msg::OpenForm{"application", "", "", ""});
  EXPECT_NE(visitor.effect<effect::Search>(), nullptr);
}

}  // namespace
}  // namespace mingting
