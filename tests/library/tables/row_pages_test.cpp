// One row: looked up, linked both ways, with its past; what is closed or hidden is nowhere.
#include <gmock/gmock.h>

#include "base/disk/files.hpp"
#include "library/tables/table_hall.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(TableRow, LeadsBothWays) {
  auto filled = projects();
  filled.rows = {{"a1号", "甲", "s1", "1", "", "", "", ""}, {"a2号", "乙", "s1", "2", "", "", "", ""}, {"a3号", "丙", "s2", "2", "", "", "", "撤回"}};
  TableHall hall({filled, streets()}, {document("policies/a", "花果园的办法")});
  const auto id = sound(hall->look_up("projects", {"a１号"}));
  const auto row = sound(hall->row("projects", id));
  EXPECT_THAT(row.row.linked, ElementsAre(std::pair("street", "花果园街道")));
  const auto street = sound(hall->row("streets", sound(hall->look_up("streets", {"s1"}))));
  EXPECT_THAT(street.row.linked, ElementsAre(std::pair("about", "花果园的办法")));
  ASSERT_THAT(street.from, SizeIs(1));
  EXPECT_EQ(street.from[0].table, "projects");
  EXPECT_EQ(street.from[0].column, "street");
  EXPECT_EQ(street.from[0].total, 2U);
  EXPECT_EQ(street.from[0].rows[0].cells[1], "甲");
  EXPECT_THAT(sound(hall->row("streets", sound(hall->look_up("streets", {"s2"})))).from, IsEmpty()) << "withdrawn";
  const auto leading = sound(hall->rows_leading_to("policies/a"));
  ASSERT_THAT(leading, SizeIs(1));
  EXPECT_EQ(leading[0].table, "streets");
}

TEST(TableRow, IsFoundByItsCodeInAnySpelling) {
  TableHall hall({projects(), streets()});
  const auto id = sound(hall->look_up("projects", {"南府发〔2021〕2号"}));
  for (const auto* spelled : {"南府发[2021]2号", "南府发（2021）２号", "南府发 〔2021〕 第2号"}) EXPECT_EQ(sound(hall->look_up("projects", {spelled})), id) << spelled;
  EXPECT_EQ(hall->look_up("projects", {"南府发〔2021〕"}).error().trouble, Trouble::NotFound);
  EXPECT_EQ(hall->look_up("projects", {}).error().trouble, Trouble::NotFound);
  EXPECT_EQ(hall->row("projects", "0123").error().trouble, Trouble::NotFound);
}

TEST(TableRow, HasItsPast) {
  auto now = projects();
  now.rows = {{"a1号", "甲", "s1", "1.50", "", "", "", ""}, {"a2号", "乙", "s1", "2", "", "", "", ""}, {"a3号", "丙", "", "", "", "", "", ""}};
  now.table.reason = "调整";
  auto past = now;
  past.table.edition = "2024";
  past.rows = {{"a1号", "甲", "s1", "1.5", "", "", "", ""}, {"a2号", "乙", "s2", "2", "", "", "", ""}, {"a4号", "丁", "", "", "", "", "", ""}};
  auto oldest = past;
  oldest.table.edition = "2023";
  TableHall hall({now, past, oldest, streets()});
  EXPECT_THAT(sound(hall->editions("projects")), ElementsAre("", "2024", "2023"));
  EXPECT_EQ(sound(hall->table("projects", "2024")), past.table);
  const auto row = sound(hall->row("projects", sound(hall->look_up("projects", {"a2号"}))));
  ASSERT_THAT(row.history, SizeIs(2));
  EXPECT_EQ(row.history[0], (PastRow{"2024", past.rows[1]}));
  const auto difference = sound(hall->difference("projects", "2024", ""));
  EXPECT_EQ(difference.reason, "调整");
  ASSERT_THAT(difference.added, SizeIs(1));
  EXPECT_EQ(difference.added[0].cells, now.rows[2]);
  ASSERT_THAT(difference.removed, SizeIs(1));
  EXPECT_EQ(difference.removed[0].cells, past.rows[2]);
  ASSERT_THAT(difference.changed, SizeIs(1)) << "1.5 is 1.50";
  EXPECT_EQ(difference.changed[0].label, "乙");
  EXPECT_EQ(difference.changed[0].cells[0].first, "street");
  EXPECT_THAT(sound(hall->find_rows("甲", {}, 10)).hits, SizeIs(1)) << "the newest edition alone is searched";
}

TEST(Tables, StandByTheirGroups) {
  auto loose = closed_table();
  auto third = streets();
  third.table.id = "more", third.table.group = "规划";
  TableHall hall({loose, projects(), streets(), third});
  std::vector<std::string> ids;
  for (const auto& table : sound(hall->tables())) ids.push_back(table.id);
  EXPECT_THAT(ids, ElementsAre("lines", "streets", "projects", "more"));
}

TEST(HiddenRows, GoWithTheDayAndComeBackWithTheClock) {
  auto filled = projects();
  filled.rows = {{"a1号", "孔雀石", "s1", "1", "2023-06-15", "", "", "公示"}, {"a2号", "孔雀石", "s1", "1", "", "", "", "撤回"}};
  auto past = filled;
  past.table.edition = "2022";
  TableHall hall({filled, past, streets()});
  const auto id = sound(hall->look_up("projects", {"a1号"}));
  const auto shown = [&](const char* today) {
    hall->show_on(*parse_date(today));
    const bool listed = sound(hall->rows({.table = "projects"})).total == 1, grouped = sound(hall->groups({.table = "projects"})).all.rows == 1,
               found = sound(hall->find_rows("孔雀石", {}, 9)).total == 1, coded = sound(hall->find_rows("a1号", {}, 9)).total == 1,
               opened = hall->row("projects", id).has_value(), looked = hall->look_up("projects", {"a1号"}).has_value(),
               linked = sound(hall->row("streets", sound(hall->look_up("streets", {"s1"})))).from.size() == 1,
               counted = sound(hall->measures("projects", *parse_date(today)))[0].among == 1;
    EXPECT_TRUE(listed == grouped && grouped == found && found == coded && coded == opened && opened == looked && looked == linked &&
                linked == counted)
        << today << listed << grouped << found << coded << opened << looked << linked << counted;
    return listed;
  };
  EXPECT_TRUE(shown("2023-06-15"));
  EXPECT_FALSE(shown("2023-06-16"));
  EXPECT_TRUE(shown("2023-06-14"));
  EXPECT_EQ(hall->look_up("projects", {"a2号"}).error().trouble, Trouble::NotFound) << "withdrawn";
}

TEST(ClosedTables, GiveOneRowForItsKeyAndAreNowhereElse) {
  TableHall hall({closed_table(), projects(), streets()});
  const auto id = sound(hall->look_up("lines", {"9152 0102-ma6djyr57w", "孔雀石公司"}));
  EXPECT_EQ(sound(hall->row("lines", id)).row.cells[1], "孔雀石公司");
  for (const auto& cells : std::vector<std::vector<std::string>>{
           {"91520102MA6DJYR57W"}, {"91520102MA6DJYR57W", "蓝铜矿公司"}, {"91520102MA6DJYR57W", ""}, {"91520102MA6DJYR57", "孔雀石公司"}, {"", ""}, {"%", "%"}})
    EXPECT_EQ(hall->look_up("lines", cells).error().trouble, Trouble::NotFound);
  EXPECT_EQ(hall->rows({.table = "lines"}).error().trouble, Trouble::Refused);
  EXPECT_EQ(hall->groups({.table = "lines", .by = {"name"}}).error().trouble, Trouble::Refused);
  EXPECT_EQ(hall->difference("lines", "", "").error().trouble, Trouble::Refused);
  EXPECT_EQ(hall->measures("lines", Date{}).error().trouble, Trouble::Refused);
  for (const auto* text : {"孔雀石", "91520102MA6DJYR57W", "9152"}) EXPECT_EQ(sound(hall->find_rows(text, {}, 9)).total, 0U) << text;
  EXPECT_THAT(sound(hall->row("streets", sound(hall->look_up("streets", {"s1"})))).from,
              testing::Each(testing::Field(&LinkedRows::table, testing::Ne("lines"))));
}

TEST(PrivateTables, AreNeverWritten) {
  TempFolder folder;
  auto writer = LibraryWriter::create(folder / "content.db");
  auto table = closed_table().table;
  table.access = Openness::Private;
  EXPECT_FALSE(writer->add_table(table));
  EXPECT_FALSE(writer->add_row({"a", "b", "c"})) << "nor its rows";
}

TEST(TableWriter, RefusesWhatItCannotKeep) {
  TempFolder folder;
  auto writer = LibraryWriter::create(folder / "content.db");
  for (const auto* name : {"", "a b", "x\"", "表", "a;b", "A", "a@b"}) EXPECT_FALSE(writer->add_table({.id = name, .columns = {{.name = "a"}}})) << name;
  EXPECT_FALSE(writer->add_table({.id = "a"})) << "no columns";
  EXPECT_FALSE(writer->add_table({.id = "a", .columns = {{.name = "a"}, {.name = "a"}}}));
  EXPECT_FALSE(writer->add_table({.id = "a", .columns = {{.name = "x y"}}}));
  EXPECT_FALSE(writer->add_table({.id = "a", .key = {"none"}, .columns = {{.name = "a"}}}));
  require(writer->add_table({.id = "item", .columns = {{.name = "a", .type = CellType::Number, .scale = 1}}}));
  EXPECT_FALSE(writer->add_table({.id = "item", .columns = {{.name = "a"}}}));
  require(writer->add_row({"1.5"}));
  EXPECT_FALSE(writer->add_row({"1.55"})) << "finer than its column";
  EXPECT_FALSE(writer->add_row({"x"}));
  EXPECT_FALSE(writer->add_row({"1", "2"}));
  require(writer->finish());
  EXPECT_EQ(sound(sound(Library::open(folder / "content.db")).rows({.table = "item"})).rows.at(0).cells[0], "1.5");
}

}  // namespace
}  // namespace mingting
