// What are a table's measures today?
#pragma once

#include <vector>

#include "domain/table/query.hpp"
#include "library/tables/links.hpp"
#include "library/tables/open_table.hpp"

namespace mingting {

/// `value` is "" where nothing is among. Throws NoSuchColumn.
std::vector<MeasureValue> measured(OpenTable& table, Date today, Links& links);

}  // namespace mingting
