// Statistics of a period told.
#pragma once

#include <string>

#include "desk/told/table_text.hpp"
#include "desk/year/statistics.hpp"

namespace mingting {

/// Aligned for a fixed-width face (a Han character is two wide).
std::string as_text(const Statistics& statistics);
OrderedJson as_json(const Statistics& statistics);

}  // namespace mingting
