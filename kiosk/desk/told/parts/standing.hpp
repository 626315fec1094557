// How it is told where an application stands.
#pragma once

#include <string>
#include <vector>

#include "desk/entries/standing.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

/// 我方 or 对方.
std::string who_text(const NextStep& next);
/// 作出答复并送达：2026年12月21日（星期一）为止，还有 20 个工作日（我方）
std::string next_text(const NextStep& next);
/// Standing as lines: 状态, 期限, 接下来.
LabelledLines standing_lines(const CaseStanding& standing);

OrderedJson standing_json(const CaseStanding& standing);

}  // namespace mingting
