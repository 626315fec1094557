// Steps as they are stored: written once, read for ever.
#include "base/said/words.hpp"
#include "domain/case/step_record.hpp"

#include <gmock/gmock.h>

#include "domain/desk_fixture.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;

/// One of every step, every field set.
std::vector<StepWhat> all_steps() {
  const auto day = day_of("2026-11-23");
  return {Arrived{ReceiptWay::Fax, day},
          ReceiptConfirmed{},
          CorrectionAsked{"名称, 年份\n和地点", 15},
          CorrectionReceived{"住院"},
          ConsultationSent{ConsultationKind::JointMaker, "区财政局", day},
          ConsultationDelivered{5},
          ConsultationAnswered{5, Opinion::Objects, "商业秘密"},
          ConsultationEnded{5, "查无此人"},
          Extended{20, "主任"},
          ReasonsAsked{},
          ReasonsGiven{"研究"},
          ReplyDelayed{day},
          FeeNotified{FeeBasis::Pages, 9'000'000'000},
          FeePaid{},
          Replied{ReplyKind::GrantedInPart, {ReplyKind::StateSecret, ReplyKind::ThirdPartyInterest}, "南公开复〔2026〕7号", "公共利益",
                  RemedyRoute::ReviewFirst},
          Served{ServiceWay::Post},
          Lapsed{},
          WithdrawnByApplicant{"书面"},
          TakenBack{3, "记错"}};
}

TEST(StepRecord, EveryStepComesBackAsItWas) {
  const auto steps = all_steps();
  ASSERT_EQ(steps.size(), StepWhat::kKinds);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    ASSERT_EQ(steps[i].index(), i);
    const auto back = from_record(to_record(steps[i]));
    ASSERT_TRUE(back) << worded(back.error());
    EXPECT_EQ(*back, steps[i]) << step_title(steps[i]);
  }
}

TEST(StepRecord, EmptyOnesToo) {
  for (const StepWhat& what : {StepWhat(Arrived{}), StepWhat(Replied{}), StepWhat(ConsultationSent{}), StepWhat(TakenBack{})}) {
    EXPECT_EQ(from_record(to_record(what)).value(), what);
  }
}

/// What is on disks: these words may never change.
TEST(StepRecord, TheStoredWords) {
  EXPECT_EQ(to_record(Arrived{ReceiptWay::OrdinaryLetter, day_of("2026-11-23")}),
            (StepRecord{"arrived", {{"way", "letter"}, {"confirmed", "2026-11-23"}}}));
  EXPECT_EQ(
      to_record(Replied{.kind = ReplyKind::GrantedInPart, .withheld = {ReplyKind::StateSecret, ReplyKind::InternalAffairs}}),
      (StepRecord{"replied", {{"kind", "in-part"}, {"withheld", "state-secret,internal-affairs"}}}));
}

TEST(StepRecord, DamageIsNamed) {
  const auto fault = [](StepRecord record) { return worded(from_record(record).error()); };
  EXPECT_THAT(fault({"arived", {}}), HasSubstr("arived"));
  EXPECT_THAT(fault({"arrived", {}}), HasSubstr("way"));
  EXPECT_THAT(fault({"arrived", {{"way", "当面提交"}}}), HasSubstr("way"));  // words are not keys
  EXPECT_THAT(fault({"extended", {{"working-days", "20x"}}}), HasSubstr("working-days"));
  EXPECT_THAT(fault({"extended", {{"working-days", "99999999999"}}}), HasSubstr("working-days"));
  EXPECT_THAT(fault({"reply-delayed", {{"until", "2026-02-30"}}}), HasSubstr("until"));
  EXPECT_THAT(fault({"fee-paid", {{"colour", "red"}}}), HasSubstr("colour"));
  EXPECT_THAT(fault({"replied", {{"kind", "granted"}, {"withheld", "x"}}}), HasSubstr("withheld"));
}

}  // namespace
}  // namespace mingting
