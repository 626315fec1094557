// What the year's report is made from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/register/contract/contract.hpp"

namespace mingting {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::IsEmpty;

TEST_P(RegisterContract, FiguresFollowTheStepsAndAgreeWithTheCases) {
  auto held = desk.holding(4);
  finish(*held, desk, 1, "2026-09-15");
  does(*held, desk, 2, "2026-09-15", WithdrawnByApplicant{"电话"});
  does(*held, desk, 3, "2026-09-15", WithdrawnByApplicant{"电话"});
  does(*held, desk, 3, "2026-09-16", TakenBack{2, "认错了人"});
  std::vector<CaseFigures> expected;
  for (std::int64_t id = 1; id <= 4; ++id) {
    expected.push_back(figures_of(case_of(held->steps(id).value()), held->entry(id)->applicant.kind));
  }
  EXPECT_EQ(held->figures().value(), expected);
  EXPECT_EQ(expected[1].outcome, ReplyKind::Withdrawn);
  EXPECT_FALSE(expected[2].finished);
}

TEST_P(RegisterContract, DisclosureIsKeptByYearAndABlankIsNotAZero) {
  auto made = desk.made();
  EXPECT_EQ(made->disclosure(year{2026}).value(), std::nullopt);
  DisclosureTable table{.rules = {0, 0, 3},
                        .normative = {2, std::nullopt, 40},
                        .licences = 12,
                        .penalties = 0,
                        .coercion = std::nullopt,
                        .charges_fen = 123456789012345};
  ASSERT_TRUE(made->change_disclosure(year{2025}, {}, clerk_on("2026-01-05")));
  ASSERT_TRUE(made->change_disclosure(year{2026}, {}, clerk_on("2026-09-01")));
  ASSERT_TRUE(made->change_disclosure(year{2026}, {.entered = table}, clerk_on("2026-09-02")));
  EXPECT_EQ(desk.opened()->disclosure(year{2026}).value(), table);
  EXPECT_EQ(made->disclosure(year{2025}).value(), DisclosureTable{});
}

TEST_P(RegisterContract, DisclosureThatTwoClerksEnterAddsUp) {
  auto one = desk.made();
  auto two = desk.opened();
  ASSERT_TRUE(one->change_disclosure(year{2026}, {.entered = {.licences = 12, .penalties = 3}}, clerk_on("2026-09-01")));
  ASSERT_TRUE(two->change_disclosure(year{2026}, {.entered = {.rules = {1, std::nullopt, std::nullopt}, .penalties = 4}},
                                     clerk_on("2026-09-02")));
  EXPECT_EQ(one->disclosure(year{2026}).value(),
            (DisclosureTable{.rules = {1, std::nullopt, std::nullopt}, .licences = 12, .penalties = 4}));
  EXPECT_EQ(two->change_disclosure(year{2026}, {.rest_is_zero = true}, clerk_on("2026-09-03")).value(),
            (DisclosureTable{{1, 0, 0}, {0, 0, 0}, 12, 4, 0, 0}));
}

TEST_P(RegisterContract, DisputesAreRecordedAndRecordedAnew) {
  auto held = desk.holding(1);
  RegisteredDispute review{.entry = 1, .kind = DisputeKind::Review, .opened = day_of("2026-10-09"), .note = "对不予公开不服"};
  RegisteredDispute suit{.entry = 0,
                         .kind = DisputeKind::SuitDirectly,
                         .opened = day_of("2026-10-10"),
                         .closed = day_of("2026-12-01"),
                         .outcome = DisputeOutcome::Corrected};
  EXPECT_EQ(held->record_dispute(review, clerk_on("2026-10-09")).value(), 1);
  EXPECT_EQ(held->record_dispute(suit, clerk_on("2026-12-01")).value(), 2);
  review.id = 1, review.closed = day_of("2026-11-20"), review.outcome = DisputeOutcome::Upheld;
  EXPECT_EQ(held->record_dispute(review, clerk_on("2026-11-20")).value(), 1);
  suit.id = 2;
  EXPECT_THAT(desk.opened()->disputes().value(), ElementsAre(review, suit));
}

TEST_P(RegisterContract, ADisputeThatMakesNoSenseIsRefused) {
  auto held = desk.holding(1);
  const RegisteredDispute fine{.entry = 1, .opened = day_of("2026-10-09")};
  auto closed_open = fine, open_closed = fine, backwards = fine, unknown = fine, nobodys = fine, dayless = fine;
  closed_open.closed = day_of("2026-10-10");
  open_closed.outcome = DisputeOutcome::Upheld;
  backwards.closed = day_of("2026-10-08"), backwards.outcome = DisputeOutcome::Upheld;
  dayless.opened = Date{};
  for (const auto& wrong : {closed_open, open_closed, backwards, dayless}) {
    EXPECT_EQ(held->record_dispute(wrong, clerk_on("2026-10-09")).error().trouble, Trouble::Invalid);
  }
  unknown.id = 7, nobodys.entry = 9;
  for (const auto& absent : {unknown, nobodys}) {
    EXPECT_EQ(held->record_dispute(absent, clerk_on("2026-10-09")).error().trouble, Trouble::NotFound);
  }
  EXPECT_THAT(held->disputes().value(), IsEmpty());
}

TEST_P(RegisterContract, TheReportThatWentOutLastIsTheOneKept) {
  auto held = desk.holding(3);
  EXPECT_EQ(held->kept_report(year{2026}).value(), std::nullopt);
  AnnualReport report{.year = year{2026},
                      .disclosure = {.licences = 5},
                      .applications = tally(held->figures().value(), year{2026}),
                      .disputes = {.reviews = {.upheld = 1, .total = 1}},
                      .prose = "一、总体情况\n\n示例。"};
  ASSERT_TRUE(held->keep_report(report, clerk_on("2027-01-10")));
  EXPECT_EQ(held->kept_report(year{2026}).value(), report);
  EXPECT_EQ(report.applications.total(ReportRow::Received), 3);
  report.prose += "（更正）";
  ASSERT_TRUE(held->keep_report(report, clerk_on("2027-01-20")));
  EXPECT_EQ(desk.opened()->kept_report(year{2026}).value(), report);
}

}  // namespace
}  // namespace mingting
