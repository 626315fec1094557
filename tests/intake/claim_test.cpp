// A person without a number after a crash: whatever stops the machine between the store and the receipt, what
// was stored can be claimed by those who handed it in, and by nobody else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "base/text/encoding.hpp"
#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "intake/store/old_store.hpp"
#include "intake/sealed/sealing.hpp"
#include "support/faulty_vfs.hpp"
#include "intake/hall.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using testing::Not;

const Claim kPerson{.form = "application", .numbers = {"13800138000", "E12345678"}};
const Claim kPhone{.form = "application", .numbers = {"13800138000"}};
const Claim kNobody{.form = "feedback", .numbers = {}, .nameless = true};

void submit(Intake& intake, const HallAtWork& hall, const Claim& claim = kPerson) {
  const auto accepted = intake.submit(application(), hall.office.public_key, claim);
  ASSERT_TRUE(accepted) << worded(accepted.error());
}

std::vector<Reclaimed> claim(Intake& intake, const HallAtWork& hall, const std::string& number) {
  auto found = intake.claim(number, hall.office.public_key);
  EXPECT_TRUE(found) << worded(found.error());
  return found ? *found : std::vector<Reclaimed>();
}

std::vector<OpenedRecord> records(Intake& intake, HallAtWork& hall) {
  const auto report = intake.export_to(hall.stick());
  EXPECT_TRUE(report) << worded(report.error());
  auto opened = hall.read(report->folder);
  EXPECT_TRUE(opened) << worded(opened.error());
  EXPECT_TRUE(opened->faults.empty());
  return opened->records;
}

/// The machine stops while somebody's applications are on their way to the receipt, at this change of the
/// disk.
void stop_at(HallAtWork& hall, FaultyVfs& vfs, int moment, std::uint64_t power) {
  hall.vfs = vfs.name();
  {
    auto intake = hall.opened();
    vfs.kill_at = moment;
    (void)intake.submit(application(), hall.office.public_key, kPhone);
    (void)intake.submit(application("第二份"), hall.office.public_key, kPhone);
    if (!vfs.dead) vfs.kill_at = 1;  // nothing of an orderly end
  }
  power == 0 ? vfs.restart() : vfs.lose_power(power);
  hall.vfs.clear();
}

TEST(Claims, WhereverTheMachineStopsAllThatIsStoredCanBeClaimed) {
  std::size_t stored = 0;
  for (int moment = 1; moment <= 60; moment += static_cast<int>(rounds(4, 1))) {
    SCOPED_TRACE(moment);
    HallAtWork hall;
    FaultyVfs vfs;
    stop_at(hall, vfs, moment, static_cast<std::uint64_t>(moment % 3));
    auto intake = hall.opened();
    const auto expected = intake.stored();
    EXPECT_EQ(static_cast<std::uint64_t>(intake.kept().numbered), expected);
    const auto found = expected == 0 ? std::vector<Reclaimed>() : claim(intake, hall, "138 0013 8000");
    EXPECT_EQ(found.size(), expected);
    stored += expected;
  }
  EXPECT_GT(stored, 5U) << "some were stored and never answered";
}

TEST(Claims, AClaimThatIsInterruptedCanBeMadeAgain) {
  for (int moment = 1; moment <= 8; ++moment) {
    SCOPED_TRACE(moment);
    HallAtWork hall;
    FaultyVfs vfs;
    {
      auto intake = hall.opened();
      submit(intake, hall);
    }
    hall.vfs = vfs.name();
    {
      auto intake = hall.opened();
      vfs.kill_at = moment;
      (void)intake.claim("13800138000", hall.office.public_key);
      if (!vfs.dead) vfs.kill_at = 1;
    }
    vfs.restart();
    hall.vfs.clear();
    auto intake = hall.opened();
    EXPECT_EQ(claim(intake, hall, "E12345678").size(), 1U);
  }
}

TEST(Claims, AFreshCodeIsARecordOfTheChainAndTheOnlyGoodOne) {
  HallAtWork hall;
  std::string number;
  {
    auto intake = hall.opened();
    number = intake.submit(application(), hall.office.public_key, kPerson)->number.text;
  }
  hall.clock.advance(std::chrono::minutes{3});
  auto intake = hall.opened();
  EXPECT_EQ(intake.kept(), (Kept{.numbered = 1, .nameless = 0, .tries = 5}));
  const auto found = claim(intake, hall, "+86 138-0013-8000");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].accepted.number.text, number);
  EXPECT_EQ(found[0].accepted.received, at("2026-11-23T09:00")) << "the day of receipt stays";
  EXPECT_EQ(found[0].form, "application");
  EXPECT_EQ(intake.kept(), Kept{});
  submit(intake, hall);  // the chain goes on, and so do the serials

  const auto all = records(intake, hall);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1].kind, RecordKind::QueryCode);
  EXPECT_EQ(all[1].number, number);
  EXPECT_EQ(all[1].received, at("2026-11-23T09:03"));
  EXPECT_EQ(all[1].code_hash,
            vault::query_code_hash(found[0].accepted.number, found[0].accepted.code).value());
  EXPECT_NE(all[1].code_hash, all[0].code_hash);
  EXPECT_THAT(all[2].number, HasSubstr("-0002-"));
}

TEST(Claims, WhatWasHandedOverIsNotOffered) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    submit(intake, hall);
    ASSERT_TRUE(intake.handed_over());
    ASSERT_TRUE(intake.handed_over());
  }
  EXPECT_EQ(hall.opened().kept(), Kept{});
}

TEST(Claims, AnotherPersonsVisitLeavesWhatIsKept) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    submit(intake, hall);
  }
  {
    auto intake = hall.opened();
    submit(intake, hall, {.form = "application", .numbers = {"13900139000"}});
    ASSERT_TRUE(intake.handed_over());
    EXPECT_EQ(intake.kept().numbered, 1);
  }
  EXPECT_EQ(hall.opened().kept().numbered, 1) << "and the other person's is theirs";
}

TEST(Claims, AfterFiveWrongNumbersTheDeskAloneHelps) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    submit(intake, hall);
    submit(intake, hall, kNobody);
  }
  for (int wrong = 1; wrong <= 5; ++wrong) {
    auto intake = hall.opened();  // switching the machine off and on gives no more tries
    EXPECT_EQ(intake.kept().tries, 6 - wrong);
    EXPECT_TRUE(claim(intake, hall, "13900139000").empty());
  }
  auto intake = hall.opened();
  EXPECT_EQ(intake.kept(), (Kept{.numbered = 0, .nameless = 1, .tries = 0}));
  EXPECT_TRUE(claim(intake, hall, "13800138000").empty());
  EXPECT_EQ(intake.stored(), 2U) << "what was handed in stays";
}

TEST(Claims, ADiskThatCannotBeWrittenLetsNobodyGuessOn) {
  HallAtWork hall;
  FaultyVfs vfs;
  hall.vfs = vfs.name();
  {
    auto intake = hall.opened();
    submit(intake, hall);
  }
  auto intake = hall.opened();
  vfs.fault = FaultyVfs::Fault{.at = 1, .full = true, .lasting = true, .only_syncs = false};
  for (int wrong = 1; wrong <= 5; ++wrong) EXPECT_FALSE(intake.claim("13900139000", hall.office.public_key));
  EXPECT_EQ(intake.kept().numbered, 0);
}

TEST(Claims, APartOfANumberClaimsNothingAndTheAnonymousNeedsNone) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    submit(intake, hall);
    submit(intake, hall, kNobody);
    submit(intake, hall, {.form = "letter", .numbers = {}, .nameless = false});
  }
  auto intake = hall.opened();
  EXPECT_EQ(intake.kept(), (Kept{.numbered = 1, .nameless = 1, .tries = 5})) << "a name alone claims nothing";
  EXPECT_TRUE(claim(intake, hall, "1380013800").empty());
  EXPECT_TRUE(claim(intake, hall, "138").empty());
  const auto nameless = claim(intake, hall, "");
  ASSERT_EQ(nameless.size(), 1U);
  EXPECT_EQ(nameless[0].form, "feedback");
  ASSERT_TRUE(intake.end_claims());
  EXPECT_TRUE(claim(intake, hall, "13800138000").empty()) << "the time is over";
}

/// What the store keeps to compare numbers with, raw.
std::string kept_hashes(const Path& file) {
  std::string hashes;
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
  const auto take = [](void* to, int, char** values, char**) {
    *static_cast<std::string*>(to) += from_hex(ascii_lower(values[0]), 2 * vault::kHashSize).value_or("");
    return 0;
  };
  sqlite3_exec(db, "SELECT hex(hashes) FROM unclaimed", take, &hashes, nullptr);
  sqlite3_close(db);
  return hashes;
}

TEST(Claims, TheNumbersAreNowhereOnTheDiskAndTheirSlowHashesGoWithTheVisit) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    submit(intake, hall);
  }
  const auto hashes = kept_hashes(hall.state() / "intake.db");
  ASSERT_EQ(hashes.size(), 2 * vault::kHashSize);
  EXPECT_THAT(all_bytes(hall.state()), HasSubstr(hashes));
  for (const auto& number : kPerson.numbers) EXPECT_THAT(all_bytes(hall.state()), Not(HasSubstr(number)));
  auto intake = hall.opened();
  ASSERT_EQ(claim(intake, hall, "13800138000").size(), 1U);
  ASSERT_TRUE(intake.handed_over());
  ASSERT_TRUE(intake.tidy());
  EXPECT_THAT(all_bytes(hall.state()), Not(HasSubstr(hashes.substr(0, vault::kHashSize))));
}

// ---- stores of before
// ------------------------------------------------------------------------------------------------------

/// Two records, and a clock that had leapt ahead.
void make_old(HallAtWork& hall) {
  {
    auto intake = hall.opened();
    submit(intake, hall);
    submit(intake, hall);
  }
  make_format_1(hall.state() / "intake.db", "UPDATE kiosk SET latest = 4076000000000");
}

TEST(OldStores, GoOnWhereTheyWere) {
  HallAtWork hall;
  make_old(hall);
  auto intake = hall.opened();
  EXPECT_EQ(intake.stored(), 2U);
  const auto accepted = intake.submit(application(), hall.office.public_key);
  ASSERT_TRUE(accepted) << worded(accepted.error());
  EXPECT_THAT(accepted->number.text, HasSubstr("-20261123-0003-"));
  EXPECT_FALSE(accepted->clock_doubtful) << "the leap of before is not held against those who come now";
  EXPECT_EQ(records(intake, hall).size(), 3U);
}

TEST(OldStores, OpenOnAFullDiskSoThatTheirRecordsCanBeFetched) {
  HallAtWork hall;
  make_old(hall);
  FaultyVfs vfs;
  hall.vfs = vfs.name();
  vfs.fault = FaultyVfs::Fault{.at = 1, .full = true, .lasting = true, .only_syncs = false};
  auto intake = hall.opened();
  EXPECT_EQ(intake.kept(), Kept{});
  EXPECT_EQ(records(intake, hall).size(), 2U);
  EXPECT_FALSE(intake.submit(application(), hall.office.public_key));
  vfs.fault.reset();
  submit(intake, hall);
  EXPECT_EQ(records(intake, hall).size(), 3U);
}

TEST(OldStores, ArePutOnTheNewFormatWhateverStopsIt) {
  for (int moment = 1; moment <= 40; moment += 3) {
    SCOPED_TRACE(moment);
    HallAtWork hall;
    make_old(hall);
    FaultyVfs vfs;
    hall.vfs = vfs.name();
    vfs.kill_at = moment;
    (void)hall.open();
    const bool died = vfs.dead;
    vfs.lose_power(static_cast<std::uint64_t>(moment));
    hall.vfs.clear();
    auto intake = hall.opened();
    EXPECT_EQ(records(intake, hall).size(), 2U);
    if (!died) break;
  }
}

}  // namespace
}  // namespace mingting
