// What a stick from the hall brings: which exports are on it, what of them is new in the register, what is wrong with the rest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/entries/privacy.hpp"

namespace mingting {

/// An entry that is new.
struct ImportedEntry {
  ShownEntry entry;
  Remark first;  ///< what the clerk looks at before anything else
};

struct ImportedExport {
  std::string kiosk, fingerprint;
  ImportReport report;
  std::vector<ImportedEntry> entries;  ///< the first 200 of the new ones
  std::vector<std::string> strangers;  ///< files in the export that are no records of it
  std::optional<Remark> uses_fault{};  ///< why counts of uses were not taken
};

struct ImportTally {
  std::vector<ImportedExport> taken;
  std::vector<Remark> troubles;  ///< exports that could not be taken
};

/// Takes every export at the path: all that can be read is imported, all that is wrong is named. An error when nothing of it
/// could be taken.
Result<ImportTally> import_exports(const DeskWork& work, const Path& where, const std::string& office_key);

}  // namespace mingting
