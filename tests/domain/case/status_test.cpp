// What an applicant is told of a case, in each of its phases.
#include "base/said/words.hpp"
#include "domain/case/status.hpp"

#include <gmock/gmock.h>

#include "domain/desk_fixture.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

CaseStatus told(const Desk& desk, const char* today) {
  return status_of(desk.one, desk.with(), day_of(today), worded);
}

std::vector<std::string> keys(const CaseStatus& status) {
  std::vector<std::string> all;
  for (const auto& line : status.done) all.push_back(line.key);
  return all;
}

/// Every word of it.
std::string all_words(const CaseStatus& status) {
  auto words = status.how_counted + status.how_counted_en + status.outcome + status.reply;
  for (const auto& line : status.done) words += line.what;
  for (const auto& duty : status.duties) words += duty.what;
  return words;
}

TEST(CaseStatus, OneThatRunsSaysWhenTheReplyIsDueAndHowThatIsCounted) {
  Desk desk;
  desk.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}});
  const auto status = told(desk, "2026-11-05");
  EXPECT_EQ(status.phase, "handling");
  EXPECT_EQ(status.due, day_of("2026-11-30"));
  EXPECT_FALSE(status.due_provisional);
  EXPECT_THAT(status.how_counted, AllOf(HasSubstr("2026年11月2日收到申请"), HasSubstr("20个工作日")));
  EXPECT_THAT(status.how_counted_en, AllOf(HasSubstr("2 November 2026"), HasSubstr("20 working days")));
  EXPECT_THAT(status.done, ElementsAre(StatusLine{day_of("2026-11-02"), "收到您当面提交的申请", "arrived"}));
  EXPECT_THAT(status.duties, IsEmpty());
  EXPECT_FALSE(status.clock_stopped);
  EXPECT_FALSE(status.overdue);
  EXPECT_EQ(status.outcome, "");
  EXPECT_EQ(status.as_of, day_of("2026-11-05"));
}

TEST(CaseStatus, OneThatIsLateSaysSo) {
  Desk desk;
  desk.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}});
  EXPECT_FALSE(told(desk, "2026-11-30").overdue);
  EXPECT_TRUE(told(desk, "2026-12-01").overdue);
}

TEST(CaseStatus, ALetterWaitsForTheDayToBeConfirmed) {
  Desk desk;
  desk.does("2026-11-02", Arrived{ReceiptWay::OrdinaryLetter, {}});
  const auto status = told(desk, "2026-11-02");
  EXPECT_EQ(status.phase, "awaiting-confirmation");
  EXPECT_EQ(status.due, std::nullopt);
  ASSERT_THAT(status.duties, SizeIs(1));
  EXPECT_EQ(status.duties[0].key, "confirm");
  desk.does("2026-11-03", ReceiptConfirmed{});
  EXPECT_THAT(keys(told(desk, "2026-11-03")), ElementsAre("arrived", "receipt-confirmed"));
  EXPECT_EQ(told(desk, "2026-11-03").phase, "handling");
}

TEST(CaseStatus, ACorrectionIsADutyWithADayAndStopsTheClock) {
  Desk desk;
  desk.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}}).does("2026-11-06", CorrectionAsked{"请写明王五签的那一份", 10});
  const auto status = told(desk, "2026-11-09");
  EXPECT_EQ(status.phase, "awaiting-correction");
  EXPECT_TRUE(status.clock_stopped);
  EXPECT_EQ(status.stopped_by, "correction");
  EXPECT_EQ(status.due, std::nullopt) << "it is counted anew from the corrected application";
  ASSERT_THAT(status.duties, SizeIs(1));
  EXPECT_EQ(status.duties[0].key, "correct");
  EXPECT_EQ(status.duties[0].by, day_of("2026-11-20"));
  EXPECT_THAT(all_words(status), Not(HasSubstr("王五"))) << "an officer's free words are not told";

  EXPECT_EQ(told(desk, "2026-11-20").duties.at(0).key, "correct");
  EXPECT_EQ(told(desk, "2026-11-23").duties.at(0).key, "correct-late");

  desk.does("2026-11-13", CorrectionReceived{});
  const auto after = told(desk, "2026-11-13");
  EXPECT_EQ(after.phase, "handling");
  EXPECT_THAT(after.duties, IsEmpty());
  EXPECT_EQ(after.due, day_of("2026-12-11"));
  EXPECT_THAT(keys(after), ElementsAre("arrived", "correction-asked", "corrected"));
}

TEST(CaseStatus, AThirdPartyIsNeverNamedAndItsAnswerNotTold) {
  Desk desk;
  desk.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}})
      .does("2026-11-05", ConsultationSent{ConsultationKind::ThirdParty, "示例甲公司", {}})
      .does("2026-11-06", ConsultationDelivered{2});
  const auto waiting = told(desk, "2026-11-10");
  EXPECT_TRUE(waiting.clock_stopped);
  EXPECT_EQ(waiting.stopped_by, "third-party");
  EXPECT_THAT(waiting.done.back().what, HasSubstr("第三方"));
  EXPECT_THAT(all_words(waiting), Not(HasSubstr("示例甲公司")));

  desk.does("2026-11-12", ConsultationAnswered{2, Opinion::Objects, "示例甲公司的秘密"});
  const auto answered = told(desk, "2026-11-12");
  EXPECT_FALSE(answered.clock_stopped);
  EXPECT_EQ(answered.stopped_by, "");
  EXPECT_THAT(keys(answered), ElementsAre("arrived", "opinion-asked", "opinion-received"));
  EXPECT_THAT(all_words(answered), AllOf(Not(HasSubstr("示例甲公司")), Not(HasSubstr("不同意")), Not(HasSubstr("秘密"))));
  EXPECT_GT(*answered.due, day_of("2026-11-30")) << "the days of asking are left out";
}

TEST(CaseStatus, AFeeIsADutyWithItsAmount) {
  Desk desk;
  desk.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}}).does("2026-11-06", FeeNotified{FeeBasis::Pages, 240});
  const auto status = told(desk, "2026-11-09");
  EXPECT_EQ(status.phase, "awaiting-payment");
  EXPECT_EQ(status.stopped_by, "payment");
  ASSERT_THAT(status.duties, SizeIs(1));
  EXPECT_EQ(status.duties[0].key, "pay");
  EXPECT_THAT(status.duties[0].what, HasSubstr("240元"));
  EXPECT_EQ(status.duties[0].by, day_of("2026-12-04"));
  EXPECT_EQ(told(desk, "2026-12-07").duties.at(0).key, "pay-late");
}

TEST(CaseStatus, ReasonsAskedForAreADuty) {
  Desk desk;
  desk.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}}).does("2026-11-04", ReasonsAsked{});
  ASSERT_THAT(told(desk, "2026-11-05").duties, SizeIs(1));
  EXPECT_EQ(told(desk, "2026-11-05").duties[0].key, "give-reasons");
  desk.does("2026-11-06", ReasonsGiven{"要写论文"});
  EXPECT_THAT(told(desk, "2026-11-06").duties, IsEmpty());
  EXPECT_THAT(all_words(told(desk, "2026-11-06")), Not(HasSubstr("论文")));
}

TEST(CaseStatus, AReplyIsToBeCollectedAndThenIsTheEnd) {
  Desk desk;
  desk.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}})
      .does("2026-11-10", Extended{10, "主任"})
      .does("2026-11-20", Replied{.kind = ReplyKind::Granted, .number = "南公开复〔2026〕7号"});
  const auto made = told(desk, "2026-11-20");
  EXPECT_EQ(made.phase, "reply-made");
  EXPECT_EQ(made.outcome, "予以公开");
  ASSERT_THAT(made.duties, SizeIs(1));
  EXPECT_EQ(made.duties[0].key, "collect");
  EXPECT_THAT(made.done.back().what, HasSubstr("南公开复〔2026〕7号"));
  EXPECT_THAT(made.done, testing::Contains(Field(&StatusLine::what, HasSubstr("延长答复期限10个工作日"))));

  desk.does("2026-11-23", Served{ServiceWay::Direct});
  const auto over = told(desk, "2026-12-30");
  EXPECT_EQ(over.phase, "finished");
  EXPECT_EQ(over.outcome, "予以公开");
  EXPECT_THAT(over.duties, IsEmpty());
  EXPECT_FALSE(over.clock_stopped);
  EXPECT_FALSE(over.overdue) << "served in time, whatever day it is asked on";
}

TEST(CaseStatus, GivenUpOrWithdrawnIsAnEndToo) {
  Desk lapsed;
  lapsed.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}})
      .does("2026-11-03", CorrectionAsked{"什么", 7})
      .does("2026-11-20", Lapsed{});
  EXPECT_EQ(told(lapsed, "2026-11-20").phase, "finished");
  EXPECT_THAT(told(lapsed, "2026-11-20").done.back().what, HasSubstr("逾期不补正"));
  Desk withdrawn;
  withdrawn.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}}).does("2026-11-03", WithdrawnByApplicant{"打电话"});
  EXPECT_EQ(told(withdrawn, "2026-11-04").outcome, "申请人撤回申请");
  EXPECT_THAT(keys(told(withdrawn, "2026-11-04")), ElementsAre("arrived", "withdrawn"));
}

TEST(CaseStatus, AStepTakenBackIsNotTold) {
  Desk desk;
  desk.does("2026-11-02", Arrived{ReceiptWay::InPerson, {}})
      .does("2026-11-06", CorrectionAsked{"什么", 10})
      .does("2026-11-06", TakenBack{2, "点错了"});
  const auto status = told(desk, "2026-11-06");
  EXPECT_THAT(keys(status), ElementsAre("arrived"));
  EXPECT_EQ(status.phase, "handling");
  EXPECT_THAT(status.duties, IsEmpty());
}

TEST(CaseStatus, ADueDayInAYearWithoutANoticeIsProvisional) {
  Desk desk;
  desk.does("2026-12-25", Arrived{ReceiptWay::InPerson, {}});
  EXPECT_TRUE(told(desk, "2026-12-25").due_provisional);
}

}  // namespace
}  // namespace mingting
