// Damage inside what is installed: found by its hash, set aside, and repaired by installing again.
#include "release/release_fixture.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Damage : public Release {
 protected:
  void SetUp() override {
    Release::SetUp();
    publish({{"content.db", "one"}});
    ASSERT_TRUE(install());
    publish({{"content.db", "two"}});
    ASSERT_TRUE(install());
  }

  ReleaseStore store() { return ReleaseStore::open(files_, state_).value(); }
  Path object(std::string_view bytes) const { return object_in(state_ / "release/objects", bytes); }
  /// Other bytes of the same length.
  void spoil(std::string_view bytes) { overwrite(object(bytes), std::string(bytes.size(), 'x')); }
  ReleaseHealth health() { return store().health().value().value(); }
};

TEST_F(Damage, WhatIsWholeIsSound) {
  EXPECT_TRUE(health().sound());
  EXPECT_EQ(health().whole->sequence, 2U);
  EXPECT_THAT(store().set_damaged_aside().value(), IsEmpty());
  EXPECT_EQ(shown_content(), "two");
}

TEST_F(Damage, NothingInstalledIsNoDamage) {
  const auto empty = ReleaseStore::open(disk(), folder_ / "new").value();
  EXPECT_FALSE(empty.health().value().has_value());
}

TEST_F(Damage, OfTheSameLengthIsFoundAndTheOneBeforeStandsIn) {
  spoil("two");
  EXPECT_FALSE(health().sound());
  EXPECT_EQ(health().wanted, 2U);
  EXPECT_EQ(health().whole->sequence, 1U);
  EXPECT_EQ(shown(), 2) << "looking changes nothing";
  EXPECT_THAT(store().set_damaged_aside().value(), ElementsAre(2U));
  EXPECT_EQ(shown_content(), "one");
  EXPECT_EQ(store().current().value()->in_place_of, 2U);
  EXPECT_FALSE(health().sound()) << "it is told until it is repaired";
}

TEST_F(Damage, OfAnotherLengthStandsInToo) {
  overwrite(object("two"), "shorter or longer");
  EXPECT_EQ(health().wanted, 2U);
  EXPECT_EQ(health().whole->in_place_of, 2U);
}

TEST_F(Damage, InstallingTheSameNumberRepairs) {
  for (const bool noticed : {true, false}) {
    spoil("two");
    if (noticed) {
      ASSERT_TRUE(store().set_damaged_aside());
    }
    const auto report = install();
    ASSERT_TRUE(report) << worded(report.error());
    EXPECT_EQ(report->outcome, InstallOutcome::Installed);
    EXPECT_EQ(report->objects_copied, 1U);
    EXPECT_EQ(shown_content(), "two");
    EXPECT_TRUE(health().sound());
  }
  ASSERT_TRUE(store().tidy());
  EXPECT_FALSE(disk().exists(object("two").string() + ".damaged"));
}

TEST_F(Damage, OfBothLeavesNothingToShowUntilOneIsInstalled) {
  spoil("one");
  spoil("two");
  EXPECT_FALSE(health().whole);
  EXPECT_THAT(store().set_damaged_aside().value(), ElementsAre(2U, 1U));
  EXPECT_EQ(shown(), -1);
  EXPECT_FALSE(health().whole);
  ASSERT_TRUE(install());
  EXPECT_EQ(shown_content(), "two");
}

TEST_F(Damage, OfTheOneBeforeIsFoundBeforeItIsNeeded) {
  spoil("one");
  EXPECT_TRUE(health().sound());
  EXPECT_THAT(store().set_damaged_aside().value(), ElementsAre(1U));
  EXPECT_EQ(shown_content(), "two");
}

TEST_F(Damage, OfContentThatTwoReleasesShareIsOfBoth) {
  publish({{"content.db", "two"}, {"media/a.png", "picture"}});
  ASSERT_TRUE(install());
  spoil("two");
  EXPECT_THAT(store().set_damaged_aside().value(), ElementsAre(3U, 2U));
  EXPECT_EQ(shown_content(), "one") << "two are looked at, and then the next";
}

TEST_F(Damage, IsToldThoughTheDiskCannotBeWritten) {
  spoil("two");
  auto kept = store();
  files_.read_only = true;
  EXPECT_THAT(kept.set_damaged_aside().value(), ElementsAre(2U));
}

}  // namespace
}  // namespace mingting
