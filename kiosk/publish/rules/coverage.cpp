// A duty names columns, tables and topics; what it names must exist, or it would be missing for ever by a slip of the pen.
#include "publish/rules/coverage.hpp"

#include <algorithm>

#include "publish/rules/column_rules.hpp"

namespace mingting {
namespace {

constexpr int kMostDays = 3660;

void check_names(const std::vector<std::string>& names, const std::vector<std::string>& known, int line,
                 std::string_view code, FileReport& report) {
  for (const auto& name : names) {
    if (std::ranges::find(known, name) == known.end()) report.error(line, code, name, nearest_hint(name, known));
  }
}

CoverageDuty read_duty(TomlKeys& keys) {
  CoverageDuty duty;
  duty.article = keys.required_text("article");
  duty.title = keys.required_text("title");
  duty.agency = keys.text("agency");
  duty.columns = keys.texts("columns");
  duty.tables = keys.texts("tables");
  duty.topics = keys.texts("topics");
  duty.days = static_cast<int>(keys.integer("days", 1, kMostDays, 0));
  keys.finish();
  return duty;
}

}  // namespace

CoverageFile read_coverage(const std::string& text, const std::vector<ColumnFile>& columns,
                           const std::vector<std::string>& tables, FileReport& report) {
  CoverageFile file;
  const auto toml = parse_toml(text, 1, report);
  if (!toml) return file;
  std::vector<std::string> column_names;
  for (const auto& each : columns) column_names.push_back(each.column.id);
  TomlKeys keys(*toml, report);
  file.column = keys.text("column");
  file.title = keys.required_text("title");
  if (!file.column.empty()) check_names({file.column}, column_names, keys.line("column"), "coverage-file.no-column", report);
  for (const auto* table : keys.tables("duties")) {
    TomlKeys own(*table, report, remark("toml-place.group", "duties"));
    auto duty = read_duty(own);
    check_names(duty.columns, column_names, own.line("columns"), "coverage-file.no-column", report);
    check_names(duty.tables, tables, own.line("tables"), "coverage-file.no-table", report);
    if (duty.columns.empty() && duty.tables.empty() && duty.topics.empty())
      report.error(own.line("title"), "coverage-file.by-nothing", duty.title);
    file.duties.push_back(std::move(duty));
  }
  if (file.duties.empty()) report.error(0, "coverage-file.no-duties");
  keys.finish();
  return file;
}

std::vector<CoverageEvidence> evidence_of(const std::vector<const Item*>& items, const std::vector<TableContent>& tables,
                                          std::string_view page) {
  std::vector<CoverageEvidence> all;
  for (const auto* item : items) {
    if (item->disclosure != Disclosure::Proactive || item->id == page) continue;
    CoverageEvidence evidence{.columns = values_of(*item, kAlsoIn), .topics = {item->topic}, .day = last_touched(*item), .sample = item->sample};
    evidence.columns.push_back(item->column);
    all.push_back(std::move(evidence));
  }
  for (const auto& each : tables) {
    if (each.table.access != Openness::Open || !each.table.edition.empty() || each.count == 0) continue;
    all.push_back({.table = each.table.id, .count = each.count, .sample = each.table.sample});
  }
  return all;
}

}  // namespace mingting
