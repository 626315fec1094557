// Every write and flush of the store failing, the program killed at it, the power gone at it: what was
// answered well is there afterwards, in one chain, under numbers given once; what was refused is not.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

#include "base/said/words.hpp"
#include "intake/store/bare_store.hpp"
#include "support/faulty_files.hpp"
#include "support/faulty_vfs.hpp"
#include "intake/hall.hpp"

namespace mingting::vault {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

/// What a kiosk did with its store until it ended or died.
struct Day {
  std::vector<std::string> promised;  ///< numbers answered well
  std::vector<std::string> refused;   ///< tried and answered with an error
  std::set<Trouble> troubles;
};

Result<NewRecord> next_record(Store& store) {
  const auto serial = store.next_serial("2026-11-23");
  if (!serial) return fail(serial.error());
  SealedRecord record{.position = store.head().position + 1,
                      .previous = store.head().hash,
                      .number = fmt::format("NM-K01-20261123-{:04}-X", *serial),
                      .received = at("2026-11-23T09:00"),
                      .office_key = "office",
                      .sealed = std::string(1500, static_cast<char>(*serial)),
                      .signature = {}};
  record.signature = kiosk_key().sign(record_statement(record));
  return NewRecord{.record = std::move(record), .day = "2026-11-23", .serial = *serial, .code_hash = "hash"};
}

void submit(Store& store, Day& day, int times) {
  for (int i = 0; i < times; ++i) {
    auto record = next_record(store);
    if (!record) {
      day.troubles.insert(record.error().trouble);
      continue;
    }
    const auto added = store.add(*record);
    (added ? day.promised : day.refused).push_back(record->record.number);
    if (!added) day.troubles.insert(added.error().trouble);
  }
}

/// A day as any other: a first start, submissions, a quiet moment, submissions, a restart, submissions.
void live_through(const Path& file, const std::string& vfs, Day& day) {
  for (int starts = 0; starts < 2; ++starts) {
    auto store = start(file, vfs);
    if (!store) continue;
    submit(*store, day, 2);
    (void)store->tidy();
    submit(*store, day, 2);
  }
}

void expect_integrity(const Path& file) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
  std::string said;
  sqlite3_exec(
      db, "PRAGMA integrity_check",
      [](void* to, int, char** values, char**) {
        *static_cast<std::string*>(to) += values[0];
        return 0;
      },
      &said, nullptr);
  sqlite3_close(db);
  EXPECT_EQ(said, "ok");
}

/// Opens the store on the healthy disk; its numbers in order, the chain having been followed.
std::vector<std::string> stored_numbers(const Path& file) {
  auto store = start(file, "");
  if (!store) {
    ADD_FAILURE() << worded(store.error());
    return {};
  }
  std::vector<std::string> numbers;
  std::string previous = chain_start();
  const auto read = store->each(*store->owner(), [&](const SealedRecord& record) {
    EXPECT_EQ(record.position, numbers.size() + 1);
    EXPECT_EQ(record.previous, previous);
    EXPECT_TRUE(signature_holds(kiosk_key().public_key(), record_statement(record), record.signature));
    previous = record_hash(record);
    numbers.push_back(record.number);
    return Result<void>();
  });
  EXPECT_TRUE(read);
  EXPECT_EQ(store->head().hash, previous);
  EXPECT_EQ(store->count(), numbers.size());
  Day next;
  submit(*store, next, 1);
  EXPECT_EQ(next.promised.size(), 1U) << "the store goes on";
  EXPECT_EQ(std::count(numbers.begin(), numbers.end(), next.promised.at(0)), 0) << "no number is given twice";
  return numbers;
}

void expect_unique(const std::vector<std::string>& numbers) {
  EXPECT_EQ(std::set<std::string>(numbers.begin(), numbers.end()).size(), numbers.size());
}

/// All that was promised is there, and besides it at most the one that was on its way when the machine died.
void expect_promises_kept(const Path& file, const Day& day) {
  const auto numbers = stored_numbers(file);
  expect_unique(numbers);
  ASSERT_GE(numbers.size(), day.promised.size());
  ASSERT_LE(numbers.size(), day.promised.size() + 1);
  EXPECT_TRUE(std::equal(day.promised.begin(), day.promised.end(), numbers.begin()));
  expect_integrity(file);
}

TEST(StoreFaults, TheHealthyDayForComparison) {
  TempFolder folder;
  FaultyVfs vfs;
  Day day;
  live_through(folder / "intake.db", vfs.name(), day);
  EXPECT_EQ(day.promised.size(), 8U);
  EXPECT_EQ(stored_numbers(folder / "intake.db"), day.promised);
  EXPECT_GT(vfs.changes, 60);
}

TEST(StoreFaults, KilledAtEveryChange) {
  for (int moment = 1;; ++moment) {
    SCOPED_TRACE(moment);
    TempFolder folder;
    FaultyVfs vfs;
    vfs.kill_at = moment;
    Day day;
    live_through(folder / "intake.db", vfs.name(), day);
    const bool died = vfs.dead;
    vfs.restart();
    expect_promises_kept(folder / "intake.db", day);
    if (HasFailure() || !died) break;
    ASSERT_LT(moment, 1000);
  }
}

TEST(StoreFaults, PowerLostAtEveryChange) {
  for (int moment = 1;; ++moment) {
    bool died = false;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      SCOPED_TRACE(fmt::format("moment {} seed {}", moment, seed));
      TempFolder folder;
      FaultyVfs vfs;
      vfs.kill_at = moment;
      Day day;
      live_through(folder / "intake.db", vfs.name(), day);
      died = vfs.dead;
      vfs.lose_power(seed);
      expect_promises_kept(folder / "intake.db", day);
      if (HasFailure()) return;
    }
    if (!died) break;
    ASSERT_LT(moment, 1000);
  }
}

/// One change fails, as on a full or a broken disk; the kiosk goes on, and later the power goes.
void one_change_fails(bool full, bool only_syncs) {
  bool refused_any = false;
  for (int moment = 1;; ++moment) {
    bool happened = false;
    for (std::uint64_t seed = 0; seed <= 2; ++seed) {
      SCOPED_TRACE(fmt::format("moment {} seed {}", moment, seed));
      TempFolder folder;
      FaultyVfs vfs;
      Day day;
      {
        auto store = start(folder / "intake.db", vfs.name());
        ASSERT_TRUE(store) << worded(store.error());
        submit(*store, day, 2);
        vfs.fault = FaultyVfs::Fault{.at = moment, .full = full, .lasting = false, .only_syncs = only_syncs};
        submit(*store, day, 2);
        (void)store->tidy();
        submit(*store, day, 2);
        happened = !vfs.fault;
        vfs.fault.reset();
        submit(*store, day, 1);
        if (seed != 0) vfs.kill_at = 1;  // nothing of the closing gets to the disk
      }
      seed == 0 ? vfs.restart() : vfs.lose_power(seed);
      EXPECT_EQ(stored_numbers(folder / "intake.db"), day.promised) << "what was refused is not there";
      expect_integrity(folder / "intake.db");
      EXPECT_GE(day.promised.size(), 6U) << "after one failure the next is stored";
      refused_any |= !day.refused.empty();
      if (testing::Test::HasFailure()) return;
    }
    if (!happened) break;
    ASSERT_LT(moment, 1000);
  }
  EXPECT_TRUE(refused_any);
}

TEST(StoreFaults, OneChangeFailsAsOnAFullDisk) {
  one_change_fails(true, false);
}
TEST(StoreFaults, OneChangeFailsAsOnABrokenDisk) {
  one_change_fails(false, false);
}
TEST(StoreFaults, OneFlushFails) {
  one_change_fails(false, true);
}
TEST(StoreFaults, OneFlushFailsForWantOfSpace) {
  one_change_fails(true, true);
}

/// The flush of a submission fails, though its bytes get to the disk; the visitor was told it is not stored,
/// and that holds when the machine dies the moment after.
TEST(StoreFaults, WhatWasRefusedIsNotFoundLaterThoughItsBytesGotThere) {
  for (std::uint64_t seed = 0; seed <= 6; ++seed) {
    SCOPED_TRACE(seed);
    TempFolder folder;
    FaultyVfs vfs;
    Day day;
    {
      auto store = start(folder / "intake.db", vfs.name());
      ASSERT_TRUE(store);
      submit(*store, day, 1);
      vfs.fault = FaultyVfs::Fault{.at = 1, .full = false, .lasting = false, .only_syncs = true};
      vfs.failed_flush_writes = true;
      submit(*store, day, 1);
      vfs.kill_at = 1;
    }
    ASSERT_EQ(day.refused.size(), 1U);
    seed == 0 ? vfs.restart() : vfs.lose_power(seed);
    EXPECT_EQ(stored_numbers(folder / "intake.db"), day.promised);
  }
}

/// From some change on the disk is broken for good; whenever the power goes, the promises are kept.
TEST(StoreFaults, TheDiskBreaksForGood) {
  for (int moment = 1;; ++moment) {
    bool happened = false;
    for (std::uint64_t seed = 0; seed <= 2; ++seed) {
      SCOPED_TRACE(fmt::format("moment {} seed {}", moment, seed));
      TempFolder folder;
      FaultyVfs vfs;
      Day day;
      {
        auto store = start(folder / "intake.db", vfs.name());
        ASSERT_TRUE(store);
        submit(*store, day, 1);
        vfs.fault = FaultyVfs::Fault{.at = moment, .full = false, .lasting = true, .only_syncs = false};
        submit(*store, day, 3);
        happened = day.promised.size() < 4;
        if (seed != 0) vfs.kill_at = 1;
      }
      seed == 0 ? vfs.restart() : vfs.lose_power(seed);
      expect_promises_kept(folder / "intake.db", day);
      if (HasFailure()) return;
    }
    if (!happened) break;
    ASSERT_LT(moment, 1000);
  }
}

// ---- the same, as the kiosk's people meet it ----

/// Whose store lies on a disk that does as `broken` says.
struct FaultyHall : HallAtWork {
  FaultyVfs broken;
  FaultyHall() { vfs = broken.name(); }
};

TEST(IntakeFaults, AFullDiskStoresNothingAndTheSameSubmissionSucceedsLater) {
  FaultyHall hall;
  auto intake = hall.opened();
  ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  hall.broken.fault = FaultyVfs::Fault{.at = 1, .full = true, .lasting = true, .only_syncs = false};
  for (int i = 0; i < 3; ++i) {
    const auto refused = intake.submit(application(), hall.office.public_key);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().trouble, Trouble::DiskFull);
    EXPECT_THAT(worded(refused.error()), HasSubstr("磁盘已满"));
    EXPECT_EQ(intake.stored(), 1U);
  }
  hall.broken.fault.reset();
  const auto accepted = intake.submit(application(), hall.office.public_key);
  ASSERT_TRUE(accepted) << worded(accepted.error());
  EXPECT_THAT(accepted->number.text, HasSubstr("-0002-")) << "no serial was used up";
  const auto opened = hall.read(intake.export_to(hall.stick())->folder);
  EXPECT_EQ(opened->records.size(), 2U);
  EXPECT_TRUE(opened->faults.empty());
}

TEST(IntakeFaults, OnAFullDiskWhatIsStoredCanStillBeFetched) {
  FaultyHall hall;
  {
    auto intake = hall.opened();
    ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  }
  hall.broken.fault = FaultyVfs::Fault{.at = 1, .full = true, .lasting = true, .only_syncs = false};
  auto intake = hall.opened();
  EXPECT_FALSE(intake.submit(application(), hall.office.public_key));
  const auto report = intake.export_to(hall.stick());
  ASSERT_TRUE(report) << worded(report.error());
  EXPECT_EQ(hall.read(report->folder)->records.size(), 1U);
}

TEST(IntakeFaults, AFailedFlushIsAnErrorAndTheNextTryIsStoredOnce) {
  FaultyHall hall;
  auto intake = hall.opened();
  hall.broken.fault = FaultyVfs::Fault{.at = 1, .full = false, .lasting = false, .only_syncs = true};
  const auto refused = intake.submit(application(), hall.office.public_key);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().trouble, Trouble::General);
  EXPECT_EQ(intake.stored(), 0U);
  const auto accepted = intake.submit(application(), hall.office.public_key);
  ASSERT_TRUE(accepted);
  EXPECT_THAT(accepted->number.text, HasSubstr("-0001-"));
  EXPECT_EQ(hall.read(intake.export_to(hall.stick())->folder)->records.size(), 1U);
}

TEST(IntakeFaults, TheFirstStartCutAtAnyChangeOfTheKeyFileIsFinishedByTheNext) {
  for (int moment = 1;; ++moment) {
    HallAtWork hall;
    FaultyFiles files;
    hall.files = &files;
    files.power_cut_at = moment;
    const bool survived = hall.open().has_value();
    hall.files = &disk();
    auto intake = hall.open();
    ASSERT_TRUE(intake) << moment << ": " << worded(intake.error());
    EXPECT_TRUE(intake->submit(application(), hall.office.public_key));
    if (survived) break;
    ASSERT_LT(moment, 100);
  }
}

/// One flush a submission; two when the journal was just emptied.
TEST(IntakeFaults, FlushesAreCounted) {
  FaultyHall hall;
  auto intake = hall.opened();
  const auto flushes = [&] {
    const int before = hall.broken.syncs;
    EXPECT_TRUE(intake.submit(application(), hall.office.public_key));
    return hall.broken.syncs - before;
  };
  EXPECT_EQ(flushes(), 1) << "the very first too";
  EXPECT_EQ(flushes(), 1);
  ASSERT_TRUE(intake.tidy());
  EXPECT_LE(flushes(), 2);
  EXPECT_EQ(flushes(), 1);
}

}  // namespace
}  // namespace mingting::vault
