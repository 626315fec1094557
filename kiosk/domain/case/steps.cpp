// How is what happened copied, moved and destroyed?
#include "domain/case/steps.hpp"

namespace mingting {

StepWhat::StepWhat() = default;
StepWhat::StepWhat(const StepWhat& other) = default;
StepWhat::StepWhat(StepWhat&& other) noexcept = default;
StepWhat& StepWhat::operator=(const StepWhat& other) = default;
StepWhat& StepWhat::operator=(StepWhat&& other) noexcept = default;
StepWhat::~StepWhat() = default;

}  // namespace mingting
