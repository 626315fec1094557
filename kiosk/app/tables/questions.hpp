// What does a page of a table ask the release for?
#pragma once

#include <vector>

#include "app/model.hpp"

namespace mingting::app {

inline constexpr std::size_t kHeldRows = 180;  ///< of a grid, at a time
inline constexpr std::size_t kDrawnRows = 400; ///< of a timeline, a calendar, tracks

/// The rows the page is about: the view's own conditions, the chosen chips and ranges, and the levels gone down.
RowConditions conditions_of(const Table& table, const TableView& view, const TableViewPage& page);
/// Whether what was typed can be an end of a range of the column: a number, a year, a day.
bool is_range_end(const TableColumn& column, const std::string& typed);
/// Whether the page stands at a level whose rows are put together, and not at the rows themselves.
bool shows_groups(const TableView& view, const TableViewPage& page);
/// Of the rows: themselves, or their filters' values alone where groups are shown. Nothing where neither is needed.
std::vector<TableQuestion> questions_of(const Table& table, const TableView& view, const TableViewPage& page);

}  // namespace mingting::app
