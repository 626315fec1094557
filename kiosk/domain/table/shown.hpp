// How is a cell, a sum, a measure read by people?
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/table/decimal.hpp"
#include "domain/table/table.hpp"

namespace mingting {

/// In which the column's figures are read: `shown_in`, else `unit`, else the table's unit for money; % of a Percent; "" for none.
std::string shown_unit(const Table& table, const TableColumn& column);

/// Whether the unit follows the figure. Heads of a table have it once; then the cells are Without.
enum class Unit { With, Without };

/// A cell in its one form as people read it: 1,234.50万元, 2026年1月5日, 2026年第三季度, 甲、乙. Numbers are parted in thousands from five
/// figures on (a year is none), money always. "" of a blank cell. Rows, places and items: as they are; their titles are the library's.
std::string shown(const Table& table, const TableColumn& column, std::string_view cell, Unit unit = Unit::With);
/// The same of a sum of the column.
std::string shown_figure(const Table& table, const TableColumn& column, Decimal figure, Unit unit = Unit::With);

/// How a measure is worked out, in the table's own words: 公示情况是“按时”的行数 ÷ 全部行数.
std::string formula_words(const Table& table, const TableMeasure& measure);
/// Its value as printed, with its unit; nothing when it is a share and nothing is among. `of` and `among`: rows, or the sums of its column.
std::optional<std::string> measure_value(const Table& table, const TableMeasure& measure, Decimal of, Decimal among);

}  // namespace mingting
