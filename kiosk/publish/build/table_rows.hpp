// What of a table's rows is published?
#pragma once

#include "library/library_writer.hpp"
#include "publish/kinds/content.hpp"

namespace mingting {

/// The description as published and, one after the other, the rows that are shown on the day: personal cells masked, columns that are
/// left out gone. Rows are read again from their file: an error when it has changed since it was checked, so that it no longer fits.
Result<void> for_each_published_row(FileSystem& files, const TableContent& table, Date today,
                                    const std::function<Result<void>(const std::vector<std::string>& cells)>& take);

Result<void> add_table(FileSystem& files, LibraryWriter& writer, const TableContent& table, Date today);

}  // namespace mingting
