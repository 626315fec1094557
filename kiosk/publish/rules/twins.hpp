// The same document in two places: the same words, or the same title and 文号.
#pragma once

#include <vector>

#include "publish/kinds/item.hpp"

namespace mingting {

/// Said of the later item, naming the earlier. Texts that differ in spaces, marks and widths alone are the same; very short
/// ones may be alike by chance.
void check_twins(std::vector<ItemFile>& items);

}  // namespace mingting
