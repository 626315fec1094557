// Rows are found by any word of theirs, as a walk over the cells would find them.
#include <gmock/gmock.h>

#include <algorithm>

#include "library/index/folding.hpp"
#include "library/tables/table_hall.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> names_of(const RowHits& hits) {
  std::vector<std::string> names;
  for (const auto& hit : hits.hits) names.push_back(hit.label);
  return names;
}

TEST(RowSearch, FindsWhatAWalkFinds) {
  const auto filled = projects(5);
  TableHall hall({filled, streets()});
  for (const auto* text : {"道路", "路", "供水工程", "工程1", "道路改造工程12", "工程 供水", "改造 道路 5", "沒有", "水", "7", "Ａ", "号"}) {
    const auto folded = Folding::full().folded(text);
    std::size_t wanted = 0;
    for (const auto& row : filled.rows) {
      if (row[7] == "撤回") continue;
      bool all = true;
      for (std::size_t at = 0; at < folded.size();) {
        const auto end = std::min(folded.find(U' ', at), folded.size());
        const auto word = folded.substr(at, end - at);
        all = all && (Folding::full().folded(row[0]).find(word) != std::u32string::npos || Folding::full().folded(row[1]).find(word) != std::u32string::npos);
        at = end + 1;
      }
      wanted += all ? 1 : 0;
    }
    const auto hits = sound(hall->find_rows(text, {"projects"}, 1000));
    EXPECT_EQ(hits.total, wanted) << text;
    EXPECT_EQ(hits.hits.size(), wanted) << text;
  }
}

TEST(RowSearch, WholeCellsComeFirstThenBeginnings) {
  auto filled = projects();
  filled.rows = {{"a1号", "旧路改造", "", "", "", "", "", ""}, {"a2号", "路改造工程", "", "", "", "", "", ""}, {"a3号", "路改造", "", "", "", "", "", ""}};
  TableHall hall({filled});
  const auto hits = sound(hall->find_rows("路改造", {}, 9));
  EXPECT_THAT(names_of(hits), ElementsAre("路改造", "路改造工程", "旧路改造"));
  EXPECT_EQ(hits.hits[2].cell, (Snippet{"旧路改造", {{3, 12}}}));
  EXPECT_EQ(hits.hits[2].column, "名称");
  EXPECT_EQ(hits.hits[2].table_title, "项目");
}

TEST(RowSearch, FindsCodesInAnySpelling) {
  TableHall hall({projects(), streets()});
  for (const auto* text : {"南府发〔2021〕1号", "南府发[2021]第1号", "南府发(2021)01号"}) {
    const auto hits = sound(hall->find_rows(text, {}, 9));
    ASSERT_FALSE(hits.hits.empty()) << text;
    EXPECT_EQ(hits.hits[0].row.cells[0], "南府发〔2021〕1号");
    EXPECT_EQ(hits.hits[0].column, "文号");
  }
}

TEST(RowSearch, ChipsCountByTableWhicheverIsChosen) {
  TableHall hall({projects(), streets()});
  auto filled = projects();
  const auto all = sound(hall->find_rows("路", {}, 5));
  const auto one = sound(hall->find_rows("路", {"streets"}, 5));
  EXPECT_EQ(one.tables, all.tables);
  EXPECT_EQ(one.total, 0U);
  const auto streets_alone = sound(hall->find_rows("街道", {}, 5));
  EXPECT_THAT(streets_alone.tables, ElementsAre(FacetValue{"streets", 1}));
  EXPECT_THAT(streets_alone.hits, SizeIs(1));
}

TEST(RowSearch, CountsEndAtAThousand) {
  TableHall hall({projects(1, 1400), streets()});
  const auto hits = sound(hall->find_rows("工程", {}, 20));
  EXPECT_EQ(hits.total, 1000U);
  EXPECT_THAT(hits.hits, SizeIs(20));
}

TEST(RowSearch, OddTextsGetAnAnswer) {
  TableHall hall({projects(), streets()});
  for (const auto& text : {std::string(), std::string(" 。"), std::string(5000, 'a'), std::string("\xff\xfe"), std::string("' OR 1"), std::string("低\0保", 7),
                           std::string("^"), std::string("$")})
    EXPECT_THAT(sound(hall->find_rows(text, {}, 5)).hits, IsEmpty()) << text;
}

}  // namespace
}  // namespace mingting
