// COLUMN/NAME.md.approval: who agreed to the item beside it, each with a signature (release/approval.hpp).
#pragma once

#include <string>
#include <vector>

#include "publish/files/toml.hpp"

namespace mingting {

struct Approval {
  std::string name;  ///< of [[approvers]] in site.toml
  Date day;
  std::string signature;  ///< base64
  int line = 0;           ///< where it stands in its file
};

std::vector<Approval> read_approvals(const std::string& text, FileReport& report);
/// The text of the file.
std::string approvals_text(const std::vector<Approval>& approvals);

}  // namespace mingting
