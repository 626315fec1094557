// The distance row by row. A word whose length alone is too far away is not measured.
#include "base/text/edit_distance.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text/text.hpp"

namespace mingting {
namespace {

/// Whether the sizes in bytes alone say that more than `most` letters differ: a letter has at most four.
bool is_far(std::string_view a, std::string_view b, std::size_t most) {
  const auto more = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
  return (more + 3) / 4 > most;
}

}  // namespace

std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row.back();
}

std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates,
                         std::size_t most) {
  const auto wanted = to_code_points(ascii_lower(word));
  const std::string* nearest = nullptr;
  std::size_t least = 0;
  for (const auto& candidate : candidates) {
    if (is_far(word, candidate, most)) continue;
    const auto distance = edit_distance(wanted, to_code_points(ascii_lower(candidate)));
    if (distance > most || (nearest != nullptr && distance >= least)) continue;
    nearest = &candidate, least = distance;
  }
  return nearest == nullptr ? "" : *nearest;
}

}  // namespace mingting
