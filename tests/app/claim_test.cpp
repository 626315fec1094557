// What an earlier run kept: offered for ten minutes of running time, claimed by a number, handed out as
// receipts.
#include "app/visitor.hpp"

namespace mingting {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr KeptOffer kOne{.numbered = 1, .nameless = 0, .tries = 5};

class KeptOffers : public ::testing::Test {
 protected:
  void offer(const KeptOffer& kept) {
    visitor.send(msg::KeptKnown{kept});
    visitor.send(msg::OpenClaim{});
  }
  static msg::Accepted accepted(const std::string& number) {
    return {ReceiptNumber{number}, QueryCode{"ABCD2345"}, kMorning - minutes{5}, false};
  }
  const ClaimPage& page() { return visitor.page<ClaimPage>(); }

  Visitor visitor;
};

TEST_F(KeptOffers, NothingKeptIsNotOffered) {
  offer({});
  EXPECT_FALSE(visitor.model.kept);
  EXPECT_TRUE(visitor.on<HomePage>());
}

TEST_F(KeptOffers, ANumberGivesTheReceiptWithAnotherCode) {
  offer(kOne);
  visitor.type(std::string(kClaimField), "13800138000");
  visitor.send(msg::Entered{});
  ASSERT_NE(visitor.effect<effect::ClaimKept>(), nullptr);
  EXPECT_EQ(visitor.effect<effect::ClaimKept>()->number, "13800138000");
  visitor.send(msg::ClaimAnswered{{{accepted("NM-1"), "application"}, {accepted("NM-2"), "gone"}}, {}, ""});
  ASSERT_TRUE(visitor.on<ReceiptPage>());
  EXPECT_EQ(visitor.page<ReceiptPage>().receipt.number.text, "NM-2");
  EXPECT_TRUE(visitor.page<ReceiptPage>().renewed);
  ASSERT_EQ(visitor.model.visit->receipts.size(), 2U);
  const auto& first = visitor.model.visit->receipts.front().receipt;
  EXPECT_EQ(first.matter, "申请");
  EXPECT_EQ(first.received, kMorning - minutes{5});
  EXPECT_TRUE(first.due) << "counted from the day it was taken in";
  EXPECT_TRUE(first.applicant.empty()) << "the machine does not know any more";
  EXPECT_EQ(visitor.last.size(), 2U) << "both receipts are made";
  EXPECT_FALSE(visitor.model.kept);
}

TEST_F(KeptOffers, AWrongNumberIsSaidWithTheTriesLeft) {
  offer(kOne);
  visitor.wait(seconds{30});
  visitor.type(std::string(kClaimField), "13900139000");
  visitor.send(msg::TakeNumbered{});
  visitor.send(msg::ClaimAnswered{{}, {.numbered = 1, .nameless = 0, .tries = 4}, ""});
  EXPECT_EQ(page().error, "number-wrong");
  EXPECT_EQ(visitor.model.kept->tries, 4);
  EXPECT_EQ(visitor.model.kept->left, kOffered - seconds{30}) << "no new ten minutes";
  visitor.type(std::string(kClaimField), "1");
  EXPECT_TRUE(page().error.empty());
  visitor.send(msg::TakeNumbered{});
  visitor.send(msg::ClaimAnswered{{}, {}, ""});
  EXPECT_FALSE(visitor.model.kept) << "the tries are used up";
}

TEST_F(KeptOffers, APieceOfANumberCostsNoTry) {
  offer(kOne);
  visitor.type(std::string(kClaimField), "8000");
  visitor.send(msg::TakeNumbered{});
  EXPECT_EQ(visitor.effect<effect::ClaimKept>(), nullptr);
  EXPECT_EQ(page().error, "number-short");
}

TEST_F(KeptOffers, WhatIsNamelessNeedsNoNumber) {
  offer(kOne);
  visitor.send(msg::TakeNameless{});
  EXPECT_EQ(visitor.effect<effect::ClaimKept>(), nullptr) << "there is none";
  visitor.send(msg::KeptKnown{{.numbered = 0, .nameless = 1}});
  visitor.send(msg::TakeNameless{});
  ASSERT_NE(visitor.effect<effect::ClaimKept>(), nullptr);
  EXPECT_EQ(visitor.effect<effect::ClaimKept>()->number, "");
}

TEST_F(KeptOffers, WhileItIsWrittenDownNothingEndsTheVisit) {
  offer(kOne);
  visitor.type(std::string(kClaimField), "13800138000");
  visitor.send(msg::TakeNumbered{});
  visitor.send(msg::GoBack{});
  visitor.send(msg::EndVisit{});
  visitor.wait(minutes{11});
  ASSERT_TRUE(visitor.on<ClaimPage>());
  visitor.send(msg::ClaimAnswered{{}, kOne, "full"});
  EXPECT_EQ(page().failure, "full");
  EXPECT_FALSE(page().looking);
}

TEST_F(KeptOffers, EndAfterTenMinutesThatTheMachineRan) {
  visitor.send(msg::EndVisit{});
  visitor.send(msg::KeptKnown{kOne});
  visitor.wait(minutes{9});
  EXPECT_TRUE(visitor.model.kept);
  visitor.wait(minutes{1});
  EXPECT_FALSE(visitor.model.kept);
  EXPECT_NE(visitor.effect<effect::EndClaims>(), nullptr);
}

TEST_F(KeptOffers, ALeapOfTheClockTakesNoTimeFromAnybody) {
  visitor.send(msg::EndVisit{});
  visitor.model.now = *parse_local_time("1970-01-01T08:00");
  visitor.send(msg::KeptKnown{kOne});
  visitor.send(msg::Tick{kMorning});  // the network has told the time
  visitor.send(msg::Tick{kMorning - minutes{30}});
  EXPECT_EQ(visitor.model.kept->left, kOffered);
}

TEST_F(KeptOffers, OutliveTheVisitOfSomebodyElse) {
  offer(kOne);
  visitor.send(msg::EndVisit{});
  EXPECT_TRUE(visitor.model.kept);
}

}  // namespace
}  // namespace mingting
