// Writes a signed copy of the stored records where an office person can carry it away.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "intake/sealed/record.hpp"
#include "intake/store/held.hpp"

namespace mingting::vault {

/// What the kiosk signs is "mingting-export-v1\n" and the exact bytes of export.json.
inline constexpr std::string_view kExportPrefix = "mingting-export-v1\n";
/// Of an export with records, or one that announces a chain; and of one that holds nothing but counts of uses.
inline constexpr int kExportFormat = 1, kFormatOfUsesAlone = 2;

std::string record_file_name(std::uint64_t position);  ///< 00000042.json

/// Whose export, and of what.
struct ExportSource {
  std::string kiosk_name;
  const SigningKey* key = nullptr;
  Instant made{};
  /// Calls its argument for each record, oldest first, until it fails.
  std::function<Result<void>(const std::function<Result<void>(const SealedRecord&)>&)> each;
  std::vector<PastExport> exports{};  ///< of the same chain, made before
  std::vector<PastChain> past{};      ///< the chains before this one
  bool announced = false;             ///< written also when there is no record
  std::string uses{};                 ///< what seal_uses() made; "" for none. Written also when there is no record
};

struct WrittenExport {
  Path folder;  ///< empty when there was no record to write
  std::uint64_t records = 0, first = 0, last = 0;
};

/// DESTINATION/mingting-FINGERPRINT-FIRST-LAST (with -2, -3... when that is there already): export.json,
/// export.sig, records/NNNNNNNN.json and, with counts of uses, uses.json. Written under a hidden name, every
/// file flushed, and renamed at the end: a stick pulled out early never holds half an export that looks
/// whole. Nothing is written when there is no record, unless the chain is to be announced or uses were
/// counted: then DESTINATION/mingting-FINGERPRINT-00000000.
Result<WrittenExport> write_export(FileSystem& files, const Path& destination, const ExportSource& source);

}  // namespace mingting::vault
