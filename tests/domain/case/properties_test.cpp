// Whatever clerks do in whatever order: one clock at a time, no deadline before its receipt, every application counted once
// a year. Seeded, so a failure comes back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/said/words.hpp"
#include "domain/desk_fixture.hpp"
#include "domain/year/checks.hpp"
#include "domain/year/report.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using namespace std::chrono;

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }
  bool once_in(int n) { return below(n) == 0; }
  template <class E, std::size_t N>
  E any(const Named<E> (&table)[N]) {
    return table[below(static_cast<int>(N))].value;
  }

 private:
  std::mt19937 engine_;
};

Replied random_reply(Dice& dice) {
  Replied reply{.kind = dice.any(kReplyKinds)};
  if (reply.kind == ReplyKind::GrantedInPart || dice.once_in(12)) reply.withheld.push_back(dice.any(kReplyKinds));
  if (reply.kind == ReplyKind::GrantedInPart || dice.once_in(12)) reply.remedy = dice.any(kRemedyRoutes);
  if (dice.once_in(6)) reply.public_interest = "公共利益";
  return reply;
}

int some_step(Dice& dice, const Case& one) { return dice.below(static_cast<int>(one.steps.size()) + 2); }

/// Any step at all, most of them unlawful where they stand.
StepWhat random_step(Dice& dice, const Case& one, Date on) {
  const auto maybe_day = [&]() { return dice.once_in(2) ? std::optional(on) : std::nullopt; };
  switch (dice.below(20)) {
    case 0: return Arrived{dice.any(kReceiptWays), dice.once_in(4) ? std::optional(on) : std::nullopt};
    case 1: return ReceiptConfirmed{};
    case 2: return CorrectionAsked{"名称", dice.below(20)};
    case 3: return CorrectionReceived{dice.once_in(3) ? "住院" : ""};
    case 4: return ConsultationSent{dice.any(kConsultationKinds), dice.once_in(2) ? "甲" : "乙", maybe_day()};
    case 5: return ConsultationDelivered{some_step(dice, one)};
    case 6:
    case 7: return ConsultationAnswered{some_step(dice, one), dice.any(kOpinions), dice.once_in(2) ? "商业秘密" : ""};
    case 8: return ConsultationEnded{some_step(dice, one), "不再等"};
    case 9: return Extended{dice.below(22), dice.once_in(5) ? "" : "主任"};
    case 10: return ReasonsAsked{};
    case 11: return ReasonsGiven{"研究"};
    case 12: return ReplyDelayed{Date{sys_days{on} + days{dice.below(60)}}};
    case 13: return FeeNotified{dice.any(kFeeBases), dice.below(3) * 100};
    case 14: return FeePaid{};
    case 15: return random_reply(dice);
    case 16: return Served{dice.any(kServiceWays)};
    case 17: return Lapsed{};
    case 18: return dice.once_in(4) ? StepWhat(WithdrawnByApplicant{"电话"}) : StepWhat(random_reply(dice));
    default: return dice.once_in(3) ? StepWhat(TakenBack{some_step(dice, one), "记错"}) : StepWhat(Served{ServiceWay::Post});
  }
}

/// The waits that are open, read from the steps alone without the rules' own bookkeeping.
struct Waits {
  bool correction = false, payment = false, reply = false, finished = false, arrived = false;
};

Waits waits_of(const std::vector<Step>& steps) {
  std::vector<bool> in_force(steps.size(), true);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (const auto* back = std::get_if<TakenBack>(&steps[i].what))
      in_force[i] = in_force[static_cast<std::size_t>(back->step) - 1] = false;
  }
  int asked = 0, corrected = 0, notified = 0, paid = 0, arrived = 0, confirmed = 0, ended = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& what = steps[i].what;
    if (!in_force[i]) continue;
    if (const auto* arrival = std::get_if<Arrived>(&what)) {
      ++arrived;
      const bool at_once =
          arrival->way == ReceiptWay::InPerson || arrival->way == ReceiptWay::Spoken || arrival->way == ReceiptWay::SignedPost;
      confirmed += at_once || arrival->confirmed ? 1 : 0;
    }
    confirmed += std::holds_alternative<ReceiptConfirmed>(what);
    asked += std::holds_alternative<CorrectionAsked>(what);
    corrected += std::holds_alternative<CorrectionReceived>(what);
    notified += std::holds_alternative<FeeNotified>(what);
    paid += std::holds_alternative<FeePaid>(what);
    ended += std::holds_alternative<Served>(what) + std::holds_alternative<Lapsed>(what) +
             std::holds_alternative<WithdrawnByApplicant>(what);
  }
  EXPECT_LE(arrived, 1);
  EXPECT_LE(confirmed, 1);
  EXPECT_LE(asked, 1);  // Art. 30: once
  EXPECT_LE(notified, 1);
  EXPECT_LE(ended, 1);
  Waits waits{.correction = asked > corrected, .payment = notified > paid, .finished = ended > 0, .arrived = arrived > 0};
  waits.reply = confirmed > 0 && !waits.correction && !waits.payment;
  return waits;
}

void expect_one_clock(const Case& one, const Reckoning& with, Date today) {
  const auto waits = waits_of(one.steps);
  ASSERT_FALSE(waits.correction && waits.payment && !waits.finished);
  const bool due = reply_due(one, with, today).has_value();
  const auto state = standing(one, with, today).clock;
  if (waits.finished) {
    ASSERT_EQ(state, ClockState::Ended);
    ASSERT_TRUE(open_deadlines(one, with, today).empty());
  } else {
    ASSERT_EQ(due, waits.reply) << "the reply clock is open exactly when nothing of the applicant is waited for";
    ASSERT_EQ(state == ClockState::NotStarted, !one.received.has_value());
    ASSERT_EQ(one.phase == Phase::Unreceived, !waits.arrived);
  }
}

void expect_sound(const Case& one, const Reckoning& with, Date today) {
  expect_one_clock(one, with, today);
  for (const auto& [name, deadline] : open_deadlines(one, with, today)) {
    ASSERT_GE(deadline.date, *one.received) << name.code;
    if (name == remark("deadline.reply")) {
      ASSERT_GT(working_days_between(with.calendar, *clock_start(one, with.rules), deadline.date), 19);
    }
  }
  ASSERT_EQ(one.finished.has_value(), one.outcome.has_value());
  if (one.finished && one.received) {
    ASSERT_GE(*one.finished, *one.received);
  }
  ASSERT_LE(one.extension, kMostExtensionDays);
  for (const auto& consultation : one.consultations) {
    if (consultation.ended) {
      ASSERT_GE(*consultation.ended, consultation.sent);
    }
    ASSERT_FALSE(one.phase != Phase::Handling && one.phase != Phase::Finished && one.phase != Phase::ReplyMade &&
                 waits_on(consultation, one.latest, with.calendar)) << "two waits at once";
  }
}

/// Nothing recorded goes away, and the steps alone make the case again.
void expect_same_from_steps(const Case& one) {
  const auto again = case_of(one.steps);
  ASSERT_EQ(again.phase, one.phase);
  ASSERT_EQ(again.received, one.received);
  ASSERT_EQ(again.finished, one.finished);
  ASSERT_EQ(again.outcome, one.outcome);
  ASSERT_EQ(again.consultations, one.consultations);
  ASSERT_EQ(again.latest, one.latest);
}

/// Tries some steps on a calendar that moves on, keeps what is lawful.
Case random_case(Dice& dice, const Reckoning& with, Date start, int tries) {
  Case one;
  auto today = sys_days{start};
  for (int i = 0; i < tries && !testing::Test::HasFatalFailure(); ++i) {
    if (dice.once_in(3)) today += days{dice.below(dice.once_in(5) ? 40 : 6)};
    const Date on{dice.once_in(6) ? today - days{dice.below(9)} : today};
    auto step = step_on(on, random_step(dice, one, on));
    step.recorded = start_of(Date{today}) + hours{12};
    const auto before = one.steps.size();
    auto after = record(one, step, with);
    if (!after) {
      EXPECT_FALSE(worded(after.error()).empty());
      continue;
    }
    one = std::move(*after);
    EXPECT_EQ(one.steps.size(), before + 1);
    expect_sound(one, with, Date{today});
  }
  expect_same_from_steps(one);
  return one;
}

Date random_start(Dice& dice) { return Date{sys_days{2019y / January / 1} + days{dice.below(2700)}}; }

TEST(Properties, NoSequenceOfCommandsBreaksTheClock) {
  const auto calendar = starter_calendar();
  std::map<ReplyKind, int> outcomes;
  for (const auto fee_clock : {FeeClock::RestartsWhenPaid, FeeClock::PausesUntilPaid}) {
    const LocalRules rules{.fee_clock = fee_clock};
    for (unsigned seed = 0; seed < rounds(2000, 100'000); ++seed) {
      Dice dice(seed);
      const auto one = random_case(dice, {calendar, rules}, random_start(dice), 60);
      ASSERT_FALSE(HasFailure()) << "seed " << seed;
      if (one.outcome) ++outcomes[*one.outcome];
    }
  }
  EXPECT_GE(outcomes.size(), 20U) << "the sequences must reach nearly every ending, or they prove little";
}

/// Endings of random cases, moved into a year of their own by the tests below.
std::vector<CaseFigures> pool_of_cases(std::size_t size) {
  const auto calendar = starter_calendar();
  const LocalRules rules;
  std::vector<CaseFigures> pool;
  Dice dice(7);
  while (pool.size() < size) {
    const auto one = random_case(dice, {calendar, rules}, Date{2023y / January / (1 + dice.below(28))}, 40);
    pool.push_back(figures_of(one, dice.any(kApplicantKinds)));
  }
  return pool;
}

CaseFigures moved(CaseFigures one, days by) {
  if (one.received) one.received = Date{sys_days{*one.received} + by};
  if (one.finished) one.finished = Date{sys_days{*one.finished} + by};
  return one;
}

AnnualReport report_of(std::span<const CaseFigures> cases, year year) {
  AnnualReport report{.year = year, .disclosure = {{0, 0, 0}, {0, 0, 0}, 0, 0, 0, 0}};
  report.applications = tally(cases, year);
  report.disputes = tally(std::span<const Dispute>{});
  return report;
}

/// Counted again by hand: where one case must stand in a year.
struct Place {
  int in = 0, finished = 0, out = 0;
};
Place place_of(const CaseFigures& one, year year) {
  if (!one.received || *one.received > year / December / 31) return {};
  if (one.finished && *one.finished < year / January / 1) return {};
  const bool done = one.finished && *one.finished <= year / December / 31;
  return {1, done ? 1 : 0, done ? 0 : 1};
}

TEST(Properties, TenThousandYearsOfWorkReconcile) {
  const auto pool = pool_of_cases(600);
  Dice dice(11);
  AnnualReport last;
  for (int round = 0; round < 10'000; ++round) {
    const auto year = std::chrono::year{2023 + round % 2};
    static std::vector<CaseFigures> cases;
    if (round % 2 == 0) {  // two years running over the same cases
      cases.clear();
      for (int i = dice.below(60); i > 0; --i)
        cases.push_back(moved(pool[static_cast<std::size_t>(dice.below(600))], days{dice.below(700)}));
    }
    const auto report = report_of(cases, year);
    ASSERT_THAT(check_report(report), testing::IsEmpty()) << "round " << round;
    if (round % 2 == 1) {
      ASSERT_THAT(check_against_last_year(report, last), testing::IsEmpty()) << "round " << round;
    }
    Place sum;
    for (const auto& one : cases) {
      const auto place = place_of(one, year);
      sum.in += place.in, sum.finished += place.finished, sum.out += place.out;
    }
    const auto& table = report.applications;
    ASSERT_EQ(*table.total(ReportRow::Received) + *table.total(ReportRow::CarriedIn), sum.in);
    ASSERT_EQ(table.total(ReportRow::Finished), sum.finished);
    ASSERT_EQ(table.total(ReportRow::CarriedOut), sum.out);
    last = report;
  }
}

}  // namespace
}  // namespace mingting
