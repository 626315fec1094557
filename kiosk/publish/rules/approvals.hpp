// Who agreed to which item, by signatures that hold; what is still missing is said.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "publish/kinds/approvals.hpp"
#include "publish/kinds/item.hpp"
#include "publish/kinds/site.hpp"

namespace mingting {

/// The approvals of an item with the bytes they are over.
struct ApprovalFile {
  std::string item;  ///< id
  std::vector<Approval> approvals;
  std::string bytes;  ///< of the item's file, exactly; "" when there is none
  FileReport report;

  explicit ApprovalFile(std::string file) : report(std::move(file)) {}
};

/// Whether the signature is this person's over the item as it is, and the person may approve in its column.
bool holds(const Approval& approval, const ApprovalFile& file, const std::vector<Approver>& approvers);

/// Names of those who agreed go into the item's field agreed_by. An error where fewer did than the column asks for; each
/// signature that does not hold is named.
void check_approvals(const std::vector<ColumnFile>& columns, std::vector<ItemFile>& items, std::vector<ApprovalFile>& files,
                     const std::vector<Approver>& approvers);

}  // namespace mingting
