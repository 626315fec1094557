// The kiosk in a real window of a real X server, touched from outside, and looked at from outside. The visit
// is first played without a window; the screen must then show the same.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "support/temp_folder.hpp"
#include "window/rehearsal.hpp"
#include "window/x_server.hpp"

namespace mingting {
namespace {

constexpr int kWidth = 720, kHeight = 1280;
constexpr int kBelowClock = 80;      // the top bar shows the time
constexpr int kBelowBulletin = 1030; // the attract page turns its bulletin
constexpr double kSame = 0.01;       // the share of pixels that may differ: a caret
constexpr Seconds kPatience{20};

const Path kPrograms = MINGTING_BINARIES;

constexpr const char* kVisit = R"(
tree attract
shot attract
tap 开始使用
tree home
shot home
tap 搜索
tree search
keys dibao
tree letters
tap 低保 in 键盘
tree found
shot found
tap 结束
shot attract-again
)";

/// A published and installed release, and the rehearsal: made once.
class Hall {
 public:
  static Hall& get() {
    static Hall hall;
    return hall;
  }
  bool ready() const { return ready_; }
  Path state() const { return folder_ / "state"; }
  Path log() const { return folder_ / "log"; }
  const Rehearsal& rehearsal() const { return rehearsal_; }
  std::string said() const { return disk().read(log(), 1 << 20).value_or(""); }

 private:
  Hall() : rehearsal_(folder_ / "rehearsal") {
    folder_.write("visit.journey", kVisit);
    const Path keys = folder_ / "keys", repository = folder_ / "repository";
    const std::string size = fmt::format("{}x{}", kWidth, kHeight);
    ready_ = program({"mingting-publish", "keygen", keys, "--no-passphrase"}) &&
             program({"mingting-publish", "build", Path(MINGTING_SOURCE) / "content", "--samples", "--out", repository,
                      "--key", keys / "release.key"}) &&
             program({"mingting", "install", repository, "--state", state()}) &&
             program({"mingting", "--headless", "--script", folder_ / "visit.journey", "--out",
                      folder_ / "rehearsal", "--size", size, "--state", state()});
  }

  bool program(std::vector<std::string> command) {
    command[0] = kPrograms / command[0];
    return run(command, {{}, log()}, Seconds(120)) == 0;
  }

  TempFolder folder_;
  Rehearsal rehearsal_;
  bool ready_ = false;
};

class WindowTest : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* program : {"Xvfb", "xdotool", "import"})
      if (!is_installed(program)) GTEST_SKIP() << program << " is not installed";
    ASSERT_TRUE(Hall::get().ready()) << Hall::get().said();
    server_ = XServer::start(kWidth, kHeight, folder_.path());
    ASSERT_NE(server_, nullptr) << disk().read(folder_ / "xvfb.log", 1 << 20).value_or("no log");
  }
  void TearDown() override {
    if (!HasFailure() || server_ == nullptr) return;
    const Path kept = Path(MINGTING_BUILD) / "tests/window";
    (void)disk().make_folders(kept);
    server_->keep(kept /
                  (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".png"));
    std::fputs(said().c_str(), stderr);
  }

  void start_kiosk(const std::vector<std::string>& options) {
    std::vector<std::string> command{kPrograms / "mingting", "--state", Hall::get().state()};
    command.insert(command.end(), options.begin(), options.end());
    kiosk_.emplace(command, Child::Options{server_->environment(), folder_ / "kiosk.log", -1});
  }
  std::string said() { return disk().read(folder_ / "kiosk.log", 1 << 20).value_or(""); }

  /// Whether the screen comes to show what the rehearsal showed, the clock apart.
  testing::AssertionResult comes_to_show(const std::string& name, int from = kBelowClock) {
    const Shot expected = Hall::get().rehearsal().shot(name, kWidth, kHeight);
    if (!expected.whole()) return testing::AssertionFailure() << "the rehearsal has no picture " << name;
    double last = 1;
    const bool shown = eventually(
        [&] { return (last = difference(server_->shot(), expected, from, kHeight)) <= kSame; }, kPatience);
    if (shown) return testing::AssertionSuccess();
    return testing::AssertionFailure() << name << ": " << last * 100 << " % of the pixels differ";
  }
  void touch(const std::string& tree, const std::string& role, const std::string& label) {
    const auto place = Hall::get().rehearsal().place(tree, role, label);
    ASSERT_TRUE(place) << "no " << role << " " << label << " in " << tree;
    ASSERT_TRUE(server_->click(place->x, place->y));
  }

  TempFolder folder_;
  std::unique_ptr<XServer> server_;
  std::optional<Child> kiosk_;
};

TEST_F(WindowTest, AVisitByTouchShowsWhatTheRehearsalShowed) {
  start_kiosk({"--windowed", fmt::format("{}x{}", kWidth, kHeight)});
  ASSERT_TRUE(comes_to_show("attract", kBelowBulletin));
  touch("attract", "button", "开始使用");
  ASSERT_TRUE(comes_to_show("home"));
  touch("home", "field", "搜索");
  for (const char letter : std::string("dibao")) touch("search", "key", std::string(1, letter));
  touch("letters", "candidate", "低保");
  ASSERT_TRUE(comes_to_show("found"));
  touch("found", "button", "结束");
  ASSERT_TRUE(comes_to_show("attract-again", kBelowBulletin));
}

TEST_F(WindowTest, FillsTheScreenWithoutAWindowManager) {
  start_kiosk({});
  EXPECT_TRUE(comes_to_show("attract", kBelowBulletin));
}

TEST_F(WindowTest, APhysicalKeyboardTypesAndEscapeGoesBack) {
  start_kiosk({"--windowed", fmt::format("{}x{}", kWidth, kHeight)});
  ASSERT_TRUE(comes_to_show("attract", kBelowBulletin));
  touch("attract", "button", "开始使用");
  ASSERT_TRUE(comes_to_show("home"));
  touch("home", "field", "搜索");
  const Shot home = server_->shot();
  ASSERT_TRUE(server_->xdotool({"type", "dibao"}));
  EXPECT_TRUE(
      eventually([&] { return difference(server_->shot(), home, kBelowClock, kHeight) > 0.05; }, kPatience));
  ASSERT_TRUE(server_->xdotool({"key", "Escape"}));
  ASSERT_TRUE(server_->xdotool({"key", "Escape"}));
  EXPECT_TRUE(comes_to_show("home"));
}

TEST_F(WindowTest, RestsWithoutUsingTheProcessor) {
  start_kiosk({"--windowed", fmt::format("{}x{}", kWidth, kHeight)});
  ASSERT_TRUE(comes_to_show("attract", kBelowBulletin));
  touch("attract", "button", "开始使用");
  ASSERT_TRUE(comes_to_show("home"));
  ASSERT_TRUE(server_->xdotool({"mousemove", "5", "5"}));
  // One second of rest without a tick of the processor's clock (10 ms) must come, and soon.
  EXPECT_TRUE(eventually(
      [&] {
        const auto before = processor_time(kiosk_->pid());
        std::this_thread::sleep_for(std::chrono::seconds(1));
        return processor_time(kiosk_->pid()) == before;
      },
      kPatience));
}

TEST_F(WindowTest, EndsWhenItIsAskedTo) {
  start_kiosk({"--windowed", fmt::format("{}x{}", kWidth, kHeight)});
  ASSERT_TRUE(comes_to_show("attract", kBelowBulletin));
  kiosk_->signal(SIGTERM);
  EXPECT_EQ(kiosk_->wait(kPatience), 0) << said();
}

TEST_F(WindowTest, WithoutADisplayItSaysWhatToDo) {
  const Path log = folder_ / "no-display.log";
  const Child::Options nowhere{
      {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, {"SDL_VIDEODRIVER", "x11"}}, log, -1};
  EXPECT_EQ(run({kPrograms / "mingting", "--state", Hall::get().state()}, nowhere, Seconds(60)), 1);
  const auto said = disk().read(log, 1 << 20);
  ASSERT_TRUE(said);
  EXPECT_THAT(*said, testing::HasSubstr("没有可用的显示"));
  EXPECT_THAT(*said, testing::HasSubstr("--headless --tour"));
}

}  // namespace
}  // namespace mingting
