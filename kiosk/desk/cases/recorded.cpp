// Numbers the steps of a case and says which are in force.
#include "desk/cases/recorded.hpp"

namespace mingting {

std::vector<RecordedStep> recorded_steps(const Case& one) {
  std::vector<RecordedStep> all;
  const auto in_force = steps_in_force(one.steps);
  for (std::size_t i = 0; i < one.steps.size(); ++i) all.push_back({static_cast<int>(i) + 1, one.steps[i], in_force[i]});
  return all;
}

}  // namespace mingting
