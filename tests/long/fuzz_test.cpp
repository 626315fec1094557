// Every file that a program reads, spoiled by chance over and over: it is taken or refused with a sentence, and nothing crashes,
// hangs or is trusted that was not made by us. Daily a few rounds keep it honest; the long run has a hundred times as many.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>

#include "base/said/words.hpp"
#include "domain/calendar/working_days.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "domain/exchange/feed_file.hpp"
#include "domain/uses/uses.hpp"
#include "journeys/published.hpp"
#include "library/library.hpp"
#include "long/spoiled.hpp"
#include "publish/content.hpp"
#include "release/installer.hpp"
#include "release/manifest.hpp"
#include "release/repository.hpp"
#include "intake/hall.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

namespace fs = std::filesystem;

const Path kContent = Path(MINGTING_SOURCE) / "content";

std::vector<Path> files_below(const Path& folder) {
  std::vector<Path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void overwrite(const Path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  ASSERT_TRUE(out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush());
}
std::string bytes_of(const Path& file) { return disk().read(file, 1U << 30).value(); }

/// One file of the folder spoiled at a time, looked at, and put back.
void spoil_each(const Path& folder, unsigned count, const std::function<void(const Path& spoiled)>& look) {
  const auto files = files_below(folder);
  for (unsigned seed = 0; seed < count && !::testing::Test::HasFailure(); ++seed) {
    Spoiler spoiler(seed);
    const auto& file = files[spoiler.below(files.size())];
    const auto whole = bytes_of(file);
    overwrite(file, spoiler.spoil(whole));
    SCOPED_TRACE("seed " + std::to_string(seed) + " " + file.string());
    look(file);
    overwrite(file, whole);
  }
}

TEST(Fuzz, AContentFolderIsCheckedWhateverStandsInIt) {
  TempFolder folder;
  fs::copy(kContent, folder / "content", fs::copy_options::recursive);
  spoil_each(folder / "content", rounds(20, 2'000), [&](const Path&) {
    const auto checked = read_content(disk(), folder / "content", {});
    EXPECT_TRUE(checked || !worded(checked.error()).empty());
  });
}

TEST(Fuzz, ARepositoryWithASpoiledFileIsNotInstalled) {
  TempFolder folder;
  fs::copy(Published::get().first(), folder / "repository", fs::copy_options::recursive);
  fs::remove_all(folder / "repository/.media-cache.json");
  unsigned refused = 0;
  spoil_each(folder / "repository", rounds(40, 4'000), [&](const Path&) {
    if (!verify_repository(disk(), folder / "repository")) ++refused;
  });
  EXPECT_GT(refused, rounds(10, 1'000));
  EXPECT_TRUE(verify_repository(disk(), folder / "repository")) << "all was put back";
}

TEST(Fuzz, ASpoiledContentDatabaseAnswersOrRefuses) {
  TempFolder folder;
  auto store = ReleaseStore::open(disk(), folder / "state");
  ASSERT_TRUE(store);
  const auto installed = store->install(Published::get().first(), FirstUse::Trust);
  ASSERT_TRUE(installed);
  const auto whole = bytes_of(installed->release.content_db);
  for (unsigned seed = 0; seed < rounds(20, 2'000); ++seed) {
    SCOPED_TRACE(seed);
    overwrite(folder / "content.db", Spoiler(seed).spoil(whole));
    const auto library = Library::open(folder / "content.db");
    if (!library) continue;
    (void)library->columns();
    (void)library->latest(20, Date{});
    (void)library->search({.text = "政务公开"});
    (void)library->suggest("zw", 5);
  }
}

TEST(Fuzz, AnExportWithASpoiledFileLosesNoSoundRecordAndInventsNone) {
  HallAtWork hall;
  const auto exported = hall.exported(5);
  std::set<std::string> hashes;
  const auto whole = hall.read(exported);
  ASSERT_TRUE(whole);
  for (const auto& record : whole->records) hashes.insert(record.hash);
  ASSERT_EQ(hashes.size(), 5U);
  spoil_each(exported, rounds(60, 6'000), [&](const Path&) {
    const auto opened = hall.read(exported);
    if (!opened) return;
    for (const auto& record : opened->records) EXPECT_TRUE(hashes.contains(record.hash)) << record.hash;
    EXPECT_TRUE(opened->records.size() == 5 || !opened->faults.empty()) << "what is missing is named";
  });
}

TEST(Fuzz, FilesOfLinesAreReadOrRefused) {
  const auto calendar = bytes_of(kContent / "calendar/holidays.csv");
  const std::string acknowledged = R"({"version":1,"kiosks":[{"key":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=","position":3,"hash":"00"}]})";
  const auto manifest = bytes_of(Published::get().first() / "manifest.json");
  const auto signatures = bytes_of(Published::get().first() / "manifest.sig");
  for (unsigned seed = 0; seed < rounds(300, 100'000); ++seed) {
    Spoiler spoiler(seed);
    (void)WorkCalendar::from_csv(spoiler.spoil(calendar));
    (void)parse_acknowledged(spoiler.spoil(acknowledged));
    (void)parse_feed(spoiler.spoil("mingting-status-feed 1 2026-11-23\nAAAA BBBB\n"));
    (void)parse_weeks(spoiler.spoil(R"({"weeks":[{"week":"2026-11-23","items":{"guide/a":9},"words":{"充电桩补贴":0}}]})"));
    (void)trust::parse_manifest(spoiler.spoil(manifest), "manifest.json");
    (void)trust::parse_signatures(spoiler.spoil(signatures), "manifest.sig");
    (void)read_words(spoiler.spoil("[a]\nb = \"c {}\"\n"), "words");
  }
}

}  // namespace
}  // namespace mingting
