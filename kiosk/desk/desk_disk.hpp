// The disk whose troubles say what was tried, on which file, and what to do: base/disk/files knows no words but the system's.
#pragma once

#include "base/disk/files.hpp"

namespace mingting {

/// As disk(); errors keep their Trouble, and say what to do.
FileSystem& desk_disk();

}  // namespace mingting
