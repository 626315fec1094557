// Links and pictures of items: where each leads.
#pragma once

#include <vector>

#include "publish/checks/names.hpp"

namespace mingting {

/// Rewrites every link and picture to its final form; what leads nowhere is an error.
void resolve_links(std::vector<ItemFile>& items, const NameIndex& names);

}  // namespace mingting
