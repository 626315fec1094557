// Decision tables: does each outcome come about, do two exclude each other, and is there what they lead to?
#pragma once

#include <functional>

#include "publish/kinds/item.hpp"
#include "publish/kinds/matcher.hpp"

namespace mingting {

/// The item of this id as read; null when there is none.
using FindItem = std::function<const Item*(const std::string& id)>;

/// `targets`: what can be opened besides items. `today`: not a day: nothing has ended.
void check_matchers(std::vector<MatcherFile>& files, const FindItem& find_item, const std::vector<std::string>& targets, Date today);

}  // namespace mingting
