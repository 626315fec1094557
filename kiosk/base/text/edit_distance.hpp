// How far apart two words are, for "did you mean".
#pragma once

#include <cstddef>
#include <string>

namespace mingting {

/// Letters (code points) to insert, remove or change to make one of the other. Levenshtein, 1965.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b);

}  // namespace mingting
