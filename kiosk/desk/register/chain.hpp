// How a kiosk's chain of records stands in the register: what of it is whole and may be forgotten in the
// hall, where a record is missing, and whether it went two ways. Pure: the same for every engine.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "intake/export/reader.hpp"

namespace mingting {

/// A record the register holds, as the kiosk signed it.
struct ChainRecord {
  std::uint64_t position = 0;
  std::string hash;  ///< 64 hex digits
  std::string
      previous;  ///< hash of the one before it; "" in registers of before, until the record is seen again
  Instant received{};
  std::string number;  ///< of its entry
};

/// Records that nobody will find again, by a clerk's word.
struct LostRecords {
  std::string kiosk_key;
  std::uint64_t first = 0, last = 0;
  std::string hash;  ///< of the last of them
  std::string by;
  Instant recorded{};
  std::string reason;
  bool operator==(const LostRecords&) const = default;
};

/// Records that are not held although a later one is, or although the kiosk says its chain went on to there.
struct ChainGap {
  std::uint64_t first = 0, last = 0;
  std::string hash;                      ///< of the last of them: what follows names it
  std::optional<Instant> after, before;  ///< when the records around it were received
  bool other_way = false;                ///< the register holds another record for this place
  bool operator==(const ChainGap&) const = default;
};

/// A place in a chain and the record there, which stands for all before it.
struct ChainPlace {
  std::uint64_t position = 0;
  std::string hash;
  bool operator==(const ChainPlace&) const = default;
};

struct ChainStanding {
  /// What the register holds whole from the first record on: each end of the chain, and each place where a
  /// successor says that its machine's copy ended. The first is the way that was registered first.
  std::vector<ChainPlace> whole;
  /// Two records for one place, each following what is whole: the one that was registered first.
  std::optional<ChainPlace> fork;
  std::vector<std::string> fork_numbers;  ///< of the entries of the two
  bool succeeded = false;                 ///< a new chain followed it
  std::vector<ChainGap> gaps;             ///< by position
  bool to_compare = false;  ///< held since before chains were compared: the next export will tell
  bool operator==(const ChainStanding&) const = default;
};

/// `records` by position, then as they were registered. `ended`: what successors say of this chain.
ChainStanding standing_of(std::span<const ChainRecord> records, std::span<const LostRecords> lost,
                          std::span<const ChainPlace> ended);

/// What the kiosks are told of it: what is whole. While it went two ways and no new chain has followed,
/// nothing but that.
std::vector<Acknowledged> acknowledged_of(const std::string& kiosk_key, const ChainStanding& standing);

/// A gap that a clerk gives up.
struct GapGivenUp {
  std::string kiosk_key;
  std::uint64_t first = 0, last = 0;  ///< exactly the gap's
  bool gone = false;  ///< the clerk knows that no machine holds it, although one did at its last export: it was put back, or broke
};
/// The gap that is meant. Trouble::Invalid when there is none, or when the kiosk held its records still at its last export
/// (`held_from`: the oldest position on it) and they are not known to be gone: then they are to be exported again.
Result<ChainGap> gap_to_declare(const ChainStanding& standing, const GapGivenUp& given_up, std::uint64_t held_from);

}  // namespace mingting
