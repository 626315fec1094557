// Releases added to their folder.
#include "base/said/words.hpp"
#include "release/repository.hpp"

#include "release/release_fixture.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using Repository = Release;

TEST_F(Repository, HoldsWhatTheDesignSays) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  for (const auto* name : {"manifest.json", "manifest.sig", "root/1.json", "history/1.json", "history/1.sig"}) {
    EXPECT_TRUE(disk().exists(repository_ / name)) << name;
  }
  EXPECT_EQ(bytes_of(object_in(repository_ / "objects", "picture")), "picture");
  EXPECT_EQ(bytes_of(repository_ / "manifest.json"), bytes_of(repository_ / "history/1.json"));
  EXPECT_THAT(bytes_of(repository_ / "manifest.json"), HasSubstr("\"made\": \"2026-11-01T00:00:00Z\""));
}

TEST_F(Repository, SequencesOnlyGoUp) {
  EXPECT_EQ(publish({{"content.db", "one"}}).sequence, 1U);
  EXPECT_EQ(publish({{"content.db", "two"}}).sequence, 2U);
  auto writer = RepositoryWriter::open(disk(), repository_, "nanming", secret_).value();
  EXPECT_EQ(writer.next_sequence(), 3U);
  ASSERT_EQ(writer.latest_objects().size(), 1U);
  EXPECT_EQ(writer.latest_objects()[0].sha256, sha256_hex("two"));
  EXPECT_TRUE(writer.holds(sha256_hex("one")));
  EXPECT_FALSE(writer.holds(sha256_hex("three")));
  EXPECT_FALSE(writer.holds("../../root/1.json"));
}

TEST_F(Repository, VerifiesWhole) {
  const auto published = publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  EXPECT_EQ(verify_repository(disk(), repository_).value(), published);
}

TEST_F(Repository, RefusesAnotherSiteAndAnotherKey) {
  publish({{"content.db", "one"}});
  EXPECT_THAT(worded(RepositoryWriter::open(disk(), repository_, "yunyan", secret_).error()), HasSubstr("nanming"));
  const auto other = make_key("other", 2);
  EXPECT_THAT(worded(RepositoryWriter::open(disk(), repository_, "nanming", other).error()),
              HasSubstr(fingerprint(public_key("other"))));
  EXPECT_FALSE(RepositoryWriter::open(disk(), folder_ / "new", "南明", secret_));
  EXPECT_FALSE(RepositoryWriter::open(disk(), folder_ / "new", "nanming", "no key"));
  EXPECT_FALSE(RepositoryWriter::open(disk(), folder_ / "new", "nanming", public_key("office")));
}

TEST_F(Repository, TakesNoPathThatIsMoreThanAName) {
  auto writer = RepositoryWriter::open(disk(), repository_, "nanming", secret_).value();
  const auto file = folder_.write("a", "x");
  for (const auto* path : {"", "content.db2", "../content.db", "media/../x", "media/", "media//x", "/etc/passwd", "media/a\\b",
                           "media/.hidden", "media/a:b", "C:x", "media/\xff", "media/a\nb", "media", "media/./x"}) {
    EXPECT_FALSE(writer.add_file(file, path)) << path;
  }
  EXPECT_FALSE(writer.add_file(file, std::string("media/a\0b", 9)));
  EXPECT_FALSE(writer.add_file(file, "media/" + std::string(400, 'x')));
  EXPECT_TRUE(writer.add_file(file, "media/图片 1.png"));
}

TEST_F(Repository, PublishesNothingItDoesNotHold) {
  auto writer = RepositoryWriter::open(disk(), repository_, "nanming", secret_).value();
  const auto made = at("2026-11-01T08:00");
  const ReleaseObject missing{"content.db", 3, sha256_hex("one")};
  EXPECT_FALSE(writer.publish({missing}, made, made));
  EXPECT_FALSE(writer.publish({}, made, made));  // no content.db
  const auto held = writer.add_file(folder_.write("a", "one"), "content.db").value();
  EXPECT_FALSE(writer.publish({held, held}, made, made));
  EXPECT_FALSE(disk().exists(repository_ / "manifest.json"));
  EXPECT_TRUE(writer.publish({held}, made, made));
}

TEST_F(Repository, AChangedByteAnywhereIsFound) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  publish({{"content.db", "two"}, {"media/a.png", "picture"}});
  for (const auto& entry : std::filesystem::recursive_directory_iterator(repository_)) {
    if (!entry.is_regular_file()) continue;
    const auto name = entry.path().lexically_relative(repository_).generic_string();
    if (name == object_in("objects", "one").generic_string()) continue;  // of the old release alone
    const auto good = bytes_of(entry.path());
    auto bad = good;
    bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 1);
    overwrite(entry.path(), bad);
    EXPECT_FALSE(verify_repository(disk(), repository_)) << name;
    overwrite(entry.path(), good);
  }
  EXPECT_TRUE(verify_repository(disk(), repository_));
}

TEST_F(Repository, ADamagedObjectIsNamed) {
  publish({{"content.db", "one"}, {"media/a.png", "picture"}});
  overwrite(object_in(repository_ / "objects", "picture"), "pictuer");
  EXPECT_THAT(worded(verify_repository(disk(), repository_).error()), HasSubstr("media/a.png"));
}

TEST_F(Repository, ATornManifestIsPublishedAnew) {
  publish({{"content.db", "one"}});
  overwrite(repository_ / "manifest.json", "{");
  auto writer = RepositoryWriter::open(disk(), repository_, "nanming", secret_).value();
  EXPECT_EQ(writer.next_sequence(), 2U);
  EXPECT_TRUE(writer.latest_objects().empty());
  publish({{"content.db", "one"}});
  EXPECT_EQ(verify_repository(disk(), repository_)->sequence, 2U);
}

TEST_F(Repository, APowerCutWhilePublishingLeavesItUsable) {
  publish({{"content.db", "one"}});
  bool finished = false;
  for (int moment = 1; !finished; ++moment) {
    FaultyFiles files;
    files.power_cut_at = moment;
    auto writer = RepositoryWriter::open(files, repository_, "nanming", secret_);
    const auto source = folder_.write("loose", "content " + std::to_string(moment));
    const auto object = writer.and_then([&](auto& open) { return open.add_file(source, "content.db"); });
    finished = object && writer->publish({*object}, at("2026-11-01T08:00"), at("2027-11-01T08:00"));
    const auto left = verify_repository(disk(), repository_);
    EXPECT_TRUE(left) << "moment " << moment << (left ? "" : worded(left.error()));
    const auto next = publish({{"content.db", "after " + std::to_string(moment)}});
    ASSERT_EQ(verify_repository(disk(), repository_).value(), next) << "moment " << moment;
  }
}

TEST_F(Repository, KeysRotate) {
  publish({{"content.db", "one"}});
  const auto second = make_key("second", 2);
  EXPECT_EQ(rotate_root(disk(), repository_, {{public_key("second")}, 1}, {secret_, second}).value(), 2U);
  EXPECT_FALSE(verify_repository(disk(), repository_));  // the release is still the old key's
  EXPECT_FALSE(RepositoryWriter::open(disk(), repository_, "nanming", secret_));
  EXPECT_EQ(publish({{"content.db", "one"}}, second, repository_).root_version, 2U);
  EXPECT_TRUE(verify_repository(disk(), repository_));
}

TEST_F(Repository, RotationNeedsBothKeys) {
  publish({{"content.db", "one"}});
  const auto second = make_key("second", 2);
  EXPECT_FALSE(rotate_root(disk(), repository_, {{public_key("second")}, 1}, {second}));
  EXPECT_FALSE(rotate_root(disk(), repository_, {{public_key("second")}, 1}, {secret_}));
  EXPECT_FALSE(rotate_root(disk(), repository_, {{public_key("second")}, 2}, {secret_, second}));
  EXPECT_FALSE(rotate_root(disk(), repository_, {{public_key("second"), public_key("second")}, 2}, {secret_, second}));
  EXPECT_FALSE(rotate_root(disk(), repository_, {{"\xff\xfe no key\n"}, 1}, {secret_, second}));
  EXPECT_FALSE(rotate_root(disk(), repository_, {{}, 0}, {secret_, second}));
  EXPECT_FALSE(disk().exists(repository_ / "root/2.json"));
}

TEST_F(Repository, TwoOfThreeSign) {
  publish({{"content.db", "one"}});
  const auto second = make_key("second", 2);
  make_key("third", 3);
  const NextRoot next{{public_key("office"), public_key("second"), public_key("third")}, 2};
  ASSERT_TRUE(rotate_root(disk(), repository_, next, {secret_, second}));
  publish({{"content.db", "two"}});
  EXPECT_FALSE(verify_repository(disk(), repository_)) << "one signature";
  const auto manifest = bytes_of(repository_ / "manifest.json");
  const auto signed_by = [&](const std::vector<std::string>& keys) {
    std::vector<trust::Signature> signatures;
    for (const auto& key : keys) signatures.push_back(trust::sign_manifest(manifest, key).value());
    for (const auto* place : {"history/2.sig", "manifest.sig"}) {
      ASSERT_TRUE(write_durably(disk(), repository_ / place, trust::print_signatures(signatures)));
    }
  };
  signed_by({secret_, secret_});
  EXPECT_FALSE(verify_repository(disk(), repository_)) << "the same key twice is still one";
  signed_by({secret_, second});
  EXPECT_TRUE(verify_repository(disk(), repository_));
}

}  // namespace
}  // namespace mingting
