// A folder of its own for a test, gone when the test is over.
#pragma once

#include <string_view>

#include "base/disk/files.hpp"

namespace mingting {

class TempFolder {
 public:
  TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();

  const Path& path() const { return path_; }
  Path operator/(const Path& below) const { return path_ / below; }

  /// Writes a file below the folder, its folders included; gives its path.
  Path write(const Path& below, std::string_view bytes) const;

 private:
  Path path_;
};

}  // namespace mingting
