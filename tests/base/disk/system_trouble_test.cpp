// Is a refusal of the system told in Chinese, with what to do?
#include "base/disk/system_trouble.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>

#include "base/disk/files.hpp"
#include "base/said/words.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

TEST(SystemTrouble, IsToldInChineseWithWhatToDo) {
  const TempFolder folder;
  EXPECT_EQ(worded(disk().read(folder / "no.csv", 10).error()), "打不开 " + (folder / "no.csv").string() + "：没有这个文件或文件夹，请核对路径");
  EXPECT_EQ(worded(disk().read(folder.path(), 10).error()), folder.path().string() + " 不是文件：请写到文件为止");
  EXPECT_EQ(worded(disk().list(folder / "no").error()), "列不出文件夹 " + (folder / "no").string() + "：没有这个文件或文件夹，请核对路径");
  EXPECT_THAT(worded(system_reason(ENOTRECOVERABLE)), ::testing::HasSubstr("代码"));
}

TEST(SystemTrouble, OfADatabaseIsTheSystemsWhereItSaysWhy) {
  constexpr int kCannotOpen = 14, kFull = 13, kInput = 10, kBusy = 5;
  EXPECT_EQ(worded(database_reason(kCannotOpen, 0)), "打不开这个文件，请核对路径和权限");
  EXPECT_EQ(database_reason(kCannotOpen, EACCES), system_reason(EACCES));
  EXPECT_EQ(database_trouble(kCannotOpen, EACCES), Trouble::ReadOnly);
  EXPECT_EQ(database_trouble(kInput, ENOSPC), Trouble::DiskFull);
  EXPECT_EQ(database_trouble(kFull, 0), Trouble::DiskFull);
  EXPECT_EQ(database_trouble(kBusy, 0), Trouble::Busy);
  EXPECT_EQ(database_trouble(kCannotOpen, ENOENT), Trouble::General);
}

}  // namespace
}  // namespace mingting
