// What was recorded, its papers, and what comes next.
#include "desk/told/cases/steps.hpp"

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/parts/entry.hpp"
#include "desk/told/parts/paper.hpp"
#include "desk/told/parts/standing.hpp"
#include "desk/told/parts/step.hpp"

namespace mingting {
namespace {

std::string papers_text(const StepTaken& taken) {
  std::vector<std::string> lines;
  for (const auto& [document, file] : taken.papers) {
    lines.push_back(document_text(document));
    if (file) lines.back() += " → " + file->string();
    else if (!taken.pdf_trouble) lines.back() += words("papers.unwritten");
  }
  return join(lines, "\n");
}

LabelledLines taken_lines(const StepTaken& taken) {
  const auto& entry = taken.entry;
  LabelledLines lines{{words("step.entry"), words("step.entry-named", entry.id, entry.number, applicant_text(entry))},
                      {words("step.papers"), papers_text(taken)}};
  for (auto& line : standing_lines(taken.standing)) lines.push_back(std::move(line));
  return lines;
}

}  // namespace

std::string as_text(const StepTaken& taken) {
  const auto& step = taken.step.step;
  auto text = words("step.recorded", taken.step.number, step_title(step.what), step.on, step.by) + "\n" +
              labelled_text(taken_lines(taken));
  for (const auto& each : taken.remarks) text += "  " + worded(each) + "\n";
  if (taken.pdf_trouble) text += worded(*taken.pdf_trouble) + "\n";
  return text;
}

OrderedJson as_json(const StepTaken& taken) {
  OrderedJson json{{"ok", is_whole(taken)},
                   {"id", taken.entry.id},
                   {"number", taken.entry.number},
                   {"recorded", step_json(taken.step)},
                   {"standing", standing_json(taken.standing)}};
  const auto& papers = taken.papers;
  json["document"] = papers.empty() ? OrderedJson(nullptr) : document_json(papers.front().document);
  json["file"] = papers.empty() ? OrderedJson(nullptr) : file_json(papers.front().file);
  for (std::size_t i = 1; i < papers.size(); ++i) {
    auto also = document_json(papers[i].document);
    also["file"] = file_json(papers[i].file);
    json["also"].push_back(std::move(also));
  }
  for (const auto& each : taken.remarks) json["remarks"].push_back(worded(each));
  if (taken.pdf_trouble) json["error"] = worded(*taken.pdf_trouble);
  return json;
}

std::string as_text(const ReceiptIssued& issued) {
  const auto& [document, file] = issued.receipt;
  auto text = words("papers.issued", document_text(document), issued.entry.number) + "\n";
  if (file) text += words("papers.file", file->string()) + "\n";
  return text + labelled_text(standing_lines(issued.standing));
}

OrderedJson as_json(const ReceiptIssued& issued) {
  OrderedJson json{{"ok", true},
                   {"id", issued.entry.id},
                   {"number", issued.entry.number},
                   {"document", document_json(issued.receipt.document)}};
  if (issued.receipt.file) json["file"] = file_json(issued.receipt.file);
  json["standing"] = standing_json(issued.standing);
  return json;
}

}  // namespace mingting
