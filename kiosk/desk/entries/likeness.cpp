// Likeness by pairs of neighbouring characters.
#include "desk/entries/likeness.hpp"

#include <algorithm>
#include <set>

#include "base/text/text.hpp"

namespace mingting {
namespace {

/// Pairs of neighbouring letters and Han characters; marks and spaces apart.
std::multiset<std::u32string> pairs_of(std::string_view text) {
  std::u32string plain;
  for (const char32_t c : to_code_points(ascii_lower(fold_width(text)))) {
    if (is_han(c) || (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z')) plain += c;
  }
  std::multiset<std::u32string> pairs;
  for (std::size_t i = 0; i + 1 < plain.size(); ++i) pairs.insert(plain.substr(i, 2));
  return pairs;
}

}  // namespace

double likeness(std::string_view a, std::string_view b) {
  const auto left = pairs_of(a), right = pairs_of(b);
  if (left.empty() || right.empty()) return trimmed(a) == trimmed(b) && !trimmed(a).empty() ? 1.0 : 0.0;
  std::vector<std::u32string> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
  return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(left.size() + right.size());
}

}  // namespace mingting
