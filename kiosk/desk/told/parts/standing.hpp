// How it is told where an application stands.
#pragma once

#include <string>

#include "desk/entries/standing.hpp"
#include "desk/told/table_text.hpp"

namespace mingting {

/// 我方 or 对方.
std::string who_text(const NextStep& next);
/// Standing as lines: 状态, 期限, 接下来.
LabelledLines standing_lines(const CaseStanding& standing);

OrderedJson standing_json(const CaseStanding& standing);

}  // namespace mingting
