// One submission as it is stored and carried: the sealed record, its place in the chain, and both JSON forms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/form/submission.hpp"
#include "intake/sealed/opened.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting::vault {

/// Everything of a record that may be read without the office's key. Hashes, signature and sealed bytes are
/// raw.
struct SealedRecord {
  std::uint64_t position = 0;  ///< in the kiosk's chain, from 1, never used twice
  std::string previous;        ///< record_hash of the one before; 32 zero bytes before the first
  std::string number;
  Instant received{};
  std::string
      office_key;  ///< base64: whom it was sealed to, so that a wrong key can be told from altered bytes
  std::string sealed;
  std::string signature;
};

/// Submissions larger than this are refused before they are sealed, so that every stored record can be read
/// back.
inline constexpr std::size_t kMostPlain = 1U << 20;
/// Of one record file of an export: base64 of the sealed bytes and a little around them.
inline constexpr std::size_t kMostRecordFile = 2U << 20;

/// What the chain starts from.
std::string chain_start();
/// What the kiosk signs: "mingting-record-v1\n", then position, previous hash, number, received, office key
/// and SHA-256 of the sealed bytes, each on a line of its own.
std::string record_statement(const SealedRecord& record);
/// What the next record names as its `previous`: SHA-256 over statement and signature.
std::string record_hash(const SealedRecord& record);

/// What a chain's key signs when another chain follows it: "mingting-successor-v1\n", then the new key
/// (base64), and position and hash of the record the old chain ended with, each on a line of its own.
std::string successor_statement(const std::string& new_key, std::uint64_t position, const std::string& hash);

std::string record_as_json(const SealedRecord& record);
/// Nothing when it is not the JSON of a record.
std::optional<SealedRecord> record_from_json(std::string_view json);

/// What is sealed beside the submission itself.
struct Envelope {
  std::string number;
  Instant received{};
  Instant clock{};    ///< what the kiosk's clock showed; differs from `received` when it could not be
  Instant trusted{};  ///< the time trusted until then: see judge_clock()
  bool clock_doubtful = false;
  std::uint64_t start = 0;  ///< which start of the kiosk
  std::string code_hash;
};

/// Written by hand rather than by a JSON library, whose freed buffers would keep what the visitor typed.
SecretText plain_record(const Envelope& envelope, const Submission& submission);
/// A record that only says that the submission of `envelope.number` has another query code from now on.
SecretText plain_code_record(const Envelope& envelope);
/// Nothing when it is not the JSON of a record. `position` is left 0.
std::optional<OpenedRecord> read_plain_record(std::string_view json);

}  // namespace mingting::vault
