// Inside desk/cases only: a step taken with its papers.
#pragma once

#include "desk/cases/steps.hpp"
#include "desk/papers/case_papers.hpp"
#include "domain/case/refusals.hpp"

namespace mingting {

/// Why a step is refused before the law is asked; with the article where there is one.
template <class... Facts>
tl::unexpected<Error> refuse(const Refusal& refusal, const Facts&... facts) {
  return fail(Trouble::Refused, reason(refusal, facts...));
}

struct StepOrder {
  StepWhat what;
  std::optional<PaperOrder> paper;
  std::vector<Remark> remarks{};                       ///< told after what was recorded
  std::optional<Submission> corrected = std::nullopt;  ///< what the applicant put right with it
  std::vector<PaperOrder> also{};                      ///< further papers, issued with the first
};
/// Records the step with its papers and writes their PDFs where they are wanted. A refusal leaves nothing behind. What was
/// recorded stays recorded when only a PDF fails; the answer says so.
Result<StepTaken> take_step(const DeskWork& work, const Entry& entry, const StepOrder& order);

}  // namespace mingting
