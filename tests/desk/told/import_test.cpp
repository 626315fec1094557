// Is what is said of an import true?
#include "desk/told/intake/import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingting {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string told(std::uint64_t added, std::uint64_t held) {
  ImportedExport taken{.kiosk = "K01", .fingerprint = "aa"};
  taken.report.added = added;
  taken.report.held = held;
  taken.report.faults.resize(2);
  return as_text(ImportTally{{taken}, {}});
}

TEST(ImportText, DoesNotSayTheRestWasTakenWhereNothingWas) {
  EXPECT_THAT(told(0, 0), HasSubstr("有 2 处问题，一件也没有收下"));
  EXPECT_THAT(told(0, 0), Not(HasSubstr("其余")));
  EXPECT_THAT(told(1, 0), HasSubstr("有 2 处问题，其余都已收下"));
  EXPECT_THAT(told(0, 3), HasSubstr("有 2 处问题，其余都已收下"));
}

}  // namespace
}  // namespace mingting
