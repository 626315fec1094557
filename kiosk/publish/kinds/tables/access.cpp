// A title tells whether persons are in a column. Who hides nothing there, on purpose, writes mask = "none".
#include "publish/kinds/tables/access.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/text/text.hpp"

namespace mingting {
namespace {

bool has_any(std::string_view title, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return title.find(word) != std::string_view::npos; });
}

/// Each column that is masked or left out, named by a key that needs its cells as they are.
void judge_hidden(TableFile& file, std::string_view key, const std::vector<std::string>& names, bool masked_too) {
  for (const auto& name : names) {
    const auto* column = find_table_column(file.table, name);
    if (column == nullptr || column->mask == Mask::None) continue;
    if (masked_too || column->mask == Mask::Left) file.report.error(file.line(key), "table-access.hidden", key, column->title);
  }
}

void judge_hidden_in_view(TableFile& file, const TableView& view, int line) {
  std::vector<std::string> names{view.sort, view.series, view.from, view.until, view.value, view.target, view.start, view.target_by};
  for (const auto* list : {&view.columns, &view.filters, &view.levels, &view.values}) names.insert(names.end(), list->begin(), list->end());
  for (const auto& condition : view.where) names.push_back(condition.column);
  for (const auto& name : names) {
    const auto* column = find_table_column(file.table, name);
    if (column != nullptr && column->mask == Mask::Left) file.report.error(line, "table-access.view-of-hidden", view.title, column->title);
  }
}

/// What an identity card has on it, or a neighbour knows.
bool is_soon_guessed(const Table& table, const std::string& name) {
  const auto* column = find_table_column(table, name);
  if (column == nullptr) return true;
  const auto kind = personal_kind(column->title);
  static constexpr std::array<std::string_view, 3> kOnCard{"身份证", "证件", "生日"};
  return kind == Personal::Name || kind == Personal::Contact || has_any(column->title, kOnCard);
}

void judge_lookup(TableFile& file) {
  const auto& table = file.table;
  const int line = file.line("lookup");
  if (table.access == Openness::Open) {
    if (!table.lookup.empty()) file.report.warning(line, "table-access.lookup-of-open");
    return;
  }
  if (table.lookup.empty()) file.report.error(file.line("access"), "table-access.no-lookup");
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].searched) file.report.warning(file.column_lines[i], "table-access.searched", table.columns[i].title);
  }
  const bool guessed = std::ranges::all_of(table.lookup, [&](const auto& name) { return is_soon_guessed(table, name); });
  if (table.access != Openness::Private) return;
  file.report.error(file.line("access"), "table-access.not-yet");
  if (guessed && !table.lookup.empty()) file.report.error(line, "table-access.guessed");
}

void judge_personal(TableFile& file) {
  if (file.table.access == Openness::Private) return;
  for (std::size_t i = 0; i < file.table.columns.size(); ++i) {
    const auto& column = file.table.columns[i];
    const auto kind = personal_kind(column.title);
    const bool text = column.type == CellType::Text || column.type == CellType::Code || column.type == CellType::Number || column.type == CellType::Phone;
    if (!text || column.mask != Mask::None) continue;
    if (kind == Personal::Number) file.report.error(file.column_lines[i], "table-access.number-in-the-open", column.title);
    else if (kind != Personal::Nothing && !file.mask_said[i]) file.report.warning(file.column_lines[i], "table-access.person-in-the-open", column.title);
  }
}

}  // namespace

Personal personal_kind(std::string_view title) {
  static constexpr std::array<std::string_view, 7> kNumbers{"身份证", "证件号", "银行卡", "社保卡", "一卡通号", "护照号", "银行账号"};
  static constexpr std::array<std::string_view, 14> kNames{"姓名",   "户主",   "法定代表人", "负责人",   "持卡人", "联系人", "开户名",
                                                           "当事人", "申请人", "受益人",     "检查人员", "领取人", "监护人", "承包人"};
  static constexpr std::array<std::string_view, 4> kContacts{"手机", "家庭住址", "住址", "出生"};
  if (has_any(title, kNumbers)) return Personal::Number;
  if (has_any(title, kNames)) return Personal::Name;
  return has_any(title, kContacts) ? Personal::Contact : Personal::Nothing;
}

void judge_access(TableFile& file) {
  const auto& table = file.table;
  judge_lookup(file);
  judge_personal(file);
  judge_hidden(file, "key", table.key, true);
  if (table.access == Openness::Closed) judge_hidden(file, "lookup", table.lookup, true);
  for (const auto& [key, name] : {std::pair("label", table.label), std::pair("ends", table.ends), std::pair("state", table.state)})
    judge_hidden(file, key, {name}, false);
  for (std::size_t i = 0; i < table.views.size(); ++i) judge_hidden_in_view(file, table.views[i], file.view_lines[i]);
}

}  // namespace mingting
