// Findings of one file: each once, by line, the rest counted; and the name somebody may have meant.
#include "publish/files/report.hpp"

#include <algorithm>
#include <tuple>

#include "base/text/edit_distance.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kFar = 3;

/// kFar for whatever is that far apart or further.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  if (a.size() > b.size() + 2 || b.size() > a.size() + 2) return kFar;
  return std::min(edit_distance(a, b), kFar);
}

}  // namespace

void FileReport::add(Severity severity, int line, Remark what) {
  Finding finding{severity, file_, line, std::move(what)};
  if (std::find(findings_.begin(), findings_.end(), finding) != findings_.end()) return;
  std::size_t& count = severity == Severity::Error ? errors_ : warnings_;
  if (++count <= kMost) findings_.push_back(std::move(finding));
}

std::vector<Finding> FileReport::take() {
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const Finding& a, const Finding& b) { return a.line < b.line; });
  const auto rest = [&](Severity severity, std::size_t count) {
    if (count <= kMost) return;
    findings_.push_back({severity, file_, 0, remark("finding.more", count - kMost)});
  };
  rest(Severity::Error, std::exchange(errors_, 0));
  rest(Severity::Warning, std::exchange(warnings_, 0));
  return std::exchange(findings_, {});
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  const auto wanted = to_code_points(ascii_lower(name));
  std::string best;
  std::size_t best_distance = kFar;
  for (const auto& candidate : known) {
    if (candidate.size() > name.size() + 8 || name.size() > candidate.size() + 8) continue;
    const auto d = distance(wanted, to_code_points(ascii_lower(candidate)));
    if (d < best_distance && d * 2 < wanted.size() + 1) best = candidate, best_distance = d;
  }
  return best;
}

Remark nearest_hint(std::string_view name, const std::vector<std::string>& known) {
  const auto nearest = nearest_name(name, known);
  return nearest.empty() ? Remark() : remark("finding.nearest", nearest);
}

}  // namespace mingting
