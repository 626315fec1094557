// Handing in: once, whole, and what becomes of the form when it fails.
#include "app/visitor.hpp"

namespace mingting {
namespace {

TEST(FormFlow, SubmittingTwiceSendsOnce) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::Submit{});
  ASSERT_NE(visitor.effect<effect::SubmitForm>(), nullptr);
  visitor.send(msg::Submit{});
  EXPECT_EQ(visitor.effect<effect::SubmitForm>(), nullptr);
}

TEST(FormFlow, NothingLeavesThePageWhileItIsBeingSent) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::Submit{});
  for (const Msg& message : {Msg(msg::GoBack{}), Msg(msg::GoHome{}), Msg(msg::AskToEnd{}), Msg(msg::EndVisit{}), Msg(msg::OpenColumn{"news"}), Msg(msg::OpenSettings{}), Msg(msg::OpenSearch{"x"})}) {
    visitor.send(message);
    ASSERT_TRUE(visitor.on<FormPage>());
  }
  visitor.wait(std::chrono::seconds(600));
  EXPECT_TRUE(visitor.on<FormPage>());
}

TEST(FormFlow, AFailedSubmissionKeepsEveryWordAndCanBeSentAgain) {
  Visitor visitor;
  visitor.fill_in();
  const auto answers = answers_of(visitor.model, "application");
  visitor.send(msg::Submit{});
  visitor.send(msg::NotAccepted{"full"});
  EXPECT_EQ(visitor.page<FormPage>().stage, FormStage::Reviewing);
  EXPECT_EQ(visitor.page<FormPage>().failure, "full");
  EXPECT_EQ(visitor.model.visit->reveal, "failure");
  EXPECT_EQ(answers_of(visitor.model, "application"), answers);
  visitor.send(msg::Submit{});
  EXPECT_NE(visitor.effect<effect::SubmitForm>(), nullptr);
}

TEST(FormFlow, ASubmissionNamesTheReleaseWhoseFormWasFilledIn) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::HallLoaded{small_hall(2), ""});
  visitor.send(msg::Submit{});
  ASSERT_NE(visitor.effect<effect::SubmitForm>(), nullptr);
  EXPECT_EQ(visitor.effect<effect::SubmitForm>()->submission.content_release, "1");
}

TEST(FormFlow, AClosedIntakeTakesNothing) {
  Visitor visitor;
  visitor.send(msg::DevicesKnown{false, false});
  visitor.fill_in();
  visitor.send(msg::Submit{});
  EXPECT_EQ(visitor.effect<effect::SubmitForm>(), nullptr);
}

}  // namespace
}  // namespace mingting
