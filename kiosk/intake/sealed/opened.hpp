// What a sealed record holds, opened with the office's key.
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.hpp"
#include "domain/form/submission.hpp"

namespace mingting {

/// What a record of the chain brings.
enum class RecordKind {
  Submission,
  QueryCode,  ///< another query code for the submission of this number: the one before is void
};

struct OpenedRecord {
  std::uint64_t position = 0;  ///< in the kiosk's chain, from 1
  std::string hash;  ///< 64 hex digits: what the next record of the chain names as the one before it
  std::string previous;  ///< 64 hex digits: hash of the one before it; all 0 before the first
  std::string number;
  Instant received{};
  bool clock_doubtful = false;
  Instant clock{};          ///< what the kiosk's clock showed
  Instant trusted{};        ///< the time trusted on the kiosk until then; `received` where it did not tell
  std::uint64_t start = 0;  ///< which start of the kiosk: the records around it help to place a doubtful date
  std::string code_hash;    ///< slow hash of the query code: see query_code_hash in sealing.hpp
  RecordKind kind = RecordKind::Submission;
  Submission submission;  ///< empty in a record of another kind
};

}  // namespace mingting
