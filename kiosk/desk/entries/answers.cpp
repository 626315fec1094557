// Checks answers by their form, and puts corrected ones into what was handed in.
#include "desk/entries/answers.hpp"

#include "base/text/characters.hpp"
#include "base/text/text.hpp"
#include "desk/agency/form_reader.hpp"

namespace mingting {

bool is_unanswered(const Answers& answers, const std::string& field) {
  const auto answer = answers.find(field);
  return answer == answers.end() || trimmed(answer->second).empty();
}

Answers clean_answers(const Answers& answers) {
  Answers clean;
  for (const auto& [field, value] : answers) clean[field] = marks_composed(clean_input(value, Lines::Many, value.size()));
  return clean;
}

std::vector<Remark> complaints_about(const Form& form, const Answers& answers, Taken taken, Date today) {
  std::vector<Remark> complaints;
  for (const auto& [id, value] : answers) {
    if (field_of(form, id) == nullptr) complaints.push_back(remark("answers.no-such-field", clean_input(id, Lines::One, 60)));
  }
  for (const auto& complaint : check_form(form, answers, today)) {
    const auto* field = field_of(form, complaint.field);
    const bool can_wait = complaint.gravity == Gravity::AskedOnce || is_unanswered(answers, complaint.field);
    const bool passed = complaint.gravity == Gravity::Advice || (taken == Taken::AsItStands && can_wait);
    if ((field != nullptr && field->kind == FieldKind::Consent) || passed) continue;
    complaints.push_back(complaint_in(form, complaint));
  }
  return complaints;
}

std::vector<Remark> doubts_about(const Form& form, const Answers& answers, Date today) {
  std::vector<Remark> doubts;
  for (const auto& complaint : check_form(form, answers, today)) {
    if (complaint.gravity != Gravity::Blocks) doubts.push_back(complaint_in(form, complaint));
  }
  return doubts;
}

Result<Submission> corrected_submission(const DeskWork& work, const Entry& entry, const Answers& corrected) {
  const auto form = read_desk_form(work.files, work.content, entry.submission.form);
  if (!form) return fail(form.error());
  Answers answers;
  for (const auto& answer : entry.submission.answers) answers[answer.field] = answer.value;
  for (auto& [field, value] : clean_answers(corrected)) answers[field] = value;
  if (auto complaints = complaints_about(form->form, answers, Taken::AsItStands, work.today()); !complaints.empty()) {
    return fail(Trouble::Invalid, "answers.not-corrected", std::move(complaints));
  }
  auto submission = make_submission(form->form, answers);
  submission.about_item = entry.submission.about_item;
  submission.content_release = entry.submission.content_release;
  return submission;
}

}  // namespace mingting
