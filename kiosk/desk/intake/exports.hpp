// Which exports of kiosks lie at a path, and what is in them.
#pragma once

#include <string>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "intake/export/reader.hpp"

namespace mingting {

/// The exports at `path`: the folder itself when it is one, otherwise those directly below it, by name. Links
/// are not followed. Errors when there is none, and when there is only one that was never finished.
Result<std::vector<Path>> find_exports(FileSystem& files, const Path& path);

/// All exports of a path, opened with the office's key and not kept: in the order of their names, one that does not open as
/// its error.
using OpenedExports = std::vector<Result<OpenedExport>>;
Result<OpenedExports> open_exports(FileSystem& files, const Path& path, const std::string& office_secret_key);

}  // namespace mingting
