#include "desk/year/report/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "desk/csv_out.hpp"
#include "desk/year/report/layout.hpp"
#include "desk/told/table_text.hpp"
#include "domain/year/checks.hpp"

namespace mingting {
namespace {

using Json = OrderedJson;

constexpr std::uint64_t kMostProse = 1U << 20U;
constexpr std::size_t kProseParts[] = {0, 4, 5};

// ---- problems ----

/// One sentence for a part 2 that nobody entered, instead of one for each of its ten cells.
void say_part_2_once(std::vector<std::string>& problems, const AnnualReport& report) {
  if (report.disclosure != DisclosureTable{}) return;
  std::erase_if(problems, [](const std::string& sentence) {
    return sentence.starts_with("第二部分") && sentence.find("没有填") != std::string::npos;
  });
  problems.insert(problems.begin(),
                  fmt::format("第二部分（主动公开政府信息情况）还没有填：请用 mingting-desk figures {} 名称=数字 录入，没有的填 0；"
                              "只写 mingting-desk figures {} 可看到要填哪些", int{report.year}, int{report.year}));
}

void add_prose_problems(std::vector<std::string>& problems, const AnnualReport& report) {
  for (const auto part : kProseParts) {
    const auto paragraphs = report_part(report, part);
    if (paragraphs.empty()) {
      problems.push_back(fmt::format("“{}”没有文字：请在 content/desk/report.toml 的 [part-{}] 里写", kReportParts[part], part + 1));
    } else if (paragraphs.front().starts_with(kSampleMark)) {
      problems.push_back(fmt::format("“{}”还是示例文字：请在 content/desk/report.toml 的 [part-{}] 里据实写好，再去掉 sample = true",
                                     kReportParts[part], part + 1));
    }
  }
}

void append(std::vector<std::string>& all, std::vector<std::string> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// ---- JSON ----

Json json_of(const Figure& figure) { return figure ? Json(*figure) : Json(nullptr); }

Json json_of(const DocumentFigures& figures) {
  return Json{{"made", json_of(figures.made)}, {"repealed", json_of(figures.repealed)}, {"in_force", json_of(figures.in_force)}};
}

Json json_of(const OutcomeFigures& figures) {
  return Json{{"upheld", json_of(figures.upheld)}, {"corrected", json_of(figures.corrected)},
              {"otherwise", json_of(figures.otherwise)}, {"open", json_of(figures.open)}, {"total", json_of(figures.total)}};
}

Json json_of(const ApplicationTable& table) {
  Json rows = Json::array();
  for (std::size_t at = 0; at < kApplicationRows; ++at) {
    const auto row = static_cast<ReportRow>(at);
    Json one{{"row", at + 1}, {"name", row_name(row)}};
    for (std::size_t i = 0; i < kApplicantKindCount; ++i) one[std::string(kApplicantKinds[i].key)] = json_of(table.at(row, i));
    one["total"] = json_of(table.total(row));
    rows.push_back(std::move(one));
  }
  return rows;
}

constexpr DisclosureSlot kSlots[] = {
    {"rules-made", "规章制发", "规章本年制发件数", false, [](DisclosureTable& t) -> Figure& { return t.rules.made; }},
    {"rules-repealed", "规章废止", "规章本年废止件数", false, [](DisclosureTable& t) -> Figure& { return t.rules.repealed; }},
    {"rules-in-force", "规章有效", "规章现行有效件数", false, [](DisclosureTable& t) -> Figure& { return t.rules.in_force; }},
    {"normative-made", "规范性文件制发", "行政规范性文件本年制发件数", false, [](DisclosureTable& t) -> Figure& { return t.normative.made; }},
    {"normative-repealed", "规范性文件废止", "行政规范性文件本年废止件数", false, [](DisclosureTable& t) -> Figure& { return t.normative.repealed; }},
    {"normative-in-force", "规范性文件有效", "行政规范性文件现行有效件数", false, [](DisclosureTable& t) -> Figure& { return t.normative.in_force; }},
    {"licences", "行政许可", "行政许可本年处理决定数量", false, [](DisclosureTable& t) -> Figure& { return t.licences; }},
    {"penalties", "行政处罚", "行政处罚本年处理决定数量", false, [](DisclosureTable& t) -> Figure& { return t.penalties; }},
    {"coercion", "行政强制", "行政强制本年处理决定数量", false, [](DisclosureTable& t) -> Figure& { return t.coercion; }},
    {"charges", "收费万元", "行政事业性收费本年收费金额（万元）", true, [](DisclosureTable& t) -> Figure& { return t.charges_fen; }},
};

}  // namespace

std::span<const DisclosureSlot> disclosure_slots() { return kSlots; }

std::vector<Dispute> disputes_of_year(std::span<const RegisteredDispute> disputes, std::chrono::year year) {
  std::vector<Dispute> standing;
  for (const auto& dispute : disputes) {
    if (dispute.opened.year() > year || (dispute.closed && dispute.closed->year() < year)) continue;
    const bool closed = dispute.closed && dispute.closed->year() == year;
    standing.push_back({dispute.kind, closed ? dispute.outcome : DisputeOutcome::Open});
  }
  return standing;
}

AnnualReport report_tables(const ReportSources& sources, std::chrono::year year) {
  AnnualReport report{.year = year};
  report.disclosure = sources.disclosure.value_or(DisclosureTable{});
  report.applications = tally(sources.cases, year);
  report.disputes = tally(disputes_of_year(sources.disputes, year));
  return report;
}

Result<AnnualReport> year_report(FileSystem& files, const Path& content, Register& desk, const Office& office,
                                 std::chrono::year year) {
  const auto file = content / "desk" / "report.toml";
  const auto words = files.read(file, kMostProse);
  if (!words) return fail(words.error().trouble, "读不到年报的文字 {}：请从示例内容里复制一份 desk/report.toml", file.string());
  auto cases = desk.figures();
  if (!cases) return fail(cases.error());
  auto disclosure = desk.disclosure(year);
  if (!disclosure) return fail(disclosure.error());
  auto disputes = desk.disputes();
  if (!disputes) return fail(disputes.error());
  const auto fees = desk.fees_paid(year);
  if (!fees) return fail(fees.error());
  auto report = report_tables({std::move(*cases), *disclosure, std::move(*disputes), *fees}, year);
  auto prose = report_prose(*words, file, report, office, *fees);
  if (!prose) return fail(prose.error());
  report.prose = std::move(*prose);
  return report;
}

std::vector<std::string> report_problems(const AnnualReport& report, const std::optional<AnnualReport>& last_year,
                                         std::span<const AnnualReport> units) {
  auto problems = check_report(report);
  say_part_2_once(problems, report);
  if (last_year) append(problems, check_against_last_year(report, *last_year));
  if (!units.empty()) append(problems, check_sum_of_units(report, units));
  add_prose_problems(problems, report);
  return problems;
}

std::vector<std::string> report_part(const AnnualReport& report, std::size_t part) {
  std::vector<std::string> paragraphs;
  std::size_t at = 0;  // what stands before any heading belongs to part 1
  for (auto& line : split(report.prose, '\n')) {
    auto text = trimmed(line);
    if (text.empty()) continue;
    const auto heading = std::find(kReportParts.begin(), kReportParts.end(), text);
    if (heading != kReportParts.end()) {
      at = static_cast<std::size_t>(heading - kReportParts.begin());
    } else if (at == part) {
      paragraphs.push_back(std::move(text));
    }
  }
  return paragraphs;
}

std::string report_title(const std::string& agency, std::chrono::year year) {
  return fmt::format("{}{}年政府信息公开工作年度报告", agency, int{year});
}

std::vector<ReportSheet> report_sheets(const AnnualReport& report) {
  std::vector<ReportSheet> sheets{disclosure_sheet(report.disclosure), application_sheet(report.applications),
                                  dispute_sheet(report.disputes)};
  for (auto& sheet : sheets) {
    for (auto& row : sheet.rows) {
      for (auto& cell : row) {
        if (cell.text.empty()) cell.text = kNotFilled;
      }
    }
  }
  return sheets;
}

bool is_figure(const SheetCell& cell) {
  return cell.text == kNotFilled || cell.text.find_first_not_of("0123456789.-") == std::string::npos;
}

bool is_corner(const SheetCell& cell) { return cell.rows > 1 && cell.columns > 1 && cell.text.starts_with("（"); }

std::string draft_words(const ReportCover& cover) {
  return cover.problems == 0 ? "" : fmt::format("草稿：还有 {} 处问题没有解决，不能作为正式年报", cover.problems);
}

std::vector<ReportFile> report_csv(const AnnualReport& report) {
  const auto sheets = report_sheets(report);
  std::vector<ReportFile> files;
  for (const auto* name : {"disclosure", "applications", "disputes"}) {
    CsvRows rows{{sheets[files.size()].title}};
    for (auto& row : flat(sheets[files.size()])) rows.push_back(std::move(row));
    files.push_back({fmt::format("report-{}-{}.csv", int{report.year}, name), csv_text(rows)});
  }
  return files;
}

std::string report_as_json(const AnnualReport& report) {
  const auto& disclosure = report.disclosure;
  const Json json{{"year", int{report.year}},
                  {"disclosure", Json{{"rules", json_of(disclosure.rules)},
                                      {"normative", json_of(disclosure.normative)},
                                      {"licences", json_of(disclosure.licences)},
                                      {"penalties", json_of(disclosure.penalties)},
                                      {"coercion", json_of(disclosure.coercion)},
                                      {"charges_fen", json_of(disclosure.charges_fen)}}},
                  {"applications", json_of(report.applications)},
                  {"disputes", Json{{"reviews", json_of(report.disputes.reviews)},
                                    {"suits_directly", json_of(report.disputes.suits_directly)},
                                    {"suits_after_review", json_of(report.disputes.suits_after_review)}}},
                  {"prose", report.prose}};
  return json_text(json);
}

}  // namespace mingting
