// Tables of content into a content.db: each described, its rows streamed, what is derived made at the end. Throws what SQLite throws.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/table/table.hpp"
#include "library/store/connection.hpp"
#include "library/store/stored_table.hpp"
#include "library/index/row_terms.hpp"

namespace mingting {

class TableWriter {
 public:
  /// The rows that follow are its. Errors: a name that is none, no columns or too many, a private table, one that is there already.
  Result<void> begin(Connection& connection, const Table& table);
  /// Cells in the columns' order, in their one form. Errors: not as many as columns, a figure that is none or too fine, too many rows.
  Result<void> add(Connection& connection, const std::vector<std::string>& cells);
  void finish(Connection& connection);

 private:
  struct Written {
    Table table;
    StoredTable stored;
    std::vector<std::size_t> searched;  ///< of an open table
    std::int64_t rows = 0, first_row = 0;
    std::string insert;
  };
  void describe(Connection& connection, std::size_t number);
  std::vector<Written> tables_;
  std::vector<std::string_view> searched_cells_;
  RowTermWriter terms_;
};

}  // namespace mingting
