// Reviews and suits about replies, for part 4 of the year's report: raised, closed, listed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "desk/desk_work.hpp"

namespace mingting {

/// dispute add --kind KIND --on DATE [--entry ID] [--note TEXT]
struct NewDispute {
  std::string kind;   ///< review, suit-directly, suit-after-review, or its Chinese name
  Date on{};
  std::string entry;  ///< id or receipt number of the application; "" for none here
  std::string note;
};
/// dispute close ID --outcome OUTCOME --on DATE [--note TEXT]. Again: puts right what was closed wrongly.
struct ClosedDispute {
  std::int64_t id = 0;
  std::string outcome;  ///< upheld, corrected, otherwise, or its Chinese name; open (尚未审结) opens it again
  Date on{};
  std::string note;     ///< "" keeps the old one
};

/// As it now stands in the register.
struct DisputeRecorded {
  RegisteredDispute dispute;
};
struct DisputeList {
  std::vector<RegisteredDispute> disputes;
};

Result<DisputeRecorded> add_dispute(const DeskWork& work, const NewDispute& options);
Result<DisputeRecorded> close_dispute(const DeskWork& work, const ClosedDispute& options);
Result<DisputeList> list_disputes(const DeskWork& work);

}  // namespace mingting
