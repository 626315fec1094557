// Names first, then whether each part can do what it says; who may see what is judged in access.cpp.
#include "publish/kinds/tables/description.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "domain/table/decimal.hpp"
#include "domain/table/shown.hpp"
#include "publish/kinds/tables/access.hpp"

namespace mingting {
namespace {

/// Looks names up for one part of the file.
class Names {
 public:
  explicit Names(TableFile& file) : file_(file) {
    for (const auto& column : file.table.columns) known_.push_back(column.name);
  }

  /// The column; null, and an error, when there is none. "" names none.
  const TableColumn* look_up(int line, std::string_view key, const std::string& name) {
    if (name.empty()) return nullptr;
    const auto* column = find_table_column(file_.table, name);
    if (column == nullptr) file_.report.error(line, "table-file.unknown-name", key, name, nearest_hint(name, known_));
    return column;
  }
  void look_up(int line, std::string_view key, const std::vector<std::string>& names) {
    for (const auto& name : names) (void)look_up(line, key, name);
  }
  void look_up(int line, std::string_view key, const RowConditions& conditions) {
    for (const auto& condition : conditions) look_up_condition(line, key, condition);
  }
  void figure(int line, std::string_view key, const std::string& name) {
    const auto* column = look_up(line, key, name);
    if (column != nullptr && !is_figure(column->type)) file_.report.error(line, "table-file.no-figure", key, column->title);
  }
  void figures(int line, std::string_view key, const std::vector<std::string>& names) {
    for (const auto& name : names) figure(line, key, name);
  }
  void day(int line, std::string_view key, const std::string& name) {
    const auto* column = look_up(line, key, name);
    if (column != nullptr && column->type != CellType::Day && column->type != CellType::Stretch)
      file_.report.error(line, "table-file.no-day", key, column->title);
  }

 private:
  /// A choice that the column has not can be met by no row.
  void look_up_condition(int line, std::string_view key, const RowCondition& condition) {
    const auto* column = look_up(line, key, condition.column);
    if (column == nullptr || column->type != CellType::Option || column->choices.empty()) return;
    for (const auto& value : condition.values) {
      if (std::ranges::find(column->choices, value) == column->choices.end())
        file_.report.error(line, "table-file.no-choice", key, value, column->title, nearest_hint(value, column->choices));
    }
  }

  TableFile& file_;
  std::vector<std::string> known_;
};

// ---- the table and its columns -------------------------------------------------------------------------------------

void judge_own_keys(TableFile& file, Names& names) {
  auto& table = file.table;
  if (table.source.empty() && !table.sample && table.title.find("示例") == std::string::npos)
    file.report.warning(file.line("source"), "table-file.no-source");
  if (table.columns.empty()) file.report.error(file.line("columns"), "table-file.no-columns");
  for (const auto& name : table.key) {
    if (!column_at(table, name)) file.report.error(file.line("key"), "table-file.unknown-key", name);
  }
  (void)names.look_up(file.line("label"), "label", table.label);
  names.look_up(file.line("lookup"), "lookup", table.lookup);
  names.day(file.line("ends"), "ends", table.ends);
  if (const auto* state = names.look_up(file.line("state"), "state", table.state))
    names.look_up(file.line("hidden_states"), "hidden_states", RowConditions{{state->name, Relates::Is, table.hidden_states}});
}

void judge_units(const TableColumn& column, const Table& table, int line, FileReport& report) {
  if (column.shown_in.empty()) return;
  const auto& unit = column.unit.empty() ? table.unit : column.unit;
  if (column.type != CellType::Money) report.error(line, "table-file.shown-in-of-no-money", column.title);
  else if (!money_power(column.shown_in) || !money_power(unit)) report.error(line, "table-file.no-money-unit", column.title, unit, column.shown_in);
}

void judge_column(const TableColumn& column, const Table& table, int line, FileReport& report) {
  judge_units(column, table, line, report);
  const bool leads = column.type == CellType::RowLink || column.type == CellType::Place;
  if (column.type == CellType::RowLink && column.table.empty()) report.error(line, "table-file.link-without-table", column.title);
  if (!leads && !column.table.empty()) report.warning(line, "table-file.without-effect", column.title, "table");
  if (column.type != CellType::Option && !column.choices.empty()) report.warning(line, "table-file.without-effect", column.title, "choices");
  if (column.type != CellType::Option && column.several) report.warning(line, "table-file.without-effect", column.title, "several");
  if (column.type != CellType::Code && !column.code.empty()) report.warning(line, "table-file.without-effect", column.title, "code");
}

void judge_editions(TableFile& file) {
  for (std::size_t i = 0; i < file.editions.size(); ++i) {
    const auto& note = file.editions[i];
    if (note.edition.empty()) file.report.error(note.line, "table-file.edition-without-name");
    for (std::size_t j = 0; j < i; ++j) {
      if (file.editions[j].edition == note.edition) file.report.error(note.line, "table-file.edition-twice", note.edition);
    }
  }
}

// ---- views ---------------------------------------------------------------------------------------------------------

void look_up_names(const TableView& view, int line, Names& names) {
  names.look_up(line, "where", view.where);
  names.look_up(line, "columns", view.columns);
  names.look_up(line, "filters", view.filters);
  names.look_up(line, "levels", view.levels);
  names.figures(line, "values", view.values);
  for (const auto& [key, name] : {std::pair("sort", &view.sort), std::pair("series", &view.series)}) (void)names.look_up(line, key, *name);
  for (const auto& [key, name] : {std::pair("from", &view.from), std::pair("until", &view.until)}) names.day(line, key, *name);
  for (const auto& [key, name] : {std::pair("value", &view.value), std::pair("target", &view.target), std::pair("start", &view.start)})
    names.figure(line, key, *name);
  names.day(line, "target_by", view.target_by);
}

/// The key that the view cannot do without; "" when all is there.
std::string_view missing_in(const TableView& view) {
  const bool sums = !view.values.empty() || view.of_rows;
  switch (view.kind) {
    case ViewKind::Drill:
    case ViewKind::Chart: return view.levels.empty() ? "levels" : sums ? "" : "values";
    case ViewKind::Places: return view.levels.empty() ? "levels" : "";
    case ViewKind::Timeline:
    case ViewKind::Calendar: return view.from.empty() ? "from" : "";
    case ViewKind::Tracks: return view.value.empty() ? "value" : view.target.empty() ? "target" : "";
    default: return "";
  }
}

/// A total among the rows would be added once more.
void judge_totals(const TableFile& file, const TableView& view, int line, FileReport& report) {
  if (view.values.empty()) return;
  for (const auto& check : file.table.checks) {
    if (check.kind != CheckKind::Subtotal) continue;
    const bool apart = std::ranges::any_of(view.where, [&](const auto& condition) {
      return condition.column == check.total_row.column;
    });
    if (!apart) return report.warning(line, "table-view.adds-totals", view.title, check.total_row.column, names_told(check.total_row.values));
  }
}

void judge_measures_named(const TableFile& file, const TableView& view, int line, FileReport& report) {
  constexpr std::string_view kOpening = "{measure:";
  for (auto at = view.says.find(kOpening); at != std::string::npos; at = view.says.find(kOpening, at + 1)) {
    const auto begin = at + kOpening.size();
    const auto id = view.says.substr(begin, view.says.find('}', begin) - begin);
    const auto& measures = file.table.measures;
    if (std::ranges::find(measures, id, &TableMeasure::id) == measures.end()) report.error(line, "table-view.no-measure", id);
  }
}

/// What is drawn on one axis is of one unit.
void judge_units(const TableFile& file, const TableView& view, int line, FileReport& report) {
  if (view.kind != ViewKind::Chart && view.kind != ViewKind::Drill) return;
  const TableColumn* first = nullptr;
  for (const auto& name : view.values) {
    const auto* column = find_table_column(file.table, name);
    if (column == nullptr) continue;
    if (first == nullptr) first = column;
    if (shown_unit(file.table, *column) != shown_unit(file.table, *first))
      return report.error(line, "table-view.mixed-units", view.title, first->title, column->title);
  }
}

void judge_view(TableFile& file, std::size_t number, Names& names) {
  const auto& view = file.table.views[number];
  const int line = file.view_lines[number];
  look_up_names(view, line, names);
  if (const auto missing = missing_in(view); !missing.empty()) file.report.error(line, "table-view.missing", view.title, named(kViewKinds, view.kind).title, missing);
  if (view.values.size() > 1 && !view.series.empty()) file.report.error(line, "table-view.two-series", view.title);
  judge_totals(file, view, line, file.report);
  judge_units(file, view, line, file.report);
  judge_measures_named(file, view, line, file.report);
  for (std::size_t i = 0; i < number; ++i) {
    if (file.table.views[i].id == view.id) file.report.error(line, "table-file.id-twice", view.id, file.view_lines[i]);
  }
}

// ---- checks and measures -------------------------------------------------------------------------------------------

bool is_of_days(CheckKind kind) { return kind == CheckKind::DateOrder || kind == CheckKind::Within; }
bool is_of_figures(CheckKind kind) {
  return kind == CheckKind::Sum || kind == CheckKind::Subtotal || kind == CheckKind::AtMost || kind == CheckKind::CarryOver || kind == CheckKind::Shares;
}

std::string_view missing_in(const TableCheck& check) {
  const auto has = [&](std::size_t least) { return check.columns.size() >= least; };
  switch (check.kind) {
    case CheckKind::Sum: return !has(1) ? "columns" : check.total.empty() ? "total" : "";
    case CheckKind::Subtotal: return !has(1) ? "columns" : check.total_row.column.empty() ? "total_row" : "";
    case CheckKind::CarryOver: return !has(2) ? "columns" : check.period.empty() ? "period" : "";
    case CheckKind::AtMost:
    case CheckKind::DateOrder: return has(2) ? "" : "columns";
    case CheckKind::Within: return !has(2) ? "columns" : check.days == 0 ? "days" : "";
    case CheckKind::Unique: return check.group.empty() && check.where.empty() ? "group" : "";
    case CheckKind::Same: return !has(1) ? "columns" : check.other.empty() ? "other" : check.other_column.empty() ? "other_column" : "";
    default: return has(1) ? "" : "columns";
  }
}

void judge_check(TableFile& file, std::size_t number, Names& names) {
  const auto& check = file.table.checks[number];
  const int line = file.check_lines[number];
  if (is_of_figures(check.kind)) names.figures(line, "columns", check.columns);
  else names.look_up(line, "columns", check.columns);
  for (const auto& name : check.columns) {
    if (is_of_days(check.kind)) names.day(line, "columns", find_table_column(file.table, name) == nullptr ? "" : name);
  }
  names.figure(line, "total", check.total);
  names.look_up(line, "group", check.group);
  names.look_up(line, "where", check.where);
  (void)names.look_up(line, "period", check.period);
  if (!check.total_row.column.empty()) (void)names.look_up(line, "total_row", check.total_row.column);
  if (const auto missing = missing_in(check); !missing.empty()) file.report.error(line, "table-check.missing", named(kCheckKinds, check.kind).key, missing);
  if (!check.tolerance.empty() && !decimal_of(check.tolerance)) file.report.error(line, "table-check.tolerance", check.tolerance);
}

void judge_measure(TableFile& file, std::size_t number, Names& names) {
  const auto& measure = file.table.measures[number];
  const int line = file.measure_lines[number];
  names.look_up(line, "of", measure.of);
  names.look_up(line, "among", measure.among);
  names.look_up(line, "by", measure.by);
  names.figure(line, "column", measure.column);
  for (std::size_t i = 0; i < number; ++i) {
    if (file.table.measures[i].id == measure.id) file.report.error(line, "table-file.id-twice", measure.id, file.measure_lines[i]);
  }
}

}  // namespace

void judge_description(TableFile& file) {
  Names names(file);
  const auto& table = file.table;
  judge_own_keys(file, names);
  for (std::size_t i = 0; i < table.columns.size(); ++i) judge_column(table.columns[i], table, file.column_lines[i], file.report);
  judge_editions(file);
  for (std::size_t i = 0; i < table.views.size(); ++i) judge_view(file, i, names);
  for (std::size_t i = 0; i < table.checks.size(); ++i) judge_check(file, i, names);
  for (std::size_t i = 0; i < table.measures.size(); ++i) judge_measure(file, i, names);
  judge_access(file);
}

}  // namespace mingting
