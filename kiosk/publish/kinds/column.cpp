// What a column may show, filter by and require: the names of an item's metadata are listed here once.
#include "publish/kinds/column.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "publish/kinds/icons.hpp"

namespace mingting {
namespace {

/// Filters the library offers for every item besides its metadata.
constexpr std::array<std::string_view, 2> kDerivedNames{"year", "column"};

/// What an item says of itself, and whether a given one does.
struct Metadata {
  std::string_view name;
  bool (*stands_in)(const Item&);
};

constexpr std::array<Metadata, 18> kMetadata{{
    {"title", [](const Item& item) { return !item.title.empty(); }},
    {"summary", [](const Item& item) { return !item.summary.empty(); }},
    {"index_number", [](const Item& item) { return !item.index_number.empty(); }},
    {"document_number", [](const Item& item) { return !item.document_number.empty(); }},
    {"issuer", [](const Item& item) { return !item.issuer.empty(); }},
    {"made", [](const Item& item) { return item.made.has_value(); }},
    {"published", [](const Item& item) { return item.published.has_value(); }},
    {"effective", [](const Item& item) { return item.effective.has_value(); }},
    {"expires", [](const Item& item) { return item.expires.has_value(); }},
    {"topic", [](const Item& item) { return !item.topic.empty(); }},
    {"disclosure", [](const Item&) { return true; }},
    {"validity", [](const Item& item) { return item.validity != Validity::Unstated; }},
    {"validity_note", [](const Item& item) { return !item.validity_note.empty(); }},
    {"legal_basis", [](const Item& item) { return !item.legal_basis.empty(); }},
    {"period", [](const Item& item) { return !item.period.empty(); }},
    {"audience", [](const Item& item) { return !item.audience.empty(); }},
    {"explainer", [](const Item& item) { return !item.explainer_form.empty(); }},
    {"keywords", [](const Item& item) { return !item.keywords.empty(); }},
}};

std::vector<ColumnField> read_fields(TomlKeys& keys, std::string_view name, FileReport& report) {
  std::vector<ColumnField> fields;
  for (const auto* table : keys.tables(name)) {
    TomlKeys entry(*table, report, remark("toml-place.group", name));
    ColumnField field{entry.required_text("name"), entry.required_text("title"), entry.text("title_en")};
    entry.finish();
    if (field.title_en.empty()) report.warning(entry.line("title"), "column-file.untranslated", name, field.title);
    const bool twice = std::any_of(fields.begin(), fields.end(),
                                   [&](const auto& other) { return other.name == field.name; });
    if (twice) report.error(entry.line("name"), "column-file.field-twice", name, field.name);
    fields.push_back(std::move(field));
  }
  return fields;
}

void read_doors(TomlKeys& keys, ColumnFile& column) {
  for (const auto* table : keys.tables("doors")) {
    TomlKeys entry(*table, column.report, remark("toml-place.group", "doors"));
    column.column.doors.push_back({entry.required_text("target"), read_icon(entry, column.report)});
    column.door_lines.push_back(entry.line("target"));
    entry.finish();
  }
}

bool is_known_name(const std::string& name) {
  const auto& names = metadata_names();
  return std::find(names.begin(), names.end(), name) != names.end() ||
         std::find(kDerivedNames.begin(), kDerivedNames.end(), name) != kDerivedNames.end();
}

void check_name_use(ColumnFile& column, const std::string& name, std::string_view where,
                    const std::vector<const Item*>& items) {
  if (name.empty() || is_known_name(name)) return;
  std::vector<std::string> known = metadata_names();
  for (const auto* item : items) {
    if (item->fields.contains(name)) return;
    for (const auto& [field, value] : item->fields) known.push_back(field);
  }
  column.report.warning(0, "column-file.unused-name", where, name, nearest_hint(name, known));
}

}  // namespace

const std::vector<std::string>& metadata_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const auto& each : kMetadata) names.emplace_back(each.name);
    return names;
  }();
  return kNames;
}

bool has_metadata(const Item& item, std::string_view name) {
  if (name == "column") return true;
  const auto metadata = std::ranges::find(kMetadata, name, &Metadata::name);
  if (metadata != kMetadata.end()) return metadata->stands_in(item);
  const auto field = item.fields.find(std::string(name));
  return field != item.fields.end() && !field->second.empty();
}

namespace {

void read_keys(TomlKeys& keys, Column& column, FileReport& report) {
  column.title = keys.required_text("title");
  column.title_en = keys.text("title_en");
  column.summary = keys.text("summary");
  column.icon = read_icon(keys, report);
  column.kind = keys.one_of("kind", kColumnKinds, ColumnKind::List);
  column.order = static_cast<int>(keys.integer("order", -100000, 100000, 0));
  column.group_by = keys.text("group_by");
  column.shown = read_fields(keys, "shown", report);
  column.filters = read_fields(keys, "filters", report);
  column.agency = keys.text("agency");
  column.review_cycle = keys.text("review_cycle");
}

constexpr int kMostReviewDays = 3660, kMostApprovals = 9;

void read_rules(TomlKeys& keys, ColumnRules& rules, FileReport& report) {
  const auto* table = keys.table("rules");
  if (table == nullptr) return;
  TomlKeys own(*table, report, remark("toml-place.table", "rules"));
  rules.barred = own.texts("barred");
  rules.unless = own.texts("unless");
  rules.review_days = static_cast<int>(own.integer("review_days", 1, kMostReviewDays, 0));
  rules.approvals = static_cast<int>(own.integer("approvals", 1, kMostApprovals, 0));
  rules.line = keys.line("rules");
  rules.barred_line = own.line("barred");
  rules.review_line = own.line("review_days");
  rules.approvals_line = own.line("approvals");
  if (!rules.unless.empty() && rules.barred.empty()) report.warning(own.line("unless"), "column-file.unless-alone");
  own.finish();
}

}  // namespace

ColumnFile read_column(std::string id, std::string file, const std::optional<std::string>& text) {
  ColumnFile result(std::move(file));
  Column& column = result.column;
  column.id = std::move(id);
  const auto toml = text ? parse_toml(*text, 1, result.report) : std::nullopt;
  if (!toml) return result;
  TomlKeys keys(*toml, result.report);
  read_keys(keys, column, result.report);
  read_doors(keys, result);
  result.required = keys.texts("required");
  read_rules(keys, result.rules, result.report);
  if (column.kind == ColumnKind::Groups && column.group_by.empty()) {
    result.report.error(keys.line("kind"), "column-file.no-group-by");
  }
  keys.finish();
  return result;
}

void check_column_use(ColumnFile& column, const std::vector<const Item*>& items) {
  if (items.empty()) {
    if (!column.column.doors.empty()) return;  // it leads to others
    column.report.warning(0, "column-file.empty", column.column.title, column.column.id);
    return;
  }
  check_name_use(column, column.column.group_by, "group_by", items);
  for (const auto& field : column.column.shown) check_name_use(column, field.name, "[[shown]]", items);
  for (const auto& field : column.column.filters) check_name_use(column, field.name, "[[filters]]", items);
}

}  // namespace mingting
