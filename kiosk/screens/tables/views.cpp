// Lists, grids and days; charts, levels and tracks have files of their own.
#include "screens/tables/views.hpp"

#include "app/tables/questions.hpp"

#include <algorithm>
#include <map>

namespace mingting::screens {
namespace {

void none(const TableShown& shown) {
  const bool narrowed = !shown.page.filters.empty() || !shown.page.ranges.empty();
  empty_state(shown.view, narrowed ? "filter" : "folder", shown.view.tr(narrowed ? "table.none" : "table.empty"), [&] {
    const auto& view = shown.view;
    if (narrowed) {
      if (view.ui.button("clear", view.tr("column.clear"))) view.send(msg::ClearFilters{});
      return;
    }
    if (!shown.table.agency.empty()) view.ui.text(view.tr("table.whose", shown.table.agency));
    if (!shown.table.basis.empty()) view.ui.text(view.tr("table.basis", shown.table.basis), {.tone = ui::Tone::Quiet});
    if (find_form(view.model, "application") == nullptr) return;
    view.ui.space(16);
    if (view.ui.button("ask", view.tr("table.ask"), {.icon = "apply"}))
      view.send(msg::OpenForm{"application", "", "", table_title(view, shown.table)});
  });
}

void more(const TableShown& shown) {
  const auto& rows = *shown.page.rows.value;
  if (rows.rows.size() >= rows.total) return;
  shown.view.ui.space(24);
  if (shown.view.ui.button("more", shown.view.tr("column.more", rows.total - rows.rows.size()))) shown.view.send(msg::ShowMore{});
}

void list(const TableShown& shown) {
  const auto& rows = shown.page.rows.value->rows;
  const auto columns = columns_shown(shown.table, shown.how);
  shown.view.ui.rows(static_cast<int>(rows.size()), [&](int at) {
    table_row(shown.view, shown.table, columns, rows[static_cast<std::size_t>(at)]);
  });
  more(shown);
}

// ---- grid ----------------------------------------------------------------------------------------------------------

using Sorted = ui::GridHead::Sorted;

Sorted sorted_by(const TableShown& shown, const TableColumn& column) {
  const bool own = !shown.page.sort.empty();
  if ((own ? shown.page.sort : shown.how.sort) != column.name) return Sorted::No;
  return (own ? shown.page.descending : shown.how.descending) ? Sorted::Down : Sorted::Up;
}

std::vector<ui::GridHead> heads_of(const TableShown& shown, const std::vector<const TableColumn*>& columns) {
  std::vector<ui::GridHead> heads;
  for (const auto* column : columns) {
    heads.push_back({.id = column->name,
                     .title = column_words(shown.view, *column),
                     .unit = shown_unit(shown.table, *column),
                     .figure = is_figure(column->type),
                     .sorted = sorted_by(shown, *column)});
  }
  return heads;
}

/// The words of the cells on screen, made once a frame for as long as the grid asks.
class CellWords {
 public:
  CellWords(const TableShown& shown, const std::vector<const TableColumn*>& columns) : shown_(shown), columns_(columns) {}

  std::string_view operator()(std::size_t row, std::size_t column) {
    const auto* held = this->held(row);
    if (held == nullptr) {
      if (!missing_) missing_ = row;
      return {};
    }
    auto& words = words_[{row, column}];
    if (words.empty()) words = cell_words(shown_.table, *columns_[column], *held);
    return words;
  }
  const TableRow* held(std::size_t row) const {
    const auto& rows = shown_.page.rows.value->rows;
    const auto from = shown_.page.offset;
    return row < from || row - from >= rows.size() ? nullptr : &rows[row - from];
  }
  std::optional<std::size_t> missing() const { return missing_; }

 private:
  const TableShown& shown_;
  const std::vector<const TableColumn*>& columns_;
  std::map<std::pair<std::size_t, std::size_t>, std::string> words_;
  std::optional<std::size_t> missing_;
};

void grid(const TableShown& shown) {
  const auto columns = columns_shown(shown.table, shown.how);
  CellWords words(shown, columns);
  const auto row_id = [&](std::size_t row) {
    const auto* held = words.held(row);
    return held == nullptr ? std::to_string(row) : held->id;
  };
  const ui::GridView grid{.id = "grid",
                          .label = table_title(shown.view, shown.table),
                          .heads = heads_of(shown, columns),
                          .rows = shown.page.rows.value->total,
                          .cell = [&](std::size_t row, std::size_t column) { return words(row, column); },
                          .row_id = row_id,
                          .share = {}};
  const auto tapped = shown.view.ui.data_grid(grid);
  if (words.missing() && shown.page.rows.state != Loading::Running) shown.view.send(msg::WantRows{*words.missing()});
  if (!tapped) return;
  if (tapped->head) shown.view.send(msg::SortBy{columns[*tapped->head]->name});
  const auto* row = tapped->row ? words.held(*tapped->row) : nullptr;
  if (row != nullptr) shown.view.send(msg::OpenRow{shown.table.id, row->id});
}

// ---- calendar ------------------------------------------------------------------------------------------------------

/// Rows under their days, in the order of the view.
void calendar(const TableShown& shown) {
  const auto columns = columns_shown(shown.table, shown.how);
  const auto* day = find_table_column(shown.table, shown.how.from);
  std::string before;
  for (const auto& row : shown.page.rows.value->rows) {
    const auto words = day == nullptr ? std::string() : cell_words(shown.table, *day, row);
    if (words != before) {
      shown.view.ui.space(16);
      shown.view.ui.heading(words.empty() ? shown.view.tr("table.no-day") : words, 3);
    }
    before = words;
    table_row(shown.view, shown.table, columns, row);
  }
}

void rows_of(const TableShown& shown) {
  if (!loaded(shown.view, shown.page.rows)) return;
  if (shown.page.rows.value->total == 0) return none(shown);
  switch (shown.how.kind) {
    case ViewKind::Grid: return grid(shown);
    case ViewKind::Calendar: return calendar(shown);
    case ViewKind::Timeline: return draw_spans(shown);
    case ViewKind::Tracks: return draw_tracks(shown);
    default: return list(shown);
  }
}

// ---- filters -------------------------------------------------------------------------------------------------------

bool is_range(const TableColumn& column) { return is_figure(column.type) || column.type == CellType::Day; }

const Facet* facet_of(const TableShown& shown, const std::string& column) {
  if (!shown.page.rows.value) return nullptr;
  for (const auto& facet : shown.page.rows.value->facets) {
    if (facet.field == column && worth_choosing(facet, shown.page.filters, shown.page.rows.value->total)) return &facet;
  }
  return nullptr;
}

std::vector<const TableColumn*> filters_of(const TableShown& shown) {
  std::vector<const TableColumn*> filters;
  for (const auto& name : shown.how.filters) {
    const auto* column = find_table_column(shown.table, name);
    if (column != nullptr && (is_range(*column) || facet_of(shown, name) != nullptr)) filters.push_back(column);
  }
  return filters;
}

void range_fields(const TableShown& shown, const TableColumn& column) {
  const auto& view = shown.view;
  const auto held = shown.page.ranges.find(column.name);
  const auto range = held == shown.page.ranges.end() ? TableViewPage::Range{} : held->second;
  const auto unit = shown_unit(shown.table, column);
  const auto field = [&](const char* end, const std::string& value) {
    const auto label = view.tr(fmt::format("table.range-{}", end), column_words(view, column), unit);
    const bool day = column.type == CellType::Day;
    ui::FieldView shown_field{.id = std::string(end) + ":" + column.name, .label = label,
                              .help = day ? view.tr("table.range-day") : std::string(), .value = value};
    const auto& typing = view.model.visit->typing;
    if (!value.empty() && !app::is_range_end(column, value) && (!typing || typing->field != shown_field.id))
      shown_field.error = view.tr(day ? "table.range-wrong-day" : "table.range-wrong");
    own_field(view, std::move(shown_field));
  };
  view.ui.columns(std::vector<float>{1, 1}, 24, [&](int at) { at == 0 ? field("from", range.from) : field("to", range.to); });
}

std::optional<std::size_t> chosen_of(const TableViewPage& page, const std::string& column) {
  if (page.ranges.contains(column)) return 1;
  const auto chosen = page.filters.find(column);
  return chosen == page.filters.end() ? std::nullopt : std::optional(chosen->second.size());
}

}  // namespace

void draw_table_filters(const TableShown& shown) {
  const auto& view = shown.view;
  std::vector<ui::ChipView> chips;
  const auto filters = filters_of(shown);
  if (filters.empty()) return;
  for (const auto* column : filters) {
    chips.push_back({.id = column->name,
                     .label = view.tr("column.by", column_words(view, *column)),
                     .count = chosen_of(shown.page, column->name),
                     .selected = shown.page.open_filter == column->name});
  }
  if (!shown.page.filters.empty() || !shown.page.ranges.empty()) chips.push_back({.id = "clear", .label = view.tr("column.clear")});
  if (const auto tapped = view.ui.chips("filters", view.tr("column.filters"), chips)) {
    if (chips[*tapped].id == "clear") view.send(msg::ClearFilters{});
    else view.send(msg::ShowFilter{chips[*tapped].id});
  }
  const auto* open = find_table_column(shown.table, shown.page.open_filter);
  if (open == nullptr) return;
  if (is_range(*open)) return range_fields(shown, *open);
  if (const auto* facet = facet_of(shown, open->name))
    filter_chips(view, *facet, shown.page.filters, ui::ChipsPlace::Tray, shown.page.all_values);
}

void draw_view(const TableShown& shown) {
  if (shown.how.kind == ViewKind::Chart) return draw_chart(shown);
  if (app::shows_groups(shown.how, shown.page)) return draw_drill(shown);
  rows_of(shown);
}

}  // namespace mingting::screens
