// Where an application stands, as a value.
#pragma once

#include "domain/case/clock.hpp"

namespace mingting {

/// On a day, and how that was counted.
struct CaseStanding {
  Standing now;
  std::optional<ReplyKind> outcome;  ///< of a finished one
  Remark counted;                    ///< how the due day was counted; without a code where there is none
};
CaseStanding standing_of(const Case& one, const Reckoning& with, Date today);

}  // namespace mingting
