// Front matter between two lines of +++, then Markdown; what the column requires is asked of the front matter.
#include "publish/kinds/item.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "base/text/text.hpp"
#include "domain/identity/document_number.hpp"
#include "publish/files/folder.hpp"
#include "publish/kinds/draft.hpp"
#include "publish/kinds/icons.hpp"

namespace mingting {
namespace {

struct Parts {
  std::string_view front;  ///< TOML
  std::string_view body;
  int body_line = 1;
};

bool is_fence(std::string_view line) {
  return trimmed(line) == "+++";
}

std::string_view line_from(std::string_view text, std::size_t from) {
  return text.substr(from, text.find('\n', from) - from);
}

/// TOML between two lines of +++, then the text.
std::optional<Parts> split_front(std::string_view text, FileReport& report) {
  const auto first = line_from(text, 0);
  if (!is_fence(first)) {
    report.error(1, trimmed(first) == "---" ? "item-file.yaml-front" : "item-file.no-front");
    return std::nullopt;
  }
  Parts parts;
  const std::size_t begin = std::min(first.size() + 1, text.size());
  int line = 2;
  for (std::size_t at = begin; at < text.size(); ++line) {
    const auto next = line_from(text, at);
    if (is_fence(next)) {
      const auto after = std::min(at + next.size() + 1, text.size());
      return Parts{text.substr(begin, at - begin), text.substr(after), line + 1};
    }
    at += next.size() + 1;
  }
  report.error(1, "item-file.open-front");
  return std::nullopt;
}

void read_relations(TomlKeys& keys, ItemFile& file) {
  for (const auto* table : keys.tables("relations")) {
    TomlKeys entry(*table, file.report, remark("toml-place.group", "relations"));
    Relation relation;
    relation.kind = entry.one_of("kind", kRelationKinds, RelationKind::Related);
    relation.item = entry.required_text("item");
    if (relation.item.ends_with(".md")) relation.item.resize(relation.item.size() - 3);
    file.relation_lines.push_back(entry.line("item"));
    file.document.item.relations.push_back(std::move(relation));
    entry.finish();
  }
}

void read_fields(TomlKeys& keys, ItemFile& file) {
  const auto* table = keys.table("fields");
  if (table == nullptr) return;
  TomlKeys fields(*table, file.report, remark("toml-place.table", "fields"));
  for (const auto& entry : table->entries) file.document.item.fields[tidy(entry.key)] = fields.any_text(entry.key);
  for (const auto& icon : split(replace_all(fields.any_text("icons"), "\xEF\xBC\x9B", ";"), ';'))
    is_icon(trimmed(icon), keys.line("fields"), file.report);
}

/// What is kept with the column's own fields: where else it is listed, and when it was last looked through.
void read_standing(TomlKeys& keys, ItemFile& file, Date today) {
  auto& item = file.document.item;
  item.fields.erase("agreed_by");  // by signatures alone (publish/rules/approvals.cpp)
  if (const auto also = keys.texts("also"); !also.empty()) item.fields[std::string(kAlsoIn)] = join(also, "\xEF\xBC\x9B");
  file.also_line = keys.line("also");
  const auto reviewed = keys.date("reviewed");
  if (!reviewed) return;
  item.fields["reviewed"] = iso_date(*reviewed);
  if (today.ok() && *reviewed > today) file.report.error(keys.line("reviewed"), "item-file.reviewed-later", iso_date(*reviewed));
}

void read_texts(TomlKeys& keys, Item& item) {
  item.title = keys.required_text("title");
  item.summary = keys.text("summary");
  item.index_number = keys.text("index_number");
  item.document_number = keys.text("document_number");
  item.issuer = keys.text("issuer");
  item.topic = keys.text("topic");
  item.validity_note = keys.text("validity_note");
  item.legal_basis = keys.text("legal_basis");
  item.period = keys.text("period");
  item.audience = keys.text("audience");
  item.keywords = keys.texts("keywords");
  item.sample = keys.truth("sample", false);
}

void read_kinds(TomlKeys& keys, Item& item) {
  item.disclosure = keys.one_of("disclosure", kDisclosures, Disclosure::Proactive);
  // An item of which nothing is known says nothing.
  static_assert(kValidities[0].value == Validity::Unstated);
  item.validity = keys.one_of("validity", std::span(kValidities).subspan(1), Validity::Unstated);
  item.explainer_form = keys.one_word("explainer", {"text", "qa", "chart", "audio", "video", "scenario"});
}

void check_order(TomlKeys& keys, FileReport& report, const std::optional<Date>& earlier, const std::optional<Date>& later,
                 std::string_view later_name, Severity severity, std::string_view code) {
  if (!earlier || !later || *later >= *earlier) return;
  report.add(severity, keys.line(later_name), remark(code, iso_date(*later), iso_date(*earlier)));
}

void read_dates(TomlKeys& keys, Item& item, FileReport& report) {
  item.made = keys.date("made");
  item.published = keys.date("published");
  item.effective = keys.date("effective");
  item.expires = keys.date("expires");
  check_order(keys, report, item.made, item.published, "published", Severity::Error, "item-file.published-before-made");
  check_order(keys, report, item.effective, item.expires, "expires", Severity::Error, "item-file.expires-before-effective");
  check_order(keys, report, item.made, item.expires, "expires", Severity::Error, "item-file.expires-before-made");
  check_order(keys, report, item.made, item.effective, "effective", Severity::Warning, "item-file.effective-before-made");
}

/// Days that lie further ahead than anybody plans are slips of the pen.
void check_far(TomlKeys& keys, const Item& item, Date today, FileReport& report) {
  if (!today.ok()) return;
  const auto look = [&](std::string_view name, const std::optional<Date>& day, std::chrono::days most) {
    if (!day || std::chrono::sys_days{*day} <= std::chrono::sys_days{today} + most) return;
    report.warning(keys.line(name), most.count() == 0 ? "item-file.made-later" : "item-file.far-ahead",
                          name, iso_date(*day));
  };
  constexpr std::chrono::days kYear{366};
  look("made", item.made, std::chrono::days{0});
  look("published", item.published, kYear);
  look("effective", item.effective, 10 * kYear);
  look("expires", item.expires, 50 * kYear);
}

void check_validity(TomlKeys& keys, const Item& item, FileReport& report) {
  const bool replaced = std::any_of(item.relations.begin(), item.relations.end(),
                                    [](const Relation& r) { return r.kind == RelationKind::ReplacedBy; });
  const int line = keys.line("validity");
  if (item.validity == Validity::Expired && !item.expires) {
    report.error(line, "item-file.expired-without-date");
  } else if (item.validity == Validity::Repealed && !item.expires && item.validity_note.empty() &&
             !replaced) {
    report.warning(line, "item-file.repealed-without-ground");
  } else if (item.validity == Validity::Amended && item.validity_note.empty()) {
    report.warning(line, "item-file.amended-without-ground");
  }
  if (item.disclosure == Disclosure::Withheld) report.warning(keys.line("disclosure"), "item-file.withheld");
}

void check_number(TomlKeys& keys, const Item& item, FileReport& report) {
  if (item.document_number.empty() || parse_document_number(item.document_number)) return;
  report.warning(keys.line("document_number"), "item-file.document-number", item.document_number);
}

/// Names of [fields] that are nearly ones the column uses, which the item lacks: slip -> name. Others are the
/// item's own business.
std::map<std::string, std::string> misspelt_fields(const Item& item, const ColumnFile& column) {
  std::vector<std::string> known{column.column.group_by};
  for (const auto& field : column.column.shown) known.push_back(field.name);
  for (const auto& field : column.column.filters) known.push_back(field.name);
  known.insert(known.end(), column.required.begin(), column.required.end());
  std::map<std::string, std::string> slips;
  for (const auto& [name, value] : item.fields) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    if (auto nearest = nearest_name(name, known); !nearest.empty() && !item.fields.contains(nearest))
      slips.emplace(name, nearest);
  }
  return slips;
}

void check_field_names(TomlKeys& keys, const Item& item, const ColumnFile& column, FileReport& report) {
  const auto* fields = keys.table("fields");
  for (const auto& [slip, name] : misspelt_fields(item, column)) {
    const bool required = std::ranges::find(column.required, name) != column.required.end();
    const auto entry = std::ranges::find(fields->entries, slip, &TomlEntry::key);
    const int line = entry == fields->entries.end() ? keys.line("fields") : entry->line;
    report.add(required ? Severity::Error : Severity::Warning, line,
                      remark("item-file.unused-field", slip, name));
  }
}

void check_required(TomlKeys& keys, const Item& item, const ColumnFile& column, FileReport& report) {
  const auto slips = misspelt_fields(item, column);
  const auto meant = [&](const std::string& name) {
    return std::ranges::any_of(slips, [&](const auto& slip) { return slip.second == name; });
  };
  const auto& metadata = metadata_names();
  for (const auto& name : column.required) {
    if (name == "title" || has_metadata(item, name) || keys.is_faulty(name) || meant(name)) continue;
    const bool own = std::find(metadata.begin(), metadata.end(), name) == metadata.end();
    if (own)
      report.error(keys.line("fields"), "item-file.required-field", name, column.column.title, name);
    else if (!keys.is_misspelt(name))
      report.error(keys.line(name), "item-file.required", name, column.column.title, name);
  }
}

void check_sample(TomlKeys& keys, const Item& item, FileReport& report) {
  if (item.sample || item.title.find("示例") == std::string::npos) return;
  report.warning(keys.line("title"), "item-file.unmarked-sample");
}

void read_front(const TomlValue& front, const ColumnFile* column, Date today, ItemFile& file) {
  TomlKeys keys(front, file.report);
  Item& item = file.document.item;
  read_texts(keys, item);
  read_kinds(keys, item);
  read_dates(keys, item, file.report);
  read_fields(keys, file);
  read_standing(keys, file, today);
  read_relations(keys, file);
  check_far(keys, item, today, file.report);
  check_validity(keys, item, file.report);
  check_number(keys, item, file.report);
  check_sample(keys, item, file.report);
  check_comment_period(keys, item, file.report);
  if (column != nullptr) {
    check_required(keys, item, *column, file.report);
    check_field_names(keys, item, *column, file.report);
  }
  keys.finish();
  file.title_line = keys.line("title");
  file.document_number_line = keys.line("document_number");
  file.index_number_line = keys.line("index_number");
  file.fields_line = keys.line("fields");
}

void read_body(const Parts& parts, ItemFile& file) {
  auto markdown = parse_markdown(parts.body, parts.body_line, file.report);
  file.links = std::move(markdown.links);
  file.pictures = std::move(markdown.pictures);
  file.document.blocks = std::move(markdown.blocks);
  const auto& blocks = file.document.blocks;
  const bool says_something = std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.kind != BlockKind::Heading && block.kind != BlockKind::Rule;
  });
  if (says_something) return;
  file.report.error(parts.body_line - 1, blocks.empty() ? "item-file.no-body" : "item-file.headings-alone");
}

}  // namespace

ItemFile read_item(FileSystem& files, const FolderFile& source, const ColumnFile* column,
                   const Coverage& coverage, Date today) {
  ItemFile file(source.name);
  Item& item = file.document.item;
  item.id = name_without_extension(source.name);
  item.column = item.id.substr(0, item.id.find('/'));
  const auto text = read_source(files, source, kTextLimit, coverage, file.report);
  if (!text) return file;
  if (trimmed(*text).empty()) {
    file.report.error(0, "item-file.blank");
    return file;
  }
  const auto parts = split_front(*text, file.report);
  if (!parts) return file;
  if (const auto front = parse_toml(parts->front, 2, file.report)) read_front(*front, column, today, file);
  read_body(*parts, file);
  return file;
}

}  // namespace mingting
