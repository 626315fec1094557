// The disk under the register failing, the program killed and the power gone at every write and flush of every command: the
// change is there wholly or not at all, and doing the rest afterwards ends where an undisturbed day ends.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <fstream>
#include <set>

#include "base/said/words.hpp"
#include "desk/register/sqlite/sqlite_desk.hpp"
#include "support/faulty_files.hpp"
#include "support/faulty_vfs.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;

/// One change of the day; true when it was answered well.
using Command = std::function<Result<void>(Register&, const SqliteDesk&)>;

template <class T>
Result<void> nothing_of(const Result<T>& result) {
  return result ? Result<void>() : fail(result.error());
}

Command recording(std::int64_t id, const char* iso, StepWhat what, const char* prefix = nullptr) {
  return [=](Register& at, const SqliteDesk& desk) {
    StepDraft draft{taken(iso, what)};
    if (prefix != nullptr) draft.paper = paper_of(iso, prefix);
    return nothing_of(at.record(id, draft, desk.with()));
  };
}

Command importing(int first, int last) {
  return [=](Register& at, const SqliteDesk& desk) {
    return nothing_of(at.import(applications(first, last), clerk_on("2026-09-12"), desk.with()));
  };
}

Result<void> add_one(Register& at, const SqliteDesk& desk) {
  const auto serial = at.next_serial("NM-D01-20260914");
  if (!serial) return fail(serial.error());
  return nothing_of(at.add({.submission = application_of(50 + *serial),
                            .kind = EntryKind::Application,
                            .arrived = {ReceiptWay::SignedPost, std::nullopt},
                            .on = day_of("2026-09-14"),
                            .number = make_receipt_number("NM", "D01", day_of("2026-09-14"), *serial).text,
                            .code_hash = ""},
                           clerk_on("2026-09-14"), desk.with()));
}

Result<void> erase_old(Register& at, const SqliteDesk&) {
  return nothing_of(at.erase({day_of("2026-09-20"), "示例保管期限", "已清除"}, clerk_on("2036-10-01")));
}

const std::vector<Command>& day() {
  static const std::vector<Command> kDay{
      [](Register& at, const SqliteDesk&) { return at.enrol(kKioskKey, "一楼大厅", clerk_on("2026-09-01")); },
      importing(1, 8),
      add_one,
      recording(1, "2026-09-14", Replied{}, "南公开复"),
      importing(5, 12),
      recording(2, "2026-09-14", CorrectionAsked{"写明年份", 15}, "南公开补"),
      recording(1, "2026-09-15", Served{}),
      recording(3, "2026-09-15", Replied{}, "南公开复"),
      recording(3, "2026-09-15", TakenBack{2, "有误"}),
      recording(3, "2026-09-16", Replied{}, "南公开复"),
      add_one,
      erase_old,
  };
  return kDay;
}

/// The register before the first command and after each one, on a disk without faults.
struct Moment {
  std::string file;   ///< its bytes
  std::string holds;  ///< everything in it
};

Moment moment_of(const SqliteDesk& desk) {
  return {disk().read(desk.file(), 1U << 30).value(), everything_in(desk.file())};
}

const std::vector<Moment>& undisturbed() {
  static const auto kMoments = [] {
    const SqliteDesk desk;
    EXPECT_TRUE(desk.create());
    std::vector<Moment> moments{moment_of(desk)};
    auto at = desk.opened();
    for (const auto& command : day()) {
      const auto went = command(*at, desk);
      EXPECT_TRUE(went) << moments.size() << ": " << (went ? "" : worded(went.error()));
      moments.push_back(moment_of(desk));
    }
    return moments;
  }();
  return kMoments;
}

/// A register as it was after so many commands of the day.
void restore(const SqliteDesk& desk, std::size_t done) {
  std::filesystem::remove(Path(desk.file()) += "-journal");
  std::ofstream(desk.file(), std::ios::binary | std::ios::trunc) << undisturbed()[done].file;
}

/// The register, on a healthy disk again, is as after so many commands; the next one makes of it what it always makes.
void expect_done(const SqliteDesk& desk, std::size_t done) {
  ASSERT_EQ(everything_in(desk.file()), undisturbed()[done].holds);
  if (done == day().size()) return;
  FaultyVfs quick;  // its flushes cost nothing
  auto same = desk.options();
  same.vfs = quick.name();
  auto opened = open_sqlite_register(disk(), same);
  ASSERT_TRUE(opened) << worded(opened.error());
  const auto went = day()[done](**opened, desk);
  ASSERT_TRUE(went) << worded(went.error());
  ASSERT_EQ(everything_in(desk.file()), undisturbed()[done + 1].holds) << "no step or number lost or repeated";
}

TEST(SqliteRegisterFaults, TheUndisturbedDayForComparison) {
  const auto& moments = undisturbed();
  ASSERT_EQ(moments.size(), day().size() + 1);
  for (std::size_t i = 1; i < moments.size(); ++i) EXPECT_NE(moments[i].holds, moments[i - 1].holds) << i;
  EXPECT_THAT(moments.back().holds, HasSubstr("南公开复〔2026〕3号"));
}

/// Runs every command of the day with the fault that `arm` sets for the nth change of the disk, for n = 1, 2, 3 ... until the
/// command has no nth change. `judge` looks at what came of it.
template <class Arm, class Judge>
void at_every_change(Arm arm, Judge judge) {
  const SqliteDesk desk;
  for (std::size_t command = 0; command < day().size(); ++command) {
    for (int change = 1;; ++change) {
      SCOPED_TRACE(fmt::format("command {} change {}", command + 1, change));
      restore(desk, command);
      FaultyVfs vfs;
      auto faulty = desk.options();
      faulty.vfs = vfs.name();
      Result<void> went;
      {
        auto opened = open_sqlite_register(disk(), faulty);
        ASSERT_TRUE(opened);
        arm(vfs, change);
        went = day()[command](**opened, desk);
      }
      const bool happened = vfs.dead || !(vfs.fault || vfs.kill_at);
      judge(desk, vfs, command, went);
      if (testing::Test::HasFailure()) return;
      if (!happened) break;
      ASSERT_LT(change, 500);
    }
  }
}

/// `power`: the power goes, in another way at each change; else the program is killed.
void cut_at_every_change(bool power) {
  std::uint64_t seed = 0;  // decides what of the unflushed stays
  at_every_change([](FaultyVfs& vfs, int change) { vfs.kill_at = change; },
                  [&](const SqliteDesk& desk, FaultyVfs& vfs, std::size_t command, const Result<void>& went) {
                    power ? vfs.lose_power(++seed) : vfs.restart();
                    // Killed in the last moment, nobody was told: it may have happened.
                    const bool there = everything_in(desk.file()) == undisturbed()[command + 1].holds;
                    if (went) {
                      ASSERT_TRUE(there);
                    }
                    expect_done(desk, there ? command + 1 : command);
                  });
}

TEST(SqliteRegisterFaults, KilledAtEveryChange) {
  cut_at_every_change(false);
}
TEST(SqliteRegisterFaults, PowerLostAtEveryChange) {
  cut_at_every_change(true);
}

/// What was answered well is on the disk when the answer is given: even if the power goes the moment after.
TEST(SqliteRegisterFaults, WhatWasAnsweredWellOutlivesThePower) {
  const SqliteDesk desk;
  for (std::size_t command = 0; command < day().size(); ++command) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      SCOPED_TRACE(fmt::format("command {} seed {}", command + 1, seed));
      restore(desk, command);
      FaultyVfs vfs;
      auto faulty = desk.options();
      faulty.vfs = vfs.name();
      {
        auto opened = open_sqlite_register(disk(), faulty);
        ASSERT_TRUE(opened);
        ASSERT_TRUE(day()[command](**opened, desk));
        vfs.kill_at = 1;  // nothing of the closing gets to the disk
      }
      vfs.lose_power(seed);
      ASSERT_EQ(everything_in(desk.file()), undisturbed()[command + 1].holds);
    }
  }
}

/// One write, cut, flush or deletion fails: the command is refused and left no trace, the same again succeeds.
void one_change_fails(bool full, bool only_syncs, bool flush_writes = false) {
  std::set<Trouble> troubles;
  int turn = 0;
  at_every_change(
      [&](FaultyVfs& vfs, int change) {
        vfs.failed_flush_writes = flush_writes;
        vfs.fault = FaultyVfs::Fault{.at = change, .full = full, .lasting = false, .only_syncs = only_syncs};
      },
      [&](const SqliteDesk& desk, FaultyVfs& vfs, std::size_t command, const Result<void>& went) {
        if (!went) troubles.insert(went.error().trouble);
        ++turn % 2 == 0 ? vfs.lose_power(static_cast<std::uint64_t>(turn)) : vfs.restart();
        expect_done(desk, went ? command + 1 : command);
      });
  // When it is the flush of a full disk that fails, SQLite's own undoing loses the system's reason.
  EXPECT_EQ(troubles, full ? (std::set{Trouble::DiskFull, Trouble::General}) : std::set{Trouble::General});
}

TEST(SqliteRegisterFaults, OneChangeFailsAsOnAFullDisk) {
  one_change_fails(true, false);
}
TEST(SqliteRegisterFaults, OneChangeFailsAsOnABrokenDisk) {
  one_change_fails(false, false);
}
TEST(SqliteRegisterFaults, OneFlushFails) {
  one_change_fails(false, true);
}
TEST(SqliteRegisterFaults, OneFlushFailsThoughItsBytesGetThere) {
  one_change_fails(false, true, true);
}

TEST(SqliteRegisterFaults, AFullDiskIsSaidAndTheSameCommandSucceedsLater) {
  SqliteDesk desk;
  (void)desk.holding(2);
  FaultyVfs vfs;
  desk.vfs = vfs.name();
  auto at = desk.opened();
  const auto paper = paper_of("2026-09-14");
  vfs.fault = FaultyVfs::Fault{.at = 1, .full = true, .lasting = true, .only_syncs = false};
  const auto refused = at->record(1, {taken("2026-09-14", Replied{}), paper}, desk.with());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().trouble, Trouble::DiskFull);
  EXPECT_THAT(worded(refused.error()), HasSubstr("磁盘已满"));
  EXPECT_EQ(at->list({})->size(), 2U) << "what is there can be read";
  vfs.fault.reset();
  EXPECT_EQ(does(*at, desk, 1, "2026-09-14", Replied{}, paper).document->number, "南公开复〔2026〕1号");
}

TEST(SqliteRegisterFaults, ACreationCutAtAnyChangeIsFinishedByTheNext) {
  for (int moment = 1;; ++moment) {
    SCOPED_TRACE(moment);
    SqliteDesk desk;
    FaultyVfs vfs;
    desk.vfs = vfs.name();
    vfs.kill_at = moment;
    const bool made = desk.create().has_value();
    const bool died = vfs.dead;
    moment % 3 == 0 ? vfs.restart() : vfs.lose_power(static_cast<std::uint64_t>(moment));
    desk.vfs = "";
    const auto opened = desk.open();
    if (made) {
      ASSERT_TRUE(opened) << worded(opened.error());
    }
    if (!opened) {
      ASSERT_EQ(opened.error().trouble, Trouble::NotFound) << worded(opened.error());
      ASSERT_TRUE(desk.create());
    }
    ASSERT_EQ(everything_in(desk.file()), undisturbed()[0].holds);
    if (!died) break;
    ASSERT_LT(moment, 500);
  }
}

// ---- what the faulty disk cannot do ----

/// The ordinary disk but for one thing.
class OddVfs {
 public:
  OddVfs() : vfs_(*sqlite3_vfs_find(nullptr)) {
    vfs_.zName = "odd";
    vfs_.pNext = nullptr;
    vfs_.pAppData = this;
    vfs_.xOpen = [](sqlite3_vfs* self, const char* path, sqlite3_file* file, int flags, int* out) {
      const bool protect = static_cast<OddVfs*>(self->pAppData)->read_only && (flags & SQLITE_OPEN_READWRITE) != 0;
      if (protect && (flags & SQLITE_OPEN_MAIN_DB) == 0) return errno = EROFS, SQLITE_CANTOPEN;
      const int asked = protect ? (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY : flags;
      return sqlite3_vfs_find(nullptr)->xOpen(sqlite3_vfs_find(nullptr), path, file, asked, out);
    };
    vfs_.xDelete = [](sqlite3_vfs* self, const char* path, int) {
      const int code = sqlite3_vfs_find(nullptr)->xDelete(sqlite3_vfs_find(nullptr), path, 0);
      return code == SQLITE_OK && static_cast<OddVfs*>(self->pAppData)->folder_flush_fails ? SQLITE_IOERR_DIR_FSYNC : code;
    };
    if (sqlite3_vfs_register(&vfs_, 0) != SQLITE_OK) std::abort();
  }
  OddVfs(const OddVfs&) = delete;
  OddVfs& operator=(const OddVfs&) = delete;
  ~OddVfs() { sqlite3_vfs_unregister(&vfs_); }
  bool read_only = false;
  bool folder_flush_fails = false;

 private:
  sqlite3_vfs vfs_;
};

TEST(SqliteRegisterFaults, AReadOnlyRegisterCanBeReadAndSaysThatItCannotBeWritten) {
  SqliteDesk desk;
  (void)desk.holding(2);
  OddVfs vfs;
  vfs.read_only = true;
  desk.vfs = "odd";
  auto at = desk.opened();
  EXPECT_EQ(at->list({})->size(), 2U);
  const auto refused = at->record(1, {taken("2026-09-14", CorrectionAsked{"写明年份", 15})}, desk.with());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().trouble, Trouble::ReadOnly);
  EXPECT_THAT(worded(refused.error()), HasSubstr("不能写入"));
}

/// The journal is gone and the change seen by all; just the flush of its folder failed. It is flushed once more by other means.
TEST(SqliteRegisterFaults, AFolderFlushThatFailedIsMadeGoodOrSaid) {
  SqliteDesk desk;
  (void)desk.holding(2);
  OddVfs vfs;
  desk.vfs = "odd";
  auto at = desk.opened();
  vfs.folder_flush_fails = true;
  const auto paper = paper_of("2026-09-14");
  EXPECT_EQ(does(*at, desk, 1, "2026-09-14", Replied{}, paper).document->number, "南公开复〔2026〕1号");
  does(*at, desk, 1, "2026-09-15", Served{});
  EXPECT_EQ(at->steps(1)->size(), 3U);

  FaultyFiles files;
  auto unlucky = open_sqlite_register(files, desk.options());
  ASSERT_TRUE(unlucky);
  files.fail_sync = 1;
  const auto unsure = (*unlucky)->record(2, {taken("2026-09-14", Replied{}), paper}, desk.with());
  ASSERT_FALSE(unsure);
  EXPECT_THAT(worded(unsure.error()), HasSubstr("核对"));
  EXPECT_EQ((*unlucky)->steps(2)->size(), 2U) << "as the sentence says";
}

}  // namespace
}  // namespace mingting
