// The clock of one application, by the articles. Dates from the vectors of the starter calendar.
#include "base/said/words.hpp"
#include "domain/case/clock.hpp"

#include <gmock/gmock.h>

#include "domain/desk_fixture.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;

Desk received(std::string_view day) {
  Desk desk;
  desk.does(day, Arrived{ReceiptWay::InPerson, std::nullopt});
  return desk;
}
const Replied kGrant{.kind = ReplyKind::Granted};

// ---- Art. 31 ----

TEST(Receipt, TheDayByTheWay) {
  for (const auto way : {ReceiptWay::InPerson, ReceiptWay::Spoken, ReceiptWay::SignedPost}) {
    Desk desk;
    desk.does("2026-09-11", Arrived{way, std::nullopt});
    EXPECT_EQ(desk.one.received, day_of("2026-09-11"));
    EXPECT_EQ(desk.due("2026-09-11"), "2026-10-15");
  }
  for (const auto way : {ReceiptWay::OrdinaryLetter, ReceiptWay::Internet, ReceiptWay::Fax}) {
    Desk desk;
    desk.does("2026-09-09", Arrived{way, std::nullopt});
    EXPECT_EQ(desk.one.phase, Phase::AwaitingConfirmation);
    EXPECT_EQ(desk.due("2026-09-30"), "");
    EXPECT_EQ(desk.on("2026-09-09").next.front().name, "confirm");
    EXPECT_THAT(desk.refusal("2026-09-10", kGrant), HasSubstr("第三十一条"));
    desk.does("2026-09-11", ReceiptConfirmed{});
    EXPECT_EQ(desk.due("2026-09-11"), "2026-10-15");
  }
}

TEST(Receipt, ConfirmedAtOnce) {
  Desk desk;
  auto step = step_on(day_of("2026-09-10"), Arrived{ReceiptWay::Fax, day_of("2026-09-11")});
  EXPECT_FALSE(record(desk.one, step, desk.with()));  // the day has not come
  step.recorded = start_of(day_of("2026-09-11"));
  desk.one = record(desk.one, step, desk.with()).value();
  EXPECT_EQ(desk.due("2026-09-11"), "2026-10-15");
  EXPECT_THAT(Desk{}.refusal("2026-09-11", Arrived{ReceiptWay::Fax, day_of("2026-09-10")}), HasSubstr("不能早于"));
  EXPECT_THAT(Desk{}.refusal("2026-09-11", Arrived{ReceiptWay::InPerson, day_of("2026-09-11")}), HasSubstr("第三十一条"));
}

TEST(Receipt, TheDistrictMayLetTheInternetCountOnArrival) {
  Desk desk;
  desk.rules.internet_receipt = InternetReceipt::OnArrival;
  desk.does("2026-09-11", Arrived{ReceiptWay::Internet, std::nullopt});
  EXPECT_EQ(desk.due("2026-09-11"), "2026-10-15");
  EXPECT_EQ(case_of(desk.one.steps).received, day_of("2026-09-11"));  // the day stays, whatever the rule says later
}

TEST(Receipt, OnlyOnceAndNobodyUnnamed) {
  auto desk = received("2026-09-11");
  EXPECT_THAT(desk.refusal("2026-09-12", Arrived{}), HasSubstr("已经登记"));
  EXPECT_THAT(desk.refusal("2026-09-12", ReceiptConfirmed{}), HasSubstr("不需要再确认"));
  EXPECT_THAT(desk.refusal("2026-09-10", kGrant), HasSubstr("不能早于"));
  EXPECT_THAT(Desk{}.refusal("2026-09-10", kGrant), HasSubstr("登记"));
  auto unnamed = step_on(day_of("2026-09-11"), Arrived{});
  unnamed.by = " ";
  EXPECT_THAT(worded(record({}, unnamed, desk.with()).error()), HasSubstr("经办人"));
}

// ---- Art. 33 ----

TEST(ReplyClock, TheVectors) {
  const std::map<std::string, std::string> vectors{
      {"2020-01-10", "2020-02-14"}, {"2021-06-22", "2021-07-20"}, {"2022-01-20", "2022-02-22"}, {"2024-02-02", "2024-03-06"},
      {"2025-09-15", "2025-10-17"}, {"2026-02-06", "2026-03-12"}, {"2026-09-11", "2026-10-15"}};
  for (const auto& [receipt, due] : vectors) EXPECT_EQ(received(receipt).due(receipt), due);
}

TEST(ReplyClock, SaysHowItWasCounted) {
  const auto desk = received("2026-09-11");
  EXPECT_EQ(worded(how_counted(desk.one, desk.with(), day_of("2026-09-11"))),
            "2026年9月11日收到申请，当天不计；20个工作日：到2026年10月15日（星期四）为止。");
  EXPECT_EQ(worded(how_counted(desk.one, desk.with(), day_of("2026-09-11"), true)),
            "The application was received on 11 September 2026, a day that is not counted; 20 working days: until 15 October 2026 "
            "(Thursday).");
  EXPECT_THAT(worded(how_counted(received("2026-12-14").one, desk.with(), day_of("2026-12-14"))), HasSubstr("暂定"));
}

TEST(ReplyClock, OverdueTheDayAfter) {
  const auto desk = received("2026-09-11");
  EXPECT_FALSE(desk.on("2026-10-15").overdue);
  EXPECT_EQ(desk.on("2026-10-15").days_left, 0);
  EXPECT_EQ(desk.on("2026-10-15").days_used, 20);
  EXPECT_TRUE(desk.on("2026-10-16").overdue);
  EXPECT_EQ(desk.on("2026-10-16").days_left, -1);
  EXPECT_EQ(desk.on("2026-09-21").days_used, 7);
  EXPECT_EQ(desk.on("2026-09-21").days_left, 13);
}

TEST(Extension, OnceAtMostTwentyApprovedAndInTime) {
  auto desk = received("2026-09-11");
  EXPECT_THAT(desk.refusal("2026-10-15", Extended{21, "主任"}), HasSubstr("最长20个工作日"));
  EXPECT_THAT(desk.refusal("2026-10-15", Extended{0, "主任"}), HasSubstr("第三十三条"));
  EXPECT_THAT(desk.refusal("2026-10-15", Extended{20, " "}), HasSubstr("负责人同意"));
  EXPECT_THAT(desk.refusal("2026-10-16", Extended{20, "主任"}), HasSubstr("已经过了"));
  desk.does("2026-10-15", Extended{20, "主任"});
  EXPECT_EQ(desk.due("2026-10-15"), "2026-11-12");
  EXPECT_THAT(desk.refusal("2026-10-15", Extended{1, "主任"}), HasSubstr("只能延长一次"));
}

// ---- Art. 30 ----

TEST(Correction, WithinSevenWorkingDaysAndOnce) {
  auto desk = received("2026-09-11");
  EXPECT_THAT(desk.refusal("2026-09-22", CorrectionAsked{"名称", 15}), HasSubstr("2026年9月21日"));
  EXPECT_THAT(desk.refusal("2026-09-21", CorrectionAsked{"", 15}), HasSubstr("补正的事项"));
  EXPECT_THAT(desk.refusal("2026-09-21", CorrectionAsked{"名称", 0}), HasSubstr("合理的补正期限"));
  desk.does("2026-09-21", CorrectionAsked{"名称", 15});
  EXPECT_EQ(desk.one.phase, Phase::AwaitingCorrection);
  EXPECT_EQ(desk.due("2026-09-22"), "");
  EXPECT_EQ(desk.on("2026-09-22").clock, ClockState::Stopped);
  EXPECT_THAT(desk.refusal("2026-09-22", kGrant), HasSubstr("第三十条"));
  desk.does("2026-09-25", CorrectionReceived{});
  EXPECT_EQ(desk.due("2026-09-25"), iso_date(working_days_after(desk.calendar, day_of("2026-09-25"), 20).date));
  EXPECT_THAT(desk.refusal("2026-09-25", CorrectionAsked{"名称", 15}), HasSubstr("只能要求一次"));
}

TEST(Correction, LapsesAfterThePeriodNotBefore) {
  auto desk = received("2026-09-11");
  desk.does("2026-09-14", CorrectionAsked{"名称", 5});  // until 2026-09-20, a worked Sunday
  EXPECT_EQ(desk.on("2026-09-20").next.front().name, "correct-by");
  EXPECT_THAT(desk.refusal("2026-09-20", Lapsed{}), HasSubstr("还没有过"));
  EXPECT_EQ(desk.on("2026-09-21").next.front().name, "lapse");
  EXPECT_THAT(desk.refusal("2026-09-21", CorrectionReceived{}), HasSubstr("正当理由"));
  EXPECT_EQ(desk.refusal("2026-09-21", CorrectionReceived{"住院"}), "");
  desk.does("2026-09-21", Lapsed{});
  EXPECT_EQ(desk.one.outcome, ReplyKind::CorrectionLapsed);
  EXPECT_EQ(desk.one.phase, Phase::Finished);
  EXPECT_THAT(received("2026-09-11").refusal("2026-12-01", Lapsed{}), HasSubstr("逾期不补正"));
}

TEST(Correction, StillUnclearOnlyAfterOne) {
  auto desk = received("2026-09-11");
  EXPECT_THAT(desk.refusal("2026-09-14", Replied{.kind = ReplyKind::StillUnclear}), HasSubstr("第三十条"));
  desk.does("2026-09-14", CorrectionAsked{"名称", 5}).does("2026-09-16", CorrectionReceived{});
  EXPECT_EQ(desk.refusal("2026-09-16", Replied{.kind = ReplyKind::StillUnclear}), "");
}

// ---- Arts 32-34 ----

TEST(Consultation, ItsDaysAreLeftOut) {
  auto desk = received("2026-11-02");
  EXPECT_EQ(desk.due("2026-11-02"), "2026-11-30");
  desk.does("2026-11-04", ConsultationSent{ConsultationKind::ThirdParty, "甲公司", day_of("2026-11-04")});
  EXPECT_EQ(desk.on("2026-11-06").clock, ClockState::Stopped);
  EXPECT_EQ(desk.due("2026-11-06"), "2026-12-02");  // two working days so far
  desk.does("2026-11-11", ConsultationAnswered{2, Opinion::Agrees, ""});
  EXPECT_EQ(desk.on("2026-11-11").clock, ClockState::Running);
  EXPECT_EQ(desk.due("2026-11-20"), "2026-12-07");  // five
  EXPECT_EQ(worded(how_counted(desk.one, desk.with(), day_of("2026-11-20"))),
            "2026年11月2日收到申请，当天不计；20个工作日；征求第三方意见的5个工作日不计：到2026年12月7日（星期一）为止。");
}

TEST(Consultation, SeveralAtOnceCountOnce) {
  auto desk = received("2026-11-02");
  desk.does("2026-11-04", ConsultationSent{ConsultationKind::ThirdParty, "甲公司", day_of("2026-11-04")});
  desk.does("2026-11-05", ConsultationSent{ConsultationKind::OtherAgency, "区住建局", std::nullopt});
  desk.does("2026-11-10", ConsultationAnswered{2, Opinion::Agrees, ""});
  desk.does("2026-11-11", ConsultationAnswered{3, Opinion::Agrees, ""});
  EXPECT_EQ(desk.due("2026-11-20"), "2026-12-07");
}

TEST(Consultation, SilenceEndsIt) {
  auto desk = received("2026-09-11");
  desk.does("2026-09-11", ConsultationSent{ConsultationKind::ThirdParty, "甲公司", std::nullopt});
  EXPECT_EQ(desk.on("2026-09-14").next.front().name, "deliver");
  desk.does("2026-09-11", ConsultationDelivered{2});  // 15 working days: 2026-10-09
  EXPECT_EQ(desk.on("2026-10-09").clock, ClockState::Stopped);
  EXPECT_THAT(desk.refusal("2026-10-09", kGrant), HasSubstr("第三十二条"));
  EXPECT_THAT(desk.refusal("2026-10-09", ConsultationEnded{2, "不等了"}), HasSubstr("2026年10月9日"));
  EXPECT_EQ(desk.on("2026-10-10").clock, ClockState::Running);
  EXPECT_EQ(desk.due("2026-10-30"), iso_date(working_days_after(desk.calendar, day_of("2026-10-09"), 20).date));
  EXPECT_EQ(desk.refusal("2026-10-10", kGrant), "");  // silence leaves it to the agency
  // A late answer neither stretches the pause nor binds.
  desk.does("2026-10-20", ConsultationAnswered{2, Opinion::Objects, "商业秘密"});
  EXPECT_EQ(desk.due("2026-10-30"), iso_date(working_days_after(desk.calendar, day_of("2026-10-09"), 20).date));
  EXPECT_EQ(desk.refusal("2026-10-20", kGrant), "");
}

TEST(Consultation, AReasonedObjectionStandsUnlessThePublicInterestPrevails) {
  auto desk = received("2026-11-02");
  desk.does("2026-11-03", ConsultationSent{ConsultationKind::ThirdParty, "甲公司", day_of("2026-11-03")});
  desk.does("2026-11-04", ConsultationAnswered{2, Opinion::Objects, "商业秘密"});
  EXPECT_THAT(desk.refusal("2026-11-05", kGrant), HasSubstr("第三十二条"));
  EXPECT_EQ(desk.refusal("2026-11-05", Replied{.kind = ReplyKind::Granted, .public_interest = "食品安全"}), "");
  EXPECT_EQ(desk.refusal("2026-11-05", Replied{.kind = ReplyKind::ThirdPartyInterest}), "");
  Replied part{.kind = ReplyKind::GrantedInPart, .withheld = {ReplyKind::InternalAffairs}, .remedy = RemedyRoute::ReviewFirst};
  EXPECT_THAT(desk.refusal("2026-11-05", part), HasSubstr("第三十二条"));
  part.withheld.push_back(ReplyKind::ThirdPartyInterest);
  EXPECT_EQ(desk.refusal("2026-11-05", part), "");
}

TEST(Consultation, AnObjectionWithoutReasonsLeavesItToTheAgency) {
  auto desk = received("2026-11-02");
  desk.does("2026-11-03", ConsultationSent{ConsultationKind::ThirdParty, "甲公司", day_of("2026-11-03")});
  desk.does("2026-11-04", ConsultationAnswered{2, Opinion::Objects, ""});
  EXPECT_EQ(desk.refusal("2026-11-05", kGrant), "");
}

TEST(Consultation, OfThirdPartiesTheLastWordCounts) {
  auto desk = received("2026-11-02");
  for (const auto* party : {"甲公司", "乙公司", "丙公司"}) {
    desk.does("2026-11-03", ConsultationSent{ConsultationKind::ThirdParty, party, day_of("2026-11-03")});
  }
  desk.does("2026-11-04", ConsultationAnswered{2, Opinion::Objects, "商业秘密"});
  desk.does("2026-11-04", ConsultationAnswered{3, Opinion::Objects, " "});
  desk.does("2026-11-04", ConsultationAnswered{4, Opinion::Objects, "商业秘密"});
  EXPECT_EQ(standing_objectors(desk.one, desk.calendar), (std::vector<std::string>{"甲公司", "丙公司"}));
  EXPECT_EQ(weighed_objectors(desk.one, desk.calendar), (std::vector<std::string>{"乙公司"}));
  EXPECT_THAT(desk.refusal("2026-11-05", kGrant), HasSubstr("甲公司、丙公司有理由地不同意公开"));
  desk.does("2026-11-05", ConsultationSent{ConsultationKind::ThirdParty, "甲公司", day_of("2026-11-05")});
  desk.does("2026-11-06", ConsultationAnswered{8, Opinion::Agrees, ""});
  EXPECT_EQ(standing_objectors(desk.one, desk.calendar), (std::vector<std::string>{"丙公司"}));
}

TEST(Consultation, AJointMakersSilenceIsConsent) {
  auto desk = received("2026-09-11");
  desk.does("2026-09-11", ConsultationSent{ConsultationKind::JointMaker, "区财政局", day_of("2026-09-11")});
  EXPECT_THAT(desk.refusal("2026-10-09", kGrant), HasSubstr("第三十四条"));
  EXPECT_EQ(desk.refusal("2026-10-10", kGrant), "");
}

TEST(Consultation, AnotherAgencyHasNoPeriodAndIsWaitedForUntilEnded) {
  auto desk = received("2026-09-11");
  desk.does("2026-09-14", ConsultationSent{ConsultationKind::OtherAgency, "区住建局", day_of("2026-09-14")});
  EXPECT_EQ(desk.on("2026-12-01").clock, ClockState::Stopped);
  EXPECT_THAT(desk.refusal("2026-12-01", ConsultationEnded{2, ""}), HasSubstr("为什么"));
  desk.does("2026-12-01", ConsultationEnded{2, "再三催办没有回复"});
  EXPECT_EQ(desk.on("2026-12-01").clock, ClockState::Running);
  EXPECT_EQ(desk.due("2026-12-01"), iso_date(working_days_after(desk.calendar, day_of("2026-12-01"), 19).date));
}

TEST(Consultation, OneWaitAtATime) {
  auto desk = received("2026-11-02");
  desk.does("2026-11-03", ConsultationSent{ConsultationKind::ThirdParty, "甲公司", day_of("2026-11-03")});
  EXPECT_THAT(desk.refusal("2026-11-04", CorrectionAsked{"名称", 5}), HasSubstr("正在征求甲公司的意见"));
  EXPECT_THAT(desk.refusal("2026-11-04", FeeNotified{FeeBasis::Items, 100}), HasSubstr("正在征求甲公司的意见"));
  EXPECT_THAT(desk.refusal("2026-11-04", ConsultationSent{ConsultationKind::ThirdParty, "甲公司", {}}), HasSubstr("已经在征求"));
  EXPECT_THAT(desk.refusal("2026-11-04", ConsultationAnswered{1, Opinion::Agrees, ""}), HasSubstr("不是征求意见"));
  desk.does("2026-11-04", Replied{.kind = ReplyKind::NotOurs});  // discloses nothing: no need to wait
  EXPECT_EQ(desk.on("2026-11-05").clock, ClockState::Running);
}

// ---- Art. 35 ----

TEST(Excessive, ReasonsFirst) {
  auto desk = received("2026-09-11");
  EXPECT_THAT(desk.refusal("2026-09-14", Replied{.kind = ReplyKind::Excessive}), HasSubstr("第三十五条"));
  EXPECT_THAT(desk.refusal("2026-09-14", ReplyDelayed{day_of("2026-12-01")}), HasSubstr("第三十五条"));
  desk.does("2026-09-14", ReasonsAsked{});
  EXPECT_EQ(desk.refusal("2026-09-15", Replied{.kind = ReplyKind::Excessive}), "");
  desk.does("2026-09-16", ReasonsGiven{"写论文"});
  EXPECT_THAT(desk.refusal("2026-09-17", ReplyDelayed{day_of("2026-10-15")}), HasSubstr("晚于"));
  EXPECT_THAT(desk.refusal("2026-10-16", ReplyDelayed{day_of("2026-12-01")}), HasSubstr("已经过了"));
  desk.does("2026-09-17", ReplyDelayed{day_of("2026-12-01")});
  EXPECT_EQ(desk.due("2026-09-17"), "2026-12-01");
  EXPECT_THAT(desk.refusal("2026-09-18", Extended{20, "李示例"}), AllOf(HasSubstr("第三十五条"), HasSubstr("2026年12月1日")));
  EXPECT_FALSE(desk.on("2026-12-01").overdue);
  EXPECT_TRUE(desk.on("2026-12-02").overdue);
}

// ---- fees ----

TEST(FeeClock, PaidWithinTwentyWorkingDaysAndStartsAnew) {
  auto desk = received("2026-08-10");
  EXPECT_THAT(desk.refusal("2026-09-01", FeeNotified{FeeBasis::Items, 0}), HasSubstr("第四十二条"));
  desk.does("2026-09-01", FeeNotified{FeeBasis::Items, 100});
  EXPECT_EQ(desk.due("2026-09-02"), "");
  const auto last = working_days_after(desk.calendar, day_of("2026-09-01"), 20).date;
  EXPECT_EQ(desk.on("2026-09-02").next.front().by->date, last);
  EXPECT_THAT(desk.refusal(iso_date(last), Lapsed{}), HasSubstr("还没有过"));
  EXPECT_THAT(desk.refusal("2026-10-20", FeePaid{}), HasSubstr("视为放弃"));
  EXPECT_EQ(desk.refusal("2026-10-20", Lapsed{}), "");
  desk.does("2026-09-11", FeePaid{});
  EXPECT_EQ(desk.due("2026-09-11"), "2026-10-15");
  EXPECT_THAT(desk.refusal("2026-09-14", FeeNotified{FeeBasis::Pages, 10}), HasSubstr("只能选一种"));
}

TEST(FeeClock, OrPausesWhereTheDistrictSaysSo) {
  auto desk = received("2026-11-02");
  desk.rules.fee_clock = FeeClock::PausesUntilPaid;
  desk.does("2026-11-04", FeeNotified{FeeBasis::Items, 100}).does("2026-11-11", FeePaid{});
  EXPECT_EQ(desk.due("2026-11-11"), "2026-12-07");
}

TEST(FeeClock, UnpaidIsAbandoned) {
  auto desk = received("2026-08-10");
  desk.does("2026-09-01", FeeNotified{FeeBasis::Pages, 100}).does("2026-10-20", Lapsed{});
  EXPECT_EQ(desk.one.outcome, ReplyKind::FeeLapsed);
}

// ---- replies and endings ----

TEST(Ending, TheDayThatCountsIsTheDayServed) {
  auto desk = received("2026-09-11");
  desk.does("2026-10-15", kGrant);
  EXPECT_EQ(desk.on("2026-10-15").next.front().name, "serve");
  EXPECT_TRUE(desk.on("2026-10-16").overdue);  // made, but not on its way
  EXPECT_THAT(desk.refusal("2026-10-15", Served{ServiceWay::Courier}), HasSubstr("235号"));
  EXPECT_THAT(desk.refusal("2026-10-14", Served{ServiceWay::Post}), HasSubstr("不能早于"));
  desk.does("2026-10-15", Served{ServiceWay::Post});
  EXPECT_EQ(desk.one.phase, Phase::Finished);
  EXPECT_EQ(desk.one.finished, day_of("2026-10-15"));
  EXPECT_FALSE(desk.on("2026-12-01").overdue);
  EXPECT_TRUE(desk.on("2026-12-01").next.empty());
  EXPECT_THAT(desk.refusal("2026-10-16", kGrant), HasSubstr("办结"));
}

TEST(Ending, AReplyInPartNamesGroundsAndRemedy) {
  const auto desk = received("2026-09-11");
  Replied part{.kind = ReplyKind::GrantedInPart};
  EXPECT_THAT(desk.refusal("2026-09-14", part), HasSubstr("第三十七条"));
  part.withheld = {ReplyKind::Petition};
  EXPECT_THAT(desk.refusal("2026-09-14", part), HasSubstr("第三十七条"));
  part.withheld = {ReplyKind::InternalAffairs};
  EXPECT_THAT(desk.refusal("2026-09-14", part), HasSubstr("救济途径"));
  part.remedy = RemedyRoute::ReviewFirst;
  EXPECT_EQ(desk.refusal("2026-09-14", part), "");
  EXPECT_THAT(desk.refusal("2026-09-14", Replied{.kind = ReplyKind::Granted, .withheld = {ReplyKind::StateSecret}}),
              HasSubstr("第三十七条"));
  EXPECT_THAT(desk.refusal("2026-09-14", Replied{.kind = ReplyKind::StateSecret, .remedy = RemedyRoute::ReviewOrSuit}),
              HasSubstr("由法律规定"));
  EXPECT_THAT(desk.refusal("2026-09-14", Replied{.kind = ReplyKind::Withdrawn}), HasSubstr("不是答复"));
}

TEST(Ending, Withdrawn) {
  auto desk = received("2026-09-11");
  desk.does("2026-09-14", WithdrawnByApplicant{"书面"});
  EXPECT_EQ(desk.one.outcome, ReplyKind::Withdrawn);
  EXPECT_EQ(desk.due("2026-09-15"), "");
  EXPECT_EQ(desk.on("2026-09-15").clock, ClockState::Ended);
}

// ---- taking back ----

TEST(TakingBack, IsAStepAndNothingIsLost) {
  auto desk = received("2026-09-11");
  desk.does("2026-09-14", Extended{5, "主任"}).does("2026-09-14", TakenBack{2, "多按了"});
  EXPECT_EQ(desk.due("2026-09-14"), "2026-10-15");
  ASSERT_EQ(desk.one.steps.size(), 3U);
  EXPECT_THAT(steps_in_force(desk.one.steps), testing::ElementsAre(true, false, false));
  EXPECT_THAT(desk.refusal("2026-09-14", TakenBack{2, "再撤"}), HasSubstr("已经撤销"));
  EXPECT_THAT(desk.refusal("2026-09-14", TakenBack{3, "再撤"}), HasSubstr("撤销不能再撤销"));
  EXPECT_THAT(desk.refusal("2026-09-14", TakenBack{9, "x"}), HasSubstr("没有第 9 步"));
  EXPECT_THAT(desk.refusal("2026-09-14", TakenBack{0, "x"}), HasSubstr("没有第 0 步"));
  EXPECT_THAT(desk.refusal("2026-09-14", TakenBack{1, ""}), HasSubstr("为什么"));
  desk.does("2026-09-14", Extended{20, "主任"});
  EXPECT_EQ(desk.due("2026-09-14"), "2026-11-12");
}

TEST(TakingBack, ReopensAFinishedCase) {
  auto desk = received("2026-09-11");
  desk.does("2026-09-14", kGrant).does("2026-09-15", Served{}).does("2026-09-16", TakenBack{3, "没有签收"});
  EXPECT_EQ(desk.one.phase, Phase::ReplyMade);
  EXPECT_FALSE(desk.one.finished);
}

TEST(TakingBack, NotWhatLaterStepsStandOn) {
  auto desk = received("2026-11-02");
  desk.does("2026-11-03", ConsultationSent{ConsultationKind::ThirdParty, "甲公司", day_of("2026-11-03")});
  desk.does("2026-11-04", ConsultationAnswered{2, Opinion::Agrees, ""});
  EXPECT_THAT(desk.refusal("2026-11-05", TakenBack{2, "发错了"}), HasSubstr("第 3 步"));
  EXPECT_THAT(desk.refusal("2026-11-05", TakenBack{1, "登错了"}), HasSubstr("第 2 步"));
  desk.does("2026-11-05", TakenBack{3, "记错了"}).does("2026-11-05", TakenBack{2, "发错了"});
  EXPECT_EQ(desk.due("2026-11-05"), "2026-11-30");
}

TEST(TakingBack, AReceiptWithAWrongDate) {
  auto desk = received("2026-09-10");
  desk.does("2026-09-14", TakenBack{1, "日期写错"});
  EXPECT_EQ(desk.one.phase, Phase::Unreceived);
  desk.does("2026-09-11", Arrived{});
  EXPECT_EQ(desk.due("2026-09-11"), "2026-10-15");
}

// ---- new holiday data ----

TEST(MovedCases, OpenOnesMoveFinishedOnesStay) {
  Desk open = received("2026-12-14");
  Desk closed = received("2026-12-14");
  closed.does("2026-12-15", kGrant).does("2026-12-15", Served{});
  Desk correcting = received("2026-12-14");
  correcting.does("2026-12-21", CorrectionAsked{"名称", 15});
  const auto text = disk().read(Path(MINGTING_SOURCE) / "content/calendar/holidays.csv", 1 << 20).value();
  const auto after = WorkCalendar::from_csv(text + "2027-01-01,holiday,元旦\n2027-01-04,holiday,元旦\n").value();
  const std::vector<Case> cases{open.one, closed.one, correcting.one};
  const auto moved = moved_cases(cases, open.with(), {after, open.rules}, day_of("2026-12-22"));
  ASSERT_EQ(moved.size(), 2U);
  EXPECT_EQ(moved[0].index, 0U);
  ASSERT_EQ(moved[0].moved.size(), 1U);  // the seven days for a correction notice end in December
  EXPECT_EQ(moved[0].moved[0].name, remark("deadline.reply"));
  EXPECT_EQ(iso_date(moved[0].moved[0].before.date), "2027-01-12");
  EXPECT_EQ(iso_date(moved[0].moved[0].after.date), "2027-01-13");
  EXPECT_EQ(moved[1].index, 2U);
  EXPECT_EQ(moved[1].moved[0].name, remark("deadline.correction"));
}

TEST(MovedCases, ARecordedStepStaysLawfulUnderANewNotice) {
  // Extended on what was the last day; a worked Saturday later makes the day before the last one.
  auto desk = received("2026-12-14");
  desk.does("2027-01-11", Extended{5, "主任"});
  const auto text = disk().read(Path(MINGTING_SOURCE) / "content/calendar/holidays.csv", 1 << 20).value();
  desk.calendar = WorkCalendar::from_csv(text + "2027-01-01,holiday,元旦\n2027-01-02,workday,元旦\n2027-01-03,workday,元旦\n").value();
  EXPECT_EQ(case_of(desk.one.steps).extension, 5);
  EXPECT_NE(desk.due("2027-01-11"), "");
}

TEST(Titles, EveryStepHasOne) {
  EXPECT_EQ(step_title(Arrived{}), "登记");
  EXPECT_EQ(step_title(Served{}), "送达");
  EXPECT_EQ(step_title(TakenBack{}), "更正（撤销前面的步骤）");
}

}  // namespace
}  // namespace mingting
