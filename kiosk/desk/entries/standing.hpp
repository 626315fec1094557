// Where an application stands, as a value.
#pragma once

#include "domain/case/clock.hpp"

namespace mingting {

/// On a day, and how that was counted.
struct CaseStanding {
  Standing now;
  std::optional<ReplyKind> outcome;  ///< of a finished one
  std::string counted;               ///< how the due day was counted; "" without one
};
CaseStanding standing_of(const Case& one, const Reckoning& with, Date today);

}  // namespace mingting
