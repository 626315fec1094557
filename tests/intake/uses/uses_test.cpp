// Counts of uses on the kiosk: what is kept and when it may be read, what a power cut leaves, and how they leave with an export.
#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "intake/uses/file.hpp"
#include "intake/uses/store.hpp"
#include "support/faulty_vfs.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
namespace fs = std::filesystem;

Date day(const char* text) { return *parse_date(text); }

UsesStore opened_store(const Path& folder, const std::string& vfs = "") {
  auto store = UsesStore::open(disk(), folder, vfs);
  if (!store) {
    ADD_FAILURE() << worded(store.error());
    std::abort();
  }
  return std::move(*store);
}

class UsesOfKiosk : public testing::Test {
 protected:
  void visit(std::set<std::string> items, std::set<std::string> words, const char* on = "2026-11-23") {
    const auto counted = store().count({std::move(items), std::move(words)}, day(on));
    EXPECT_TRUE(counted) << worded(counted.error());
  }
  UsesStore& store() {
    if (!store_) store_ = opened_store(folder_.path());
    return *store_;
  }
  std::vector<WeekOfUses> told() { return store().told().value(); }
  /// All that is in the files, the store closed.
  std::string bytes() {
    store_.reset();
    return all_bytes(folder_.path());
  }

  TempFolder folder_;
  std::optional<UsesStore> store_;
};

TEST_F(UsesOfKiosk, OpeningsAreCountedByWeekAndBelowFiveAreFew) {
  for (int i = 0; i < 4; ++i) visit({"guide/a", "guide/b"}, {});
  visit({"guide/a"}, {}, "2026-11-29");
  visit({"guide/b"}, {}, "2026-11-30");
  EXPECT_EQ(told(), (std::vector<WeekOfUses>{{day("2026-11-23"), {{"guide/a", 5}, {"guide/b", kFew}}, {}},
                                             {day("2026-11-30"), {{"guide/b", kFew}}, {}}}));
}

TEST_F(UsesOfKiosk, AWordIsReadableOnceThreeDaysOfOneMonthHadIt) {
  visit({}, {"充电桩补贴"}, "2026-11-02");
  for (int i = 0; i < 9; ++i) visit({}, {"充电桩补贴"}, "2026-11-03");
  EXPECT_THAT(told(), IsEmpty());
  EXPECT_THAT(bytes(), Not(HasSubstr("充电桩"))) << "until then only its hash is there";
  visit({}, {" 充电桩补贴"}, "2026-11-05");
  EXPECT_EQ(told(), (std::vector<WeekOfUses>{{day("2026-11-02"), {}, {{"充电桩补贴", kFew}}}}));
  for (int i = 0; i < 5; ++i) visit({}, {"充电桩补贴"}, "2026-12-14");
  EXPECT_EQ(told().back(), (WeekOfUses{day("2026-12-14"), {}, {{"充电桩补贴", 5}}})) << "known from then on";
}

TEST_F(UsesOfKiosk, HashesGoWithTheMonth) {
  visit({}, {"充电桩补贴"}, "2026-11-29");
  visit({}, {"充电桩补贴"}, "2026-11-30");
  visit({}, {"充电桩补贴"}, "2026-12-01");
  EXPECT_THAT(told(), IsEmpty());
  visit({}, {"充电桩补贴"}, "2026-12-02");
  visit({}, {"充电桩补贴"}, "2026-12-03");
  EXPECT_THAT(told(), testing::SizeIs(1));
}

TEST_F(UsesOfKiosk, WhatMayNotBeKeptIsNeverThereHoweverOftenItIsTyped) {
  for (const char* on : {"2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"})
    visit({"guide/a"}, {"欧阳试验", "13800138000", "试验路五号", "补贴2026"}, on);
  EXPECT_EQ(told(), (std::vector<WeekOfUses>{{day("2026-11-02"), {{"guide/a", kFew}}, {}}}));
  for (const char* typed : {"欧阳试验", "13800138000", "试验路五号", "补贴2026"}) EXPECT_THAT(bytes(), Not(HasSubstr(typed)));
}

TEST_F(UsesOfKiosk, WhatIsOlderThanAYearGoes) {
  visit({"guide/a"}, {}, "2025-11-17");
  visit({"guide/a"}, {}, "2025-11-24");
  visit({"guide/a"}, {}, "2026-11-23");
  EXPECT_THAT(told(), testing::SizeIs(2));
  EXPECT_EQ(told().front().week, day("2025-11-24"));
}

TEST_F(UsesOfKiosk, ADamagedFileIsBegunAnewAndANewerOneLeftAlone) {
  visit({"guide/a"}, {});
  store_.reset();
  std::ofstream(folder_ / "uses.db", std::ios::binary | std::ios::trunc) << std::string(5000, 'x');
  EXPECT_THAT(told(), IsEmpty());
  visit({"guide/a"}, {});
  EXPECT_THAT(told(), testing::SizeIs(1));
  store_.reset();
  sqlite3* raw = nullptr;
  ASSERT_EQ(sqlite3_open((folder_ / "uses.db").c_str(), &raw), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(raw, "PRAGMA user_version = 9", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(raw);
  EXPECT_EQ(UsesStore::open(disk(), folder_.path()).error().trouble, Trouble::NewerFormat);
  EXPECT_TRUE(UsesStore::is_there(disk(), folder_.path()));
  EXPECT_TRUE(UsesStore::remove(disk(), folder_.path()));
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST(UsesOfKioskFaults, APowerCutAnywhereLeavesTheFileSoundAndNeverMoreThanWasCounted) {
  for (int at = 1; at < 60; at += 3) {
    SCOPED_TRACE(at);
    FaultyVfs vfs;
    TempFolder folder;
    vfs.kill_at = at;
    if (auto store = UsesStore::open(disk(), folder.path(), vfs.name())) {
      for (int i = 0; i < 6 && !vfs.dead; ++i) (void)store->count({{"guide/a"}, {"充电桩补贴"}}, day("2026-11-23"));
    }
    vfs.lose_power(static_cast<std::uint64_t>(at));
    auto store = opened_store(folder.path(), vfs.name());
    const auto weeks = store.told();
    ASSERT_TRUE(weeks);
    EXPECT_TRUE(weeks->empty() || weeks->front().items.at("guide/a") <= 6U);
    EXPECT_TRUE(store.count({{"guide/a"}, {}}, day("2026-11-23")));
  }
}

TEST(UsesOfKioskFaults, CountingWaitsForNoDisk) {
  FaultyVfs vfs;
  TempFolder folder;
  auto store = opened_store(folder.path(), vfs.name());
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(store.count({{"guide/a"}, {}}, day("2026-11-23")));  // a month and a journal begun
  const int before = vfs.syncs;
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(store.count({{"guide/a", "guide/b"}, {"充电桩补贴"}}, day("2026-11-23")));
  EXPECT_EQ(vfs.syncs, before);
}

// ---- with the export -----------------------------------------------------------------------------------------------

const std::vector<WeekOfUses> kCounted{{day("2026-11-23"), {{"guide/a", 12}, {"guide/b", kFew}}, {{"充电桩补贴", kFew}}}};

TEST(UsesInAnExport, GoAlongSealedAndAreReadBack) {
  HallAtWork hall;
  auto intake = hall.opened();
  ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  const auto folder = intake.export_to(hall.stick(), seal_uses(kCounted, hall.office.public_key).value())->folder;
  const auto opened = hall.read(folder);
  ASSERT_TRUE(opened) << worded(opened.error());
  EXPECT_EQ(opened->uses, kCounted);
  EXPECT_EQ(opened->records.size(), 1U);
  EXPECT_EQ(nlohmann::json::parse(*disk().read(folder / "export.json", 1 << 16))["format"], 1) << "as desks of before read it";
  for (const char* text : {"guide", "充电桩"}) EXPECT_THAT(all_bytes(folder), Not(HasSubstr(text)));
}

TEST(UsesInAnExport, AreExportedAloneWhenNothingWasHandedIn) {
  HallAtWork hall;
  auto intake = hall.opened();
  const auto report = intake.export_to(hall.stick(), seal_uses(kCounted, hall.office.public_key).value());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->records, 0U);
  const auto opened = hall.read(report->folder);
  ASSERT_TRUE(opened) << worded(opened.error());
  EXPECT_EQ(opened->uses, kCounted);
  EXPECT_THAT(opened->records, IsEmpty());
  EXPECT_THAT(opened->faults, IsEmpty());
  EXPECT_TRUE(intake.export_to(hall.stick())->folder.empty()) << "without counts there is nothing to export";
}

TEST(UsesInAnExport, HarmToThemIsNamedAndTheRecordsAreGivenAllTheSame) {
  HallAtWork hall;
  auto intake = hall.opened();
  ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  const auto of_other = seal_uses(kCounted, office_keys(2).public_key).value();
  const auto other = hall.read(intake.export_to(hall.stick(), of_other)->folder);
  const auto folder = intake.export_to(hall.stick(), seal_uses(kCounted, hall.office.public_key).value())->folder;
  std::ofstream(folder / "uses.json", std::ios::app) << " ";
  const auto altered = hall.read(folder);
  fs::remove(folder / "uses.json");
  const auto missing = hall.read(folder);
  for (const auto* opened : {&other, &altered, &missing}) {
    ASSERT_TRUE(*opened);
    EXPECT_EQ((*opened)->records.size(), 1U);
    EXPECT_THAT((*opened)->uses, IsEmpty());
    EXPECT_TRUE((*opened)->uses_fault);
  }
  EXPECT_THAT(worded(*missing->uses_fault), HasSubstr("不见了"));
  EXPECT_THAT(worded(*altered->uses_fault), HasSubstr("被改动"));
  EXPECT_THAT(worded(*other->uses_fault), HasSubstr("另一把"));
}

}  // namespace
}  // namespace mingting
