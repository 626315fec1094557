// Which description may somebody mean who has but a CSV?
#pragma once

#include "publish/kinds/tables/rows.hpp"

namespace mingting {

/// A guess, to be corrected: doubts are told beside what they are about.
struct TableSketch {
  Table table;
  std::vector<std::vector<Remark>> doubts;  ///< of each column
  std::vector<Remark> general;              ///< of the whole
  std::size_t rows = 0;
};

/// Types by what all cells can be, units from heads such as 金额（万元） and lines such as 单位：万元, keys by what is filled and there once,
/// choices by what recurs, masks by titles that speak of persons. Trouble::Invalid: no head, or not to be read.
Result<TableSketch> sketch_table(FileSystem& files, const FolderFile& csv, std::string id);

}  // namespace mingting
