// What is wrong with a visitor's answers, and how an answer is shown.
#include "domain/form/form.hpp"

#include <algorithm>
#include <set>

#include "base/text/characters.hpp"
#include "base/text/text.hpp"
#include "domain/identity/identifiers.hpp"

namespace mingting {
namespace {

const std::string& answer_of(const Answers& answers, const std::string& field) {
  static const std::string kNone;
  const auto found = answers.find(field);
  return found == answers.end() ? kNone : found->second;
}

std::optional<Complaint> complaint(const Field& field, std::string_view code, Gravity gravity = Gravity::Blocks) {
  return Complaint{field.id, std::string(code), gravity};
}

std::optional<Complaint> asked_once(const Field& field, std::string_view code) { return complaint(field, code, Gravity::AskedOnce); }
std::optional<Complaint> advice(const Field& field, std::string_view code) { return complaint(field, code, Gravity::Advice); }

bool is_choice(const Field& field, const std::string& value) {
  return std::any_of(field.choices.begin(), field.choices.end(),
                     [&](const Choice& choice) { return choice.value == value; });
}

std::optional<Complaint> check_choices(const Field& field, const std::string& value) {
  auto chosen = split(value, '\n');
  std::sort(chosen.begin(), chosen.end());
  const bool twice = std::adjacent_find(chosen.begin(), chosen.end()) != chosen.end();
  const bool all = std::all_of(chosen.begin(), chosen.end(), [&](const auto& one) { return is_choice(field, one); });
  return all && !twice ? std::nullopt : complaint(field, "choice");
}

std::optional<Complaint> check_identity(const Field& field, const Answers& answers, const std::string& value,
                                        Date today) {
  if (!field.paper_field.empty() && !has_full_check(answer_of(answers, field.paper_field))) {
    return check_other_paper(value) == IdentifierFault::None ? std::nullopt : advice(field, "paper_characters");
  }
  switch (check_identity_number(value, today)) {
    case IdentifierFault::None: return std::nullopt;
    case IdentifierFault::Length: return asked_once(field, "identity_length");
    case IdentifierFault::BirthDate: return asked_once(field, "identity_date");
    case IdentifierFault::Checksum: return asked_once(field, "identity_checksum");
    default: return asked_once(field, "identity_characters");
  }
}

std::optional<Complaint> check_credit(const Field& field, const std::string& value) {
  switch (check_credit_code(value)) {
    case IdentifierFault::None: return std::nullopt;
    case IdentifierFault::Length: return asked_once(field, "credit_length");
    case IdentifierFault::Checksum: return asked_once(field, "credit_checksum");
    case IdentifierFault::InnerCode: return asked_once(field, "credit_inner");
    case IdentifierFault::OldRegistration: return asked_once(field, "credit_old");
    default: return asked_once(field, "credit_characters");
  }
}

std::optional<Complaint> check_date(const Field& field, const std::string& value, Date today) {
  const auto date = parse_date(value);
  if (!date) return asked_once(field, "date");
  return *date > today ? asked_once(field, "date_future") : std::nullopt;
}

std::optional<Complaint> unless(IdentifierFault fault, const Field& field, std::string_view code) {
  return fault == IdentifierFault::None ? std::nullopt : advice(field, code);
}

/// 条例 Art. 29 asks for a way to reach the applicant, whichever it is.
std::optional<Complaint> check_way_to_reach(const Field& field, const std::string& value) {
  const auto fault = check_phone(value);
  return unless(fault, field, fault == IdentifierFault::NoAreaCode ? "phone_local" : "phone");
}

/// Names and addresses are words: figures or marks alone are asked about. What no standard knows yet may be a rare character.
std::optional<Complaint> check_words(const Field& field, const std::string& value) {
  if (!field.personal && !field.applicant) return std::nullopt;
  return has_letter(value) ? std::nullopt : advice(field, "no_letters");
}

/// `value` is not empty.
std::optional<Complaint> check_kind(const Field& field, const Answers& answers, const std::string& value, Date today) {
  switch (field.kind) {
    case FieldKind::Text: return check_words(field, value);
    case FieldKind::LongText: return std::nullopt;
    case FieldKind::Choice: return is_choice(field, value) ? std::nullopt : complaint(field, "choice");
    case FieldKind::Choices: return check_choices(field, value);
    case FieldKind::Phone: return check_way_to_reach(field, value);
    case FieldKind::Email: return unless(check_email(value), field, "email");
    case FieldKind::Postcode: return unless(check_postcode(value), field, "postcode");
    case FieldKind::Identity: return check_identity(field, answers, value, today);
    case FieldKind::CreditCode: return check_credit(field, value);
    case FieldKind::Day: return check_date(field, value, today);
    case FieldKind::Rating:
      return value.size() == 1 && value[0] >= '1' && value[0] <= '5' ? std::nullopt : complaint(field, "rating");
    case FieldKind::Consent: return value == "yes" ? std::nullopt : complaint(field, "consent");
  }
  return std::nullopt;
}

/// The end of the steps in a row that depend on the same answer as step `first`.
std::size_t end_of_run(const Form& form, std::size_t first) {
  const auto& when = form.steps[first].shown_when;
  auto end = first + 1;
  while (when && end < form.steps.size() && form.steps[end].shown_when && form.steps[end].shown_when->field == when->field) ++end;
  return end;
}

bool is_shown_for(const FormStep& step, const std::string& value) {
  return is_shown(step.shown_when, {{step.shown_when->field, value}});
}

const Field* asked_in(const Form& form, const std::string& id) {
  for (const auto& step : form.steps) {
    const auto field = std::find_if(step.fields.begin(), step.fields.end(), [&](const Field& each) { return each.id == id; });
    if (field != step.fields.end()) return &*field;
  }
  return nullptr;
}

/// How many steps of the run everybody sees, whatever the answer.
std::size_t counted_in_run(const Form& form, std::size_t first, std::size_t end) {
  if (!form.steps[first].shown_when) return 1;
  const auto* asked = asked_in(form, form.steps[first].shown_when->field);
  if (asked == nullptr || !asked->required || asked->kind != FieldKind::Choice) return 0;
  auto fewest = end - first;
  for (const auto& choice : asked->choices) {
    std::size_t shown = 0;
    for (auto i = first; i < end; ++i) shown += is_shown_for(form.steps[i], choice.value) ? 1U : 0U;
    fewest = std::min(fewest, shown);
  }
  return fewest;
}

/// The how-manieth of its run the step is, for whom it is shown to.
std::size_t place_in_run(const Form& form, std::size_t first, std::size_t here) {
  const auto& when = form.steps[here].shown_when;
  if (!when || when->values.empty()) return here - first + 1;
  std::size_t place = 0;
  for (auto i = first; i <= here; ++i) place += is_shown_for(form.steps[i], when->values.front()) ? 1U : 0U;
  return place;
}

/// The complaint about a question left open, in words that fit how it is answered.
std::string_view open_question(FieldKind kind) {
  switch (kind) {
    case FieldKind::Consent: return "consent";
    case FieldKind::Rating: return "rating";
    case FieldKind::Choice:
    case FieldKind::Choices: return "choice";
    default: return "required";
  }
}

bool is_answered_instead(const Field& field, const Answers& answers) {
  return std::any_of(field.instead.begin(), field.instead.end(),
                     [&](const std::string& other) { return !trimmed(answer_of(answers, other)).empty(); });
}

/// The answers to fields that conditions leave shown, given `answers`.
Answers shown_once(const Form& form, const Answers& answers) {
  Answers shown;
  for (const auto& step : form.steps) {
    if (!is_shown(step.shown_when, answers)) continue;
    for (const auto& field : step.fields) {
      const auto answer = answers.find(field.id);
      if (answer != answers.end() && is_shown(field.shown_when, answers)) shown.insert(*answer);
    }
  }
  return shown;
}

bool looks_like_credit_code(const std::string& value) {
  const auto fault = check_credit_code(value);
  return fault != IdentifierFault::Length && fault != IdentifierFault::Characters;
}

/// As it is stored.
std::string normal_value(const Field& field, const std::string& value) {
  switch (field.kind) {
    case FieldKind::Identity: return check_other_paper(value) == IdentifierFault::None ? normal_identifier(value) : trimmed(value);
    case FieldKind::CreditCode: return looks_like_credit_code(value) ? normal_identifier(value) : trimmed(value);
    case FieldKind::Postcode: return check_postcode(value) == IdentifierFault::None ? normal_identifier(value) : trimmed(value);
    case FieldKind::Phone:
    case FieldKind::Email: return trimmed(fold_width(value));
    default: return trimmed(value);
  }
}

std::string choice_label(const Field& field, const std::string& value, bool english) {
  for (const auto& choice : field.choices) {
    if (choice.value == value) return english && !choice.label_en.empty() ? choice.label_en : choice.label;
  }
  return value;
}

/// z***@example.cn
std::string masked_email(const std::string& value) {
  const auto at = value.rfind('@');
  if (at == std::string::npos || at == 0) return masked_name(value);
  return std::string(first_characters(value.substr(0, at), 1)) + "***" + value.substr(at);
}

/// A name keeps its length; anything longer keeps its beginning only.
std::string masked_text(const std::string& value) {
  static constexpr std::size_t kLongestName = 12;
  if (count_characters(value) <= kLongestName) return masked_name(value);
  return std::string(first_characters(value, 2)) + "******";
}

}  // namespace

bool is_shown(const std::optional<Condition>& condition, const Answers& answers) {
  if (!condition) return true;
  const auto& answer = answer_of(answers, condition->field);
  if (trimmed(answer).empty()) return false;
  if (condition->values.empty()) return true;
  const auto given = split(answer, '\n');
  return std::any_of(given.begin(), given.end(), [&](const std::string& value) {
    return std::find(condition->values.begin(), condition->values.end(), value) != condition->values.end();
  });
}

Answers visible_answers(const Form& form, const Answers& answers) {
  Answers visible = answers;
  for (;;) {  // each round only removes, so this ends
    auto next = shown_once(form, visible);
    if (next.size() == visible.size()) return next;
    visible = std::move(next);
  }
}

std::vector<std::size_t> visible_steps(const Form& form, const Answers& answers) {
  const auto visible = visible_answers(form, answers);
  std::vector<std::size_t> steps;
  for (std::size_t i = 0; i < form.steps.size(); ++i) {
    const auto& step = form.steps[i];
    const bool asks = std::any_of(step.fields.begin(), step.fields.end(),
                                  [&](const Field& field) { return is_shown(field.shown_when, visible); });
    if (is_shown(step.shown_when, visible) && (asks || step.fields.empty())) steps.push_back(i);
  }
  return steps;
}

Way way_to(const Form& form, std::size_t here) {
  Way way;
  for (std::size_t i = 0; i < form.steps.size();) {
    const auto end = end_of_run(form, i);
    const auto counted = counted_in_run(form, i, end);
    if (here >= i && here < end) way.here = std::max<std::size_t>(1, way.steps + std::min(counted, place_in_run(form, i, here)));
    way.steps += counted;
    i = end;
  }
  return way;
}

std::optional<Complaint> check_field(const Field& field, const Answers& answers, Date today) {
  const auto value = trimmed(answer_of(answers, field.id));
  if (value.empty()) {
    if (!field.required || is_answered_instead(field, answers)) return std::nullopt;
    return complaint(field, field.instead.empty() ? open_question(field.kind) : "one_of");
  }
  if (!fits(value, field.max_length)) return complaint(field, "too_long");
  return check_kind(field, answers, value, today);
}

std::vector<Complaint> check_step(const FormStep& step, const Answers& answers, Date today) {
  std::vector<Complaint> complaints;
  for (const auto& field : step.fields) {
    if (!is_shown(field.shown_when, answers)) continue;
    if (auto found = check_field(field, answers, today)) complaints.push_back(std::move(*found));
  }
  return complaints;
}

std::vector<Complaint> check_form(const Form& form, const Answers& answers, Date today) {
  const auto visible = visible_answers(form, answers);
  std::vector<Complaint> complaints;
  for (const auto step : visible_steps(form, answers)) {
    for (auto& found : check_step(form.steps[step], visible, today)) complaints.push_back(std::move(found));
  }
  return complaints;
}

Answers submitted_answers(const Form& form, const Answers& answers) {
  const auto visible = visible_answers(form, answers);
  Answers submitted;
  for (const auto& step : form.steps) {
    for (const auto& field : step.fields) {
      auto value = normal_value(field, answer_of(visible, field.id));
      if (!value.empty()) submitted.emplace(field.id, std::move(value));
    }
  }
  return submitted;
}

std::string display_value(const Field& field, const std::string& value, bool english) {
  switch (field.kind) {
    case FieldKind::Choice: return choice_label(field, value, english);
    case FieldKind::Choices: {
      auto labels = split(value, '\n');
      for (auto& label : labels) label = choice_label(field, label, english);
      return join(labels, english ? ", " : "、");
    }
    case FieldKind::Day: {
      const auto date = parse_date(value);
      return date && !english ? chinese_date(*date) : value;
    }
    case FieldKind::Rating: return value.empty() ? value : value + " / 5";
    case FieldKind::Consent: return value == "yes" ? (english ? "Agreed" : "同意") : value;
    default: return value;
  }
}

std::string masked_value(const Field& field, const std::string& value) {
  switch (field.kind) {
    case FieldKind::Identity: return masked_identity(value);
    case FieldKind::Phone: return masked_phone(value);
    case FieldKind::Email: return masked_email(value);
    case FieldKind::CreditCode: return field.personal ? masked_identity(value) : value;
    case FieldKind::Text:
    case FieldKind::LongText: return !field.personal ? value : field.applicant ? masked_name(value) : masked_text(value);
    default: return field.personal ? std::string(value.empty() ? 0 : 3, '*') : value;
  }
}

}  // namespace mingting
