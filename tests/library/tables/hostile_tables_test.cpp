// Files whose tables lie.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "library/tables/table_hall.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;

/// The file with its schema's own table changed too, which SQLite itself would not do.
void change(const Path& path, const std::string& sql) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  database.exec("PRAGMA writable_schema=ON");
  database.exec(sql);
}

void ask_everything(const Library& library) {
  (void)library.tables();
  for (const auto* id : {"projects", "streets", "lines"}) {
    (void)library.rows({.table = id, .where = {{"name", Relates::Is, {"甲"}}, {"sum", Relates::AtLeast, {"1"}}}, .sort = "sum", .facets = {"street", "tags"}});
    (void)library.rows({.table = id, .sort = "name", .facets = {"street"}});
    (void)library.groups({.table = id, .by = {"street"}, .sums = {"sum"}});
    (void)library.look_up(id, {"南府发〔2021〕1号"});
    (void)library.measures(id, Date{});
    (void)library.difference(id, "2024", "");
  }
  if (const auto page = library.rows({.table = "projects"})) {
    for (const auto& row : page->rows) (void)library.row("projects", row.id);
  }
  for (const auto* text : {"道路", "路", "南府发〔2021〕1号"}) (void)library.find_rows(text, {}, 9);
}

std::vector<FilledTable> everything() {
  auto past = projects(2);
  past.table.edition = "2024";
  return {projects(), past, streets(), closed_table()};
}

TEST(HostileTables, ASchemaThatIsNotTheDescribedOneIsRefused) {
  for (const auto* sql : {"UPDATE sqlite_schema SET sql = replace(sql, 'coalesce', 'ifnull') WHERE name = 'v_streets'",
                          "UPDATE sqlite_schema SET sql = replace(sql, '\"about\" TEXT', '\"about\" TEXT DEFAULT 1') WHERE name = 't_streets'",
                          "DROP VIEW v_streets", "CREATE VIEW v_more AS SELECT 1", "CREATE TABLE t_more (x)", "DROP INDEX \"t_streets#id\"",
                          "UPDATE table_description SET shape = replace(shape, 'f2 sum', 'f3 sum')", "DELETE FROM table_description",
                          "UPDATE table_description SET name = name || '\"; --'", "UPDATE table_description SET shape = 'open'",
                          "UPDATE table_description SET shape = replace(shape, 'about', 'about\" TEXT, \"x')"}) {
    TempFolder folder;
    write_tables(everything(), {}, folder / "content.db");
    change(folder / "content.db", sql);
    const auto library = Library::open(folder / "content.db");
    EXPECT_FALSE(library) << sql;
    EXPECT_THAT(library ? std::string() : worded(library.error()), HasSubstr("结构")) << sql;
  }
}

TEST(HostileTables, ADescriptionThatLiesGivesNoRows) {
  const std::string deep(200'000, '['), long_text(2 << 20, 'x');
  for (const auto& sql : {std::string("UPDATE table_description SET description = replace(description, '\"scale\":2', '\"scale\":5')"),
                          std::string("UPDATE table_description SET description = replace(description, 'closed', 'open')"),
                          std::string("UPDATE table_description SET description = '{'"), "UPDATE table_description SET description = '" + deep + "'",
                          "UPDATE table_description SET description = replace(description, '街道', '" + long_text + "')",
                          std::string("UPDATE table_description SET description = '[]'"), std::string("UPDATE table_description SET rows = 1 << 40"),
                          std::string("UPDATE table_description SET first_row = -1")}) {
    TempFolder folder;
    write_tables(everything(), {}, folder / "content.db");
    change(folder / "content.db", sql);
    const auto library = Library::open(folder / "content.db");
    ASSERT_TRUE(library) << sql.substr(0, 90);
    EXPECT_FALSE(library->tables()) << sql.substr(0, 90);
    ask_everything(*library);
  }
}

TEST(HostileTables, NonsenseInTheArraysIsAnErrorNotACrash) {
  for (const auto* sql : {"UPDATE table_array SET data = x'ff'", "DELETE FROM table_array", "UPDATE table_array SET data = zeroblob(300000) WHERE part = 'codes'",
                          "UPDATE table_code SET width = 3", "UPDATE table_code SET width = 8, most = -1", "UPDATE table_code SET most = 1 << 60, width = 8",
                          "UPDATE table_code SET kind = 'word'", "UPDATE table_code SET least = -9223372036854775807", "DELETE FROM table_code",
                          "UPDATE row_term SET postings = x'ffffffffffffffff'", "UPDATE row_term SET first_row = -5, rows = -5",
                          "UPDATE row_term SET first_row = 1 << 50", "DELETE FROM t_projects", "UPDATE t_projects SET \"@row\" = \"@row\" + 1000000",
                          "UPDATE t_projects SET sum = 'x'", "UPDATE table_description SET rows = 4000000, first_row = 0",
                          "UPDATE table_array SET data = x'FFFFFFFF' WHERE part = 'first'", "UPDATE table_array SET data = x'41' WHERE part = 'words'"}) {
    TempFolder folder;
    write_tables(everything(), {}, folder / "content.db");
    change(folder / "content.db", sql);
    const auto library = Library::open(folder / "content.db");
    if (library) ask_everything(*library);
  }
}

TEST(HostileTables, FlippedBytesGiveAnErrorOrAnAnswer) {
  TempFolder folder;
  write_tables(everything(), {}, folder / "content.db");
  std::ostringstream all;
  all << std::ifstream(folder / "content.db", std::ios::binary).rdbuf();
  SeededRandom random(3);
  for (int round = 0; round < 60; ++round) {
    auto bytes = all.str();
    for (int i = 0; i < 30; ++i) bytes[100 + random.below(static_cast<std::uint32_t>(bytes.size() - 100))] = static_cast<char>(random.below(256));
    std::ofstream(folder / "flipped.db", std::ios::binary) << bytes;
    if (const auto library = Library::open(folder / "flipped.db")) ask_everything(*library);
  }
}

TEST(OlderReleases, OpenAndHaveNoTables) {
  TempFolder folder;
  write_tables({}, {document("policies/a", "甲")}, folder / "content.db");
  make_older(folder / "content.db", 3);
  const auto library = sound(Library::open(folder / "content.db"));
  EXPECT_TRUE(library.document("policies/a"));
  EXPECT_TRUE(sound(library.tables()).empty());
  EXPECT_EQ(library.table("fees").error().trouble, Trouble::NotFound);
  EXPECT_EQ(library.look_up("fees", {"1"}).error().trouble, Trouble::NotFound);
  EXPECT_EQ(sound(library.find_rows("甲", {}, 5)).total, 0U);
}

TEST(TableFile, IsReadByAnySqlite) {
  TempFolder folder;
  const auto filled = projects();
  write_tables({filled, streets()}, {}, folder / "content.db");
  SQLite::Database database(Path(folder / "content.db").string(), SQLite::OPEN_READONLY);
  SQLite::Statement rows(database, "SELECT code, sum, until FROM v_projects");
  std::size_t at = 0;
  while (rows.executeStep()) {
    EXPECT_EQ(rows.getColumn(0).getString(), filled.rows[at][0]);
    EXPECT_EQ(rows.getColumn(1).getString(), filled.rows[at][3]);
    EXPECT_EQ(rows.getColumn(2).getString(), filled.rows[at][4]);
    ++at;
  }
  EXPECT_EQ(at, filled.rows.size());
}

TEST(TableFile, TheSameTablesGiveTheSameBytes) {
  TempFolder folder;
  write_tables(everything(), {}, folder / "a.db");
  write_tables(everything(), {}, folder / "b.db");
  const auto bytes_of = [&](const char* name) {
    std::ostringstream all;
    all << std::ifstream(folder / name, std::ios::binary).rdbuf();
    return all.str();
  };
  EXPECT_EQ(bytes_of("a.db"), bytes_of("b.db"));
}

}  // namespace
}  // namespace mingting
