// How alike two applications are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingting {

/// A text made ready to be compared with many.
class ComparedText {
 public:
  explicit ComparedText(std::string_view text);
  /// How alike two texts are, 0 to 1, by the pairs of neighbouring characters they share.
  double likeness(const ComparedText& other) const;

 private:
  std::vector<std::uint64_t> pairs_;  ///< sorted
  std::string text_;                  ///< what a text too short for pairs is compared by
};

inline double likeness(std::string_view a, std::string_view b) {
  return ComparedText(a).likeness(ComparedText(b));
}

}  // namespace mingting
