// The store of submissions: numbers, times, locks, keys, and stores it must refuse.
#include "base/said/words.hpp"
#include "intake/intake.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "intake/hall.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

void run_sql(const Path& file, const char* sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
  sqlite3_close(db);
}

TEST(Intake, NumbersSealsAndStores) {
  HallAtWork hall;
  auto intake = hall.opened();
  const auto first = intake.submit(application(), hall.office.public_key);
  ASSERT_TRUE(first) << worded(first.error());
  EXPECT_THAT(first->number.text, testing::StartsWith("NM-K01-20261123-0001-"));
  EXPECT_EQ(parse_receipt_number(first->number.text), first->number);
  EXPECT_EQ(parse_query_code(first->code.text), first->code);
  EXPECT_EQ(first->received, hall.clock.now());
  EXPECT_FALSE(first->clock_doubtful);
  const auto second = intake.submit(application(), hall.office.public_key);
  EXPECT_THAT(second->number.text, testing::StartsWith("NM-K01-20261123-0002-"));
  EXPECT_NE(second->code, first->code);
  EXPECT_EQ(intake.stored(), 2U);
}

TEST(Intake, NothingReadableReachesTheDisk) {
  HallAtWork hall;
  std::string code;
  {
    auto intake = hall.opened();
    code = intake.submit(application("秘密的申请内容"), hall.office.public_key)->code.text;
    const auto open = all_bytes(hall.state());  // the journal, while it is there
    EXPECT_THAT(open, HasSubstr("NM-K01-20261123-0001"));
    EXPECT_THAT(open, Not(HasSubstr("秘密的申请内容")));
  }
  const auto closed = all_bytes(hall.state());
  EXPECT_THAT(closed, HasSubstr("NM-K01-20261123-0001"));
  for (const std::string& text : {std::string("秘密的申请内容"), std::string("𬭸䶮㛃𫖯"),
                                  std::string("11010519491231002X"), code}) {
    EXPECT_THAT(closed, Not(HasSubstr(text)));
  }
}

TEST(Intake, GoesOnAfterARestart) {
  HallAtWork hall;
  std::string key;
  {
    auto intake = hall.opened();
    key = intake.kiosk_key();
    ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  }
  auto intake = hall.opened();
  EXPECT_EQ(intake.kiosk_key(), key);
  EXPECT_EQ(intake.stored(), 1U);
  EXPECT_THAT(intake.submit(application(), hall.office.public_key)->number.text, HasSubstr("-0002-"));
  hall.clock.advance(std::chrono::hours(24));
  EXPECT_THAT(intake.submit(application(), hall.office.public_key)->number.text,
              HasSubstr("-20261124-0001-"));
}

TEST(Intake, TidyKeepsEverythingAndEmptiesTheJournal) {
  HallAtWork hall;
  auto intake = hall.opened();
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  const Path journal = hall.state() / "intake.db-wal";
  EXPECT_GT(fs::file_size(journal), 0U);
  ASSERT_TRUE(intake.tidy());
  EXPECT_EQ(fs::file_size(journal), 0U);
  EXPECT_THAT(intake.submit(application(), hall.office.public_key)->number.text, HasSubstr("-0004-"));
}

// ---- the clock ----

TEST(IntakeClock, OneThatWentBackIsTakenAtItsWordAndMarked) {
  HallAtWork hall;
  auto intake = hall.opened();
  ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  hall.clock.set(at("2026-11-20T10:00"));
  const auto back = intake.submit(application(), hall.office.public_key);
  EXPECT_TRUE(back->clock_doubtful);
  EXPECT_EQ(back->received, at("2026-11-20T10:00"));
  EXPECT_THAT(back->number.text, HasSubstr("-20261120-0001-"));
  hall.clock.set(at("2026-11-23T09:30"));
  const auto forward = intake.submit(application(), hall.office.public_key);
  EXPECT_FALSE(forward->clock_doubtful);
  EXPECT_THAT(forward->number.text, HasSubstr("-20261123-0002-")) << "the day's serial goes on where it was";
  hall.clock.set(at("2026-11-20T10:00"));
  EXPECT_THAT(intake.submit(application(), hall.office.public_key)->number.text,
              HasSubstr("-20261120-0002-"));
}

TEST(IntakeClock, OneThatWasNeverSetGivesTheLatestKnownTime) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  }
  hall.clock.set(at("1970-01-01T08:00"));
  auto intake = hall.opened();
  const auto accepted = intake.submit(application(), hall.office.public_key);
  EXPECT_TRUE(accepted->clock_doubtful);
  EXPECT_EQ(accepted->received, at("2026-11-23T09:00"));
  EXPECT_THAT(accepted->number.text, HasSubstr("-20261123-0002-"));
  const auto exported = intake.export_to(hall.stick());
  const auto opened = hall.read(exported->folder);
  EXPECT_EQ(opened->records[1].clock, at("1970-01-01T08:00"));
  EXPECT_EQ(opened->records[0].start + 1, opened->records[1].start);
}

TEST(IntakeClock, OneNeverSetOnANewKioskGivesTheFirstDayThereIs) {
  for (const char* shown : {"1970-01-01T08:00", "2025-12-31T23:59", "2100-01-01T00:00", "9999-12-31T23:59"}) {
    HallAtWork hall;
    hall.clock.set(at(shown));
    auto intake = hall.opened();
    const auto accepted = intake.submit(application(), hall.office.public_key);
    ASSERT_TRUE(accepted) << shown;
    EXPECT_TRUE(accepted->clock_doubtful);
    EXPECT_THAT(accepted->number.text, HasSubstr("-20260101-0001-"));
    EXPECT_TRUE(parse_receipt_number(accepted->number.text));
  }
}

// ---- what cannot be submitted ----

TEST(Intake, RefusesWithoutTheOfficesKey) {
  HallAtWork hall;
  auto intake = hall.opened();
  const auto none = intake.submit(application(), "");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().trouble, Trouble::Unavailable);
  EXPECT_THAT(worded(none.error()), HasSubstr("office_key"));
  const auto bad = intake.submit(application(), "AAAA");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().trouble, Trouble::Invalid);
  EXPECT_EQ(intake.stored(), 0U);
  EXPECT_THAT(intake.submit(application(), hall.office.public_key)->number.text, HasSubstr("-0001-"));
}

TEST(Intake, RefusesTenMegabytesAndGoesOn) {
  HallAtWork hall;
  auto intake = hall.opened();
  const auto large = intake.submit(application(std::string(10U << 20, 'a')), hall.office.public_key);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().trouble, Trouble::Invalid);
  // Small enough as it is, too large once its control characters are written out.
  EXPECT_FALSE(intake.submit(application(std::string(300U << 10, '\x01')), hall.office.public_key));
  EXPECT_TRUE(intake.submit(application(std::string(400U << 10, 'a')), hall.office.public_key));
  const auto exported = intake.export_to(hall.stick());
  ASSERT_TRUE(exported);
  EXPECT_EQ(hall.read(exported->folder)->records.size(), 1U) << "the largest that is taken can be opened";
}

TEST(Intake, RefusesNamesThatMakeNoNumberButStillExports) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  }
  for (const auto& [prefix, kiosk] : {std::pair{"", "K01"}, {"南明", "K01"}, {"NM", "一号"}}) {
    auto intake = Intake::open(disk(), hall.random, hall.clock,
                               {.folder = hall.state(), .kiosk_name = kiosk, .receipt_prefix = prefix});
    ASSERT_TRUE(intake);
    const auto refused = intake->submit(application(), hall.office.public_key);
    ASSERT_FALSE(refused) << prefix << " " << kiosk;
    EXPECT_EQ(refused.error().trouble, Trouble::Invalid);
    EXPECT_EQ(intake->export_to(hall.stick())->records, 1U);
  }
}

// ---- the lock ----

TEST(Intake, ASecondKioskOnTheSameStateIsRefusedAtOnce) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    const auto second = hall.open();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().trouble, Trouble::Busy);
    EXPECT_THAT(worded(second.error()), HasSubstr("另一个自助机程序正在使用"));
    EXPECT_TRUE(intake.submit(application(), hall.office.public_key)) << "the first is not disturbed";
  }
  EXPECT_TRUE(hall.open());
}

TEST(Intake, TheLockHoldsAgainstAnotherProcessAndEndsWithIt) {
  HallAtWork hall;
  int ready[2], go[2];
  ASSERT_EQ(pipe(ready), 0);
  ASSERT_EQ(pipe(go), 0);
  const pid_t child = fork();
  if (child == 0) {
    auto intake = hall.open();
    char byte = intake ? 'y' : 'n';
    (void)!write(ready[1], &byte, 1);
    (void)!read(go[0], &byte, 1);
    _exit(0);  // as a crash does: without closing anything
  }
  char byte = 'n';
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  ASSERT_EQ(byte, 'y');
  const auto refused = hall.open();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().trouble, Trouble::Busy);
  ASSERT_EQ(write(go[1], &byte, 1), 1);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(hall.open());
  for (const int end : {ready[0], ready[1], go[0], go[1]}) close(end);
}

// ---- stores that are refused, and not touched ----

TEST(Intake, RefusesANewerStoreUntouched) {
  HallAtWork hall;
  { auto intake = hall.opened(); }
  run_sql(hall.state() / "intake.db", "PRAGMA journal_mode = DELETE; PRAGMA user_version = 9");
  const auto before = all_bytes(hall.state());
  const auto newer = hall.open();
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().trouble, Trouble::NewerFormat);
  EXPECT_THAT(worded(newer.error()), HasSubstr("请先更新程序"));
  EXPECT_EQ(all_bytes(hall.state()), before);
}

TEST(Intake, RefusesADamagedStoreUntouched) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    for (int i = 0; i < 9; ++i) ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  }
  const auto damaged = [&](const char* what, auto damage) {
    HallAtWork copy;
    fs::copy(hall.state(), copy.state(), fs::copy_options::recursive);
    damage(copy.state() / "intake.db");
    const auto before = all_bytes(copy.state());
    const auto opened = copy.open();
    ASSERT_FALSE(opened) << what;
    EXPECT_THAT(worded(opened.error()), HasSubstr("已损坏")) << what;
    EXPECT_EQ(all_bytes(copy.state()), before) << what;
  };
  damaged("text", [](const Path& file) { std::ofstream(file) << std::string(9000, 'x'); });
  damaged("cut", [](const Path& file) { fs::resize_file(file, fs::file_size(file) / 2); });
  damaged("a page of zeros", [](const Path& file) {
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(8 * 4096);
    out << std::string(4096, '\0');
  });
  damaged("newest record removed", [](const Path& file) {
    run_sql(file, "DELETE FROM record WHERE position = 9; PRAGMA wal_checkpoint(TRUNCATE)");
  });
  damaged("newest record altered", [](const Path& file) {
    run_sql(file,
            "UPDATE record SET received = received - 1 WHERE position = 9; PRAGMA wal_checkpoint(TRUNCATE)");
  });
  damaged("another program's", [](const Path& file) {
    fs::remove(file);
    run_sql(file, "CREATE TABLE mail (id INTEGER)");
  });
}

/// What another user is told: the super-user, who may run the tests, can write everywhere.
std::string opened_by_another_user(HallAtWork& hall) {
  int report[2];
  if (pipe(report) != 0) return "no pipe";
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
    const auto opened = hall.open();
    const bool read_only = !opened && opened.error().trouble == Trouble::ReadOnly;
    const std::string said =
        (read_only ? "read-only: " : "other: ") + (opened ? "opened" : worded(opened.error()));
    (void)!write(report[1], said.data(), said.size());
    _exit(0);
  }
  close(report[1]);
  std::string said(1000, '\0');
  const auto length = read(report[0], said.data(), said.size());
  close(report[0]);
  int status = 0;
  waitpid(child, &status, 0);
  said.resize(static_cast<std::size_t>(std::max<ssize_t>(0, length)));
  return said;
}

TEST(Intake, SaysWhenItCannotWrite) {
  const auto clear = testing::AllOf(testing::StartsWith("read-only"), HasSubstr("不能写入"));
  HallAtWork hall;
  { auto intake = hall.opened(); }
  fs::permissions(hall.folder.path(), fs::perms(0755));
  fs::permissions(hall.state() / "kiosk.key", fs::perms(0444));
  fs::permissions(hall.state(), fs::perms(0555));
  fs::permissions(hall.state() / "intake.db", fs::perms(0444));
  EXPECT_THAT(opened_by_another_user(hall), clear);
  fs::permissions(hall.state() / "intake.db", fs::perms(0666));
  EXPECT_THAT(opened_by_another_user(hall), clear) << "the journal beside the file";
  fs::permissions(hall.state(), fs::perms(0777));
  EXPECT_EQ(opened_by_another_user(hall), "other: opened");

  HallAtWork fresh;
  fs::permissions(fresh.folder.path(), fs::perms(0555));
  EXPECT_THAT(opened_by_another_user(fresh), testing::StartsWith("read-only")) << "the folder to be made";
}

// ---- the kiosk's key ----

TEST(IntakeKey, IsTheOwnersAlone) {
  HallAtWork hall;
  auto intake = hall.opened();
  struct stat status {};
  ASSERT_EQ(::stat((hall.state() / "kiosk.key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  EXPECT_THAT(intake.kiosk_fingerprint(),
              testing::MatchesRegex("[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}"));
}

TEST(IntakeKey, ThatIsMissingOrForeignIsNamed) {
  HallAtWork hall, other;
  { auto intake = hall.opened(); }
  { auto intake = other.opened(); }
  const Path key = hall.state() / "kiosk.key";
  const std::string own = *disk().read(key, 1000);

  fs::remove(key);
  auto opened = hall.open();
  ASSERT_FALSE(opened);
  EXPECT_THAT(worded(opened.error()), HasSubstr("不见了"));
  EXPECT_FALSE(fs::exists(key)) << "no new key may hide the loss";

  fs::copy_file(other.state() / "kiosk.key", key);
  opened = hall.open();
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().trouble, Trouble::Untrusted);
  EXPECT_THAT(worded(opened.error()), HasSubstr("另一台自助机的密钥"));

  for (const char* text :
       {"", "mingting kiosk-secret AAAA\n", "mingting release-secret AAAA\n", "\xFF\xFE"}) {
    std::ofstream(key, std::ios::trunc) << text;
    opened = hall.open();
    ASSERT_FALSE(opened);
    EXPECT_THAT(worded(opened.error()), HasSubstr("不是自助机密钥"));
  }
  std::ofstream(key, std::ios::trunc) << own;
  EXPECT_TRUE(hall.open());
}

TEST(IntakeKey, LeftByAnInterruptedFirstStartIsUsed) {
  HallAtWork hall;
  std::string key;
  {
    auto intake = hall.opened();
    key = intake.kiosk_key();
  }
  fs::remove(hall.state() / "intake.db");
  EXPECT_EQ(hall.opened().kiosk_key(), key);
}

}  // namespace
}  // namespace mingting
