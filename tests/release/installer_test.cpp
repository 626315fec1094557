// Installing on a kiosk: what is taken, refused and gone back to.
#include "base/said/words.hpp"
#include "release/installer.hpp"

#include <nlohmann/json.hpp>

#include "base/disk/lock_file.hpp"
#include "release/release_fixture.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using Install = Release;

// ---- what should work ----

TEST_F(Install, NothingIsShownBeforeTheFirst) { EXPECT_EQ(shown(), 0); }

TEST_F(Install, ShowsWhatWasPublished) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  const auto report = install().value();
  EXPECT_EQ(report.outcome, InstallOutcome::Installed);
  EXPECT_EQ(report.objects_copied, 2U);
  EXPECT_EQ(report.bytes_copied, 10U);
  EXPECT_TRUE(report.trusted_on_first_use);
  EXPECT_EQ(report.root_fingerprint, fingerprint(public_key("office")));
  EXPECT_EQ(report.release.made, at("2026-11-01T08:00"));
  EXPECT_EQ(shown(), 1);
  EXPECT_EQ(shown_content(), "one");
  EXPECT_EQ(bytes_of(object_in(report.release.objects, "picture")), "picture");
}

TEST_F(Install, ObjectsHeldAreNotCopiedAgain) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}, {"media/a.png", "picture"}});
  const auto report = install(FirstUse::Refuse).value();
  EXPECT_EQ(report.objects_copied, 1U);
  EXPECT_FALSE(report.trusted_on_first_use);
  EXPECT_EQ(shown_content(), "two");
}

TEST_F(Install, TheSameReleaseAgainChangesNothing) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  const auto before = files_.changes;
  EXPECT_EQ(install().value().outcome, InstallOutcome::AlreadyCurrent);
  EXPECT_EQ(files_.changes - before, 1);  // the objects folder is looked after; no file is written
}

TEST_F(Install, ADamagedObjectIsRepairedFromTheSameRelease) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  const auto release = install().value().release;
  overwrite(object_in(release.objects, "picture"), "pictuer");
  const auto report = install().value();
  EXPECT_EQ(report.outcome, InstallOutcome::Installed);
  EXPECT_EQ(report.objects_copied, 1U);
  EXPECT_EQ(bytes_of(object_in(release.objects, "picture")), "picture");
}

TEST_F(Install, SequencesMayBeSkipped) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}});
  publish({{"content.db", "three"}});
  ASSERT_TRUE(install());
  EXPECT_EQ(shown(), 3);
}

TEST_F(Install, AnExpiredReleaseIsShownAsStale) {
  publish({{"content.db", "one"}});
  const auto release = install().value().release;
  EXPECT_FALSE(release.stale(at("2027-11-01T08:00")));
  EXPECT_TRUE(release.stale(at("2027-11-01T08:01")));
  EXPECT_EQ(shown(), 1);
}

TEST_F(Install, PeekTellsTheSequence) {
  publish({{"content.db", "one"}});
  publish({{"content.db", "two"}});
  const auto store = ReleaseStore::open(disk(), state_).value();
  EXPECT_EQ(store.peek_sequence(repository_).value(), 2U);
  EXPECT_EQ(store.peek_sequence(folder_ / "none").error().trouble, Trouble::NotFound);
  overwrite(repository_ / "manifest.json", "{\"sequence\": -1}");
  EXPECT_FALSE(store.peek_sequence(repository_));
}

TEST_F(Install, TidyKeepsTheCurrentReleaseAndTheOneBefore) {
  for (const auto* content : {"one", "two", "three"}) {
    publish({{"content.db", content}, {"media/a.png", "picture"}});
    ASSERT_TRUE(install());
  }
  auto store = ReleaseStore::open(disk(), state_).value();
  const auto objects = store.current().value()->objects;
  overwrite(object_in(objects, "one").string() + ".part", "torn");
  ASSERT_TRUE(store.tidy());
  EXPECT_FALSE(disk().exists(object_in(objects, "one")));
  EXPECT_FALSE(disk().exists(object_in(objects, "one").string() + ".part"));
  EXPECT_FALSE(disk().exists(state_ / "release/releases/1"));
  for (const auto* kept : {"two", "three", "picture"}) EXPECT_TRUE(disk().exists(object_in(objects, kept))) << kept;
  EXPECT_EQ(shown(), 3);
}

// ---- trust ----

TEST_F(Install, AWatchedFolderIsNeverTheFirstToBeTrusted) {
  publish({{"content.db", "one"}});
  expect_refused(install(FirstUse::Refuse), Trouble::Untrusted);
  EXPECT_EQ(shown(), 0);
  EXPECT_FALSE(disk().exists(state_ / "release/root.json"));
}

TEST_F(Install, AFailedFirstInstallLeavesNoTrust) {
  publish({{"content.db", "one"}});
  overwrite(object_in(repository_ / "objects", "one"), "eno");
  expect_refused(install(), Trouble::Untrusted);
  EXPECT_FALSE(disk().exists(state_ / "release/root.json"));
}

TEST_F(Install, AnotherOfficesReleaseIsRefused) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  const auto stranger = make_key("stranger", 9);
  publish({{"content.db", "evil"}}, stranger, folder_ / "same-site");
  publish({{"content.db", "evil"}}, stranger, folder_ / "same-site");
  expect_refused(install_from(folder_ / "same-site"), Trouble::Untrusted);
  publish({{"content.db", "other"}}, stranger, folder_ / "other-site", "yunyan");
  const auto foreign = install_from(folder_ / "other-site");
  expect_refused(foreign, Trouble::Untrusted);
  EXPECT_THAT(worded(foreign.error()), HasSubstr("yunyan"));
  EXPECT_EQ(shown_content(), "one");
}

TEST_F(Install, TheSameKeyForAnotherSiteIsRefused) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "one"}}, secret_, folder_ / "yunyan", "yunyan");
  publish({{"content.db", "two"}}, secret_, folder_ / "yunyan", "yunyan");
  const auto refused = install_from(folder_ / "yunyan");
  expect_refused(refused, Trouble::Untrusted);
  EXPECT_THAT(worded(refused.error()), HasSubstr("yunyan"));
}

TEST_F(Install, OlderReleasesAreRefused) {
  publish({{"content.db", "one"}});
  std::filesystem::copy(repository_, folder_ / "old", std::filesystem::copy_options::recursive);
  publish({{"content.db", "two"}});
  ASSERT_TRUE(install());
  expect_refused(install_from(folder_ / "old"), Trouble::Untrusted);
  EXPECT_EQ(shown(), 2);
}

TEST_F(Install, TheSameSequenceWithOtherContentIsRefused) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "another one"}}, secret_, folder_ / "twin");
  expect_refused(install_from(folder_ / "twin"), Trouble::Untrusted);
  EXPECT_EQ(shown_content(), "one");
}

TEST_F(Install, FollowsAChangeOfKeys) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  const auto second = make_key("second", 2), third = make_key("third", 3);
  ASSERT_TRUE(rotate_root(disk(), repository_, {{public_key("second")}, 1}, {secret_, second}));
  EXPECT_EQ(shown(), 1);
  ASSERT_TRUE(rotate_root(disk(), repository_, {{public_key("third")}, 1}, {second, third}));
  expect_refused(install(), Trouble::Untrusted);  // not published with the new key yet
  publish({{"content.db", "two"}}, third, repository_);
  EXPECT_EQ(install(FirstUse::Refuse)->root_fingerprint, fingerprint(public_key("third")));
  EXPECT_EQ(shown(), 2);
}

TEST_F(Install, TheOldReleaseStillHoldsAfterAChangeOfKeys) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  const auto second = make_key("second", 2);
  ASSERT_TRUE(rotate_root(disk(), repository_, {{public_key("second")}, 1}, {secret_, second}));
  publish({{"content.db", "two"}}, second, repository_);
  ASSERT_TRUE(install());
  ASSERT_TRUE(disk().remove(object_in(state_ / "release/objects", "two")));
  EXPECT_EQ(shown(), 1);
}

TEST_F(Install, AnOldKeyCannotSignAfterTheChange) {
  publish({{"content.db", "one"}});
  std::filesystem::copy(repository_, folder_ / "stolen", std::filesystem::copy_options::recursive);
  const auto second = make_key("second", 2);
  ASSERT_TRUE(rotate_root(disk(), repository_, {{public_key("second")}, 1}, {secret_, second}));
  publish({{"content.db", "two"}}, second, repository_);
  ASSERT_TRUE(install());
  for (int i = 0; i < 3; ++i) publish({{"content.db", "evil"}}, secret_, folder_ / "stolen");
  expect_refused(install_from(folder_ / "stolen"), Trouble::Untrusted);
  EXPECT_EQ(shown_content(), "two");
}

TEST_F(Install, ARootOfSomebodyElsesMakingIsRefused) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  // A stranger's own root 1 -> 2 chain, root/2.json laid into the office's repository.
  const auto stranger = make_key("stranger", 9);
  publish({{"content.db", "evil"}}, stranger, folder_ / "evil");
  ASSERT_TRUE(rotate_root(disk(), folder_ / "evil", {{public_key("stranger")}, 1}, {stranger}));
  overwrite(repository_ / "root/2.json", bytes_of(folder_ / "evil/root/2.json"));
  expect_refused(install(), Trouble::Untrusted);
  EXPECT_EQ(shown(), 1);
}

// ---- damage ----

TEST_F(Install, AManifestFlippedAnywhereIsRefused) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}, {"media/a.png", "picture"}});
  for (const auto* name : {"manifest.json", "manifest.sig"}) {
    const auto good = bytes_of(repository_ / name);
    for (std::size_t at = 0; at < good.size(); at += 3) {
      auto bad = good;
      bad[at] = static_cast<char>(bad[at] ^ 0x04);
      overwrite(repository_ / name, bad);
      const auto refused = install();
      // White space in the signature file may change without harm; a manifest's bytes are signed one and all.
      if (std::string_view(name) == "manifest.sig" && refused) break;
      ASSERT_FALSE(refused) << name << " " << at;
      ASSERT_EQ(shown(), 1);
    }
    overwrite(repository_ / name, good);
  }
}

TEST_F(Install, ATornManifestIsRefused) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}});
  const auto good = bytes_of(repository_ / "manifest.json");
  for (std::size_t length = 0; length < good.size(); length += 7) {
    overwrite(repository_ / "manifest.json", good.substr(0, length));
    expect_refused(install(), Trouble::Untrusted);
  }
  EXPECT_EQ(shown(), 1);
}

TEST_F(Install, AChangedByteInAnyObjectIsRefused) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  const std::string picture(3'000'000, 'p');
  publish({{"content.db", "two"}, {"media/a.png", picture}});
  for (const std::size_t at : {std::size_t{0}, picture.size() / 2, picture.size() - 1}) {
    auto bad = picture;
    bad[at] = 'q';
    overwrite(object_in(repository_ / "objects", picture), bad);
    const auto refused = install();
    expect_refused(refused, Trouble::Untrusted);
    EXPECT_THAT(worded(refused.error()), HasSubstr("media/a.png"));
  }
  overwrite(object_in(repository_ / "objects", picture), picture + "p");
  expect_refused(install(), Trouble::Untrusted);
  overwrite(object_in(repository_ / "objects", picture), picture.substr(1));
  expect_refused(install(), Trouble::Untrusted);
  ASSERT_TRUE(disk().remove(object_in(repository_ / "objects", picture)));
  expect_refused(install(), Trouble::NotFound);
  EXPECT_EQ(shown_content(), "one");
}

TEST_F(Install, ADamagedCurrentReleaseFallsBackToTheOneBefore) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "second"}});
  ASSERT_TRUE(install());
  const auto good = bytes_of(state_ / "release/releases/2/manifest.json");
  overwrite(state_ / "release/releases/2/manifest.json", good.substr(1));
  EXPECT_EQ(shown(), 1);
  overwrite(state_ / "release/releases/2/manifest.json", good);
  EXPECT_EQ(shown(), 2);
  overwrite(object_in(state_ / "release/objects", "second"), "sec");
  EXPECT_EQ(shown(), 1);
  overwrite(state_ / "release/current", "?");
  EXPECT_EQ(shown(), 1);
  overwrite(object_in(state_ / "release/objects", "one"), "");
  EXPECT_EQ(shown(), -1);
  ASSERT_TRUE(install());  // the same release heals it
  EXPECT_EQ(shown_content(), "second");
}

TEST_F(Install, AManifestPutInAnothersPlaceIsNotShown) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}});
  ASSERT_TRUE(install());
  for (const auto* name : {"manifest.json", "manifest.sig"}) {
    overwrite(state_ / "release/releases/2" / name, bytes_of(state_ / "release/releases/1" / name));
  }
  EXPECT_EQ(shown(), 1);
}

TEST_F(Install, AStateOfANewerVersionIsLeftAlone) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  overwrite(state_ / "release/format", "2\n");
  EXPECT_EQ(ReleaseStore::open(disk(), state_).error().trouble, Trouble::NewerFormat);
}

TEST_F(Install, AReleaseOfANewerVersionAsksForAnUpgrade) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}});
  auto json = nlohmann::ordered_json::parse(bytes_of(repository_ / "manifest.json"));
  json["format"] = 2;
  sign_as_manifest(repository_, json.dump(), secret_);
  expect_refused(install(), Trouble::NewerFormat);
  EXPECT_EQ(shown(), 1);
}

// ---- faults ----

TEST_F(Install, AFullDiskLeavesTheOldReleaseAndGivesTheSpaceBack) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", std::string(1000, 'c')}, {"media/a.png", std::string(1000, 'p')}});
  for (const std::uint64_t room : {0U, 1U, 999U, 1000U, 1500U, 1999U, 2000U}) {
    files_.bytes_written = 0;
    files_.full_after_bytes = room;
    expect_refused(install(), Trouble::DiskFull);
    EXPECT_EQ(shown_content(), "one");
    if (room >= 2000) continue;  // all objects are in by then: a later install goes on with them
    EXPECT_FALSE(disk().exists(object_in(state_ / "release/objects", std::string(1000, 'c')))) << room;
    EXPECT_FALSE(disk().exists(object_in(state_ / "release/objects", std::string(1000, 'p')).string() + ".part")) << room;
  }
  files_.full_after_bytes.reset();
  ASSERT_TRUE(install());
  EXPECT_EQ(shown(), 2);
}

TEST_F(Install, AReadOnlyStateLeavesTheOldRelease) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}});
  files_.read_only = true;
  expect_refused(install(), Trouble::ReadOnly);
  EXPECT_EQ(ReleaseStore::open(files_, state_)->current().value()->sequence, 1U);  // still shown
  EXPECT_EQ(ReleaseStore::open(files_, folder_ / "new").error().trouble, Trouble::ReadOnly);
}

TEST_F(Install, AFailedFlushIsNotTakenForSuccess) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  publish({{"content.db", "two"}, {"media/a.png", "picture"}});
  bool finished = false;
  for (int nth = 1; !finished; ++nth) {
    files_.fail_sync = nth;
    finished = install().has_value();
    EXPECT_TRUE(shown() == 1 || shown() == 2) << nth;
  }
  EXPECT_EQ(shown_content(), "two");
}

TEST_F(Install, AnInterruptedCopyResumes) {
  publish({{"content.db", "one"}, {"media/a.png", "a picture"}, {"media/b.png", "b picture"}});
  files_.fail_sync = 8;  // some way into the second or third object
  ASSERT_FALSE(install());
  const auto report = install().value();
  EXPECT_GT(report.objects_copied, 0U);
  EXPECT_LT(report.objects_copied, 3U);
  EXPECT_EQ(shown_content(), "one");
}

TEST_F(Install, OneInstallAtATime) {
  publish({{"content.db", "one"}});
  ASSERT_TRUE(install());
  const auto lock = LockFile::take(state_ / "release/lock");
  expect_refused(install(), Trouble::Busy);
}

/// Power goes at every changing call there is: the kiosk shows the old release or the new, and a later install succeeds.
void cut_power_everywhere(const Path& repository, const Path& old_state, const Path& work, std::uint64_t old_sequence,
                          std::uint64_t new_sequence) {
  bool finished = false;
  int moments = 0;
  for (int moment = 1; !finished; ++moment, ++moments) {
    std::filesystem::remove_all(work);
    std::filesystem::create_directories(work);
    if (disk().exists(old_state)) std::filesystem::copy(old_state, work, std::filesystem::copy_options::recursive);
    FaultyFiles files;
    files.power_cut_at = moment;
    auto store = ReleaseStore::open(files, work);
    finished = store && store->install(repository, FirstUse::Trust);
    auto again = ReleaseStore::open(disk(), work);
    ASSERT_TRUE(again) << "moment " << moment;
    const auto current = again->current();
    ASSERT_TRUE(current) << "moment " << moment << ": " << worded(current.error());
    const auto sequence = *current ? (*current)->sequence : 0;
    EXPECT_TRUE(sequence == old_sequence || sequence == new_sequence) << "moment " << moment << ": " << sequence;
    const auto later = again->install(repository, FirstUse::Trust);
    ASSERT_TRUE(later) << "moment " << moment << ": " << worded(later.error());
    EXPECT_EQ(again->current().value()->sequence, new_sequence);
  }
  EXPECT_GT(moments, 20);
}

TEST_F(Install, APowerCutAtAnyMomentOfTheFirstInstall) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  cut_power_everywhere(repository_, state_, folder_ / "work", 0, 1);
}

TEST_F(Install, APowerCutAtAnyMomentOfALaterInstallWithNewKeys) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  ASSERT_TRUE(install());
  const auto second = make_key("second", 2);
  ASSERT_TRUE(rotate_root(disk(), repository_, {{public_key("second")}, 1}, {secret_, second}));
  publish({{"content.db", "two"}, {"media/a.png", "picture"}, {"media/b.png", "b"}}, second, repository_);
  cut_power_everywhere(repository_, state_, folder_ / "work", 1, 2);
}

}  // namespace
}  // namespace mingting
