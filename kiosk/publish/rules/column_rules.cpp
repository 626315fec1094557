// A barred word counts wherever it stands, except inside one of the longer words that are allowed.
#include "publish/rules/column_rules.hpp"

#include <algorithm>

#include "base/text/text.hpp"

namespace mingting {
namespace {

using Columns = std::vector<ColumnFile>;

ColumnFile* find(Columns& columns, std::string_view id) {
  const auto found = std::ranges::find_if(columns, [&](const auto& each) { return each.column.id == id; });
  return found == columns.end() ? nullptr : &*found;
}

/// The first barred word of the text; "" when it may stand.
std::string barred_in(const std::string& text, const ColumnRules& rules) {
  auto left = fold_width(text);
  for (const auto& allowed : rules.unless) left = replace_all(std::move(left), fold_width(allowed), "\n");
  for (const auto& word : rules.barred) {
    if (left.find(fold_width(word)) != std::string::npos) return word;
  }
  return {};
}

struct Said {
  std::string text;
  int line;
};

/// What says of which kind an item is.
std::vector<Said> kinds_of(const ItemFile& file) {
  const auto& item = file.document.item;
  std::vector<Said> said{{item.title, file.title_line}, {item.topic, 0}};
  if (const auto kind = item.fields.find("kind"); kind != item.fields.end()) said.push_back({kind->second, file.fields_line});
  return said;
}

void check_home(ItemFile& file, const ColumnFile& home) {
  for (const auto& said : kinds_of(file)) {
    const auto word = barred_in(said.text, home.rules);
    if (word.empty()) continue;
    file.report.error(said.line, "column-rule.barred", said.text, word, home.column.title, home.report.file(),
                      home.rules.barred_line);
  }
}

/// Both places are named: where the item is, and where it would be listed.
void check_listed(ItemFile& file, const ColumnFile& other, const std::string& home) {
  for (const auto& said : kinds_of(file)) {
    const auto word = barred_in(said.text, other.rules);
    if (word.empty()) continue;
    file.report.error(file.also_line, "column-rule.barred-also", said.text, word, home, other.column.title,
                      other.report.file(), other.rules.barred_line);
  }
}

void check_also(ItemFile& file, Columns& columns, const std::string& home) {
  const auto& item = file.document.item;
  std::vector<std::string> known, seen;
  for (const auto& each : columns) known.push_back(each.column.id);
  for (const auto& id : values_of(item, kAlsoIn)) {
    const auto* other = find(columns, id);
    if (id == item.column || std::ranges::find(seen, id) != seen.end())
      file.report.error(file.also_line, "column-rule.also-twice", id);
    else if (other == nullptr)
      file.report.error(file.also_line, "column-rule.also-unknown", id, nearest_hint(id, known));
    else
      check_listed(file, *other, home);
    seen.push_back(id);
  }
}

bool stands_in(const Item& item, const std::string& column) {
  if (item.column == column) return true;
  const auto also = values_of(item, kAlsoIn);
  return std::ranges::find(also, column) != also.end();
}

void check_age(ColumnFile& column, const std::vector<ItemFile>& items, Date today) {
  if (column.rules.review_days == 0 || !today.ok()) return;
  std::optional<Date> newest;
  bool any = false;
  for (const auto& file : items) {
    if (!stands_in(file.document.item, column.column.id)) continue;
    any = true;
    if (const auto day = last_touched(file.document.item); day && (!newest || *newest < *day)) newest = day;
  }
  if (!any) return;  // an empty column is said to be empty
  if (!newest) return column.report.warning(column.rules.review_line, "column-rule.no-days");
  const auto age = (std::chrono::sys_days{today} - std::chrono::sys_days{*newest}).count();
  if (age > column.rules.review_days)
    column.report.warning(column.rules.review_line, "column-rule.old", iso_date(*newest), age, column.rules.review_days,
                          column.column.agency.empty() ? remark("column-rule.nobody") : remark("list.name", column.column.agency));
}

}  // namespace

std::optional<Date> last_touched(const Item& item) {
  std::optional<Date> last = item.made;
  if (item.published && (!last || *last < *item.published)) last = item.published;
  const auto written = item.fields.find("reviewed");
  const auto reviewed = written == item.fields.end() ? std::nullopt : parse_date(written->second);
  if (reviewed && (!last || *last < *reviewed)) last = reviewed;
  return last;
}

void check_column_rules(std::vector<ColumnFile>& columns, std::vector<ItemFile>& items, Date today) {
  for (auto& file : items) {
    const auto* home = find(columns, file.document.item.column);
    if (home != nullptr) check_home(file, *home);
    check_also(file, columns, home == nullptr ? file.document.item.column : home->column.title);
  }
  for (auto& column : columns) check_age(column, items, today);
}

}  // namespace mingting
