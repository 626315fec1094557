// Making the year's report: drafts named as such, files whole, units added up.
#include "desk/year/year_desk.hpp"

#include <fmt/format.h>

#include "base/text/text.hpp"
#include "desk/year/report/paper.hpp"
#include "desk/year/report/report.hpp"

namespace mingting {
namespace {

TEST(YearReport, WithoutPart2ItIsADraftThatSaysHowToGoOn) {
  YearDesk desk(2);
  const auto answer = desk.report(true);
  EXPECT_FALSE(whole(answer));
  EXPECT_THAT(text_of(answer), AllOf(HasSubstr("figures 2026"), HasSubstr("没有存档")));
  EXPECT_THAT(desk.file("report-2026.html"), AllOf(HasSubstr("草稿"), HasSubstr("未填")));
  EXPECT_EQ(desk.book.kept_report(year{2026}).value(), std::nullopt);
  EXPECT_TRUE(json_of(answer)["draft"]);
}

TEST(YearReport, AGoodOneIsWrittenAndKeptForNextYear) {
  YearDesk desk(2);
  finish(desk.book, desk.desk, 1, "2026-09-15");
  desk.figures({"其余=0"});
  const auto first = desk.report();
  EXPECT_TRUE(whole(first)) << text_of(first);
  EXPECT_THAT(text_of(first), AllOf(HasSubstr("没有存档的 2025 年年报"), HasSubstr("--final")));
  EXPECT_EQ(desk.book.kept_report(year{2026}).value(), std::nullopt);
  const auto kept = desk.report(true);
  EXPECT_THAT(text_of(kept), HasSubstr("已存入登记册"));
  EXPECT_THAT(desk.written(), ElementsAre("report-2026-applications.csv", "report-2026-disclosure.csv", "report-2026-disputes.csv",
                                          "report-2026.html", "report-2026.pdf"));
  EXPECT_TRUE(desk.file("report-2026.pdf").starts_with("%PDF"));
  const auto report = desk.book.kept_report(year{2026}).value().value();
  EXPECT_EQ(report.applications.total(ReportRow::CarriedOut), 1);
  EXPECT_THAT(report.prose, HasSubstr("新收政府信息公开申请2件，办结1件"));
  EXPECT_EQ(json_of(kept)["report"]["applications"][0]["total"], 2);
}

TEST(YearReport, IsComparedWithTheOneKeptLastYear) {
  YearDesk desk(1);
  auto last_year = report_tables({{}, DisclosureTable{{0, 0, 0}, {0, 0, 5}, 0, 0, 0, 0}, {}, 0}, year{2025});
  last_year.applications.at(ReportRow::CarriedOut, 0) = 3;
  ASSERT_TRUE(desk.book.keep_report(last_year, clerk_on("2026-01-20")));
  desk.figures({"其余=0"});
  const auto answer = desk.report();
  EXPECT_FALSE(whole(answer));
  EXPECT_THAT(text_of(answer), AllOf(HasSubstr("自然人列，上年结转不等于上年报告的结转下年度继续办理：表中是0，应当是3"),
                                 HasSubstr("“行政规范性文件”现行有效件数不等于"), Not(HasSubstr("没有存档的 2025"))));
}

TEST(YearReport, AYearThatIsNotOverIsADraftAndALaterOneIsRefused) {
  YearDesk desk;
  desk.today = day_of("2026-12-31");
  desk.figures({"其余=0"});
  const auto answer = desk.report(true);
  EXPECT_FALSE(whole(answer));
  EXPECT_THAT(text_of(answer), HasSubstr("2026 年还没有过完"));
  EXPECT_FALSE(whole(desk.report(false, 2027)));
  EXPECT_FALSE(whole(desk.report(false, 2020)));
  EXPECT_THAT(desk.written(), testing::SizeIs(5));
}

TEST(YearReport, WhatWasDeclaredLostInTheYearIsNamedAndCountsInNoTable) {
  YearDesk desk(1);
  desk.figures({"其余=0"});
  const auto nothing = desk.report();
  EXPECT_THAT(text_of(nothing), Not(HasSubstr("遗失")));
  EXPECT_THAT(desk.file("report-2026.html"), HasSubstr("遗失记录：没有。"));
  ASSERT_TRUE(desk.book.import(export_of({record_at(4, application_of(4)), record_at(6, application_of(6))}),
                               clerk_on("2026-09-14"), desk.desk.with()));
  ASSERT_TRUE(desk.book.declare_lost({kKioskKey, 2, 3, true}, "旧U盘坏了", clerk_on("2026-09-15")));
  ASSERT_TRUE(desk.book.declare_lost({kKioskKey, 5, 5, true}, "旧U盘坏了", clerk_on("2027-01-05")));
  EXPECT_THAT(text_of(desk.report()), HasSubstr("遗失自助机收的记录 2 条：自助机“一楼大厅”第 2 至 3 号。"));
  EXPECT_THAT(desk.file("report-2026.html"), HasSubstr("遗失记录：2条（自助机“一楼大厅”第 2 至 3 号）。"));
  EXPECT_EQ(make_report(desk.work(), {2026, desk.out()})->report.applications.total(ReportRow::Received), 3);
}

TEST(YearReport, FeesPaidInTheYearAreInPart6) {
  YearDesk desk(2);
  const auto fee = [&](std::int64_t id, std::int64_t yuan) {
    does(desk.book, desk.desk, id, "2026-09-14", FeeNotified{FeeBasis::Items, yuan});
    does(desk.book, desk.desk, id, "2026-09-15", FeePaid{});
  };
  fee(1, 2000), fee(2, 38);
  EXPECT_EQ(desk.book.fees_paid(year{2026}).value(), 2038);
  does(desk.book, desk.desk, 2, "2026-09-16", TakenBack{3, "记错了"});
  EXPECT_EQ(desk.book.fees_paid(year{2026}).value(), 2000);
  EXPECT_EQ(desk.book.fees_paid(year{2025}).value(), 0);
  desk.report();
  EXPECT_THAT(desk.file("report-2026.html"), HasSubstr("收取信息处理费2000元"));
}

TEST(YearReport, NotesWhatCountsNowhereAndAnEarlierVersion) {
  YearDesk desk;
  const NewEntry letter{.submission = application_of(1), .arrived = {ReceiptWay::Internet, std::nullopt}, .on = day_of("2026-09-11"),
                        .number = make_receipt_number("NM", "D01", day_of("2026-09-11"), 1).text, .code_hash = ""};
  ASSERT_TRUE(desk.book.add(letter, clerk_on("2026-09-11"), desk.desk.with()));
  desk.figures({"其余=0"});
  EXPECT_THAT(text_of(desk.report(true)), HasSubstr("有 1 件申请还没有确认收到日期"));
  desk.figures({"行政许可=1"});
  EXPECT_THAT(text_of(desk.report()), HasSubstr("已有存档的 2026 年年报，与这一份不同"));
}

TEST(YearReport, AFullDiskKeepsNothing) {
  YearDesk desk;
  desk.figures({"其余=0"});
  desk.files.full_after_bytes = 2000;
  const auto answered = make_report(desk.work(), {2026, desk.out(), true});
  ASSERT_FALSE(answered);
  EXPECT_EQ(answered.error().trouble, Trouble::DiskFull);
  EXPECT_EQ(desk.book.kept_report(year{2026}).value(), std::nullopt);
}

TEST(YearReport, MissingWordsAreAnErrorThatNamesTheFile) {
  YearDesk desk;
  std::filesystem::remove(desk.desk.folder / "content/desk/report.toml");
  const auto answered = make_report(desk.work(), {2026, desk.out(), false});
  ASSERT_FALSE(answered);
  EXPECT_THAT(worded(answered.error()), HasSubstr("report.toml"));
}

/// Writes the three tables of a unit that has one application, granted.
void write_unit(YearDesk& desk, const std::string& unit, std::int64_t licences) {
  const std::vector<CaseFigures> cases{{ApplicantKind::Company, day_of("2026-03-02"), day_of("2026-03-20"), ReplyKind::Granted}};
  const auto tables = report_tables({cases, DisclosureTable{{0, 0, 0}, {0, 0, 0}, licences, 0, 0, 12'345'600}, {}, 0}, year{2026});
  for (const auto& file : report_csv(tables)) desk.desk.folder.write("units/" + unit + "/" + file.name, file.bytes);
}

TEST(YearUnits, AreJudgedAddedUpAndComparedWithTheWhole) {
  YearDesk desk;
  desk.figures({"其余=0", "行政许可=5"});
  const auto with_units = [&] { return make_report(desk.work(), {2026, desk.out(), false, desk.desk.folder / "units"}); };
  write_unit(desk, "示例局", 7);
  write_unit(desk, "示例街道", 30);
  const auto first = with_units();
  EXPECT_TRUE(whole(first)) << text_of(first);
  EXPECT_THAT(text_of(first), AllOf(HasSubstr("2 个单位"), HasSubstr("没有叫“全区”的文件夹")));
  const auto sum = json_of(first)["units"]["sum"];
  EXPECT_EQ(sum["disclosure"]["licences"], 42);
  EXPECT_EQ(sum["disclosure"]["charges_fen"], 24'691'200);
  EXPECT_EQ(sum["applications"][0]["company"], 2);
  for (const auto* table : {"disclosure", "applications", "disputes"}) {
    const auto name = fmt::format("report-2026-{}.csv", table);
    EXPECT_FALSE(desk.file(("all-" + name).c_str()).empty());
    desk.desk.folder.write("units/全区/" + name, desk.file(("all-" + name).c_str()));
  }
  EXPECT_THAT(text_of(with_units()), HasSubstr("全区的表等于各单位之和"));
  const auto wrong = replace_all(desk.file("all-report-2026-disclosure.csv"), "42", "43");
  desk.desk.folder.write("units/全区/report-2026-disclosure.csv", wrong);
  const auto differs = with_units();
  EXPECT_FALSE(whole(differs));
  EXPECT_THAT(text_of(differs), HasSubstr("全区：第二部分“行政许可”本年处理决定数量不等于各单位之和：表中是43，应当是42"));
}

TEST(YearUnits, WhatIsNoTableOfTheirsIsNamed) {
  YearDesk desk;
  desk.figures({"其余=0"});
  const auto answer = [&] { return text_of(make_report(desk.work(), {2026, desk.out(), false, desk.desk.folder / "units"})); };
  std::filesystem::create_directories(desk.desk.folder / "units");
  EXPECT_THAT(answer(), HasSubstr("没有单位的文件夹"));
  write_unit(desk, "示例局", 7);
  const auto file = desk.desk.folder / "units/示例局/report-2026-disclosure.csv";
  const auto good = disk().read(file, 1U << 20).value();
  for (const auto& [from, to, told] : {std::tuple{"7", "七", "“七”不是数"}, std::tuple{"行政许可", "许可", "应当是“行政许可”"},
                                       std::tuple{"行政许可", "\xD0\xD0", "UTF-8"}}) {
    desk.desk.folder.write("units/示例局/report-2026-disclosure.csv", replace_all(good, from, to));
    EXPECT_THAT(answer(), HasSubstr(told));
  }
  desk.desk.folder.write("units/示例局/report-2026-disclosure.csv", replace_all(good, ",7", ",未填"));
  EXPECT_THAT(answer(), HasSubstr("示例局：第二部分“行政许可”本年处理决定数量没有填"));
  std::filesystem::remove(file);
  EXPECT_THAT(answer(), HasSubstr("report-2026-disclosure.csv"));
  std::filesystem::remove_all(desk.desk.folder / "units/示例局");
  std::filesystem::create_directories(desk.desk.folder / "units/坏\n名");
  const auto told = answer();
  EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 3) << "a line for each table, whatever the folder is called: " << told;
}

}  // namespace
}  // namespace mingting
