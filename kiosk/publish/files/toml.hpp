// The TOML of a content file, its faults said in the file's report.
#pragma once

#include <optional>
#include <string_view>

#include "base/text/toml_keys.hpp"
#include "publish/files/report.hpp"

namespace mingting {

/// `first_line`: the file's line on which the text begins. Nothing, and an error with its line, when it is
/// not TOML.
std::optional<TomlValue> parse_toml(std::string_view text, int first_line, FileReport& report);

}  // namespace mingting
