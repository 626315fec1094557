// Reckons a standing; what is finished stands as it did on its last day.
#include "desk/entries/standing.hpp"

namespace mingting {

CaseStanding standing_of(const Case& one, const Reckoning& with, Date today) {
  return {standing(one, with, today), one.outcome, how_counted(one, with, one.finished.value_or(today))};
}

}  // namespace mingting
