// Does what everyday words mean stand in the content?
#pragma once

#include <vector>

#include "publish/kinds/item.hpp"
#include "publish/kinds/words.hpp"

namespace mingting {

/// The words of words/*.tsv on the law's side that stand in no item, however they are spelled there: a search
/// by the everyday word does not come to anything through them. A list may well be ahead of its content, so this
/// is looked at when asked for.
void check_meanings(std::vector<PlainWordsFile>& files, const std::vector<ItemFile>& items);

}  // namespace mingting
