// The annual report in every shape: counted from cases, judged, printed.
#include "desk/year/report/report.hpp"

#include <gmock/gmock.h>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/year/making.hpp"
#include "desk/year/report/report_fixture.hpp"
#include "domain/year/sheets.hpp"
#include "paper/tools.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using std::chrono::year;

std::string without_spaces(std::string text) {
  for (const auto* space : {" ", "\n", "\f", "\u3000", "\u00a0"}) text = replace_all(std::move(text), space, "");
  return text;
}

/// What keeps it from going out, as sentences.
std::vector<std::string> problems_of(const AnnualReport& report, const std::optional<AnnualReport>& last_year,
                                     const std::vector<AnnualReport>& units = {}) {
  std::vector<std::string> sentences;
  for (const auto& problem : report_problems(report, last_year, units)) sentences.push_back(worded(problem));
  return sentences;
}

Result<std::string> prose_of(const std::string& toml) {
  return report_prose(toml, "content/desk/report.toml", report_tables({}, year{2026}), sample_office(), {});
}
std::string prose_refusal(const std::string& toml) {
  const auto prose = prose_of(toml);
  return prose ? "" : worded(prose.error());
}

// ---- part 4: how disputes stand at the end of the year ----

RegisteredDispute dispute(const char* opened, const char* closed, DisputeOutcome outcome) {
  RegisteredDispute one{.opened = day_of(opened), .outcome = outcome};
  if (*closed != '\0') one.closed = day_of(closed);
  return one;
}

TEST(ReportDisputes, AsTheyStandAtTheEndOfTheYear) {
  const std::vector<RegisteredDispute> all{
      dispute("2024-11-01", "2025-02-01", DisputeOutcome::Upheld),     // of 2024 (open) and 2025
      dispute("2025-12-30", "2026-01-02", DisputeOutcome::Corrected),  // of 2025 (open) and 2026
      dispute("2026-12-31", "2026-12-31", DisputeOutcome::Otherwise),
      dispute("2026-03-01", "2027-01-01", DisputeOutcome::Upheld),     // still open at the end of 2026
      dispute("2026-03-01", "", DisputeOutcome::Open),
      dispute("2027-01-01", "", DisputeOutcome::Open)};
  EXPECT_EQ(tally(disputes_of_year(all, year{2024})).reviews, (OutcomeFigures{0, 0, 0, 1, 1}));
  EXPECT_EQ(tally(disputes_of_year(all, year{2025})).reviews, (OutcomeFigures{1, 0, 0, 1, 2}));
  EXPECT_EQ(tally(disputes_of_year(all, year{2026})).reviews, (OutcomeFigures{0, 1, 1, 2, 4}));
  EXPECT_EQ(tally(disputes_of_year(all, year{2027})).reviews, (OutcomeFigures{1, 0, 0, 2, 3}));
}

// ---- words ----

TEST(ReportProse, PlacesAreFilledFromTheTables) {
  const auto report = sample_report();
  EXPECT_THAT(report_part(report, 0),
              ElementsAre("2026年，新收政府信息公开申请3件，上年结转1件；办结3件，结转下年度继续办理1件。",
                          "予以公开1件，不予公开1件，其他处理1件。行政复议1件，行政诉讼1件。行政许可1200件，收费0.123456万元。"));
  EXPECT_THAT(report_part(report, 4), ElementsAre("南明区人民政府办公室去年说的问题改好了。"));
  EXPECT_THAT(report_part(report, 5), ElementsAre("收取信息处理费38元。"));
  EXPECT_THAT(report_part(report, 1), IsEmpty());
}

TEST(ReportProse, MistakesAreNamedWithFileAndLine) {
  EXPECT_THAT(prose_refusal("[part-1]\ntext = \"\"\"\n好。\n新收{新受}件。\n\"\"\"\n"),
              AllOf(HasSubstr("report.toml 第 4 行"), HasSubstr("{新受}")));
  EXPECT_THAT(prose_refusal("[part-1]\ntext = \"新收{新收件\"\n"), HasSubstr("第 2 行"));
  EXPECT_THAT(prose_refusal("[part-1]\n\ntext = “好”\n"), HasSubstr("第 3 行"));
  EXPECT_THAT(prose_refusal("[part-2]\ntext = \"\"\n"), AllOf(HasSubstr("第 1 行"), HasSubstr("part-2")));
  EXPECT_THAT(prose_refusal("[part-1]\nwords = \"\"\n"), AllOf(HasSubstr("第 2 行"), HasSubstr("words")));
  EXPECT_THAT(prose_refusal("[part-1]\nsample = \"是\"\n"), HasSubstr("第 2 行"));
  EXPECT_THAT(prose_refusal("part-1 = \"好\"\n"), HasSubstr("第 1 行"));
  EXPECT_EQ(prose_refusal(""), "");
}

TEST(ReportProse, TheShippedWordsAreReadableAndMarkedAsExamples) {
  auto report = sample_report();
  const auto file = Path(MINGTING_SOURCE) / "content/desk/report.toml";
  report.prose = report_prose(disk().read(file, 1 << 20).value(), file, report, sample_office(), {}).value();
  EXPECT_THAT(report.prose, HasSubstr("新收政府信息公开申请3件"));
  EXPECT_THAT(problems_of(report, std::nullopt),
              ElementsAre(HasSubstr("“一、总体情况”还是示例文字"), HasSubstr("“五、存在的主要问题及改进情况”还是示例文字"),
                          HasSubstr("“六、其他需要报告的事项”还是示例文字")));
}

// ---- problems: each can be there ----

TEST(ReportProblems, AGoodReportHasNone) { EXPECT_THAT(problems_of(sample_report(), std::nullopt), IsEmpty()); }

TEST(ReportProblems, Part2NotEnteredIsOneSentenceThatSaysHow) {
  const auto report = sample_report({sample_year(), std::nullopt, {}, 0});
  EXPECT_EQ(report.disclosure, DisclosureTable{});
  EXPECT_THAT(problems_of(report, std::nullopt), ElementsAre(AllOf(HasSubstr("第二部分"), HasSubstr("mingting-desk figures 2026"))));
}

TEST(ReportProblems, OneBlankOfPart2IsNamedItself) {
  auto report = sample_report();
  report.disclosure.coercion.reset();
  EXPECT_THAT(problems_of(report, std::nullopt), ElementsAre(HasSubstr("“行政强制”本年处理决定数量没有填")));
}

TEST(ReportProblems, SumsBalanceAndProse) {
  auto report = sample_report();
  report.applications.at(ReportRow::Petition, 0) = 1;
  report.disputes.reviews.upheld = 9;
  report.prose = replace_all(report.prose, "新收政府信息公开申请3件", "新收政府信息公开申请30件");
  EXPECT_THAT(problems_of(report, std::nullopt),
              ElementsAre(HasSubstr("信访举报投诉类申请”总计不等于左边六列之和"), HasSubstr("自然人列，（七）总计不等于"),
                          HasSubstr("“行政复议”总计不等于四项之和"), HasSubstr("“新收”表中是3")));
}

TEST(ReportProblems, LastYearAndUnits) {
  const auto report = sample_report();
  auto last_year = report_tables({sample_year(), sample_disclosure(), {}, 0}, year{2025});
  last_year.disclosure.normative.in_force = 38;
  EXPECT_THAT(problems_of(report, last_year), IsEmpty());
  last_year.applications.at(ReportRow::CarriedOut, 1) = 2;
  last_year.disclosure.normative.in_force = 30;
  EXPECT_THAT(problems_of(report, last_year),
              ElementsAre(HasSubstr("商业企业列，上年结转不等于"), HasSubstr("“行政规范性文件”现行有效件数不等于")));
  EXPECT_THAT(problems_of(report, std::nullopt, std::vector{report}), IsEmpty());
  EXPECT_THAT(problems_of(report, std::nullopt, std::vector{report, report}), Contains(HasSubstr("不等于各单位之和")));
}

TEST(ReportProblems, APartWithoutWords) {
  auto report = sample_report();
  report.prose = "全年顺利。";
  EXPECT_THAT(problems_of(report, std::nullopt), ElementsAre(HasSubstr("“五、存在的主要问题及改进情况”没有文字"), HasSubstr("[part-6]")));
}

// ---- shapes ----

/// Parses the page strictly as XML, then checks what a reader of tables needs: heads named by every figure exist.
constexpr const char* kPageCheck = R"py(
import sys, xml.dom.minidom
page = xml.dom.minidom.parse(sys.argv[1])
root = page.documentElement
assert root.getAttribute('lang') == 'zh-CN'
assert not page.getElementsByTagName('script')
tables = page.getElementsByTagName('table')
assert len(tables) == 3
ids = [n.getAttribute('id') for n in page.getElementsByTagName('*') if n.hasAttribute('id')]
assert len(ids) == len(set(ids)), 'ids twice'
def words(node):
    return ''.join(n.data if n.nodeType == 3 else words(n) for n in node.childNodes)
heads = {n.getAttribute('id'): words(n) for n in page.getElementsByTagName('th')}
for head in page.getElementsByTagName('th'):
    assert head.getAttribute('scope') in ('row', 'col', 'rowgroup', 'colgroup')
for table in tables:
    rows = table.getElementsByTagName('tr')
    width = sum(int(c.getAttribute('colspan') or 1) for c in rows[0].childNodes if c.nodeType == 1)
    area = sum(int(c.getAttribute('colspan') or 1) * int(c.getAttribute('rowspan') or 1)
               for r in rows for c in r.childNodes if c.nodeType == 1)
    assert area == width * len(rows), 'torn table'
for figure in page.getElementsByTagName('td'):
    if 'figure' not in figure.getAttribute('class'): continue
    assert words(figure)
    print(words(figure), *[heads[i] for i in figure.getAttribute('headers').split()], sep='|')
)py";

std::string page_check(const std::string& html) {
  const TempFolder folder;
  const auto ran = run({"python3", "-c", kPageCheck, folder.write("report.html", html).string()});
  EXPECT_EQ(ran.status, 0) << ran.output;
  return ran.output;
}

TEST(ReportHtml, IsWellFormedAndEveryFigureNamesItsHeads) {
  const auto figures = page_check(report_html(sample_report(), sample_cover()));
  EXPECT_THAT(figures, HasSubstr("3|申请人情况|总计|一、本年新收政府信息公开申请数量\n"));
  EXPECT_THAT(figures, HasSubstr("1|申请人情况|法人或其他组织|商业企业|三、本年度办理结果|（三）不予公开|1.属于国家秘密\n"));
  EXPECT_THAT(figures, HasSubstr("1200|第二十条第（五）项|本年处理决定数量|行政许可\n"));
  EXPECT_THAT(figures, HasSubstr("0.123456|第二十条第（八）项|本年收费金额（单位：万元）|行政事业性收费\n"));
  EXPECT_THAT(figures, HasSubstr("40|第二十条第（一）项|现行有效件数|行政规范性文件\n"));
  EXPECT_THAT(figures, HasSubstr("1|行政诉讼|复议后起诉|尚未审结\n"));
  EXPECT_EQ(split(figures, '\n').size() - 1, 10 + kApplicationRows * kApplicationColumns + 15);
}

TEST(ReportHtml, WhatSomebodyTypedIsTextAndABlankSaysSo) {
  auto report = sample_report();
  report.prose = "<script>alert(1)</script> & \"一\"";
  report.disclosure.licences.reset();
  auto cover = sample_cover(3);
  cover.agency = "甲<乙>&丙";
  const auto html = report_html(report, cover);
  EXPECT_THAT(page_check(html), HasSubstr("未填|第二十条第（五）项"));
  EXPECT_THAT(html, HasSubstr("草稿：还有 3 处问题"));
  EXPECT_THAT(report_html(sample_report(), sample_cover()), AllOf(Not(HasSubstr("草稿")), Not(HasSubstr("未填"))));
}

TEST(ReportPdf, HoldsAllPartsInOrderAndEveryRow) {
  const auto pdf = report_pdf(report_faces(), sample_report(), sample_cover());
  ASSERT_TRUE(pdf) << worded(pdf.error());
  EXPECT_EQ(*pdf, report_pdf(report_faces(), sample_report(), sample_cover()).value());
  const TempFolder folder;
  const auto file = folder.write("report.pdf", *pdf).string();
  EXPECT_EQ(run({"qpdf", "--check", file}).status, 0);
  const auto text = without_spaces(run({"pdftotext", "-raw", file, "-"}).output);
  std::size_t at = 0;
  for (const auto part : kReportParts) {
    const auto found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << part;
    at = found;
  }
  for (const auto& sheet : {disclosure_sheet(sample_disclosure()), application_sheet(sample_report().applications), dispute_sheet({})}) {
    for (const auto& row : sheet.rows) {
      for (const auto& cell : row) EXPECT_THAT(text, HasSubstr(cell.text));
    }
  }
  EXPECT_THAT(text, AllOf(HasSubstr("2026年政府信息公开工作年度报告"), HasSubstr("2027年1月20日"), Not(HasSubstr("草稿"))));
}

TEST(ReportPdf, Part3StandsWholeOnOnePage) {
  auto report = sample_report();
  for (auto& row : report.applications.cells) row.fill(123'456);
  for (int lines = 0; lines < 30; lines += 3) {
    report.prose = "";
    for (int i = 0; i < lines; ++i) report.prose += "这一段文字把后面的表格推到别的地方去，看看它会不会被分开。\n";
    const auto pdf = report_pdf(report_faces(), report, sample_cover(1));
    ASSERT_TRUE(pdf) << worded(pdf.error());
    const TempFolder folder;
    const auto text = run({"pdftotext", "-raw", folder.write("report.pdf", *pdf).string(), "-"}).output;
    int pages_with_first = 0;
    for (const auto& page : split(text, '\f')) {
      const auto words = without_spaces(page);
      const bool first = words.find("一、本年新收政府信息") != std::string::npos;
      EXPECT_EQ(first, words.find("四、结转下年度继续办理") != std::string::npos) << lines;
      pages_with_first += first ? 1 : 0;
    }
    EXPECT_EQ(pages_with_first, 1);
  }
}

TEST(ReportCsv, OneFileATableAsTheFormPrintsIt) {
  const auto files = report_csv(sample_report());
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[1].name, "report-2026-applications.csv");
  for (const auto& file : files) EXPECT_TRUE(file.bytes.starts_with("\xEF\xBB\xBF"));
  EXPECT_THAT(files[0].bytes, HasSubstr("\r\n行政规范性文件,4,2,40\r\n"));
  EXPECT_THAT(files[1].bytes, HasSubstr("\r\n一、本年新收政府信息公开申请数量,,,1,0,0,0,1,1,3\r\n"));
  EXPECT_THAT(files[2].bytes, HasSubstr("\r\n1,0,0,0,1,0,0,0,0,0,0,0,0,1,1\r\n"));
}

TEST(ReportJson, BlanksAreNull) {
  auto report = sample_report();
  report.disclosure.licences.reset();
  const auto json = json_text(as_json(report));
  EXPECT_THAT(json, AllOf(HasSubstr("\"licences\": null"), HasSubstr("\"charges_fen\": 123456"), HasSubstr("\"legal-service\": 1")));
}

// ---- random years ----

TEST(ReportProperty, RandomYearsReconcileAndCarryOver) {
  SeededRandom random(7);
  for (int round = 0; round < 400; ++round) {
    const auto cases = random_cases(random, random.below(60));
    std::optional<AnnualReport> last_year;
    for (const int of : {2025, 2026, 2027}) {
      auto report = report_tables({cases, sample_disclosure(), {}, 0}, year{of});
      report.disclosure.normative.in_force = 40 + 2 * (of - 2025);
      report.prose = report_prose(kWrittenWords, "report.toml", report, sample_office(), {}).value();
      ASSERT_THAT(report_problems(report, last_year), IsEmpty()) << "round " << round << ", " << of;
      last_year = std::move(report);
    }
  }
}

TEST(ReportProperty, RandomYearsMakeSoundPages) {
  SeededRandom random(8);
  for (int round = 0; round < 5; ++round) {
    const auto report = sample_report({random_cases(random, 3000), sample_disclosure(), {}, 0});
    page_check(report_html(report, sample_cover()));
    EXPECT_TRUE(report_pdf(report_faces(), report, sample_cover()));
  }
}

}  // namespace
}  // namespace mingting
