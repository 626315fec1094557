// What does a column's type make of a cell: its one form, and how is it compared? For whoever reads, stores or asks for cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "domain/table/table.hpp"

namespace mingting {

/// `code` names what the cell should have been (assets/strings/told, [table-cell]): "table-cell.number"; "" when all is well.
/// `doubtful`: it is kept as it is, somebody should look at it. Both static.
struct CellFault {
  std::string_view code;
  bool doubtful = false;
  explicit operator bool() const { return !code.empty(); }
};

/// Puts a trimmed cell in the one form of its column, in place; a cell that is at fault and not doubtful is left as it is.
/// Figures: "-1234.50", a percentage without its sign. Days: ISO. Periods: Period::code. Options: as the column spells them, several
/// joined by ；. Credit codes: half width, upper case, no spaces. Items: "COLUMN/NAME". All else as written. Blank where a type other
/// than text says nothing (--, /). Cells of Row and Place columns are put in the form of the key they name (see key_form()).
CellFault put_in_form(const TableColumn& column, std::string& cell);

/// A Row or Place column with the form of the key it leads to: `key` is the only key column of its table.
TableColumn key_form(const TableColumn& link, const TableColumn& key);

/// The options of a cell in its one form.
std::vector<std::string> options_in(const TableColumn& column, std::string_view cell);

/// A code as it is found by any spelling: width, case, kind of bracket, spaces and dashes between its parts do not count; a document
/// number also without 第 and leading zeros. For comparing alone.
std::string folded_code(const TableColumn& column, std::string_view cell);

/// Digits after the point that an amount may have: to the hundredth of a 元. 万元: 6.
int most_decimals(const TableColumn& column);

/// What of a personal cell is published (Mask::Left: nothing). Several names in one cell are masked one by one.
std::string masked(Mask mask, std::string_view cell);

/// What is published of the table: columns that are left out are gone. Cells in the same order: published_cells().
Table published_form(const Table& table);
/// Masked, without the columns that are left out. The cells are in their one form.
std::vector<std::string> published_cells(const Table& table, const std::vector<std::string>& cells);
/// Whether the row is shown on the day: not past the end of its term, in no state that hides it.
bool is_shown(const Table& table, const std::vector<std::string>& cells, Date today);

}  // namespace mingting
