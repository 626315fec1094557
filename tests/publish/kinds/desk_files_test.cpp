// content/desk: the status feed and the acknowledgements are checked and published, all else there is the desk's own.
#include "base/said/words.hpp"
#include "base/text/encoding.hpp"
#include "library/library.hpp"
#include "publish/build/build.hpp"
#include "publish/sample_folder.hpp"
#include "release/installer.hpp"
#include "release/keys.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Date kDay = *parse_date("2026-11-20");
std::string box(char letter) { return to_base64(std::string(1024 + kBoxOverhead, letter)); }
const Feed kFeed{.as_of = kDay, .entries = {{std::string(64, '1'), box('A')}, {std::string(64, '2'), box('B')}}};
const Acknowledged kAcknowledged{std::string(43, 'k') + "=", 12, std::string(64, 'a')};

struct DeskFolder : SampleFolder {
  DeskFolder() {
    files["desk/status.feed"] = print_feed(kFeed.entries, kDay);
    files["desk/acknowledged.json"] = print_acknowledged({kAcknowledged});
  }
};

TEST(DeskFiles, AreReadWithoutAWord) {
  DeskFolder folder;
  folder.files["desk/desk.toml"] = "anything = 1\n";
  folder.files["desk/templates/reply.txt"] = "……";
  const auto checked = folder.check();
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_EQ(checked.content.status_feed, kFeed);
  EXPECT_THAT(checked.content.acknowledged, ElementsAre(kAcknowledged));
}

TEST(DeskFiles, MayBeMissing) {
  SampleFolder folder;
  EXPECT_EQ(folder.check().content.status_feed, std::nullopt);
  EXPECT_THAT(folder.check().content.acknowledged, IsEmpty());
  folder.files["desk/desk.toml"] = "anything = 1\n";
  EXPECT_THAT(folder.findings(), IsEmpty());
}

TEST(DeskFiles, ASpoiltFeedIsNamedWithItsLine) {
  DeskFolder folder;
  folder.change("desk/status.feed", std::string(64, '2'), std::string(64, '0'));
  const auto findings = folder.findings();
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].severity, Severity::Error);
  EXPECT_EQ(findings[0].file, "desk/status.feed");
  EXPECT_EQ(findings[0].line, 3);
}

TEST(DeskFiles, SpoiltAcknowledgementsAreNamed) {
  DeskFolder folder;
  folder.change("desk/acknowledged.json", "\"position\": 12", "\"position\": -12");
  const auto findings = folder.findings();
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].file, "desk/acknowledged.json");
  EXPECT_THAT(sentence_of(findings[0]), HasSubstr("第 1 台"));
}

TEST(DeskFiles, ArriveOnTheKiosk) {
  TempFolder place;
  SeededRandom random(1);
  ASSERT_TRUE(generate_keys(disk(), random, place / "keys"));
  const auto secret = read_key_file(disk(), place / "keys/release.key", "release-secret");
  const auto office = read_key_file(disk(), place / "keys/office.pub", "office-public");
  DeskFolder folder;
  const BuildOptions options{.repository = place / "repository", .secret_key = *secret, .office_key = *office};
  const ManualClock clock(*parse_local_time("2026-11-20T18:00"));
  ASSERT_TRUE(build_release(disk(), clock, folder.check().content, options));
  const auto again = build_release(disk(), clock, folder.check().content, options);
  EXPECT_FALSE(again->changed) << "the same feed makes no release";
  auto store = ReleaseStore::open(disk(), place / "state");
  const auto installed = store->install(place / "repository", FirstUse::Trust);
  ASSERT_TRUE(installed) << worded(installed.error());
  const auto library = Library::open(installed->release.content_db);
  ASSERT_TRUE(library) << worded(library.error());
  EXPECT_EQ(library->status_as_of().value(), std::optional(kDay));
  EXPECT_EQ(library->status_box(kFeed.entries[1].key).value(), std::optional(kFeed.entries[1].box));
  EXPECT_THAT(*library->acknowledged(), ElementsAre(kAcknowledged));
}

}  // namespace
}  // namespace mingting
