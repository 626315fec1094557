// What comes in: exports taken once and whole, what differs named, and what the office takes in itself.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "desk/register/contract/contract.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

auto fault(std::uint64_t position, const std::string& part) {
  return AllOf(Field(&RecordFault::position, position), Field(&RecordFault::what, testing::ResultOf(worded, HasSubstr(part))));
}

ImportReport taken_in(Register& at, const RegisterDesk& desk, const OpenedExport& opened) {
  const auto report = at.import(opened, clerk_on("2026-09-12"), desk.with());
  EXPECT_TRUE(report) << (report ? "" : worded(report.error()));
  return report.value_or(ImportReport{});
}

NewEntry by_post(int serial) {
  return {.submission = application_of(100 + serial),
          .kind = EntryKind::Application,
          .arrived = {ReceiptWay::SignedPost, std::nullopt},
          .on = day_of("2026-09-14"),
          .number = make_receipt_number("NM", "D01", day_of("2026-09-14"), serial).text,
          .code_hash = ""};
}

TEST_P(RegisterContract, AnApplicationBeginsOnTheDayOfItsReceiptByTheKiosk) {
  auto made = desk.made();
  const auto report = taken_in(*made, desk, applications(1, 2));
  EXPECT_EQ(report.added, 2U);
  EXPECT_EQ(report.held, 0U);
  EXPECT_THAT(report.ids, ElementsAre(1, 2));
  EXPECT_THAT(report.faults, IsEmpty());
  EXPECT_THAT(made->steps(1).value(), ElementsAre(Step{day_of("2026-09-11"), "一楼大厅", clerk_on("2026-09-12").now, Arrived{}}));
  const auto entry = made->entry(2).value();
  EXPECT_EQ(entry.number, kiosk_number(2));
  EXPECT_EQ(entry.submission, application_of(2)) << "as it came";
  EXPECT_EQ(entry.applicant, applicant_of(application_of(2)));
  EXPECT_EQ(entry.received, moment("2026-09-11T09:30"));
  EXPECT_EQ(entry.kiosk_key, kKioskKey);
  EXPECT_EQ(entry.position, 2U);
  EXPECT_EQ(entry.code_hash, std::string(64, 'c'));
  EXPECT_FALSE(entry.finished || entry.outcome || entry.erased || entry.clock_doubtful);
}

TEST_P(RegisterContract, TheSameStickTwiceAddsNothing) {
  auto made = desk.made();
  (void)taken_in(*made, desk, applications(1, 3));
  const auto before = desk.everything();
  const auto report = taken_in(*made, desk, applications(1, 3));
  EXPECT_EQ(report.added, 0U);
  EXPECT_EQ(report.held, 3U);
  EXPECT_THAT(report.faults, IsEmpty());
  EXPECT_EQ(desk.everything(), before);
  EXPECT_THAT(taken_in(*made, desk, applications(2, 5)).ids, ElementsAre(4, 5)) << "the next stick overlaps";
}

TEST_P(RegisterContract, AKioskThatIsNotEnrolledIsRefusedWhole) {
  auto made = desk.made();
  auto opened = applications(1, 2);
  opened.kiosk_key = kOtherKey;
  const auto refused = made->import(opened, clerk_on("2026-09-12"), desk.with());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().trouble, Trouble::Untrusted);
  EXPECT_THAT(worded(refused.error()), AllOf(HasSubstr("8A2F-11C0"), HasSubstr("enrol")));
  EXPECT_EQ(made->count({}).value(), 0U);
}

/// A kiosk that was put back from an image taken after its first record.
OpenedExport gone_another_way() {
  auto opened = applications(1, 4);
  for (std::size_t i = 1; i < 4; ++i) {
    opened.records[i].hash = std::string(62, 'f') + fmt::format("{:02}", i);
    opened.records[i].submission = application_of(90 + static_cast<int>(i));
  }
  opened.records[2].previous = opened.records[1].hash;
  opened.records[3].previous = opened.records[2].hash;
  return opened;
}

TEST_P(RegisterContract, AnotherRecordForAPlaceIsTakenInBesideTheHeldOneAndNothingIsAcknowledgedFromThere) {
  auto held = desk.holding(3);
  const auto report = taken_in(*held, desk, gone_another_way());
  EXPECT_EQ(report.held, 1U);
  EXPECT_THAT(report.ids, ElementsAre(4, 5, 6));
  EXPECT_EQ(held->entry(2)->submission, application_of(2));
  EXPECT_EQ(held->entry(4)->submission, application_of(91));
  EXPECT_EQ(held->entry(4)->number, kiosk_number(2) + "/8A2F") << "the image gives the same numbers again";
  EXPECT_EQ(report.chain.standing.fork, (ChainPlace{2, hash_at(2)}));
  EXPECT_THAT(acknowledged_by(*held), ElementsAre(Acknowledged{kKioskKey, 2, hash_at(2), true}));
  EXPECT_EQ(taken_in(*held, desk, gone_another_way()).added, 0U);
}

TEST_P(RegisterContract, WhenANewChainFollowsBothWaysAreAcknowledged) {
  auto held = desk.holding(3);
  const auto other = gone_another_way();
  (void)taken_in(*held, desk, other);
  ASSERT_TRUE(held->enrol(kOtherKey, "一楼大厅", clerk_on("2026-09-12")));
  auto next = export_of({}, kOtherKey);
  next.past = {{kKioskKey, 4, other.records[3].hash}};
  const auto report = taken_in(*held, desk, next);
  EXPECT_EQ(report.added, 0U);
  EXPECT_THAT(acknowledged_by(*held), ElementsAre(Acknowledged{kKioskKey, 3, hash_at(3)},
                                                  Acknowledged{kKioskKey, 4, other.records[3].hash}));
  EXPECT_THAT(held->chains()->at(0).successors, ElementsAre(kOtherKey));
  const auto before = desk.everything();
  (void)taken_in(*held, desk, next);
  EXPECT_EQ(desk.everything(), before);
}

/// The copy that went no further than its image: what it still holds can be forgotten when its own end is
/// acknowledged.
TEST_P(RegisterContract, WhereASuccessorSaysTheChainEndedIsAcknowledgedToo) {
  auto held = desk.holding(3);
  ASSERT_TRUE(held->enrol(kOtherKey, "一楼大厅", clerk_on("2026-09-12")));
  auto next = export_of({}, kOtherKey);
  next.past = {{kKioskKey, 1, hash_at(1)}};
  (void)taken_in(*held, desk, next);
  EXPECT_THAT(acknowledged_by(*held),
              ElementsAre(Acknowledged{kKioskKey, 3, hash_at(3)}, Acknowledged{kKioskKey, 1, hash_at(1)}));
}

TEST_P(RegisterContract, ANumberThatAnotherEntryHasIsToldApartByTheMachine) {
  auto held = desk.holding(1);
  ASSERT_TRUE(held->enrol(kOtherKey, "二楼大厅", clerk_on("2026-09-02")));
  auto opened = applications(1, 2);
  opened.kiosk_key = kOtherKey;
  opened.kiosk_fingerprint = "77aa-0000-0000-0000";
  const auto report = taken_in(*held, desk, opened);
  EXPECT_THAT(report.faults, IsEmpty());
  EXPECT_THAT(report.remarks, ElementsAre(fault(1, kiosk_number(1) + "/77aa")));
  EXPECT_THAT(report.ids, ElementsAre(2, 3));
  EXPECT_EQ(receipt_number_of(*held->entry(2)), kiosk_number(1));
  EXPECT_EQ(held->find(kiosk_number(1) + "/77aa").value(), 2);
  EXPECT_EQ(held->find(kiosk_number(2)).value(), 3);
  const auto both = held->find(kiosk_number(1));
  ASSERT_FALSE(both);
  EXPECT_THAT(worded(both.error()), HasSubstr("1、2")) << "which of the two is for the clerk to say";
  EXPECT_EQ(taken_in(*held, desk, opened).held, 2U) << "and again";
  EXPECT_EQ(held->kiosks()->at(1).number, "K01");
}

/// Another query code for the number of the record at `of`.
OpenedRecord code_at(int position, int of, char code = 'd') {
  auto record = record_at(position, {});
  record.kind = RecordKind::QueryCode;
  record.number = kiosk_number(of);
  record.code_hash = std::string(64, code);
  return record;
}

TEST_P(RegisterContract, AnotherQueryCodeFromTheKioskMakesTheOneBeforeVoid) {
  auto made = desk.made();
  const auto opened = export_of({record_at(1, application_of(1)), record_at(2, application_of(2)), code_at(3, 1), code_at(4, 1, 'e')});
  const auto report = taken_in(*made, desk, opened);
  EXPECT_EQ(report.added, 2U);
  EXPECT_THAT(report.faults, IsEmpty());
  EXPECT_EQ(report.remarks.size(), 2U);
  EXPECT_EQ(made->entry(1)->code_hash, std::string(64, 'e')) << "the last counts";
  EXPECT_EQ(made->entry(2)->code_hash, std::string(64, 'c'));
  EXPECT_EQ(made->notes(1)->size(), 2U);
  const auto again = taken_in(*made, desk, opened);
  EXPECT_EQ(again.held, 4U) << "the chain is whole, and what is acknowledged goes on behind the codes";
  EXPECT_EQ(made->entry(1)->code_hash, std::string(64, 'e'));
}

TEST_P(RegisterContract, ACodeTheOfficeGaveIsNotMadeVoidByAnEarlierOneOfTheKiosk) {
  auto made = desk.made();
  (void)taken_in(*made, desk, applications(1, 1));
  const Note note{day_of("2026-09-12"), "示例经办", clerk_on("2026-09-12").now, std::string(kCodeNote), {{"proof", "身份证"}}};
  ASSERT_TRUE(made->renew_code(1, std::string(64, 'f'), note));
  EXPECT_EQ(made->entry(1)->code_hash, std::string(64, 'f'));
  EXPECT_EQ(taken_in(*made, desk, export_of({record_at(1, application_of(1)), code_at(2, 1)})).held, 1U);
  EXPECT_EQ(made->entry(1)->code_hash, std::string(64, 'f'));
}

TEST_P(RegisterContract, ACodeForWhatIsNotHeldIsAFaultUntilThatComes) {
  auto made = desk.made();
  const auto report = taken_in(*made, desk, export_of({code_at(2, 1)}));
  EXPECT_THAT(report.faults, ElementsAre(fault(2, kiosk_number(1))));
  (void)taken_in(*made, desk, export_of({record_at(1, application_of(1)), code_at(2, 1)}));
  EXPECT_EQ(made->entry(1)->code_hash, std::string(64, 'd'));
}

TEST_P(RegisterContract, WhereANumberWasGivenTwiceACodeGoesToTheOneOfItsOwnChain) {
  auto made = desk.made();
  ASSERT_TRUE(made->enrol(kOtherKey, "二楼大厅", clerk_on("2026-09-02")));
  (void)taken_in(*made, desk, applications(1, 1));
  (void)taken_in(*made, desk, export_of({record_at(1, application_of(9)), code_at(2, 1)}, kOtherKey));
  EXPECT_EQ(made->entry(1)->code_hash, std::string(64, 'c'));
  EXPECT_EQ(made->entry(2)->code_hash, std::string(64, 'd'));
  EXPECT_THAT(taken_in(*made, desk, export_of({code_at(8, 1, 'e')})).faults, ElementsAre(fault(8, "分不清")));
}

TEST_P(RegisterContract, BothReadingsOfADoubtfulClockAreKept) {
  auto made = desk.made();
  auto leapt = record_at(1, application_of(1));
  leapt.clock_doubtful = true;
  leapt.clock = moment("2099-03-02T09:00");
  leapt.trusted = moment("2026-09-11T09:30");
  (void)taken_in(*made, desk, export_of({leapt}));
  const auto notes = made->notes(1).value();
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].fields, (StepFields{{"shown", "2099-03-02T09:00:00"}, {"trusted", "2026-09-11T09:30:00"}}));
}

TEST_P(RegisterContract, TheSameRecordTwiceInOneExportIsTakenOnce) {
  auto made = desk.made();
  auto opened = applications(1, 2);
  opened.records.push_back(opened.records[0]);
  const auto report = taken_in(*made, desk, opened);
  EXPECT_EQ(report.added, 2U);
  EXPECT_EQ(report.held, 1U);
}

TEST_P(RegisterContract, FaultsOfTheExportArePassedOnInOrder) {
  auto held = desk.holding(2);
  auto opened = export_of({record_at(4, application_of(4))});
  opened.faults = {{3, "缺失：导出里没有这条记录的文件"}, {2, "被改动：签名与内容不符"}};
  const auto report = taken_in(*held, desk, opened);
  EXPECT_THAT(report.faults, ElementsAre(fault(2, "登记册里有这一号"), fault(3, "缺失：导出里没有这条记录的文件")));
  EXPECT_EQ(report.added, 1U);
}

TEST_P(RegisterContract, ADayThatHasNotComeIsAFaultAndTheEntryIsKeptWithoutSteps) {
  auto made = desk.made();
  auto ahead = record_at(1, application_of(1), "2026-12-24T09:00");
  ahead.clock_doubtful = true;
  const auto report = taken_in(*made, desk, export_of({ahead, record_at(2, application_of(2))}));
  EXPECT_EQ(report.added, 2U);
  EXPECT_THAT(report.faults, ElementsAre(fault(1, "2026年12月24日还没有到")));
  EXPECT_TRUE(made->entry(1)->clock_doubtful);
  EXPECT_THAT(made->steps(1).value(), IsEmpty());
  EXPECT_EQ(made->open_cases()->size(), 2U) << "it is not out of sight";
  EXPECT_FALSE(made->figures()->at(0).received);
  does(*made, desk, 1, "2026-09-14", Arrived{});
  EXPECT_EQ(made->figures()->at(0).received, day_of("2026-09-14"));
}

TEST_P(RegisterContract, FormsAreTakenByTheirRules) {
  auto made = desk.made();
  auto letter = feedback_of(2), comment = feedback_of(3), unknown = feedback_of(4);
  letter.rules = letter.form = "letter";
  comment.rules = "none", comment.form = "comment";
  unknown.rules = "none", unknown.form = "questionnaire";
  (void)taken_in(*made, desk,
                 export_of({record_at(1, feedback_of(1)), record_at(2, letter), record_at(3, comment), record_at(4, unknown)}));
  EXPECT_EQ(made->entry(1)->kind, EntryKind::Feedback);
  EXPECT_EQ(made->entry(2)->kind, EntryKind::Letter);
  EXPECT_EQ(made->entry(3)->kind, EntryKind::Comment);
  EXPECT_EQ(made->entry(4)->kind, EntryKind::Feedback);
  EXPECT_THAT(made->steps(1).value(), IsEmpty());
  EXPECT_THAT(made->open_cases().value(), IsEmpty()) << "no applications";
  EXPECT_THAT(made->figures().value(), IsEmpty());
}

TEST_P(RegisterContract, ARealExportOfARealKiosk) {
  HallAtWork hall;
  const auto opened = hall.read(hall.exported(5));
  ASSERT_TRUE(opened);
  auto made = desk.made();
  ASSERT_TRUE(made->enrol(opened->kiosk_key, "一楼大厅", clerk_on("2026-11-23")));
  const auto report = made->import(*opened, clerk_on("2026-11-24"), desk.with());
  ASSERT_TRUE(report) << worded(report.error());
  EXPECT_EQ(report->added, 5U);
  EXPECT_THAT(report->faults, IsEmpty());
  EXPECT_THAT(acknowledged_by(*made),
              ElementsAre(Acknowledged{opened->kiosk_key, 5, opened->records.back().hash}));
  EXPECT_EQ(made->find(opened->records[2].number).value(), 3);
}

// ---- acknowledging ----

TEST_P(RegisterContract, NothingBehindAMissingRecordIsAcknowledged) {
  auto made = desk.made();
  EXPECT_THAT(acknowledged_by(*made), IsEmpty());
  (void)taken_in(*made, desk, export_of({record_at(2, application_of(2))}));
  EXPECT_THAT(acknowledged_by(*made), IsEmpty()) << "1 is missing";
  (void)taken_in(*made, desk, export_of({record_at(1, application_of(1)), record_at(4, application_of(4))}));
  EXPECT_THAT(acknowledged_by(*made), ElementsAre(Acknowledged{kKioskKey, 2, record_at(2, {}).hash}));
  (void)taken_in(*made, desk, export_of({record_at(3, application_of(3))}));
  EXPECT_THAT(acknowledged_by(*made), ElementsAre(Acknowledged{kKioskKey, 4, record_at(4, {}).hash}));
}

/// The kiosk forgets what was acknowledged: its next export begins behind it.
TEST_P(RegisterContract, AnExportThatBeginsBehindTheAcknowledgedOnesGoesOn) {
  auto held = desk.holding(3);
  (void)taken_in(*held, desk, applications(4, 6));
  EXPECT_EQ(acknowledged_by(*held).at(0).position, 6U);
}

/// The register was put back from a backup that ended with the first record; the kiosk has forgotten the
/// second and third.
TEST_P(RegisterContract, WhatIsMissingIsNamedAndHoldsAcknowledgingUpUntilItIsFoundOrGivenUp) {
  auto held = desk.holding(1);
  auto opened =
      export_of({record_at(4, application_of(4), "2026-09-14T10:00"), record_at(5, application_of(5))});
  opened.first = 4;
  opened.exports = {{"2026-09-12T17:00:00", 1, 3}};
  const auto report = taken_in(*held, desk, opened);
  EXPECT_EQ(report.added, 2U);
  EXPECT_THAT(report.chain.standing.gaps, ElementsAre(ChainGap{2, 3, hash_at(3), moment("2026-09-11T09:30"),
                                                               moment("2026-09-14T10:00"), false}));
  EXPECT_EQ(report.chain.exports, opened.exports);
  EXPECT_THAT(acknowledged_by(*held), ElementsAre(Acknowledged{kKioskKey, 1, hash_at(1)}));

  EXPECT_FALSE(held->declare_lost({kKioskKey, 2, 4}, "旧U盘坏了", clerk_on("2026-09-15"))) << "4 is held";
  EXPECT_FALSE(held->declare_lost({kKioskKey, 2, 3}, " ", clerk_on("2026-09-15")));
  EXPECT_FALSE(held->declare_lost({kOtherKey, 2, 3}, "旧U盘坏了", clerk_on("2026-09-15")));
  const auto lost = held->declare_lost({kKioskKey, 2, 3}, "旧U盘坏了", clerk_on("2026-09-15"));
  ASSERT_TRUE(lost) << worded(lost.error());
  EXPECT_THAT(acknowledged_by(*held), ElementsAre(Acknowledged{kKioskKey, 5, hash_at(5)}));
  EXPECT_THAT(held->chains()->at(0).lost, ElementsAre(LostRecords{kKioskKey, 2, 3, hash_at(3), "张示例",
                                                                  clerk_on("2026-09-15").now, "旧U盘坏了"}));

  const auto found = taken_in(*held, desk, applications(1, 3));
  EXPECT_EQ(found.added, 2U) << "the old stick turned up";
  EXPECT_THAT(held->chains()->at(0).lost, IsEmpty());
  EXPECT_THAT(acknowledged_by(*held), ElementsAre(Acknowledged{kKioskKey, 5, hash_at(5)}));
}

TEST_P(RegisterContract, WhatTheKioskStillHoldsIsNotGivenUp) {
  auto held = desk.holding(1);
  auto opened = export_of({record_at(3, application_of(3))});
  opened.faults = {{2, "被改动：签名与内容不符"}};
  (void)taken_in(*held, desk, opened);
  const auto lost = held->declare_lost({kKioskKey, 2, 2}, "读不出来", clerk_on("2026-09-15"));
  ASSERT_FALSE(lost);
  EXPECT_THAT(worded(lost.error()), HasSubstr("重新导出"));
  EXPECT_THAT(acknowledged_by(*held), ElementsAre(Acknowledged{kKioskKey, 1, hash_at(1)}));
  EXPECT_TRUE(held->declare_lost({kKioskKey, 2, 2, true}, "机器被水淹了", clerk_on("2026-09-15"))) << "unless it is gone";
}

TEST_P(RegisterContract, EachKioskHasItsOwn) {
  auto held = desk.holding(2);
  ASSERT_TRUE(held->enrol(kOtherKey, "二楼大厅", clerk_on("2026-09-02")));
  auto record = record_at(1, application_of(9));
  record.number = make_receipt_number("NM", "K02", day_of("2026-09-11"), 1).text;
  (void)taken_in(*held, desk, export_of({record}, kOtherKey));
  EXPECT_THAT(acknowledged_by(*held), ElementsAre(Acknowledged{kKioskKey, 2, record_at(2, {}).hash},
                                                  Acknowledged{kOtherKey, 1, record_at(1, {}).hash}));
}

// ---- what the office takes in itself ----

TEST_P(RegisterContract, AnApplicationByPostCountsFromItsDay) {
  auto held = desk.holding(1);
  const auto added = held->add(by_post(1), clerk_on("2026-09-15"), desk.with());
  ASSERT_TRUE(added) << worded(added.error());
  EXPECT_EQ(added->id, 2);
  EXPECT_EQ(held->entry(2).value(), *added);
  EXPECT_EQ(added->received, start_of(day_of("2026-09-14")));
  EXPECT_EQ(added->kiosk_key, "");
  EXPECT_THAT(held->steps(2).value(),
              ElementsAre(Step{day_of("2026-09-14"), "张示例", clerk_on("2026-09-15").now, Arrived{ReceiptWay::SignedPost, {}}}));
  EXPECT_EQ(held->figures()->at(1).received, day_of("2026-09-14"));
}

TEST_P(RegisterContract, OneByInternetIsReceivedWhenItIsConfirmed) {
  auto made = desk.made();
  auto entry = by_post(1);
  entry.arrived.way = ReceiptWay::Internet;
  ASSERT_TRUE(made->add(entry, clerk_on("2026-09-15"), desk.with()));
  EXPECT_FALSE(made->figures()->at(0).received);
  does(*made, desk, 1, "2026-09-16", ReceiptConfirmed{});
  EXPECT_EQ(made->figures()->at(0).received, day_of("2026-09-16"));
}

TEST_P(RegisterContract, SerialsFollowTheHighestOfTheirBeginning) {
  auto made = desk.made();
  EXPECT_EQ(made->next_serial("NM-D01-20260914").value(), 1);
  ASSERT_TRUE(made->add(by_post(7), clerk_on("2026-09-15"), desk.with()));
  EXPECT_EQ(made->next_serial("NM-D01-20260914").value(), 8);
  EXPECT_EQ(made->next_serial("NM-D01-2026091").value(), 1);
  EXPECT_EQ(made->next_serial("NM-D01-20260915").value(), 1);
  ASSERT_TRUE(made->add(by_post(12345), clerk_on("2026-09-15"), desk.with()));
  EXPECT_EQ(made->next_serial("NM-D01-20260914").value(), 12346) << "by value, not by spelling";
}

TEST_P(RegisterContract, ANumberInUseIsToldSoThatTheNextIsTaken) {
  auto made = desk.made();
  ASSERT_TRUE(made->add(by_post(1), clerk_on("2026-09-15"), desk.with()));
  const auto again = made->add(by_post(1), clerk_on("2026-09-15"), desk.with());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().trouble, Trouble::Busy);
  EXPECT_EQ(made->count({}).value(), 1U);
}

TEST_P(RegisterContract, WhatTheLawOrOrderDoesNotAllowLeavesNothing) {
  auto made = desk.made();
  const auto before = desk.everything();
  auto confirmed = by_post(1);
  confirmed.arrived.confirmed = day_of("2026-09-14");
  EXPECT_THAT(worded(made->add(confirmed, clerk_on("2026-09-15"), desk.with()).error()), HasSubstr("第三十一条"));
  EXPECT_FALSE(made->add(by_post(1), clerk_on("2026-09-13"), desk.with())) << "it has not arrived yet";
  EXPECT_FALSE(made->add(by_post(1), clerk_on("2026-09-15", " "), desk.with()));
  auto unnumbered = by_post(1);
  unnumbered.number = " ";
  EXPECT_FALSE(made->add(unnumbered, clerk_on("2026-09-15"), desk.with()));
  EXPECT_EQ(desk.everything(), before);
}

TEST_P(RegisterContract, FeedbackHasNoSteps) {
  auto made = desk.made();
  NewEntry entry{.submission = feedback_of(1),
                 .kind = EntryKind::Letter,
                 .arrived = {},
                 .on = day_of("2026-09-14"),
                 .number = "NM-D01-1",
                 .code_hash = ""};
  ASSERT_TRUE(made->add(entry, clerk_on("2026-09-14"), desk.with()));
  EXPECT_EQ(made->entry(1)->kind, EntryKind::Letter);
  EXPECT_EQ(made->entry(1)->received, clerk_on("2026-09-14").now);
  EXPECT_THAT(made->steps(1).value(), IsEmpty());
}

}  // namespace
}  // namespace mingting
