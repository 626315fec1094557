// The programs on bad input, as a person at the machine meets it: one clear sentence, exit code 1, nothing lost.
#include <sys/mount.h>

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <thread>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "intake/intake.hpp"
#include "journeys/published.hpp"
#include "paper/tools.hpp"

namespace mingting {
namespace {

const std::string kMingting = std::string(MINGTING_BINARIES) + "/mingting";
const std::string kPublish = std::string(MINGTING_BINARIES) + "/mingting-publish";

class Programs : public ::testing::Test {
 protected:
  Ran mingting(std::vector<std::string> words) {
    words.insert(words.begin(), kMingting);
    words.insert(words.end(), {"--state", state().string()});
    return run(std::move(words));
  }
  Path state() const { return folder_ / "state"; }

  /// Plays a script of one tap; says how the program ended.
  Ran start(std::vector<std::string> more = {}) {
    folder_.write("start.journey", "tap 开始使用\n");
    std::vector<std::string> words{"--headless", "--script", (folder_ / "start.journey").string(), "--out",
                                   (folder_ / "out").string()};
    words.insert(words.end(), more.begin(), more.end());
    return mingting(words);
  }

  void expect_sentence(const Ran& ran, const std::string& part) {
    EXPECT_EQ(ran.status, 1) << ran.output;
    EXPECT_NE(ran.output.find(part), std::string::npos) << ran.output;
    EXPECT_EQ(ran.output.find("terminate called"), std::string::npos) << ran.output;
  }

  TempFolder folder_;
};

TEST_F(Programs, InstallsTheSameReleaseTwiceWithoutHarm) {
  const auto first = mingting({"install", Published::get().first().string()});
  EXPECT_EQ(first.status, 0) << first.output;
  EXPECT_NE(first.output.find("指纹"), std::string::npos);
  EXPECT_EQ(mingting({"install", Published::get().first().string()}).status, 0);
  EXPECT_EQ(start().status, 0);
}

TEST_F(Programs, AFolderWithoutARepositoryIsNamed) {
  expect_sentence(mingting({"install", (folder_ / "nothing").string()}), "nothing");
}

TEST_F(Programs, ATornManifestLeavesTheOldReleaseOnScreen) {
  Published::get().install(state());
  std::filesystem::copy(Published::get().next(), folder_ / "torn", std::filesystem::copy_options::recursive);
  const auto manifest = folder_ / "torn/manifest.json";
  std::filesystem::resize_file(manifest, std::filesystem::file_size(manifest) / 2);
  const auto refused = mingting({"install", (folder_ / "torn").string()});
  EXPECT_EQ(refused.status, 1);
  EXPECT_FALSE(refused.output.empty());
  EXPECT_EQ(start().status, 0);
}

TEST_F(Programs, AnOlderReleaseIsRefused) {
  EXPECT_EQ(mingting({"install", Published::get().next().string()}).status, 0);
  const auto refused = mingting({"install", Published::get().first().string()});
  EXPECT_EQ(refused.status, 1) << refused.output;
  EXPECT_EQ(start().status, 0);
}

TEST_F(Programs, AStateOfANewerVersionIsLeftAlone) {
  Published::get().install(state());
  ASSERT_TRUE(write_durably(disk(), state() / "release/format", "99\n"));
  expect_sentence(start(), "新");
}

TEST_F(Programs, ASecondKioskOnTheSameStateIsRefused) {
  Published::get().install(state());
  SystemRandom random;
  const SystemClock clock;
  auto held = Intake::open(disk(), random, clock, {.folder = state() / "intake", .kiosk_name = "K01", .receipt_prefix = "NM"});
  ASSERT_TRUE(held) << worded(held.error());
  const auto refused = start();
  EXPECT_EQ(refused.status, 1) << refused.output;
}

TEST_F(Programs, MissingFontsAreNamedWithTheirPackage) {
  Published::get().install(state());
  folder_.write("fonts/fonts.toml",
                "[[regular]]\nfile = \"/nowhere/Noto.ttc\"\nindex = 2\nem_scale = 1.448\npackage = \"fonts-noto-cjk\"\n");
  expect_sentence(start({"--fonts", (folder_ / "fonts").string()}), "fonts-noto-cjk");
}

TEST_F(Programs, WithoutADisplayTheKioskSaysWhatToDo) {
  Published::get().install(state());
  ::unsetenv("DISPLAY");
  ::unsetenv("WAYLAND_DISPLAY");
  ::setenv("SDL_VIDEODRIVER", "x11", 1);
  const auto ran = mingting({});
  ::unsetenv("SDL_VIDEODRIVER");
  expect_sentence(ran, "--tour");
}

TEST_F(Programs, WithoutContentTheKioskStartsAndSaysSo) {
  folder_.write("empty.journey", "expect 还没有可以显示的内容\n");
  const auto ran =
      mingting({"--headless", "--script", (folder_ / "empty.journey").string(), "--out", (folder_ / "out").string()});
  EXPECT_EQ(ran.status, 0) << ran.output;
}

TEST_F(Programs, AFailingScriptNamesItsLineAndShowsTheTree) {
  Published::get().install(state());
  folder_.write("fail.journey", "# a comment\ntap 开始使用\nexpect 没有这句话\n");
  const auto ran = mingting({"--headless", "--script", (folder_ / "fail.journey").string(), "--out", (folder_ / "out").string()});
  expect_sentence(ran, "line 3");
  EXPECT_NE(ran.output.find("提申请"), std::string::npos);
}

TEST_F(Programs, SearchAnswersInJson) {
  Published::get().install(state());
  const auto ran = mingting({"search", "规范性文件", "--json", "--top", "3"});
  EXPECT_EQ(ran.status, 0) << ran.output;
  EXPECT_NE(ran.output.find("\"id\":\"work-points/17\""), std::string::npos) << ran.output;
}

TEST_F(Programs, BrokenContentIsNamedAndNotPublished) {
  std::filesystem::copy(Path(MINGTING_SOURCE) / "content", folder_ / "content", std::filesystem::copy_options::recursive);
  folder_.write("content/notices/empty.md", "+++\ntitle = \"空\"\n+++\n");
  const auto checked = run({kPublish, "check", (folder_ / "content").string()});
  EXPECT_EQ(checked.status, 1);
  EXPECT_NE(checked.output.find("notices/empty.md"), std::string::npos) << checked.output;
}

// ---- the command line ----------------------------------------------------------------------------------------------

TEST_F(Programs, WhatIsMistypedIsOneChineseSentence) {
  Published::get().install(state());
  const std::vector<std::vector<std::string>> lines{{"install"},
                                                    {"install", "a", "b"},
                                                    {"export"},
                                                    {"bogus"},
                                                    {"--bogus"},
                                                    {"status", "extra"},
                                                    {"search"},
                                                    {"search", "x", "--top"},
                                                    {"search", "x", "--top", "-1"},
                                                    {"search", "x", "--top", "99999999999999999999"},
                                                    {"search", "x", "--top", "many"},
                                                    {"--headless"},
                                                    {"--headless", "--tour", "t", "--size", "0x0"},
                                                    {"--headless", "--tour", "t", "--size", "99999x1"},
                                                    {"--headless", "--tour", "t", "--size", "1080x1920junk"},
                                                    {"--headless", "--tour", "t", "--size", "\x1b[31m"},
                                                    {"--headless", "--tour", "t", "--now", "nonsense"},
                                                    {"--headless", "--tour", "t", "--now", "2026-02-30T09:00"},
                                                    {"\xff\xfe"},
                                                    {"--\x1b[2J"}};
  for (auto words : lines) {
    const auto said = join(words, " ");
    words.insert(words.begin(), {kMingting, "--state", state().string()});
    const auto ran = run(words);
    EXPECT_EQ(ran.status, 2) << said << ": " << ran.output;
    EXPECT_EQ(std::count(ran.output.begin(), ran.output.end(), '\n'), 1) << said << ": " << ran.output;
    EXPECT_TRUE(std::any_of(ran.output.begin(), ran.output.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE4; }))
        << ran.output;
    EXPECT_EQ(ran.output.find('\x1b'), std::string::npos) << said;
  }
}

TEST_F(Programs, FilesAndFoldersInEachOthersPlaceAreNamed) {
  Published::get().install(state());
  const auto file = folder_.write("a-file", "x").string(), folder = folder_.path().string();
  const std::vector<std::vector<std::string>> lines{{"install", file},
                                                    {"export", file},
                                                    {"export", "/nowhere"},
                                                    {"search", "--batch", folder},
                                                    {"search", "--batch", "/nowhere"},
                                                    {"--headless", "--script", folder},
                                                    {"--headless", "--script", "/nowhere"},
                                                    {"--headless", "--tour", file},
                                                    {"--headless", "--tour", file + "/below"}};
  for (const auto& words : lines) {
    const auto ran = mingting(words);
    EXPECT_EQ(ran.status, 1) << join(words, " ") << ": " << ran.output;
    EXPECT_EQ(std::count(ran.output.begin(), ran.output.end(), '\n'), 1) << join(words, " ") << ": " << ran.output;
    EXPECT_EQ(ran.output.find("what()"), std::string::npos) << ran.output;
  }
}

TEST_F(Programs, OddBytesInASearchAreAnswered) {
  Published::get().install(state());
  for (const std::string query : {"\xff\xfe", "\x1b[31m", "\"\"\"", "'; DROP TABLE item; --", "*", "NEAR(", "\xF0\x9F\x98\x80"}) {
    for (const auto* form : {"--json", "--top=3"}) {
      const auto ran = mingting({"search", query, form});
      EXPECT_EQ(ran.status, 0) << query << ": " << ran.output;
    }
  }
}

TEST_F(Programs, AMistypedStateDoesNotLookLikeAnEmptyKiosk) {
  const auto wrong = folder_ / "typo";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"status"}, {"export", folder_.path().string()}, {"search", "x"}}) {
    auto line = words;
    line.insert(line.begin(), kMingting);
    line.insert(line.end(), {"--state", wrong.string()});
    const auto ran = run(line);
    EXPECT_EQ(ran.status, 1) << ran.output;
    EXPECT_NE(ran.output.find("typo"), std::string::npos) << ran.output;
    EXPECT_FALSE(std::filesystem::exists(wrong)) << join(words, " ");
  }
}

TEST_F(Programs, HelpIsChinese) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--help"}, {"install", "--help"}, {"export", "-h"}, {"search", "--help"}}) {
    auto line = words;
    line.insert(line.begin(), kMingting);
    const auto ran = run(line);
    EXPECT_EQ(ran.status, 0);
    for (const auto* english : {"Usage", "OPTIONS", "Print this", "REQUIRED", "Positionals", "SUBCOMMAND"}) {
      EXPECT_EQ(ran.output.find(english), std::string::npos) << ran.output;
    }
  }
}

TEST_F(Programs, TwoInstallationsAtOnceBothEndWellOrSayThatTheOtherRuns) {
  std::vector<std::thread> both;
  std::array<Ran, 2> ran;
  for (auto& one : ran) both.emplace_back([&] { one = mingting({"install", Published::get().first().string()}); });
  for (auto& thread : both) thread.join();
  for (const auto& one : ran) {
    EXPECT_TRUE(one.status == 0 || one.output.find("另一个程序正在安装") != std::string::npos) << one.output;
  }
  EXPECT_TRUE(ran[0].status == 0 || ran[1].status == 0);
  EXPECT_EQ(start().status, 0);
}

/// A file system of a few megabytes, or none where it may not be made; gone at the end.
class SmallDisk {
 public:
  explicit SmallDisk(const Path& place) : place_(place) {
    std::filesystem::create_directories(place_);
    mounted_ = ::mount("tmpfs", place_.c_str(), "tmpfs", 0, "size=600k") == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(place_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  bool lock() const { return ::mount("tmpfs", place_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "") == 0; }
  bool grow() const { return ::mount("tmpfs", place_.c_str(), "tmpfs", MS_REMOUNT, "size=64m") == 0; }

 private:
  Path place_;
  bool mounted_ = false;
};

TEST_F(Programs, AFullDiskIsNamedAndTheInstallationWorksOnceThereIsRoom) {
  const SmallDisk small(state());
  if (!small.mounted()) GTEST_SKIP() << "no file system may be mounted here";
  expect_sentence(mingting({"install", Published::get().first().string()}), "磁盘满了");
  ASSERT_TRUE(small.grow());
  EXPECT_EQ(mingting({"install", Published::get().first().string()}).status, 0);
}

TEST_F(Programs, AReadOnlyStateIsShownButTakesNothingIn) {
  const SmallDisk small(state());
  if (!small.mounted() || !small.grow()) GTEST_SKIP() << "no file system may be mounted here";
  Published::get().install(state());
  ASSERT_EQ(start().status, 0);
  ASSERT_TRUE(small.lock());
  folder_.write("closed.journey", "tap 开始使用\nexpect 提申请\ntap 提申请\nexpect 这台机器现在不能收件\n");
  const auto ran =
      mingting({"--headless", "--script", (folder_ / "closed.journey").string(), "--out", (folder_ / "out").string()});
  EXPECT_EQ(ran.status, 0) << ran.output;
  EXPECT_EQ(mingting({"search", "规范性文件"}).status, 0);
  expect_sentence(mingting({"install", Published::get().next().string()}), "不能写入");
}

TEST_F(Programs, ARepositoryOnAReadOnlyMountIsInstalled) {
  const SmallDisk stick(folder_ / "stick");
  if (!stick.mounted() || !stick.grow()) GTEST_SKIP() << "no file system may be mounted here";
  std::filesystem::copy(Published::get().first(), folder_ / "stick", std::filesystem::copy_options::recursive);
  ASSERT_TRUE(stick.lock());
  const auto ran = mingting({"install", (folder_ / "stick").string()});
  EXPECT_EQ(ran.status, 0) << ran.output;
}

}  // namespace
}  // namespace mingting
