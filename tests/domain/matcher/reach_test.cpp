// Outcomes that cannot come about, and two that must not come about together.
#include "domain/matcher/reach.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/matcher/judging.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Requirement yes(const std::string& question) { return {{{.question = question, .is = {"yes"}}}}; }
Requirement no(const std::string& question) { return {{{.question = question, .is = {"no"}}}}; }
Requirement figures(std::optional<std::int64_t> least, std::optional<std::int64_t> most) {
  return {{{.question = "n", .at_least = least, .at_most = most}}};
}

Matcher of(HitPolicy policy, std::vector<std::vector<Requirement>> outcomes) {
  Matcher matcher{.id = "m", .policy = policy};
  for (const auto* id : {"a", "b", "c"}) matcher.questions.push_back({.id = id, .kind = AskedAs::YesNo});
  matcher.questions.push_back({.id = "n", .kind = AskedAs::Number});
  for (auto& each : outcomes) matcher.outcomes.push_back({.id = std::to_string(matcher.outcomes.size()), .requirements = std::move(each)});
  return matcher;
}

TEST(ReachOf, ASoundTableSaysNothing) {
  const auto matcher = of(HitPolicy::Unique, {{yes("a")}, {no("a"), figures(20, {})}, {no("a"), figures({}, 19)}});
  const auto reach = reach_of(matcher);
  EXPECT_THAT(reach.unreachable, IsEmpty());
  EXPECT_THAT(reach.clashes, IsEmpty());
  EXPECT_THAT(reach.untold, IsEmpty());
}

TEST(ReachOf, ConditionsThatExcludeEachOther) {
  const auto matcher = of(HitPolicy::Collect, {{yes("a"), no("a")}, {figures(30, {}), figures({}, 29)}, {figures(30, {}), figures({}, 30)}});
  EXPECT_THAT(reach_of(matcher).unreachable, ElementsAre(&matcher.outcomes[0], &matcher.outcomes[1])) << "30 itself is both";
}

TEST(ReachOf, WhatAlwaysComesTooLate) {
  const auto matcher = of(HitPolicy::First, {{yes("a")}, {no("a"), yes("b")}, {yes("a"), yes("b")}, {no("b")}, {}});
  EXPECT_THAT(reach_of(matcher).unreachable, ElementsAre(&matcher.outcomes[2], &matcher.outcomes[4]));
}

TEST(ReachOf, TwoThatFitTogether) {
  const auto matcher = of(HitPolicy::Unique, {{yes("a")}, {figures(20, {})}, {no("a")}});
  const auto reach = reach_of(matcher);
  ASSERT_EQ(reach.clashes.size(), 2U);
  EXPECT_EQ(reach.clashes[0].one, &matcher.outcomes[0]);
  EXPECT_EQ(reach.clashes[0].other, &matcher.outcomes[1]);
  for (const auto& clash : reach.clashes) {
    auto collect = matcher;
    collect.policy = HitPolicy::Collect;
    const auto told = judged(collect, clash.answers, Date{});
    EXPECT_EQ(told[static_cast<std::size_t>(clash.one - matcher.outcomes.data())].verdict, Verdict::Fits);
    EXPECT_EQ(told[static_cast<std::size_t>(clash.other - matcher.outcomes.data())].verdict, Verdict::Fits);
  }
}

TEST(ReachOf, SaysWhatItDidNotTryToItsEnd) {
  const auto matcher = of(HitPolicy::Collect, {{yes("a"), yes("b"), yes("c")}, {}});
  const auto reach = reach_of(matcher, 2);
  EXPECT_THAT(reach.untold, ElementsAre(&matcher.outcomes[0]));
  EXPECT_THAT(reach.unreachable, IsEmpty());
}

}  // namespace
}  // namespace mingting
