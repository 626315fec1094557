// columns/NAME.toml: a column and what its items must have.
#pragma once

#include "domain/content/content.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

/// What may stand in a column, and what must be done for it ([rules]).
struct ColumnRules {
  std::vector<std::string> barred;  ///< words that no title, topic or kind of an item may have
  std::vector<std::string> unless;  ///< longer ones in which they are allowed
  int review_days = 0;              ///< something must have been published or looked through since; 0: nothing is asked
  int approvals = 0;                ///< different people who must have approved each item
  int line = 0, barred_line = 0, review_line = 0, approvals_line = 0;
};

/// A column with what only publishing needs to know of it.
struct ColumnFile {
  Column column;
  ColumnRules rules;
  std::vector<int> door_lines;        ///< of column.doors
  std::vector<std::string> required;  ///< metadata names
  FileReport report;

  explicit ColumnFile(std::string file) : report(std::move(file)) {}
};

/// `id`: the file's name. A column is given whatever is wrong with the file, so that its items are not all
/// called stray.
ColumnFile read_column(std::string id, std::string file, const std::optional<std::string>& text);

/// Names of an item's own metadata, which columns may show, filter by and require.
const std::vector<std::string>& metadata_names();
/// Whether the item says something under the name, be it metadata or a field of its column.
bool has_metadata(const Item& item, std::string_view name);

/// Names that the column shows, filters or groups by and no item of it has: reported as warnings.
void check_column_use(ColumnFile& column, const std::vector<const Item*>& items);

}  // namespace mingting
