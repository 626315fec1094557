// A kiosk's intake and an office in a folder of their own: what the tests of submissions start from.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/said/words.hpp"
#include "intake/export/reader.hpp"
#include "intake/intake.hpp"
#include "support/temp_folder.hpp"

namespace mingting {

struct OfficeKeys {
  std::string public_key, secret_key;  ///< base64
};

/// The same keys for the same number.
OfficeKeys office_keys(unsigned char number = 1);

Instant at(const char* local_time);

/// An application by a person with a rare name.
Submission application(const std::string& wanted = "2021年工作要点的完成情况");

struct HallAtWork {
  TempFolder folder;
  ManualClock clock{at("2026-11-23T09:00")};
  SeededRandom random{1};
  OfficeKeys office = office_keys();
  std::string vfs;
  FileSystem* files = &disk();

  Path state() const { return folder / "intake"; }
  Path stick() const;
  Result<Intake> open();
  Intake opened();
  /// A kiosk with `count` applications, exported; the export's folder.
  Path exported(int count);
  Result<OpenedExport> read(const Path& exported_folder);
};

/// Every byte below a folder, to look for what must not be there.
std::string all_bytes(const Path& folder);

}  // namespace mingting
