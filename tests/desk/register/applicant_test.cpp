// Who asks and what for, out of the answers of a form.
#include <gtest/gtest.h>

#include "base/text/text.hpp"
#include "desk/register/register.hpp"

namespace mingting {
namespace {

Submission of(std::vector<std::pair<std::string, std::string>> answers) {
  Submission submission;
  for (auto& [field, value] : answers) submission.answers.push_back({field, field, value, value});
  return submission;
}

TEST(Applicant, APersonIsNamedAndKeyedByThePaper) {
  const auto one = applicant_of(of({{"description", "某路改造方案"},
                                    {"applicant_kind", "person"},
                                    {"name", " 张示例 "},
                                    {"paper_number", "１１０１０５１９４９１２３１００２ｘ"},
                                    {"phone", "0851-00000000"}}));
  EXPECT_EQ(one, (Applicant{ApplicantKind::Person, "张示例", "11010519491231002X", "某路改造方案"}));
}

TEST(Applicant, AnOrganisationIsKeyedByItsCreditCodeAndNeverByItsContact) {
  const auto one = applicant_of(of({{"applicant_kind", "company"},
                                    {"organisation", "示例有限公司"},
                                    {"credit_code", "91520102 ma6示例0x"},
                                    {"contact_name", "张示例"},
                                    {"paper_number", "11010519491231002X"},
                                    {"phone", "0851-00000000"}}));
  EXPECT_EQ(one.kind, ApplicantKind::Company);
  EXPECT_EQ(one.name, "示例有限公司");
  EXPECT_EQ(one.key, "91520102MA6示例0X");
}

TEST(Applicant, AnotherOrganisationIsKeyedByItsPaper) {
  const auto one = applicant_of(
      of({{"applicant_kind", "other-organisation"}, {"organisation", "示例合作社"}, {"organisation_paper", "登记证 第-12号"}}));
  EXPECT_EQ(one.kind, ApplicantKind::Other);
  EXPECT_EQ(one.key, "登记证第12号");
}

TEST(Applicant, AnAgentIsNotTheApplicant) {
  const auto one = applicant_of(of({{"applicant_kind", "person"},
                                    {"name", "张示例"},
                                    {"paper_number", "P-1"},
                                    {"agent_name", "李示例"},
                                    {"agent_paper_number", "P-2"},
                                    {"agent_phone", "0851-11111111"}}));
  EXPECT_EQ(one.name, "张示例");
  EXPECT_EQ(one.key, "P1");
}

TEST(Applicant, WithoutAPaperNameAndPhoneTogetherAreTheKey) {
  const auto feedback =
      of({{"comment", "椅子坏了"}, {"contact_name", "张 示例"}, {"contact_phone", "０８５１－００００００００"}});
  EXPECT_EQ(applicant_of(feedback), (Applicant{ApplicantKind::Person, "张 示例", "张示例/085100000000", "椅子坏了"}));
  EXPECT_EQ(applicant_of(of({{"contact_name", "张示例"}})).key, "") << "many people share a name";
  EXPECT_EQ(applicant_of(of({{"contact_phone", "0851-00000000"}})).key, "");
  EXPECT_EQ(applicant_of(Submission{}), Applicant{});
}

TEST(Applicant, WhatIsWantedIsOneLineOfAtMostTwoHundredCharacters) {
  EXPECT_EQ(applicant_of(of({{"description", "第一行\r\n第二行\n第三行"}})).wanted, "第一行 第二行 第三行");
  std::string longest;
  for (int i = 0; i < 250; ++i) longest += "长";
  EXPECT_EQ(count_code_points(applicant_of(of({{"description", longest}})).wanted), 200U + 2U) << "shortened with ……";
  EXPECT_EQ(applicant_of(of({{"description", ""}, {"document", "南府发〔2021〕5号"}})).wanted, "南府发〔2021〕5号");
}

TEST(Applicant, WhatCouldSteerATerminalIsLeftOut) {
  const auto one = applicant_of(of({{"name", "张\x1b[31m示例\u202e"},
                                    {"description",
                                     "a\x07"
                                     "b"}}));
  EXPECT_EQ(one.name, "张[31m示例");
  EXPECT_EQ(one.wanted, "ab");
}

TEST(Applicant, AnUnknownKindCountsAsAPerson) {
  EXPECT_EQ(applicant_of(of({{"applicant_kind", "martian"}, {"name", "张示例"}})).kind, ApplicantKind::Person);
}

TEST(Applicant, TheSameNameWithAnyDotIsTheSamePerson) {
  const auto key = [](const char* name) { return applicant_of(of({{"comment", "椅子坏了"}, {"contact_name", name}, {"contact_phone", "0851-00000000"}})).key; };
  for (const auto* name : {"示例·艾力", "示例•艾力", "示例‧艾力", "示例・艾力", "示例･艾力"}) EXPECT_EQ(key(name), key("示例·艾力")) << name;
  EXPECT_EQ(key("葛\U000E0100城"), key("葛城"));
}

TEST(Applicant, ALongRequestIsShortenedVisiblyForLists) {
  std::string request;
  for (int i = 0; i < 100; ++i) request += "请公开施工方案。";
  const auto submission = of({{"description", request}});
  EXPECT_TRUE(applicant_of(submission).wanted.ends_with("……"));
  EXPECT_EQ(request_in(submission), request);
}

}  // namespace
}  // namespace mingting
