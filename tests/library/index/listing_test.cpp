// Columns as lists: order, paging, filters and the counts beside them.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "library/corpus.hpp"
#include "library/index/listing_order.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;

std::vector<std::string> ids_of(const std::vector<Item>& items) {
  std::vector<std::string> ids;
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

TEST(Listing, ListsAreNewestFirstCardsByTheirOrder) {
  const OpenHall hall;
  EXPECT_THAT(ids_of(hall->list({.column = "policies"})->items),
              ElementsAre("policies/low-income", "policies/insurance", "policies/low-income-old"));
  EXPECT_THAT(ids_of(hall->list({.column = "services"})->items), ElementsAre("services/housing", "services/card"));
  EXPECT_THAT(ids_of(*hall->latest(2, *parse_date("2026-12-31"))), ElementsAre("policies/low-income", "policies/insurance"));
  EXPECT_EQ(hall->list({.column = "nowhere"}).error().trouble, Trouble::NotFound);
}

TEST(Listing, GroupsStayTogetherWhereTheirFirstItemStands) {
  Content content;
  content.columns = {{.id = "w", .title = "要点", .kind = ColumnKind::Groups, .group_by = "group"}};
  for (const auto& [name, group] : std::vector<std::pair<std::string, std::string>>{
           {"w/10", "二"}, {"w/2", "一"}, {"w/3", "二"}, {"w/1", "一"}, {"w/4", "一"}}) {
    auto each = document(name, name);
    each.item.fields = {{"group", group}};
    content.documents.push_back(each);
  }
  EXPECT_THAT(ids_of(OpenHall(content)->list({.column = "w"})->items), ElementsAre("w/1", "w/2", "w/4", "w/3", "w/10"));
}

/// At home in one column and listed in two, an item is found once, new once, and narrowed down in each.
TEST(Listing, AnItemIsListedWhereItSaysBesidesItsHome) {
  Content content;
  const std::vector<ColumnField> topics{{"topic", "主题"}};
  content.columns = {{.id = "a", .title = "甲", .filters = topics}, {.id = "b", .title = "乙", .filters = topics}};
  auto both = dated(document("a/both", "两处"), "2026-03-01");
  both.item.fields = {{"also", "b；a；nowhere"}};
  both.item.topic = "收费";
  content.documents = {both, dated(document("b/own", "乙的"), "2026-02-01")};
  const OpenHall hall(content);
  EXPECT_THAT(ids_of(hall->list({.column = "a"})->items), ElementsAre("a/both"));
  EXPECT_THAT(ids_of(hall->list({.column = "b"})->items), ElementsAre("a/both", "b/own"));
  EXPECT_EQ(hall->list({.column = "b", .filters = {{"topic", {"收费"}}}})->total, 1U);
  EXPECT_THAT(ids_of(*hall->latest(5, *parse_date("2026-12-31"))), ElementsAre("a/both", "b/own"));
  EXPECT_EQ(hall.found("两处").size(), 1U);
}

TEST(Listing, CountsAsPeopleDo) {
  EXPECT_TRUE(natural_less("work/2", "work/10"));
  EXPECT_FALSE(natural_less("work/10", "work/2"));
  EXPECT_TRUE(natural_less("a", "b"));
  EXPECT_TRUE(natural_less("01", "2"));
  EXPECT_FALSE(natural_less("a", "a"));
  EXPECT_TRUE(natural_less("01", "1") != natural_less("1", "01")) << "a total order";
}

/// Filters of a value must leave as many items as its count says, whatever else is chosen.
void expect_counts_hold(const Library& library, const ListQuery& query) {
  const auto page = library.list(query);
  ASSERT_TRUE(page);
  for (const auto& facet : page->facets) {
    for (const auto& value : facet.values) {
      auto narrowed = query;
      narrowed.filters[facet.field] = {value.value};
      EXPECT_EQ(library.list(narrowed)->total, value.count) << facet.field << " " << value.value;
    }
  }
}

TEST(Listing, FacetCountsReconcileWithTheLists) {
  const OpenHall hall;
  expect_counts_hold(hall.library(), {.column = "policies"});
  expect_counts_hold(hall.library(), {.column = "policies", .filters = {{"issuer", {"区民政局"}}}});
  expect_counts_hold(hall.library(), {.column = "policies", .filters = {{"issuer", {"区民政局", "区人力资源社会保障局"}}, {"year", {"2010"}}}});
  expect_counts_hold(hall.library(), {.column = "services", .filters = {{"unit", {"区民政局"}}}});
}

TEST(Listing, SeveralValuesOfAFieldCountApart) {
  const auto page = OpenHall()->list({.column = "services"});
  ASSERT_EQ(page->facets.size(), 1U);
  EXPECT_EQ(page->facets[0].title_en, "Unit");
  EXPECT_THAT(page->facets[0].values, testing::UnorderedElementsAre(FacetValue{"区住房城乡建设局", 1}, FacetValue{"区民政局", 1},
                                                                    FacetValue{"区人力资源社会保障局", 1}));
}

TEST(Listing, AChosenValueStaysInSightWithNothingLeft) {
  const auto page = OpenHall()->list({.column = "policies", .filters = {{"issuer", {"区财政局"}}, {"year", {"2021"}}}});
  EXPECT_EQ(page->total, 0U);
  const auto& issuers = page->facets.at(0).values;
  EXPECT_NE(std::ranges::find(issuers, FacetValue{"区财政局", 0}), issuers.end());
}

TEST(Listing, PagesAddUpToTheWhole) {
  Content content;
  content.columns = {{.id = "c", .title = "栏", .kind = ColumnKind::Questions}};
  for (int i = 0; i < 23; ++i) content.documents.push_back(document(fmt::format("c/{}", i), fmt::format("第{}个", i)));
  const OpenHall hall(content);
  std::vector<std::string> all;
  for (std::size_t offset = 0; offset < 23; offset += 5) {
    const auto page = hall->list({.column = "c", .offset = offset, .limit = 5});
    EXPECT_EQ(page->total, 23U);
    for (const auto& id : ids_of(page->items)) all.push_back(id);
  }
  EXPECT_EQ(all, ids_of(hall->list({.column = "c", .limit = 100})->items));
  EXPECT_EQ(all.size(), 23U);
  EXPECT_TRUE(hall->list({.column = "c", .offset = 99})->items.empty());
}

}  // namespace
}  // namespace mingting
