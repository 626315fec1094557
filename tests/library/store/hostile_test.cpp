// Queries and files that mean harm, or came to harm.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "base/random.hpp"
#include "base/said/words.hpp"
#include "library/corpus.hpp"
#include "library/store/schema.hpp"

namespace mingting {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

TEST(HostileQueries, GetAnAnswer) {
  const OpenHall hall;
  std::string million;
  while (million.size() < 10'000'000) million += "低保申请；";
  for (const std::string& text : {std::string("\"低保\" OR *"),
                                  std::string("NEAR(低 保)"),
                                  std::string("title:低保^"),
                                  std::string("'; DROP TABLE item; --"),
                                  std::string("%_[]{}\\"),
                                  std::string("，。！？"),
                                  std::string("😀👨‍👩‍👧"),
                                  std::string("低\0保", 7),
                                  std::string("\0", 1),
                                  std::string("\x01\x02\x1b[31m"),
                                  std::string("\xff\xfe低保\xc0\xaf"),
                                  std::string("\xe4\xbd"),
                                  std::string(5000, ' '),
                                  std::string(5000, 'a'),
                                  std::string(5000, '1'),
                                  million,
                                  std::string("〔〕"),
                                  std::string("号"),
                                  std::string("〔2019〕"),
                                  std::string("99999999999999999999号"),
                                  std::string("\u202E低保\u202C")}) {
    const auto results = hall->search({.text = text, .filters = {{"'", {"\""}}}});
    ASSERT_TRUE(results) << worded(results.error());
    EXPECT_LE(results->query.size(), 1000U);
    EXPECT_TRUE(hall->suggest(text, 8));
  }
}

TEST(HostileQueries, OddCharactersAroundAWordDoNotHideIt) {
  const OpenHall hall;
  for (const auto& text : {std::string("“低保”"), std::string("\x01低保\x02"), std::string("低保😀"), std::string("低保\xff"),
                           std::string("(低保 AND"), std::string("低\u200B保")})
    EXPECT_EQ(hall.first(text), "policies/low-income") << text;
}

TEST(HostileQueries, ALongPasteIsCutNotRefused) {
  const OpenHall hall;
  std::string long_text = "申请低保应当向户籍所在地的街道办事处提出";
  while (long_text.size() < 100'000) long_text += "甲乙丙丁";
  EXPECT_EQ(hall.first(long_text), "policies/low-income");
}

// ---- files ---------------------------------------------------------------------------------------------------------

std::string bytes_of(const Path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

Error open_error(const Path& path) {
  const auto library = Library::open(path);
  return library ? error_of(Trouble::General, remark("opened")) : library.error();
}

TEST(DamagedFiles, WhatIsNotAContentDatabaseIsNamed) {
  TempFolder folder;
  EXPECT_EQ(open_error(folder / "none.db").trouble, Trouble::NotFound);
  EXPECT_THAT(worded(open_error(folder.write("text.db", "hello"))), HasSubstr("不是明厅的内容库"));
  EXPECT_THAT(worded(open_error(folder.write("empty.db", ""))), HasSubstr("不是明厅的内容库"));
  EXPECT_NE(worded(open_error(folder.path())), "opened");
  SQLite::Database other((folder / "other.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  other.exec("CREATE TABLE item (id)");
  EXPECT_THAT(worded(open_error(folder / "other.db")), HasSubstr("不是明厅的内容库"));
}

TEST(DamagedFiles, ANewerFormatAsksForANewerProgram) {
  TempFolder folder;
  write_content(small_hall(), folder / "content.db");
  SQLite::Database(Path(folder / "content.db").string(), SQLite::OPEN_READWRITE)
      .exec(fmt::format("PRAGMA user_version={}", kContentFormat + 1));
  EXPECT_EQ(open_error(folder / "content.db").trouble, Trouble::NewerFormat);
}

TEST(DamagedFiles, ATornFileIsRefusedAtOnce) {
  TempFolder folder;
  write_content(small_hall(), folder / "content.db");
  const auto whole = bytes_of(folder / "content.db");
  for (const auto length : {std::size_t{50}, std::size_t{4096}, whole.size() / 2, whole.size() - 1})
    EXPECT_THAT(worded(open_error(folder.write("torn.db", whole.substr(0, length)))),
                AnyOf(HasSubstr("不完整"), HasSubstr("不是")))
        << length;
}

TEST(DamagedFiles, AWriterThatDidNotFinishLeavesNothingThatOpens) {
  TempFolder folder;
  {
    auto writer = LibraryWriter::create(folder / "content.db");
    require(writer->add_column({.id = "c", .title = "栏"}));
  }
  EXPECT_NE(worded(open_error(folder / "content.db")), "opened");
}

TEST(DamagedFiles, AForeignSchemaIsRefused) {
  for (const auto* change : {"CREATE VIEW more AS SELECT 1", "CREATE TRIGGER t AFTER INSERT ON item BEGIN SELECT 1; END",
                             "DROP TABLE term", "ALTER TABLE item ADD COLUMN more", "CREATE TABLE more (x)"}) {
    TempFolder folder;
    write_content(small_hall(), folder / "content.db");
    SQLite::Database(Path(folder / "content.db").string(), SQLite::OPEN_READWRITE).exec(change);
    EXPECT_THAT(worded(open_error(folder / "content.db")), HasSubstr("结构")) << change;
  }
}

TEST(DamagedFiles, NonsenseInTheTablesIsAnErrorNotACrash) {
  for (const auto* change :
       {"UPDATE meta SET value = 'x'", "UPDATE meta SET value = '999999'", "DELETE FROM search_array",
        "UPDATE search_array SET data = x'ff'", "UPDATE term SET postings = x'ffffffffffffffff'", "DELETE FROM item",
        "UPDATE item SET blocks = 1 << 60", "UPDATE block SET detail = '{'", "UPDATE block SET detail = '[[[['",
        "UPDATE block SET kind = 'x'", "UPDATE passage SET item = 77, block = -5, blocks = 1 << 60",
        "UPDATE item SET validity = 'x'", "UPDATE facet_value SET items = x'ffff'", "UPDATE listing SET item = 9999",
        "UPDATE suggestion SET letters = ''", "UPDATE OR REPLACE fold SET character = ''",
        "UPDATE document_number SET item = -1"}) {
    TempFolder folder;
    write_content(small_hall(), folder / "content.db");
    SQLite::Database(Path(folder / "content.db").string(), SQLite::OPEN_READWRITE).exec(change);
    const auto library = Library::open(folder / "content.db");
    if (!library) continue;
    for (const auto* text : {"低保", "62号", "dibao", "抵保", "请问申请低保要什么材料"}) (void)library->search({.text = text, .passages = 3});
    (void)library->list({.column = "policies", .filters = {{"issuer", {"区民政局"}}}});
    (void)library->document("policies/low-income");
    (void)library->suggest("di", 5);
    (void)library->latest(5, Date{});
  }
}

TEST(DamagedFiles, FlippedBytesGiveAnErrorOrAnAnswer) {
  TempFolder folder;
  write_content(small_hall(), folder / "content.db");
  const auto whole = bytes_of(folder / "content.db");
  SeededRandom random(3);
  for (int round = 0; round < 60; ++round) {
    auto bytes = whole;
    for (int i = 0; i < 20; ++i)
      bytes[100 + random.below(static_cast<std::uint32_t>(bytes.size() - 100))] = static_cast<char>(random.below(256));
    std::ofstream(folder / "flipped.db", std::ios::binary) << bytes;
    const auto library = Library::open(folder / "flipped.db");
    if (!library) continue;
    for (const auto* text : {"低保", "62号", "gongzufang", "抵保"}) {
      const auto results = library->search({.text = text});
      EXPECT_TRUE(results || worded(results.error()).starts_with("内容库"));
    }
    (void)library->list({.column = "policies"});
    (void)library->document("policies/low-income");
  }
}

}  // namespace
}  // namespace mingting
