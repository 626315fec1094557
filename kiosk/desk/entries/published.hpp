// Items of the content folder that entries are about or became.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/desk_work.hpp"

namespace mingting {

/// Whether the content folder holds the item: ID.md below it, named plainly.
bool is_item(const DeskWork& work, const std::string& item);
/// The title in its front matter; "" when it cannot be read.
std::string item_title(const DeskWork& work, const std::string& item);
/// The id of the published item that an entry's notes name; "" for none.
std::string published_item(const std::vector<Note>& notes);
/// A TOML basic string, quotes included.
std::string toml_quoted(std::string_view text);

}  // namespace mingting
