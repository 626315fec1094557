// Each kind of question drawn with the widget that answers it.
#include "screens/visitor/forms/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/characters.hpp"
#include "domain/form/advice.hpp"
#include "domain/identity/identifiers.hpp"
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

std::string value_of(const Answers& answers, const std::string& field) {
  const auto found = answers.find(field);
  return found == answers.end() ? std::string() : found->second;
}

const Complaint* complaint_about(const FormPage& page, const std::string& field) {
  const auto found = std::find_if(page.complaints.begin(), page.complaints.end(), [&](const auto& each) { return each.field == field; });
  return found == page.complaints.end() ? nullptr : &*found;
}

std::string mark(const View& view, const Field& field) {
  return view.tr(!field.required ? "form.optional" : field.instead.empty() ? "form.required" : "form.one-of");
}

/// While one types, the most important thing to say: it is kept in view with the field, above the keyboard.
std::string first_advice(const View& view, const FormPage& page, const Field& field, const std::string& value) {
  const auto found = advice_on(page.form, field.id, value);
  return found.empty() ? std::string() : advice_words(view, *found.front());
}

/// What is to be said of the room in a field.
struct Room {
  std::string words;  ///< "" for nothing yet
  std::string help;   ///< what to do where there is none
  bool lost = false;  ///< something was not taken
};

/// From when eighty of a hundred characters are used: how many are left, that the field is full, and what of the words typed or
/// pasted last found room.
Room room_of(const View& view, const FormPage& page, const Field& field, const std::string& value) {
  if (const auto cut = page.cut.find(field.id); cut != page.cut.end()) {
    const auto words = cut->second == 0 ? view.tr("form.nothing-kept", field.max_length) : view.tr("form.cut", field.max_length, cut->second);
    return {words, view.tr("form.cut-help"), true};
  }
  if (count_code_points(value) < field.max_length / 2) return {};  // nor are there more characters than that
  const auto used = count_characters(value);
  if (used >= field.max_length) return {view.tr("form.full", field.max_length), view.tr("form.full-help"), false};
  return {used * 5 >= field.max_length * 4 ? view.tr("form.left", field.max_length - used) : std::string(), {}, false};
}

/// A character no face can draw is kept as it was typed; that a mark stands for it is said.
std::vector<std::string> substitutes(const View& view, const std::string& value) {
  const auto count = view.ui.undrawable(value);
  if (count == 0) return {};
  return {view.tr("form.undrawable", count)};
}

/// What is wrong, under the question that is answered by tapping; fields say it themselves.
void complaint(const View& view, const FormPage& page, const Field& field) {
  const auto* about = complaint_about(page, field.id);
  if (about != nullptr) view.ui.notice("error-" + field.id, ui::NoticeKind::Problem, view.tr("error." + about->code));
}

bool is_heading(const View& view, const FormPage& page, const Field& field) {
  return only_question(view, page) == &field;
}

/// The page's only question is its heading.
const std::string& asked(const View& view, const FormPage& page, const Field& field) {
  const auto& step = page.form.steps.at(page.step);
  return is_heading(view, page, field) ? view.choose(step.title, step.title_en) : view.choose(field.label, field.label_en);
}

bool is_numbered_by_digits(const Field& field, const Answers& answers) {
  if (field.kind != FieldKind::Identity) return false;
  const auto paper = value_of(answers, field.paper_field);
  return paper.empty() || has_full_check(paper);
}

std::vector<int> groups(const Field& field, const Answers& answers, const std::string& value) {
  if (is_numbered_by_digits(field, answers)) return identity_groups(value);
  return field.kind == FieldKind::Phone ? mobile_groups(value) : std::vector<int>{};
}

/// How many figures of an identity number are there, and how many are to come.
std::string figures_left(const View& view, const Field& field, const Answers& answers, const std::string& value) {
  constexpr std::size_t kAll = 18;
  const auto& typing = view.model.visit->typing;
  const bool typed = typing && typing->field == field.id && is_numbered_by_digits(field, answers);
  if (!typed || value.empty() || value.size() >= kAll || identity_groups(value).empty()) return {};
  return view.tr("form.figures-left", value.size(), kAll - value.size());
}

void text_field(const View& view, const FormPage& page, const Field& field, const Answers& answers) {
  ui::FieldView shown{.id = field.id, .label = asked(view, page, field), .value = value_of(answers, field.id)};
  shown.headed = is_heading(view, page, field);
  if (!shown.headed) shown.mark = mark(view, field);
  if (!shown.headed) shown.help = field_help(view, field);
  shown.lines = field.kind != FieldKind::LongText ? 1 : in_large_type(view) ? 2 : 4;  // it grows with its words
  shown.groups = groups(field, answers, shown.value);
  if (const auto* complaint = complaint_about(page, field.id)) {
    (complaint->gravity == Gravity::Blocks ? shown.error : shown.advice) = view.tr("error." + complaint->code);
  }
  const auto room = room_of(view, page, field, shown.value);
  shown.room = room.help.empty() ? room.words : view.tr("form.sentences", room.words, room.help);
  if (shown.room.empty()) shown.room = figures_left(view, field, answers, shown.value);
  shown.lost = room.lost;
  shown.notes = substitutes(view, shown.value);
  const auto& typing = view.model.visit->typing;
  if (typing && typing->field == field.id) {
    if (shown.advice.empty()) shown.advice = first_advice(view, page, field, shown.value);
    if (!shown.advice.empty()) shown.lines = std::min(shown.lines, 2);  // the room the advice takes
  }
  own_field(view, std::move(shown));
}

/// Whether the title itself says what was asked for. A word that many documents share, or the district's name, does not.
bool is_named(const SearchHit& hit) {
  constexpr std::size_t kEnough = 4;
  std::size_t marked = 0;
  for (const auto& run : marked_runs(hit.title)) marked += run.marked ? count_code_points(run.text) : 0;
  return marked >= kEnough;
}

/// Label, help and complaint of a question that is answered by tapping.
void question(const View& view, const FormPage& page, const Field& field) {
  auto& ui = view.ui;
  if (!is_heading(view, page, field)) ui.question(asked(view, page, field), mark(view, field), brief_answer(view) ? std::string() : field_help(view, field));
  complaint(view, page, field);
  ui.space(12);
}

void one_choice(const View& view, const Field& field, const Choice& choice, bool selected, int sharing) {
  const ui::ChoiceView shown{.id = choice.value,
                             .label = view.choose(choice.label, choice.label_en),
                             .help = view.english() ? std::string() : choice.help,
                             .selected = selected,
                             .many = field.kind == FieldKind::Choices,
                             .sharing = sharing};
  if (view.ui.choice(shown)) view.send(msg::Answered{field.id, choice.value});
  view.ui.space(12);
}

/// All of them, or the first and a row for the others.
void choices(const View& view, const FormPage& page, const Field& field, const Answers& answers) {
  question(view, page, field);
  const auto held = split(value_of(answers, field.id), '\n');
  const bool all = is_unfolded(view.model, page, field);
  const auto shown = std::span(field.choices).first(all ? field.choices.size() : 1);
  const int folds = (all ? 0 : 1) + (has_folded(view, page) ? 1 : 0);
  int sharing = static_cast<int>(shown.size()) + folds;
  for (const auto& choice : shown)
    one_choice(view, field, choice, std::find(held.begin(), held.end(), choice.value) != held.end(), sharing--);
  if (!all && view.ui.fold("others", view.choose(field.others, field.others_en), sharing)) view.send(msg::Unfold{field.id});
}

void rating(const View& view, const FormPage& page, const Field& field, const Answers& answers) {
  question(view, page, field);
  std::vector<std::string> words;
  for (int step = 1; step <= 5; ++step) words.push_back(view.tr(fmt::format("rating.{}", step)));
  const auto value = value_of(answers, field.id);
  const int now = value.size() == 1 ? value[0] - '0' : 0;
  if (const auto tapped = view.ui.rating(field.id, asked(view, page, field), words, now)) {
    view.send(msg::Answered{field.id, std::to_string(*tapped)});
  }
}

void consent(const View& view, const FormPage& page, const Field& field, const Answers& answers) {
  complaint(view, page, field);
  view.ui.space(12);
  const ui::ChoiceView shown{.id = field.id, .label = view.choose(field.label, field.label_en), .help = view.choose(field.help, field.help_en), .selected = value_of(answers, field.id) == "yes", .many = true};
  if (view.ui.choice(shown)) view.send(msg::Answered{field.id, "yes"});
}

}  // namespace

const Field* only_question(const View& view, const FormPage& page) {
  auto fields = fields_on_page(view.model, page);
  std::erase_if(fields, [](const Field* each) { return each->folded; });
  if (fields.size() > 1) std::erase_if(fields, [](const Field* each) { return each->kind == FieldKind::Consent; });
  return fields.size() == 1 ? fields.front() : nullptr;
}

bool has_folded(const View& view, const FormPage& page) {
  return !page.form.steps.at(page.step).more.empty() && !is_unfolded(view.model, page);
}

std::string field_help(const View& view, const Field& field) {
  const auto& help = view.choose(field.help, field.help_en);
  if (field.kind != FieldKind::LongText) return help;
  const auto most = view.tr("form.most", field.max_length);
  return help.empty() ? most : view.tr("form.sentences", help, most);
}

void form_field(const View& view, const FormPage& page, const Field& field, const Answers& answers) {
  view.ui.group(field.id, view.choose(field.label, field.label_en), [&] {
    switch (field.kind) {
      case FieldKind::Choice:
      case FieldKind::Choices: return choices(view, page, field, answers);
      case FieldKind::Rating: return rating(view, page, field, answers);
      case FieldKind::Consent: return consent(view, page, field, answers);
      default: return text_field(view, page, field, answers);
    }
  });
}

std::string advice_words(const View& view, const FormAdvice& advice) {
  const auto& sentence = view.choose(advice.sentence, advice.sentence_en);
  const auto& article = view.choose(advice.article, advice.article_en);
  return article.empty() ? sentence : view.tr("form.by-article", sentence, article);
}

ui::HintView typing_hint(const View& view, const Typing& typing) {
  if (typing.field == kSearchField && typing.cut) return {view.tr("search.cut", kSearchLength), true};
  const auto* page = std::get_if<FormPage>(&view.model.visit->pages.back());
  const auto* field = page == nullptr ? nullptr : find_field(page->form, typing.field);
  if (field == nullptr) return {};
  const auto room = room_of(view, *page, *field, typing.edit.text);
  return {room.words, room.lost};
}

void comment_over_notice(const View& view, const FormPage& page, std::string_view id) {
  if (!comment_over(view.model, page)) return;
  view.ui.notice(id, ui::NoticeKind::Problem, view.tr("form.comment-over", date_words(view, *page.last_day)));
}

void published_card(const View& view, const FormPage& page) {
  const auto& found = page.published.value;
  if (!found || found->stage == SearchStage::Near) return;  // what merely comes near answers nothing
  std::vector<const SearchHit*> hits;
  for (const auto& hit : found->hits) {
    if (found->stage != SearchStage::AnyWords || is_named(hit)) hits.push_back(&hit);
  }
  if (hits.empty()) return;
  auto& ui = view.ui;
  ui.space(24);
  ui.card("published", view.tr("form.published"), [&] {
    ui.text(view.tr("form.published"), {.style = ui::TextStyle::Label, .bold = true});
    ui.text(view.tr("form.published-help"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
    for (const auto* hit : hits) hit_row(view, *hit);
  });
}

}  // namespace mingting::screens
