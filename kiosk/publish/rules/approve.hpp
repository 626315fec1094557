// An item approved: the signature of one more person is put beside it.
#pragma once

#include <string>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

struct Approved {
  std::string item, title;          ///< "COLUMN/NAME"; the title as it stands in the file
  std::string name;                 ///< who just agreed
  std::vector<std::string> agreed;  ///< all whose approval holds now, that one included
  int wanted = 0;                   ///< how many the column asks for
};

/// Writes ITEM.approval beside the item's file, which lies in a content folder (one with a site.toml). An approval of the same
/// person that was voided is replaced; those of others are left. Errors: no such item, the key is nobody's in site.toml, not
/// this person's column, or already approved (Trouble::Refused).
Result<Approved> approve_item(FileSystem& files, const Path& file, const std::string& secret_key, Date today);

}  // namespace mingting
