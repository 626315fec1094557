// A ruled table with joined cells on a page: rows as high as their text, page breaks between rows, the head on every page.
// On A4 upright or lying: the composer's grid decides.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "paper/set/composer.hpp"

namespace mingting {

enum class CellAlign { Left, Centre, Right };

/// A cell that spans columns and rows; those it covers are not listed.
struct TableCell {
  std::string text;
  int columns = 1, rows = 1;
  CellAlign align = CellAlign::Centre;
  Weight weight = Weight::Regular;
};

struct TablePage {
  std::vector<double> widths;  ///< shares of the measure, one a column
  std::vector<std::vector<TableCell>> rows;
  std::size_t head_rows = 0;   ///< the first rows, repeated on every page; no cell reaches out of them
};

/// The measures within a table. Points.
struct TableLook {
  double size = 9, leading = 12.5;
  double side = 3.5, above = 3;     ///< from a rule to the text
  double frame = 1, rule = 0.45;    ///< thickness of the outer and of the inner rules
};

/// The upright A4 page of tables and running text, and the same lying.
Grid table_grid();
Grid lying(Grid upright);

/// How high the table stands when nothing breaks it. Errors as set_table.
Result<double> table_height(const Composer& page, const TablePage& table, const TableLook& look);

/// Sets the table from the cursor down. A page takes as many rows as fit; the break is moved up by at most a third of them to
/// cut fewer joined cells. A cell that is cut says its text on both pages. A head alone is not set.
/// Errors: Trouble::Invalid when the cells do not tile the table, or a row with the head is higher than a page.
Result<void> set_table(Composer& page, const TablePage& table, const TableLook& look);

}  // namespace mingting
