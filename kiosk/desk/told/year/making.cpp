// Problems and notes numbered, files by their paths; the report itself only for programs.
#include "desk/told/year/making.hpp"

#include <fmt/format.h>

#include "base/said/words.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {
namespace {

using Json = OrderedJson;

std::string line(const std::string& sentence) { return sentence + "\n"; }

std::string numbered(const std::vector<Remark>& remarks) {
  std::string text;
  for (std::size_t i = 0; i < remarks.size(); ++i) text += fmt::format("  {}. {}\n", i + 1, worded(remarks[i]));
  return text;
}

Json sentences(const std::vector<Remark>& remarks) {
  auto all = Json::array();
  for (const auto& each : remarks) all.push_back(worded(each));
  return all;
}

/// What the units' tables came to; "" without them.
std::string units_text(const std::optional<UnitsReport>& units) {
  if (!units) return "";
  auto text = line(words("report-units.sum", units->units.size()));
  if (!units->has_whole) text += line(words("report-units.no-whole", kWholeFolder));
  if (units->problems.empty()) return text + line(words(units->has_whole ? "report-units.sound-with-whole" : "report-units.sound"));
  return text + line(words("report-units.problems", units->problems.size())) + numbered(units->problems);
}

/// Whether it was kept, and how it would be; "" for a draft that was not to be.
std::string kept_text(const ReportMade& made) {
  if (made.kept) return line(words("report-making.kept"));
  if (made.wanted) return line(words("report-making.not-kept"));
  return made.problems.empty() ? line(words("report-making.keep-it")) : "";
}

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

Json units_json(const std::optional<UnitsReport>& units) {
  if (!units) return nullptr;
  return {{"names", units->units}, {"compared", units->has_whole}, {"problems", sentences(units->problems)},
          {"sum", as_json(units->sum)}};
}

}  // namespace

bool is_whole(const ReportMade& made) { return made.problems.empty() && (!made.units || made.units->problems.empty()); }

std::string as_text(const ReportMade& made) {
  const int of{made.report.year};
  auto text = made.problems.empty()
                  ? line(words("report-making.sound", of))
                  : line(words("report-making.draft", of, made.problems.size())) + numbered(made.problems);
  if (!made.notes.empty()) text += line(words("report-making.notes")) + numbered(made.notes);
  text += units_text(made.units) + line(words("report-making.files"));
  for (const auto& file : made.files) text += fmt::format("  {}\n", file.string());
  return text + kept_text(made);
}

OrderedJson as_json(const ReportMade& made) {
  auto files = Json::array();
  for (const auto& file : made.files) files.push_back(file.string());
  return {{"ok", is_whole(made)},
          {"year", int{made.report.year}},
          {"draft", !made.problems.empty()},
          {"kept", made.kept},
          {"problems", sentences(made.problems)},
          {"notes", sentences(made.notes)},
          {"files", std::move(files)},
          {"report", as_json(made.report)},
          {"units", units_json(made.units)}};
}

OrderedJson as_json(const AnnualReport& report) {
  const auto& disclosure = report.disclosure;
  return {{"year", int{report.year}},
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
}

}  // namespace mingting
