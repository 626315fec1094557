// Cells come in their one form; what people read is made here and nowhere else on the screen.
#include "screens/tables/cells.hpp"

namespace mingting::screens {

std::vector<const TableColumn*> columns_shown(const Table& table, const TableView& view) {
  std::vector<const TableColumn*> shown;
  for (const auto& name : view.columns) {
    if (const auto* column = find_table_column(table, name)) shown.push_back(column);
  }
  if (!shown.empty()) return shown;
  for (const auto& column : table.columns) {
    if (column.mask != Mask::Left) shown.push_back(&column);
  }
  return shown;
}

std::string_view cell_of(const Table& table, const TableRow& row, std::string_view column) {
  const auto at = column_at(table, column);
  return at && *at < row.cells.size() ? std::string_view(row.cells[*at]) : std::string_view();
}

std::string cell_words(const Table& table, const TableColumn& column, const TableRow& row) {
  if (const auto linked = row.linked.find(column.name); linked != row.linked.end() && !linked->second.empty())
    return linked->second;
  return shown(table, column, cell_of(table, row, column.name), Unit::Without);
}

std::string cell_with_unit(const Table& table, const TableColumn& column, const TableRow& row) {
  if (row.linked.contains(column.name)) return cell_words(table, column, row);
  return shown(table, column, cell_of(table, row, column.name));
}

const std::string& column_words(const View& view, const TableColumn& column) { return view.choose(column.title, column.title_en); }

std::string row_label(const Table& table, const TableRow& row) {
  const auto* column = find_table_column(table, table.label);
  if (column == nullptr && !table.columns.empty()) column = &table.columns.front();
  return column == nullptr ? std::string() : cell_words(table, *column, row);
}

Figure figure_of(const Table& table, const TableColumn& column, const std::optional<Decimal>& sum) {
  if (!sum) return {};
  const auto read_in = column.shown_in.empty() ? *sum : in_unit(*sum, column.unit.empty() ? table.unit : column.unit, column.shown_in);
  return {shown_figure(table, column, *sum, Unit::Without), position_of(read_in)};
}

const std::string& table_title(const View& view, const Table& table) { return view.choose(table.title, table.title_en); }

void way_to_table(const View& view, const Table& table) {
  ui::RowView row{.id = "table:" + table.id, .label = table_title(view, table), .icon = table.access == Openness::Open ? "chart" : "lock"};
  if (!table.summary.empty() && !view.english()) row.passage = {{.text = table.summary}};
  if (table.sample) row.badge = view.tr("item.sample"), row.badge_tone = ui::Tone::Wait;
  if (view.ui.row(row)) view.send(msg::OpenTable{table.id, ""});
}

void table_row(const View& view, const Table& table, const std::vector<const TableColumn*>& columns, const TableRow& row) {
  ui::RowView shown{.id = row.id, .label = row_label(table, row)};
  for (const auto* column : columns) {
    const auto words = cell_with_unit(table, *column, row);
    if (words.empty() || words == shown.label) continue;
    if (column->type == CellType::Day && shown.date.empty()) shown.date = words;
    else if (column->type == CellType::Text && shown.passage.empty()) shown.passage = {{.text = words}};
    else if (shown.fact.empty()) shown.fact = view.tr("item.fact", column_words(view, *column), words);
    else if (shown.badge.empty() && column->type == CellType::Option) shown.badge = words;
  }
  if (view.ui.row(shown)) view.send(msg::OpenRow{table.id, row.id});
}

void linked_rows(const View& view, const LinkedRows& linked) {
  const auto* table = find_table(view.model, linked.table);
  if (table == nullptr) return;
  view.ui.heading(view.tr("table.from", linked.title, linked.total), 3);
  for (const auto& row : linked.rows) {
    std::vector<const TableColumn*> columns;
    for (const auto& column : table->columns) {
      if (column.name != linked.column && column.mask != Mask::Left) columns.push_back(&column);
    }
    table_row(view, *table, columns, row);
  }
}

}  // namespace mingting::screens
