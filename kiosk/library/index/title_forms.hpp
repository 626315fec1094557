// What a document is called for short: its title without 中华人民共和国 before it and brackets behind it.
#pragma once

#include <cstdint>
#include <string>

#include "library/index/folding.hpp"

namespace mingting {

/// Folded, without gaps: 公司法 of 中华人民共和国公司法（2023年修订）.
std::u32string short_title(const Folding& folding, const std::string& title);
/// Different ones differ, but for one in four thousand million: tells without reading it that a title is not
/// the one asked for.
std::uint32_t fingerprint(std::u32string_view short_title);

}  // namespace mingting
