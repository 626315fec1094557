// What the register holds of an entry is gathered, counted and compared.
#include "desk/cases/sheet.hpp"

#include <algorithm>

#include "desk/agency/form_reader.hpp"
#include "desk/entries/finding.hpp"
#include "desk/entries/likeness.hpp"
#include "desk/entries/promises.hpp"
#include "desk/papers/case_papers.hpp"

namespace mingting {
namespace {

Arrival arrival_of(const DeskWork& work, const FoundCase& found) {
  const auto& entry = found.entry;
  Arrival came{.by_kiosk = !entry.kiosk_key.empty(), .kiosk = "", .way = std::nullopt};
  if (!came.by_kiosk) {
    if (entry.kind == EntryKind::Application && found.one.phase != Phase::Unreceived) came.way = found.one.way;
    return came;
  }
  if (const auto kiosks = work.book.kiosks()) {
    const auto known =
        std::find_if(kiosks->begin(), kiosks->end(), [&](const auto& each) { return each.key == entry.kiosk_key; });
    if (known != kiosks->end()) came.kiosk = known->name;
  }
  return came;
}

/// The answers stand by themselves, masked; here only that they were put right.
Result<std::vector<Note>> notes_without_answers(const DeskWork& work, std::int64_t id) {
  return work.book.notes(id).map([](std::vector<Note> notes) {
    for (auto& note : notes) {
      if (note.name == kCorrectedNote || note.name == kRestoredNote) note.fields.clear();
    }
    return notes;
  });
}

/// By the day it came in: a birth date was checked against that one.
void mark_doubts(const Form& form, const Entry& entry, std::vector<SheetAnswer>& shown) {
  Answers given;
  for (const auto& answer : entry.submission.answers) given[answer.field] = answer.value;
  for (const auto& complaint : check_form(form, given, local_date(entry.received))) {
    const auto about = std::find_if(shown.begin(), shown.end(), [&](const auto& each) { return each.field == complaint.field; });
    if (complaint.gravity != Gravity::Blocks && about != shown.end()) about->doubt = doubt_in(complaint);
  }
}

std::vector<SheetAnswer> answers_of(const DeskWork& work, const Entry& entry, bool whole) {
  const auto form = read_desk_form(work.files, work.content, entry.submission.form);
  std::vector<SheetAnswer> answers;
  for (const auto& answer : entry.submission.answers) {
    auto shown = whole ? ShownWords{answer.display} : shown_answer(form ? &form->form : nullptr, answer);
    const auto* field = form ? field_of(form->form, answer.field) : nullptr;
    const bool free_words = field != nullptr && field->kind == FieldKind::LongText;
    if (free_words && !whole) shown.text = without_personal_data(shown.text, entry, &form->form);
    answers.push_back({answer.field, answer.label, std::move(shown), {}});
  }
  if (form) mark_doubts(form->form, entry, answers);
  return answers;
}

/// Once: what was handed in does not change.
Result<void> issue_form(const DeskWork& work, const Entry& entry) {
  const auto papers = work.book.documents(entry.id);
  if (!papers) return fail(papers.error());
  if (valid_paper(*papers, DocumentKind::RegistrationForm) != nullptr) return {};
  const PaperOrder order{DocumentKind::RegistrationForm, {}, ""};
  if (const auto issued = work.book.issue(entry.id, draft_paper(work, entry, order)); !issued) return fail(issued.error());
  return {};
}

int working_days_left(const DeskWork& work, const Deadline& deadline) {
  return working_days_between(work.calendar, work.on, deadline.date);
}

DeadlineAccount promise_account(const DeskWork& work, const Entry& entry) {
  DeadlineAccount account{.id = entry.id, .number = entry.number, .kind = entry.kind, .answered = entry.finished.has_value()};
  if (const auto promised = Promises(work).of(entry); promised && !account.answered) {
    account.promised = OpenDeadline{{remark("deadline.promise"), *promised}, working_days_left(work, *promised)};
  }
  return account;
}

}  // namespace

Result<EntrySheet> show_entry(const DeskWork& work, std::string_view id, bool whole) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const auto& entry = found->entry;
  auto notes = notes_without_answers(work, entry.id);
  if (!notes) return fail(notes.error());
  auto papers = work.book.documents(entry.id);
  if (!papers) return fail(papers.error());
  EntrySheet sheet{.entry = whole ? whole_entry(entry) : ShownEntries(work).of(entry), .whole = whole,
                   .about_item = entry.submission.about_item, .came = arrival_of(work, *found),
                   .answers = answers_of(work, entry, whole), .steps = recorded_steps(found->one),
                   .notes = std::move(*notes), .papers = std::move(*papers)};
  if (entry.kind == EntryKind::Application) sheet.standing = standing_of(found->one, work.with(), work.on);
  else if (!entry.finished) sheet.promised = Promises(work).of(entry);
  return sheet;
}

Result<DeadlineAccount> tell_deadline(const DeskWork& work, std::string_view id, bool explained) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  if (found->entry.kind != EntryKind::Application) return promise_account(work, found->entry);
  const auto& one = found->one;
  const auto as_of = one.finished.value_or(work.on);
  DeadlineAccount account{.id = found->entry.id, .number = found->entry.number, .phase = one.phase,
                          .counted = how_counted(one, work.with(), as_of)};
  for (auto& each : open_deadlines(one, work.with(), work.on)) {
    const int left = working_days_left(work, each.deadline);
    account.open.push_back({std::move(each), left});
  }
  if (explained) account.days = explain_reply_due(one, work.with(), as_of);
  return account;
}

Result<SimilarEntries> similar_entries(const DeskWork& work, std::string_view id) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  const auto others = work.book.of_same_applicant(entry->id);
  if (!others) return fail(others.error());
  ShownEntries shown(work);
  SimilarEntries similar{shown.of(*entry), !entry->applicant.key.empty(), {}};
  for (const auto& other : *others) {
    similar.others.push_back({shown.of(other), likeness(entry->applicant.wanted, other.applicant.wanted)});
  }
  std::stable_sort(similar.others.begin(), similar.others.end(),
                   [](const SimilarEntry& a, const SimilarEntry& b) { return a.score > b.score; });
  return similar;
}

Result<EntryPapers> entry_papers(const DeskWork& work, std::string_view id, bool form) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  if (form) {
    if (auto issued = issue_form(work, *entry); !issued) return fail(as_refusal(issued.error()));
  }
  auto papers = work.book.documents(entry->id);
  if (!papers) return fail(papers.error());
  EntryPapers given{entry->id, entry->number, std::move(*papers), {}};
  if (work.out.empty() || given.papers.empty()) return given;
  auto files = write_papers(work, *entry, given.papers);
  if (!files) return fail(as_refusal(files.error()));
  given.files = std::move(*files);
  return given;
}

}  // namespace mingting
