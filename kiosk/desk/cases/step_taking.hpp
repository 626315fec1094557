// Inside the case commands: a step taken with its paper and told.
#pragma once

#include "desk/cases/commands.hpp"
#include "desk/papers/case_papers.hpp"

namespace mingting {

struct StepOrder {
  StepWhat what;
  std::optional<PaperOrder> paper;
  std::string remark;  ///< told after what was recorded
  std::optional<Submission> corrected = std::nullopt;  ///< what the applicant put right with it
  std::vector<PaperOrder> also{};                      ///< further papers, issued with the first
};
/// Records the step with its paper, writes the PDF where one is wanted, and tells what comes next. A refusal leaves nothing
/// behind. What was recorded stays recorded when only the PDF fails; the answer says so and is not fine.
Answered take_step(const DeskWork& work, const Entry& entry, const StepOrder& order);

}  // namespace mingting
