// Rows put together by their cells, with sums: a drill's level, a chart's marks, a measure's parts.
#pragma once

#include "domain/table/query.hpp"
#include "library/tables/links.hpp"
#include "library/tables/open_table.hpp"
#include "library/tables/row_set.hpp"

namespace mingting {

/// Sums are exact; one of more than eighteen figures throws std::runtime_error. Throws NoSuchColumn, for a sum of what is no figure too.
GroupPage groups_of(OpenTable& table, const GroupQuery& query, Date today, Links& links);

inline constexpr std::size_t kMostGroups = 2'000;

}  // namespace mingting
