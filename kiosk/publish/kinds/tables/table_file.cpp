// The table's own keys and its columns; what the parts say of one another is judged at the end.
#include "publish/kinds/tables/table_file.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "publish/kinds/tables/description.hpp"
#include "publish/kinds/tables/table_parts.hpp"

namespace mingting {
namespace {

TableColumn read_column_keys(TomlKeys& keys) {
  TableColumn column;
  column.name = keys.required_text("name");
  column.title = keys.required_text("title");
  column.title_en = keys.text("title_en");
  column.type = keys.one_of("type", kCellTypes, CellType::Text);
  column.unit = keys.text("unit");
  column.shown_in = keys.text("shown_in");
  column.help = keys.text("help");
  column.required = keys.truth("required", false);
  column.searched = keys.truth("searched", false);
  column.mask = keys.one_of("mask", kMasks, Mask::None);
  column.choices = keys.texts("choices");
  column.several = keys.truth("several", false);
  column.code = keys.one_word("code", {"credit", "document", "account", "any"}, column.type == CellType::Code ? "any" : "");
  column.table = keys.text("table");
  return column;
}

void read_columns(TomlKeys& keys, TableFile& file) {
  for (const auto* entry : keys.tables("columns")) {
    TomlKeys own(*entry, file.report, remark("toml-place.group", "columns"));
    file.column_lines.push_back(entry->line);
    file.mask_said.push_back(own.has("mask"));
    auto column = read_column_keys(own);
    const int name_line = own.line("name");
    own.finish();
    if (!column.name.empty() && column_at(file.table, column.name)) file.report.error(name_line, "table-file.column-twice", column.name);
    file.table.columns.push_back(std::move(column));
  }
}

void read_editions(TomlKeys& keys, TableFile& file) {
  for (const auto* entry : keys.tables("editions")) {
    TomlKeys own(*entry, file.report, remark("toml-place.group", "editions"));
    file.editions.push_back({own.any_text("edition"), own.text("reason"), own.text("period"), entry->line});
    own.finish();
  }
}

void read_own_keys(TomlKeys& keys, TableFile& file) {
  auto& table = file.table;
  table.title = keys.required_text("title");
  table.title_en = keys.text("title_en");
  table.summary = keys.text("summary");
  table.source = keys.text("source");
  table.agency = keys.text("agency");
  table.basis = keys.text("basis");
  table.unit = keys.text("unit");
  table.group = keys.text("group");
  table.order = static_cast<int>(keys.integer("order", -100000, 100000, 0));
  table.period = keys.text("period");
  table.reason = keys.text("reason");
  table.key = keys.texts("key");
  table.label = keys.text("label");
  table.access = keys.one_of("access", kOpenness, Openness::Open);
  table.lookup = keys.texts("lookup");
  table.ends = keys.text("ends");
  table.state = keys.text("state");
  table.hidden_states = keys.texts("hidden_states");
  table.sample = keys.truth("sample", false);
  table.notes = keys.texts("notes");
}

/// "金额（万元）" -> 金额, 万元. No unit where there are no brackets at its end.
std::pair<std::string, std::string> title_and_unit(std::string_view written) {
  const auto text = fold_width(written);
  const auto open = text.rfind('(');
  if (open == std::string::npos || !text.ends_with(')') || open == 0) return {text, ""};
  auto unit = trimmed(std::string_view(text).substr(open + 1, text.size() - open - 2));
  for (const std::string_view word : {"单位:", "单位"}) {
    if (unit.starts_with(word)) unit = trimmed(unit.substr(word.size()));
  }
  return {trimmed(std::string_view(text).substr(0, open)), unit};
}

}  // namespace

int TableFile::line(std::string_view key) const {
  const auto found = lines.find(key);
  return found == lines.end() ? 1 : found->second;
}

TableFile read_table(std::string id, std::string file, const std::optional<std::string>& text) {
  TableFile result(std::move(file));
  result.table.id = std::move(id);
  const auto toml = text ? parse_toml(*text, 1, result.report) : std::nullopt;
  if (!toml) return result;
  for (const auto& entry : toml->entries) result.lines.emplace(entry.key, entry.line);
  TomlKeys keys(*toml, result.report);
  read_own_keys(keys, result);
  read_columns(keys, result);
  read_editions(keys, result);
  read_views(keys, result);
  read_checks(keys, result);
  read_measures(keys, result);
  keys.finish();
  judge_description(result);
  return result;
}

std::optional<std::size_t> column_meant(const Table& table, std::string_view written) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name == written || table.columns[i].title == written) return i;
  }
  const auto [title, unit] = title_and_unit(written);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (fold_width(table.columns[i].title) == title && (unit.empty() || is_figure(table.columns[i].type))) return i;
  }
  return std::nullopt;
}

std::string unit_in_head(std::string_view written) { return title_and_unit(written).second; }

}  // namespace mingting
