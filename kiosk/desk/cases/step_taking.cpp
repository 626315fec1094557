// Records a step with its papers; a PDF that fails takes nothing back.
#include "desk/cases/step_taking.hpp"

namespace mingting {
namespace {

/// All papers of the step, the first one first.
std::vector<IssuedDocument> papers_of(const Recorded& recorded) {
  if (!recorded.document) return {};
  auto papers = recorded.also;
  papers.insert(papers.begin(), *recorded.document);
  return papers;
}

void write_pdfs(const DeskWork& work, const Entry& entry, const std::vector<IssuedDocument>& papers, StepTaken& taken) {
  for (const auto& paper : papers) taken.papers.push_back({paper, std::nullopt});
  if (papers.empty() || work.out.empty()) return;
  const auto files = write_papers(work, entry, papers);
  if (!files) {
    taken.pdf_trouble = remark("step.pdf-failed", files.error(), entry.number);
    return;
  }
  for (std::size_t i = 0; i < files->size(); ++i) taken.papers[i].file = files->at(i);
}

}  // namespace

Result<StepTaken> take_step(const DeskWork& work, const Entry& entry, const StepOrder& order) {
  StepDraft draft{{work.on, work.clerk.name, work.clerk.now, order.what}, std::nullopt, order.corrected};
  if (order.paper) draft.paper = draft_paper(work, entry, *order.paper);
  for (const auto& each : order.also) draft.paper->also.push_back(draft_paper(work, entry, each));
  const auto recorded = work.book.record(entry.id, draft, work.with());
  if (!recorded) return fail(as_refusal(recorded.error()));
  StepTaken taken{.entry = head_of(entry),
                  .step = {recorded->step, recorded->after.steps.back()},
                  .standing = standing_of(recorded->after, work.with(), work.today()),
                  .remarks = order.remarks};
  write_pdfs(work, entry, papers_of(*recorded), taken);
  return taken;
}

}  // namespace mingting
