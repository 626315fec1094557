// Which faces the screen shows text with, as fonts/fonts.toml says.
#pragma once

#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

/// Files of the `regular` role. Errors: a plan that cannot be read, a face that is not on this machine (and
/// its package).
Result<std::vector<Path>> screen_faces(FileSystem& files, const Path& plan);

}  // namespace mingting
