// A sentence for each kind of check; what the office wrote in `says` goes before it.
#include "publish/checks/table_faults.hpp"

#include "base/names.hpp"

namespace mingting {
namespace {

std::string title_of(const Table& table, const std::string& name) {
  const auto* column = find_table_column(table, name);
  return column == nullptr ? name : column->title;
}

std::vector<Remark> titles_of(const Table& table, const std::vector<std::string>& names) {
  std::vector<std::string> titles;
  for (const auto& name : names) titles.push_back(title_of(table, name));
  return names_told(titles);
}

Remark found(const std::string& cell) { return cell.empty() ? remark("table-check.blank") : remark("list.name", cell); }

Remark group_told(const CheckFault& fault) { return fault.group.empty() ? Remark() : remark("table-check.group", names_told(fault.group)); }

Remark subtotal_told(const std::string& title, const CheckFault& fault) {
  if (fault.other_line > 0) return remark("table-check.two-totals", group_told(fault), fault.other_line);
  return remark("table-check.subtotal", title, group_told(fault), fault.expected, found(fault.found));
}

Remark told(const Table& table, const TableCheck& check, const CheckFault& fault) {
  const auto title = title_of(table, fault.column);
  const auto other = check.columns.size() > 1 ? title_of(table, check.columns[1]) : "";
  const auto first = check.columns.empty() ? "" : title_of(table, check.columns[0]);
  const auto group = group_told(fault);
  switch (check.kind) {
    case CheckKind::Sum: return remark("table-check.sum", title, titles_of(table, check.columns), fault.expected, found(fault.found));
    case CheckKind::Subtotal: return subtotal_told(title, fault);
    case CheckKind::AtMost: return remark("table-check.at-most", title, fault.found, other, fault.expected);
    case CheckKind::CarryOver: return remark("table-check.carry-over", title, group, other, fault.expected, found(fault.found));
    case CheckKind::Sequence:
      if (fault.expected.empty()) return remark("table-check.number-twice", title, group, fault.found, fault.other_line);
      return remark("table-check.sequence", title, group, fault.expected, fault.found);
    case CheckKind::Shares: return remark("table-check.shares", title, group, fault.found);
    case CheckKind::Unique: return remark("table-check.unique", group, fault.other_line);
    case CheckKind::DateOrder: return remark("table-check.order", title, fault.found, fault.expected);
    case CheckKind::Within:
      return remark(check.working ? "table-check.within-working" : "table-check.within", title, fault.found, first, check.days, fault.expected);
    case CheckKind::Same: return remark("table-check.same", title, group, found(fault.found), check.other, found(fault.expected));
  }
  return {};
}

}  // namespace

void tell_faults(const Table& table, const std::vector<CheckFaults>& faults, const std::string& file, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < faults.size(); ++i) {
    const auto& check = table.checks[i];
    const auto severity = check.warns ? Severity::Warning : Severity::Error;
    for (const auto& fault : faults[i].first) {
      auto what = told(table, check, fault);
      if (!check.says.empty()) what = remark("table-check.said", check.says, what);
      findings.push_back({severity, file, fault.line, std::move(what)});
    }
    const auto more = faults[i].total - faults[i].first.size();
    if (more > 0) findings.push_back({severity, file, faults[i].first.back().line, remark("table-check.more", more)});
  }
}

}  // namespace mingting
