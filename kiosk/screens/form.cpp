// Filling in a form: one small group of questions a page, and what is already public beside the question that asks for it.
#include "screens/fields.hpp"
#include <algorithm>

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
  const auto total = static_cast<int>(expected_steps(page.form, answers_of(view.model, page))) + 1;  // the review is the last
  view.ui.progress(view.tr("form.progress", here, total), here, total);
}

void already_public(const View& view, const FormPage& page, const Field& field) {
  if (field.search != "published" || !page.published.value || page.published.value->hits.empty()) return;
  auto& ui = view.ui;
  ui.space(24);
  ui.card("published", view.tr("form.published"), [&] {
    ui.text(view.tr("form.published"), {.style = ui::TextStyle::Label, .bold = true});
    ui.text(view.tr("form.published-help"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
    for (const auto& hit : page.published.value->hits) hit_row(view, hit);
  });
}

void intro(const View& view, const FormPage& page) {
  const auto visible = visible_steps(page.form, answers_of(view.model, page));
  if (visible.empty() || page.step != visible.front()) return;
  const auto& words = view.choose(page.form.intro, page.form.intro_en);
  if (!words.empty()) view.ui.text(words, {.tone = ui::Tone::Quiet});
  if (!page.about_title.empty()) view.ui.notice("about", ui::NoticeKind::Plain, view.tr("form.about", page.about_title));
}

void complaints(const View& view, const FormPage& page) {
  const auto count = std::count_if(page.complaints.begin(), page.complaints.end(), [](const auto& each) { return !each.advice; });
  if (count > 0) view.ui.notice("complaints", ui::NoticeKind::Problem, view.tr("form.complaints", count));
}

void steps(const View& view, const FormPage& page) {
  view.ui.columns(std::vector<float>{1, 2}, 32, [&](int column) {
    if (column == 0) {
      if (view.ui.button("previous", view.tr("form.previous"))) view.send(msg::PreviousStep{});
    } else if (view.ui.button("next", view.tr(page.from_review ? "form.to-review" : "form.next"), {.kind = ui::ButtonKind::Primary})) {
      view.send(msg::NextStep{});
    }
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
      already_public(view, page, field);
    }
    ui.space(40);
    steps(view, page);
  });
  reveal(view);
}

}  // namespace mingting::screens
