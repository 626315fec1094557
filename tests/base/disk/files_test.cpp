// The disk's answers, and that writing outlives a power cut.
#include "base/disk/files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/disk/lock_file.hpp"
#include "support/faulty_files.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

std::string content(const Path& path) { return disk().read(path, 1 << 20).value_or("(unreadable)"); }

TEST(Disk, ReadsNoMoreThanItMay) {
  TempFolder folder;
  const auto file = folder.write("a", std::string(1000, 'x'));
  EXPECT_EQ(disk().read(file, 1000)->size(), 1000U);
  EXPECT_EQ(disk().read(file, 999).error().trouble, Trouble::Invalid);
}

TEST(Disk, TellsWhatIsWrong) {
  TempFolder folder;
  EXPECT_EQ(disk().read(folder / "none", 10).error().trouble, Trouble::NotFound);
  EXPECT_FALSE(disk().read(folder.path(), 10));  // a folder
  EXPECT_EQ(disk().info(folder / "none").error().trouble, Trouble::NotFound);
  EXPECT_TRUE(disk().remove(folder / "none"));
}

TEST(Disk, ASinkThatIsFullIsNoticed) {
  auto writer = disk().create("/dev/full");
  ASSERT_TRUE(writer);
  EXPECT_EQ((*writer)->write("x").error().trouble, Trouble::DiskFull);
}

TEST(Disk, InfoLooksAtTheLinkItself) {
  TempFolder folder;
  const auto file = folder.write("a", "x");
  std::filesystem::create_symlink(file, folder / "link");
  EXPECT_TRUE(disk().info(folder / "link")->symlink);
  EXPECT_FALSE(disk().info(file)->symlink);
  EXPECT_FALSE(disk().create(folder / "link"));  // never writes through a link
  EXPECT_EQ(content(file), "x");
}

TEST(Disk, RemovingATreeLeavesWhatLinksPointTo) {
  TempFolder folder;
  const auto file = folder.write("kept/a", "x");
  folder.write("tree/b", "y");
  std::filesystem::create_directory_symlink(folder / "kept", folder / "tree/link");
  ASSERT_TRUE(disk().remove_tree(folder / "tree"));
  EXPECT_FALSE(disk().exists(folder / "tree"));
  EXPECT_EQ(content(file), "x");
}

TEST(Disk, ListsSorted) {
  TempFolder folder;
  for (const auto* name : {"b", "a", "c"}) folder.write(name, "");
  EXPECT_EQ(disk().list(folder.path()).value(), (std::vector<std::string>{"a", "b", "c"}));
}

TEST(WriteDurably, ReplacesAndLeavesNothingBeside) {
  TempFolder folder;
  const auto file = folder / "a";
  ASSERT_TRUE(write_durably(disk(), file, "old"));
  ASSERT_TRUE(write_durably(disk(), file, "new"));
  EXPECT_EQ(content(file), "new");
  EXPECT_EQ(disk().list(folder.path())->size(), 1U);
}

TEST(WriteDurably, PrivateFilesAreTheirOwners) {
  TempFolder folder;
  ASSERT_TRUE(write_durably(disk(), folder / "key", "secret", Access::Owner));
  struct stat status {};
  ASSERT_EQ(::stat((folder / "key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
}

TEST(WriteDurably, AFullDiskLeavesTheOldBytes) {
  TempFolder folder;
  const auto file = folder.write("a", "old");
  for (std::uint64_t room = 0; room < 8; ++room) {
    FaultyFiles files;
    files.full_after_bytes = room;
    const auto wrote = write_durably(files, file, "new bytes");
    ASSERT_FALSE(wrote);
    EXPECT_EQ(wrote.error().trouble, Trouble::DiskFull);
    EXPECT_EQ(content(file), "old");
    EXPECT_EQ(disk().list(folder.path())->size(), 1U);
  }
}

TEST(WriteDurably, AReadOnlyDiskLeavesTheOldBytes) {
  TempFolder folder;
  const auto file = folder.write("a", "old");
  FaultyFiles files;
  files.read_only = true;
  EXPECT_EQ(write_durably(files, file, "new").error().trouble, Trouble::ReadOnly);
  EXPECT_EQ(content(file), "old");
}

TEST(WriteDurably, AFailedFlushIsNeverTakenForSuccess) {
  TempFolder folder;
  const auto file = folder.write("a", "old");
  for (int nth = 1; nth <= 2; ++nth) {
    FaultyFiles files;
    files.fail_sync = nth;
    EXPECT_FALSE(write_durably(files, file, "new")) << nth;
    const auto now = content(file);
    EXPECT_TRUE(now == "old" || now == "new") << now;
  }
}

TEST(WriteDurably, APowerCutAtAnyMomentLeavesOldOrNew) {
  TempFolder folder;
  const auto file = folder / "a";
  bool finished = false;
  for (int moment = 1; !finished; ++moment) {
    ASSERT_TRUE(write_durably(disk(), file, "old"));
    FaultyFiles files;
    files.power_cut_at = moment;
    const auto wrote = write_durably(files, file, "new");
    finished = wrote.has_value();
    const auto now = content(file);
    EXPECT_EQ(now, finished ? "new" : "old") << "moment " << moment;
  }
}

TEST(FreePath, IsTheFirstThatIsNotThereYet) {
  TempFolder folder;
  EXPECT_EQ(free_path(disk(), folder / "a"), folder / "a");
  folder.write("a", ""), folder.write("b.pdf", ""), folder.write("b-2.pdf", "");
  EXPECT_EQ(free_path(disk(), folder / "a"), folder / "a-2");
  EXPECT_EQ(free_path(disk(), folder / "b", ".pdf"), folder / "b-3.pdf");
}

/// The fixture must be able to see a careless write, or the tests above prove nothing.
TEST(FaultyFiles, SeesAWriteWithoutAFlush) {
  TempFolder folder;
  const auto file = folder.write("a", "old");
  FaultyFiles files;
  {
    auto writer = files.create(folder / "b");
    ASSERT_TRUE((*writer)->write("new"));
  }
  ASSERT_TRUE(files.rename(folder / "b", file));
  files.power_cut_at = 1;
  EXPECT_FALSE(files.sync_folder(folder.path()));
  EXPECT_EQ(content(file), "old");  // the rename did not last
  EXPECT_EQ(content(folder / "b"), "");
  EXPECT_FALSE(files.exists(file));
}

TEST(LockFile, OneHolderAtATime) {
  TempFolder folder;
  {
    const auto first = LockFile::take(folder / "lock");
    ASSERT_TRUE(first);
    EXPECT_EQ(LockFile::take(folder / "lock").error().trouble, Trouble::Busy);
  }
  EXPECT_TRUE(LockFile::take(folder / "lock"));
}

}  // namespace
}  // namespace mingting
