// The open tables as a Frictionless data package: https://specs.frictionlessdata.io/tabular-data-package/ (version 1).
#pragma once

#include "publish/kinds/content.hpp"

namespace mingting {

struct DataPackage {
  std::size_t tables = 0, rows = 0;
  std::vector<std::string> left_out;  ///< titles of closed and private tables
};

/// Every open table with its editions as CSV in UTF-8 (no byte order mark: programs read it) and a datapackage.json: types, constraints,
/// keys, links between the tables, what blank means. Cells as they are published: masked, past their term gone, text that a spreadsheet
/// would run with an apostrophe. `content` must be sound. `folder` is made; files of the same names are written over.
Result<DataPackage> write_data_package(FileSystem& files, const Content& content, Date today, const Path& folder);

}  // namespace mingting
