// The log: one file in the state folder, small and rotated, without anything a visitor typed.
#pragma once

#include <spdlog/spdlog.h>

#include "base/disk/files.hpp"
#include "base/remark.hpp"

namespace mingting {

/// Sends the log to FOLDER/mingting.log (3 files of 1 MB). Until then, and when it cannot be opened, it goes to stderr.
void log_to_folder(const Path& folder);

/// A warning in words: the log is read by people too.
void log_warning(const Remark& remark);

}  // namespace mingting
