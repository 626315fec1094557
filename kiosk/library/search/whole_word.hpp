// Does a piece of text stand as words of their own, or is it cut out of longer ones?
#pragma once

#include <string_view>

#include "library/index/folding.hpp"

namespace mingting {

/// Whether words begin and end where `word` does, at one place of `text` at least: 社会保险 in
/// 办理社会保险登记, but not 社会保. `word` is folded, without gaps.
bool stands_whole(const Folding& folding, std::u32string_view word, std::string_view text);

}  // namespace mingting
