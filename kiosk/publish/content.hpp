// A content folder, read and checked. Every complaint names file and line, what is wrong and what to do.
#pragma once

#include <optional>
#include <vector>

#include "base/disk/files.hpp"
#include "base/look/style_sheet.hpp"
#include "base/result.hpp"
#include "publish/files/finding.hpp"
#include "publish/kinds/content.hpp"

namespace mingting {

struct CheckedContent {
  Content content;
  std::vector<Finding> findings;
  bool sound() const;  ///< no errors
};

/// Faces the kiosk shows text with: characters none of them has are errors. Empty: coverage is not checked.
struct CheckOptions {
  std::vector<Path> faces;
  Date today{};  ///< days far from it are doubted; not a day: they are not
  std::optional<StyleSheet> style{};  ///< of the screens: without it a district's colour is not judged
  bool meanings = false;  ///< whether what everyday words mean stands in the content: see check_meanings()
};

/// Reads the whole folder; stops at nothing, so that one run names everything. Never follows links.
/// An Error only when the folder itself or a face cannot be read.
Result<CheckedContent> read_content(FileSystem& files, const Path& folder, const CheckOptions& options);

}  // namespace mingting
