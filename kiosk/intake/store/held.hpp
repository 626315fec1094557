// What the store holds, as values: the chain's head, chains that ended, exports made, what waits to be claimed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "intake/sealed/record.hpp"

namespace mingting::vault {

/// Where the chain stands. Kept apart from the records, so that it outlives those that are forgotten.
struct ChainHead {
  std::uint64_t position = 0;  ///< of the newest record; 0 before the first
  std::string hash;            ///< its record_hash; chain_start() before the first
  Instant latest{};          ///< the latest time ever given to a record: what the clock should not be behind
  std::uint64_t starts = 0;  ///< how often the store was opened
  bool operator==(const ChainHead&) const = default;
};

/// A chain that ended here because the disk was put back from an older copy, or because another machine has
/// it too. Its records are kept until the office holds them.
struct PastChain {
  std::string key;             ///< base64 Ed25519: whose chain it was
  std::uint64_t position = 0;  ///< where it ended: of its newest record, 0 when there was none
  std::string hash;            ///< of that record, raw
  std::string successor;       ///< base64 Ed25519: of the chain that followed
  std::string signature;       ///< by `key`, over successor_statement()
  std::uint64_t records = 0;   ///< still held
  bool operator==(const PastChain&) const = default;
};

/// An export that was made: which records were carried away when.
struct PastExport {
  Instant made{};
  std::uint64_t first = 0, last = 0;
};

/// What is known of a place in a chain.
enum class Known {
  Gone,     ///< the record there was forgotten
  Same,     ///< it has this hash
  Another,  ///< it has another, or none was ever there
};

/// A submission whose receipt perhaps nobody has seen. Kept until the receipt was handed over, whatever ends the program before.
struct Unclaimed {
  std::string number;      ///< of the receipt
  std::string form;        ///< the form's id
  Instant received{};
  bool clock_doubtful = false;
  bool nameless = false;   ///< see Claim
  std::string salt;        ///< raw, of kSaltSize
  std::string hashes;      ///< claim_hash of each number that claims it, one behind the other
  int misses = 0;          ///< how often another number was tried
};

/// What one submission adds, or another query code for one.
struct NewRecord {
  SealedRecord record;
  std::string day;  ///< ISO; the number's date; "" when the record has the number of an earlier one
  int serial = 0;   ///< the day's
  std::string code_hash;
  std::optional<Unclaimed> unclaimed{};
};

/// Where the chains stand.
struct Standing {
  std::optional<std::string> owner;  ///< base64 Ed25519: whose the newest chain is; nothing in a new store
  ChainHead head;
  std::vector<PastChain> past;  ///< in the order they ended
  std::uint64_t count = 0;      ///< records held, of every chain
};

}  // namespace mingting::vault
