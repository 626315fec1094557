// Forms as data (content/forms/NAME.toml) and the checks on what a visitor answers. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/named.hpp"

namespace mingting {

/// How a field is answered. Identity: the check follows the paper named in `paper_field`. Rating: 1 to 5.
enum class FieldKind { Text, LongText, Choice, Choices, Phone, Email, Postcode, Identity, CreditCode, Day, Rating, Consent };
inline constexpr Named<FieldKind> kFieldKinds[] = {
    {FieldKind::Text, "text", ""},
    {FieldKind::LongText, "long-text", ""},
    {FieldKind::Choice, "choice", ""},
    {FieldKind::Choices, "choices", ""},
    {FieldKind::Phone, "phone", ""},
    {FieldKind::Email, "email", ""},
    {FieldKind::Postcode, "postcode", ""},
    {FieldKind::Identity, "identity", ""},
    {FieldKind::CreditCode, "credit-code", ""},
    {FieldKind::Day, "date", ""},
    {FieldKind::Rating, "rating", ""},
    {FieldKind::Consent, "consent", ""},
};

struct Choice {
  std::string value;     ///< stored
  std::string label;
  std::string label_en;
  std::string help;
  bool operator==(const Choice&) const = default;
};

/// A condition on another answer: shown only when `field` has one of `values` (any value at all when empty).
struct Condition {
  std::string field;
  std::vector<std::string> values;
  bool operator==(const Condition&) const = default;
};

struct Field {
  std::string id;
  FieldKind kind = FieldKind::Text;
  std::string label, label_en;
  std::string help, help_en;
  bool required = false;
  std::vector<std::string> instead;  ///< fields any of which, answered, makes this one not required: one way to be reached is enough
  std::size_t max_length = 200;  ///< characters as people count them; the kiosk's alone, what comes on paper has any length
  bool applicant = false;        ///< names who hands it in: printed, masked, on the receipt
  bool personal = false;         ///< masked on review pages and receipts, wiped first
  std::string paper_field;       ///< Identity: the Choice field that names the kind of paper
  std::string search;            ///< "published": what is typed here is searched among what is already public
  std::vector<Choice> choices;
  std::string others, others_en;  ///< Choice: the row behind which all choices but the first stand, which nearly everyone takes
  bool folded = false;            ///< stands behind the step's row `more`
  std::optional<Condition> shown_when;
  bool operator==(const Field&) const = default;
};

struct FormStep {
  std::string title, title_en;
  std::string help, help_en;
  std::string more, more_en;  ///< the row that opens the folded fields
  std::vector<Field> fields;
  std::optional<Condition> shown_when;
  bool operator==(const FormStep&) const = default;
};

/// Which rules apply when the form is handed in: a request for information (条例), feedback on the hall or on a document, a
/// comment on a draft decision, a letter to the head of the district.
enum class RuleSet { None, Application, Feedback, Comment, Letter };
inline constexpr Named<RuleSet> kRuleSets[] = {
    {RuleSet::Application, "application", ""},
    {RuleSet::Feedback, "feedback", ""},
    {RuleSet::Comment, "comment", ""},
    {RuleSet::Letter, "letter", ""},
    {RuleSet::None, "none", ""},
};

/// Said before the first question: help for those who need it, or what does not belong on this form.
struct FormNote {
  std::string title, title_en;
  std::vector<std::string> lines, lines_en;
  bool folded = false;  ///< shown as a button with the title until it is tapped
  bool operator==(const FormNote&) const = default;
};

/// What the law treats otherwise, told from the words somebody writes. It is advice: nothing is ever blocked by it. The
/// patterns are explained in domain/form/advice.hpp.
struct FormAdvice {
  std::string code;                 ///< petition, publication ...
  std::vector<std::string> fields;  ///< the fields that are looked at
  std::vector<std::string> words;   ///< patterns, any of which is enough
  std::vector<std::string> except;  ///< phrases in which a word means something else: 投诉举报电话
  std::string sentence, sentence_en;
  std::string article, article_en;  ///< the rule behind it; "" for mere good practice
  std::string channel, channel_en;  ///< where to go instead; "" for nowhere
  bool operator==(const FormAdvice&) const = default;
};

/// A sentence of what happens next that concerns only some, e.g. agents.
struct NextIf {
  Condition when;
  std::string sentence, sentence_en;
  bool operator==(const NextIf&) const = default;
};

struct Form {
  std::string id;
  std::string title, title_en;
  std::string intro, intro_en;
  std::string version;
  RuleSet rules = RuleSet::None;
  std::vector<std::string> next;     ///< what happens next, printed on the receipt; "{due}" is the due date
  std::vector<std::string> next_en;
  std::vector<NextIf> next_if;       ///< before those of `next`
  std::vector<FormNote> notes;
  std::vector<FormAdvice> advice;
  int promise_days = 0;      ///< working days within which the office promises an answer; 0: it promises none
  bool countersign = false;  ///< staff sign the receipt on the day it was handed in
  std::vector<FormStep> steps;
  bool operator==(const Form&) const = default;
};

/// Field id -> value. Choices: values joined by '\n'. Consent: "yes". Date: ISO.
using Answers = std::map<std::string, std::string>;

/// How grave a complaint is. Blocks: without this answer nothing could be replied (条例 Art. 29). AskedOnce: what a check
/// character calls wrong is asked once and then taken, with a mark, since papers themselves may be wrong. Advice: said, in
/// nobody's way.
enum class Gravity { Blocks, AskedOnce, Advice };

/// What is odd about an answer. `code` is the key of the sentence in assets/strings (error.CODE).
struct Complaint {
  std::string field;
  std::string code;
  Gravity gravity = Gravity::Blocks;
  bool operator==(const Complaint&) const = default;
};

bool is_shown(const std::optional<Condition>& condition, const Answers& answers);
/// Steps of the form that the answers leave visible, as indices.
std::vector<std::size_t> visible_steps(const Form& form, const Answers& answers);

/// The answers to questions the form asks as things stand. Conditions see only these: what was answered to a question
/// that has since been hidden shows nothing. Values as typed.
Answers visible_answers(const Form& form, const Answers& answers);

/// How far step `here` is on the way through the form, from 1. Only the form decides, so that the goal never moves: steps in a
/// row that depend on one answer count as often as the answer that shows the fewest of them; what an answer brings beyond that
/// counts with the step before.
struct Way {
  std::size_t here = 0, steps = 0;
  bool operator==(const Way&) const = default;
};
Way way_to(const Form& form, std::size_t here);

/// The first complaint about one answer; `today` for birth dates and dates in the future.
std::optional<Complaint> check_field(const Field& field, const Answers& answers, Date today);
/// All complaints of the visible fields of one step.
std::vector<Complaint> check_step(const FormStep& step, const Answers& answers, Date today);
std::vector<Complaint> check_form(const Form& form, const Answers& answers, Date today);

/// The answers that belong to the form and are visible: what is handed in. Nothing hidden or foreign goes along; values
/// are trimmed, identifiers that are what they should be in their normal form and others as typed, empty ones left out.
Answers submitted_answers(const Form& form, const Answers& answers);
/// For people: the choice's label instead of its value, several joined by 、; dates in Chinese form.
std::string display_value(const Field& field, const std::string& value, bool english);
/// With the middle hidden: identity 1101**********002X, phone 138****8000, name 欧阳**, e-mail z***@example.cn. Identity
/// numbers, phones and e-mail always, other kinds when the field is personal; a choice's value stays unless personal.
std::string masked_value(const Field& field, const std::string& value);

}  // namespace mingting
