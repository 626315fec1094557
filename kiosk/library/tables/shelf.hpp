// All tables of the open content, and what may be asked of them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/table/query.hpp"
#include "library/index/folding.hpp"
#include "library/store/connection.hpp"
#include "library/tables/links.hpp"
#include "library/tables/open_table.hpp"

namespace mingting {

/// Answers as library.hpp says. Throws what SQLite throws, std::runtime_error where the file lies.
class TableShelf {
 public:
  TableShelf(Connection& connection, Links::ItemTitle item_title);
  TableShelf(const TableShelf&) = delete;
  TableShelf& operator=(const TableShelf&) = delete;

  void show_on(Date today) { today_ = today; }

  std::vector<Table> tables();
  Result<Table> table(std::string_view id, std::string_view edition);
  std::vector<std::string> editions(std::string_view id);

  Result<RowPage> rows(const RowQuery& query);
  Result<GroupPage> groups(const GroupQuery& query);
  Result<RowDetail> row(std::string_view id, std::string_view row);
  std::vector<LinkedRows> leading_to_item(std::string_view item);
  Result<std::string> look_up(std::string_view id, const std::vector<std::string>& cells);
  Result<std::vector<MeasureValue>> measures(std::string_view id, Date today);
  Result<EditionDifference> difference(std::string_view id, std::string_view older, std::string_view newer);
  RowHits find_rows(std::string_view text, const std::vector<std::string>& wanted, std::size_t limit, const Folding& folding);

 private:
  void read_names();
  /// Nothing when there is none.
  OpenTable* open(std::string_view id, std::string_view edition);
  OpenTable* newest(std::string_view id);
  /// Of an edition asked for by "" or by its name, where its rows may be listed.
  Result<OpenTable*> listed(std::string_view id, std::string_view edition);
  std::vector<LinkedRows> leading_to(CellType type, std::string_view table, const std::string& cell);
  std::vector<PastRow> history_of(const OpenTable& table, std::string_view row);
  void keep_little();

  Connection* connection_;
  Links links_;
  Date today_{};
  bool has_names_ = false;
  std::vector<std::string> ids_;                                 ///< as they were written
  std::map<std::string, std::vector<std::string>, std::less<>> editions_;  ///< the newest first
  std::map<std::string, std::unique_ptr<OpenTable>, std::less<>> open_;
};

}  // namespace mingting
