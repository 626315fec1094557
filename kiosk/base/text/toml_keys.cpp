// Each reading asks for its kind of value and notes what stands there instead.
#include "base/text/toml_keys.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/text/cells.hpp"
#include "base/text/edit_distance.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

using Kind = TomlValue::Kind;

Fact named(Kind kind) {
  static constexpr std::array<std::string_view, 8> kNames{
      "toml-kind.text", "toml-kind.integer", "toml-kind.real",  "toml-kind.truth",
      "toml-kind.day",  "toml-kind.time",    "toml-kind.array", "toml-kind.table"};
  return remark(kNames.at(static_cast<std::size_t>(kind)));
}

}  // namespace

const TomlValue* TomlKeys::find(std::string_view name) {
  asked_.emplace(name);
  const auto* entry = table_.find(name);
  return entry == nullptr ? nullptr : &entry->value;
}

const TomlValue* TomlKeys::find(std::string_view name, Kind kind, std::string_view fault) {
  const auto* value = find(name);
  if (value == nullptr || value->kind == kind) return value;
  note(name, fault, {named(value->kind)});
  return nullptr;
}

void TomlKeys::note(std::string_view name, std::string_view code, std::vector<Fact> facts) {
  const auto* entry = table_.find(name);
  faulty_.emplace(name);
  facts.insert(facts.begin(), Fact(name));
  reader_.note({.line = entry == nullptr ? 0 : entry->line,
                .table_line = table_.line,
                .code = code,
                .facts = std::move(facts)},
               place_);
}

void TomlKeys::note_in_list(const TomlValue& item, std::string_view name, std::string_view code,
                            bool harmless) {
  if (!harmless) faulty_.emplace(name);
  reader_.note(
      {.line = item.line, .table_line = table_.line, .code = code, .facts = {name}, .harmless = harmless},
      place_);
}

void TomlKeys::note_choice(std::string_view name, const std::string& written,
                           std::vector<std::string> known) {
  faulty_.emplace(name);
  reader_.note({.line = line(name),
                .table_line = table_.line,
                .code = "unknown-choice",
                .facts = {name, written, names_told(known)},
                .odd = written,
                .known = std::move(known)},
               place_);
}

int TomlKeys::line(std::string_view name) const {
  const auto* entry = table_.find(name);
  return entry == nullptr ? table_.line : entry->line;
}

std::string TomlKeys::text(std::string_view name, std::string fallback) {
  const auto* value = find(name, Kind::Text, "no-text");
  return value == nullptr ? std::move(fallback) : reader_.kept(value->text);
}

std::string TomlKeys::required_text(std::string_view name) {
  const auto* value = find(name);
  auto written = text(name);
  if (value == nullptr && !is_misspelt(name))
    note(name, "missing");
  else if (value != nullptr && value->kind == Kind::Text && written.empty())
    note(name, "blank");
  return written;
}

std::string TomlKeys::any_text(std::string_view name) {
  const auto* value = find(name);
  if (value == nullptr) return "";
  if (value->kind == Kind::Array || value->kind == Kind::Table) return text(name);
  return reader_.kept(value->text);
}

bool TomlKeys::truth(std::string_view name, bool fallback) {
  const auto* value = find(name, Kind::Truth, "no-truth");
  return value == nullptr ? fallback : value->truth;
}

std::int64_t TomlKeys::integer(std::string_view name, std::int64_t least, std::int64_t most,
                               std::int64_t fallback) {
  const auto* value = find(name, Kind::Integer, "no-integer");
  if (value == nullptr) return fallback;
  if (value->integer >= least && value->integer <= most) return value->integer;
  note(name, "out-of-range", {value->integer, least, most});
  return fallback;
}

std::optional<Date> TomlKeys::date(std::string_view name) {
  const auto* value = find(name);
  if (value == nullptr) return std::nullopt;
  const bool written = value->kind == Kind::Day || value->kind == Kind::Text;
  if (value->kind == Kind::Text && reader_.kept(value->text).empty()) return std::nullopt;
  const auto date = written ? day_in(reader_.kept(value->text)) : std::nullopt;
  if (!date) {
    note(name, "no-date", {value->text});
    return std::nullopt;
  }
  if (date->year() < kFirstDocumentYear || date->year() > kLastYear) {
    note(name, "impossible-year", {static_cast<int>(date->year())});
    return std::nullopt;
  }
  return date;
}

std::vector<std::string> TomlKeys::texts(std::string_view name) {
  std::vector<std::string> texts;
  const auto* list = array(name);
  if (list == nullptr) return texts;
  for (const auto& item : list->items) {
    if (item.kind != Kind::Text)
      note_in_list(item, name, "no-text-in-list");
    else if (auto written = reader_.kept(item.text); written.empty())
      note_in_list(item, name, "blank-in-list", true);
    else
      texts.push_back(std::move(written));
  }
  return texts;
}

const TomlValue* TomlKeys::table(std::string_view name) {
  return find(name, Kind::Table, "no-table");
}

const TomlValue* TomlKeys::array(std::string_view name) {
  return find(name, Kind::Array, "no-list");
}

std::vector<const TomlValue*> TomlKeys::tables(std::string_view name) {
  std::vector<const TomlValue*> tables;
  const auto* list = find(name, Kind::Array, "no-groups");
  if (list == nullptr) return tables;
  for (const auto& item : list->items) {
    if (item.kind == Kind::Table)
      tables.push_back(&item);
    else
      note_in_list(item, name, "no-table-in-list");
  }
  return tables;
}

std::string TomlKeys::one_word(std::string_view name, std::vector<std::string> known, std::string fallback) {
  auto written = text(name);
  if (written.empty()) return fallback;
  if (std::find(known.begin(), known.end(), written) != known.end()) return written;
  note_choice(name, written, std::move(known));
  return fallback;
}

bool TomlKeys::is_misspelt(std::string_view name) {
  const std::vector<std::string> meant{std::string(name)};
  for (const auto& entry : table_.entries) {
    const auto near = std::min<std::size_t>(2, to_code_points(entry.key).size() / 2);
    if (asked_.contains(entry.key) || slips_.contains(entry.key) || nearest_word(entry.key, meant, near).empty()) continue;
    slips_.emplace(entry.key, name);
    return true;
  }
  return false;
}

void TomlKeys::finish() {
  for (const auto& entry : table_.entries) {
    if (asked_.contains(entry.key)) continue;
    if (const auto slip = slips_.find(entry.key); slip != slips_.end()) {
      reader_.note({.line = entry.line, .table_line = table_.line, .code = "misspelt", .facts = {entry.key, slip->second}}, place_);
      continue;
    }
    reader_.note({.line = entry.line,
                  .table_line = table_.line,
                  .code = "unknown-key",
                  .facts = {entry.key},
                  .odd = entry.key,
                  .known = {asked_.begin(), asked_.end()},
                  .harmless = true},
                 place_);
  }
}

}  // namespace mingting
