// Figures of part 2 of the year's report entered bit by bit, as a value: what two clerks enter in turn adds up.
#pragma once

#include "domain/year/report.hpp"

namespace mingting {

struct DisclosureChange {
  DisclosureTable entered{};  ///< what is filled in takes the place of what was there; blanks leave it
  bool rest_is_zero = false;  ///< and what is blank then becomes 0
};

DisclosureTable changed(DisclosureTable before, const DisclosureChange& change);

}  // namespace mingting
