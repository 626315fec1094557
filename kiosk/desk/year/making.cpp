#include "desk/year/making.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/text.hpp"
#include "desk/papers/case_papers.hpp"
#include "desk/year/report/report.hpp"
#include "desk/year/units.hpp"
#include "desk/year/statistics.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {
namespace {

using std::chrono::year;

/// A report, what is wrong with it, and what else the office should know.
struct JudgedReport {
  AnnualReport report;
  std::vector<std::string> problems, notes;
  std::optional<UnitsReport> units;
};

/// Applications that count nowhere because their day of receipt is not confirmed (Art. 31).
std::int64_t unconfirmed_in(std::span<const CaseFigures> cases) {
  return std::count_if(cases.begin(), cases.end(), [](const CaseFigures& one) { return !one.received && !one.finished; });
}

Result<std::vector<std::string>> notes_on(const DeskWork& work, const AnnualReport& report, bool has_last_year) {
  std::vector<std::string> notes;
  if (!has_last_year) {
    notes.push_back(fmt::format("登记册里没有存档的 {} 年年报，没有核对上年结转和现行有效件数：请与去年印发的年报核对",
                                int{report.year} - 1));
  }
  const auto cases = work.book.figures();
  if (!cases) return fail(cases.error());
  if (const auto count = unconfirmed_in(*cases); count > 0) {
    notes.push_back(fmt::format("有 {} 件申请还没有确认收到日期，没有计入任何一年：请先用 accept 确认", count));
  }
  const auto kept = work.book.kept_report(report.year);
  if (!kept) return fail(kept.error());
  if (*kept && **kept != report) notes.push_back(fmt::format("登记册里已有存档的 {} 年年报，与这一份不同", int{report.year}));
  return notes;
}

Result<JudgedReport> judged(const DeskWork& work, year of) {
  auto report = year_report(work.files, work.content, work.book, work.office, of);
  if (!report) return fail(report.error());
  const auto last_year = work.book.kept_report(of - std::chrono::years{1});
  if (!last_year) return fail(last_year.error());
  auto problems = report_problems(*report, *last_year);
  if (work.today().year() <= of) problems.push_back(fmt::format("{} 年还没有过完，数字只到今天", int{of}));
  auto notes = notes_on(work, *report, last_year->has_value());
  if (!notes) return fail(notes.error());
  return JudgedReport{std::move(*report), std::move(problems), std::move(*notes), std::nullopt};
}

Result<PaperFaces> open_paper_faces(const DeskWork& work) {
  const auto faces = paper_face_files(work.files, work.faces);
  if (!faces) return fail(faces.error());
  return PaperFaces::open(*faces);
}

Result<std::vector<ReportFile>> files_of(const DeskWork& work, const JudgedReport& judged) {
  const ReportCover cover{work.office.agency, work.today(), judged.problems.size()};
  const auto name = fmt::format("report-{}", int{judged.report.year});
  const auto faces = open_paper_faces(work);
  if (!faces) return fail(faces.error());
  auto pdf = report_pdf(*faces, judged.report, cover);
  if (!pdf) return fail(pdf.error());
  std::vector<ReportFile> files{{name + ".pdf", std::move(*pdf)}, {name + ".html", report_html(judged.report, cover)}};
  for (auto& table : report_csv(judged.report)) files.push_back(std::move(table));
  if (!judged.units) return files;
  for (auto& table : report_csv(judged.units->sum)) files.push_back({"all-" + table.name, std::move(table.bytes)});
  return files;
}

std::string numbered(const std::vector<std::string>& sentences) {
  std::string text;
  for (std::size_t i = 0; i < sentences.size(); ++i) text += fmt::format("  {}. {}\n", i + 1, sentences[i]);
  return text;
}

/// What the units' tables came to; "" without them.
std::string units_text(const std::optional<UnitsReport>& units) {
  if (!units) return "";
  auto text = fmt::format("各单位的表：{} 个单位，与本机关的相加，写在 all-report 开头的三张表里\n", units->units.size());
  if (!units->has_whole) text += fmt::format("没有叫“{}”的文件夹，没有核对全区的表\n", kWholeFolder);
  if (units->problems.empty()) return text + (units->has_whole ? "各单位的表核对无误，全区的表等于各单位之和\n" : "各单位的表核对无误\n");
  return text + fmt::format("各单位的表有 {} 处问题：\n{}", units->problems.size(), numbered(units->problems));
}

OrderedJson units_json(const std::optional<UnitsReport>& units) {
  if (!units) return nullptr;
  return {{"names", units->units}, {"compared", units->has_whole}, {"problems", units->problems},
          {"sum", OrderedJson::parse(report_as_json(units->sum))}};
}

CommandAnswer told(const JudgedReport& judged, const std::vector<Path>& written, bool wanted, bool kept) {
  const int of{judged.report.year};
  const bool sound = judged.problems.empty();
  const bool units_sound = !judged.units || judged.units->problems.empty();
  CommandAnswer answer{.fine = sound && units_sound, .text = "", .json = ""};
  answer.text = sound ? fmt::format("{} 年年报，各项核对无误\n", of)
                      : fmt::format("{} 年年报是草稿，有 {} 处问题：\n{}", of, judged.problems.size(), numbered(judged.problems));
  if (!judged.notes.empty()) answer.text += "请注意：\n" + numbered(judged.notes);
  answer.text += units_text(judged.units);
  OrderedJson files = OrderedJson::array();
  answer.text += "写好的文件：\n";
  for (const auto& path : written) {
    answer.text += fmt::format("  {}\n", path.string());
    files.push_back(path.string());
  }
  if (kept) answer.text += "已存入登记册，明年的年报会与它核对\n";
  else if (wanted) answer.text += "没有存档：有问题的年报不能作为正式年报\n";
  else if (sound) answer.text += "定稿后请加 --final 再做一次，存入登记册\n";
  answer.json = json_text({{"ok", answer.fine}, {"year", of}, {"draft", !sound}, {"kept", kept}, {"problems", judged.problems},
                           {"notes", judged.notes}, {"files", std::move(files)},
                           {"report", OrderedJson::parse(report_as_json(judged.report))},
                           {"units", units_json(judged.units)}});
  return answer;
}

}  // namespace

Answered report_command(const DeskWork& work, const ReportOptions& options) {
  if (options.year < kFirstReportYear || options.year > kLastReportYear) {
    return refused(fmt::format("年份要在 {} 到 {} 之间：{} 年以前的年报不是这个格式", kFirstReportYear, kLastReportYear, kFirstReportYear));
  }
  if (year{options.year} > work.today().year()) return refused(fmt::format("{} 年还没有到", options.year));
  auto report = judged(work, year{options.year});
  if (!report) return refused_or_failed(report.error());
  if (!options.units.empty()) {
    auto units = read_units(work.files, options.units, report->report);
    if (!units) return refused_or_failed(units.error());
    report->units = std::move(*units);
  }
  const auto files = files_of(work, *report);
  if (!files) return fail(files.error());
  if (auto made = work.files.make_folders(options.out); !made) return fail(made.error());
  std::vector<Path> written;
  for (const auto& file : *files) {
    if (auto done = write_durably(work.files, options.out / file.name, file.bytes); !done) return fail(done.error());
    written.push_back(options.out / file.name);
  }
  const bool keep = options.keep && report->problems.empty();
  if (keep) {
    if (auto kept = work.book.keep_report(report->report, work.clerk); !kept) return fail(kept.error());
  }
  return told(*report, written, options.keep, keep);
}

Answered stats_command(const DeskWork& work, const StatsOptions& options) {
  const auto today = work.today();
  const auto to = std::min(options.to.value_or(today), today);
  const StatisticsPeriod period{options.from.value_or(to.year() / std::chrono::January / 1), to};
  if (period.to < period.from) {
    return refused(fmt::format("起始日期{}在截止日期{}之后", chinese_date(period.from), chinese_date(period.to)));
  }
  const auto entries = statistics_entries(work.book, period);
  if (!entries) return fail(entries.error());
  const auto statistics = statistics_of(*entries, period, work.with());
  return CommandAnswer{true, statistics_as_text(statistics), statistics_as_json(statistics)};
}

}  // namespace mingting
