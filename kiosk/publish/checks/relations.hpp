// Relations between items.
#pragma once

#include <vector>

#include "publish/checks/names.hpp"

namespace mingting {

/// Relations to nothing, to oneself, twice, and round in a circle.
void check_relations(std::vector<ItemFile>& items, const NameIndex& names);

}  // namespace mingting
