// Which icons may be named in content?
#pragma once

#include "publish/files/toml.hpp"

namespace mingting {

/// The names people may write, as the handbook lists them; each is a drawing of assets/icons.
const std::vector<std::string>& icon_names();

/// The key `icon`; "" when absent, and after an error when there is no such drawing.
std::string read_icon(TomlKeys& keys, FileReport& report);

}  // namespace mingting
