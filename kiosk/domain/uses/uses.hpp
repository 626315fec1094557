// What is counted of the use of a hall's content, and what of it may leave a machine? By the week and below five as few: no
// order, no time, no person.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"

namespace mingting {

/// What one visit opened, and searched for without finding anything: each once, in memory until the visit ends.
struct VisitUses {
  std::set<std::string> items;  ///< ids
  std::set<std::string> words;  ///< as typed
  bool empty() const { return items.empty() && words.empty(); }
  bool operator==(const VisitUses&) const = default;
};
/// Notes that nothing was found by the text. What was typed on the way to a longer text, or left while it was taken back, is
/// not noted beside that one.
void note_unfound(VisitUses& uses, std::string_view text);

/// Counts that leave a machine: as they are from kLeastTold on, kFew below.
inline constexpr std::uint32_t kLeastTold = 5, kFew = 0;
constexpr std::uint32_t told_count(std::uint32_t count) {
  return count < kLeastTold ? kFew : count;
}

/// By the item's id, or the word.
using UseCounts = std::map<std::string, std::uint32_t>;
struct WeekOfUses {
  Date week{};  ///< its Monday
  UseCounts items, words;
  bool operator==(const WeekOfUses&) const = default;
};

Date week_of(Date day);
/// The oldest week that is still kept in the week of the day: a year's.
Date oldest_kept_week(Date day);

/// A text as it is sealed for the office: JSON, weeks in the order given.
std::string print_weeks(const std::vector<WeekOfUses>& weeks);
/// Whoever wrote it: weeks that are none and names that cannot be are left out. Nothing when it is no such text.
std::optional<std::vector<WeekOfUses>> parse_weeks(std::string_view json);

}  // namespace mingting
