// Findings of one file: each once, by line, many alike as one; and the name somebody may have meant.
#include "publish/files/report.hpp"

#include <algorithm>
#include <iterator>

#include "base/names.hpp"
#include "base/text/edit_distance.hpp"
#include "base/text/text.hpp"
#include "publish/files/source.hpp"

namespace mingting {
namespace {

/// Each line once, and not endlessly.
Fact places(std::vector<int> lines) {
  constexpr std::size_t kShown = 20;
  std::ranges::sort(lines);
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(lines.size(), kShown); ++i) shown.push_back(std::to_string(lines[i]));
  if (lines.size() > kShown) shown.emplace_back("…");
  return names_told(shown);
}

}  // namespace

std::string FileReport::kept(std::string_view text) const {
  return tidy(text);
}

void FileReport::note(const KeyFault& fault, const Remark& place) {
  auto what = remark("toml-key." + std::string(fault.code), place);
  what.facts.insert(what.facts.end(), fault.facts.begin(), fault.facts.end());
  if (fault.odd) what.facts.emplace_back(nearest_hint(*fault.odd, fault.known));
  add(fault.harmless ? Severity::Warning : Severity::Error, fault.line > 0 ? fault.line : fault.table_line,
      std::move(what));
}

void FileReport::add(Severity severity, int line, Remark what) {
  auto& kind = kinds_[{severity, what.code}];
  Finding finding{severity, file_, line, std::move(what)};
  if (std::find(kind.first.begin(), kind.first.end(), finding) != kind.first.end()) return;
  errors_ += severity == Severity::Error ? 1 : 0;
  kind.lines.push_back(line);
  if (kind.first.size() <= told_one_by_one()) kind.first.push_back(std::move(finding));
}

std::vector<Finding> FileReport::take() {
  std::vector<Finding> findings;
  for (auto& [name, kind] : kinds_) {
    if (kind.lines.size() <= told_one_by_one()) {
      std::ranges::move(kind.first, std::back_inserter(findings));
      continue;
    }
    if (many_ == Many::TwentyEach) {
      kind.first.back().what = remark("finding.more", kind.lines.size() - kEach, kind.first.back().what);
      std::ranges::move(kind.first, std::back_inserter(findings));
      continue;
    }
    auto& first = *std::ranges::min_element(kind.first, {}, &Finding::line);
    first.what = remark("finding.alike", first.what, kind.lines.size(), places(kind.lines));
    findings.push_back(std::move(first));
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.line < b.line; });
  kinds_.clear();
  errors_ = 0;
  return findings;
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  return nearest_word(name, known, std::min<std::size_t>(2, to_code_points(name).size() / 2));
}

Remark nearest_hint(std::string_view name, const std::vector<std::string>& known) {
  const auto nearest = nearest_name(name, known);
  return nearest.empty() ? Remark() : remark("finding.nearest", nearest);
}

}  // namespace mingting
