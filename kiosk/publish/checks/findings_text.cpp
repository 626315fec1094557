#include "publish/checks/findings_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace mingting {
namespace {

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
  return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

}  // namespace

std::string findings_as_text(const Content& content, const std::vector<Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) {
    const auto place = finding.line > 0 ? fmt::format("{}:{}", finding.file, finding.line) : finding.file;
    text += fmt::format("{}: {}: {}\n", place, finding.severity == Severity::Error ? "错误" : "提醒",
                        finding.sentence);
  }
  const auto errors = count(findings, Severity::Error), warnings = count(findings, Severity::Warning);
  return text + fmt::format(
                    "{}：{} 个错误，{} 个提醒（{} 个栏目、{} 个条目、{} 个表单、{} 个表格、{} 个媒体文件）\n",
                    errors > 0 ? "检查没有通过" : "检查通过", errors, warnings, content.columns.size(),
                    content.documents.size(), content.forms.size(), content.tables.size(),
                    content.media.size());
}

std::string findings_as_json(const Content& content, const std::vector<Finding>& findings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& finding : findings) {
    list.push_back({{"severity", finding.severity == Severity::Error ? "error" : "warning"},
                        {"file", finding.file},
                        {"line", finding.line},
                        {"sentence", finding.sentence}});
  }
  const nlohmann::ordered_json json{{"errors", count(findings, Severity::Error)},
                                    {"warnings", count(findings, Severity::Warning)},
                                    {"items", content.documents.size()},
                                    {"findings", list}};
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace mingting
