// The members of a table's description, each named once.
#include "library/store/table_json.hpp"

#include "library/store/json_members.hpp"

namespace mingting {

void members(auto& each, Like<TableColumn> auto& column) {
  each("name", column.name), each("title", column.title), each("title_en", column.title_en), each("type", column.type);
  each("unit", column.unit), each("shown_in", column.shown_in), each("scale", column.scale), each("help", column.help);
  each("required", column.required), each("searched", column.searched), each("mask", column.mask);
  each("choices", column.choices), each("several", column.several), each("code", column.code), each("table", column.table);
}

void members(auto& each, Like<RowCondition> auto& condition) {
  each("column", condition.column), each("relates", condition.relates), each("values", condition.values);
}

void members(auto& each, Like<TableView> auto& view) {
  each("id", view.id), each("title", view.title), each("title_en", view.title_en), each("kind", view.kind);
  each("says", view.says), each("where", view.where), each("columns", view.columns), each("filters", view.filters);
  each("sort", view.sort), each("descending", view.descending), each("levels", view.levels), each("values", view.values);
  each("series", view.series), each("chart", view.chart), each("of_rows", view.of_rows), each("from", view.from);
  each("until", view.until), each("value", view.value), each("target", view.target), each("start", view.start);
  each("target_by", view.target_by);
}

void members(auto& each, Like<TableCheck> auto& check) {
  each("kind", check.kind), each("columns", check.columns), each("total", check.total), each("total_row", check.total_row);
  each("group", check.group), each("where", check.where), each("period", check.period), each("days", check.days);
  each("working", check.working), each("other", check.other), each("other_column", check.other_column);
  each("tolerance", check.tolerance), each("says", check.says), each("warns", check.warns);
}

void members(auto& each, Like<TableMeasure> auto& measure) {
  each("id", measure.id), each("title", measure.title), each("title_en", measure.title_en), each("of", measure.of);
  each("among", measure.among), each("column", measure.column), each("by", measure.by), each("unit", measure.unit);
  each("explains", measure.explains);
}

void members(auto& each, Like<Table> auto& table) {
  each("id", table.id), each("title", table.title), each("title_en", table.title_en), each("summary", table.summary);
  each("source", table.source), each("agency", table.agency), each("basis", table.basis), each("unit", table.unit);
  each("group", table.group), each("order", table.order), each("period", table.period), each("edition", table.edition), each("reason", table.reason);
  each("key", table.key), each("label", table.label), each("access", table.access), each("lookup", table.lookup);
  each("ends", table.ends), each("state", table.state), each("hidden_states", table.hidden_states);
  each("sample", table.sample), each("columns", table.columns), each("views", table.views), each("checks", table.checks);
  each("measures", table.measures), each("notes", table.notes);
}

std::string table_to_json(const Table& table) { return JsonWriter::json_of(table).dump(); }

Table table_from_json(std::string_view json) {
  Table table;
  JsonReader::read(nlohmann::json::parse(json), table);
  return table;
}

}  // namespace mingting
