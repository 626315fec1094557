// Columns, as messages: a list of one, answers in place, and what of a search answers the words of a form.
#include "app/visitor.hpp"

namespace mingting {
namespace {

std::shared_ptr<const ListPage> list_of(std::vector<std::string> ids) {
  auto list = std::make_shared<ListPage>();
  for (auto& id : ids) list->items.push_back({.id = std::move(id)});
  list->total = list->items.size();
  return list;
}

struct Browser : Visitor {
  void open(const std::string& column, std::vector<std::string> items) {
    send(msg::OpenColumn{column});
    load(std::move(items));
  }
  void load(std::vector<std::string> items) {
    const auto& top = page<ColumnPage>();
    const ListQuery query{.column = top.column, .filters = top.filters, .offset = 0, .limit = top.limit};
    send(msg::ListLoaded{query, list_of(std::move(items))});
  }
  std::string column() const { return model.hall->columns.front().id; }
};

TEST(Columns, AListOfOneOpensItselfAndTheWayBackLeadsToWhereOneCameFrom) {
  Browser browser;
  browser.open(browser.column(), {"news/a"});
  ASSERT_TRUE(browser.on<ItemPage>());
  EXPECT_EQ(browser.page<ItemPage>().item, "news/a");
  EXPECT_EQ(browser.effect<effect::LoadDocument>()->item, "news/a");
  browser.send(msg::GoBack{});
  EXPECT_TRUE(browser.on<HomePage>());
}

TEST(Columns, AListThatAFilterOrANewReleaseLeftOneOfStays) {
  Browser browser;
  browser.open(browser.column(), {"news/a", "news/b"});
  browser.send(msg::ToggleFilter{"topic", "x"});
  browser.load({"news/a"});
  EXPECT_TRUE(browser.on<ColumnPage>());
  browser.send(msg::ClearFilters{});
  browser.load({"news/a"});
  EXPECT_TRUE(browser.on<ColumnPage>()) << "it was a list before";
}

TEST(Columns, AListOfOneWithDoorsStays) {
  Browser browser;
  auto hall = std::make_shared<Hall>(*browser.model.hall);
  hall->columns.front().doors = {{"form:feedback", "feedback"}};
  browser.send(msg::HallLoaded{hall, ""});
  browser.open(browser.column(), {"news/a"});
  EXPECT_TRUE(browser.on<ColumnPage>());
}

TEST(Columns, AnswersOpenInPlaceEachByItselfAndAreCounted) {
  Browser browser;
  browser.open(browser.column(), {"news/a", "news/b"});
  browser.send(msg::ToggleAnswer{"news/a"});
  EXPECT_EQ(browser.effect<effect::LoadDocument>()->item, "news/a");
  browser.send(msg::DocumentLoaded{"news/a", std::make_shared<Document>()});
  browser.send(msg::ToggleAnswer{"news/b"});
  EXPECT_EQ(browser.page<ColumnPage>().answers.size(), 2U);
  EXPECT_NE(browser.page<ColumnPage>().answers.at("news/a").value, nullptr);
  EXPECT_TRUE(browser.model.visit->uses.items.contains("news/a"));
  browser.send(msg::ToggleAnswer{"news/a"});
  EXPECT_FALSE(browser.page<ColumnPage>().answers.contains("news/a"));
}

TEST(AlreadyPublic, OnlyWhatHasHalfOfWhatIsAskedIsOffered) {
  Browser browser;
  browser.send(msg::OpenForm{"application", "", "", ""});
  browser.type("wanted", "示例路改造方案");
  const auto* search = browser.effect<effect::Search>();
  ASSERT_NE(search, nullptr);
  SearchResults found;
  found.hits = {{.item = {.id = "news/a"}, .share = 0.8}, {.item = {.id = "news/b"}, .share = 0.3}};
  browser.send(msg::Found{search->asked, std::make_shared<SearchResults>(found)});
  const auto& kept = browser.page<FormPage>().published.value->hits;
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].item.id, "news/a");
}

TEST(AlreadyPublic, TheDistrictsNameIsNotLookedFor) {
  Browser browser;
  auto hall = std::make_shared<Hall>(*browser.model.hall);
  hall->site.district = "示例市模范区";
  browser.send(msg::HallLoaded{hall, ""});
  browser.send(msg::OpenForm{"application", "", "", ""});
  browser.type("wanted", "模范区花园路改造方案");
  EXPECT_EQ(browser.effect<effect::Search>()->query.text, " 花园路改造方案");
}

}  // namespace
}  // namespace mingting
