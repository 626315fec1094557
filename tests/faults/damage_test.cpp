// Bytes go wrong in what is installed: the kiosk notices, shows the release before, says so, and is repaired by a stick.
#include <gmock/gmock.h>

#include <fstream>

#include "base/said/words.hpp"
#include "faults/kiosk_at_work.hpp"
#include "main/kiosk/commands.hpp"

namespace mingting {
namespace {

class DamagedContent : public KioskAtWork {
 protected:
  /// Both releases installed, the second shown.
  void SetUp() override {
    install_first();
    folder_.write("state/device.toml", "kiosk = \"K01\"\nwatch = \"" + stick().string() + "\"\n");
    auto store = ReleaseStore::open(disk(), state());
    ASSERT_TRUE(store->install(Published::get().next(), FirstUse::Refuse));
    const auto held = store->held();
    ASSERT_EQ(held->size(), 2U);
    newest_ = held->at(0), before_ = held->at(1);
  }

  /// One byte, so many thousandths into the file.
  static void flip(const InstalledRelease& release, std::uint64_t per_mille) {
    const auto at = static_cast<std::streamoff>(std::filesystem::file_size(release.content_db) * per_mille / 1000);
    std::fstream file(release.content_db, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(at);
    const char byte = static_cast<char>(file.get() ^ 0x55);
    file.seekp(at);
    file.put(byte);
  }
  static void fill_with_garbage(const InstalledRelease& release) {
    const auto size = std::filesystem::file_size(release.content_db);
    std::ofstream(release.content_db, std::ios::binary) << std::string(size, 'x');
  }

  Result<void> open_again() {
    kiosk_.reset();
    return open();
  }
  bool on_screen(const std::string& words) { return kiosk_->tree().text().find(words) != std::string::npos; }
  void goes(const std::string& lines) {
    const auto played = play(lines);
    ASSERT_TRUE(played) << worded(played.error());
  }

  /// What `mingting status` says, beside a kiosk that is not running.
  std::string status(int expected) {
    kiosk_.reset();
    ::testing::internal::CaptureStdout();
    const int code = status_command(state(), [](bool) { return false; });
    std::fflush(nullptr);
    const auto text = ::testing::internal::GetCapturedStdout();
    EXPECT_EQ(code, expected) << text;
    return text;
  }

  InstalledRelease newest_, before_;
};

const std::string kStandsIn = "现在显示的是上一版";

TEST_F(DamagedContent, SoundContentIsShownWithoutAWord) {
  ASSERT_TRUE(open());
  goes("tap 开始使用\nexpect 您想做什么\n");
  EXPECT_EQ(shown(), 2U);
  EXPECT_FALSE(on_screen(kStandsIn));
  EXPECT_NE(status(0).find("第 2 号"), std::string::npos);
}

TEST_F(DamagedContent, AByteAnywhereIsNoticedAndTheReleaseBeforeStandsIn) {
  for (const std::uint64_t place : {30U, 270U, 500U, 820U, 999U}) {
    SCOPED_TRACE(place);
    flip(newest_, place);
    ASSERT_TRUE(open());
    goes("tap 开始使用\nexpect 您想做什么\n");
    EXPECT_EQ(shown(), 1U);
    EXPECT_TRUE(on_screen(kStandsIn));
    goes("tap 搜索\ntype 搜索 政府信息公开条例\npress Enter\nexpect 中华人民共和国政府信息公开条例\n");
    EXPECT_THAT(log(), testing::HasSubstr("release 2 is damaged"));
    ASSERT_TRUE(open_again()) << "and from now on from the first moment";
    EXPECT_EQ(shown(), 1U);
    EXPECT_NE(status(1).find("第 2 号的内容文件已经损坏，现在显示的是第 1 号"), std::string::npos);
    ASSERT_TRUE(ReleaseStore::open(disk(), state())->install(Published::get().next(), FirstUse::Refuse));
  }
}

TEST_F(DamagedContent, GarbageIsToldByStatusBeforeAnybodyStartsTheKiosk) {
  fill_with_garbage(newest_);
  const auto said = status(1);
  EXPECT_NE(said.find("第 2 号的内容文件已经损坏"), std::string::npos) << said;
  EXPECT_NE(said.find("mingting install"), std::string::npos) << said;
}

TEST_F(DamagedContent, AStickWithTheSameNumberRepairs) {
  flip(newest_, 500);
  ASSERT_TRUE(open());
  EXPECT_EQ(shown(), 1U);
  put_on_stick(Published::get().next());
  pass(Milliseconds(6000));
  EXPECT_EQ(shown(), 2U);
  goes("tap 开始使用\nexpect 您想做什么\n");
  EXPECT_FALSE(on_screen(kStandsIn));
  status(0);
}

TEST_F(DamagedContent, ACommandThatInstallsTheSameNumberRepairsARunningKiosk) {
  flip(newest_, 500);
  ASSERT_TRUE(open());
  EXPECT_EQ(shown(), 1U);
  ASSERT_TRUE(ReleaseStore::open(disk(), state())->install(Published::get().next(), FirstUse::Refuse));
  pass(Milliseconds(3000));
  EXPECT_EQ(shown(), 2U);
}

TEST_F(DamagedContent, WithNothingElseTheScreenSaysSoUntilAStickComes) {
  flip(newest_, 500);
  flip(before_, 500);
  ASSERT_TRUE(open());
  EXPECT_EQ(shown(), 0U);
  EXPECT_TRUE(on_screen("内容损坏或者打不开"));
  EXPECT_TRUE(on_screen("请工作人员重新安装内容"));
  ASSERT_TRUE(open_again());
  EXPECT_TRUE(on_screen("内容损坏或者打不开"));
  EXPECT_NE(status(1).find("没有更早的可以代替"), std::string::npos);
  ASSERT_TRUE(open());
  put_on_stick(Published::get().next());
  pass(Milliseconds(6000));
  EXPECT_EQ(shown(), 2U);
}

TEST_F(DamagedContent, DamageOfALaterDayIsFoundWithinADay) {
  ASSERT_TRUE(open());
  EXPECT_EQ(shown(), 2U);
  flip(newest_, 500);
  clock_.advance(std::chrono::hours(24));
  kiosk_->tick();
  kiosk_->tick();
  EXPECT_EQ(shown(), 1U);
}

}  // namespace
}  // namespace mingting
