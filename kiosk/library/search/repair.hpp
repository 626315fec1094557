// What a visitor may have meant by characters that sound right and are wrong: 抵保 -> 低保.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "library/search/search_index.hpp"

namespace mingting {

/// The text with one pair of characters replaced by one that sounds the same and occurs far more often, the
/// most frequent first; at most `most`. Nothing for long texts: their odd pairs are rarely typing errors.
std::vector<std::u32string> same_sound(SearchIndex& index, std::u32string_view folded, std::size_t most);

}  // namespace mingting
