// Whole entries, told as they may be shown.
#include "desk/told/case_text.hpp"

namespace mingting {

std::string shown_applicant(const Entry& entry) { return applicant_text(head_of(entry)); }

std::string shown_applicant(const Applicant& applicant) {
  Entry entry;
  entry.applicant = applicant;
  return shown_applicant(entry);
}

std::string state_text(const Entry& entry, const Case& one) {
  if (entry.kind == EntryKind::Application) return std::string(named(kPhases, one.phase).title);
  return answered_text(whole_entry(entry));
}

OrderedJson entry_json(const Entry& entry) {
  auto shown = whole_entry(entry);
  shown.head = head_of(entry);
  return entry_json(shown);
}

}  // namespace mingting
