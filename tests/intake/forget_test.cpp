// What the office holds is forgotten here, and nothing else ever is.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text/encoding.hpp"
#include "base/said/words.hpp"
#include "intake/store/bare_store.hpp"
#include "intake/export/writer.hpp"
#include "intake/store/old_store.hpp"
#include "support/faulty_vfs.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A kiosk with four applications, and what the office could acknowledge of them.
class ForgetTest : public testing::Test {
 protected:
  void SetUp() override {
    intake.emplace(hall.opened());
    for (int i = 1; i <= 4; ++i) submit();
    for (const auto& record : opened().records) acknowledged.push_back({intake->kiosk_key(), record.position, record.hash});
    ASSERT_EQ(acknowledged.size(), 4U);
  }

  void submit() {
    const auto accepted = intake->submit(application(), hall.office.public_key);
    ASSERT_TRUE(accepted) << worded(accepted.error());
    numbers.push_back(accepted->number.text);
  }
  /// Exported and opened at the office.
  OpenedExport opened() {
    const auto report = intake->export_to(hall.stick());
    EXPECT_TRUE(report && report->records > 0);
    auto read = hall.read(report->folder);
    EXPECT_TRUE(read) << worded(read.error());
    EXPECT_THAT(read->faults, IsEmpty());
    return *read;
  }
  std::vector<std::uint64_t> positions() {
    std::vector<std::uint64_t> all;
    for (const auto& record : opened().records) all.push_back(record.position);
    return all;
  }
  const Acknowledged& up_to(std::size_t position) const { return acknowledged.at(position - 1); }
  void restart() {
    intake.reset();
    intake.emplace(hall.opened());
  }
  /// How many were deleted.
  std::uint64_t forget(const Acknowledged& word) {
    const auto forgotten = intake->forget({word});
    EXPECT_TRUE(forgotten) << worded(forgotten.error());
    EXPECT_FALSE(forgotten && forgotten->anew);
    return forgotten ? forgotten->records : 0;
  }
  /// A word that shows that the chain went two ways: nothing is deleted, and a new one begins.
  void expect_anew(const std::vector<Acknowledged>& word) {
    const auto key = intake->kiosk_key();
    const auto held = intake->stored();
    const auto forgotten = intake->forget(word);
    ASSERT_TRUE(forgotten) << worded(forgotten.error());
    EXPECT_TRUE(forgotten->anew);
    EXPECT_EQ(forgotten->records, 0U);
    EXPECT_EQ(intake->stored(), held);
    EXPECT_NE(intake->kiosk_key(), key);
    EXPECT_EQ(intake->ended().back().fingerprint, vault::key_fingerprint(key));
  }
  /// Every export on the stick, the new chain's first.
  std::vector<OpenedExport> all_exported() {
    std::vector<OpenedExport> all;
    std::filesystem::remove_all(hall.stick());
    const auto report = intake->export_to(hall.stick());
    EXPECT_TRUE(report) << worded(report.error());
    for (const auto& folder : std::filesystem::directory_iterator(hall.stick())) {
      auto read = hall.read(folder.path());
      EXPECT_TRUE(read) << worded(read.error());
      if (read) all.push_back(std::move(*read));
    }
    std::sort(all.begin(), all.end(),
              [&](const auto& a, const auto&) { return a.kiosk_key == intake->kiosk_key(); });
    return all;
  }

  HallAtWork hall;
  std::optional<Intake> intake;
  std::vector<std::string> numbers;
  std::vector<Acknowledged> acknowledged;
};

TEST_F(ForgetTest, WhatTheOfficeHoldsGoesAndTheNextExportBeginsBehindIt) {
  EXPECT_EQ(forget(up_to(2)), 2U);
  EXPECT_EQ(intake->stored(), 2U);
  EXPECT_THAT(positions(), ElementsAre(3, 4));
  restart();
  EXPECT_THAT(positions(), ElementsAre(3, 4));
}

TEST_F(ForgetTest, TheChainAndItsNumbersGoOnWhenAllIsForgotten) {
  EXPECT_EQ(forget(up_to(4)), 4U);
  EXPECT_EQ(intake->stored(), 0U);
  EXPECT_EQ(intake->export_to(hall.stick())->records, 0U);
  restart();
  submit();
  EXPECT_THAT(numbers.back(), HasSubstr("-0005-"));
  const auto read = opened();
  ASSERT_EQ(read.records.size(), 1U);
  EXPECT_EQ(read.records[0].position, 5U);
  submit();
  EXPECT_THAT(positions(), ElementsAre(5, 6));
}

TEST_F(ForgetTest, SaidAgainItForgetsNothingMore) {
  EXPECT_EQ(forget(up_to(3)), 3U);
  EXPECT_EQ(forget(up_to(3)), 0U);
  EXPECT_EQ(forget(up_to(1)), 0U) << "an older release";
  EXPECT_THAT(positions(), ElementsAre(4));
  EXPECT_EQ(forget(up_to(4)), 1U);
  EXPECT_EQ(forget(up_to(4)), 0U);
  EXPECT_EQ(intake->stored(), 0U);
}

TEST_F(ForgetTest, AnotherKiosksWordConcernsNobodyHere) {
  auto other = up_to(2);
  other.kiosk_key = hall.office.public_key;
  EXPECT_EQ(forget(other), 0U);
  EXPECT_EQ(intake->stored(), 4U);
}

TEST_F(ForgetTest, AWordThatIsNoneDeletesNothing) {
  for (const auto* text : {"", "00", "zz"}) {
    auto none = up_to(2);
    none.hash = text;
    EXPECT_FALSE(intake->forget({none}));
  }
  auto nowhere = up_to(2);
  nowhere.position = 0;
  EXPECT_FALSE(intake->forget({nowhere}));
  EXPECT_EQ(intake->stored(), 4U);
}

// ---- a disk that was put back, or is at work in two machines
// ------------------------------------------------------------

TEST_F(ForgetTest, AnotherRecordAtThePlaceBeginsANewChainAndDeletesNothing) {
  auto swapped = up_to(2);
  swapped.hash = up_to(3).hash;
  expect_anew({swapped});
  EXPECT_THAT(all_bytes(hall.state()), HasSubstr(numbers[1]));
}

TEST_F(ForgetTest, AnotherHeadBeginsANewChain) {
  auto head = up_to(4);
  head.hash = up_to(3).hash;
  expect_anew({head});
}

TEST_F(ForgetTest, APlaceThatIsNotThereYetBeginsANewChain) {
  for (const std::uint64_t position : {std::uint64_t{5}, std::uint64_t{1} << 62, ~std::uint64_t{0}}) {
    auto beyond = up_to(4);
    beyond.kiosk_key = intake->kiosk_key();
    beyond.position = position;
    expect_anew({beyond});
  }
}

TEST_F(ForgetTest, TheDesksWordThatItWentTwoWaysBeginsANewChain) {
  auto forked = up_to(2);
  forked.forked = true;
  expect_anew({forked});
}

TEST_F(ForgetTest, OfSeveralEndsOnlyTheOwnOneCounts) {
  auto other = up_to(3);
  other.hash = up_to(1).hash;
  expect_anew({up_to(2), other});
  const auto forgotten = intake->forget({up_to(2), other});
  ASSERT_TRUE(forgotten);
  EXPECT_EQ(forgotten->records, 2U) << "of the chain that ended, by its own end";
  EXPECT_FALSE(forgotten->anew);
}

TEST_F(ForgetTest, TheOldChainIsExportedUnderItsKeyUntilItIsAcknowledgedAndTheNewOneSaysWhoseItIs) {
  const auto old_key = intake->kiosk_key();
  auto beyond = up_to(4);
  beyond.position = 9;
  expect_anew({beyond});
  auto exported = all_exported();
  ASSERT_EQ(exported.size(), 2U);
  EXPECT_THAT(exported[0].records, IsEmpty()) << "announced, so that it can be enrolled";
  EXPECT_THAT(exported[0].past, ElementsAre(ChainEnd{old_key, 4, up_to(4).hash}));
  EXPECT_EQ(exported[1].kiosk_key, old_key);
  EXPECT_EQ(exported[1].records.size(), 4U);

  restart();
  submit();
  exported = all_exported();
  ASSERT_EQ(exported.size(), 2U);
  ASSERT_EQ(exported[0].records.size(), 1U);
  EXPECT_EQ(exported[0].records[0].position, 1U);
  EXPECT_THAT(numbers.back(), HasSubstr("-0005-")) << "no number is given twice";

  EXPECT_EQ(forget(up_to(4)), 4U);
  EXPECT_EQ(intake->stored(), 1U);
  EXPECT_FALSE(std::filesystem::exists(hall.state() / "kiosk.key")) << "a key of nothing is not kept";
  restart();
  EXPECT_EQ(all_exported().size(), 1U);
}

TEST_F(ForgetTest, WhoWritesAPredecessorIntoAnExportHimselfIsNotBelieved) {
  auto beyond = up_to(4);
  beyond.position = 9;
  expect_anew({beyond});
  beyond.kiosk_key = intake->kiosk_key();
  expect_anew({beyond});
  const auto exported = all_exported();
  ASSERT_EQ(exported[0].past.size(), 2U) << "through a chain that never had a record";
  EXPECT_EQ(exported[0].past[1].position, 0U);
}

TEST_F(ForgetTest, AMachineWithoutANumberDrawsItFromItsKey) {
  intake.reset();
  const auto opened = [&](const Path& folder) {
    return Intake::open(disk(), hall.random, hall.clock,
                        {.folder = folder, .kiosk_name = "", .receipt_prefix = "NM"});
  };
  auto one = opened(hall.folder / "one"), two = opened(hall.folder / "two");
  ASSERT_TRUE(one && two);
  EXPECT_NE(one->kiosk_name(), two->kiosk_name());
  const auto accepted = one->submit(application(), hall.office.public_key);
  ASSERT_TRUE(accepted) << worded(accepted.error());
  EXPECT_THAT(accepted->number.text, HasSubstr("NM-" + one->kiosk_name() + "-20261123-0001-"));
  std::string bare = accepted->number.text;
  std::erase(bare, '-');
  EXPECT_EQ(parse_receipt_number(bare), accepted->number) << "typed without its dashes";
}

TEST_F(ForgetTest, AnExportTellsOfThoseBefore) {
  (void)opened();
  const auto read = all_exported();
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].exports.size(), 2U) << "the one of the fixture, and this one's forerunner";
  EXPECT_EQ(read[0].exports[0], (EarlierExport{"2026-11-23T09:00:00", 1, 4}));
}

/// A store as the program before this one left it.
TEST_F(ForgetTest, AStoreOfTheFormatBeforeGoesOn) {
  intake.reset();
  make_format_1(hall.state() / "intake.db");
  restart();
  EXPECT_EQ(intake->stored(), 4U);
  EXPECT_EQ(forget(up_to(1)), 1U);
  auto beyond = up_to(4);
  beyond.position = 9;
  expect_anew({beyond});
  EXPECT_EQ(all_exported().size(), 2U);
}

TEST_F(ForgetTest, WhatIsForgottenIsNowhereOnTheDisk) {
  EXPECT_THAT(all_bytes(hall.state()), HasSubstr(numbers[0]));
  ASSERT_EQ(forget(up_to(2)), 2U);
  const auto bytes = all_bytes(hall.state());  // the journal too: the kiosk still runs
  EXPECT_THAT(bytes, Not(HasSubstr(numbers[0])));
  EXPECT_THAT(bytes, Not(HasSubstr(numbers[1])));
  EXPECT_THAT(bytes, HasSubstr(numbers[2]));
}

// ---- the disk fails, the power goes -----------------------------------------------------------------------------------

namespace fs = std::filesystem;

using vault::kiosk_key;
using vault::start;

/// The hash of what was added, which needs no slow hash.
std::string add(vault::Store& store) {
  const auto serial = store.next_serial("2026-11-23");
  vault::SealedRecord record{.position = store.head().position + 1,
                             .previous = store.head().hash,
                             .number = fmt::format("NM-K01-20261123-{:04}-X", serial.value_or(0)),
                             .received = at("2026-11-23T09:00"),
                             .office_key = "office",
                             .sealed = std::string(5000, static_cast<char>('a' + serial.value_or(0))),
                             .signature = {}};
  record.signature = kiosk_key().sign(vault::record_statement(record));
  const auto hash = vault::record_hash(record);
  return serial && store.add({.record = record, .day = "2026-11-23", .serial = *serial, .code_hash = "hash"}) ? hash : "";
}

struct Found {
  std::uint64_t first = 0, count = 0;
  bool operator==(const Found&) const = default;
};

/// What the healthy disk holds: one chain up to the head, and a store that goes on with the next serial.
Found found_on(const Path& file, const std::string& head) {
  auto store = start(file, "");
  if (!store) {
    ADD_FAILURE() << worded(store.error());
    return {};
  }
  Found found;
  std::string previous;
  const auto read = store->each(*store->owner(), [&](const vault::SealedRecord& record) {
    if (found.count == 0) found.first = record.position;
    EXPECT_TRUE(found.count == 0 || record.previous == previous);
    EXPECT_EQ(record.position, found.first + found.count);
    ++found.count;
    previous = vault::record_hash(record);
    return Result<void>();
  });
  EXPECT_TRUE(read);
  EXPECT_EQ(store->count(), found.count);
  EXPECT_EQ(store->head().hash, head);
  EXPECT_EQ(store->next_serial("2026-11-23"), 6);
  EXPECT_NE(add(*store), "");
  return found;
}

/// A store of five records, made once.
struct Sample {
  TempFolder folder;
  std::vector<std::string> hashes;

  Sample() {
    auto store = start(folder / "intake.db", "");
    for (int i = 0; i < 5; ++i) hashes.push_back(add(*store));
  }
};
const Sample& sample() {
  static const Sample made;
  return made;
}

/// The first three of them are to be forgotten; `harm` is done to the disk before. Whether it was answered well.
bool forget_three(const Path& file, FaultyVfs& vfs, const std::function<void()>& harm) {
  fs::copy_file(sample().folder / "intake.db", file);
  auto store = start(file, vfs.name());
  EXPECT_TRUE(store);
  EXPECT_TRUE(store->tidy());
  harm();
  const auto forgotten = store->forget(*store->owner(), 3, sample().hashes[2]);
  EXPECT_EQ(forgotten.value_or(3), 3U);
  (void)store->tidy();
  return forgotten.has_value();
}

const Found kAll{1, 5}, kRest{4, 2};

TEST(ForgetFaults, KilledOrWithoutPowerAtAnyChangeAllOrNoneAreGone) {
  int before = 0, after = 0;
  for (int moment = 1;; ++moment) {
    bool died = false;
    for (std::uint64_t seed = 0; seed <= 3; ++seed) {
      SCOPED_TRACE(fmt::format("moment {} seed {}", moment, seed));
      TempFolder folder;
      FaultyVfs vfs;
      const bool answered = forget_three(folder / "intake.db", vfs, [&] { vfs.kill_at = moment; });
      died = vfs.dead;
      seed == 0 ? vfs.restart() : vfs.lose_power(seed);
      const auto found = found_on(folder / "intake.db", sample().hashes.back());
      EXPECT_TRUE(found == kRest || (found == kAll && !answered)) << found.first << " " << found.count;
      (found == kAll ? before : after) += 1;
      if (HasFailure()) return;
    }
    if (!died) break;
    ASSERT_LT(moment, 1000);
  }
  EXPECT_GT(before, 0);
  EXPECT_GT(after, 0);
}

const std::string kSuccessor(44, 'B');

/// One chain with five records, or an ended one with five and a new one: nothing between, and nothing gone.
void expect_five_records(const Path& file, bool answered, int& anew) {
  auto store = start(file, "");
  ASSERT_TRUE(store) << worded(store.error());
  EXPECT_EQ(store->count(), 5U);
  const bool begun = store->owner() == kSuccessor;
  anew += begun ? 1 : 0;
  EXPECT_TRUE(begun || !answered);
  const auto old_key = to_base64(kiosk_key().public_key());
  std::uint64_t records = 0;
  EXPECT_TRUE(store->each(old_key, [&](const vault::SealedRecord& record) {
    EXPECT_EQ(record.position, ++records);
    return Result<void>();
  }));
  EXPECT_EQ(records, 5U);
  EXPECT_EQ(store->past().size(), begun ? 1U : 0U);
  EXPECT_EQ(store->head().position, begun ? 0U : 5U);
  EXPECT_EQ(store->compare(old_key, 3, sample().hashes[2]), vault::Known::Same);
  EXPECT_EQ(store->next_serial("2026-11-23"), 6) << "serials go on";
}

TEST(ForgetFaults, KilledOrWithoutPowerWhileANewChainBeginsEveryRecordIsStillThere) {
  int anew = 0, moment = 1;
  for (bool died = true; died && !testing::Test::HasFailure(); ++moment) {
    died = false;
    for (std::uint64_t seed = 0; seed <= 3; ++seed) {
      SCOPED_TRACE(fmt::format("moment {} seed {}", moment, seed));
      TempFolder folder;
      FaultyVfs vfs;
      fs::copy_file(sample().folder / "intake.db", folder / "intake.db");
      bool answered = false;
      {
        auto store = start(folder / "intake.db", vfs.name());
        ASSERT_TRUE(store && store->tidy());
        vfs.kill_at = moment;
        answered = store->begin_anew(kSuccessor, "signature").has_value();
      }
      died = died || vfs.dead;
      seed == 0 ? vfs.restart() : vfs.lose_power(seed);
      expect_five_records(folder / "intake.db", answered, anew);
    }
    ASSERT_LT(moment, 1000);
  }
  EXPECT_GT(anew, 0);
  EXPECT_GT(moment, 3);
}

TEST(ForgetFaults, ADiskThatFailsOnceForgetsAllOrNoneAndGoesOn) {
  for (const bool full : {true, false}) {
    for (int moment = 1;; ++moment) {
      SCOPED_TRACE(fmt::format("moment {} full {}", moment, full));
      TempFolder folder;
      FaultyVfs vfs;
      const bool answered = forget_three(folder / "intake.db", vfs, [&] {
        vfs.fault = FaultyVfs::Fault{.at = moment, .full = full, .lasting = false, .only_syncs = false};
      });
      const bool happened = !vfs.fault;
      vfs.fault.reset();
      vfs.restart();
      EXPECT_EQ(found_on(folder / "intake.db", sample().hashes.back()), answered ? kRest : kAll);
      if (HasFailure()) return;
      if (!happened) break;
      ASSERT_LT(moment, 1000);
    }
  }
}

}  // namespace
}  // namespace mingting
