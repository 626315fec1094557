// How are the checks of a table told that its rows break?
#pragma once

#include <vector>

#include "domain/table/checks.hpp"
#include "publish/files/finding.hpp"

namespace mingting {

/// The first faults of each check with row, cell and group, then how many more there are; `file`: the CSV.
void tell_faults(const Table& table, const std::vector<CheckFaults>& faults, const std::string& file, std::vector<Finding>& findings);

}  // namespace mingting
