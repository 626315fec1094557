#include "publish/checks/findings_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace mingting {
namespace {

std::size_t count(const CheckedContent& checked, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(checked.findings.begin(), checked.findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

}  // namespace

std::string findings_as_text(const CheckedContent& checked) {
  std::string text;
  for (const auto& finding : checked.findings) {
    const auto place = finding.line > 0 ? fmt::format("{}:{}", finding.file, finding.line) : finding.file;
    text += fmt::format("{}: {}: {}\n", place, finding.severity == Severity::Error ? "错误" : "提醒",
                        finding.sentence);
  }
  const auto errors = count(checked, Severity::Error), warnings = count(checked, Severity::Warning);
  const auto& content = checked.content;
  return text + fmt::format(
                    "{}：{} 个错误，{} 个提醒（{} 个栏目、{} 个条目、{} 个表单、{} 个表格、{} 个媒体文件）\n",
                    errors > 0 ? "检查没有通过" : "检查通过", errors, warnings, content.columns.size(),
                    content.documents.size(), content.forms.size(), content.tables.size(),
                    content.media.size());
}

std::string findings_as_json(const CheckedContent& checked) {
  nlohmann::ordered_json findings = nlohmann::ordered_json::array();
  for (const auto& finding : checked.findings) {
    findings.push_back({{"severity", finding.severity == Severity::Error ? "error" : "warning"},
                        {"file", finding.file},
                        {"line", finding.line},
                        {"sentence", finding.sentence}});
  }
  const nlohmann::ordered_json json{{"errors", count(checked, Severity::Error)},
                                    {"warnings", count(checked, Severity::Warning)},
                                    {"items", checked.content.documents.size()},
                                    {"findings", findings}};
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace mingting
