// A review or suit about a reply, as a register keeps it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/year/report.hpp"

namespace mingting {

/// For part 4 of the report. Changed by recording it anew with the same id.
struct RegisteredDispute {
  std::int64_t id = 0;     ///< serial number in this register; 0 for a new one
  std::int64_t entry = 0;  ///< 0 when it belongs to none here
  DisputeKind kind = DisputeKind::Review;
  Date opened{};
  std::optional<Date> closed;
  DisputeOutcome outcome = DisputeOutcome::Open;
  std::string note;
  bool operator==(const RegisteredDispute&) const = default;
};

}  // namespace mingting
