// How does a test's folder come and go?
#include "support/temp_folder.hpp"

#include <stdlib.h>

#include <filesystem>
#include <string>

namespace mingting {

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "mingting-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) std::abort();
  path_ = pattern;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Path TempFolder::write(const Path& below, std::string_view bytes) const {
  const Path file = path_ / below;
  if (!disk().make_folders(file.parent_path()) || !write_durably(disk(), file, bytes)) std::abort();
  return file;
}

}  // namespace mingting
