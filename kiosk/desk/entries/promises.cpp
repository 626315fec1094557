// By desk.toml first, else by the form; each form is read once.
#include "desk/entries/promises.hpp"

#include "desk/agency/form_reader.hpp"

namespace mingting {

int Promises::days_of(const Entry& entry) {
  const auto& office = work_.office;
  const int own = entry.kind == EntryKind::Letter     ? office.letter_days
                  : entry.kind == EntryKind::Feedback ? office.feedback_days
                                                      : 0;
  if (own > 0) return own;
  const auto& id = entry.submission.form;
  const auto known = forms_.find(id);
  if (known != forms_.end()) return known->second;
  const auto form = read_desk_form(work_.files, work_.content, id);
  return forms_[id] = form ? form->form.promise_days : 0;
}

std::optional<Deadline> Promises::of(const Entry& entry) {
  if (entry.kind == EntryKind::Application) return std::nullopt;
  const int days = days_of(entry);
  if (days <= 0) return std::nullopt;
  return working_days_after(work_.calendar, local_date(entry.received), days);
}

}  // namespace mingting
