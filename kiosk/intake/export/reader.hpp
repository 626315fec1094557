// Reads a kiosk's export: checks signatures and the chain, and opens records with the office's key. Used by
// desk/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "domain/form/submission.hpp"
#include "domain/uses/uses.hpp"
#include "intake/sealed/opened.hpp"

namespace mingting {

struct RecordFault {
  std::uint64_t position = 0;
  Remark what;  ///< is wrong with it
};

/// A chain that ended, and whose key says that this export's chain, or one between them, followed it.
struct ChainEnd {
  std::string kiosk_key;       ///< base64
  std::uint64_t position = 0;  ///< where it ended; 0: without a record
  std::string hash;            ///< of the record there: 64 hex digits
  bool operator==(const ChainEnd&) const = default;
};

/// An earlier export of the same chain, as the kiosk remembers it.
struct EarlierExport {
  std::string made;  ///< the kiosk's local time
  std::uint64_t first = 0, last = 0;
  bool operator==(const EarlierExport&) const = default;
};

/// What an export says of itself, signed by its kiosk.
struct ExportHead {
  std::string kiosk_key;  ///< base64
  std::string kiosk_fingerprint;
  std::string kiosk_name;                ///< the machine's number: K01
  std::string made;                      ///< the kiosk's local time, 2026-11-23T09:00:00
  std::uint64_t first = 0;               ///< position of the oldest record the kiosk still held
  std::vector<ChainEnd> past{};          ///< oldest first; each signed by its own key
  std::vector<EarlierExport> exports{};  ///< oldest first
};

struct OpenedExport {
  std::string kiosk_key;  ///< base64
  std::string kiosk_fingerprint;
  std::string kiosk_name;
  std::string made;  ///< the kiosk's local time, 2026-11-23T09:00:00
  std::vector<OpenedRecord> records;
  std::vector<RecordFault>
      faults;  ///< missing, altered, out of the chain, not openable: the rest is still given
  std::vector<std::string> strangers{};  ///< names in records/ that are none of its records; never read
  std::uint64_t first = 1;               ///< position of the oldest record the kiosk still held
  std::vector<ChainEnd> past{};          ///< as in ExportHead
  std::vector<EarlierExport> exports{};  ///< as in ExportHead
  std::vector<WeekOfUses> uses{};        ///< counted on the kiosk, by week; none before it counted
  std::optional<Remark> uses_fault{};    ///< why they cannot be read although they are in the export
};

/// Reads what the export in the folder says of itself, without its records. Errors as open_export's of the
/// same.
Result<ExportHead> read_export_head(FileSystem& files, const Path& folder);

/// Opens what `office_secret_key` (base64 X25519) opens. Nothing in the folder is trusted: sizes are bounded
/// before bytes are read, links are not followed. The fingerprint says which kiosk signed; whether it is one
/// of the office's is the caller's to compare. Records are given in the chain's order; one that is signed and
/// opens but does not continue the chain is given and named as well. Errors when the folder is no whole
/// export, its signature does not hold (Trouble::Untrusted), it was written by a newer version (NewerFormat),
/// or every record was sealed to another office key (Invalid).
Result<OpenedExport> open_export(FileSystem& files, const Path& folder, const std::string& office_secret_key);

}  // namespace mingting
