// Inside domain/case only: one step's effect on a case, shared by reading a case and by judging a new step.
#pragma once

#include "domain/case/clock.hpp"

namespace mingting {

/// Adds what the step did to the facts of the case; leaves `steps` alone. `number` counts from 1.
void fold_step(Case& one, const Step& step, int number);

}  // namespace mingting
