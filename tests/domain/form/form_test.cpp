// What a form asks for, and what is wrong with an answer.
#include "domain/form/form.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "domain/identity/identifiers.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
const Date kToday = std::chrono::year{2026} / 11 / 23;

Field field_of(FieldKind kind) {
  Field field;
  field.id = "f";
  field.kind = kind;
  return field;
}

/// The complaint's code; "?" behind one that is asked once, "+advice" behind one in nobody's way; "" when there is none.
std::string complaint(const Field& field, const std::string& value, Answers others = {}) {
  others["f"] = value;
  const auto found = check_field(field, others, kToday);
  if (!found) return "";
  return found->code + (found->gravity == Gravity::Advice ? "+advice" : found->gravity == Gravity::AskedOnce ? "?" : "");
}

TEST(CheckField, RequiredMeansMoreThanSpaces) {
  auto field = field_of(FieldKind::Text);
  EXPECT_EQ(complaint(field, ""), "");
  field.required = true;
  EXPECT_EQ(complaint(field, ""), "required");
  EXPECT_EQ(complaint(field, "　 \n"), "required");
  EXPECT_EQ(complaint(field, "王"), "");
}

TEST(CheckField, LengthIsInCharacters) {
  auto field = field_of(FieldKind::Text);
  field.max_length = 3;
  EXPECT_EQ(complaint(field, "𬭸䶮㛃"), "");
  EXPECT_EQ(complaint(field, "𬭸䶮㛃𫖯"), "too_long");
}

TEST(CheckField, ACharacterIsWhatAPersonCountsAsOne) {
  auto field = field_of(FieldKind::Text);
  field.max_length = 2;
  EXPECT_EQ(complaint(field, "葛\U000E0100城"), "");
  EXPECT_EQ(complaint(field, "👨\u200D👩\u200D👧👍🏽"), "");
  EXPECT_EQ(complaint(field, "葛\U000E0100城县"), "too_long");
}

TEST(CheckField, ANameOfFiguresOrMarksIsAskedAboutAndNeverBarred) {
  auto field = field_of(FieldKind::Text);
  EXPECT_EQ(complaint(field, "12345"), "") << "no name, no question";
  field.personal = true;
  for (const auto* odd : {"12345", "。。", "😀", "①", "A1"}) {
    EXPECT_EQ(complaint(field, odd), std::string(odd) == "A1" ? "" : "no_letters+advice") << odd;
  }
  // 𰻞 is of Extension G, \uE000 of somebody's own table, the last two of none yet.
  for (const auto* name : {"王", "〇", "𰻞", "\uE000", "\U000323B0", "ཨོཾ", "ئۇيغۇر", "ꆈꌠ", "Łukasz", "Ёж", "محمد"}) {
    EXPECT_EQ(complaint(field, name), "") << name;
  }
}

TEST(CheckField, OneWayToBeReachedIsEnough) {
  auto phone = field_of(FieldKind::Phone);
  phone.required = true;
  phone.instead = {"address"};
  EXPECT_EQ(complaint(phone, ""), "one_of");
  EXPECT_EQ(complaint(phone, "", {{"address", " "}}), "one_of");
  EXPECT_EQ(complaint(phone, "", {{"address", "示例路1号"}}), "");
  EXPECT_EQ(complaint(phone, "没有电话，请到门卫找我"), "phone+advice");
}

TEST(CheckField, EachKindHasItsCode) {
  EXPECT_EQ(complaint(field_of(FieldKind::Phone), "1380013800"), "phone+advice");
  EXPECT_EQ(complaint(field_of(FieldKind::Phone), "85511234"), "phone_local+advice");
  EXPECT_EQ(complaint(field_of(FieldKind::Email), "a@b"), "email+advice");
  EXPECT_EQ(complaint(field_of(FieldKind::Postcode), "SW1A 1AA"), "postcode+advice");
  EXPECT_EQ(complaint(field_of(FieldKind::Day), "2026-02-30"), "date?");
  EXPECT_EQ(complaint(field_of(FieldKind::Day), "2026-11-24"), "date_future?");
  EXPECT_EQ(complaint(field_of(FieldKind::Day), "2026-11-23"), "");
  EXPECT_EQ(complaint(field_of(FieldKind::Rating), "6"), "rating");
  EXPECT_EQ(complaint(field_of(FieldKind::Rating), "55"), "rating");
  EXPECT_EQ(complaint(field_of(FieldKind::Rating), "5"), "");
  EXPECT_EQ(complaint(field_of(FieldKind::CreditCode), "91330100799655058"), "credit_length?");
  EXPECT_EQ(complaint(field_of(FieldKind::CreditCode), "9133010079965505IB"), "credit_characters?");
  EXPECT_EQ(complaint(field_of(FieldKind::CreditCode), "91330100799655058C"), "credit_checksum?");
  EXPECT_EQ(complaint(field_of(FieldKind::CreditCode), "91330100799655058B"), "");
  EXPECT_EQ(complaint(field_of(FieldKind::CreditCode), "91350203M0001ABC19"), "credit_checksum?") << "of before 2016";
  for (const auto* old : {"520103600123456", "5201002101234", "5201-0360 0123456"}) {
    EXPECT_EQ(complaint(field_of(FieldKind::CreditCode), old), "credit_old?") << old;
  }
}

TEST(CheckField, ConsentIsAsked) {
  auto field = field_of(FieldKind::Consent);
  field.required = true;
  EXPECT_EQ(complaint(field, ""), "consent");
  EXPECT_EQ(complaint(field, "no"), "consent");
  EXPECT_EQ(complaint(field, "yes"), "");
}

TEST(CheckField, AnOpenQuestionIsComplainedOfAsItIsAnswered) {
  for (const auto& [kind, code] : {std::pair(FieldKind::Rating, "rating"), std::pair(FieldKind::Choice, "choice"),
                                   std::pair(FieldKind::Choices, "choice"), std::pair(FieldKind::Text, "required")}) {
    auto field = field_of(kind);
    EXPECT_EQ(complaint(field, ""), "");
    field.required = true;
    EXPECT_EQ(complaint(field, ""), code);
  }
}

Field who_asks(const std::string& id, bool required) {
  return {.id = id, .kind = FieldKind::Choice, .required = required, .choices = {{"one", "", "", ""}, {"other", "", "", ""}}};
}

FormStep step_when(const std::string& id, const std::string& field = "", const std::string& value = "") {
  FormStep step{.fields = {{.id = id}}};
  if (!field.empty()) step.shown_when = Condition{field, {value}};
  return step;
}

/// Where each step stands, of how many.
std::string ways(const Form& form) {
  std::string all;
  for (std::size_t i = 0; i < form.steps.size(); ++i) {
    const auto way = way_to(form, i);
    all += (i == 0 ? "" : " ") + std::to_string(way.here) + "/" + std::to_string(way.steps);
  }
  return all;
}

TEST(WayTo, TheGoalIsTheSameForEverybody) {
  Form form;
  form.steps = {step_when("what"), {.fields = {who_asks("kind", true)}}, step_when("name", "kind", "one"),
                step_when("paper", "kind", "one"), step_when("firm", "kind", "other"), step_when("code", "kind", "other"),
                step_when("end")};
  EXPECT_EQ(ways(form), "1/5 2/5 3/5 4/5 3/5 4/5 5/5");
}

TEST(WayTo, WhatOnlySomeAreAskedCountsWithTheStepBefore) {
  Form form;
  form.steps = {step_when("what"), {.fields = {who_asks("agent", false)}}, step_when("agent-name", "agent", "other"),
                step_when("agent-paper", "agent", "other"), step_when("end")};
  EXPECT_EQ(ways(form), "1/3 2/3 2/3 2/3 3/3") << "the question may be passed without an answer";
  form.steps[1].fields[0].required = true;
  EXPECT_EQ(ways(form), "1/3 2/3 2/3 2/3 3/3") << "one answer brings no step";
}

TEST(CheckField, ChoicesMustBeOffered) {
  auto field = field_of(FieldKind::Choice);
  field.choices = {{"paper", "纸质", "Paper", ""}, {"email", "电子邮件", "E-mail", ""}};
  EXPECT_EQ(complaint(field, "paper"), "");
  EXPECT_EQ(complaint(field, "fax"), "choice");
  EXPECT_EQ(complaint(field, "paper\nemail"), "choice");
  field.kind = FieldKind::Choices;
  EXPECT_EQ(complaint(field, "paper\nemail"), "");
  EXPECT_EQ(complaint(field, "paper\npaper"), "choice");
  EXPECT_EQ(complaint(field, "paper\nfax"), "choice");
}

TEST(CheckField, IdentityFollowsThePaper) {
  auto field = field_of(FieldKind::Identity);
  field.paper_field = "paper";
  for (const auto* paper : {"identity-card", "residence-permit"}) {
    EXPECT_EQ(complaint(field, "11010519491231002x", {{"paper", paper}}), "");
    EXPECT_EQ(complaint(field, "1101051949123100", {{"paper", paper}}), "identity_length?");
    EXPECT_EQ(complaint(field, "1101051949123100AX", {{"paper", paper}}), "identity_characters?");
    EXPECT_EQ(complaint(field, "110105194902300021", {{"paper", paper}}), "identity_date?");
    EXPECT_EQ(complaint(field, "110105194912310021", {{"paper", paper}}), "identity_checksum?");
  }
}

TEST(CheckField, NoOtherPaperEverBlocks) {
  auto field = field_of(FieldKind::Identity);
  field.paper_field = "paper";
  for (const auto* paper : {"passport", "permanent-residence", "military", "other", ""}) {
    EXPECT_EQ(complaint(field, "E12345678", {{"paper", paper}}), "");
    for (const auto* odd : {"E", "🙂🙂🙂🙂🙂", "E 12\u200B3 !!", "\xff\xfe"}) {
      const auto code = complaint(field, odd, {{"paper", paper}});
      EXPECT_TRUE(code.empty() || code.ends_with("+advice")) << odd << " " << code;
    }
    EXPECT_EQ(complaint(field, "E", {{"paper", paper}}), "paper_characters+advice");
  }
}

TEST(CheckField, SurvivesAnyBytes) {
  SeededRandom random(11);
  for (int kind = 0; kind <= static_cast<int>(FieldKind::Consent); ++kind) {
    auto field = field_of(static_cast<FieldKind>(kind));
    field.paper_field = kind % 2 == 0 ? "" : "paper";
    for (int round = 0; round < 300; ++round) {
      std::string value(random.below(40), '\0');
      random.fill(std::as_writable_bytes(std::span(value)));
      (void)complaint(field, value);
      (void)masked_value(field, value);
      (void)display_value(field, value, round % 2 == 0);
    }
    const std::string long_value(2'000'000, '9');
    EXPECT_NE(complaint(field, long_value), "");
  }
}

// ---- conditions ----

/// kind = person | company; person -> name; name given -> nickname (a chain); company -> a step of its own.
Form conditional_form() {
  Form form;
  Field kind = field_of(FieldKind::Choice);
  kind.id = "kind";
  kind.required = true;
  kind.choices = {{"person", "公民", "Person", ""}, {"company", "企业", "Company", ""}};
  Field name{.id = "name", .required = true, .shown_when = Condition{"kind", {"person"}}};
  Field nickname{.id = "nickname", .required = true, .shown_when = Condition{"name", {}}};
  Field code{.id = "code", .kind = FieldKind::CreditCode, .required = true};
  form.steps = {FormStep{.fields = {kind}}, FormStep{.fields = {name, nickname}},
                FormStep{.fields = {code}, .shown_when = Condition{"kind", {"company"}}}, FormStep{.title = "说明"}};
  return form;
}

TEST(Conditions, StepsFollowTheAnswers) {
  const auto form = conditional_form();
  EXPECT_THAT(visible_steps(form, {}), ElementsAre(0U, 3U));
  EXPECT_THAT(visible_steps(form, {{"kind", "person"}}), ElementsAre(0U, 1U, 3U));
  EXPECT_THAT(visible_steps(form, {{"kind", "company"}}), ElementsAre(0U, 2U, 3U));
}

TEST(Conditions, WhatIsHiddenIsNotHandedIn) {
  const auto form = conditional_form();
  const Answers answers{{"kind", "company"}, {"name", "王小明"}, {"nickname", "小王"}, {"code", "91330100 799655058b"}, {"x", "y"}};
  // nickname hangs on name, which is hidden: it goes too.
  EXPECT_EQ(submitted_answers(form, answers), (Answers{{"kind", "company"}, {"code", "91330100799655058B"}}));
}

TEST(Conditions, WhatIsOddIsHandedInAsTyped) {
  Form form;
  form.steps = {FormStep{.fields = {Field{.id = "code", .kind = FieldKind::CreditCode}, Field{.id = "post", .kind = FieldKind::Postcode},
                                    Field{.id = "paper", .kind = FieldKind::Identity}, Field{.id = "phone", .kind = FieldKind::Phone}}}};
  const Answers odd{{"code", "粤府 12-3"}, {"post", "SW1A 1AA"}, {"paper", "军字第 12-3 号；见附件"}, {"phone", "+1 (212) 555-0100、12345"}};
  EXPECT_EQ(submitted_answers(form, odd), odd);
}

TEST(Conditions, HiddenFieldsAreNotChecked) {
  const auto form = conditional_form();
  EXPECT_THAT(check_form(form, {{"kind", "company"}, {"code", "91330100799655058B"}, {"name", ""}}, kToday), IsEmpty());
  EXPECT_THAT(check_form(form, {{"kind", "company"}, {"name", "王"}, {"code", ""}}, kToday),
              ElementsAre(Complaint{"code", "required"}));
  EXPECT_THAT(check_form(form, {}, kToday), ElementsAre(Complaint{"kind", "choice"}));
}

TEST(Conditions, OneOfSeveralChoicesIsEnough) {
  const Condition condition{"ways", {"post", "fax"}};
  EXPECT_TRUE(is_shown(condition, {{"ways", "email\npost"}}));
  EXPECT_FALSE(is_shown(condition, {{"ways", "email"}}));
  EXPECT_FALSE(is_shown(condition, {}));
  EXPECT_TRUE(is_shown(std::nullopt, {}));
}

TEST(Conditions, FieldsThatHangOnEachOtherEnd) {
  Form form;
  form.steps = {FormStep{
      .fields = {Field{.id = "a", .shown_when = Condition{"b", {}}}, Field{.id = "b", .shown_when = Condition{"a", {}}}}}};
  EXPECT_EQ(visible_answers(form, {{"a", "1"}}), Answers{});
  EXPECT_EQ(visible_answers(form, {{"a", "1"}, {"b", "2"}}).size(), 2U);
}

// ---- for people ----

TEST(DisplayValue, ShowsLabelsAndDates) {
  auto field = field_of(FieldKind::Choices);
  field.choices = {{"paper", "纸质", "Paper", ""}, {"email", "电子邮件", "", ""}};
  EXPECT_EQ(display_value(field, "paper\nemail", false), "纸质、电子邮件");
  EXPECT_EQ(display_value(field, "paper\nemail", true), "Paper, 电子邮件");
  EXPECT_EQ(display_value(field_of(FieldKind::Day), "2026-11-23", false), "2026年11月23日");
  EXPECT_EQ(display_value(field_of(FieldKind::Text), "王", false), "王");
}

TEST(MaskedValue, HidesWhatIdentifies) {
  EXPECT_EQ(masked_value(field_of(FieldKind::Identity), "11010519491231002X"), "1101**********002X");
  EXPECT_EQ(masked_value(field_of(FieldKind::Phone), "13800138000"), "138****8000");
  EXPECT_EQ(masked_value(field_of(FieldKind::Email), "zhang@example.cn"), "z***@example.cn");
  auto name = field_of(FieldKind::Text);
  EXPECT_EQ(masked_value(name, "欧阳娜娜"), "欧阳娜娜");
  name.personal = true;
  EXPECT_EQ(masked_value(name, "欧阳娜娜"), "欧阳**");
  EXPECT_EQ(masked_value(name, "贵阳市南明区市南路某某小区一栋二单元"), "贵阳******");
  name.applicant = true;
  for (const auto* long_name : {"Łukasz Kowalski-Nowak", "买买提·艾力·托合提·阿卜杜拉"}) {
    EXPECT_EQ(masked_value(name, long_name), masked_name(long_name)) << "on the receipt as in the register";
  }
}

}  // namespace
}  // namespace mingting
