// The programs on bad input, as a person at the machine meets it: one clear sentence, exit code 1, nothing lost.
#include "journeys/published.hpp"
#include "intake/intake.hpp"
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
    std::vector<std::string> words{"--headless", "--script", (folder_ / "start.journey").string(), "--out", (folder_ / "out").string()};
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

TEST_F(Programs, AFolderWithoutARepositoryIsNamed) { expect_sentence(mingting({"install", (folder_ / "nothing").string()}), "nothing"); }

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
  ASSERT_TRUE(held) << held.error().message;
  const auto refused = start();
  EXPECT_EQ(refused.status, 1) << refused.output;
}

TEST_F(Programs, MissingFontsAreNamedWithTheirPackage) {
  Published::get().install(state());
  folder_.write("fonts/fonts.toml", "[[regular]]\nfile = \"/nowhere/Noto.ttc\"\nindex = 2\nem_scale = 1.448\npackage = \"fonts-noto-cjk\"\n");
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
  const auto ran = mingting({"--headless", "--script", (folder_ / "empty.journey").string(), "--out", (folder_ / "out").string()});
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

}  // namespace
}  // namespace mingting
