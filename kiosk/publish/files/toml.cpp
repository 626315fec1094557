// toml++ parses; its tree becomes ours, which keeps the lines, and its English reasons become advice.
#include "publish/files/toml.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "base/text/toml.hpp"
#include "publish/files/source.hpp"

namespace mingting {
namespace {

constexpr int kDeepest = 16;

template <class T>
std::string as_written(const T& value) {
  std::ostringstream stream;
  stream << value;
  return stream.str();
}

TomlValue convert(const toml::node& node, int offset, int depth);

void convert_table(const toml::table& table, int offset, int depth, TomlValue& value) {
  value.kind = TomlValue::Kind::Table;
  for (const auto& [key, node] : table) {
    const int line = static_cast<int>(key.source().begin.line) + offset;
    value.entries.push_back({std::string(key.str()), line, convert(node, offset, depth + 1)});
  }
  std::stable_sort(value.entries.begin(), value.entries.end(),
                   [](const TomlEntry& a, const TomlEntry& b) { return a.line < b.line; });
}

void convert_array(const toml::array& array, int offset, int depth, TomlValue& value) {
  value.kind = TomlValue::Kind::Array;
  for (const auto& node : array) value.items.push_back(convert(node, offset, depth + 1));
}

void convert_single(const toml::node& node, TomlValue& value) {
  using Kind = TomlValue::Kind;
  if (const auto* text = node.as_string())
    value.kind = Kind::Text, value.text = text->get();
  else if (const auto* date = node.as_date())
    value.kind = Kind::Day, value.text = as_written(date->get());
  else if (const auto* whole = node.as_integer()) {
    value.kind = Kind::Integer, value.integer = whole->get(), value.text = std::to_string(whole->get());
  } else if (const auto* real = node.as_floating_point()) {
    value.kind = Kind::Real, value.text = as_written(real->get());
  } else if (const auto* truth = node.as_boolean()) {
    value.kind = Kind::Truth, value.truth = truth->get(), value.text = truth->get() ? "true" : "false";
  } else {
    value.kind = Kind::Time;
    if (const auto* moment = node.as_date_time())
      value.text = as_written(moment->get());
    else if (const auto* time = node.as_time())
      value.text = as_written(time->get());
  }
}

TomlValue convert(const toml::node& node, int offset, int depth) {
  TomlValue value;
  value.line = static_cast<int>(node.source().begin.line) + offset;
  if (depth > kDeepest) return value;
  if (const auto* table = node.as_table())
    convert_table(*table, offset, depth, value);
  else if (const auto* array = node.as_array())
    convert_array(*array, offset, depth, value);
  else
    convert_single(node, value);
  return value;
}

/// The parser's English reason, as advice: its code.
std::string_view advice(std::string_view reason) {
  const auto says = [&](std::string_view word) { return reason.find(word) != std::string_view::npos; };
  if (says("redefine") || says("already exists") || says("duplicate")) return "toml-advice.twice";
  if (says("end-of-file") || says("end-of-line") || says("line break")) return "toml-advice.unclosed";
  if (says("string")) return "toml-advice.unquoted";
  if (says("date") || says("month") || says("day")) return "toml-advice.date";
  if (says("bare key") || says("key")) return "toml-advice.key";
  if (says("value")) return "toml-advice.value";
  return "toml-advice.other";
}

Remark named(TomlValue::Kind kind) {
  static constexpr std::array<std::string_view, 8> kNames{"toml-kind.text", "toml-kind.integer", "toml-kind.real",
                                                          "toml-kind.truth", "toml-kind.day", "toml-kind.time",
                                                          "toml-kind.array", "toml-kind.table"};
  return remark(kNames.at(static_cast<std::size_t>(kind)));
}

}  // namespace

std::optional<TomlValue> parse_toml(std::string_view text, int first_line, FileReport& report) {
  const int offset = first_line - 1;
  try {
    const toml::table table = parse_toml(text);
    TomlValue value;
    value.line = first_line;
    convert_table(table, offset, 0, value);
    return value;
  } catch (const toml::parse_error& problem) {
    const int line = static_cast<int>(problem.source().begin.line) + offset;
    report.error(line, "toml-key.malformed", remark(advice(problem.description())), problem.description());
    return std::nullopt;
  }
}

const TomlValue* Keys::find(std::string_view name) {
  asked_.emplace(name);
  for (const auto& entry : table_.entries) {
    if (entry.key == name) return &entry.value;
  }
  return nullptr;
}

const TomlValue* Keys::find(std::string_view name, TomlValue::Kind kind, Remark wanted) {
  const auto* value = find(name);
  if (value == nullptr || value->kind == kind) return value;
  report_.error(line(name), "toml-key.wrong-kind", place_, name, wanted, named(value->kind));
  return nullptr;
}

int Keys::line(std::string_view name) const {
  for (const auto& entry : table_.entries) {
    if (entry.key == name) return entry.line;
  }
  return table_.line;
}

std::string Keys::text(std::string_view name) {
  const auto* value = find(name, TomlValue::Kind::Text, remark("toml-wanted.text"));
  return value == nullptr ? "" : tidy(value->text);
}

std::string Keys::required_text(std::string_view name) {
  const auto* value = find(name);
  auto written = text(name);
  if (value == nullptr)
    report_.error(table_.line, "toml-key.missing", place_, name, name);
  else if (value->kind == TomlValue::Kind::Text && written.empty())
    report_.error(line(name), "toml-key.blank", place_, name);
  return written;
}

std::string Keys::any_text(std::string_view name) {
  const auto* value = find(name);
  if (value == nullptr) return "";
  if (value->kind == TomlValue::Kind::Array || value->kind == TomlValue::Kind::Table) return text(name);
  return tidy(value->text);
}

bool Keys::truth(std::string_view name, bool fallback) {
  const auto* value = find(name, TomlValue::Kind::Truth, remark("toml-wanted.truth"));
  return value == nullptr ? fallback : value->truth;
}

std::int64_t Keys::integer(std::string_view name, std::int64_t least, std::int64_t most,
                           std::int64_t fallback) {
  const auto* value = find(name, TomlValue::Kind::Integer, remark("toml-wanted.integer"));
  if (value == nullptr) return fallback;
  if (value->integer >= least && value->integer <= most) return value->integer;
  report_.error(line(name), "toml-key.out-of-range", place_, name, value->integer, least, most);
  return fallback;
}

std::optional<Date> Keys::date(std::string_view name) {
  const auto* value = find(name);
  if (value == nullptr) return std::nullopt;
  const bool written = value->kind == TomlValue::Kind::Day || value->kind == TomlValue::Kind::Text;
  if (value->kind == TomlValue::Kind::Text && tidy(value->text).empty()) return std::nullopt;
  const auto date = written ? parse_date(tidy(value->text)) : std::nullopt;
  if (!date) {
    report_.error(line(name), "toml-key.no-date", place_, name, value->text);
    return std::nullopt;
  }
  if (date->year() < std::chrono::year{1900} || date->year() > std::chrono::year{2199}) {
    report_.error(line(name), "toml-key.impossible-year", place_, name, static_cast<int>(date->year()));
    return std::nullopt;
  }
  return date;
}

std::vector<std::string> Keys::texts(std::string_view name) {
  std::vector<std::string> texts;
  const auto* value = find(name, TomlValue::Kind::Array, remark("toml-wanted.list"));
  if (value == nullptr) return texts;
  for (const auto& item : value->items) {
    if (item.kind != TomlValue::Kind::Text) {
      report_.error(item.line, "toml-key.no-text-in-list", place_, name);
    } else if (auto written = tidy(item.text); written.empty()) {
      report_.warning(item.line, "toml-key.blank-in-list", place_, name);
    } else {
      texts.push_back(std::move(written));
    }
  }
  return texts;
}

const TomlValue* Keys::table(std::string_view name) {
  return find(name, TomlValue::Kind::Table, remark("toml-wanted.table"));
}

std::vector<const TomlValue*> Keys::tables(std::string_view name) {
  std::vector<const TomlValue*> tables;
  const auto* value = find(name, TomlValue::Kind::Array, remark("toml-wanted.groups", name));
  if (value == nullptr) return tables;
  for (const auto& item : value->items) {
    if (item.kind == TomlValue::Kind::Table)
      tables.push_back(&item);
    else
      report_.error(item.line, "toml-key.no-table-in-list", place_, name, name);
  }
  return tables;
}

void Keys::complain_choice(std::string_view name, const std::string& written,
                           const std::vector<std::string>& known) {
  report_.error(line(name), "toml-key.unknown-choice", place_, name, written, join(known, "、"),
                nearest_hint(written, known));
}

void Keys::finish() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const auto& entry : table_.entries) {
    if (asked_.contains(entry.key)) continue;
    report_.warning(entry.line, "toml-key.unknown-key", place_, entry.key,
                    nearest_hint(entry.key, known));
  }
}

}  // namespace mingting
