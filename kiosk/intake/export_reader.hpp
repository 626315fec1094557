// Reads a kiosk's export: checks signatures and the chain, and opens records with the office's key. Used by desk/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/files.hpp"
#include "base/result.hpp"
#include "domain/submission.hpp"

namespace mingting {

struct OpenedRecord {
  std::uint64_t position = 0;   ///< in the kiosk's chain, from 1
  std::string number;
  Instant received{};
  bool clock_doubtful = false;
  std::string code_hash;
  Submission submission;
};

struct RecordFault {
  std::uint64_t position = 0;
  std::string sentence;         ///< what is wrong with it
};

struct OpenedExport {
  std::string kiosk_key;        ///< base64
  std::string kiosk_fingerprint;
  std::string kiosk_name;
  std::vector<OpenedRecord> records;
  std::vector<RecordFault> faults;  ///< missing, altered, out of the chain, not openable: the rest is still given
};

/// Errors when the folder is no export, its signature does not hold, or the key is of another office.
Result<OpenedExport> open_export(FileSystem& files, const Path& folder, const std::string& office_secret_key);

}  // namespace mingting
