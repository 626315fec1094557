// Full sizes: a folder of thousands of items from files to search, a register of a decade. What is counted and found, not how
// fast: that is tests/bench. Daily a tenth or less of it.
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "domain/content/search.hpp"
#include "journeys/published.hpp"
#include "library/library.hpp"
#include "release/installer.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

namespace fs = std::filesystem;

std::string item_of(unsigned n) {
  return "+++\ntitle = \"第" + std::to_string(n) + "号示例公告\"\npublished = 2026-01-" + (n % 28 < 9 ? "0" : "") + std::to_string(n % 28 + 1) +
         "\nsummary = \"示例\"\n+++\n\n示例路" + std::to_string(n) + "号的示例内容，编号甲" + std::to_string(n * 7919 % 100'003) + "。\n";
}

TEST(FullSize, EveryItemOfALargeFolderIsListedAndFound) {
  const unsigned count = rounds(500, 10'000);
  TempFolder folder;
  fs::copy(Path(MINGTING_SOURCE) / "content", folder / "content", fs::copy_options::recursive);
  for (unsigned n = 1; n <= count; ++n) folder.write("content/notices/many-" + std::to_string(n) + ".md", item_of(n));
  Published::get().release(folder / "content", folder / "repository");
  auto store = ReleaseStore::open(disk(), folder / "state");
  ASSERT_TRUE(store);
  const auto installed = store->install(folder / "repository", FirstUse::Trust);
  ASSERT_TRUE(installed) << worded(installed.error());
  const auto library = Library::open(installed->release.content_db);
  ASSERT_TRUE(library);
  EXPECT_GE(library->list({.column = "notices"})->total, count);
  for (const unsigned n : {1U, count / 3, count / 2, count}) {
    const auto found = library->search({.text = "甲" + std::to_string(n * 7919 % 100'003)});
    ASSERT_TRUE(found);
    ASSERT_FALSE(found->hits.empty()) << n;
    EXPECT_EQ(found->hits.front().item.id, "notices/many-" + std::to_string(n));
  }
}

}  // namespace
}  // namespace mingting
