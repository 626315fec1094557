// Gathers the report: what is counted, what was entered, what was written.
#include "desk/year/report/report.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "desk/year/report/prose.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostProse = 1U << 20U;

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

Result<std::vector<LostOfKiosk>> lost_in(Register& desk, std::chrono::year year) {
  return desk.chains().map([&](const std::vector<KioskChain>& chains) {
    auto lost = lost_of(chains);
    std::erase_if(lost, [&](const LostOfKiosk& one) { return local_date(one.lost.recorded).year() != year; });
    return lost;
  });
}

std::uint64_t lost_count(std::span<const LostOfKiosk> lost) {
  std::uint64_t count = 0;
  for (const auto& [kiosk, one] : lost) count += one.last - one.first + 1;
  return count;
}

std::vector<Remark> lost_places(std::span<const LostOfKiosk> lost) {
  std::vector<Remark> places;
  for (const auto& [kiosk, one] : lost) {
    const auto which = one.first == one.last ? remark("chain.place", one.first) : remark("chain.places", one.first, one.last);
    places.push_back(remark("lost.of", kiosk, which));
  }
  return places;
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
  const auto toml = files.read(file, kMostProse);
  if (!toml) return fail(toml.error().trouble, "report-words.unreadable", file.string());
  auto cases = desk.figures();
  if (!cases) return fail(cases.error());
  auto disclosure = desk.disclosure(year);
  if (!disclosure) return fail(disclosure.error());
  auto disputes = desk.disputes();
  if (!disputes) return fail(disputes.error());
  const auto fees = desk.fees_paid(year);
  if (!fees) return fail(fees.error());
  auto lost = lost_in(desk, year);
  if (!lost) return fail(lost.error());
  const ReportSources sources{std::move(*cases), *disclosure, std::move(*disputes), *fees, std::move(*lost)};
  auto report = report_tables(sources, year);
  auto prose = report_prose(*toml, file, report, office, sources);
  if (!prose) return fail(prose.error());
  report.prose = std::move(*prose);
  return report;
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

}  // namespace mingting
