// Is this like the name of a person: a family name with one or two characters?
#pragma once

#include <string_view>

namespace mingting {

/// Of Han characters alone. Many ordinary words of two or three characters are like one (高考, 金融): where a name may not
/// be kept, they are not kept either.
bool is_like_a_name(std::u32string_view han);

}  // namespace mingting
