#include "base/words.hpp"
#include "desk/year/making.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>
#include <set>

#include "desk/csv_out.hpp"
#include "desk/register/register_fixture.hpp"
#include "desk/year/report/report.hpp"
#include "paper/tools.hpp"
#include "support/faulty_files.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using std::chrono::year;
using Json = nlohmann::json;

constexpr const char* kWords = R"(
[part-1]
text = "新收政府信息公开申请{新收}件，办结{办结}件。"
[part-5]
text = "没有。"
[part-6]
text = "收取信息处理费{信息处理费}元。"
)";

/// The office in January, with a register of its own and its content folder.
struct YearDesk {
  RegisterDesk desk;
  std::unique_ptr<Register> opened;
  Register& book;
  Office office;
  FaultyFiles files;
  Date today = day_of("2027-01-20");

  explicit YearDesk(int applications = 0)
      : opened(applications == 0 ? desk.made() : desk.holding(applications)), book(*opened) {
    office.agency = "南明区人民政府办公室";
    desk.folder.write("content/desk/report.toml", kWords);
  }
  DeskWork work() {
    return {files, book, office, desk.calendar, desk.folder / "content", Clerk{"张示例", start_of(today) + std::chrono::hours{9}}, today,
            {}, Path(MINGTING_SOURCE) / "fonts/fonts.toml"};
  }
  Path out() const { return desk.folder / "out"; }
  CommandAnswer report(bool keep = false, int of = 2026) { return answer(report_command(work(), {of, out(), keep})); }
  CommandAnswer figures(std::vector<std::string> values, int of = 2026) { return answer(figures_command(work(), {of, std::move(values)})); }
  static CommandAnswer answer(const Answered& answered) {
    EXPECT_TRUE(answered) << (answered ? "" : worded(answered.error()));
    return answered.value_or(CommandAnswer{false, "", "null"});
  }
  std::string file(const char* name) { return disk().read(out() / name, 1U << 24).value_or(""); }
  std::vector<std::string> written() { return disk().list(out()).value_or(std::vector<std::string>{}); }
};

// ---- figures ----

TEST(YearFigures, AreEnteredBitByBitAndShown) {
  YearDesk desk;
  EXPECT_THAT(desk.figures({}).text, HasSubstr("还有 10 项没有填"));
  const auto some = desk.figures({"行政许可=1200", "规范性文件制发＝４", "charges=12.5"});
  EXPECT_TRUE(some.fine);
  EXPECT_EQ(Json::parse(some.json)["blank"], 7);
  EXPECT_EQ(Json::parse(some.json)["figures"]["charges"], 12'500'000);
  EXPECT_THAT(some.text, HasSubstr("12.5 万元"));
  const auto all = desk.figures({"其余=0", "行政许可=1,201"});
  EXPECT_THAT(all.text, HasSubstr("都填好了"));
  EXPECT_EQ(desk.book.disclosure(year{2026}).value(), (DisclosureTable{{0, 0, 0}, {4, 0, 0}, 1201, 0, 0, 12'500'000}));
  EXPECT_EQ(desk.book.disclosure(year{2025}).value(), std::nullopt);
}

TEST(YearFigures, OneWrongValueRecordsNothing) {
  YearDesk desk;
  for (const auto* wrong : {"行政许可=-1", "行政许可=", "行政许可", "行政许可=1.5", "政府采购=1", "收费万元=1.2345678", "收费万元=-3", "其余=1",
                            "行政许可=12件", "收费万元=.5"}) {
    const auto answer = desk.figures({"行政处罚=3", wrong});
    EXPECT_FALSE(answer.fine) << wrong;
    EXPECT_THAT(answer.text, HasSubstr("一项也没有记"));
  }
  EXPECT_EQ(desk.book.disclosure(year{2026}).value(), std::nullopt);
  EXPECT_FALSE(desk.figures({"行政许可=1"}, 2020).fine);
}

// ---- disputes ----

TEST(YearDisputes, AddCloseAndOpenAgain) {
  YearDesk desk(1);
  const auto added = YearDesk::answer(add_dispute_command(desk.work(), {"行政复议", day_of("2026-10-09"), kiosk_number(1), "示例"}));
  EXPECT_THAT(added.text, HasSubstr("第 1 件 行政复议，2026年10月9日提起，尚未审结"));
  EXPECT_EQ(Json::parse(added.json)["entry"], 1);
  const auto closed = YearDesk::answer(close_dispute_command(desk.work(), {1, "upheld", day_of("2026-12-01"), ""}));
  EXPECT_THAT(closed.text, HasSubstr("结果维持（2026年12月1日审结）"));
  EXPECT_THAT(YearDesk::answer(list_disputes_command(desk.work())).text, AllOf(HasSubstr("结果维持"), HasSubstr("示例")));
  YearDesk::answer(close_dispute_command(desk.work(), {1, "尚未审结", day_of("2026-12-01"), "撤回"}));
  EXPECT_EQ(desk.book.disputes()->at(0), (RegisteredDispute{1, 1, DisputeKind::Review, day_of("2026-10-09"), std::nullopt,
                                                           DisputeOutcome::Open, "撤回"}));
}

TEST(YearDisputes, NoneIsOlderThanWhatItIsAbout) {
  YearDesk desk(1);
  const auto arrived = local_date(desk.book.entry(1)->received);
  const Date before{std::chrono::sys_days{arrived} - std::chrono::days{1}};
  const auto add = [&](const char* kind, Date on) { return YearDesk::answer(add_dispute_command(desk.work(), {kind, on, "1", ""})); };
  EXPECT_THAT(add("review", before).text, HasSubstr("才收到"));
  EXPECT_THAT(add("suit-directly", arrived).text, HasSubstr("还没有作出答复"));
  EXPECT_THAT(add("suit-after-review", arrived).text, HasSubstr("还没有作出答复"));
  EXPECT_TRUE(desk.book.disputes()->empty());
  EXPECT_TRUE(add("review", arrived).fine) << "about not being answered";
  EXPECT_TRUE(add("suit-after-review", arrived).fine);
}

TEST(YearDisputes, WhatMakesNoSenseIsRefusedWithTheChoices) {
  YearDesk desk;
  const auto add = [&](const char* kind, const char* on) { return YearDesk::answer(add_dispute_command(desk.work(), {kind, day_of(on), "", ""})); };
  EXPECT_THAT(add("上访", "2026-10-09").text, HasSubstr("suit-directly（未经复议直接起诉）"));
  EXPECT_FALSE(add("review", "2027-01-21").fine);
  EXPECT_TRUE(add("review", "2026-10-09").fine);
  const auto close = [&](std::int64_t id, const char* outcome, const char* on) {
    return YearDesk::answer(close_dispute_command(desk.work(), {id, outcome, day_of(on), ""}));
  };
  EXPECT_FALSE(close(1, "upheld", "2026-10-08").fine) << "before it was opened";
  EXPECT_FALSE(close(1, "upheld", "2027-01-21").fine) << "in the future";
  EXPECT_THAT(close(1, "won", "2026-12-08").text, HasSubstr("corrected（结果纠正）"));
  EXPECT_THAT(close(2, "upheld", "2026-12-08").text, HasSubstr("没有第 2 件"));
}

// ---- the report ----

TEST(YearReport, WithoutPart2ItIsADraftThatSaysHowToGoOn) {
  YearDesk desk(2);
  const auto answer = desk.report(true);
  EXPECT_FALSE(answer.fine);
  EXPECT_THAT(answer.text, AllOf(HasSubstr("figures 2026"), HasSubstr("没有存档")));
  EXPECT_THAT(desk.file("report-2026.html"), AllOf(HasSubstr("草稿"), HasSubstr("未填")));
  EXPECT_EQ(desk.book.kept_report(year{2026}).value(), std::nullopt);
  EXPECT_TRUE(Json::parse(answer.json)["draft"]);
}

TEST(YearReport, AGoodOneIsWrittenAndKeptForNextYear) {
  YearDesk desk(2);
  finish(desk.book, desk.desk, 1, "2026-09-15");
  desk.figures({"其余=0"});
  const auto first = desk.report();
  EXPECT_TRUE(first.fine) << first.text;
  EXPECT_THAT(first.text, AllOf(HasSubstr("没有存档的 2025 年年报"), HasSubstr("--final")));
  EXPECT_EQ(desk.book.kept_report(year{2026}).value(), std::nullopt);
  const auto kept = desk.report(true);
  EXPECT_THAT(kept.text, HasSubstr("已存入登记册"));
  EXPECT_THAT(desk.written(), ElementsAre("report-2026-applications.csv", "report-2026-disclosure.csv", "report-2026-disputes.csv",
                                          "report-2026.html", "report-2026.pdf"));
  EXPECT_TRUE(desk.file("report-2026.pdf").starts_with("%PDF"));
  const auto report = desk.book.kept_report(year{2026}).value().value();
  EXPECT_EQ(report.applications.total(ReportRow::CarriedOut), 1);
  EXPECT_THAT(report.prose, HasSubstr("新收政府信息公开申请2件，办结1件"));
  EXPECT_EQ(Json::parse(kept.json)["report"]["applications"][0]["total"], 2);
}

TEST(YearReport, IsComparedWithTheOneKeptLastYear) {
  YearDesk desk(1);
  auto last_year = report_tables({{}, DisclosureTable{{0, 0, 0}, {0, 0, 5}, 0, 0, 0, 0}, {}, 0}, year{2025});
  last_year.applications.at(ReportRow::CarriedOut, 0) = 3;
  ASSERT_TRUE(desk.book.keep_report(last_year, clerk_on("2026-01-20")));
  desk.figures({"其余=0"});
  const auto answer = desk.report();
  EXPECT_FALSE(answer.fine);
  EXPECT_THAT(answer.text, AllOf(HasSubstr("自然人列，上年结转不等于上年报告的结转下年度继续办理：表中是0，应当是3"),
                                 HasSubstr("“行政规范性文件”现行有效件数不等于"), Not(HasSubstr("没有存档的 2025"))));
}

TEST(YearReport, AYearThatIsNotOverIsADraftAndALaterOneIsRefused) {
  YearDesk desk;
  desk.today = day_of("2026-12-31");
  desk.figures({"其余=0"});
  const auto answer = desk.report(true);
  EXPECT_FALSE(answer.fine);
  EXPECT_THAT(answer.text, HasSubstr("2026 年还没有过完"));
  EXPECT_FALSE(desk.report(false, 2027).fine);
  EXPECT_FALSE(desk.report(false, 2020).fine);
  EXPECT_THAT(desk.written(), testing::SizeIs(5));
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
  EXPECT_THAT(desk.report(true).text, HasSubstr("有 1 件申请还没有确认收到日期"));
  desk.figures({"行政许可=1"});
  EXPECT_THAT(desk.report().text, HasSubstr("已有存档的 2026 年年报，与这一份不同"));
}

TEST(YearReport, AFullDiskKeepsNothing) {
  YearDesk desk;
  desk.figures({"其余=0"});
  desk.files.full_after_bytes = 2000;
  const auto answered = report_command(desk.work(), {2026, desk.out(), true});
  ASSERT_FALSE(answered);
  EXPECT_EQ(answered.error().trouble, Trouble::DiskFull);
  EXPECT_EQ(desk.book.kept_report(year{2026}).value(), std::nullopt);
}

TEST(YearReport, MissingWordsAreAnErrorThatNamesTheFile) {
  YearDesk desk;
  std::filesystem::remove(desk.desk.folder / "content/desk/report.toml");
  const auto answered = report_command(desk.work(), {2026, desk.out(), false});
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
  const auto with_units = [&] { return YearDesk::answer(report_command(desk.work(), {2026, desk.out(), false, desk.desk.folder / "units"})); };
  write_unit(desk, "示例局", 7);
  write_unit(desk, "示例街道", 30);
  const auto first = with_units();
  EXPECT_TRUE(first.fine) << first.text;
  EXPECT_THAT(first.text, AllOf(HasSubstr("2 个单位"), HasSubstr("没有叫“全区”的文件夹")));
  const auto sum = Json::parse(first.json)["units"]["sum"];
  EXPECT_EQ(sum["disclosure"]["licences"], 42);
  EXPECT_EQ(sum["disclosure"]["charges_fen"], 24'691'200);
  EXPECT_EQ(sum["applications"][0]["company"], 2);
  for (const auto* table : {"disclosure", "applications", "disputes"}) {
    const auto name = fmt::format("report-2026-{}.csv", table);
    EXPECT_FALSE(desk.file(("all-" + name).c_str()).empty());
    desk.desk.folder.write("units/全区/" + name, desk.file(("all-" + name).c_str()));
  }
  EXPECT_THAT(with_units().text, HasSubstr("全区的表等于各单位之和"));
  const auto wrong = replace_all(desk.file("all-report-2026-disclosure.csv"), "42", "43");
  desk.desk.folder.write("units/全区/report-2026-disclosure.csv", wrong);
  const auto differs = with_units();
  EXPECT_FALSE(differs.fine);
  EXPECT_THAT(differs.text, HasSubstr("全区：第二部分“行政许可”本年处理决定数量不等于各单位之和：表中是43，应当是42"));
}

TEST(YearUnits, WhatIsNoTableOfTheirsIsNamed) {
  YearDesk desk;
  desk.figures({"其余=0"});
  const auto answer = [&] { return YearDesk::answer(report_command(desk.work(), {2026, desk.out(), false, desk.desk.folder / "units"})).text; };
  std::filesystem::create_directories(desk.desk.folder / "units");
  EXPECT_THAT(answer(), HasSubstr("没有单位的文件夹"));
  write_unit(desk, "示例局", 7);
  const auto file = desk.desk.folder / "units/示例局/report-2026-disclosure.csv";
  const auto good = disk().read(file, 1U << 20).value();
  for (const auto& [from, to, told] : {std::tuple{"7", "七", "“七”不是数"}, std::tuple{"行政许可", "许可", "应当是“行政许可”"},
                                       std::tuple{"行政许可", "\xD0\xD0", "CSV UTF-8"}}) {
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

TEST(YearStats, ThisYearUpToTodayUnlessAsked) {
  YearDesk desk(3);
  desk.today = day_of("2026-11-23");
  const auto stats = YearDesk::answer(stats_command(desk.work(), {}));
  EXPECT_THAT(stats.text, HasSubstr("2026年1月1日 至 2026年11月23日"));
  EXPECT_EQ(Json::parse(stats.json)["overdue"], 3);
  const auto future = YearDesk::answer(stats_command(desk.work(), {day_of("2026-09-12"), day_of("2026-12-31")}));
  EXPECT_EQ(Json::parse(future.json)["to"], "2026-11-23");
  EXPECT_EQ(Json::parse(future.json)["received"][0]["total"], 0);
  EXPECT_FALSE(YearDesk::answer(stats_command(desk.work(), {day_of("2026-12-31"), std::nullopt})).fine);
}

// ---- export ----

/// Strict RFC 4180: what a spreadsheet reads.
CsvRows parsed(std::string_view text) {
  EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF"));
  text.remove_prefix(3);
  CsvRows rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') rows.back().back() += text[++i];
    else if (c == '"') quoted = !quoted;
    else if (quoted) rows.back().back() += c;
    else if (c == ',') rows.back().emplace_back();
    else if (c == '\n') rows.push_back({""});
    else if (c != '\r') rows.back().back() += c;
  }
  EXPECT_FALSE(quoted);
  rows.pop_back();
  return rows;
}

TEST(YearCsv, RoundTrip) {
  SeededRandom random(3);
  const std::vector<std::string> pieces{"甲", ",", "\"", "\n", "\r\n", "乙 ", "1", "'"};
  for (int round = 0; round < 300; ++round) {
    CsvRows rows(1 + random.below(4));
    for (auto& row : rows) {
      row.resize(1 + random.below(4), "头");
      for (auto& cell : row) {
        for (auto left = random.below(5); left > 0; --left) cell += pieces[random.below(8)];
      }
    }
    EXPECT_EQ(parsed(csv_text(rows)), rows);
  }
}

TEST(YearCsv, NothingRunsAsAFormula) {
  for (const auto* text : {"=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "＝1", "＋1", "－1", "＠a", "\n=1"}) {
    EXPECT_EQ(parsed(csv_text({{text}}))[0][0], std::string("'") + text) << text;
  }
  for (const auto* text : {"", "甲=1", "1-2", "'", "a@b.cn"}) EXPECT_EQ(parsed(csv_text({{text}}))[0][0], text);
}

TEST(YearExport, MasksWhoAndWhatUnlessAskedForWhole) {
  YearDesk desk(2);
  const auto paper = paper_of("2026-09-15");
  does(desk.book, desk.desk, 1, "2026-09-14", CorrectionAsked{"请张示例三写明年份", 10});
  does(desk.book, desk.desk, 1, "2026-09-15", CorrectionReceived{});
  does(desk.book, desk.desk, 1, "2026-09-15", Replied{.kind = ReplyKind::Granted}, &paper);
  ASSERT_TRUE(desk.book.import(export_of({record_at(3, feedback_of(3))}), clerk_on("2026-09-11"), desk.desk.with()));
  ASSERT_TRUE(desk.book.note(3, {day_of("2026-09-14"), "张示例", moment("2026-09-14T10:00"), "answered", {{"text", "椅子修好了"}}}, true));
  const auto answer = YearDesk::answer(export_csv_command(desk.work(), {desk.out(), false}));
  EXPECT_THAT(answer.text, HasSubstr("entries.csv：3 行"));
  const auto entries = parsed(desk.file("entries.csv")), steps = parsed(desk.file("steps.csv")), documents = parsed(desk.file("documents.csv"));
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
  const auto answer = YearDesk::answer(export_csv_command(desk.work(), {desk.out(), true}));
  EXPECT_THAT(answer.text, HasSubstr("完整的个人信息"));
  EXPECT_THAT(desk.file("entries.csv"), AllOf(HasSubstr("示例1"), HasSubstr("证件号码：P-1")));
}

TEST(YearExport, NumbersInWhatWasWantedAreHidden) {
  YearDesk desk;
  auto submission = application_of(1);
  submission.answers[0].value = "=请公开13800001234名下2026年3笔补贴";
  ASSERT_TRUE(desk.book.import(export_of({record_at(1, submission)}), clerk_on("2026-09-11"), desk.desk.with()));
  YearDesk::answer(export_csv_command(desk.work(), {desk.out(), false}));
  EXPECT_EQ(parsed(desk.file("entries.csv"))[1][8], "***（加 --whole 看）") << "words of a form that is not to be had";
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
  YearDesk::answer(export_csv_command(desk.work(), {desk.out(), false}));
  const auto row = parsed(desk.file("entries.csv"))[1];
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
  YearDesk::answer(export_csv_command(desk.work(), {desk.out(), false}));
  std::set<std::string> numbers;
  for (const auto& row : parsed(desk.file("entries.csv"))) numbers.insert(row[1]);
  EXPECT_EQ(numbers.size(), 1202U) << "with the head";
}

}  // namespace
}  // namespace mingting
