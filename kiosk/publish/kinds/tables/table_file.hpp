// tables/NAME.toml: what does it say of a table, and on which line?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/table/table.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

/// [[editions]]: what is said of NAME@EDITION.csv.
struct EditionNote {
  std::string edition, reason, period;
  int line = 0;
};

/// A table's description, and where its parts stand.
struct TableFile {
  Table table;
  std::vector<EditionNote> editions;
  std::vector<int> column_lines, view_lines, check_lines, measure_lines;  ///< as many as the table has of each
  std::vector<bool> mask_said;                                            ///< of each column: somebody thought of it
  std::map<std::string, int, std::less<>> lines;                          ///< of the table's own keys
  FileReport report;

  explicit TableFile(std::string file) : report(std::move(file)) {}
  int line(std::string_view key) const;  ///< 1 for a key that is not there
};

/// Judged as far as the file alone tells (see judge_description()).
TableFile read_table(std::string id, std::string file, const std::optional<std::string>& text);

/// The column that a head's cell means: by name, title, or title and unit, as in 金额（万元）; nothing when it is none.
std::optional<std::size_t> column_meant(const Table& table, std::string_view written);
/// 万元 of 金额（万元）; "" when the head's cell says none.
std::string unit_in_head(std::string_view written);

}  // namespace mingting
