// Each duty counts what answers it; what is old is said, and a sample answers nothing.
#include "domain/content/coverage.hpp"

#include <algorithm>

namespace mingting {
namespace {

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::ranges::find(all, one) != all.end();
}

bool shares(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::ranges::any_of(some, [&](const auto& each) { return has(others, each); });
}

bool answers(const CoverageEvidence& evidence, const CoverageDuty& duty) {
  if (!evidence.table.empty()) return has(duty.tables, evidence.table);
  return shares(evidence.columns, duty.columns) || shares(evidence.topics, duty.topics);
}

CoverageState judged(const CoverageLine& line, Date today) {
  if (line.count == 0) return line.samples == 0 ? CoverageState::Missing : CoverageState::Samples;
  if (line.duty.days == 0 || !today.ok()) return CoverageState::Open;
  const auto oldest = std::chrono::sys_days{today} - std::chrono::days{line.duty.days};
  return line.newest && std::chrono::sys_days{*line.newest} >= oldest ? CoverageState::Open : CoverageState::Stale;
}

}  // namespace

std::vector<CoverageLine> coverage_of(const std::vector<CoverageDuty>& duties, const std::vector<CoverageEvidence>& evidence,
                                      Date today) {
  std::vector<CoverageLine> lines;
  for (const auto& duty : duties) {
    CoverageLine line{.duty = duty};
    for (const auto& each : evidence) {
      if (!answers(each, duty)) continue;
      (each.sample ? line.samples : line.count) += each.count;
      if (!each.sample && each.day && (!line.newest || *line.newest < *each.day)) line.newest = each.day;
    }
    line.state = judged(line, today);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace mingting
