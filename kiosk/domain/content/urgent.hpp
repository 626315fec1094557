// What everybody must know at once: which urgent notices stand at this moment, and which comes first?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/content/content.hpp"

namespace mingting {

/// The most serious first. Plain: of no level, as when water is cut off.
enum class UrgentLevel { Red, Orange, Yellow, Blue, Plain };
inline constexpr Named<UrgentLevel> kUrgentLevels[] = {
    {UrgentLevel::Red, "red", "红色"},       {UrgentLevel::Orange, "orange", "橙色"},
    {UrgentLevel::Yellow, "yellow", "黄色"}, {UrgentLevel::Blue, "blue", "蓝色"},
    {UrgentLevel::Plain, "plain", "一般"},
};

/// An item of a column of kind Urgent, by its fields: level, matter, area (several are separated by U+FF1B), from, until, reason,
/// ask, ends; agreed_by is written when publishing.
struct UrgentNotice {
  std::string item, title;
  UrgentLevel level = UrgentLevel::Plain;
  std::string matter, area, reason, ask, issuer;
  Instant from{}, until{};  ///< it stands from `from` until just before `until`
  std::string ends;         ///< 解除: the item it puts an end to, from `from` on; "" for a notice of its own
  std::vector<std::string> agreed;
  bool sample = false;
  bool operator==(const UrgentNotice&) const = default;
};

/// "2026-11-30 20:00" or with a T between, local time.
std::optional<Instant> parse_moment(std::string_view text);

/// Nothing when a moment is missing or cannot be. A notice that ends another needs no `until`.
std::optional<UrgentNotice> urgent_notice(const Item& item);

/// Whether they are of one matter and share an area, however these are spelt.
bool same_affair(const UrgentNotice& one, const UrgentNotice& other);

/// When the notice ceases: its `until`, or what ends it, whichever is first.
Instant end_of(const UrgentNotice& notice, const std::vector<UrgentNotice>& all);

/// Those that stand at this moment, by level, then the newest first.
std::vector<const UrgentNotice*> standing_notices(const std::vector<UrgentNotice>& all, Instant now);

}  // namespace mingting
