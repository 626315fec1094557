// Findings of one file: each once, by line, the rest counted; and the name somebody may have meant.
#include "publish/files/report.hpp"

#include <algorithm>
#include <tuple>

#include "base/text/edit_distance.hpp"
#include "base/text/text.hpp"
#include "publish/files/source.hpp"

namespace mingting {
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
  return nearest_word(name, known, std::min<std::size_t>(2, to_code_points(name).size() / 2));
}

Remark nearest_hint(std::string_view name, const std::vector<std::string>& known) {
  const auto nearest = nearest_name(name, known);
  return nearest.empty() ? Remark() : remark("finding.nearest", nearest);
}

}  // namespace mingting
