// The one place of publish/ that words a finding.
#include "publish/checks/findings_text.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "base/said/words.hpp"

namespace mingting {
namespace {

/// Files with a finding of one kind that are told one by one.
constexpr std::size_t kAlikeFiles = 10, kShownPlaces = 20;

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
  return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

/// Editions of a table are one table.
std::size_t count_tables(const Content& content) {
  return static_cast<std::size_t>(std::ranges::count_if(content.tables, [](const auto& table) { return table.table.edition.empty(); }));
}

std::string place_of(const Finding& finding) {
  return finding.line > 0 ? words("finding.place", finding.file, finding.line) : finding.file;
}

/// What several of one file are said as is of their kind.
std::string kind_of(const Finding& finding) {
  if (finding.what.code != "finding.alike") return finding.what.code;
  return std::get<std::vector<Remark>>(finding.what.facts.front().value).front().code;
}

struct Alike {
  std::vector<const Finding*> findings;
  std::set<std::string_view> files;
};

/// A kind of finding in many files is told once, with the other places; those of one file are told as its report has them.
std::vector<Finding> gathered(const std::vector<Finding>& findings) {
  std::map<std::pair<Severity, std::string>, Alike> kinds;
  for (const auto& finding : findings) {
    auto& kind = kinds[{finding.severity, kind_of(finding)}];
    kind.findings.push_back(&finding), kind.files.insert(finding.file);
  }
  std::vector<Finding> told;
  for (const auto& finding : findings) {
    const auto& [alike, files] = kinds[{finding.severity, kind_of(finding)}];
    const bool few = files.size() <= kAlikeFiles;
    if (few) told.push_back(finding);
    if (few || alike.front() != &finding) continue;
    std::vector<Remark> places;
    for (std::size_t i = 1; i < std::min(alike.size(), kShownPlaces); ++i)
      places.push_back({place_of(*alike[i])});
    if (alike.size() > kShownPlaces) places.push_back({"……"});
    auto& first = told.emplace_back(finding);
    first.what = remark("finding.alike-files", first.what, alike.size() - 1, places);
  }
  return told;
}

}  // namespace

std::vector<const Item*> waiting_items(const Content& content, Date today) {
  std::vector<const Item*> waiting;
  for (const auto& document : content.documents) {
    if (waits(document.item, today)) waiting.push_back(&document.item);
  }
  std::ranges::stable_sort(waiting, {}, [](const Item* item) { return *item->published; });
  return waiting;
}

std::string findings_as_text(const Content& content, const std::vector<Finding>& findings, Date today) {
  std::string text;
  for (const auto& finding : gathered(findings)) {
    const auto severity = remark(finding.severity == Severity::Error ? "finding.error" : "finding.warning");
    text += words("finding.line", place_of(finding), severity, finding.what);
  }
  for (const auto* item : waiting_items(content, today))
    text += words("finding.waiting", iso_date(*item->published), item->id + ".md");
  const auto errors = count(findings, Severity::Error), warnings = count(findings, Severity::Warning);
  const auto verdict = remark(errors > 0 ? "finding.failed" : "finding.passed");
  return text + words("finding.sum", verdict, errors, warnings, content.columns.size(), content.documents.size(),
                      content.forms.size(), count_tables(content), content.media.size());
}

std::string findings_as_json(const Content& content, const std::vector<Finding>& findings, Date today) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array(), waiting = list;
  for (const auto& finding : findings) {
    list.push_back({{"severity", finding.severity == Severity::Error ? "error" : "warning"},
                    {"file", finding.file},
                    {"line", finding.line},
                    {"sentence", worded(finding.what)}});
  }
  for (const auto* item : waiting_items(content, today)) {
    waiting.push_back({{"file", item->id + ".md"}, {"published", iso_date(*item->published)}});
  }
  const nlohmann::ordered_json json{{"errors", count(findings, Severity::Error)},
                                    {"warnings", count(findings, Severity::Warning)},
                                    {"items", content.documents.size()},
                                    {"waiting", waiting},
                                    {"findings", list}};
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace mingting
