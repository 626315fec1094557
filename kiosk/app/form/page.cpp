// Which question it answers: which fields of a form are on its page now, and which of them is typed in next?
#include <fmt/format.h>

#include <algorithm>

#include "app/features.hpp"

namespace mingting {
namespace {

const std::string& answer(const Model& model, const FormPage& page, const Field& field) {
  static const std::string kNone;
  const auto& given = answers_of(model, page);
  const auto found = given.find(field.id);
  return found == given.end() ? kNone : found->second;
}

}  // namespace

std::string fold_of(const FormPage& page) { return fmt::format("step:{}", page.step); }

bool is_unfolded(const Model& model, const FormPage& page) {
  if (page.unfolded.contains(fold_of(page))) return true;
  const auto& fields = page.form.steps.at(page.step).fields;
  return std::any_of(fields.begin(), fields.end(),
                     [&](const Field& each) { return each.folded && !answer(model, page, each).empty(); });
}

bool is_unfolded(const Model& model, const FormPage& page, const Field& field) {
  if (field.others.empty() || field.choices.empty() || page.unfolded.contains(field.id)) return true;
  const auto& given = answer(model, page, field);
  return !given.empty() && given != field.choices.front().value;
}

std::vector<const Field*> fields_on_page(const Model& model, const FormPage& page) {
  const auto given = visible_answers(page.form, answers_of(model, page));
  const bool unfolded = is_unfolded(model, page);
  std::vector<const Field*> fields;
  for (const auto& field : page.form.steps.at(page.step).fields) {
    if (is_shown(field.shown_when, given) && (unfolded || !field.folded)) fields.push_back(&field);
  }
  return fields;
}

bool is_typed(const Field& field) {
  return field.kind != FieldKind::Choice && field.kind != FieldKind::Choices && field.kind != FieldKind::Rating &&
         field.kind != FieldKind::Consent;
}

std::string next_typed(const Model& model, const FormPage& page, std::string_view field) {
  bool after = false;
  for (const auto* each : fields_on_page(model, page)) {
    if (after && is_typed(*each)) return each->id;
    after = after || each->id == field;
  }
  return {};
}

Ending ending(const Model& model) {
  const auto& typing = *model.visit->typing;
  const auto& shown = top_page(model);
  if (std::holds_alternative<SearchPage>(shown)) return Ending::Search;
  if (std::holds_alternative<ClaimPage>(shown)) return Ending::Take;
  if (const auto* page = std::get_if<KeyPage>(&shown))
    return next_of_key(model, *page, typing.field).empty() ? Ending::LookUp : Ending::NextField;
  if (std::holds_alternative<ProgressPage>(shown))
    return typing.field == kNumberField ? Ending::NextField : Ending::LookUp;
  const auto* page = std::get_if<FormPage>(&shown);
  const bool more = page != nullptr && !next_typed(model, *page, typing.field).empty();
  return more ? Ending::NextField : Ending::Leave;
}

namespace app {

void on(Step& step, const msg::Unfold& unfold) {
  auto* page = top<FormPage>(step);
  if (page == nullptr || page->stage != FormStage::Filling) return;
  leave_typing(step);
  page->unfolded.insert(unfold.what);
}

}  // namespace app
}  // namespace mingting
