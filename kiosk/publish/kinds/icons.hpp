// Which icons may be named in content?
#pragma once

#include "publish/files/toml.hpp"

namespace mingting {

/// The names people may write, as the handbook lists them; each is a drawing of assets/icons.
const std::vector<std::string>& icon_names();

/// Whether there is such a drawing; "" is one. An error on that line when there is none.
bool is_icon(const std::string& name, int line, FileReport& report);
/// The key `icon`; "" when absent, and after an error when there is no such drawing.
std::string read_icon(TomlKeys& keys, FileReport& report);

}  // namespace mingting
