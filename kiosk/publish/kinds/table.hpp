// tables/NAME.toml and NAME.csv: a table and its rows.
#pragma once

#include "domain/content/content.hpp"
#include "publish/files/csv.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

/// A table's description.
struct TableFile {
  Table table;
  std::vector<bool> required;    ///< by column
  std::vector<std::string> key;  ///< names of columns that together are unique
  FileReport report;

  explicit TableFile(std::string file) : report(std::move(file)) {}
};
TableFile read_table(std::string id, std::string file, const std::optional<std::string>& text);

/// Fills in the rows, in the order of the table's columns. The head line may give names or titles, in any
/// order.
void read_rows(const std::string& csv, TableFile& table, FileReport& report);

}  // namespace mingting
