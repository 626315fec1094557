// The kiosks a register takes exports of: who they are, what an import came to, what is safe.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "desk/register/chain.hpp"
#include "domain/uses/uses.hpp"
#include "intake/export/reader.hpp"

namespace mingting {

/// A kiosk whose exports are taken.
struct EnrolledKiosk {
  std::string key;  ///< base64 Ed25519
  std::string name;  ///< as the office calls it: 一楼大厅
  std::string enrolled_by;
  Instant enrolled{};
  std::string
      number{};  ///< the machine's, part of its receipts' numbers, as its exports say; "" before one was read
  bool operator==(const EnrolledKiosk&) const = default;
};

/// A kiosk's records as the register holds them.
struct KioskChain {
  EnrolledKiosk kiosk;
  ChainStanding standing;
  std::uint64_t held_from = 0;  ///< oldest position the kiosk held at its last export; 0: none was imported
  std::vector<EarlierExport> exports;   ///< that it had made until then
  std::vector<LostRecords> lost;        ///< as they were declared; without those that were found after all
  std::vector<std::string> successors;  ///< keys of the chains that followed it
};

struct LostOfKiosk {
  std::string kiosk;  ///< its name
  LostRecords lost;
};
/// What kiosks took in and nobody will find again, by kiosk.
std::vector<LostOfKiosk> lost_of(std::span<const KioskChain> chains);

/// What a kiosk counted in a week.
struct KioskUses {
  std::string kiosk_key;
  WeekOfUses counted;
  bool operator==(const KioskUses&) const = default;
};

struct ImportReport {
  std::uint64_t added = 0;
  std::uint64_t held = 0;              ///< were in the register already
  std::vector<RecordFault> faults;     ///< of the export; by position
  std::vector<RecordFault> remarks;    ///< what is to be known of records that were taken; by position
  std::vector<std::int64_t> ids;       ///< of the added ones
  std::size_t weeks_of_uses = 0;       ///< that counts came of
  KioskChain chain;                    ///< as it stands now
};

}  // namespace mingting
