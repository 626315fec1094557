// Tables of the installed content, asked for the screens.
#include "library/library.hpp"
#include "library/library_impl.hpp"

namespace mingting {

Result<std::vector<Table>> Library::tables() const {
  return guarded(impl_->connection.path(), [&]() -> Result<std::vector<Table>> { return impl_->tables.tables(); });
}

Result<Table> Library::table(std::string_view id, std::string_view edition) const {
  return guarded(impl_->connection.path(), [&] { return impl_->tables.table(id, edition); });
}

Result<std::vector<std::string>> Library::editions(std::string_view id) const {
  return guarded(impl_->connection.path(), [&]() -> Result<std::vector<std::string>> { return impl_->tables.editions(id); });
}

Result<RowPage> Library::rows(const RowQuery& query) const {
  return guarded(impl_->connection.path(), [&] { return impl_->tables.rows(query); });
}

Result<GroupPage> Library::groups(const GroupQuery& query) const {
  return guarded(impl_->connection.path(), [&] { return impl_->tables.groups(query); });
}

Result<RowDetail> Library::row(std::string_view table, std::string_view id) const {
  return guarded(impl_->connection.path(), [&] { return impl_->tables.row(table, id); });
}

Result<std::vector<LinkedRows>> Library::rows_leading_to(std::string_view item) const {
  return guarded(impl_->connection.path(), [&]() -> Result<std::vector<LinkedRows>> { return impl_->tables.leading_to_item(item); });
}

Result<std::string> Library::look_up(std::string_view table, const std::vector<std::string>& cells) const {
  return guarded(impl_->connection.path(), [&] { return impl_->tables.look_up(table, cells); });
}

Result<std::vector<MeasureValue>> Library::measures(std::string_view table, Date today) const {
  return guarded(impl_->connection.path(), [&] { return impl_->tables.measures(table, today); });
}

Result<EditionDifference> Library::difference(std::string_view table, std::string_view older, std::string_view newer) const {
  return guarded(impl_->connection.path(), [&] { return impl_->tables.difference(table, older, newer); });
}

Result<RowHits> Library::find_rows(std::string_view text, const std::vector<std::string>& tables, std::size_t limit) const {
  return guarded(impl_->connection.path(), [&]() -> Result<RowHits> {
    return impl_->tables.find_rows(text, tables, limit, impl_->searcher.folding());
  });
}

}  // namespace mingting
