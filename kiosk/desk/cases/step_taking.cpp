#include "desk/cases/step_taking.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/words.hpp"
#include "desk/told/case_text.hpp"

namespace mingting {
namespace {

struct PdfOutcome {
  std::vector<Path> files;
  std::string trouble;
};

/// All papers of the step, the first one first.
std::vector<IssuedDocument> papers_of(const Recorded& recorded) {
  if (!recorded.document) return {};
  auto papers = recorded.also;
  papers.insert(papers.begin(), *recorded.document);
  return papers;
}

/// The papers of a step that is recorded already: a PDF that fails takes nothing back.
PdfOutcome write_pdfs_of(const DeskWork& work, const Entry& entry, const Recorded& recorded) {
  const auto papers = papers_of(recorded);
  if (papers.empty() || work.out.empty()) return {};
  auto files = write_papers(work, entry, papers);
  if (files) return {std::move(*files), ""};
  return {{}, fmt::format("步骤已经记录，但文书的 PDF 没有写成：{}。改好以后用 papers {} 重做", worded(files.error()), entry.number)};
}

std::string paper_lines(const Recorded& recorded, const PdfOutcome& pdf, bool wanted) {
  std::vector<std::string> lines;
  for (const auto& paper : papers_of(recorded)) {
    lines.push_back(document_text(paper));
    if (!pdf.files.empty()) lines.back() += " → " + pdf.files[lines.size() - 1].string();
    else if (!wanted) lines.back() += "（没有写 --out，要打印请用 papers）";
  }
  return join(lines, "\n");
}

std::string recorded_text(const DeskWork& work, const Entry& entry, const Recorded& recorded, const PdfOutcome& pdf,
                          const std::string& remark) {
  const auto& step = recorded.after.steps.back();
  auto text = fmt::format("已记录第 {} 步：{}（{}，{}）\n", recorded.step, step_title(step.what), chinese_date(step.on), step.by);
  LabelledLines lines{{"申请", fmt::format("第 {} 件 {} {}", entry.id, entry.number, shown_applicant(entry))},
                      {"文书", paper_lines(recorded, pdf, !work.out.empty())}};
  for (auto& line : standing_lines(recorded.after, work.with(), work.today())) lines.push_back(std::move(line));
  text += labelled_text(lines);
  if (!remark.empty()) text += "  " + remark + "\n";
  if (!pdf.trouble.empty()) text += pdf.trouble + "\n";
  return text;
}

OrderedJson recorded_json(const DeskWork& work, const Entry& entry, const Recorded& recorded, const PdfOutcome& pdf) {
  OrderedJson json{{"ok", pdf.trouble.empty()},
                   {"id", entry.id},
                   {"number", entry.number},
                   {"recorded", step_json(recorded.after.steps.back(), recorded.step, true)},
                   {"standing", standing_json(standing(recorded.after, work.with(), work.today()))}};
  json["document"] = recorded.document ? document_json(*recorded.document) : OrderedJson(nullptr);
  json["file"] = pdf.files.empty() ? OrderedJson(nullptr) : OrderedJson(pdf.files.front().string());
  for (std::size_t i = 0; i < recorded.also.size(); ++i) {
    auto also = document_json(recorded.also[i]);
    also["file"] = pdf.files.empty() ? OrderedJson(nullptr) : OrderedJson(pdf.files[i + 1].string());
    json["also"].push_back(std::move(also));
  }
  if (!pdf.trouble.empty()) json["error"] = pdf.trouble;
  return json;
}

}  // namespace

CommandAnswer refused(const std::string& sentence) {
  return {false, sentence + "\n", json_text(OrderedJson{{"ok", false}, {"error", sentence}})};
}

Answered refused_or_failed(const Error& error) {
  if (error.trouble == Trouble::Invalid) return refused(worded(error));
  return fail(error);
}

Answered take_step(const DeskWork& work, const Entry& entry, const StepOrder& order) {
  const Step step{work.on, work.clerk.name, work.clerk.now, order.what};
  std::optional<DocumentDraft> draft;
  if (order.paper) draft = draft_paper(work, entry, *order.paper);
  for (const auto& each : order.also) draft->also.push_back(draft_paper(work, entry, each));
  const auto recorded = work.book.record(entry.id, step, work.with(), draft ? &*draft : nullptr,
                                         order.corrected ? &*order.corrected : nullptr);
  if (!recorded) return refused_or_failed(recorded.error());
  const auto pdf = write_pdfs_of(work, entry, *recorded);
  return CommandAnswer{pdf.trouble.empty(), recorded_text(work, entry, *recorded, pdf, order.remark),
                       json_text(recorded_json(work, entry, *recorded, pdf))};
}

}  // namespace mingting
