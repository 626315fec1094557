// What is done: the steps of applications, and notes on all the rest.
#include "desk/register/sqlite/register.hpp"

namespace mingting {
namespace {

Result<Step> step_of(Query& row, int first) {
  auto what = from_record({row.text(first + 3), fields_from_text(row.text(first + 4))});
  if (!what) return fail(what.error());
  return Step{row.date(first), row.text(first + 1), row.instant(first + 2), std::move(*what)};
}

/// The papers of a step that was taken back are void with it. What was issued beside the steps, the receipt and the form,
/// tells the day of receipt: it goes with the arrival.
void void_papers(RegisterFile& file, std::int64_t entry, int step, bool arrival) {
  file.query("UPDATE document SET void = 1 WHERE entry = ? AND step = ?").with(entry, step).run();
  if (arrival) file.query("UPDATE document SET void = 1 WHERE entry = ? AND step = 0").with(entry).run();
}

/// A reply carries the number of its paper.
Step numbered(Step step, const std::string& paper_number) {
  auto* replied = std::get_if<Replied>(&step.what);
  if (replied != nullptr && replied->number.empty()) replied->number = paper_number;
  return step;
}

/// What came in stays as it came; the answers that hold now stand beside it, and lists and figures go by them.
void keep_answers(RegisterFile& file, std::int64_t id, const Step& step, std::string_view note, const Submission& corrected) {
  insert_note(file, id, {step.on, step.by, step.recorded, std::string(note), {{"answers", answers_as_text(corrected.answers)}}});
  const auto applicant = applicant_of(corrected);
  file.query("UPDATE entry SET applicant_kind = ?, applicant = ?, applicant_key = ?, wanted = ? WHERE id = ?")
      .with(named(kApplicantKinds, applicant.kind).key, applicant.name, applicant.key, applicant.wanted, id)
      .run();
}

/// A correction that was taken back takes its answers along.
void restore_answers(RegisterFile& file, std::int64_t id, const Step& step) {
  auto last = file.query("SELECT name FROM note WHERE entry = ? AND name IN (?, ?) ORDER BY n DESC LIMIT 1");
  if (!last.with(id, kCorrectedNote, kRestoredNote).next() || last.text(0) != kCorrectedNote) return;
  auto row = file.query("SELECT form, form_title, form_version, rules, answers, content_release, about_item FROM submission "
                        "WHERE entry = ?");
  if (!row.with(id).next()) return;
  keep_answers(file, id, step, kRestoredNote,
               {row.text(0), row.text(1), row.text(2), row.text(3), answers_from_text(row.text(4)), row.text(5), row.text(6)});
}

/// What goes with a step that is taken back: its papers, and what it changed in the answers.
void undo_effects(RegisterFile& file, std::int64_t id, const Case& after, const Step& step, int taken_back) {
  const auto& undone = after.steps[static_cast<std::size_t>(taken_back) - 1].what;
  void_papers(file, id, taken_back, std::holds_alternative<Arrived>(undone));
  if (std::holds_alternative<CorrectionReceived>(undone)) restore_answers(file, id, step);
}

/// The papers that go with what was recorded. The first has its number already: the step tells it.
Result<void> issue_papers(RegisterFile& file, std::int64_t id, const DocumentDraft& draft, const PaperNumber& number,
                          Recorded& recorded) {
  const PaperPlace place{id, recorded.step, recorded.after};
  auto first = issue_paper(file, place, draft, number);
  if (!first) return fail(first.error());
  recorded.document = std::move(*first);
  for (const auto& each : draft.also) {
    auto more = issue_paper(file, place, each, next_paper_number(file, each));
    if (!more) return fail(more.error());
    recorded.also.push_back(std::move(*more));
  }
  return {};
}

}  // namespace

// ---- shared --------------------------------------------------------------------------------------------------------------

Result<std::vector<Step>> read_steps(RegisterFile& file, std::int64_t entry) {
  std::vector<Step> steps;
  auto rows = file.query("SELECT day, clerk, recorded, name, fields FROM step WHERE entry = ? ORDER BY n");
  rows.with(entry);
  while (rows.next()) {
    auto step = step_of(rows, 0);
    if (!step) return fail(step.error());
    steps.push_back(std::move(*step));
  }
  return steps;
}

void insert_note(RegisterFile& file, std::int64_t entry, const Note& note) {
  auto last = file.query("SELECT coalesce(max(n), 0) FROM note WHERE entry = ?");
  last.with(entry).next();
  file.query("INSERT INTO note (entry, n, day, clerk, recorded, name, fields) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .with(entry, last.integer(0) + 1, note.on, note.by, note.recorded, note.name, fields_as_text(note.fields))
      .run();
}

void keep_code(RegisterFile& file, std::int64_t entry, const std::string& code_hash, const Note& note) {
  file.query("UPDATE submission SET code_hash = ? WHERE entry = ?").with(code_hash, entry).run();
  insert_note(file, entry, note);
}

void insert_step(RegisterFile& file, std::int64_t entry, int number, const Step& step) {
  const auto as_stored = to_record(step.what);
  file.query("INSERT INTO step (entry, n, day, clerk, recorded, name, fields) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .with(entry, number, step.on, step.by, step.recorded, as_stored.name, fields_as_text(as_stored.fields))
      .run();
}

void keep_facts(RegisterFile& file, std::int64_t entry, const Case& one) {
  std::optional<std::string_view> outcome;
  if (one.outcome) outcome = named(kReplyKinds, *one.outcome).key;
  file.query("UPDATE entry SET counts_from = ?, finished = ?, outcome = ? WHERE id = ?")
      .with(one.received, one.finished, outcome, entry)
      .run();
}

// ---- reading -------------------------------------------------------------------------------------------------------------

Result<std::vector<OpenCase>> SqliteRegister::open_cases() {
  return file_.look("register-action.open-cases", [&]() -> Result<std::vector<OpenCase>> {
    std::vector<OpenCase> all;
    auto rows = file_.query(
        "SELECT e.id, e.number, e.applicant_kind, e.applicant, e.applicant_key, e.wanted, s.day, s.clerk, s.recorded, s.name, "
        "s.fields FROM entry e LEFT JOIN step s ON s.entry = e.id WHERE e.kind = 'application' AND e.finished IS NULL "
        "ORDER BY e.received, e.id, s.n");
    while (rows.next()) {
      if (all.empty() || all.back().id != rows.integer(0)) {
        all.push_back({rows.integer(0), rows.text(1),
                       {rows.named(2, kApplicantKinds), rows.text(3), rows.text(4), rows.text(5)}, {}});
      }
      if (rows.is_null(6)) continue;  // the day of receipt is not recorded yet
      auto step = step_of(rows, 6);
      if (!step) return fail(step.error());
      all.back().steps.push_back(std::move(*step));
    }
    return all;
  });
}

Result<std::vector<Step>> SqliteRegister::steps(std::int64_t id) {
  return file_.look("register-action.steps", [&]() -> Result<std::vector<Step>> {
    if (!file_.query("SELECT 1 FROM entry WHERE id = ?").with(id).next()) return no_such_entry(id);
    return read_steps(file_, id);
  });
}

Result<std::vector<Note>> SqliteRegister::notes(std::int64_t id) {
  return file_.look("register-action.notes", [&]() -> Result<std::vector<Note>> {
    if (!file_.query("SELECT 1 FROM entry WHERE id = ?").with(id).next()) return no_such_entry(id);
    std::vector<Note> all;
    auto rows = file_.query("SELECT day, clerk, recorded, name, fields FROM note WHERE entry = ? ORDER BY n");
    rows.with(id);
    while (rows.next()) {
      all.push_back({rows.date(0), rows.text(1), rows.instant(2), rows.text(3), fields_from_text(rows.text(4))});
    }
    return all;
  });
}

// ---- doing ---------------------------------------------------------------------------------------------------------------

Result<Recorded> SqliteRegister::record(std::int64_t id, const StepDraft& draft, const Reckoning& with) {
  const auto& [step, paper, corrected] = draft;
  return file_.change("register-action.step", [&]() -> Result<Recorded> {
    const auto state = changeable_entry(file_, id);
    if (!state) return fail(state.error());
    if (auto fine = judge_step(id, *state); !fine) return fail(fine.error());
    const auto steps = read_steps(file_, id);
    if (!steps) return fail(steps.error());
    const auto number = paper ? next_paper_number(file_, *paper) : PaperNumber{};
    auto after = mingting::record(case_of(*steps), numbered(step, number.text), with);
    if (!after) return fail(after.error());

    const int n = static_cast<int>(after->steps.size());
    insert_step(file_, id, n, after->steps.back());
    keep_facts(file_, id, *after);
    if (corrected) keep_answers(file_, id, step, kCorrectedNote, *corrected);
    if (const auto* taken_back = std::get_if<TakenBack>(&step.what)) undo_effects(file_, id, *after, step, taken_back->step);
    Recorded recorded{std::move(*after), n, std::nullopt, {}};
    if (!paper) return recorded;
    return issue_papers(file_, id, *paper, number, recorded).map([&] { return std::move(recorded); });
  });
}

Result<void> SqliteRegister::note(std::int64_t id, const Note& note, bool finishes) {
  if (auto fine = judge_note(note); !fine) return fine;
  return file_.change("register-action.note", [&]() -> Result<void> {
    const auto state = changeable_entry(file_, id);
    if (!state) return fail(state.error());
    if (finishes) {
      if (auto fine = judge_finishing_note(id, *state); !fine) return fine;
    }
    insert_note(file_, id, note);
    // A second answer adds to the first; the day it was answered stays.
    if (finishes) file_.query("UPDATE entry SET finished = coalesce(finished, ?) WHERE id = ?").with(note.on, id).run();
    return {};
  });
}

Result<void> SqliteRegister::renew_code(std::int64_t id, const std::string& code_hash, const Note& note) {
  if (auto fine = judge_note(note); !fine) return fine;
  return file_.change("register-action.note", [&]() -> Result<void> {
    if (const auto state = changeable_entry(file_, id); !state) return fail(state.error());
    keep_code(file_, id, code_hash, note);
    return {};
  });
}

}  // namespace mingting
