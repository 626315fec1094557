// The fsyncs of a submission, counted from outside by strace on the real disk.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "intake/hall.hpp"

namespace mingting {
namespace {

/// Not a test of its own: what strace watches.
TEST(FlushProbe, DISABLED_Submits) {
  const char* times = std::getenv("MINGTING_PROBE_SUBMISSIONS");
  ASSERT_NE(times, nullptr);
  HallAtWork hall;
  auto intake = hall.opened();
  for (int i = std::atoi(times); i > 0; --i)
    ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  std::_Exit(HasFailure() ? 1
                          : 0);  // as it is, without the flushes of closing; its hall is left to who watches
}

/// How often a program that opens the store and submits so often calls fsync or fdatasync; -1 when it fails.
/// What it leaves behind is in the folder.
int flushes(const TempFolder& folder, int submissions) {
  const Path log = folder / "strace";
  const std::string command = fmt::format(
      "ASAN_OPTIONS=detect_leaks=0 TMPDIR='{}' MINGTING_PROBE_SUBMISSIONS={} strace -f -qq -e "
      "trace=fsync,fdatasync,msync,sync,syncfs "
      "-o '{}' '{}/intake_test' --gtest_also_run_disabled_tests --gtest_filter=FlushProbe.* >/dev/null 2>&1",
      folder.path().string(), submissions, log.string(), MINGTING_BINARIES);
  if (std::system(command.c_str()) != 0) return -1;
  std::istringstream lines(*disk().read(log, 1U << 20));
  int count = 0;
  for (std::string line; std::getline(lines, line);) count += line.find("sync(") != std::string::npos;
  return count;
}

TEST(Flushes, AtMostTwoASubmission) {
  if (std::system("strace -qq -o /dev/null true >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "strace may not trace here";
  TempFolder folder;
  const int opening = flushes(folder, 0), first = flushes(folder, 1), eleven = flushes(folder, 11);
  ASSERT_GT(opening, 0);
  RecordProperty("opening", opening);
  RecordProperty("first", first - opening);
  RecordProperty("next_ten", eleven - first);
  EXPECT_LE(first - opening, 2);
  EXPECT_LE(eleven - first, 20);
  EXPECT_GE(eleven - first, 10) << "none would be no promise";
}

}  // namespace
}  // namespace mingting
