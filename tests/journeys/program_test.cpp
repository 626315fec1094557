// mingting as it is called: which code it ends with.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>

#include "support/temp_folder.hpp"

namespace mingting {
namespace {

int code_of(const TempFolder& folder, const std::string& arguments) {
  const auto line = fmt::format("cd '{}' && '{}/mingting' --state state {} >out.txt 2>err.txt </dev/null", folder.path().string(),
                                MINGTING_BINARIES, arguments);
  const int status = std::system(line.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(KioskProgram, MisuseEndsWithTwo) {
  const TempFolder folder;
  const auto script = folder.write("visit.journey", "wait 1\n").string();
  for (const auto* wrong : {"--now nonsense", "--now 2026-13-01T09:00", "--size nonsense", "--nonsense"}) {
    EXPECT_EQ(code_of(folder, fmt::format("--headless --script {} --out out {}", script, wrong)), 2) << wrong;
  }
  EXPECT_EQ(code_of(folder, "--headless --script missing.journey --out out --now 2026-11-23T09:00"), 1);
}

}  // namespace
}  // namespace mingting
