// Sealed submissions on the kiosk: store, number, export, acknowledge, forget. DESIGN §5.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "domain/calendar/clock_reading.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "domain/form/claim.hpp"
#include "domain/form/submission.hpp"

namespace mingting {

struct IntakeOptions {
  Path folder;                 ///< STATE/intake
  std::string
      kiosk_name;  ///< "K01", part of every receipt number; "" for one that comes of the key (machine_number)
  std::string receipt_prefix;  ///< "NM"; may be empty for a program that only exports
  /// Another SQLite file layer, by name; "" for the usual one. Tests break disks with it.
  std::string sqlite_vfs;
};

struct Accepted {
  ReceiptNumber number;
  QueryCode code;  ///< shown once; only its slow hash is kept, inside the sealed bytes and the row
  Instant received{};
  bool clock_doubtful = false;  ///< see judge_clock()
};

/// What earlier runs took in and handed to nobody: the machine stopped before the receipt, or before the visit's end.
struct Kept {
  int numbered = 0;  ///< submissions that a number claims
  int nameless = 0;  ///< and those that need none
  int tries = 0;     ///< wrong numbers that may still be tried
  bool operator==(const Kept&) const = default;
};

/// A kept submission found again, with a new query code.
struct Reclaimed {
  Accepted accepted;
  std::string form;  ///< the form's id
};

struct ExportReport {
  /// DIR/mingting-FINGERPRINT-FIRST-LAST; DIR when there are several chains to export; empty when there was
  /// nothing to export.
  Path folder;
  std::uint64_t records = 0;
};

/// A chain that ended because this machine was put back from an older copy of its disk, or because another
/// machine has that copy too.
struct EndedChain {
  std::string fingerprint;    ///< of its key
  std::uint64_t records = 0;  ///< of it, still held
};

/// What came of the office's word.
struct Forgotten {
  std::uint64_t records = 0;  ///< deleted
  bool anew = false;          ///< the chain went two ways: nothing of it was deleted, and a new one was begun
};

/// One connection owns intake.db (EXCLUSIVE, WAL, synchronous=FULL, secure_delete). One thread at a time.
///
/// Exactly once: a submission that was answered well is in the store, once, under its number, whatever
/// happens later; one that was answered with an error is not. Only when the machine dies before submit() has
/// answered may a record be found whose number nobody was given: that one can be claimed, as any whose receipt
/// was not handed over. No number is given twice.
///
/// Nothing is deleted but what the office names by the hash of its chain, so that what is deleted here is
/// held there, whatever disk this one was put back from and whoever has a copy of it.
class Intake {
 public:
  /// Makes the kiosk's signing key at first start. Errors: Trouble::Busy (another kiosk runs on this state),
  /// ReadOnly, NewerFormat, or a damaged store, which is never touched then.
  static Result<Intake> open(FileSystem& files, RandomSource& random, const Clock& clock,
                             IntakeOptions options);
  Intake(Intake&&) noexcept;
  Intake& operator=(Intake&&) noexcept;
  ~Intake();

  /// Numbers, seals to `office_key` (base64 X25519), signs, chains and stores. When it answers well the row
  /// is durable; when it does not, nothing is stored and the same submission can be handed in again. At most
  /// two fsyncs (as a rule one).
  ///
  /// Times: `received` is what judge_clock() believes; what the clock showed and the time trusted until then are sealed
  /// too. Serials count per date and are never given twice, wherever the clock goes.
  ///
  /// Errors: Unavailable without an office key, Invalid for a bad one, for names that make no receipt number,
  /// or for a submission over 1 MB; DiskFull, ReadOnly, General.
  Result<Accepted> submit(const Submission& submission, const std::string& office_key, const Claim& claim = {});

  // ---- after a crash
  static constexpr int kMostTries = 5;
  Kept kept() const;
  /// What was kept and is claimed by the number as typed (claim_number); what is nameless by "". Each gets a new query code,
  /// which is a record of the chain and makes the one before void; it stays kept until it was handed over. Nothing when the
  /// number claims none; that is counted durably, and after kMostTries those with numbers are the desk's alone.
  /// Errors as submit(): nothing was given then, and the same can be tried again.
  Result<std::vector<Reclaimed>> claim(std::string_view number, const std::string& office_key);
  /// Whoever was given something in this run has seen the receipt: the numbers that claimed it are wiped.
  Result<void> handed_over();
  /// The time in which things can be claimed is over: what is left of earlier runs is the desk's alone.
  Result<void> end_claims();

  /// For what is taken in from now on: the release on screen is a witness of what time it can be.
  void use_release(const ReleaseTimes& times);
  /// For numbers given from now on: the prefix comes with the content, and new content may bring another.
  void use_receipt_prefix(std::string prefix);

  /// Base64 Ed25519 public key, and what people compare by eye.
  std::string kiosk_key() const;
  std::string kiosk_fingerprint() const;
  std::string kiosk_name() const;
  std::uint64_t stored() const;           ///< records held, of every chain
  std::vector<EndedChain> ended() const;  ///< chains before this one, in the order they ended
  /// A signed copy of every record held, in a new folder below `destination`, which must be there: one for
  /// each chain. Records stay until acknowledged. Whole or not there at all: a stick that is full or pulled
  /// out never holds half an export. A new chain without a record is exported as well, so that the office can
  /// enrol it. `uses`: what seal_uses() made, taken along with the newest chain; "" for none.
  Result<ExportReport> export_to(const Path& destination, const std::string& uses = "");
  /// What is believed of the clock now.
  ClockReading clock() const;
  /// The office's word to every kiosk. Records up to an acknowledged one are deleted, of the chain whose
  /// record there has that hash. The chain and its numbers go on as if they were still there; the next export
  /// begins behind them. Saying it again deletes nothing. Where the word shows that the chain went two ways
  /// (another record at that place, one that is not there yet, or the desk says so), a new key and a new
  /// chain are begun, and the records of the old one kept until they are acknowledged.
  Result<Forgotten> forget(const std::vector<Acknowledged>& all);
  /// Keeps the journal small; costs some flushes, so that it is for quiet moments (between visits), and
  /// submit() never does it. Leaving it out loses nothing: closing does the same.
  Result<void> tidy();

 private:
  struct Impl;
  explicit Intake(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace mingting
