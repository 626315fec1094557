// What the office holds is forgotten here, and nothing else ever is.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "intake/bare_store.hpp"
#include "intake/export_writer.hpp"
#include "support/faulty_vfs.hpp"
#include "support/hall.hpp"

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
  void expect_untouched(const Acknowledged& wrong) {
    const auto forgotten = intake->forget(wrong);
    ASSERT_FALSE(forgotten);
    EXPECT_THAT(worded(forgotten.error()), HasSubstr("没有删除任何记录"));
    EXPECT_EQ(intake->stored(), 4U);
  }

  Hall hall;
  std::optional<Intake> intake;
  std::vector<std::string> numbers;
  std::vector<Acknowledged> acknowledged;
};

TEST_F(ForgetTest, WhatTheOfficeHoldsGoesAndTheNextExportBeginsBehindIt) {
  EXPECT_EQ(intake->forget(up_to(2)), 2U);
  EXPECT_EQ(intake->stored(), 2U);
  EXPECT_THAT(positions(), ElementsAre(3, 4));
  restart();
  EXPECT_THAT(positions(), ElementsAre(3, 4));
}

TEST_F(ForgetTest, TheChainAndItsNumbersGoOnWhenAllIsForgotten) {
  EXPECT_EQ(intake->forget(up_to(4)), 4U);
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
  EXPECT_EQ(intake->forget(up_to(3)), 3U);
  EXPECT_EQ(intake->forget(up_to(3)), 0U);
  EXPECT_EQ(intake->forget(up_to(1)), 0U) << "an older release";
  EXPECT_THAT(positions(), ElementsAre(4));
  EXPECT_EQ(intake->forget(up_to(4)), 1U);
  EXPECT_EQ(intake->forget(up_to(4)), 0U);
  EXPECT_EQ(intake->stored(), 0U);
}

TEST_F(ForgetTest, AnotherKiosksWordIsNotTaken) {
  auto other = up_to(2);
  other.kiosk_key = hall.office.public_key;
  expect_untouched(other);
}

TEST_F(ForgetTest, AnotherRecordsHashIsNotTaken) {
  auto swapped = up_to(2);
  swapped.hash = up_to(3).hash;
  expect_untouched(swapped);
  auto head = up_to(4);
  head.hash = up_to(3).hash;
  expect_untouched(head);
  for (const auto* text : {"", "00", "zz"}) {
    auto none = up_to(2);
    none.hash = text;
    expect_untouched(none);
  }
}

TEST_F(ForgetTest, APositionThatIsNotThereYetIsNotTaken) {
  for (const std::uint64_t position : {std::uint64_t{5}, std::uint64_t{1} << 62, ~std::uint64_t{0}, std::uint64_t{0}}) {
    auto beyond = up_to(4);
    beyond.position = position;
    expect_untouched(beyond);
  }
}

TEST_F(ForgetTest, WhatIsForgottenIsNowhereOnTheDisk) {
  EXPECT_THAT(all_bytes(hall.state()), HasSubstr(numbers[0]));
  ASSERT_EQ(intake->forget(up_to(2)), 2U);
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
  const auto read = store->each([&](const vault::SealedRecord& record) {
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
  const auto forgotten = store->forget(3, sample().hashes[2]);
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
