// From a content folder to a release: what it holds, what is done again and what is not, what happens when
// the disk fails.
#include "base/said/words.hpp"
#include "publish/build/build.hpp"

#include <filesystem>

#include "base/disk/lock_file.hpp"
#include "library/library.hpp"
#include "publish/build/data_package.hpp"
#include "publish/build/media_cache.hpp"
#include "publish/build/samples.hpp"
#include "publish/sample_folder.hpp"
#include "release/installer.hpp"
#include "release/keys.hpp"
#include "support/faulty_files.hpp"
#include "support/small_png.hpp"

namespace mingting {
namespace {

/// A sound folder, keys, and a repository to build into.
class Build : public ::testing::Test {
 protected:
  void SetUp() override {
    SeededRandom random(1);
    ASSERT_TRUE(generate_keys(disk(), random, folder_ / "keys"));
  }

  std::string key(const char* file, const char* kind) {
    const auto key = read_key_file(disk(), folder_ / "keys" / file, kind);
    EXPECT_TRUE(key);
    return key.value_or("");
  }
  BuildOptions options() {
    return {.repository = repository(),
            .secret_key = key("release.key", "release-secret"),
            .office_key = key("office.pub", "office-public")};
  }
  Path repository() const { return folder_ / "repository"; }

  Result<BuildReport> build(FileSystem& files, const BuildOptions& options) {
    return build_release(files, clock_, sample_.check().content, options);
  }
  BuildReport build() {
    auto report = build(disk(), options());
    EXPECT_TRUE(report) << (report ? "" : worded(report.error()));
    return report.value_or(BuildReport{});
  }
  std::string bytes_of(const ReleaseObject& object) {
    return disk()
        .read(repository() / "objects" / object.sha256.substr(0, 2) / object.sha256, 64U << 20)
        .value_or("");
  }
  Library installed() {
    auto store = ReleaseStore::open(disk(), folder_ / "state");
    auto report = store->install(repository(), FirstUse::Trust);
    EXPECT_TRUE(report) << worded(report.error());
    auto library = Library::open(report->release.content_db);
    EXPECT_TRUE(library) << worded(library.error());
    return std::move(*library);
  }

  SampleFolder sample_;
  TempFolder folder_;
  ManualClock clock_{*parse_local_time("2026-11-23T09:00")};
};

TEST_F(Build, AReleaseInstallsAndHoldsWhatTheFolderHeld) {
  const auto content = sample_.check().content;
  const auto report = build();
  EXPECT_TRUE(report.changed);
  EXPECT_EQ(report.documents, 3U);
  EXPECT_EQ(report.manifest.site, "nanming");
  EXPECT_EQ(report.manifest.sequence, 1U);
  EXPECT_EQ(report.manifest.expires - report.manifest.made, std::chrono::days(365));
  ASSERT_TRUE(verify_repository(disk(), repository()));

  const auto library = installed();
  auto site = content.site;
  site.office_key = key("office.pub", "office-public");
  EXPECT_EQ(*library.site(), site);
  EXPECT_EQ(library.columns()->size(), 2U);
  for (const auto& document : content.documents) {
    auto stored = library.document(document.item.id);
    ASSERT_TRUE(stored) << worded(stored.error());
    for (auto& relation : stored->item.relations) relation.title.clear();  // filled in on reading
    EXPECT_EQ(*stored, document);
  }
  EXPECT_EQ(library.forms()->at(0), content.forms.at(0));
  EXPECT_EQ(library.table("fees")->columns.size(), content.tables.at(0).table.columns.size());
  EXPECT_TRUE(library.calendar()->knows(std::chrono::year(2026)));
  EXPECT_EQ(*library.media_object("plan.png"), sha256_hex(sample_.files.at("media/plan.png")));
}

TEST_F(Build, TheSameFolderGivesTheSameBytes) {
  const auto first = build().manifest.objects;
  BuildOptions elsewhere = options();
  elsewhere.repository = folder_ / "other";
  clock_.advance(std::chrono::hours(1));
  const auto second = build(disk(), elsewhere);
  ASSERT_TRUE(second);
  EXPECT_EQ(first, second->manifest.objects);
}

TEST_F(Build, UnchangedContentMakesNoRelease) {
  build();
  const auto again = build();
  EXPECT_FALSE(again.changed);
  EXPECT_EQ(again.manifest.sequence, 1U);
  EXPECT_EQ(verify_repository(disk(), repository())->sequence, 1U);
  auto renewing = options();
  renewing.renew = true;
  renewing.valid_days = 30;
  EXPECT_EQ(build(disk(), renewing)->manifest.sequence, 2U);
}

TEST_F(Build, OnlyNewAndChangedMediaAreRead) {
  sample_.files["media/second.png"] = small_png(2);
  EXPECT_EQ(build().media_hashed, 2U);
  EXPECT_EQ(build().media_hashed, 0U);
  sample_.item("new", "一条新的");
  const auto report = build();
  EXPECT_EQ(report.media_hashed, 0U);
  EXPECT_EQ(report.manifest.sequence, 2U);
  EXPECT_EQ(report.manifest.objects.size(), 3U);
  sample_.files["media/second.png"] += " changed";
  EXPECT_EQ(build().media_hashed, 1U);
  sample_.files.erase("media/second.png");
  EXPECT_EQ(build().manifest.objects.size(), 2U);
  EXPECT_TRUE(verify_repository(disk(), repository()));
}

TEST_F(Build, AMediumOfTheSameSizeAndALaterTimeIsReadAgain) {
  build();
  sample_.files["media/plan.png"] = small_png(3);
  sample_.write();
  std::filesystem::last_write_time(sample_ / "media/plan.png",
                                   std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
  const auto report = build();
  EXPECT_EQ(report.media_hashed, 1U);
  EXPECT_EQ(bytes_of(report.manifest.objects.at(1)), sample_.files["media/plan.png"]);
}

TEST_F(Build, ACacheThatLiesOrIsTornDoesNoHarm) {
  build();
  for (const std::string text : {"{", "[]", "{\"format\":1,\"media\":[1]}",
                                 "{\"format\":1,\"media\":{\"plan.png\":[1]}}", "{\"format\":9}"}) {
    ASSERT_TRUE(write_durably(disk(), repository() / ".media-cache.json", text));
    EXPECT_EQ(build().media_hashed, 1U) << text;
  }
  // An object that went missing is put back, whatever the cache says.
  const auto hash = sha256_hex(sample_.files.at("media/plan.png"));
  std::filesystem::remove(repository() / "objects" / hash.substr(0, 2) / hash);
  EXPECT_EQ(build().media_hashed, 1U);
  EXPECT_TRUE(verify_repository(disk(), repository()));
}

TEST_F(Build, AnOfficeKeyIsNeeded) {
  auto without = options();
  without.office_key.clear();
  const auto report = build(disk(), without);
  ASSERT_FALSE(report);
  EXPECT_THAT(worded(report.error()), ::testing::HasSubstr("--office-key"));
  EXPECT_FALSE(std::filesystem::exists(repository()));
  sample_.files["site.toml"].insert(0, "office_key = \"" + options().office_key + "\"\n");
  EXPECT_TRUE(build(disk(), without));
}

TEST_F(Build, AnotherSitesRepositoryIsRefused) {
  build();
  sample_.change("site.toml", "nanming", "yunyan");
  const auto report = build(disk(), options());
  ASSERT_FALSE(report);
  EXPECT_EQ(verify_repository(disk(), repository())->site, "nanming");
}

TEST_F(Build, LeavesNothingBesideTheRepository) {
  build();
  EXPECT_FALSE(std::filesystem::exists(folder_ / "repository.building"));
  auto slash = options();
  slash.repository = (folder_ / "repository").string() + "/";
  sample_.item("new", "正文");
  EXPECT_TRUE(build(disk(), slash));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "repository.building"));
  EXPECT_FALSE(std::filesystem::exists(repository() / ".building"));
}

TEST_F(Build, OneAtATimeInARepository) {
  build();
  sample_.item("new", "正文");
  {
    const auto another = LockFile::take(repository() / ".lock");
    ASSERT_TRUE(another);
    const auto report = build(disk(), options());
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().trouble, Trouble::Busy);
    EXPECT_EQ(verify_repository(disk(), repository())->sequence, 1U);
  }
  EXPECT_EQ(build().manifest.sequence, 2U);
}

TEST_F(Build, AFullOrReadOnlyDiskLeavesTheOldRelease) {
  build();
  sample_.item("new", "正文");
  for (std::uint64_t limit = 0; limit < 4; ++limit) {
    FaultyFiles full;
    full.full_after_bytes = limit * 300;
    EXPECT_FALSE(build(full, options())) << limit;
    EXPECT_EQ(verify_repository(disk(), repository())->sequence, 1U);
  }
  FaultyFiles locked;
  locked.read_only = true;
  const auto report = build(locked, options());
  ASSERT_FALSE(report);
  EXPECT_FALSE(worded(report.error()).empty());
  EXPECT_EQ(build().manifest.sequence, 2U);
}

// Between manifest.sig and manifest.json a repository does not verify, and kiosks refuse it; the next build
// must mend that.
TEST_F(Build, APowerCutAtAnyMomentIsMendedByTheNextBuild) {
  build();
  sample_.item("new", "正文").files["media/second.png"] = small_png(2);
  bool done = false;
  for (int moment = 1; !done && moment < 200; ++moment) {
    const auto scratch = folder_ / ("cut-" + std::to_string(moment));
    std::filesystem::copy(repository(), scratch, std::filesystem::copy_options::recursive);
    auto here = options();
    here.repository = scratch;
    FaultyFiles files;
    files.power_cut_at = moment;
    done = build(files, here).has_value() && !files.dead;
    const auto next = build(disk(), here);
    ASSERT_TRUE(next) << moment << ": " << worded(next.error());
    const auto manifest = verify_repository(disk(), scratch);
    ASSERT_TRUE(manifest) << moment << ": " << worded(manifest.error());
    EXPECT_EQ(manifest->objects.size(), 3U) << moment;
    EXPECT_GE(manifest->sequence, 2U) << moment;
    std::filesystem::remove_all(scratch);
  }
  EXPECT_TRUE(done);
}

TEST_F(Build, TheStarterContentGoesAllTheWay) {
  const auto checked = read_content(disk(), Path(MINGTING_SOURCE) / "content", {});
  ASSERT_TRUE(checked);
  const auto report = build_release(disk(), clock_, checked->content, options());
  ASSERT_TRUE(report) << worded(report.error());
  const auto library = installed();
  for (const auto& document : checked->content.documents)
    EXPECT_TRUE(library.document(document.item.id)) << document.item.id;
}

/// Everything below the folder that holds the bytes.
std::vector<std::string> files_with(const Path& folder, const std::string& bytes) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const auto text = disk().read(entry.path(), 64U << 20);
    if (text && text->find(bytes) != std::string::npos) found.push_back(entry.path());
  }
  return found;
}

/// A table of persons: one column masked, one left out, one row past its term, one withdrawn.
void add_people(SampleFolder& sample) {
  sample.files["tables/people.toml"] =
      "title = \"名单\"\nsource = \"通知\"\nkey = [\"no\"]\nends = \"until\"\nstate = \"state\"\nhidden_states = [\"撤回\"]\n"
      "[[columns]]\nname = \"no\"\ntitle = \"编号\"\n[[columns]]\nname = \"who\"\ntitle = \"姓名\"\nmask = \"name\"\n"
      "[[columns]]\nname = \"card\"\ntitle = \"身份证号\"\nmask = \"drop\"\n[[columns]]\nname = \"phone\"\ntitle = \"手机\"\ntype = \"phone\"\nmask = \"phone\"\n"
      "[[columns]]\nname = \"until\"\ntitle = \"公示截止\"\ntype = \"date\"\n[[columns]]\nname = \"state\"\ntitle = \"状态\"\ntype = \"choice\"\nchoices = [\"公示\", \"撤回\"]\n"
      "[[checks]]\nkind = \"sequence\"\ncolumns = [\"no\"]\n";
  sample.files["tables/people.csv"] =
      "no,who,card,phone,until,state\n1,瞿秋实,520102199001011234,13912345678,2027-01-01,公示\n"
      "2,宓子贱,520102199001015678,13912340002,2026-11-22,公示\n3,钟离昧,520102199001019012,13912340003,,撤回\n";
}

TEST_F(Build, WhatIsNotShownIsInNoFileOfARelease) {
  add_people(sample_);
  build();
  const auto package = write_data_package(disk(), sample_.check().content, *parse_date("2026-11-23"), folder_ / "package");
  ASSERT_TRUE(package) << worded(package.error());
  for (const auto* hidden : {"瞿秋实", "520102199001011234", "520102", "13912345678", "宓子", "钟离"}) {
    EXPECT_THAT(files_with(folder_.path(), hidden), ::testing::IsEmpty()) << hidden;
  }
  EXPECT_THAT(files_with(folder_.path(), "瞿**"), ::testing::Not(::testing::IsEmpty())) << "the search itself can find";
  EXPECT_THAT(files_with(folder_.path(), "139****5678"), ::testing::Not(::testing::IsEmpty()));
}

TEST_F(Build, ExamplesLeaveAndTheirTableStays) {
  sample_.change("tables/fees.toml", "title = \"收费\"", "title = \"收费\"\nsample = true\nagency = \"局\"");
  sample_.change("guide/01-hall.md", "summary", "sample = true\nsummary");
  auto checked = sample_.check();
  ASSERT_TRUE(checked.sound());
  const auto left = leave_out_samples(checked.content);
  EXPECT_EQ(left.items, 1U);
  EXPECT_EQ(left.tables, 1U);
  EXPECT_EQ(left.rows, 2U);
  EXPECT_EQ(checked.content.documents.size(), 2U);
  for (const auto& document : checked.content.documents) {
    EXPECT_THAT(document.item.relations, ::testing::IsEmpty()) << "what led to the example is gone";
    for (const auto& block : document.blocks) {
      for (const auto& span : block.spans) EXPECT_EQ(span.link, "");
    }
  }
  ASSERT_TRUE(build_release(disk(), clock_, checked.content, options()));
  EXPECT_EQ(installed().table("fees")->agency, "局");
  EXPECT_THAT(files_with(repository(), "1200.50"), ::testing::IsEmpty());
}

TEST_F(Build, RowsThatChangedSinceTheyWereCheckedAreNotPublished) {
  const auto content = sample_.check().content;
  sample_.files["tables/fees.csv"] += "丙,x,\n";
  sample_.write();
  const auto report = build_release(disk(), clock_, content, options());
  ASSERT_FALSE(report);
  EXPECT_THAT(worded(report.error()), ::testing::HasSubstr("fees.csv 在制作时变了"));
}

}  // namespace
}  // namespace mingting
