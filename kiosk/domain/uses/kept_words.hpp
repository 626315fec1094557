// Which words that found nothing may a machine keep, and when may they be read?
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mingting {

/// The word as it is kept: half width, small letters, single spaces. Nothing for what is never kept, however often it is
/// typed, because it could name somebody or where they live:
/// - longer than kLongestKept characters, or a single one;
/// - anything that is not a common Han character or a short run of letters beside some (ETC办理): figures of every kind, marks,
///   addresses of the net, names in pinyin; and numbers written out (三 figures or more in a row);
/// - what has a part like an address: 路, 号, 栋, 室, 村, 组 and their kind, but in words of which they are an ordinary part;
/// - what has a part like a name: a family name with one or two characters.
/// A rule this small cannot see everything: the three days, and the two machines that the desk asks for, stand beside it.
std::optional<std::string> kept_word(std::string_view typed);

inline constexpr std::size_t kLongestKept = 12;  ///< characters
/// A word that was typed on so many days of one month is kept in clear.
inline constexpr int kDaysToTell = 3;

}  // namespace mingting
