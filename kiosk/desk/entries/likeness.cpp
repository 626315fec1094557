// Likeness by pairs of neighbouring characters.
#include "desk/entries/likeness.hpp"

#include <algorithm>

#include "base/text/text.hpp"

namespace mingting {
namespace {

/// Pairs of neighbouring letters and Han characters; marks and spaces apart.
std::vector<std::uint64_t> pairs_of(std::string_view text) {
  std::u32string plain;
  for (const char32_t c : to_code_points(ascii_lower(fold_width(text)))) {
    if (is_han(c) || is_ascii_figure(c) || is_ascii_letter(c)) plain += c;
  }
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 0; i + 1 < plain.size(); ++i) pairs.push_back(std::uint64_t{plain[i]} << 32U | plain[i + 1]);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

/// How many the sorted lists share; a pair that stands twice in both counts twice.
std::size_t shared(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right) {
  std::size_t count = 0;
  for (auto a = left.begin(), b = right.begin(); a != left.end() && b != right.end();) {
    if (*a == *b) ++count, ++a, ++b;
    else *a < *b ? ++a : ++b;
  }
  return count;
}

}  // namespace

ComparedText::ComparedText(std::string_view text) : pairs_(pairs_of(text)), text_(trimmed(text)) {}

double ComparedText::likeness(const ComparedText& other) const {
  if (pairs_.empty() || other.pairs_.empty()) return text_ == other.text_ && !text_.empty() ? 1.0 : 0.0;
  return 2.0 * static_cast<double>(shared(pairs_, other.pairs_)) / static_cast<double>(pairs_.size() + other.pairs_.size());
}

}  // namespace mingting
