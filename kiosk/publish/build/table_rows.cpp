// Read as they were checked; what must not be seen is taken away before anybody else sees it.
#include "publish/build/table_rows.hpp"

#include "domain/table/values.hpp"

namespace mingting {

Result<void> for_each_published_row(FileSystem& files, const TableContent& table, Date today,
                                    const std::function<Result<void>(const std::vector<std::string>& cells)>& take) {
  if (table.rows.file.path.empty()) return {};
  FileReport report(table.rows.file.name);
  Result<void> taken;
  const auto read = read_rows(files, table.rows, table.table, Coverage(), report, [&](int, std::vector<std::string>& cells) {
    if (taken && report.errors() == 0 && is_shown(table.table, cells, today)) taken = take(published_cells(table.table, cells));
  });
  if (!taken) return taken;
  if (report.errors() > 0 || read.rows != table.count) return fail(Trouble::Busy, "release-build.rows-changed", table.rows.file.name);
  return {};
}

Result<void> add_table(FileSystem& files, LibraryWriter& writer, const TableContent& table, Date today) {
  if (table.table.access == Openness::Private) return {};  // never in a content.db
  return writer.add_table(published_form(table.table)).and_then([&] {
    return for_each_published_row(files, table, today, [&](const auto& cells) { return writer.add_row(cells); });
  });
}

}  // namespace mingting
