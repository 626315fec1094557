// tables/NAME.csv: its rows, one after the other, each cell in its one form.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/table/table.hpp"
#include "publish/files/source.hpp"

namespace mingting {

/// What is needed to read a table's rows again.
struct RowsFile {
  FolderFile file{};
  std::vector<TableColumn> forms{};  ///< of each column, in which its cells are put: a link's is its key's (domain/table/values.hpp)
};

/// In the table's order of columns. `cells` may be taken; they are filled anew for the next row.
using RowSink = std::function<void(int line, std::vector<std::string>& cells)>;

struct RowsRead {
  std::size_t rows = 0;
  std::vector<int> scales{};  ///< of each column: the most digits after the point
};

/// What is wrong is told with its line: the file, its head, rows that are no data, cells that are not what their column says, keys that
/// are there twice. A row that is wrong as a whole is left out; one with a wrong cell goes by as it is. Nothing is held but the keys.
RowsRead read_rows(FileSystem& files, const RowsFile& rows, const Table& table, const Coverage& coverage, FileReport& report, const RowSink& sink);

}  // namespace mingting
