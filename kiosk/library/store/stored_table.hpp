// Which table, indexes and view of content.db hold a table of content?
//
// A table of content NAME, edition E, is the table "t_NAME" ("t_NAME@E"), read as printed through the view "v_NAME". Its columns:
//   @row      the row's place in the file, counted from 0: the primary key
//   @id       row_id() as a number (the sixteen hexadecimal figures)
//   COLUMN    its cells; NULL for a blank. Figures are INTEGER, in units of 10^-scale of the column; all else is TEXT: days in ISO
//             form, codes as printed
//   COLUMN~   beside a figure: the cell as the file has it, where that is not the figure with `scale` digits (1.5 beside 150);
//             beside a code: the code as it is looked up (found_as())
// No other table, view or index of content.db begins with t_ or v_.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/table/table.hpp"

namespace mingting {

enum class StoredAs : char { Text = 't', Figure = 'f', Code = 'c' };

struct StoredColumn {
  std::string name;
  StoredAs as = StoredAs::Text;
  int scale = 0;  ///< of a figure
  bool operator==(const StoredColumn&) const = default;
};

/// What of a table's description shapes the database.
struct StoredTable {
  std::string name;  ///< NAME or NAME@EDITION
  bool open = true;  ///< false: rows are given by look-up alone, and nothing is derived from them
  std::vector<StoredColumn> columns;
  std::vector<std::size_t> key;  ///< places of the columns by which a row is looked up
  bool operator==(const StoredTable&) const = default;
};

inline constexpr std::size_t kMostTables = 2'000, kMostTableColumns = 60;
inline constexpr std::int64_t kMostTableRows = 5'000'000, kMostRowsTogether = 1 << 25;

/// 1 to 64 of a-z 0-9 _ -: what alone is ever put into SQL.
bool is_stored_name(std::string_view name);

/// Of a table whose names are all is_stored_name(), with 1 to kMostTableColumns columns of different names; nothing for another.
std::optional<StoredTable> stored_form(const Table& table);
/// The same in a few bytes, beside the description, so that opening need not read that.
std::string shape_text(const StoredTable& table);
std::optional<StoredTable> shape_in(std::string_view name, std::string_view shape);

struct MadeObject {
  std::string name, sql;
};
/// The table itself, then what is made when its rows are in: indexes and the view.
std::vector<MadeObject> objects_of(const StoredTable& table);
/// As a name in SQL, its quotes included.
std::string sql_name(const StoredTable& table);
/// The column that is compared when a row is looked up, quoted.
std::string sql_found(const StoredColumn& column);

}  // namespace mingting
