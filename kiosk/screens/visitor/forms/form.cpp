// Filling in a form: one small group of questions a page, and what is already public beside the question that asks for it.
#include "screens/visitor/forms/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/form/advice.hpp"
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

/// The form's name and how far one has come. While little can be said, how far alone.
void progress(const View& view, const FormPage& page) {
  const auto way = way_to(page.form, page.step);
  const auto here = static_cast<int>(way.here), total = static_cast<int>(way.steps) + 1;  // with the review
  const auto& title = view.choose(page.form.title, page.form.title_en);
  const auto words = brief(view) ? view.tr("form.progress", here, total) : view.tr("form.progress-of", title, here, total);
  view.ui.progress(words, here, total);
}

void already_public(const View& view, const FormPage& page, const Field& field) {
  if (field.search == "published") published_card(view, page);
}

/// What the words written would be in law: advice, which holds up nobody. While they are being typed the field says it itself.
void advice(const View& view, const FormPage& page, const Field& field, const Answers& answers) {
  const auto written = answers.find(field.id);
  const auto& typing = view.model.visit->typing;
  if (written == answers.end() || (typing && typing->field == field.id)) return;
  const auto found = advice_on(page.form, field.id, written->second);
  if (found.empty()) return;
  view.ui.space(16);
  view.ui.group("advice-" + field.id, view.tr("form.advice"), [&] {
    for (const auto* each : found) view.ui.notice(each->code, ui::NoticeKind::Wait, advice_words(view, *each));
  });
}

void note_lines(const View& view, const FormNote& note) {
  const auto& lines = view.english() && !note.lines_en.empty() ? note.lines_en : note.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::optional<std::string> none;
    view.ui.bullet(std::to_string(i), "\xE2\x80\xA2", 0, std::vector<ui::Run>{{.text = lines[i]}}, none);
  }
}

/// Help for those who need it, and what does not belong here: beside the first question, in nobody's way.
std::vector<ui::Aside> notes(const View& view, const FormPage& page) {
  std::vector<ui::Aside> all;
  for (std::size_t i = 0; i < page.form.notes.size(); ++i) {
    const auto& note = page.form.notes[i];
    ui::Aside aside{.id = fmt::format("note-{}", i),
                    .label = view.choose(note.title, note.title_en),
                    .icon = "question",
                    .body = [&view, &note] { note_lines(view, note); },
                    .open = page.open_note == i,
                    .headed = true,
                    .after = true};
    if (note.folded) aside.toggled = view.sends(msg::ToggleNote{i});
    all.push_back(std::move(aside));
  }
  return all;
}

bool is_first(const View& view, const FormPage& page) {
  const auto visible = visible_steps(page.form, answers_of(view.model, page));
  return !visible.empty() && page.step == visible.front();
}

void about(const View& view, const FormPage& page) {
  if (!is_first(view, page) || page.about_title.empty() || brief(view)) return;
  view.ui.space(16);
  view.ui.text(view.tr("form.about", page.about_title), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

/// Before the first question is answered, what the form is.
void intro(const View& view, const FormPage& page) {
  const auto& words = view.choose(page.form.intro, page.form.intro_en);
  if (!is_first(view, page) || words.empty()) return;
  view.ui.space(24);
  view.ui.text(words, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

/// Each stands under its question; several are announced.
void complaints(const View& view, const FormPage& page) {
  const auto count = [&](Gravity gravity) {
    return std::count_if(page.complaints.begin(), page.complaints.end(), [&](const auto& each) { return each.gravity == gravity; });
  };
  if (const auto wrong = count(Gravity::Blocks); wrong > 1) {
    view.ui.notice("complaints", ui::NoticeKind::Problem, view.tr("form.complaints", wrong));
  }
  if (const auto asked = count(Gravity::AskedOnce); asked > 1) {
    view.ui.notice("asked", ui::NoticeKind::Wait, view.tr("form.asked", asked));
  }
}

/// In low reach the field being typed in: its help is said above, with the question's.
const Field* typed_below(const View& view, const FormPage& page) {
  const auto& typing = view.model.visit->typing;
  return typing && view.ui.lowered() ? find_field(page.form, typing->field) : nullptr;
}

/// How the question is to be answered, said where it is asked.
void explanation(const View& view, const FormPage& page) {
  if (brief(view)) return;
  const auto& step = page.form.steps.at(page.step);
  const auto* only = only_question(view, page);
  auto words = view.choose(step.help, step.help_en);
  const auto add = [&](const std::string& more) {
    if (!more.empty()) words = words.empty() ? more : view.tr("form.sentences", words, more);
  };
  if (only != nullptr && only->kind != FieldKind::Consent) add(field_help(view, *only));
  if (only != nullptr && !only->required) add(view.tr("form.may-be-left"));
  if (const auto* typed = typed_below(view, page); typed != nullptr && typed != only) add(field_help(view, *typed));
  if (!words.empty()) view.ui.text(words, {.tone = ui::Tone::Quiet});
}

void head(const View& view, const FormPage& page) {
  auto& ui = view.ui;
  const auto& step = page.form.steps.at(page.step);
  progress(view, page);
  if (!view.model.accepts_submissions) ui.notice("closed", ui::NoticeKind::Problem, view.tr("form.closed"));
  comment_over_notice(view, page, "over");
  about(view, page);
  complaints(view, page);
  ui.space(brief(view) ? 16 : 32);
  ui.heading(view.choose(step.title, step.title_en));
  explanation(view, page);
}

void one_question(const View& view, const FormPage& page, const Field& field, const Answers& answers) {
  view.ui.space(24);
  form_field(view, page, field, answers);
  advice(view, page, field, answers);
}

/// The folded fields, or the row that opens them.
void folded(const View& view, const FormPage& page, const Answers& answers) {
  const auto& step = page.form.steps.at(page.step);
  if (step.more.empty()) return;
  if (has_folded(view, page)) {
    view.ui.space(24);
    if (view.ui.fold("more", view.choose(step.more, step.more_en), 1)) view.send(msg::Unfold{fold_of(page)});
    return;
  }
  for (const auto* field : fields_on_page(view.model, page)) {
    if (field->folded) one_question(view, page, *field, answers);
  }
}

void questions(const View& view, const FormPage& page) {
  const auto answers = visible_answers(page.form, answers_of(view.model, page));
  const auto fields = fields_on_page(view.model, page);
  for (const auto* field : fields) {
    if (!field->folded) one_question(view, page, *field, answers);
  }
  folded(view, page, answers);
  for (const auto* field : fields) already_public(view, page, *field);
  intro(view, page);
}

}  // namespace

ui::Page draw_form(const View& view, const FormPage& page) {
  ui::Page parts;
  parts.head = [&view, &page] { head(view, page); };
  parts.body = [&view, &page] { questions(view, page); };
  const auto* only = only_question(view, page);
  parts.fills = only != nullptr && (only->kind == FieldKind::Choice || only->kind == FieldKind::Choices);
  if (is_first(view, page)) parts.asides = notes(view, page);
  parts.actions = {{.id = "next",
                    .label = view.tr(page.from_review ? "form.to-review" : "form.next"),
                    .tapped = view.sends(msg::NextStep{})}};
  return parts;
}

}  // namespace mingting::screens
