// Tables by name, each opened when it is first asked for.
#include "library/tables/shelf.hpp"

#include <algorithm>
#include <tuple>

#include "base/text/text.hpp"
#include "domain/table/values.hpp"
#include "library/tables/differences.hpp"
#include "library/tables/measured.hpp"
#include "library/tables/row_filter.hpp"
#include "library/tables/row_groups.hpp"
#include "library/tables/row_pages.hpp"
#include "library/tables/row_search.hpp"

namespace mingting {
namespace {

constexpr std::size_t kFirstLinked = 5;    ///< of what leads to a row
constexpr std::size_t kMostColumnsKept = 64;

template <class Ask>
auto asked(const std::string& table, Ask&& ask) -> Result<decltype(ask())> {
  try {
    return ask();
  } catch (const NoSuchColumn& missing) {
    return fail(Trouble::Invalid, "library.no-table-column", table, missing.name);
  }
}

}  // namespace

TableShelf::TableShelf(Connection& connection, Links::ItemTitle item_title)
    : connection_(&connection), links_([this](const std::string& id) { return newest(id); }, std::move(item_title)) {}

void TableShelf::read_names() {
  if (has_names_ || connection_->format() < 4) return;
  auto& rows = connection_->use("SELECT name FROM table_description ORDER BY number");
  while (rows.executeStep() && ids_.size() < kMostTables) {
    const auto name = text_of(rows, 0);
    const auto at = name.find('@');
    auto& editions = editions_[name.substr(0, at)];
    if (editions.empty()) ids_.push_back(name.substr(0, at));
    editions.push_back(at == std::string::npos ? std::string() : name.substr(at + 1));
  }
  for (auto& [id, editions] : editions_) {
    std::ranges::sort(editions, [](const auto& a, const auto& b) { return a.empty() || b.empty() ? a.size() < b.size() : a > b; });
  }
  has_names_ = true;
}

OpenTable* TableShelf::open(std::string_view id, std::string_view edition) {
  read_names();
  const auto known = editions_.find(id);
  if (known == editions_.end() || std::ranges::find(known->second, edition) == known->second.end()) return nullptr;
  const auto name = std::string(id) + (edition.empty() ? "" : "@") + std::string(edition);
  auto found = open_.find(name);
  if (found == open_.end()) found = open_.emplace(name, std::make_unique<OpenTable>(*connection_, name)).first;
  return found->second.get();
}

OpenTable* TableShelf::newest(std::string_view id) {
  read_names();
  const auto known = editions_.find(id);
  return known == editions_.end() ? nullptr : open(id, known->second.front());
}

Result<OpenTable*> TableShelf::listed(std::string_view id, std::string_view edition) {
  keep_little();
  OpenTable* table = edition.empty() ? newest(id) : open(id, edition);
  if (table == nullptr) return fail(Trouble::NotFound, "library.no-table", id);
  if (!table->stored().open) return fail(Trouble::Refused, "library.table-closed", table->table().title);
  return table;
}

/// What was read of columns is given back when it is of many: a visit walks through tables.
void TableShelf::keep_little() {
  std::size_t columns = 0;
  for (const auto& [name, table] : open_) columns += table->columns_kept();
  if (columns <= kMostColumnsKept) return;
  for (const auto& [name, table] : open_) table->forget_columns();
}

std::vector<Table> TableShelf::tables() {
  read_names();
  std::vector<Table> tables;
  for (const auto& id : ids_) {
    auto& table = tables.emplace_back(newest(id)->table());
    table.past = editions(id);
    std::erase(table.past, table.edition);
  }
  std::ranges::stable_sort(tables, {}, [](const Table& table) { return std::tie(table.group, table.order); });
  return tables;
}

Result<Table> TableShelf::table(std::string_view id, std::string_view edition) {
  const OpenTable* table = edition.empty() ? newest(id) : open(id, edition);
  if (table == nullptr) return fail(Trouble::NotFound, "library.no-table", id);
  return table->table();
}

std::vector<std::string> TableShelf::editions(std::string_view id) {
  read_names();
  const auto known = editions_.find(id);
  return known == editions_.end() ? std::vector<std::string>() : known->second;
}

Result<RowPage> TableShelf::rows(const RowQuery& query) {
  auto table = listed(query.table, query.edition);
  if (!table) return fail(table.error());
  return asked(query.table, [&] { return page_of(**table, query, today_, links_); });
}

Result<GroupPage> TableShelf::groups(const GroupQuery& query) {
  auto table = listed(query.table, query.edition);
  if (!table) return fail(table.error());
  return asked(query.table, [&] { return groups_of(**table, query, today_, links_); });
}

Result<std::vector<MeasureValue>> TableShelf::measures(std::string_view id, Date today) {
  auto table = listed(id, {});
  if (!table) return fail(table.error());
  return asked(std::string(id), [&] { return measured(**table, today, links_); });
}

Result<EditionDifference> TableShelf::difference(std::string_view id, std::string_view older, std::string_view newer) {
  const auto from = listed(id, older);
  if (!from) return fail(from.error());
  const auto to = listed(id, newer);
  if (!to) return fail(to.error());
  return difference_of(*connection_, **from, **to, today_, links_);
}

// ---- one row -------------------------------------------------------------------------------------------------------

Result<std::string> TableShelf::look_up(std::string_view id, const std::vector<std::string>& cells) {
  OpenTable* table = newest(id);
  if (table == nullptr) return fail(Trouble::NotFound, "library.no-table", id);
  const bool whole = cells.size() == table->stored().key.size() &&
                     std::ranges::none_of(cells, [](const auto& cell) { return trimmed(cell).empty(); });
  constexpr std::size_t kLooked = 20;  // one key may have rows that are hidden
  for (const auto at : whole && !cells.empty() ? table->find(table->stored().key, cells, kLooked) : std::vector<std::size_t>()) {
    const auto row = table->row(at);
    if (is_shown(table->table(), row.cells, today_)) return row.id;
  }
  return fail(Trouble::NotFound, "library.no-row", table->table().title);
}

std::vector<LinkedRows> TableShelf::leading_to(CellType type, std::string_view target, const std::string& cell) {
  std::vector<LinkedRows> all;
  if (cell.empty()) return all;
  for (const auto& id : ids_) {
    OpenTable& table = *newest(id);
    for (const auto& column : table.table().columns) {
      const bool leads = type == CellType::ItemLink ? column.type == type : is_link(column) && column.table == target;
      if (!leads || !table.stored().open) continue;
      const RowQuery query{.table = id, .where = {{column.name, Relates::Is, {cell}}}, .limit = kFirstLinked};
      auto page = page_of(table, query, today_, links_);
      if (page.total > 0) all.push_back({id, table.table().title, column.name, page.total, std::move(page.rows)});
    }
  }
  return all;
}

std::vector<LinkedRows> TableShelf::leading_to_item(std::string_view item) {
  read_names();
  keep_little();
  return leading_to(CellType::ItemLink, {}, std::string(item));
}

std::vector<PastRow> TableShelf::history_of(const OpenTable& table, std::string_view row) {
  std::vector<PastRow> past;
  for (const auto& edition : editions(table.table().id)) {
    const OpenTable& other = *open(table.table().id, edition);
    if (&other == &table || other.stored().open != table.stored().open) continue;
    const auto at = other.find_id(row);
    if (!at) continue;
    auto read = other.row(*at);
    if (is_shown(other.table(), read.cells, today_)) past.push_back({edition, std::move(read.cells)});
  }
  return past;
}

Result<RowDetail> TableShelf::row(std::string_view id, std::string_view row) {
  keep_little();
  OpenTable* table = newest(id);
  if (table == nullptr) return fail(Trouble::NotFound, "library.no-table", id);
  const auto at = table->find_id(row);
  auto read = at ? std::optional(table->row(*at)) : std::nullopt;
  if (!read || !is_shown(table->table(), read->cells, today_)) return fail(Trouble::NotFound, "library.no-row", table->table().title);
  RowDetail detail;
  if (table->table().key.size() == 1) {
    const auto& key = read->cells[table->place_of(table->table().key.front())];
    detail.from = leading_to(CellType::RowLink, id, key);
  }
  detail.history = history_of(*table, row);
  detail.row = links_.linked(*table, std::move(*read), today_);
  return detail;
}

RowHits TableShelf::find_rows(std::string_view text, const std::vector<std::string>& wanted, std::size_t limit,
                              const Folding& folding) {
  read_names();
  keep_little();
  std::vector<OpenTable*> searched;
  for (const auto& id : ids_) {
    OpenTable* table = newest(id);
    const bool any = std::ranges::find(table->table().columns, true, &TableColumn::searched) != table->table().columns.end();
    if (any && table->stored().open && table->table().edition.empty()) searched.push_back(table);
  }
  return RowSearch(*connection_, folding, today_).find(text, searched, wanted, limit, links_);
}

}  // namespace mingting
