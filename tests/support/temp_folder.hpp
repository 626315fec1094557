// A folder of its own for a test, gone when the test is over.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "base/disk/files.hpp"

namespace mingting {

class TempFolder {
 public:
  TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mingting-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const Path& path() const { return path_; }
  Path operator/(const Path& below) const { return path_ / below; }

  /// Writes a file below the folder, its folders included; gives its path.
  Path write(const Path& below, std::string_view bytes) const {
    const Path file = path_ / below;
    if (!disk().make_folders(file.parent_path()) || !write_durably(disk(), file, bytes)) std::abort();
    return file;
  }

 private:
  Path path_;
};

}  // namespace mingting
