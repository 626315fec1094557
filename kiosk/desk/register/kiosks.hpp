// The kiosks a register takes exports of: who they are, what an import came to, what is safe.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "intake/export_reader.hpp"

namespace mingting {

/// A kiosk whose exports are taken.
struct EnrolledKiosk {
  std::string key;  ///< base64 Ed25519
  std::string name;  ///< as the office calls it: 一楼大厅
  std::string enrolled_by;
  Instant enrolled{};
  bool operator==(const EnrolledKiosk&) const = default;
};

struct ImportReport {
  std::uint64_t added = 0;
  std::uint64_t held = 0;              ///< were in the register already
  std::vector<RecordFault> faults;     ///< of the export, and records held that now differ; by position
  std::vector<std::int64_t> ids;       ///< of the added ones
};

/// What of a kiosk's chain is safe in the register: every record up to `position`, whose hash this is.
struct Acknowledgement {
  std::string kiosk_key;
  std::uint64_t position = 0;
  std::string hash;  ///< of the record there: 64 hex digits
  bool operator==(const Acknowledgement&) const = default;
};

}  // namespace mingting
