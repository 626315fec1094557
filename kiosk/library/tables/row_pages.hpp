// One page of a table's rows: filtered, sorted, with the counts of its filters.
#pragma once

#include "domain/table/query.hpp"
#include "library/tables/links.hpp"
#include "library/tables/open_table.hpp"

namespace mingting {

/// Blank cells sort last either way, rows with the same cell as in the file. A facet counts what its values would leave, the
/// conditions of the other columns and those that a view of the table sets applied: a chosen value of the column itself is not. Words
/// stand in their column's order, at most kMostFacetValues of them, the most frequent. Of figures and days a facet has the least and
/// the greatest value, each with the number of rows that have any. Throws NoSuchColumn.
RowPage page_of(OpenTable& table, const RowQuery& query, Date today, Links& links);

inline constexpr std::size_t kMostFacetValues = 300, kLongestRowPage = 500;

}  // namespace mingting
