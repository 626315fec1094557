// fonts/fonts.toml: which face plays which role on this machine.
#pragma once

#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "ui/ui.hpp"

namespace mingting::platform {

struct FontPlan {
  ui::Faces screen;
  std::vector<Path> paper;  ///< in order of preference; the first that has a character sets it
};

/// Reads `plan` (fonts/fonts.toml). Errors: the file and line that is wrong; Trouble::Unavailable naming the
/// face that is missing and the Debian package that has it.
Result<FontPlan> read_font_plan(FileSystem& files, const Path& plan);

}  // namespace mingting::platform
