// Filling in a form: one small group of questions a page, and what is already public beside the question that asks for it.
#include "screens/visitor/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/form/advice.hpp"
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

void progress(const View& view, const FormPage& page) {
  const auto visible = visible_steps(page.form, answers_of(view.model, page));
  int here = 1;
  for (const auto index : visible) {
    if (index == page.step) break;
    ++here;
  }
  const auto total = static_cast<int>(expected_steps(page.form, answers_of(view.model, page), page.step)) + 1;  // with the review
  view.ui.progress(view.tr("form.progress", here, total), here, total);
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

/// Help for those who need it, and what does not belong here: said before the first question, in nobody's way.
void notes(const View& view, const FormPage& page) {
  auto& ui = view.ui;
  for (std::size_t i = 0; i < page.form.notes.size(); ++i) {
    const auto& note = page.form.notes[i];
    const auto& title = view.choose(note.title, note.title_en);
    const bool open = !note.folded || page.open_note == i;
    ui.space(16);
    if (note.folded && ui.button(fmt::format("note-{}", i), title, {.icon = open ? "up" : "question", .selected = false})) {
      view.send(msg::ToggleNote{i});
    }
    if (!open) continue;
    ui.space(16);
    ui.card(fmt::format("note-card-{}", i), title, [&] {
      if (!note.folded) ui.heading(title, 3);
      note_lines(view, note);
    });
  }
}

void intro(const View& view, const FormPage& page) {
  const auto visible = visible_steps(page.form, answers_of(view.model, page));
  if (visible.empty() || page.step != visible.front()) return;
  const auto& words = view.choose(page.form.intro, page.form.intro_en);
  if (!words.empty()) view.ui.text(words, {.tone = ui::Tone::Quiet});
  if (!page.about_title.empty()) view.ui.notice("about", ui::NoticeKind::Plain, view.tr("form.about", page.about_title));
  notes(view, page);
}

void complaints(const View& view, const FormPage& page) {
  const auto count = [&](Gravity gravity) {
    return std::count_if(page.complaints.begin(), page.complaints.end(), [&](const auto& each) { return each.gravity == gravity; });
  };
  if (const auto wrong = count(Gravity::Blocks); wrong > 0) {
    view.ui.notice("complaints", ui::NoticeKind::Problem, view.tr("form.complaints", wrong));
  }
  if (const auto asked = count(Gravity::AskedOnce); asked > 0) {
    view.ui.notice("asked", ui::NoticeKind::Wait, view.tr("form.asked", asked));
  }
}

void next_button(const View& view, const FormPage& page) {
  const auto label = view.tr(page.from_review ? "form.to-review" : "form.next");
  if (view.ui.button("next", label, {.kind = ui::ButtonKind::Primary})) view.send(msg::NextStep{});
}

/// There is no step before the first: the way back from it is the frame's.
void steps(const View& view, const FormPage& page) {
  const auto visible = visible_steps(page.form, answers_of(view.model, page));
  if (!page.from_review && !visible.empty() && page.step == visible.front()) return next_button(view, page);
  view.ui.columns(std::vector<float>{1, 2}, 32, [&](int column) {
    if (column == 1) return next_button(view, page);
    if (view.ui.button("previous", view.tr("form.previous"))) view.send(msg::PreviousStep{});
  });
}

}  // namespace

void draw_form(const View& view, const FormPage& page) {
  auto& ui = view.ui;
  const auto answers = visible_answers(page.form, answers_of(view.model, page));
  const auto& step = page.form.steps.at(page.step);
  ui.scroll("form", [&] {
    ui.heading(view.choose(page.form.title, page.form.title_en));
    progress(view, page);
    ui.space(16);
    if (!view.model.accepts_submissions) ui.notice("closed", ui::NoticeKind::Problem, view.tr("form.closed"));
    comment_over_notice(view, page, "over");
    intro(view, page);
    complaints(view, page);
    ui.space(16);
    ui.heading(view.choose(step.title, step.title_en), 2);
    const auto& help = view.choose(step.help, step.help_en);
    if (!help.empty()) ui.text(help, {.tone = ui::Tone::Quiet});
    for (const auto& field : step.fields) {
      if (!is_shown(field.shown_when, answers)) continue;
      ui.space(24);
      form_field(view, page, field, answers);
      advice(view, page, field, answers);
      already_public(view, page, field);
    }
    ui.space(40);
    steps(view, page);
  });
  reveal(view);
}

}  // namespace mingting::screens
