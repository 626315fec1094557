// The one place of publish/ that words a finding.
#include "publish/checks/findings_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/said/words.hpp"

namespace mingting {
namespace {

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
  return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

}  // namespace

std::string findings_as_text(const Content& content, const std::vector<Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) {
    const auto place = finding.line > 0 ? words("finding.place", finding.file, finding.line) : finding.file;
    const auto severity = remark(finding.severity == Severity::Error ? "finding.error" : "finding.warning");
    text += words("finding.line", place, severity, finding.what);
  }
  const auto errors = count(findings, Severity::Error), warnings = count(findings, Severity::Warning);
  const auto verdict = remark(errors > 0 ? "finding.failed" : "finding.passed");
  return text + words("finding.sum", verdict, errors, warnings, content.columns.size(), content.documents.size(),
                      content.forms.size(), content.tables.size(), content.media.size());
}

std::string findings_as_json(const Content& content, const std::vector<Finding>& findings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& finding : findings) {
    list.push_back({{"severity", finding.severity == Severity::Error ? "error" : "warning"},
                    {"file", finding.file},
                    {"line", finding.line},
                    {"sentence", worded(finding.what)}});
  }
  const nlohmann::ordered_json json{{"errors", count(findings, Severity::Error)},
                                    {"warnings", count(findings, Severity::Warning)},
                                    {"items", content.documents.size()},
                                    {"findings", list}};
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace mingting
