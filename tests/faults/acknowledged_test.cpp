// A release says what the office holds: the kiosk that shows it forgets that, whether it comes while it runs or before it starts.
#include "base/said/words.hpp"
#include "faults/kiosk_at_work.hpp"
#include "intake/export/reader.hpp"
#include "publish/build/build.hpp"
#include "publish/content.hpp"
#include "release/keys.hpp"

namespace mingting {
namespace {

class AcknowledgedRelease : public KioskAtWork {
 protected:
  /// One application is stored; the kiosk is closed.
  void SetUp() override {
    install_first();
    ASSERT_TRUE(open());
    const auto played = play(kApplication);
    ASSERT_TRUE(played) << worded(played.error());
    close();
    acknowledged_ = held_at_the_office();
  }

  void close() { kiosk_.reset(); }

  Intake store() {
    auto intake =
        Intake::open(disk(), random_, clock_, {.folder = state() / "intake", .kiosk_name = "K01", .receipt_prefix = "NM"});
    EXPECT_TRUE(intake) << worded(intake.error());
    return std::move(*intake);
  }
  std::uint64_t stored() {
    close();
    return store().stored();
  }

  Acknowledged held_at_the_office() {
    std::filesystem::create_directories(folder_ / "export");
    auto intake = store();
    const auto report = intake.export_to(folder_ / "export");
    const auto key = read_key_file(disk(), Published::get().office_key_file(), "office-secret");
    const auto opened = open_export(disk(), report->folder, *key);
    EXPECT_TRUE(opened) << worded(opened.error());
    return {opened->kiosk_key, opened->records.at(0).position, opened->records.at(0).hash};
  }

  /// The next release, with these acknowledgements.
  Path released(const std::vector<Acknowledged>& all) {
    const auto repository = folder_ / "repository";
    std::filesystem::copy(Published::get().first(), repository, std::filesystem::copy_options::recursive);
    auto content = read_content(disk(), Path(MINGTING_SOURCE) / "content", {});
    content->content.acknowledged = all;
    const auto keys = Published::get().office_key_file().parent_path();
    const auto report = build_release(disk(), ManualClock(kPublished), content->content,
                                      {.repository = repository,
                                       .secret_key = *read_key_file(disk(), keys / "release.key", "release-secret"),
                                       .office_key = *read_key_file(disk(), keys / "office.pub", "office-public")});
    EXPECT_TRUE(report) << worded(report.error());
    return repository;
  }

  Acknowledged acknowledged_;
};

TEST_F(AcknowledgedRelease, IsActedOnWhenItArrives) {
  ASSERT_TRUE(open());
  const auto taken = kiosk_->take_release(released({acknowledged_}));
  ASSERT_TRUE(taken) << worded(taken.error());
  EXPECT_EQ(times_logged("1 submissions are held at the office"), 1U);
  EXPECT_EQ(stored(), 0U);
  ASSERT_TRUE(open()) << "and it goes on";
  EXPECT_TRUE(play(kApplication + "expect -0002-\n"));
  EXPECT_EQ(stored(), 1U);
}

TEST_F(AcknowledgedRelease, IsActedOnAtTheNextStart) {
  {
    auto store = ReleaseStore::open(disk(), state());
    const auto installed = store->install(released({acknowledged_}), FirstUse::Refuse);
    ASSERT_TRUE(installed) << worded(installed.error());
  }
  EXPECT_EQ(stored(), 1U);
  ASSERT_TRUE(open());
  EXPECT_EQ(stored(), 0U);
  ASSERT_TRUE(open());
  EXPECT_EQ(times_logged("submissions are held at the office"), 1U) << "once";
}

TEST_F(AcknowledgedRelease, ThatKnowsAnotherRecordBeginsANewChainAndDeletesNothing) {
  acknowledged_.hash.front() = acknowledged_.hash.front() == '0' ? '1' : '0';
  ASSERT_TRUE(open());
  ASSERT_TRUE(kiosk_->take_release(released({acknowledged_})));
  EXPECT_EQ(times_logged("没有删除任何记录"), 1U);
  EXPECT_EQ(stored(), 1U);
}

TEST_F(AcknowledgedRelease, ForAnotherKioskConcernsNobodyHere) {
  acknowledged_.kiosk_key = std::string(43, 'A') + "=";
  ASSERT_TRUE(open());
  ASSERT_TRUE(kiosk_->take_release(released({acknowledged_})));
  EXPECT_EQ(times_logged("没有删除任何记录"), 0U);
  EXPECT_EQ(stored(), 1U);
}

}  // namespace
}  // namespace mingting
