// From an answered application to proactive disclosure (条例 Art. 44).
#pragma once

#include <string>
#include <string_view>

#include "desk/desk_work.hpp"

namespace mingting {

/// Writes OUT/disclosure-ID.md, a draft item with what was asked and what was answered, and OUT/disclosure-ID-review.md, the
/// list of what a person must check before it is published. Refused while the case is open.
Answered convert_entry(const DeskWork& work, std::string_view id);
/// Writes down that the information is now published as the item, so that 查进度 can show it. Refused when there is no such
/// item below the content folder.
Answered mark_converted(const DeskWork& work, std::string_view id, const std::string& item);

}  // namespace mingting
