// mingting-desk's rule commands as a person runs them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>

#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;

struct Ran {
  int code = -1;
  std::string out;
};

/// Standard output and the exit code; complaints go along. Run where no content/ is beside.
Ran run(const std::string& arguments) {
  const auto command = "cd / && " MINGTING_BINARIES "/mingting-desk " + arguments + " 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  Ran ran;
  std::array<char, 4096> bytes{};
  for (std::size_t got = 0; (got = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;) ran.out.append(bytes.data(), got);
  ran.code = WEXITSTATUS(pclose(pipe));
  return ran;
}

TEST(RulesProgram, OneQuestion) {
  const auto workday = run("workday 2026-09-11 20");
  EXPECT_EQ(workday.code, 0);
  EXPECT_EQ(workday.out, "2026年9月11日之后第 20 个工作日：2026年10月15日（星期四）\n");
  EXPECT_EQ(run("number '国办函[2020] 109 号'").out, "国办函〔2020〕109号\n");
  EXPECT_THAT(run("identifier credit-code 91330100799655058B --json").out, HasSubstr("\"ok\":true"));
  EXPECT_THAT(run("fee 11 30").out, HasSubstr("按件：100元"));
  EXPECT_EQ(run("number 社保").code, 3);
}

TEST(RulesProgram, AFileOfThem) {
  TempFolder folder;
  ASSERT_TRUE(write_durably(disk(), folder.path() / "numbers.txt", "南府发〔2026〕1号\n南府发〔2026〕4号\n"));
  const auto file = (folder.path() / "numbers.txt").string();
  EXPECT_EQ(run("number --batch " + file).out, "1\t南府发〔2026〕1号\n2\t南府发〔2026〕4号\n");
  const auto gaps = run("number --gaps --batch " + file);
  EXPECT_EQ(gaps.out, "南府发〔2026〕：缺第2至3号。\n");
  EXPECT_EQ(gaps.code, 3);
}

TEST(RulesProgram, Misuse) {
  EXPECT_EQ(run("fee").code, 2);
  EXPECT_EQ(run("fee 1 2 --batch x").code, 2);
  EXPECT_EQ(run("number --gaps 国办函〔2020〕109号").code, 2);
  const auto missing = run("number --batch /nowhere/at-all");
  EXPECT_EQ(missing.code, 1);
  EXPECT_THAT(missing.out, HasSubstr("读不了 /nowhere/at-all"));
  EXPECT_EQ(run("workday 2026-09-11 20 --calendar /nowhere/at-all").code, 1);
}

}  // namespace
}  // namespace mingting
