// One entry from all sides: what is shown of it, its deadlines, its like, its papers.
#include "desk/cases/sheet.hpp"

#include "desk/entries/likeness.hpp"
#include "desk/office_desk.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(EntrySheets, AnAnswerWhoseFormIsGoneIsHiddenWhole) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  std::filesystem::remove(desk.content / "forms/application.toml");
  EXPECT_THAT(desk.done(show_entry(desk.on("2026-11-02"), "1", false)).text,
              AllOf(HasSubstr("--whole"), Not(HasSubstr("示例路12号"))));
}

TEST(EntrySheets, SimilarOnesOfTheSameApplicant) {
  OfficeDesk desk;
  desk.added("2026-11-02", person("欧阳示例", "示例路2025年改造工程的施工方案"));
  desk.added("2026-11-03", person("欧阳示例", "区里的年度预算"));
  desk.added("2026-11-04", person("欧阳示例", "2025年示例路改造工程施工方案。"));
  const auto similar = desk.json(desk.done(similar_entries(desk.on("2026-11-05"), "3")))["similar"];
  ASSERT_EQ(similar.size(), 2U);
  EXPECT_EQ(similar[0]["id"], 1);
  EXPECT_GT(similar[0]["score"], 0.7);
  EXPECT_LT(similar[1]["score"], 0.3);
  EXPECT_DOUBLE_EQ(likeness("社保", "社保"), 1.0);
  EXPECT_DOUBLE_EQ(likeness("", ""), 0.0);
  EXPECT_DOUBLE_EQ(likeness("示例路", "预算书"), 0.0);
}

TEST(EntrySheets, ADeadlineIsExplainedDayByDay) {
  OfficeDesk desk;
  desk.added("2026-09-11");
  const auto told = desk.done(tell_deadline(desk.on("2026-09-14"), "1", true));
  EXPECT_THAT(told.text, AllOf(HasSubstr("2026年10月15日"), HasSubstr("2026-09-20 星期日  调休上班（国庆节），第 6 个工作日")));
  EXPECT_EQ(desk.json(told)["days"].size(), 35U);
}

TEST(EntrySheets, APaperMadeAgainLeavesTheFirstOneAlone) {
  OfficeDesk desk;
  desk.out = desk.desk.folder / "papers";
  const auto number = desk.added("2026-11-02");
  const auto first = desk.out / (number + "-registration-receipt.pdf");
  const auto before = disk().read(first, 1U << 24).value();
  desk.done(entry_papers(desk.on("2026-11-02"), "1", true));
  desk.done(entry_papers(desk.on("2026-11-02"), "1", true));
  EXPECT_EQ(disk().read(first, 1U << 24).value(), before);
  EXPECT_TRUE(disk().exists(desk.out / (number + "-registration-receipt-副本.pdf")));
  EXPECT_TRUE(disk().exists(desk.out / (number + "-registration-receipt-副本-2.pdf")));
  EXPECT_THAT(desk.book.documents(1)->front().content, HasSubstr("查询码见登记时交给您的回执"));
}

}  // namespace
}  // namespace mingting
