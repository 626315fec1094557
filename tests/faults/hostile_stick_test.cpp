// What somebody may put on a stick, or do to one, while the kiosk runs: refused with a reason in the log, nothing changes on
// screen, nothing waits, and it is not tried without end.
#include <sqlite3.h>
#include <sys/stat.h>

#include "base/said/words.hpp"
#include "faults/kiosk_at_work.hpp"
#include "release/keys.hpp"
#include "release/manifest.hpp"
#include "release/repository.hpp"

namespace mingting {
namespace {

constexpr Milliseconds kMinute{60'000};
using HostileStick = KioskAtWork;

/// The stick is in for a minute: refused, in few words, and the next good one is taken.
#define EXPECT_REFUSED_THEN_TAKEN()                                \
  pass(kMinute);                                                   \
  EXPECT_EQ(shown(), 1U);                                          \
  EXPECT_EQ(times_logged("release refused"), 1U) << log();         \
  put_on_stick(Published::get().next());                           \
  pass(Milliseconds(20'000));                                      \
  EXPECT_EQ(shown(), 2U) << log()

TEST_F(HostileStick, ATornManifest) {
  start_watching();
  put_on_stick(Published::get().next());
  std::filesystem::resize_file(stick() / "manifest.json", std::filesystem::file_size(stick() / "manifest.json") / 2);
  EXPECT_REFUSED_THEN_TAKEN();
}

TEST_F(HostileStick, AChangedByteInAnObject) {
  start_watching();
  put_on_stick(Published::get().next());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(stick() / "objects")) {
    if (!entry.is_regular_file()) continue;
    auto bytes = disk().read(entry.path(), 1 << 26).value();
    bytes[bytes.size() / 2] ^= 1;
    ASSERT_TRUE(write_durably(disk(), entry.path(), bytes));
  }
  EXPECT_REFUSED_THEN_TAKEN();
}

TEST_F(HostileStick, AnOlderReleaseAgain) {
  start_watching();
  put_on_stick(Published::get().next());
  pass(Milliseconds(10'000));
  ASSERT_EQ(shown(), 2U);
  put_on_stick(Published::get().first());
  pass(kMinute);
  EXPECT_EQ(shown(), 2U);
  EXPECT_EQ(times_logged("不能装回更旧的"), 1U) << log();
}

TEST_F(HostileStick, AnotherOfficesRelease) {
  start_watching();
  SeededRandom random(9);
  ASSERT_TRUE(generate_keys(disk(), random, folder_ / "others"));
  const auto secret = read_key_file(disk(), folder_ / "others/release.key", "release-secret").value();
  auto writer = RepositoryWriter::open(disk(), stick(), "nanming", secret).value();
  const auto object = writer.add_file(folder_.write("x.db", "nothing"), "content.db").value();
  ASSERT_TRUE(writer.publish({object}, kPublished, kPublished + std::chrono::hours(24)));
  ASSERT_TRUE(writer.publish({object}, kPublished, kPublished + std::chrono::hours(48)));
  EXPECT_REFUSED_THEN_TAKEN();
}

TEST_F(HostileStick, APipeThatNobodyWritesTo) {
  start_watching();
  std::filesystem::create_directories(stick());
  ASSERT_EQ(::mkfifo((stick() / "manifest.json").c_str(), 0600), 0);
  EXPECT_REFUSED_THEN_TAKEN();
}

TEST_F(HostileStick, APipeInPlaceOfAnObject) {
  start_watching();
  put_on_stick(Published::get().next());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(stick() / "objects")) {
    if (!entry.is_regular_file()) continue;
    const auto place = entry.path();
    std::filesystem::remove(place);
    ASSERT_EQ(::mkfifo(place.c_str(), 0600), 0);
    break;
  }
  pass(kMinute);
  put_on_stick(Published::get().next());
  pass(Milliseconds(20'000));
  EXPECT_EQ(shown(), 2U) << log();
}

TEST_F(HostileStick, AFolderNamedManifest) {
  start_watching();
  std::filesystem::create_directories(stick() / "manifest.json");
  EXPECT_REFUSED_THEN_TAKEN();
}

TEST_F(HostileStick, AManifestOfTenGigabytes) {
  start_watching();
  std::filesystem::create_directories(stick());
  folder_.write("stick/manifest.json", "");
  std::filesystem::resize_file(stick() / "manifest.json", 10ULL << 30);
  EXPECT_REFUSED_THEN_TAKEN();
}

TEST_F(HostileStick, ALinkToAGoodRepositorysManifest) {
  start_watching();
  put_on_stick(Published::get().next());
  std::filesystem::remove(stick() / "manifest.json");
  std::filesystem::create_symlink(Published::get().next() / "manifest.json", stick() / "manifest.json");
  EXPECT_REFUSED_THEN_TAKEN();
}

TEST_F(HostileStick, ALinkThatGoesRound) {
  start_watching();
  std::filesystem::create_directories(stick());
  std::filesystem::create_symlink("manifest.json", stick() / "manifest.json");
  EXPECT_REFUSED_THEN_TAKEN();
}

TEST_F(HostileStick, PulledOutHalfWayAndPutInAgain) {
  start_watching();
  put_on_stick(Published::get().next());
  std::filesystem::rename(stick() / "objects", folder_ / "objects");
  pass(Milliseconds(10'000));
  EXPECT_EQ(shown(), 1U);
  std::filesystem::rename(stick(), folder_ / "out-of-the-slot");
  pass(Milliseconds(10'000));
  std::filesystem::rename(folder_ / "objects", folder_ / "out-of-the-slot/objects");
  std::filesystem::rename(folder_ / "out-of-the-slot", stick());
  pass(Milliseconds(10'000));
  EXPECT_EQ(shown(), 2U) << log();
}

TEST_F(HostileStick, ARefusedReleaseIsTriedEverMoreSeldom) {
  start_watching();
  put_on_stick(Published::get().next());
  std::filesystem::remove_all(stick() / "objects");
  pass(kMinute * 60);
  EXPECT_EQ(times_logged("release refused"), 1U) << log();
  std::filesystem::copy(Published::get().next() / "objects", stick() / "objects", std::filesystem::copy_options::recursive);
  pass(kMinute * 11);  // a copy that was finished later is found without anybody's help
  EXPECT_EQ(shown(), 2U) << log();
}

/// A release signed by the office whose content.db says it is of a format that does not exist yet.
class NewerContent : public KioskAtWork {
 protected:
  void make_newer(const Path& repository) {
    std::filesystem::copy(Published::get().next(), repository, std::filesystem::copy_options::recursive);
    const auto secret =
        read_key_file(disk(), Published::get().office_key_file().parent_path() / "release.key", "release-secret").value();
    auto objects = RepositoryWriter::open(disk(), repository, site_of(repository), secret).value().latest_objects();
    const auto newer = folder_ / "newer.db";
    for (auto& object : objects) {
      if (object.path != "content.db") continue;
      std::filesystem::copy_file(repository / "objects" / object.sha256.substr(0, 2) / object.sha256, newer);
    }
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(newer.c_str(), &db), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(db, "PRAGMA user_version = 4000", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(db);
    auto writer = RepositoryWriter::open(disk(), repository, site_of(repository), secret).value();
    std::erase_if(objects, [](const auto& object) { return object.path == "content.db"; });
    objects.push_back(writer.add_file(newer, "content.db").value());
    ASSERT_TRUE(writer.publish(objects, kPublished, kPublished + std::chrono::hours(24 * 365)));
  }

  static std::string site_of(const Path& repository) {
    return trust::parse_manifest(disk().read(repository / "manifest.json", 1 << 22).value(), "manifest.json").value().site;
  }
};

TEST_F(NewerContent, InTheWatchedFolderIsRefusedAndTheOldOneStays) {
  start_watching();
  make_newer(stick());
  EXPECT_REFUSED_THEN_TAKEN();
}

TEST_F(NewerContent, ThatWasSwitchedToByAnEarlierProgramFallsBackToTheOneBefore) {
  install_first();
  make_newer(folder_ / "newer");
  auto store = ReleaseStore::open(disk(), state());
  ASSERT_TRUE(store->install(folder_ / "newer", FirstUse::Refuse));  // without asking whether it opens
  const auto opened = open();
  ASSERT_TRUE(opened) << worded(opened.error());
  EXPECT_EQ(shown(), 1U) << log();
}

TEST_F(KioskAtWork, AReleaseInstalledBesideARunningKioskIsShown) {
  install_first();
  ASSERT_TRUE(open());
  auto store = ReleaseStore::open(disk(), state());
  ASSERT_TRUE(store->install(Published::get().next(), FirstUse::Refuse));
  pass(Milliseconds(5'000));
  EXPECT_EQ(shown(), 2U) << log();
}

TEST_F(KioskAtWork, TheFirstReleaseInstalledBesideARunningKioskTakesSubmissions) {
  ASSERT_TRUE(open());
  ASSERT_EQ(shown(), 0U);
  install_first();
  pass(Milliseconds(5'000));
  ASSERT_EQ(shown(), 1U) << log();
  const auto played = play(kApplication);
  EXPECT_TRUE(played) << worded(played.error());
}

TEST_F(KioskAtWork, AnExpiredReleaseIsShownAndLabelled) {
  install_first();
  clock_.set(*parse_local_time("2031-01-01T09:00"));
  ASSERT_TRUE(open());
  const auto played = play("tap 开始使用\nexpect 已经过了有效期\n");
  EXPECT_TRUE(played) << worded(played.error());
}

TEST_F(KioskAtWork, WithAClockOfAnyYearItShowsAndTakesIn) {
  install_first();
  for (const auto* time : {"1970-01-01T08:00", "2026-11-23T09:00", "2300-01-01T09:00"}) {
    clock_.set(*parse_local_time(time));
    ASSERT_TRUE(open()) << time;
    const auto played = play(kApplication);
    EXPECT_TRUE(played) << time << ": " << worded(played.error());
    kiosk_.reset();
  }
}

TEST_F(KioskAtWork, AllReleasesDamagedIsSaidOnScreenRatherThanNotStarting) {
  install_first();
  std::filesystem::remove_all(state() / "release/objects");
  const auto opened = open();
  ASSERT_TRUE(opened) << worded(opened.error());
  const auto played = play("expect 内容损坏或者打不开\n");
  EXPECT_TRUE(played) << worded(played.error());
  EXPECT_NE(log().find("已损坏"), std::string::npos) << log();
}

// ---- the machine's own settings ------------------------------------------------------------------------------------

class BadSettings : public KioskAtWork, public ::testing::WithParamInterface<const char*> {};

TEST_P(BadSettings, ShowContentButGiveNoNumbers) {
  install_first();
  folder_.write("state/device.toml", GetParam());
  const auto opened = open();
  ASSERT_TRUE(opened) << worded(opened.error());
  EXPECT_EQ(shown(), 1U);
  EXPECT_FALSE(kiosk_->model().accepts_submissions) << log();
  EXPECT_NE(log().find("device.toml"), std::string::npos) << log();
}

INSTANTIATE_TEST_SUITE_P(All, BadSettings,
                         ::testing::Values("kiosk = \"K0", "kiosk = 5\n", "kiosk = \"\"\n", "kiosk = \"K-01\"\n",
                                           "slip = \"yes\"\n", "watch = [\"a\"]\n", "receipts = 1\n", "printer = true\n",
                                           "\xff\xfe", "[[kiosk]]\n"));

}  // namespace
}  // namespace mingting
