// What checks share, and a check for each description.
#include "domain/table/checks.hpp"

#include <algorithm>

#include "domain/table/check_kinds.hpp"

namespace mingting {
namespace {

std::vector<std::size_t> places(const Table& table, const std::vector<std::string>& names) {
  std::vector<std::size_t> found;
  for (const auto& name : names) {
    if (const auto at = column_at(table, name)) found.push_back(*at);
  }
  return found;
}

/// Judges nothing.
class NoCheck final : public RowCheck {
 public:
  void add(int, const std::vector<std::string>&) override {}
};

std::size_t least_columns(CheckKind kind) {
  switch (kind) {
    case CheckKind::AtMost:
    case CheckKind::CarryOver:
    case CheckKind::DateOrder:
    case CheckKind::Within: return 2;
    case CheckKind::Unique: return 0;
    default: return 1;
  }
}

std::unique_ptr<RowCheck> made(const Table& table, std::size_t number, const std::map<std::string, const Table*>& others,
                               const WorkCalendar& calendar, Date today) {
  const auto& check = table.checks[number];
  if (!is_complete(table, check)) return std::make_unique<NoCheck>();
  switch (check.kind) {
    case CheckKind::Sum:
    case CheckKind::Subtotal:
    case CheckKind::AtMost:
    case CheckKind::Shares: return figure_check(table, check, number, today);
    case CheckKind::DateOrder:
    case CheckKind::Within: return day_check(table, check, number, calendar, today);
    case CheckKind::Same: {
      const auto other = others.find(check.other);
      if (other == others.end()) return std::make_unique<NoCheck>();
      return same_check(table, check, number, *other->second, today);
    }
    default: return row_check(table, check, number, today);
  }
}

}  // namespace

bool is_complete(const Table& table, const TableCheck& check) {
  const auto known = [&](const std::vector<std::string>& names) { return places(table, names).size() == names.size(); };
  if (check.columns.size() < least_columns(check.kind) || !known(check.columns) || !known(check.group)) return false;
  if (check.kind == CheckKind::Sum) return column_at(table, check.total).has_value();
  if (check.kind == CheckKind::Subtotal) return column_at(table, check.total_row.column).has_value();
  return check.kind != CheckKind::CarryOver || column_at(table, check.period).has_value();
}

CheckFrame::CheckFrame(const Table& table, const TableCheck& check, std::size_t number, Date today)
    : table_(table),
      check_(check),
      number_(number),
      where_(table, check.kind == CheckKind::Unique ? RowConditions{} : check.where, today),
      columns_(places(table, check.columns)),
      group_(places(table, check.group)),
      tolerance_(decimal_of(check.tolerance).value_or(Decimal{})) {}

void CheckFrame::add(int line, const Cells& cells) {
  if (where_(cells)) judge(line, cells);
}

CheckFrame::Group CheckFrame::group_of(const Cells& cells) const {
  Group group;
  for (const auto place : group_) group.push_back(cells.at(place));
  return group;
}

std::optional<Decimal> CheckFrame::figure(const Cells& cells, std::size_t at) { return decimal_of(cells.at(at)); }

bool CheckFrame::exceeds(Decimal a, Decimal b) const {
  const auto most = sum(b, tolerance_);
  return !most || compare(a, *most) > 0;
}

bool CheckFrame::differ(Decimal a, Decimal b) const { return exceeds(a, b) || exceeds(b, a); }

void CheckFrame::fault(int line, std::size_t column, std::string expected, std::string found, Group group, int other_line) {
  ++faults.total;
  auto& first = faults.first;
  CheckFault fault{number_, line, table_.columns.at(column).name, std::move(expected), std::move(found), std::move(group), other_line};
  // Kept by line: what is judged at the end comes group by group.
  const auto place = std::ranges::upper_bound(first, line, {}, &CheckFault::line);
  if (first.size() == CheckFaults::kKept && place == first.end()) return;
  first.insert(place, std::move(fault));
  if (first.size() > CheckFaults::kKept) first.pop_back();
}

TableChecks::TableChecks(const Table& table, const std::map<std::string, const Table*>& others, const WorkCalendar& calendar, Date today) {
  for (std::size_t i = 0; i < table.checks.size(); ++i) {
    checks_.push_back(made(table, i, others, calendar, today));
    others_.push_back(table.checks[i].kind == CheckKind::Same ? table.checks[i].other : "");
  }
}

void TableChecks::add_earlier(const std::vector<std::string>& cells) {
  for (const auto& check : checks_) check->add_earlier(cells);
}

void TableChecks::add_other(std::string_view table, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < checks_.size(); ++i) {
    if (others_[i] == table) checks_[i]->add_other(cells);
  }
}

void TableChecks::add(int line, const std::vector<std::string>& cells) {
  for (const auto& check : checks_) check->add(line, cells);
}

std::vector<CheckFaults> TableChecks::finish() {
  std::vector<CheckFaults> all;
  for (const auto& check : checks_) {
    check->finish();
    all.push_back(check->faults);
  }
  return all;
}

}  // namespace mingting
