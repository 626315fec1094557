// What a document is called for short: its title without 中华人民共和国 before it and brackets behind it.
#pragma once

#include <string>

#include "library/index/folding.hpp"

namespace mingting {

/// Folded, without gaps: 公司法 of 中华人民共和国公司法（2023年修订）.
std::u32string short_title(const Folding& folding, const std::string& title);

}  // namespace mingting
