// Which files are a register, and who may write it when.
#include "base/said/words.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/register/sqlite/sqlite_desk.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

/// What is said about a file that cannot be opened as a register; its bytes stay as they were.
Error refusal_of(const SqliteDesk& desk) {
  const auto before = disk().read(desk.file(), 1U << 30).value();
  const auto opened = desk.open();
  EXPECT_FALSE(opened);
  EXPECT_TRUE(disk().read(desk.file(), 1U << 30).value() == before) << "it was changed";
  return opened ? Error{} : opened.error();
}

TEST(SqliteRegister, ANewOneIsItsOwnersAlone) {
  const SqliteDesk desk;
  (void)desk.made();
  EXPECT_EQ(fs::status(desk.file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(SqliteRegister, AnExistingFileIsNeverReplaced) {
  const SqliteDesk desk;
  (void)desk.holding(2);
  const auto before = everything_in(desk.file());
  const auto again = desk.create();
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().trouble, Trouble::Invalid);
  EXPECT_THAT(worded(again.error()), HasSubstr("已经有了"));
  EXPECT_EQ(everything_in(desk.file()), before);

  const SqliteDesk other;
  other.folder.write("register.db", "不是数据库的一段话，但是长得足够像一个文件。");
  EXPECT_FALSE(other.create());
  EXPECT_EQ(disk().read(other.file(), 1000).value(), "不是数据库的一段话，但是长得足够像一个文件。");
}

TEST(SqliteRegister, WhatACreationCutShortLeftIsFinishedByTheNext) {
  const SqliteDesk desk;
  desk.folder.write("register.db", "");
  const auto opened = desk.open();
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().trouble, Trouble::NotFound);
  EXPECT_THAT(worded(opened.error()), HasSubstr("init"));
  EXPECT_EQ(desk.made()->site().value(), "nanming");
  EXPECT_EQ(fs::status(desk.file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(SqliteRegister, AMissingFileOrFolderIsSaid) {
  SqliteDesk desk;
  const auto opened = desk.open();
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().trouble, Trouble::NotFound);
  EXPECT_FALSE(fs::exists(desk.file())) << "opening makes nothing";
  const auto made = create_sqlite_register(disk(), {.file = desk.folder / "no" / "register.db"}, "nanming");
  EXPECT_FALSE(made);
}

TEST(SqliteRegister, OtherFilesAreRefusedUnchanged) {
  {
    const SqliteDesk desk;
    desk.folder.write("register.db", std::string(5000, 'x'));
    EXPECT_THAT(worded(refusal_of(desk)), HasSubstr("不是登记册"));
  }
  {
    const SqliteDesk desk;
    RawConnection(desk.file()).run("CREATE TABLE entry (id INTEGER); PRAGMA application_id = 7; PRAGMA user_version = 1");
    const auto refused = refusal_of(desk);
    EXPECT_EQ(refused.trouble, Trouble::Invalid);
    EXPECT_THAT(worded(refused), HasSubstr("别的程序"));
  }
}

TEST(SqliteRegister, ANewerOneIsRefusedUnchanged) {
  const SqliteDesk desk;
  (void)desk.holding(1);
  RawConnection(desk.file()).run("PRAGMA user_version = 9");
  const auto refused = refusal_of(desk);
  EXPECT_EQ(refused.trouble, Trouble::NewerFormat);
  EXPECT_THAT(worded(refused), HasSubstr("更新版本"));
}

TEST(SqliteRegister, ATruncatedOneIsRefusedUnchanged) {
  const SqliteDesk desk;
  (void)desk.holding(20);
  const auto size = fs::file_size(desk.file());
  for (const auto left : {size - 1, size - 4096, size - 16384, size / 2, std::uintmax_t{4096}, std::uintmax_t{50}}) {
    fs::resize_file(desk.file(), left);
    EXPECT_THAT(worded(refusal_of(desk)), HasSubstr("已损坏")) << left;
  }
}

TEST(SqliteRegister, ADamagedRowIsNamedWhenItIsRead) {
  const SqliteDesk desk;
  auto held = desk.holding(2);
  RawConnection(desk.file())
      .run("UPDATE submission SET answers = '{' WHERE entry = 2; UPDATE step SET name = 'flown' WHERE entry = 1");
  EXPECT_TRUE(held->entry(1));
  const auto damaged = held->entry(2);
  ASSERT_FALSE(damaged);
  EXPECT_THAT(worded(damaged.error()), HasSubstr("已损坏"));
  const auto newer = held->steps(1);
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().trouble, Trouble::NewerFormat);
}

TEST(SqliteRegister, AnotherToolsJournalModeIsPutRight) {
  const SqliteDesk desk;
  (void)desk.holding(1);
  EXPECT_EQ(RawConnection(desk.file()).run("PRAGMA journal_mode = WAL"), "wal\n");
  (void)desk.opened();
  EXPECT_EQ(RawConnection(desk.file()).run("PRAGMA journal_mode"), "delete\n");
}

// ---- waiting for others ----

TEST(SqliteRegisterBusy, AWriterWaitsNoLongerThanItsPatienceAndLeavesNothing) {
  SqliteDesk desk;
  (void)desk.holding(1);
  desk.patience = Milliseconds{5};
  auto held = desk.opened();
  const auto before = everything_in(desk.file());
  RawConnection other(desk.file());
  other.run("BEGIN IMMEDIATE");
  const auto recorded = held->record(1, {taken("2026-09-14", CorrectionAsked{"写明年份", 15})}, desk.with());
  ASSERT_FALSE(recorded);
  EXPECT_EQ(recorded.error().trouble, Trouble::Busy);
  EXPECT_THAT(worded(recorded.error()), HasSubstr("另一位经办人正在写登记册"));
  EXPECT_EQ(held->list({}).value().size(), 1U) << "reading goes on while another writes";
  other.run("ROLLBACK");
  EXPECT_EQ(everything_in(desk.file()), before);
  does(*held, desk, 1, "2026-09-14", CorrectionAsked{"写明年份", 15});
}

TEST(SqliteRegisterBusy, AReaderWhoStaysHoldsTheChangeUpAndItIsWhollyUndone) {
  SqliteDesk desk;
  (void)desk.holding(1);
  desk.patience = Milliseconds{5};
  auto held = desk.opened();
  const auto before = everything_in(desk.file());
  const auto paper = paper_of("2026-09-14");
  {
    RawConnection other(desk.file());
    other.run("BEGIN; SELECT count(*) FROM entry");
    const auto recorded = held->record(1, {taken("2026-09-14", Replied{}), paper}, desk.with());
    ASSERT_FALSE(recorded);
    EXPECT_EQ(recorded.error().trouble, Trouble::Busy);
  }
  EXPECT_EQ(everything_in(desk.file()), before);
  EXPECT_EQ(does(*held, desk, 1, "2026-09-14", Replied{}, paper).document->number, "南公开复〔2026〕1号");
}

TEST(SqliteRegisterBusy, OneThatIsLockedWhollyIsBusyToReadersAndOpenersToo) {
  SqliteDesk desk;
  (void)desk.holding(1);
  desk.patience = Milliseconds{5};
  auto held = desk.opened();
  RawConnection other(desk.file());
  other.run("BEGIN EXCLUSIVE");
  EXPECT_EQ(held->list({}).error().trouble, Trouble::Busy);
  EXPECT_EQ(desk.open().error().trouble, Trouble::Busy);
  other.run("COMMIT");
  EXPECT_TRUE(held->list({}));
}

/// As the program before this one left it: no chains, one record for a place, its hash beside the submission.
void make_format_1(const Path& file) {
  RawConnection raw(file);
  for (const auto* change :
       {"ALTER TABLE submission ADD COLUMN record_hash TEXT NOT NULL DEFAULT ''",
        "UPDATE submission SET record_hash = coalesce((SELECT hash FROM record r WHERE r.entry = "
        "submission.entry), '')",
        "DROP TABLE record", "DROP TABLE succession", "DROP TABLE lost",
        "ALTER TABLE kiosk DROP COLUMN number", "ALTER TABLE kiosk DROP COLUMN held_from",
        "ALTER TABLE kiosk DROP COLUMN exports", "DROP TABLE uses", "PRAGMA user_version = 1"}) {
    raw.run(change);
  }
}

TEST(SqliteRegister, OneOfFormat2IsTakenOverAndCountsUsesFromThenOn) {
  const SqliteDesk desk;
  std::vector<Entry> before;
  { before = desk.holding(3)->list({}).value(); }
  for (const auto* change : {"DROP TABLE uses", "PRAGMA user_version = 2"}) RawConnection(desk.file()).run(change);
  auto opened = desk.opened();
  EXPECT_EQ(opened->list({}).value(), before);
  EXPECT_TRUE(opened->uses(day_of("2026-01-01"), day_of("2026-12-31"))->empty());
  EXPECT_EQ(opened->chains()->at(0).standing.to_compare, false);
}

TEST(SqliteRegister, OneOfTheFormatBeforeIsTakenOverWholeAndItsChainsAreComparedAtTheNextImport) {
  const SqliteDesk desk;
  std::vector<Entry> before;
  {
    auto held = desk.holding(3);
    does(*held, desk, 2, "2026-09-14", CorrectionAsked{"写明年份", 15});
    before = held->list({}).value();
  }
  make_format_1(desk.file());
  auto opened = desk.opened();
  EXPECT_EQ(opened->list({}).value(), before);
  EXPECT_EQ(opened->steps(2)->size(), 2U);
  EXPECT_EQ(RawConnection(desk.file()).run("PRAGMA foreign_key_check"), "");
  EXPECT_EQ(RawConnection(desk.file()).run("PRAGMA integrity_check"), "ok\n");
  EXPECT_TRUE(acknowledged_by(*opened).empty());
  EXPECT_TRUE(opened->chains()->at(0).standing.to_compare);

  const auto report = opened->import(applications(3, 4), clerk_on("2026-09-15"), desk.with());
  ASSERT_TRUE(report) << worded(report.error());
  EXPECT_EQ(report->held, 1U);
  EXPECT_EQ(report->added, 1U);
  const auto told = acknowledged_by(*desk.opened());
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0], (Acknowledged{kKioskKey, 4, hash_at(4)}));
}

/// The program before took in what followed a record that differed: its place alone does not prove that it is
/// whole.
TEST(SqliteRegister, WhatTheFormatBeforeTookInPastABreakIsNotAcknowledged) {
  const SqliteDesk desk;
  auto other = applications(1, 3);
  other.records[1].hash = std::string(64, 'e');
  other.records[2].previous = other.records[1].hash;
  other.records[2].hash = std::string(64, 'f');
  { (void)desk.holding(2)->import(export_of({other.records[2]}), clerk_on("2026-09-12"), desk.with()); }
  make_format_1(desk.file());
  auto opened = desk.opened();
  EXPECT_TRUE(acknowledged_by(*opened).empty());
  const auto report = opened->import(other, clerk_on("2026-09-15"), desk.with());
  ASSERT_TRUE(report) << worded(report.error());
  EXPECT_EQ(report->added, 1U) << "the one that differed, of which the register knew nothing";
  EXPECT_EQ(report->chain.standing.fork, (ChainPlace{2, hash_at(2)}));
}

}  // namespace
}  // namespace mingting
