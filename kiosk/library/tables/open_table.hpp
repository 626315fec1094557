// A table of content as it is read: its description, where its rows are, and its columns as numbers once they are asked for.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/table/table.hpp"
#include "library/store/connection.hpp"
#include "library/store/stored_table.hpp"
#include "library/tables/coded_column.hpp"
#include "library/tables/row_set.hpp"

namespace mingting {

/// Names that no column has end a query: thrown, and caught where Library answers.
struct NoSuchColumn {
  std::string name;
};

class OpenTable {
 public:
  /// Throws std::runtime_error where description and shape do not agree, or the file lies about its rows.
  OpenTable(Connection& connection, const std::string& name);

  const Table& table() const { return table_; }
  const StoredTable& stored() const { return stored_; }
  std::size_t rows() const { return rows_; }
  std::uint32_t first_row() const { return first_row_; }
  /// Throws NoSuchColumn.
  std::size_t place_of(std::string_view column) const;
  /// Of an open table.
  const CodedColumn& column(std::size_t place);
  std::size_t columns_kept() const { return columns_.size(); }
  /// What column() gave is gone.
  void forget_columns() { columns_.clear(); }

  struct Row {
    std::string id;
    std::vector<std::string> cells;
  };
  /// Throws when there is none.
  Row row(std::size_t at) const;
  /// Places of the rows whose `columns` (places) are the cells, in any spelling; at most `most`, in no order.
  std::vector<std::size_t> find(const std::vector<std::size_t>& columns, const std::vector<std::string>& cells, std::size_t most) const;
  std::optional<std::size_t> find_id(std::string_view id) const;
  /// The cell that heads a row's page.
  const std::string& label(const std::vector<std::string>& cells) const;

  /// What is kept of the latest question of shown_rows(), by its owner (row_filter.hpp).
  std::optional<std::pair<Date, RowSet>> shown;

 private:
  Connection* connection_;
  Table table_;
  StoredTable stored_;
  std::int64_t number_ = 0;
  std::size_t rows_ = 0;
  std::uint32_t first_row_ = 0;
  std::map<std::size_t, CodedColumn> columns_;
};

}  // namespace mingting
