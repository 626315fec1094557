// What a visitor may have meant by characters that sound right and are wrong: 抵保 -> 低保.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "library/search/search_index.hpp"

namespace mingting {

/// Words by their folded spelling, as they are written.
using KnownWords = std::map<std::u32string, std::string>;

/// What the text may be a slip for, the likeliest first, at most `most`: one character or two that sound the
/// same or nearly so in place of others, two exchanged, one too many. For a text that was found nowhere.
/// Every pair of characters of an answer occurs somewhere; whether all stand together the caller must ask.
/// Nothing for long texts: their odd pairs are rarely errors.
std::vector<std::u32string> repaired(SearchIndex& index, std::u32string_view folded, std::size_t most);

/// Of these words those that the text has all characters of but one, which may sound like anything: 房屋租凭 for
/// 房屋租赁. Words of three characters and more; at most `most`.
std::vector<std::u32string> one_character_off(const KnownWords& words, std::u32string_view folded, std::size_t most);

}  // namespace mingting
