// The report's counting and its checks, by the published forms.
#include "domain/year/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "domain/desk_fixture.hpp"
#include "domain/year/checks.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> told(const std::vector<Remark>& faults) {
  std::vector<std::string> sentences;
  for (const auto& fault : faults) sentences.push_back(worded(fault));
  return sentences;
}

AnnualReport filled(year year = 2026y) {
  AnnualReport report{.year = year};
  report.disclosure = {{1, 0, 3}, {4, 2, 40}, 1200, 30, 5, 123'456};
  report.applications = tally(std::span<const CaseFigures>{}, year);
  report.disputes = tally(std::span<const Dispute>{});
  return report;
}

std::vector<CaseFigures> sample_cases() {
  return {{ApplicantKind::Person, day_of("2026-03-02"), day_of("2026-03-20"), ReplyKind::Granted},
          {ApplicantKind::Person, day_of("2026-03-02"), day_of("2026-03-20"), ReplyKind::AlreadyPublic},
          {ApplicantKind::Company, day_of("2025-12-30"), day_of("2026-01-05"), ReplyKind::StateSecret},
          {ApplicantKind::LegalService, day_of("2026-12-20"), std::nullopt, std::nullopt},
          {ApplicantKind::LegalService, day_of("2026-12-20"), day_of("2027-01-04"), ReplyKind::NotOurs},
          {ApplicantKind::Research, day_of("2025-03-02"), day_of("2025-03-09"), ReplyKind::Granted},
          {ApplicantKind::Research, day_of("2027-03-02"), std::nullopt, std::nullopt},
          {ApplicantKind::Other, std::nullopt, day_of("2026-05-05"), ReplyKind::Withdrawn},
          {ApplicantKind::Other, day_of("2026-05-04"), day_of("2026-05-05"), ReplyKind::Withdrawn}};
}

TEST(Tally, EachOnceInItsYear) {
  const auto cases = sample_cases();
  const auto table = tally(cases, 2026y);
  EXPECT_EQ(table.total(ReportRow::Received), 5);
  EXPECT_EQ(table.total(ReportRow::CarriedIn), 1);
  EXPECT_EQ(table.at(ReportRow::Granted, 0), 2);
  EXPECT_EQ(table.at(ReportRow::StateSecret, 1), 1);
  EXPECT_EQ(table.at(ReportRow::Else, 5), 1);
  EXPECT_EQ(table.total(ReportRow::Finished), 4);
  EXPECT_EQ(table.at(ReportRow::CarriedOut, 4), 2);
  EXPECT_EQ(table.total(ReportRow::NotHeld), 0);
  EXPECT_EQ(tally(cases, 2027y).total(ReportRow::CarriedIn), 2);
  EXPECT_EQ(tally(cases, 2027y).total(ReportRow::NotHeld), 1);
}

TEST(Tally, Disputes) {
  const std::vector<Dispute> disputes{{DisputeKind::Review, DisputeOutcome::Upheld},
                                      {DisputeKind::Review, DisputeOutcome::Open},
                                      {DisputeKind::SuitAfterReview, DisputeOutcome::Corrected},
                                      {DisputeKind::SuitDirectly, DisputeOutcome::Otherwise}};
  const auto table = tally(disputes);
  EXPECT_EQ(table.reviews, (OutcomeFigures{1, 0, 0, 1, 2}));
  EXPECT_EQ(table.suits_directly, (OutcomeFigures{0, 0, 1, 0, 1}));
  EXPECT_EQ(table.suits_after_review, (OutcomeFigures{0, 1, 0, 0, 1}));
}

// ---- sheets ----

TEST(Sheets, EveryRowAndColumnOfPart3) {
  const auto sheet = application_sheet(tally(sample_cases(), 2026y));
  const auto grid = flat(sheet);
  ASSERT_EQ(grid.size(), 3 + kApplicationRows);
  EXPECT_THAT(grid[2], ElementsAre("", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""));
  EXPECT_EQ(grid[1][3], "自然人");
  EXPECT_EQ(grid[1][9], "总计");
  EXPECT_THAT(grid[3], ElementsAre("一、本年新收政府信息公开申请数量", "", "", "2", "0", "0", "0", "2", "1", "5"));
  EXPECT_EQ(grid[5][0], "三、本年度办理结果");
  EXPECT_EQ(grid[5][1], "（一）予以公开");
  EXPECT_EQ(grid[7][1], "（三）不予公开");
  EXPECT_EQ(grid[7][2], "1.属于国家秘密");
  EXPECT_EQ(grid[7][9], "1");
  EXPECT_EQ(grid[26][1], "（七）总计");
  EXPECT_EQ(grid[27][0], "四、结转下年度继续办理");
  for (const auto& row : grid) ASSERT_EQ(row.size(), 10U);
}

/// Joined cells must tile the sheet exactly, or the printed table is torn.
void expect_tiles(const ReportSheet& sheet) {
  int area = 0;
  for (const auto& row : sheet.rows) {
    for (const auto& cell : row) area += cell.columns * cell.rows;
  }
  EXPECT_EQ(area, sheet.columns * static_cast<int>(sheet.rows.size())) << sheet.title;
}

TEST(Sheets, JoinedCellsTileThem) {
  const auto report = filled();
  expect_tiles(disclosure_sheet(report.disclosure));
  expect_tiles(application_sheet(report.applications));
  expect_tiles(dispute_sheet(report.disputes));
}

TEST(Sheets, Part2AndMoney) {
  const auto grid = flat(disclosure_sheet(filled().disclosure));
  EXPECT_THAT(grid[3], ElementsAre("行政规范性文件", "4", "2", "40"));
  EXPECT_EQ(grid.back()[1], "0.123456");
  EXPECT_EQ(ten_thousands(0), "0");
  EXPECT_EQ(ten_thousands(38'000), "0.038");
  EXPECT_EQ(ten_thousands(1'000'000), "1");
  EXPECT_EQ(ten_thousands(-10'000), "-0.01");
}

TEST(Sheets, Part4) {
  const auto grid = flat(dispute_sheet(filled().disputes));
  ASSERT_EQ(grid.size(), 4U);
  EXPECT_EQ(grid[2][4], "总计");
  EXPECT_EQ(grid[2][13], "尚未审结");
  EXPECT_EQ(grid[3], std::vector<std::string>(15, "0"));
}

// ---- checks: each can fail ----

TEST(Checks, AGoodReportPasses) {
  auto report = filled();
  report.applications = tally(sample_cases(), 2026y);
  report.prose = "全年新收政府信息公开申请5件，上年结转1件；办结4件，其中予以公开2件。行政复议0件。制发文件9件。";
  EXPECT_THAT(check_report(report), IsEmpty());
}

TEST(Checks, NoBlanksNothingNegative) {
  auto report = filled();
  report.disclosure.licences.reset();
  report.disputes.reviews.open.reset();
  report.applications.at(ReportRow::Petition, 2).reset();
  report.disclosure.penalties = -1;
  EXPECT_THAT(told(check_report(report)), ElementsAre(HasSubstr("“行政许可”本年处理决定数量没有填"), HasSubstr("不能小于0"),
                                                HasSubstr("信访举报投诉类申请”科研机构没有填"), HasSubstr("“行政复议”尚未审结没有填")));
}

TEST(Checks, AFaultNamesPartRowAndColumn) {
  auto report = filled();
  report.disclosure.licences.reset();
  EXPECT_THAT(check_report(report), ElementsAre(remark(report_fault::kBlank, kPart2, "行政许可", "本年处理决定数量")));
}

TEST(Checks, TheTotalColumn) {
  auto report = filled();
  report.applications.at(ReportRow::Petition, 0) = 1;
  report.applications.at(ReportRow::Finished, 0) = 1;
  report.applications.at(ReportRow::Received, 0) = 1;
  EXPECT_THAT(told(check_report(report)), ElementsAre(HasSubstr("本年新收"), HasSubstr("信访"), HasSubstr("（七）总计”总计不等于左边六列")));
}

TEST(Checks, TheSumOfTheLeavesAndTheBalance) {
  auto report = filled();
  for (const auto column : {std::size_t{3}, kTotalColumn}) report.applications.at(ReportRow::Received, column) = 2;
  for (const auto column : {std::size_t{3}, kTotalColumn}) report.applications.at(ReportRow::Finished, column) = 1;
  EXPECT_THAT(told(check_report(report)),
              ElementsAre(HasSubstr("社会公益组织列，（七）总计不等于"), HasSubstr("社会公益组织列，第一项加第二项是2，第三项加第四项是1"),
                          HasSubstr("总计列，（七）"), HasSubstr("总计列，第一项")));
}

TEST(Checks, TotalsOfPart4) {
  auto report = filled();
  report.disputes.suits_directly.upheld = 3;
  EXPECT_THAT(told(check_report(report)), ElementsAre(HasSubstr("未经复议直接起诉”总计不等于四项之和：表中是0，应当是3")));
}

TEST(Checks, TheProse) {
  auto report = filled();
  report.prose = "全年新收政府信息公开申请 ５ 件，予以公开0件，不予公开1件。";
  EXPECT_THAT(told(check_report(report)), ElementsAre(HasSubstr("“新收”表中是0"), HasSubstr("“不予公开”表中是0")));
}

TEST(Checks, LastYear) {
  const auto cases = sample_cases();
  auto last = filled(2025y), now = filled(2026y);
  last.applications = tally(cases, 2025y);
  now.applications = tally(cases, 2026y);
  last.disclosure.rules.in_force = 2;
  last.disclosure.normative.in_force = 38;
  EXPECT_THAT(check_against_last_year(now, last), IsEmpty());
  last.applications.at(ReportRow::CarriedOut, 1) = 4;
  now.disclosure.normative.in_force = 41;
  EXPECT_THAT(told(check_against_last_year(now, last)),
              ElementsAre(HasSubstr("商业企业列，上年结转"), HasSubstr("“行政规范性文件”现行有效件数不等于上年现行有效加本年制发减本年废止：表中是41，应当是40")));
}

TEST(Checks, TheSumOfTheUnits) {
  auto whole = filled();
  const std::vector<AnnualReport> units{filled(), filled()};
  EXPECT_THAT(check_sum_of_units(whole, std::vector{filled()}), IsEmpty());
  EXPECT_THAT(told(check_sum_of_units(whole, units)), testing::Contains(HasSubstr("“行政许可”本年处理决定数量不等于各单位之和：表中是1200，应当是2400")));
}

}  // namespace
}  // namespace mingting
