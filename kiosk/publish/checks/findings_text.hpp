// Findings as people and programs read them.
#pragma once

#include <string>
#include <vector>

#include "publish/files/finding.hpp"
#include "publish/kinds/content.hpp"

namespace mingting {

/// Items whose day of publication has not come by `today`, by that day.
std::vector<const Item*> waiting_items(const Content& content, Date today);

/// One line a finding: "guide/01.md:12: 错误: …", but one for all of a kind that stands in many files; then
/// what waits for its day; a line of its own at the end sums up.
std::string findings_as_text(const Content& content, const std::vector<Finding>& findings, Date today);
/// {"errors":1,"warnings":0,"items":52,"waiting":[{"file":"…","published":"2026-12-01"}],
///  "findings":[{"severity":"error","file":"…","line":12,"sentence":"…"}]}
std::string findings_as_json(const Content& content, const std::vector<Finding>& findings, Date today);

}  // namespace mingting
