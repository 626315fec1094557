// Findings as people and programs read them.
#pragma once

#include <string>

#include "publish/content.hpp"

namespace mingting {

/// One line a finding: "guide/01.md:12: 错误: …"; a line of its own at the end sums up.
std::string findings_as_text(const CheckedContent& checked);
/// {"errors":1,"warnings":0,"items":52,"findings":[{"severity":"error","file":"…","line":12,"sentence":"…"}]}
std::string findings_as_json(const CheckedContent& checked);

}  // namespace mingting
