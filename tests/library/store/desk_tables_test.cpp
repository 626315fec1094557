// What the desk tells the kiosks, in content.db: sealed statuses and acknowledgements, and files made before there were any.
#include <gmock/gmock.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/said/words.hpp"
#include "library/corpus.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Date kDay = *parse_date("2026-11-20");
const Acknowledged kFirst{"a-key", 7, std::string(64, '1')}, kSecond{"b-key", 9, std::string(64, '2')};

void write(const Path& path, bool with_desk) {
  auto writer = LibraryWriter::create(path);
  ASSERT_TRUE(writer) << worded(writer.error());
  require(writer->set_site(small_hall().site));
  if (with_desk) {
    require(writer->set_status_feed({.as_of = kDay, .entries = {{"key-1", "box-1"}, {"key-2", "box-2"}}}));
    require(writer->set_acknowledged({kSecond, kFirst}));
  }
  require(writer->finish());
}

TEST(DeskTables, AStatusIsFoundByItsKeyAlone) {
  TempFolder folder;
  write(folder / "content.db", true);
  const auto library = Library::open(folder / "content.db");
  ASSERT_TRUE(library) << worded(library.error());
  EXPECT_EQ(library->status_as_of().value(), std::optional(kDay));
  EXPECT_EQ(library->status_box("key-2").value(), std::optional<std::string>("box-2"));
  EXPECT_EQ(library->status_box("key-3").value(), std::optional<std::string>());
  EXPECT_EQ(library->status_box("").value(), std::optional<std::string>());
  EXPECT_EQ(library->status_box("key-%").value(), std::optional<std::string>());
  EXPECT_THAT(*library->acknowledged(), ElementsAre(kFirst, kSecond));
}

TEST(DeskTables, EachEndOfAChainThatWentTwoWaysIsThereAndOlderProgramsSeeTheFirst) {
  TempFolder folder;
  const Acknowledged second{"a-key", 5, std::string(64, '3')}, forked{"b-key", 2, std::string(64, '4'), true};
  auto writer = LibraryWriter::create(folder / "content.db");
  ASSERT_TRUE(writer);
  require(writer->set_site(small_hall().site));
  require(writer->set_acknowledged({kFirst, second, forked}));
  require(writer->finish());
  EXPECT_THAT(*Library::open(folder / "content.db")->acknowledged(), ElementsAre(kFirst, second, forked));
  SQLite::Database db((folder / "content.db").string());
  EXPECT_EQ(
      db.execAndGet("SELECT group_concat(kiosk_key) FROM acknowledged WHERE kiosk_key IN ('a-key', 'b-key')")
          .getString(),
      "a-key");
}

TEST(DeskTables, ContentWithoutADeskHasNone) {
  TempFolder folder;
  write(folder / "content.db", false);
  const auto library = Library::open(folder / "content.db");
  ASSERT_TRUE(library) << worded(library.error());
  EXPECT_EQ(library->status_as_of().value(), std::optional<Date>());
  EXPECT_EQ(library->status_box("key-1").value(), std::optional<std::string>());
  EXPECT_THAT(*library->acknowledged(), IsEmpty());
}

TEST(DeskTables, AFeedIsWrittenOnce) {
  TempFolder folder;
  auto writer = LibraryWriter::create(folder / "content.db");
  ASSERT_TRUE(writer);
  require(writer->set_status_feed({.as_of = kDay, .entries = {}}));
  EXPECT_FALSE(writer->set_status_feed({.as_of = kDay, .entries = {}}));
}

TEST(DeskTables, AFileOfTheFormatBeforeStillOpens) {
  TempFolder folder;
  write(folder / "content.db", false);
  make_older(folder / "content.db", 1);
  const auto library = Library::open(folder / "content.db");
  ASSERT_TRUE(library) << worded(library.error());
  EXPECT_EQ(library->status_as_of().value(), std::optional<Date>());
  EXPECT_EQ(library->status_box("key-1").value(), std::optional<std::string>());
  EXPECT_THAT(*library->acknowledged(), IsEmpty());
  EXPECT_EQ(library->site()->name, small_hall().site.name);
}

TEST(DeskTables, AnOlderFormatNumberOnANewerShapeIsRefused) {
  TempFolder folder;
  write(folder / "content.db", true);
  SQLite::Database((folder / "content.db").string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=1");
  EXPECT_FALSE(Library::open(folder / "content.db"));
}

}  // namespace
}  // namespace mingting
