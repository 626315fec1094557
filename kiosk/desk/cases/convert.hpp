// From an answered application to proactive disclosure (条例 Art. 44), and what every text that leaves the register for the
// public goes through: no personal data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/desk_work.hpp"
#include "domain/form/form.hpp"

namespace mingting {

/// The text without the entry's own personal answers and name, and without anything that looks like an identity number, a
/// phone, an account or a mail address: ××× stands in their place. Names of others cannot be known: a person must read it.
std::string without_personal_data(std::string_view text, const Entry& entry, const Form* form);

/// A TOML basic string, quotes included.
std::string toml_quoted(std::string_view text);

/// Writes OUT/disclosure-ID.md, a draft item with what was asked and what was answered, and OUT/disclosure-ID-review.md, the
/// list of what a person must check before it is published. Refused while the case is open.
Answered convert_entry(const DeskWork& work, std::string_view id);
/// Writes down that the information is now published as the item, so that 查进度 can show it. Refused when there is no such
/// item below the content folder.
Answered mark_converted(const DeskWork& work, std::string_view id, const std::string& item);

/// Whether the content folder holds the item: ID.md below it, named plainly.
bool is_item(const DeskWork& work, const std::string& item);
/// The id of the published item that an entry's notes name; "" for none.
std::string published_item(const std::vector<Note>& notes);

}  // namespace mingting
