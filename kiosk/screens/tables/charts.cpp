// Groups of rows drawn: marks of a chart, the levels of a drill; and the same as a table.
#include <algorithm>

#include "domain/table/period.hpp"
#include "screens/tables/views.hpp"

namespace mingting::screens {
namespace {

static_assert(static_cast<int>(ui::ChartKind::Waterfall) == static_cast<int>(ChartKind::Waterfall));  // of the same order

/// The columns whose sums are drawn; none where rows are counted.
std::vector<const TableColumn*> values_of(const TableShown& shown) {
  std::vector<const TableColumn*> columns;
  for (const auto& name : shown.how.values) {
    if (const auto* column = find_table_column(shown.table, name)) columns.push_back(column);
  }
  return columns;
}

Figure figure_in(const TableShown& shown, const RowGroup& group, const std::vector<const TableColumn*>& values, std::size_t at) {
  if (values.empty()) return {std::to_string(group.rows), static_cast<double>(group.rows)};
  if (at >= group.sums.size()) return {};
  return figure_of(shown.table, *values[at], group.sums[at]);
}

/// The column whose values the marks stand for.
std::string_view level_of(const TableShown& shown) {
  if (shown.how.levels.empty()) return {};
  const auto down = shown.how.kind == ViewKind::Chart ? 0 : std::min(shown.page.path.size(), shown.how.levels.size() - 1);
  return shown.how.levels[down];
}

/// What the group is called: as its column's cells are read, or the title of what they lead to.
std::string group_title(const TableShown& shown, const RowGroup& group, std::size_t at) {
  if (at >= group.values.size() || group.values[at].empty()) return shown.view.tr("table.no-value");
  const auto& title = at < group.titles.size() ? group.titles[at] : group.values[at];
  const auto* column = find_table_column(shown.table, at == 0 ? level_of(shown) : shown.how.series);
  return column == nullptr || title != group.values[at] ? title : mingting::shown(shown.table, *column, title, Unit::Without);
}

std::string unit_of(const TableShown& shown, const std::vector<const TableColumn*>& values) {
  return values.empty() ? shown.view.tr("table.rows-unit") : shown_unit(shown.table, *values.front());
}

/// What the parts of a mark come to; nothing where none is there or they are not of one kind.
std::optional<Decimal> together(const std::vector<std::optional<Decimal>>& parts) {
  std::optional<Decimal> all;
  for (const auto& part : parts) {
    if (part) all = all ? sum(*all, *part) : part;
  }
  return all;
}

std::optional<Decimal> part_of(const RowGroup& group, const std::vector<const TableColumn*>& values, std::size_t at) {
  if (values.empty()) return Decimal{static_cast<std::int64_t>(group.rows), 0};
  return at < group.sums.size() ? group.sums[at] : std::nullopt;
}

/// A stack says its sum above it.
void add_sum(const TableShown& shown, const std::vector<const TableColumn*>& values, const std::vector<std::optional<Decimal>>& parts,
             ui::ChartMark& mark) {
  const auto all = shown.how.chart == ChartKind::Stacked ? together(parts) : std::nullopt;
  if (!all) return;
  mark.printed.push_back(values.empty() ? plain(*all) : figure_of(shown.table, *values.front(), all).printed);
}

/// Marks in the order of their first groups; the series by a column's values.
void marks_by_series(const TableShown& shown, const std::vector<const TableColumn*>& values, ui::ChartView& chart) {
  const auto place = [](auto& names, const std::string& name, auto make) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& each) { return make(each) == name; });
    return static_cast<std::size_t>(found - names.begin());
  };
  const auto itself = [](const std::string& name) { return name; };
  const auto its_id = [](const ui::ChartMark& mark) { return mark.id; };
  std::vector<std::vector<std::optional<Decimal>>> parts;
  for (const auto& group : shown.page.groups.value->groups) {
    const auto name = group_title(shown, group, 1);
    const auto series = place(chart.series, name, itself);
    if (series == chart.series.size()) chart.series.push_back(name);
    const auto at = place(chart.marks, group.values.front(), its_id);
    if (at == chart.marks.size()) chart.marks.push_back({.id = group.values.front(), .label = group_title(shown, group, 0)});
    parts.resize(chart.marks.size());
    parts[at].push_back(part_of(group, values, 0));
    auto& mark = chart.marks[at];
    mark.values.resize(std::max(mark.values.size(), series + 1));
    mark.printed.resize(mark.values.size());
    auto figure = figure_in(shown, group, values, 0);
    mark.values[series] = figure.place;
    mark.printed[series] = std::move(figure.printed);
  }
  for (std::size_t i = 0; i < chart.marks.size(); ++i) {
    auto& mark = chart.marks[i];
    mark.values.resize(chart.series.size()), mark.printed.resize(chart.series.size());
    add_sum(shown, values, parts[i], mark);
  }
}

void marks_by_value(const TableShown& shown, const std::vector<const TableColumn*>& values, ui::ChartView& chart) {
  for (const auto* column : values) {
    if (values.size() > 1) chart.series.push_back(column_words(shown.view, *column));
  }
  for (const auto& group : shown.page.groups.value->groups) {
    ui::ChartMark mark{.id = group.values.empty() ? "all" : group.values.front(), .label = group_title(shown, group, 0)};
    std::vector<std::optional<Decimal>> parts;
    for (std::size_t at = 0; at < std::max<std::size_t>(values.size(), 1); ++at) {
      parts.push_back(part_of(group, values, at));
      auto figure = figure_in(shown, group, values, at);
      mark.values.push_back(figure.place);
      mark.printed.push_back(std::move(figure.printed));
    }
    if (values.size() > 1) add_sum(shown, values, parts, mark);
    chart.marks.push_back(std::move(mark));
  }
}

/// Years and numbers from the first to the last, whichever row of the file comes first.
void in_their_order(const TableShown& shown, ui::ChartView& chart) {
  const auto* column = find_table_column(shown.table, level_of(shown));
  if (column == nullptr) return;
  if (column->type == CellType::Stretch) {
    std::ranges::stable_sort(chart.marks, {}, [](const ui::ChartMark& mark) {
      const auto period = period_in(mark.id);
      return period ? std::chrono::sys_days{period->from} : std::chrono::sys_days::max();
    });
  } else if (is_figure(column->type)) {
    std::ranges::stable_sort(chart.marks, {}, [](const ui::ChartMark& mark) {
      const auto figure = decimal_of(mark.id);
      return figure ? position_of(*figure) : 0.0;
    });
  }
}

/// The measure's value in its place: {measure:ID}.
std::string said(const TableShown& shown) {
  auto words = shown.how.says.empty() ? shown.view.choose(shown.how.title, shown.how.title_en) : shown.how.says;
  if (!shown.page.measures.value) return words;
  for (const auto& measure : *shown.page.measures.value) words = replace_all(std::move(words), "{measure:" + measure.id + "}", measure.value);
  return words;
}

ui::ChartView chart_of(const TableShown& shown) {
  const auto values = values_of(shown);
  ui::ChartView chart{.id = "chart", .label = said(shown), .unit = unit_of(shown, values), .kind = static_cast<ui::ChartKind>(shown.how.chart)};
  chart.not_from_zero = shown.view.tr("table.not-from-zero");
  if (shown.how.series.empty()) marks_by_value(shown, values, chart);
  else marks_by_series(shown, values, chart);
  if (shown.how.kind == ViewKind::Chart && chart.kind != ui::ChartKind::Waterfall) in_their_order(shown, chart);
  if (chart.kind == ui::ChartKind::Waterfall && !chart.marks.empty()) chart.marks.back().total = true;
  if (shown.page.mark && *shown.page.mark < chart.marks.size()) chart.chosen = shown.page.mark;
  return chart;
}

/// The figures of a chart or a level, as a table.
void as_table(const TableShown& shown, const ui::ChartView& chart) {
  std::vector<ui::GridHead> heads{{.id = "what", .title = shown.view.tr("table.what"), .sorts = false}};
  for (std::size_t i = 0; i < chart.series.size(); ++i)
    heads.push_back({.id = std::to_string(i), .title = chart.series[i], .unit = chart.unit, .figure = true, .sorts = false});
  if (chart.series.empty()) heads.push_back({.id = "rows", .title = chart.label, .unit = chart.unit, .figure = true, .sorts = false});
  shown.view.ui.data_grid({.id = "figures",
                           .label = chart.label,
                           .heads = heads,
                           .rows = chart.marks.size(),
                           .cell = [&](std::size_t row, std::size_t column) -> std::string_view {
                             const auto& mark = chart.marks[row];
                             if (column == 0) return mark.label;
                             return column - 1 < mark.printed.size() ? std::string_view(mark.printed[column - 1]) : std::string_view();
                           },
                           .row_id = [&](std::size_t row) { return chart.marks[row].id; },
                           .share = {},
                           .opens = false});
}

/// Whether the rows are of one period: otherwise the same people and the same money would be counted once more.
bool of_one_period(const TableShown& shown) {
  for (const auto& column : shown.table.columns) {
    if (column.type != CellType::Stretch) continue;
    const auto fixed = [&](const RowCondition& condition) {
      return condition.column == column.name && condition.relates == Relates::Is && condition.values.size() == 1;
    };
    const auto chosen = shown.page.filters.find(column.name);
    const bool by_chip = chosen != shown.page.filters.end() && chosen->second.size() == 1;
    const bool by_level = std::ranges::any_of(shown.page.path, [&](const auto& level) { return level.column == column.name; });
    if (!by_chip && !by_level && std::ranges::none_of(shown.how.where, fixed)) return false;
  }
  return true;
}

/// All together, said in words: it agrees with the table it is taken from.
std::string total_words(const TableShown& shown, const std::vector<const TableColumn*>& values) {
  const auto& page = *shown.page.groups.value;
  const bool amounts = values.empty() || values.front()->type == CellType::Money;  // scores and shares are not added
  if (!amounts || !of_one_period(shown)) return {};
  const auto all = figure_in(shown, page.all, values, 0);
  if (all.printed.empty() || page.total < 2) return {};
  if (values.size() > 1) return shown.view.tr("table.total-of", column_words(shown.view, *values.front()), all.printed, unit_of(shown, values), page.total);
  return shown.view.tr("table.total", all.printed, unit_of(shown, values), page.total);
}

void turn_button(const TableShown& shown) {
  const auto& view = shown.view;
  const bool table = shown.page.as_table;
  view.ui.space(16);
  if (view.ui.button("turn", view.tr(table ? "table.as-chart" : "table.as-table"),
                     {.icon = table ? "chart" : "list", .wide = false}))
    view.send(msg::TurnChart{});
}

/// A group of one row leads to the row; any other one level down.
void into(const TableShown& shown, const RowGroup& group) {
  const bool last = shown.page.path.size() + 1 >= shown.how.levels.size();
  if (last && !group.only.empty()) return shown.view.send(msg::OpenRow{shown.table.id, group.only});
  shown.view.send(msg::StepInto{group.values.front(), group_title(shown, group, 0)});
}

bool has_groups(const TableShown& shown) {
  if (!loaded(shown.view, shown.page.groups)) return false;
  if (!shown.page.groups.value->groups.empty()) return true;
  empty_state(shown.view, "chart", shown.view.tr("table.none"));
  return false;
}

/// Places are read, not compared: a row each, with what is added up there.
void places(const TableShown& shown) {
  const auto values = values_of(shown);
  const auto& groups = shown.page.groups.value->groups;
  shown.view.ui.rows(static_cast<int>(groups.size()), [&](int at) {
    const auto& group = groups[static_cast<std::size_t>(at)];
    ui::RowView row{.id = group.values.front(), .label = group_title(shown, group, 0)};
    const auto figure = figure_in(shown, group, values, 0);
    if (!values.empty() && !figure.printed.empty())
      row.fact = shown.view.tr("item.fact", column_words(shown.view, *values.front()), figure.printed + " " + unit_of(shown, values));
    row.date = shown.view.tr("table.rows", group.rows);
    if (shown.view.ui.row(row)) into(shown, group);
  });
}

}  // namespace

void draw_chart(const TableShown& shown) {
  if (!has_groups(shown)) return;
  const auto chart = chart_of(shown);
  if (shown.page.as_table) as_table(shown, chart);
  else if (const auto tapped = shown.view.ui.chart(chart)) shown.view.send(msg::TapMark{*tapped});
  turn_button(shown);
}

void draw_drill(const TableShown& shown) {
  if (!has_groups(shown)) return;
  if (shown.how.kind == ViewKind::Places) return places(shown);
  auto chart = chart_of(shown);
  chart.kind = values_of(shown).size() > 1 ? ui::ChartKind::Grouped : ui::ChartKind::Bars;
  chart.foot = total_words(shown, values_of(shown));
  chart.opens = true;
  if (shown.page.as_table) as_table(shown, chart);
  else if (const auto tapped = shown.view.ui.chart(chart)) into(shown, shown.page.groups.value->groups[*tapped]);
  turn_button(shown);
}

}  // namespace mingting::screens
