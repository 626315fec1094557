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
                    .headed = true};
    if (note.folded) aside.toggled = view.sends(msg::ToggleNote{i});
    all.push_back(std::move(aside));
  }
  return all;
}

bool is_first(const View& view, const FormPage& page) {
  const auto visible = visible_steps(page.form, answers_of(view.model, page));
  return !visible.empty() && page.step == visible.front();
}

void intro(const View& view, const FormPage& page) {
  if (!is_first(view, page)) return;
  const auto& words = view.choose(page.form.intro, page.form.intro_en);
  if (!words.empty()) view.ui.text(words, {.tone = ui::Tone::Quiet});
  if (!page.about_title.empty())
    view.ui.notice("about", ui::NoticeKind::Plain, view.tr("form.about", page.about_title));
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

void head(const View& view, const FormPage& page) {
  auto& ui = view.ui;
  const auto& step = page.form.steps.at(page.step);
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
}

void questions(const View& view, const FormPage& page) {
  const auto answers = visible_answers(page.form, answers_of(view.model, page));
  for (const auto& field : page.form.steps.at(page.step).fields) {
    if (!is_shown(field.shown_when, answers)) continue;
    view.ui.space(24);
    form_field(view, page, field, answers);
    advice(view, page, field, answers);
    already_public(view, page, field);
  }
}

}  // namespace

ui::Page draw_form(const View& view, const FormPage& page) {
  ui::Page parts;
  parts.head = [&view, &page] { head(view, page); };
  parts.body = [&view, &page] { questions(view, page); };
  if (is_first(view, page)) parts.asides = notes(view, page);
  parts.actions = {{.id = "next",
                    .label = view.tr(page.from_review ? "form.to-review" : "form.next"),
                    .tapped = view.sends(msg::NextStep{})}};
  return parts;
}

}  // namespace mingting::screens
