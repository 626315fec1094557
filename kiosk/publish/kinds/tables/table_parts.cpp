// Keys are the members' names. A condition is an inline table with the column and one of is, not, at_least, at_most, blank, filled.
#include "publish/kinds/tables/table_parts.hpp"

namespace mingting {
namespace {

constexpr int kMostDays = 3650;

RowCondition read_condition(const TomlValue& value, FileReport& report, std::string_view place) {
  TomlKeys keys(value, report, remark("toml-place.key", place));
  RowCondition condition;
  condition.column = keys.required_text("column");
  int said = 0;
  for (const auto& [key, relates] : {std::pair("is", Relates::Is), std::pair("not", Relates::Not)}) {
    if (!keys.has(key)) continue;
    ++said;
    condition.relates = relates, condition.values = keys.texts(key);
  }
  for (const auto& [key, relates] : {std::pair("at_least", Relates::AtLeast), std::pair("at_most", Relates::AtMost)}) {
    if (!keys.has(key)) continue;
    ++said;
    condition.relates = relates, condition.values = {keys.any_text(key)};
  }
  for (const auto& [key, relates] : {std::pair("blank", Relates::Blank), std::pair("filled", Relates::Filled)}) {
    if (!keys.has(key)) continue;
    ++said;
    const bool yes = keys.truth(key, true), blank = relates == Relates::Blank;
    condition.relates = yes == blank ? Relates::Blank : Relates::Filled;
  }
  if (said != 1) report.error(value.line, "table-file.condition", place);
  keys.finish();
  return condition;
}

RowConditions read_conditions(TomlKeys& keys, std::string_view name, FileReport& report) {
  RowConditions conditions;
  for (const auto* value : keys.tables(name)) conditions.push_back(read_condition(*value, report, name));
  return conditions;
}

TableView read_view(TomlKeys& keys, FileReport& report) {
  TableView view;
  view.id = keys.required_text("id");
  view.title = keys.required_text("title");
  view.title_en = keys.text("title_en");
  view.kind = keys.one_of("kind", kViewKinds, ViewKind::Grid);
  view.says = keys.text("says");
  view.where = read_conditions(keys, "where", report);
  view.columns = keys.texts("columns");
  view.filters = keys.texts("filters");
  view.sort = keys.text("sort");
  view.descending = keys.truth("descending", false);
  view.levels = keys.texts("levels");
  view.values = keys.texts("values");
  view.series = keys.text("series");
  view.chart = keys.one_of("chart", kChartKinds, ChartKind::Bars);
  view.of_rows = keys.truth("of_rows", false);
  view.from = keys.text("from");
  view.until = keys.text("until");
  view.value = keys.text("value");
  view.target = keys.text("target");
  view.start = keys.text("start");
  view.target_by = keys.text("target_by");
  keys.finish();
  return view;
}

TableCheck read_check(TomlKeys& keys, FileReport& report) {
  TableCheck check;
  (void)keys.required_text("kind");
  check.kind = keys.one_of("kind", kCheckKinds, CheckKind::Sum);
  check.columns = keys.texts("columns");
  check.total = keys.text("total");
  if (const auto* row = keys.table("total_row")) check.total_row = read_condition(*row, report, "total_row");
  check.group = keys.texts("group");
  check.where = read_conditions(keys, "where", report);
  check.period = keys.text("period");
  check.days = static_cast<int>(keys.integer("days", 0, kMostDays, 0));
  check.working = keys.truth("working", false);
  check.other = keys.text("other");
  check.other_column = keys.text("other_column");
  check.tolerance = keys.any_text("tolerance");
  check.says = keys.text("says");
  check.warns = keys.truth("warns", false);
  keys.finish();
  return check;
}

TableMeasure read_measure(TomlKeys& keys, FileReport& report) {
  TableMeasure measure;
  measure.id = keys.required_text("id");
  measure.title = keys.required_text("title");
  measure.title_en = keys.text("title_en");
  measure.of = read_conditions(keys, "of", report);
  measure.among = read_conditions(keys, "among", report);
  measure.column = keys.text("column");
  measure.by = keys.texts("by");
  measure.unit = keys.text("unit");
  measure.explains = keys.text("explains");
  keys.finish();
  return measure;
}

/// A list of parts, each with the line it begins on.
template <class Part, class Read>
void read_each(TomlKeys& keys, const char* name, FileReport& report, std::vector<Part>& parts, std::vector<int>& lines, Read read) {
  for (const auto* entry : keys.tables(name)) {
    TomlKeys own(*entry, report, remark("toml-place.group", name));
    lines.push_back(entry->line);
    parts.push_back(read(own, report));
  }
}

}  // namespace

void read_views(TomlKeys& keys, TableFile& file) {
  read_each(keys, "views", file.report, file.table.views, file.view_lines, read_view);
}

void read_checks(TomlKeys& keys, TableFile& file) {
  read_each(keys, "checks", file.report, file.table.checks, file.check_lines, read_check);
}

void read_measures(TomlKeys& keys, TableFile& file) {
  read_each(keys, "measures", file.report, file.table.measures, file.measure_lines, read_measure);
}

}  // namespace mingting
