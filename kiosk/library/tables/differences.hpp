// How do two editions of a table differ?
#pragma once

#include "domain/table/query.hpp"
#include "library/store/connection.hpp"
#include "library/tables/links.hpp"
#include "library/tables/open_table.hpp"

namespace mingting {

/// By row id, over the columns that both have by name; shown rows alone, the first kMostDifferences of each kind. Figures differ as
/// amounts, codes as they are printed.
EditionDifference difference_of(Connection& connection, const OpenTable& older, const OpenTable& newer, Date today, Links& links);

inline constexpr std::size_t kMostDifferences = 500;

}  // namespace mingting
