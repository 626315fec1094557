// Sealed submissions on the kiosk: store, number, export, acknowledge, forget. DESIGN §5.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/files.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "domain/submission.hpp"

namespace mingting {

struct IntakeOptions {
  Path folder;              ///< STATE/intake
  std::string kiosk_name;   ///< "K01", part of every receipt number
  std::string receipt_prefix;
};

struct Accepted {
  ReceiptNumber number;
  QueryCode code;            ///< shown once; only its slow hash is kept, inside the sealed bytes and the row
  Instant received{};
  bool clock_doubtful = false;
};

struct ExportReport {
  Path folder;               ///< DIR/KIOSK-FINGERPRINT-FROM-TO
  std::uint64_t records = 0;
};

/// One connection owns intake.db (EXCLUSIVE, WAL, synchronous=FULL, secure_delete). One thread at a time.
class Intake {
 public:
  /// Makes the kiosk's signing key at first start. Errors: Trouble::Busy (another kiosk runs on this state), ReadOnly,
  /// NewerFormat, or a damaged store, which is never touched then.
  static Result<Intake> open(FileSystem& files, RandomSource& random, const Clock& clock, IntakeOptions options);
  Intake(Intake&&) noexcept;
  Intake& operator=(Intake&&) noexcept;
  ~Intake();

  /// Numbers, seals to `office_key` (base64 X25519), signs, chains and stores. When it answers well the row is durable;
  /// when it does not, nothing is stored and the same submission can be handed in again. At most two fsyncs.
  Result<Accepted> submit(const Submission& submission, const std::string& office_key);

  /// Base64 Ed25519 public key, and what people compare by eye.
  std::string kiosk_key() const;
  std::string kiosk_fingerprint() const;
  std::uint64_t stored() const;           ///< records held
  /// A signed copy of every record held, in a new folder below `destination`. Records stay until acknowledged.
  Result<ExportReport> export_to(const Path& destination);

 private:
  struct Impl;
  explicit Intake(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace mingting
