// What may stand in a column, in which others an item may be listed, and how old a column may grow.
#pragma once

#include <vector>

#include "publish/kinds/item.hpp"

namespace mingting {

/// Judges [rules] of every column over the items at home in it and those listed there by `also`. `today`: not a day when no
/// column is to be called old.
void check_column_rules(std::vector<ColumnFile>& columns, std::vector<ItemFile>& items, Date today);

/// When the item last changed or was looked through: the last of `published`, `made` and `reviewed`.
std::optional<Date> last_touched(const Item& item);

}  // namespace mingting
