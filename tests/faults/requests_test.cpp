// Hall staff collect submissions and look at the machine while it runs: the command leaves a request, the kiosk answers.
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/said/words.hpp"
#include "faults/kiosk_at_work.hpp"
#include "intake/export/reader.hpp"
#include "main/kiosk/commands.hpp"
#include "release/keys.hpp"

namespace mingting {
namespace {

class Requests : public KioskAtWork {
 protected:
  void SetUp() override {
    install_first();
    ASSERT_TRUE(open());
  }
  /// Lets the kiosk work while the command waits; no more than this many looks.
  WaitForKiosk while_it_works(int looks = 50) {
    return [this, looks](bool) mutable {
      pass(Milliseconds(1000));
      return --looks > 0;
    };
  }
  Path stick_folder() const {
    std::filesystem::create_directories(stick());
    return stick();
  }
  std::vector<std::string> left() const { return disk().list(state() / "requests").value_or(std::vector<std::string>{}); }
  /// What the command would print.
  template <class Command>
  std::string printed(Command command, int expected) {
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    const int code = command();
    std::fflush(nullptr);
    const auto text = ::testing::internal::GetCapturedStdout() + ::testing::internal::GetCapturedStderr();
    EXPECT_EQ(code, expected) << text;
    return text;
  }
};

TEST_F(Requests, ExportsWhileTheKioskRuns) {
  const auto played = play(kApplication);
  ASSERT_TRUE(played) << worded(played.error());
  const auto text = printed([&] { return export_command(stick_folder(), state(), while_it_works()); }, 0);
  EXPECT_NE(text.find("已导出 1 件"), std::string::npos) << text;
  EXPECT_TRUE(left().empty());
  const auto names = disk().list(stick()).value();
  ASSERT_EQ(names.size(), 1U);
  const auto key = read_key_file(disk(), Published::get().office_key_file(), "office-secret").value();
  const auto opened = open_export(disk(), stick() / names[0], key);
  ASSERT_TRUE(opened) << worded(opened.error());
  EXPECT_EQ(opened->records.size(), 1U);
  const auto again = play("tap 首页\n");
  EXPECT_TRUE(again) << worded(again.error());
}

TEST_F(Requests, StatusWhileTheKioskRuns) {
  const auto text = printed([&] { return status_command(state(), while_it_works()); }, 0);
  EXPECT_NE(text.find("第 1 号"), std::string::npos) << text;
  EXPECT_NE(text.find("已存收件：0 件"), std::string::npos) << text;
  EXPECT_NE(text.find("指纹："), std::string::npos) << text;
  EXPECT_NE(text.find("公钥："), std::string::npos) << "what the office enrols";
}

TEST_F(Requests, AnExportThatFailsSaysWhy) {
  ASSERT_TRUE(play(kApplication));
  const auto stick = stick_folder();
  const auto wait = [this, &stick, looks = 50](bool) mutable {
    std::filesystem::remove_all(stick);  // pulled out before the kiosk gets to it
    pass(Milliseconds(1000));
    return --looks > 0;
  };
  const auto text = printed([&] { return export_command(stick, state(), wait); }, 1);
  EXPECT_NE(text.find("U 盘插好了吗"), std::string::npos) << text;
}

TEST_F(Requests, AKioskThatDoesNotAnswerLeavesNothingBehind) {
  const auto text = printed([&] { return export_command(stick_folder(), state(), [](bool) { return false; }); }, 1);
  EXPECT_NE(text.find("没有回应"), std::string::npos) << text;
  EXPECT_TRUE(left().empty());
  pass(Milliseconds(5'000));
  EXPECT_TRUE(disk().list(stick()).value().empty());
}

TEST_F(Requests, SeveralAtOnceAreAllAnswered) {
  RequestBox box(state());
  for (int i = 0; i < 20; ++i) {
    (void)ask(state(), {.kind = Request::Kind::Status, .folder = {}, .id = ""}, [](bool) { return false; });
    folder_.write("state/requests/status-" + fmt::format("{:016x}", i), "");
  }
  pass(Milliseconds(20'000));
  EXPECT_EQ(left().size(), 20U);
  for (const auto& name : left()) EXPECT_TRUE(name.starts_with("answer-")) << name;
}

TEST_F(Requests, LinksPipesAndStrangersFilesAreNotFollowed) {
  ASSERT_TRUE(play(kApplication));
  const auto folder = state() / "requests";
  ASSERT_TRUE(disk().make_private_folder(folder));
  folder_.write("elsewhere", stick_folder().string());
  std::filesystem::create_symlink(folder_ / "elsewhere", folder / "export-0000000000000001");
  ASSERT_EQ(::mkfifo((folder / "export-0000000000000002").c_str(), 0600), 0);
  std::filesystem::create_directories(folder / "export-0000000000000003");
  folder_.write("state/requests/export-0000000000000004", "relative/path");
  folder_.write("state/requests/export-0000000000000005", std::string(100'000, '/'));
  folder_.write("state/requests/export-zz", stick().string());
  ASSERT_TRUE(disk().create(folder / "export-0000000000000006").value()->write(stick().string()));
  if (::geteuid() == 0) ASSERT_EQ(::chown((folder / "export-0000000000000006").c_str(), 65534, 65534), 0);
  else std::filesystem::remove(folder / "export-0000000000000006");
  pass(Milliseconds(10'000));
  EXPECT_TRUE(disk().list(stick()).value().empty()) << log();
}

TEST_F(Requests, AFolderThatOthersCanWriteIsNotRead) {
  ASSERT_TRUE(play(kApplication));
  folder_.write("state/requests/export-0000000000000001", stick_folder().string());
  std::filesystem::permissions(state() / "requests", std::filesystem::perms::all);
  pass(Milliseconds(10'000));
  EXPECT_TRUE(disk().list(stick()).value().empty());
  std::filesystem::remove_all(state() / "requests");
  std::filesystem::create_directory_symlink(stick(), state() / "requests");
  folder_.write("stick/export-0000000000000001", stick().string());
  pass(Milliseconds(10'000));
  EXPECT_EQ(disk().list(stick()).value().size(), 1U);
}

TEST_F(Requests, OneFromBeforeAPowerCutIsNotCarriedOut) {
  ASSERT_TRUE(play(kApplication));
  const auto file = folder_.write("state/requests/export-0000000000000001", stick_folder().string());
  std::filesystem::permissions(state() / "requests", std::filesystem::perms::owner_all);
  std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  pass(Milliseconds(10'000));
  EXPECT_TRUE(disk().list(stick()).value().empty());
  EXPECT_TRUE(left().empty());
}

}  // namespace
}  // namespace mingting
