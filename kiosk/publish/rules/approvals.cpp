// People are counted, not signatures.
#include "publish/rules/approvals.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text/text.hpp"
#include "release/approval.hpp"

namespace mingting {
namespace {

std::string column_of(const std::string& item) { return item.substr(0, item.find('/')); }

const Approver* person(const std::vector<Approver>& approvers, std::string_view name) {
  const auto found = std::ranges::find(approvers, name, &Approver::name);
  return found == approvers.end() ? nullptr : &*found;
}

bool is_signed(const Approval& approval, const ApprovalFile& file, const Approver& approver) {
  return is_approval({.item = file.item, .bytes = file.bytes, .name = approval.name, .day = approval.day}, approver.key,
                     approval.signature);
}

/// Why a signature does not count; "" when it does.
std::string_view fault_of(const Approval& approval, const ApprovalFile& file, const std::vector<Approver>& approvers) {
  const auto* approver = person(approvers, approval.name);
  if (approver == nullptr) return "approval.unknown-person";
  if (!approver->may_approve(column_of(file.item))) return "approval.not-this-column";
  return is_signed(approval, file, *approver) ? "" : "approval.void";
}

/// Names of those who agreed, each once.
std::vector<std::string> agreed_in(ApprovalFile& file, const std::vector<Approver>& approvers) {
  std::vector<std::string> agreed;
  for (const auto& each : file.approvals) {
    if (const auto fault = fault_of(each, file, approvers); !fault.empty())
      file.report.error(each.line, fault, each.name);
    else if (std::ranges::find(agreed, each.name) != agreed.end())
      file.report.error(each.line, "approval.twice", each.name);
    else
      agreed.push_back(each.name);
  }
  return agreed;
}

/// Who could still agree.
std::vector<std::string> others(const std::vector<Approver>& approvers, const std::string& column,
                                const std::vector<std::string>& agreed) {
  std::vector<std::string> names;
  for (const auto& each : approvers) {
    if (each.may_approve(column) && std::ranges::find(agreed, each.name) == agreed.end()) names.push_back(each.name);
  }
  return names;
}

Remark told(const std::vector<std::string>& names) {
  return names.empty() ? remark("approval.nobody") : remark("approval.names", names_told(names));
}

void ask_for_more(ItemFile& file, int wanted, const std::vector<std::string>& agreed, const std::vector<Approver>& approvers) {
  const auto have = static_cast<int>(agreed.size());
  if (have >= wanted) return;
  file.report.error(0, "approval.missing", wanted, told(agreed), wanted - have,
                    told(others(approvers, file.document.item.column, agreed)));
}

}  // namespace

bool holds(const Approval& approval, const ApprovalFile& file, const std::vector<Approver>& approvers) {
  return fault_of(approval, file, approvers).empty();
}

void check_approvals(const std::vector<ColumnFile>& columns, std::vector<ItemFile>& items, std::vector<ApprovalFile>& files,
                     const std::vector<Approver>& approvers) {
  std::map<std::string, std::vector<std::string>> agreed;
  for (auto& file : files) {
    if (file.bytes.empty()) file.report.warning(0, "approval.no-item", file.item);
    else agreed[file.item] = agreed_in(file, approvers);
  }
  std::map<std::string, int> wanted;
  for (const auto& each : columns) wanted[each.column.id] = each.rules.approvals;
  for (auto& file : items) {
    auto& item = file.document.item;
    const auto& names = agreed[item.id];
    if (!names.empty()) item.fields["agreed_by"] = join(names, "\xEF\xBC\x9B");
    ask_for_more(file, wanted[item.column], names, approvers);
  }
}

}  // namespace mingting
