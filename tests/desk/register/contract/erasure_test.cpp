// After retention: who and what are gone from the file, what happened still counts the same.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "desk/register/contract/contract.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const char* const kBasis = "示例机关档案保管期限表第3项";

/// A case with every kind of free word in it, finished on 2026-09-25.
void eventful(Register& at, const RegisterDesk& desk, std::int64_t id) {
  does(at, desk, id, "2026-09-14", ReasonsAsked{});
  does(at, desk, id, "2026-09-15", ReasonsGiven{"理由甲乙丙"});
  const auto letter = paper_of("2026-09-15", "南公开征");
  does(at, desk, id, "2026-09-15", ConsultationSent{ConsultationKind::ThirdParty, "示例第三方丁", day_of("2026-09-15")}, letter);
  does(at, desk, id, "2026-09-16", ConsultationAnswered{4, Opinion::Objects, "反对戊己庚"});
  does(at, desk, id, "2026-09-17", Extended{5, "负责人示例"});
  does(at, desk, id, "2026-09-18", TakenBack{6, "误延辛壬癸"});
  const auto paper = paper_of("2026-09-24");
  does(at, desk, id, "2026-09-24",
       Replied{.kind = ReplyKind::Granted, .withheld = {}, .number = "", .public_interest = "公益子丑寅"}, paper);
  does(at, desk, id, "2026-09-25", Served{});
  EXPECT_TRUE(at.note(
      id, {day_of("2026-09-25"), "张示例", clerk_on("2026-09-25").now, "remark", {{"text", "电话卯辰巳"}, {"due", "2026-10-01"}}},
      false));
}

TEST_P(RegisterContract, WhoAndWhatAreGoneFromEveryByteOfTheFile) {
  auto held = desk.holding(2);
  eventful(*held, desk, 1);
  const std::vector<std::string> words{"示例1",      "第1条路",    "0851-00000001", "理由甲乙丙", "示例第三方丁",
                                       "反对戊己庚", "误延辛壬癸", "公益子丑寅",    "电话卯辰巳"};
  for (const auto& word : words) EXPECT_THAT(desk.bytes(), HasSubstr(word));
  const auto done = held->erase({day_of("2026-09-25"), kBasis, "已清除"}, clerk_on("2036-10-01"));
  ASSERT_TRUE(done) << worded(done.error());
  EXPECT_EQ(done->entries, 1U);
  const auto bytes = desk.bytes();
  for (const auto& word : words) EXPECT_EQ(bytes.find(word), std::string::npos) << word;
  EXPECT_THAT(bytes, HasSubstr("第2条路")) << "the open one stays";
  EXPECT_THAT(bytes, HasSubstr("负责人示例")) << "an official, not an applicant";
}

TEST_P(RegisterContract, NumbersDaysAndEndingsStay) {
  auto held = desk.holding(1);
  eventful(*held, desk, 1);
  const auto before = held->entry(1).value();
  const auto case_before = case_of(held->steps(1).value());
  const auto documents_before = held->documents(1).value();
  ASSERT_TRUE(held->erase({day_of("2026-09-25"), kBasis, "已清除"}, clerk_on("2036-10-01")));

  auto expected = before;
  expected.applicant = {before.applicant.kind, "", "", ""};
  expected.submission.answers.clear();
  expected.erased = true;
  EXPECT_EQ(held->entry(1).value(), expected);
  EXPECT_EQ(held->find(before.number).value(), 1);

  const auto after = case_of(held->steps(1).value());
  EXPECT_EQ(after.phase, case_before.phase);
  EXPECT_EQ(after.finished, case_before.finished);
  EXPECT_EQ(after.outcome, case_before.outcome);
  EXPECT_EQ(after.reply->number, case_before.reply->number);
  EXPECT_EQ(after.consultations.at(0).ended, case_before.consultations.at(0).ended);
  EXPECT_EQ(after.consultations.at(0).opinion, Opinion::Objects);
  EXPECT_EQ(after.consultations.at(0).party, "已清除");
  EXPECT_EQ(after.consultations.at(0).reasons, "已清除");
  EXPECT_EQ(reply_due(after, desk.with(), day_of("2026-09-26")), reply_due(case_before, desk.with(), day_of("2026-09-26")));

  const auto documents = held->documents(1).value();
  ASSERT_EQ(documents.size(), documents_before.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto same = documents_before[i];
    same.content.clear();
    EXPECT_EQ(documents[i], same);
  }
  EXPECT_THAT(held->notes(1)->at(0).fields, (StepFields{{"due", "2026-10-01"}, {"text", "已清除"}}));
}

TEST_P(RegisterContract, EveryFigureIsAsBefore) {
  auto held = desk.holding(6);
  finish(*held, desk, 1, "2026-09-15");
  finish(*held, desk, 2, "2026-09-16");
  does(*held, desk, 3, "2026-09-16", WithdrawnByApplicant{"电话"});
  const auto before = held->figures().value();
  ASSERT_TRUE(held->erase({day_of("2026-09-30"), kBasis, "已清除"}, clerk_on("2036-10-01")));
  EXPECT_EQ(held->figures().value(), before);
  std::vector<CaseFigures> from_steps;
  for (std::int64_t id = 1; id <= 6; ++id) {
    from_steps.push_back(figures_of(case_of(held->steps(id).value()), held->entry(id)->applicant.kind));
  }
  EXPECT_EQ(from_steps, before) << "and as the steps have it";
}

TEST_P(RegisterContract, OpenOnesLaterOnesAndThoseInDisputeStay) {
  auto held = desk.holding(4);
  finish(*held, desk, 1, "2026-09-15");
  finish(*held, desk, 2, "2026-09-16");
  finish(*held, desk, 3, "2026-09-15");
  RegisteredDispute suit{.entry = 3, .opened = day_of("2026-10-09"), .note = "示例起诉"};
  suit.id = held->record_dispute(suit, clerk_on("2026-10-09")).value();
  EXPECT_EQ(held->erase({day_of("2026-09-15"), kBasis, "已清除"}, clerk_on("2036-10-01"))->entries, 1U);
  EXPECT_TRUE(held->entry(1)->erased);
  for (const std::int64_t id : {2, 3, 4}) EXPECT_FALSE(held->entry(id)->erased) << id;
  suit.closed = day_of("2026-12-01"), suit.outcome = DisputeOutcome::Upheld;
  ASSERT_TRUE(held->record_dispute(suit, clerk_on("2026-12-01")));
  EXPECT_EQ(held->erase({day_of("2026-09-15"), kBasis, "已清除"}, clerk_on("2036-10-02"))->entries, 1U) << "the suit is over";
  EXPECT_EQ(held->disputes()->at(0).note, "已清除");
  EXPECT_THAT(held->erasures().value(), ElementsAre(Erasure{clerk_on("2036-10-01").now, "张示例", kBasis, 1},
                                                   Erasure{clerk_on("2036-10-02").now, "张示例", kBasis, 1}));
}

TEST_P(RegisterContract, FeedbackIsErasedToo) {
  auto made = desk.made();
  ASSERT_TRUE(made->import(export_of({record_at(1, feedback_of(1))}), clerk_on("2026-09-12"), desk.with()));
  ASSERT_TRUE(
      made->note(1, {day_of("2026-09-14"), "张示例", clerk_on("2026-09-14").now, "answered", {{"text", "回复午未申"}}}, true));
  ASSERT_TRUE(made->erase({day_of("2026-09-14"), kBasis, "已清除"}, clerk_on("2036-10-01")));
  EXPECT_THAT(desk.bytes(), Not(HasSubstr("回复午未申")));
  EXPECT_EQ(made->notes(1)->at(0).fields, (StepFields{{"text", "已清除"}}));
}

TEST_P(RegisterContract, WhatIsErasedIsOver) {
  auto held = desk.holding(1);
  finish(*held, desk, 1, "2026-09-15");
  ASSERT_TRUE(held->erase({day_of("2026-09-15"), kBasis, "已清除"}, clerk_on("2036-10-01")));
  const auto refused = held->record(1, {taken("2026-09-16", TakenBack{3, "误"})}, desk.with());
  ASSERT_FALSE(refused);
  EXPECT_THAT(worded(refused.error()), HasSubstr("清除"));
  EXPECT_FALSE(held->issue(1, paper_of("2026-09-16")));
  EXPECT_THAT(held->of_same_applicant(1).value(), IsEmpty());
  const auto again = held->import(applications(1, 1), clerk_on("2036-10-02"), desk.with());
  EXPECT_EQ(again->held, 1U) << "an old stick does not bring it back";
  EXPECT_THAT(held->entry(1)->submission.answers, IsEmpty());
  EXPECT_EQ(acknowledged_by(*held).at(0).position, 1U);
}

TEST_P(RegisterContract, NeedsAGroundAndANameAndIsRecordedEvenWhenNothingWasRipe) {
  auto held = desk.holding(1);
  EXPECT_EQ(held->erase({day_of("2026-09-15"), " ", "已清除"}, clerk_on("2036-10-01")).error().trouble, Trouble::Invalid);
  EXPECT_EQ(held->erase({day_of("2026-09-15"), kBasis, "已清除"}, clerk_on("2036-10-01", "")).error().trouble, Trouble::Invalid);
  EXPECT_EQ(held->erase({day_of("2026-09-15"), kBasis, "已清除"}, clerk_on("2036-10-01"))->entries, 0U);
  EXPECT_EQ(held->erasures()->size(), 1U);
}

}  // namespace
}  // namespace mingting
