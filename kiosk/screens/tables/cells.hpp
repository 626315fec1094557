// How is a cell, a column's head, a figure said?
#pragma once

#include "domain/table/query.hpp"
#include "domain/table/shown.hpp"
#include "screens/parts.hpp"

namespace mingting::screens {

/// The columns a view shows, all of the table where it names none.
std::vector<const TableColumn*> columns_shown(const Table& table, const TableView& view);
/// The cell of this column; "" where the row has none.
std::string_view cell_of(const Table& table, const TableRow& row, std::string_view column);
/// As people read it, without its unit: 2021年第三季度, 88,300.9, the title of what it leads to.
std::string cell_words(const Table& table, const TableColumn& column, const TableRow& row);
/// The same with its unit: 88,300.9 万元.
std::string cell_with_unit(const Table& table, const TableColumn& column, const TableRow& row);
const std::string& column_words(const View& view, const TableColumn& column);
/// What heads the row's page.
std::string row_label(const Table& table, const TableRow& row);

/// A sum in the column's terms: as printed, and how long its bar is.
struct Figure {
  std::string printed;
  std::optional<double> place;
};
Figure figure_of(const Table& table, const TableColumn& column, const std::optional<Decimal>& sum);

const std::string& table_title(const View& view, const Table& table);
/// A way to a table, as a row of a list.
void way_to_table(const View& view, const Table& table);
/// A row of the table as a row of a list: label, and of these columns what says most.
void table_row(const View& view, const Table& table, const std::vector<const TableColumn*>& columns, const TableRow& row);
/// Rows of another table that lead here, under its name.
void linked_rows(const View& view, const LinkedRows& linked);

}  // namespace mingting::screens
