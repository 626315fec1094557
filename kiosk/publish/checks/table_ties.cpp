// Every table is read by itself; then each value that leads on is looked up where it leads.
#include "publish/checks/table_ties.hpp"

#include <algorithm>
#include <set>

#include "publish/files/side_by_side.hpp"

namespace mingting {
namespace {

/// What is judged of descriptions against one another, before any row.
class Descriptions {
 public:
  Descriptions(const TablesAtHand& hand, std::vector<Finding>& findings) : all_(hand.all), findings_(findings) {
    for (const auto& source : all_) known_.push_back(source.description.table.id);
  }

  void judge(const TableSource& source) {
    const auto& file = source.description;
    for (std::size_t i = 0; i < file.table.columns.size(); ++i) judge_link(file, file.table.columns[i], file.column_lines[i]);
    for (std::size_t i = 0; i < file.table.checks.size(); ++i) judge_same(file, file.table.checks[i], file.check_lines[i]);
    judge_files(source);
  }

 private:
  template <class... Facts>
  void error(const TableFile& file, int line, std::string_view code, const Facts&... facts) {
    findings_.push_back({Severity::Error, file.report.file(), line, remark(code, facts...)});
  }

  void judge_link(const TableFile& file, const TableColumn& column, int line) {
    if ((column.type != CellType::RowLink && column.type != CellType::Place) || column.table.empty()) return;
    const auto* target = find_source(all_, column.table);
    if (target == nullptr) return error(file, line, "table-link.no-table", column.title, column.table, nearest_hint(column.table, known_));
    const auto& table = target->description.table;
    if (table.key.size() != 1) error(file, line, "table-link.no-single-key", column.title, table.id);
    if (table.access == Openness::Private) error(file, line, "table-link.not-open", column.title, table.title);
  }

  void judge_same(const TableFile& file, const TableCheck& check, int line) {
    if (check.kind != CheckKind::Same || check.other.empty()) return;
    const auto* other = find_source(all_, check.other);
    if (other == nullptr) return error(file, line, "table-link.no-other", check.other, nearest_hint(check.other, known_));
    const auto& table = other->description.table;
    if (!check.other_column.empty() && !column_at(table, check.other_column)) error(file, line, "table-link.no-other-column", check.other, check.other_column);
    if (table.key.size() != check.group.size()) error(file, line, "table-link.other-key", check.other, table.key.size(), check.group.size());
  }

  void judge_files(const TableSource& source) {
    const auto& file = source.description;
    const bool sealed = file.table.access == Openness::Private;
    if (sealed && !source.editions.empty())
      findings_.push_back({Severity::Error, source.editions.back().file.name, 0, remark("table-access.private-in-the-open", file.table.id)});
    if (!sealed && (source.editions.empty() || !source.editions.back().name.empty())) error(file, 0, "missing-file.rows", file.table.id);
    for (const auto& note : file.editions) {
      const bool there = std::ranges::any_of(source.editions, [&](const auto& edition) { return edition.name == note.edition; });
      if (!there) error(file, note.line, "table-file.no-edition", file.table.id, note.edition);
    }
  }

  const std::vector<TableSource>& all_;
  std::vector<Finding>& findings_;
  std::vector<std::string> known_;
};

std::set<std::string> led_to(const std::vector<TableSource>& all) {
  std::set<std::string> tables;
  for (const auto& source : all) {
    for (const auto& column : source.description.table.columns) tables.insert(column.table);
  }
  return tables;
}

/// Looks up what one table's rows lead to.
class Links {
 public:
  Links(const std::vector<TableSource>& all, const std::vector<TableSeen>& seen, const NameIndex& names, std::vector<Finding>& findings)
      : all_(all), seen_(seen), names_(names), findings_(findings) {}

  void judge(std::size_t number) {
    for (const auto& link : seen_[number].links) judge_column(number, link);
  }

 private:
  using Broken = std::pair<const std::string*, LinkUses::Use>;

  void judge_column(std::size_t number, const LinkUses& link) {
    const auto& column = all_[number].description.table.columns[link.column];
    const auto* keys = keys_of(column);
    if (column.type != CellType::ItemLink && keys == nullptr) return;
    std::vector<Broken> broken;
    for (const auto& [value, use] : link.values) {
      const bool there = keys == nullptr ? names_.item(value) != NameIndex::kNone : keys->contains(value);
      if (!there) broken.emplace_back(&value, use);
    }
    std::ranges::sort(broken, {}, [](const Broken& each) { return each.second.line; });
    tell(seen_[number].rows_file, column, broken, keys);
  }

  const std::unordered_set<std::string>* keys_of(const TableColumn& column) const {
    if (column.type == CellType::ItemLink) return nullptr;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const auto& table = all_[i].description.table;
      if (table.id == column.table && table.key.size() == 1) return &seen_[i].keys;
    }
    return nullptr;
  }

  Remark hint(const std::string& value, const std::unordered_set<std::string>* keys) const {
    constexpr std::size_t kMostCompared = 2000;
    if (keys == nullptr) return names_.item_hint(value);
    if (keys->size() > kMostCompared) return {};
    const std::set<std::string> sorted(keys->begin(), keys->end());
    return nearest_hint(value, {sorted.begin(), sorted.end()});
  }

  void tell(const std::string& file, const TableColumn& column, const std::vector<Broken>& broken, const std::unordered_set<std::string>* keys) {
    for (std::size_t i = 0; i < std::min(broken.size(), FileReport::kEach); ++i) {
      const auto& [value, use] = broken[i];
      const auto times = use.rows > 1 ? remark("table-link.rows", use.rows) : Remark();
      const auto what = keys == nullptr ? remark("table-link.no-item", column.title, *value, times, hint(*value, keys))
                                        : remark("table-link.no-row", column.title, *value, column.table, times, hint(*value, keys));
      findings_.push_back({Severity::Error, file, use.line, what});
    }
    if (broken.size() > FileReport::kEach)
      findings_.push_back({Severity::Error, file, broken[FileReport::kEach].second.line, remark("table-link.more", column.title, broken.size() - FileReport::kEach)});
  }

  const std::vector<TableSource>& all_;
  const std::vector<TableSeen>& seen_;
  const NameIndex& names_;
  std::vector<Finding>& findings_;
};

}  // namespace

std::vector<TableContent> read_tables(const TablesAtHand& hand, const NameIndex& names, std::vector<Finding>& findings) {
  Descriptions descriptions(hand, findings);
  for (const auto& source : hand.all) descriptions.judge(source);
  const auto targets = led_to(hand.all);
  std::vector<TableSeen> seen(hand.all.size());
  side_by_side(hand.all.size(), 4, [&](std::size_t i) {
    seen[i] = read_one_table(hand, hand.all[i], targets.contains(hand.all[i].description.table.id));
  });
  Links links(hand.all, seen, names, findings);
  std::vector<TableContent> contents;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    links.judge(i);
    std::ranges::move(seen[i].findings, std::back_inserter(findings));
    std::ranges::move(seen[i].contents, std::back_inserter(contents));
  }
  return contents;
}

}  // namespace mingting
