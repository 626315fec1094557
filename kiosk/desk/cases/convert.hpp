// From an answered application to proactive disclosure (条例 Art. 44).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "desk/desk_work.hpp"

namespace mingting {

/// What of an application may be published: its words are without personal data as far as a program can tell.
struct Publishable {
  std::int64_t id = 0;
  std::string agency;
  std::string wanted;
  std::optional<ReplyKind> outcome;
  std::optional<std::vector<std::string>> reply;  ///< the paragraphs of the reply that stands; nothing when none is kept
};
/// A draft item and the list of what a person must check before it is published, as files.
struct DisclosureDraft {
  std::string item, review;
};
using WriteDisclosure = std::function<DisclosureDraft(const Publishable&)>;

struct Converted {
  std::int64_t id = 0;
  Path item, review;
};
/// Writes OUT/disclosure-ID.md and OUT/disclosure-ID-review.md as `write` words them. Refused while the case is open.
Result<Converted> convert_entry(const DeskWork& work, std::string_view id, const WriteDisclosure& write);

struct MarkedConverted {
  std::int64_t id = 0;
  std::string item;
};
using Conversion = std::variant<Converted, MarkedConverted>;
/// Writes down that the information is now published as the item, so that 查进度 can show it. Refused when there is no such
/// item below the content folder.
Result<MarkedConverted> mark_converted(const DeskWork& work, std::string_view id, const std::string& item);

}  // namespace mingting
