// Whether each urgent notice says what people must know, and whether two of them say different things of one affair.
#pragma once

#include <vector>

#include "publish/kinds/item.hpp"

namespace mingting {

/// Two people at least must agree to an urgent notice.
inline constexpr int kUrgentApprovals = 2;

/// Of the columns of kind Urgent and their items.
void check_urgent(std::vector<ColumnFile>& columns, std::vector<ItemFile>& items);

}  // namespace mingting
