// A row's page: its fields with their units, what it leads to and what leads here, and how it was in earlier editions.
#include "screens/tables/cells.hpp"

namespace mingting::screens {
namespace {

bool is_way(const TableColumn& column) {
  return column.type == CellType::ItemLink || column.type == CellType::RowLink || column.type == CellType::Place;
}

void open_way(const View& view, const TableColumn& column, std::string_view cell) {
  if (column.type == CellType::ItemLink) view.send(msg::OpenItem{std::string(cell), ""});
  else if (const auto* other = find_table(view.model, column.table)) view.send(msg::OpenRow{other->id, row_id_of_key(*other, cell)});
}

void fields(const View& view, const Table& table, const TableRow& row) {
  std::vector<std::pair<std::string, std::string>> facts;
  for (const auto& column : table.columns) {
    const auto words = column.mask == Mask::Left || is_way(column) ? std::string() : cell_with_unit(table, column, row);
    if (!words.empty()) facts.emplace_back(column_words(view, column), words);
  }
  view.ui.facts("fields", facts);
}

/// Where the row's own cells lead.
void ways(const View& view, const Table& table, const TableRow& row) {
  for (const auto& column : table.columns) {
    const auto cell = cell_of(table, row, column.name);
    if (!is_way(column) || cell.empty()) continue;
    const ui::RowView shown{.id = "to:" + column.name, .label = cell_words(table, column, row), .fact = column_words(view, column)};
    if (view.ui.row(shown)) open_way(view, column, cell);
  }
}

void history(const View& view, const Table& table, const RowDetail& detail) {
  for (const auto& past : detail.history) {
    view.ui.heading(view.tr("table.edition", past.edition), 3);
    TableRow row{detail.row.id, past.cells, {}};
    fields(view, table, row);
  }
}

void head(const View& view, const Table& table, const TableRowPage& page) {
  auto& ui = view.ui;
  ui.text(table_title(view, table), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  ui.heading(page.detail.value ? row_label(table, page.detail.value->row) : table_title(view, table));
  said_in_chinese(view);
  if (table.sample) ui.text(view.tr("table.is-sample"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Wait, .bold = true});
  ui.space(16);
}

void body(const View& view, const Table& table, const TableRowPage& page) {
  if (!loaded(view, page.detail)) return;
  const auto& detail = *page.detail.value;
  fields(view, table, detail.row);
  ways(view, table, detail.row);
  for (const auto& linked : detail.from) linked_rows(view, linked);
  history(view, table, detail);
  view.ui.space(24);
  if (table.access == Openness::Open && view.ui.button("table", view.tr("table.whole"), {.icon = "list", .wide = false}))
    view.send(msg::OpenTable{table.id, ""});
}

}  // namespace

ui::Page draw_table_row(const View& view, const TableRowPage& page) {
  ui::Page parts;
  const auto* table = find_table(view.model, page.table);
  if (table == nullptr) return gone(view);
  parts.head = [&view, &page, table] { head(view, *table, page); };
  parts.body = [&view, &page, table] { body(view, *table, page); };
  return parts;
}

}  // namespace mingting::screens
