// The register as CSV: masked unless asked for whole, safe in a spreadsheet.
#include "desk/year/year_desk.hpp"

#include <sys/stat.h>

#include <set>

#include "support/strict_csv.hpp"

namespace mingting {
namespace {

TEST(YearExport, MasksWhoAndWhatUnlessAskedForWhole) {
  YearDesk desk(2);
  const auto paper = paper_of("2026-09-15");
  does(desk.book, desk.desk, 1, "2026-09-14", CorrectionAsked{"请张示例三写明年份", 10});
  does(desk.book, desk.desk, 1, "2026-09-15", CorrectionReceived{});
  does(desk.book, desk.desk, 1, "2026-09-15", Replied{.kind = ReplyKind::Granted}, paper);
  ASSERT_TRUE(desk.book.import(export_of({record_at(3, feedback_of(3))}), clerk_on("2026-09-11"), desk.desk.with()));
  ASSERT_TRUE(desk.book.note(3, {day_of("2026-09-14"), "张示例", moment("2026-09-14T10:00"), "answered", {{"text", "椅子修好了"}}}, true));
  const auto answer = export_csv(desk.work(), {desk.out(), false}, export_tables);
  EXPECT_THAT(text_of(answer), HasSubstr("entries.csv：3 行"));
  const auto entries = strictly_parsed(desk.file("entries.csv")), steps = strictly_parsed(desk.file("steps.csv")), documents = strictly_parsed(desk.file("documents.csv"));
  ASSERT_EQ(entries.size(), 4U);
  for (const auto* rows : {&entries, &steps, &documents}) {
    for (const auto& row : *rows) EXPECT_EQ(row.size(), rows->front().size());
  }
  const auto all = desk.file("entries.csv") + desk.file("steps.csv") + desk.file("documents.csv");
  for (const auto* secret : {"示例1", "示例2", "P-1", "0851", "张示例三", "椅子修好"}) EXPECT_THAT(all, Not(HasSubstr(secret)));
  EXPECT_THAT(desk.file("entries.csv"), AllOf(HasSubstr("自助机"), Not(HasSubstr("第1条路的改造方案")), HasSubstr("2026-09-11")));
  EXPECT_THAT(desk.file("steps.csv"), AllOf(HasSubstr("工作日：10"), HasSubstr("内容：（未导出）"), HasSubstr("种类：予以公开"), HasSubstr(",答复,")));
  for (const auto* code : {"working-days", "granted", "answered", "in-person", "what"}) EXPECT_THAT(desk.file("steps.csv"), Not(HasSubstr(code)));
  EXPECT_EQ(documents[1][4], "南公开复〔2026〕1号");
  struct stat info {};
  ASSERT_EQ(::stat((desk.out() / "entries.csv").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST(YearExport, WholeHoldsTheAnswers) {
  YearDesk desk(1);
  const auto answer = export_csv(desk.work(), {desk.out(), true}, export_tables);
  EXPECT_THAT(text_of(answer), HasSubstr("完整的个人信息"));
  EXPECT_THAT(desk.file("entries.csv"), AllOf(HasSubstr("示例1"), HasSubstr("证件号码：P-1")));
}

TEST(YearExport, NumbersInWhatWasWantedAreHidden) {
  YearDesk desk;
  auto submission = application_of(1);
  submission.answers[0].value = "=请公开13800001234名下2026年3笔补贴";
  ASSERT_TRUE(desk.book.import(export_of({record_at(1, submission)}), clerk_on("2026-09-11"), desk.desk.with()));
  export_csv(desk.work(), {desk.out(), false}, export_tables);
  EXPECT_EQ(strictly_parsed(desk.file("entries.csv"))[1][8], "***（加 --whole 看）") << "words of a form that is not to be had";
}

TEST(YearExport, ARealFormTellsWhichWordsAreTheApplicantsOwn) {
  YearDesk desk;
  std::filesystem::create_directories(desk.desk.folder / "content/forms");
  std::filesystem::copy(Path(MINGTING_SOURCE) / "content/forms/application.toml", desk.desk.folder / "content/forms/application.toml");
  auto submission = application_of(1);
  submission.answers[0].value = submission.answers[0].display = "示例路12号欧阳示例要示例路2025年改造方案，电话13800001234，ou@example.invalid";
  submission.answers[2].value = submission.answers[2].display = "欧阳示例";
  submission.answers.push_back({"address", "通信地址", "示例路12号", "示例路12号"});
  ASSERT_TRUE(desk.book.import(export_of({record_at(1, submission)}), clerk_on("2026-09-11"), desk.desk.with()));
  export_csv(desk.work(), {desk.out(), false}, export_tables);
  const auto row = strictly_parsed(desk.file("entries.csv"))[1];
  EXPECT_EQ(row[7], "欧阳**");
  EXPECT_THAT(row[8], HasSubstr("要示例路2025年改造方案"));
  const auto all = desk.file("entries.csv") + desk.file("steps.csv") + desk.file("documents.csv");
  for (const auto* secret : {"欧阳示例", "示例路12号", "1380000", "example.invalid", "P-1"}) EXPECT_THAT(all, Not(HasSubstr(secret)));
}

TEST(YearExport, MorePagesThanOne) {
  YearDesk desk;
  for (int from = 1; from <= 1201; from += 400) {
    std::vector<OpenedRecord> records;
    for (int n = from; n < from + 400 && n <= 1201; ++n) records.push_back(record_at(n, feedback_of(n)));
    ASSERT_TRUE(desk.book.import(export_of(std::move(records)), clerk_on("2026-09-11"), desk.desk.with()));
  }
  export_csv(desk.work(), {desk.out(), false}, export_tables);
  std::set<std::string> numbers;
  for (const auto& row : strictly_parsed(desk.file("entries.csv"))) numbers.insert(row[1]);
  EXPECT_EQ(numbers.size(), 1202U) << "with the head";
}

}  // namespace
}  // namespace mingting
