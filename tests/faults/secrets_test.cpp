// What a visitor types is nowhere on the disk but sealed, and what is secret is its owner's alone.
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/said/words.hpp"
#include "faults/kiosk_at_work.hpp"
#include "main/private_memory.hpp"

namespace mingting {
namespace {

using Secrets = KioskAtWork;

const std::vector<std::string> kTyped{"槐树巷改造甲乙丙", "欧阳试验", "E12345678", "13800138000", "试验路五号"};

std::string utf16(const std::string& text) {
  std::string bytes;
  for (const char32_t c : to_code_points(text)) {
    bytes += static_cast<char>(c & 0xFF);
    bytes += static_cast<char>(c >> 8);
  }
  return bytes;
}

/// Every byte below a folder.
std::string all_bytes(const Path& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += disk().read(entry.path(), 1U << 30).value_or("");
  }
  return bytes;
}

void expect_nothing_typed(const std::string& bytes, const char* where) {
  for (const auto& typed : kTyped) {
    EXPECT_EQ(bytes.find(typed), std::string::npos) << typed << " is in " << where;
    EXPECT_EQ(bytes.find(utf16(typed)), std::string::npos) << typed << " is in " << where;
  }
}

int mode_of(const Path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? static_cast<int>(status.st_mode & 0777) : -1;
}

TEST_F(Secrets, NothingTypedIsOnTheDiskAfterAVisitOrDuringIt) {
  install_first();
  const TempFolder scratch;  // what any library would take for temporary files
  const auto usual = std::filesystem::temp_directory_path();
  ::setenv("TMPDIR", scratch.path().c_str(), 1);
  ASSERT_TRUE(open());
  const auto played = play(kApplication);
  ASSERT_TRUE(played) << worded(played.error());
  expect_nothing_typed(all_bytes(state()), "the state, the receipt on screen");
  EXPECT_FALSE(std::filesystem::is_empty(state() / "receipts"));
  pass(Milliseconds(600'000));
  EXPECT_FALSE(kiosk_->model().visit);
  EXPECT_TRUE(std::filesystem::is_empty(state() / "receipts"));
  expect_nothing_typed(all_bytes(state()), "the state");
  kiosk_.reset();
  ::setenv("TMPDIR", usual.c_str(), 1);
  expect_nothing_typed(all_bytes(state()), "the state of a kiosk that ended");
  expect_nothing_typed(all_bytes(scratch.path()), "the temporary files");
  expect_nothing_typed(log(), "the log");
}

TEST_F(Secrets, KeyStoreAndReceiptsAreTheirOwnersAlone) {
  install_first();
  ASSERT_TRUE(open());
  ASSERT_TRUE(play(kApplication));
  EXPECT_EQ(mode_of(state() / "intake"), 0700);
  EXPECT_EQ(mode_of(state() / "intake/kiosk.key"), 0600);
  EXPECT_EQ(mode_of(state() / "receipts"), 0700);
  for (const auto& entry : std::filesystem::directory_iterator(state() / "receipts"))
    EXPECT_EQ(mode_of(entry.path()), 0600) << entry.path();
}

TEST_F(Secrets, ReceiptsThatCannotBeWrittenDoNotEndTheVisit) {
  install_first();
  folder_.write("state/receipts", "a file where the folder should be");
  ASSERT_TRUE(open());
  const auto played = play(kApplication + "expect NM-K01-2026\n");
  EXPECT_TRUE(played) << worded(played.error());
  EXPECT_NE(log().find("receipt: "), std::string::npos) << log();
}

TEST(PrivateMemory, IsNeitherDumpedNorLookedInto) {
  const pid_t child = ::fork();
  if (child == 0) {
    keep_memory_private();
    rlimit core{};
    ::getrlimit(RLIMIT_CORE, &core);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const bool closed = true;
#else
    const bool closed = ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
#endif
    ::_exit(core.rlim_max == 0 && closed ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace mingting
