// Findings as people and programs read them.
#pragma once

#include <string>
#include <vector>

#include "publish/files/finding.hpp"
#include "publish/kinds/content.hpp"

namespace mingting {

/// One line a finding: "guide/01.md:12: 错误: …"; a line of its own at the end sums up.
std::string findings_as_text(const Content& content, const std::vector<Finding>& findings);
/// {"errors":1,"warnings":0,"items":52,"findings":[{"severity":"error","file":"…","line":12,"sentence":"…"}]}
std::string findings_as_json(const Content& content, const std::vector<Finding>& findings);

}  // namespace mingting
