// What claims a submission: whole numbers in any spelling, and nothing of what names nobody.
#include "domain/form/claim.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClaimNumber, IsTheSameInAnySpelling) {
  for (const char* typed : {"13800138000", "138 0013 8000", "138-0013-8000", "１３８００１３８０００",
                            "+86 13800138000", "0086-138-00138000"}) {
    EXPECT_EQ(claim_number(typed), "13800138000") << typed;
  }
  EXPECT_EQ(claim_number("e12345678"), "E12345678");
  EXPECT_EQ(claim_number("0851-85511234 转 8001"), "0851855112348001");
  EXPECT_EQ(claim_number("86551234"), "86551234") << "a number of the town, no code of the country";
}

TEST(ClaimNumber, APieceIsNone) {
  for (const char* typed : {"", " - ", "8000", "电话", "12345"}) EXPECT_EQ(claim_number(typed), "") << typed;
}

Form form_with(const std::vector<Field>& fields) {
  Form form{.id = "letter"};
  form.steps.push_back({.title = "who", .fields = fields});
  return form;
}

const Form kForm = form_with({{.id = "words", .kind = FieldKind::LongText},
                              {.id = "name", .kind = FieldKind::Text, .personal = true},
                              {.id = "phone", .kind = FieldKind::Phone},
                              {.id = "paper", .kind = FieldKind::Identity},
                              {.id = "code", .kind = FieldKind::CreditCode}});

TEST(Claims, AreThePhoneAndDocumentNumbersOfAForm) {
  const auto claim = claim_of(kForm, {{"words", "13900139000"},
                                      {"phone", "13800138000"},
                                      {"paper", "11010519491231002X"},
                                      {"code", "91330100799655058B"}});
  EXPECT_EQ(claim.form, "letter");
  EXPECT_THAT(claim.numbers, ElementsAre("13800138000", "11010519491231002X", "91330100799655058B"));
  EXPECT_FALSE(claim.nameless);
}

TEST(Claims, OneFieldMayHoldSeveralNumbers) {
  EXPECT_THAT(claim_of(kForm, {{"phone", "13800138000、0851-85511234"}}).numbers,
              ElementsAre("13800138000085185511234", "13800138000", "085185511234"));
}

TEST(Claims, WhatNamesNobodyNeedsNoneAndANameAloneClaimsNothing) {
  EXPECT_TRUE(claim_of(kForm, {{"words", "灯太暗"}}).nameless);
  EXPECT_THAT(claim_of(kForm, {{"words", "灯太暗"}}).numbers, IsEmpty());
  EXPECT_FALSE(claim_of(kForm, {{"name", "欧阳示例"}}).nameless);
  EXPECT_FALSE(claim_of(kForm, {{"phone", "110"}}).nameless);
}

}  // namespace
}  // namespace mingting
