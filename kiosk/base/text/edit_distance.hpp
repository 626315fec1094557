// How far apart two words are, for "did you mean".
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace mingting {

/// Letters (code points) to insert, remove or change to make one of the other. Levenshtein, 1965.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b);

inline constexpr std::size_t kAnyDistance = std::numeric_limits<std::size_t>::max();
/// The first of the candidates with the fewest letters to change; "" when none is within `most`. ASCII
/// letters count without their case.
std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates,
                         std::size_t most = kAnyDistance);

}  // namespace mingting
