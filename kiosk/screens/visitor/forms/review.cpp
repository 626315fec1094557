// Everything that was answered, once more, before it is handed in.
#include <fmt/format.h>

#include <algorithm>

#include "domain/form/advice.hpp"
#include "screens/parts.hpp"
#include "screens/visitor/forms/fields.hpp"

namespace mingting::screens {
namespace {

/// What looks odd is taken as it was written; here it is said once more, since it is all the office has to go by.
void doubts(const View& view, const FormStep& step, const Answers& answers) {
  for (const auto& each : check_step(step, answers, local_date(view.model.now))) {
    const auto field = std::find_if(step.fields.begin(), step.fields.end(), [&](const auto& one) { return one.id == each.field; });
    if (each.gravity == Gravity::Blocks || field == step.fields.end()) continue;
    view.ui.notice("doubt-" + each.field, ui::NoticeKind::Wait,
                   view.tr("review.doubt", view.choose(field->label, field->label_en), view.tr("error." + each.code)));
  }
  std::size_t undrawable = 0;
  for (const auto& field : step.fields) {
    const auto value = answers.find(field.id);
    if (value != answers.end()) undrawable += view.ui.undrawable(value->second);
  }
  if (undrawable > 0) view.ui.notice("undrawable", ui::NoticeKind::Wait, view.tr("form.undrawable", undrawable));
}

bool is_answered(const Answers& answers, const std::string& field) {
  const auto value = answers.find(field);
  return value != answers.end() && !value->second.empty();
}

/// Of all that was answered: the values of every card stand in one column.
std::vector<std::string> answered_labels(const View& view, const FormPage& page, const Answers& answers) {
  std::vector<std::string> labels;
  for (const auto index : visible_steps(page.form, answers)) {
    for (const auto& field : page.form.steps[index].fields) {
      if (is_answered(answers, field.id) && field.kind != FieldKind::Consent) labels.push_back(view.choose(field.label, field.label_en));
    }
  }
  return labels;
}

/// The values of a step; what was agreed to is no value.
std::string value_shown(const View& view, const Field& field, const std::string& value) {
  if (field.kind == FieldKind::Rating) return view.tr("rating." + value);
  const bool masked = field.personal && field.kind != FieldKind::Text;  // a name or an address must be read to be checked
  return masked ? masked_value(field, value) : display_value(field, value, view.english());
}

std::vector<std::pair<std::string, std::string>> facts_of(const View& view, const FormStep& step, const Answers& answers) {
  std::vector<std::pair<std::string, std::string>> facts;
  for (const auto& field : step.fields) {
    if (!is_answered(answers, field.id) || field.kind == FieldKind::Consent) continue;
    facts.emplace_back(view.choose(field.label, field.label_en), value_shown(view, field, answers.at(field.id)));
  }
  return facts;
}

/// What was agreed to: its sentence with a tick.
void agreed(const View& view, const FormStep& step, const Answers& answers) {
  const float tick = in_large_type(view) ? 64 : 48;
  for (const auto& field : step.fields) {
    if (field.kind != FieldKind::Consent || !is_answered(answers, field.id)) continue;
    view.ui.columns(std::vector<float>{tick, view.ui.room() - tick}, 16, [&](int column) {
      if (column == 0) return view.ui.icon("check", tick, ui::Tone::Good);
      view.ui.text(view.choose(field.label, field.label_en));
    });
  }
}

/// The step's question, and at its right the way back to it.
void card_head(const View& view, std::size_t index, const std::string& title) {
  view.ui.columns(std::vector<float>{4, 1}, 24, [&](int column) {
    if (column == 0) return view.ui.heading(title, 3);
    const ui::ButtonOptions look{.small = true, .words = view.tr("review.edit-short")};
    if (view.ui.button("edit", view.tr("review.edit", title), look)) view.send(msg::EditStep{index});
  });
}

void step_card(const View& view, const FormPage& page, std::size_t index, const Answers& answers) {
  auto& ui = view.ui;
  const auto& step = page.form.steps[index];
  const auto& title = view.choose(step.title, step.title_en);
  const auto facts = facts_of(view, step, answers);
  const bool nothing = std::none_of(step.fields.begin(), step.fields.end(), [&](const Field& each) { return is_answered(answers, each.id); });
  ui.card(fmt::format("step-{}", index), title, [&] {
    card_head(view, index, title);
    if (nothing) ui.text(view.tr("review.empty"), {.tone = ui::Tone::Quiet});
    ui.facts("facts", facts, answered_labels(view, page, answers));
    agreed(view, step, answers);
    doubts(view, step, answers);
  });
  ui.space(24);
}

/// Once more before it is sent: what these words would be in law, and where they would be better off.
void advice(const View& view, const FormPage& page, const Answers& given) {
  const auto found = advice_on(page.form, given);
  if (found.empty()) return;
  auto& ui = view.ui;
  ui.card("advice", view.tr("review.advice"), [&] {
    ui.heading(view.tr("review.advice"), 3);
    for (const auto* each : found) {
      const auto& channel = view.choose(each->channel, each->channel_en);
      const auto words = advice_words(view, *each);
      ui.notice(each->code, ui::NoticeKind::Wait,
                channel.empty() ? words : view.tr("form.sentences", words, view.tr("review.channel", channel)));
    }
    ui.space(16);
    ui.text(view.tr("review.advice-help"), {.tone = ui::Tone::Quiet});
  });
  ui.space(24);
}

ui::Action submit(const View& view, const FormPage& page) {
  const bool sending = page.stage == FormStage::Sending;
  const auto label = view.tr(sending ? "review.sending" : page.form.rules == RuleSet::Application ? "review.submit-application" : "review.submit");
  const bool taken = !sending && view.model.accepts_submissions && !comment_over(view.model, page);
  return {
      .id = "submit", .label = label, .icon = "check", .enabled = taken, .tapped = view.sends(msg::Submit{})};
}

bool cannot_be_sent(const View& view, const FormPage& page) {
  return !view.model.accepts_submissions || comment_over(view.model, page) || !page.failure.empty();
}

/// In sight wherever one reads, as the button is.
void why_not_sent(const View& view, const FormPage& page) {
  auto& ui = view.ui;
  if (!view.model.accepts_submissions) ui.notice("closed", ui::NoticeKind::Problem, view.tr("form.closed"));
  comment_over_notice(view, page, "over");
  if (!page.failure.empty())
    ui.notice("failure", ui::NoticeKind::Problem,
              view.tr("review.failed", view.tr("trouble." + page.failure)));
}

void head(const View& view, const FormPage& page) {
  auto& ui = view.ui;
  const auto total = static_cast<int>(way_to(page.form, page.step).steps) + 1;
  ui.progress(view.tr("form.progress-of", view.choose(page.form.title, page.form.title_en), total, total), total, total);
  ui.space(24);
  ui.heading(view.tr("review.title"));
  ui.text(view.tr("review.help"), {.tone = ui::Tone::Quiet});
  ui.space(24);
  if (!page.about_title.empty())
    ui.notice("about", ui::NoticeKind::Plain, view.tr("form.about", page.about_title));
}

void answers(const View& view, const FormPage& page) {
  const auto given = submitted_answers(page.form, answers_of(view.model, page));
  for (const auto index : visible_steps(page.form, answers_of(view.model, page)))
    step_card(view, page, index, given);
  advice(view, page, given);
  published_card(view, page);
}

}  // namespace

ui::Page draw_review(const View& view, const FormPage& page) {
  ui::Page parts;
  if (cannot_be_sent(view, page)) parts.pinned = [&view, &page] { why_not_sent(view, page); };
  parts.head = [&view, &page] { head(view, page); };
  parts.body = [&view, &page] { answers(view, page); };
  parts.actions = {submit(view, page)};
  return parts;
}

}  // namespace mingting::screens
