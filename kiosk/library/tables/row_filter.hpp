// Which rows meet a condition, and which are shown at all? The same as RowTest and is_shown() say of each (domain/table), by the
// columns' numbers.
#pragma once

#include <vector>

#include "base/clock.hpp"
#include "domain/table/table.hpp"
#include "library/tables/open_table.hpp"
#include "library/tables/row_set.hpp"

namespace mingting {

/// Rows past the end of their term and rows in a hidden state are not.
const RowSet& shown_rows(OpenTable& table, Date today);
/// Shown or not. Throws NoSuchColumn.
RowSet rows_meeting(OpenTable& table, const RowCondition& condition, Date today);
/// Shown rows that meet all of them.
RowSet rows_meeting(OpenTable& table, const RowConditions& conditions, Date today);

}  // namespace mingting
