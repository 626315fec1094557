// How a case stands, asked for by number and code: typing, scanning, answers, and the wait after a miss.
#include "app/visitor.hpp"

#include <gmock/gmock.h>

namespace mingting {
namespace {

using std::chrono::seconds;

const std::string kNumber = make_receipt_number("NM", "K01", *parse_date("2026-11-02"), 1).text;
const std::string kOtherNumber = make_receipt_number("NM", "K01", *parse_date("2026-11-02"), 2).text;
const std::string kCode = "ABCD-2345";

class Progress : public ::testing::Test {
 protected:
  Progress() {
    auto hall = small_hall(2);
    hall->site.receipt_prefix = "NM";
    hall->status_as_of = parse_date("2026-11-20");
    visitor.send(msg::HallLoaded{hall, ""});
    visitor.send(msg::OpenTarget{"progress"});
  }

  const ProgressPage& page() const { return visitor.page<ProgressPage>(); }
  const effect::LookUpStatus* asked() const { return visitor.effect<effect::LookUpStatus>(); }
  void fill_in(const std::string& number = kNumber, const std::string& code = kCode) {
    visitor.type(std::string(kNumberField), number);
    visitor.type(std::string(kCodeField), code);
  }
  /// A scanner's line, a character at a time, and its Enter.
  void scan(const std::string& text) {
    for (const char c : text) visitor.send(msg::TextTyped{std::string(1, c)});
    visitor.send(msg::Entered{});
  }
  void answer(std::shared_ptr<const CaseStatus> status) {
    const auto* effect = asked();
    ASSERT_NE(effect, nullptr);
    visitor.send(msg::StatusFound{effect->asked, std::move(status), false});
  }
  static std::shared_ptr<const CaseStatus> status() { return std::make_shared<CaseStatus>(CaseStatus{.number = kNumber, .phase = "handling"}); }
  void miss() {
    visitor.send(msg::LookUp{});
    answer(nullptr);
  }
  int wait() const { return look_up_wait(visitor.model); }

  Visitor visitor;
};

TEST_F(Progress, OpensWithTheKeyboardForLettersAndFigures) {
  ASSERT_TRUE(visitor.on<ProgressPage>());
  ASSERT_TRUE(visitor.model.visit->typing);
  EXPECT_EQ(visitor.model.visit->typing->field, kNumberField);
  EXPECT_EQ(visitor.model.visit->typing->layout, KeyLayout::Codes);
}

TEST_F(Progress, WithoutAFeedNothingIsAskedFor) {
  Visitor other;
  other.send(msg::OpenTarget{"progress"});
  EXPECT_TRUE(other.on<ProgressPage>());
  EXPECT_FALSE(other.model.visit->typing);
}

TEST_F(Progress, TypedInAnyFormItIsLookedUpAsItIsPrinted) {
  fill_in("nm k01 20261102 0001" + kNumber.substr(kNumber.size() - 1), "ａｂｃｄ２３４５");
  visitor.send(msg::LookUp{});
  ASSERT_NE(asked(), nullptr);
  EXPECT_EQ(asked()->number.text, kNumber);
  EXPECT_EQ(asked()->code.text, kCode);
  EXPECT_EQ(page().number, kNumber);
  EXPECT_EQ(page().code, kCode);
  EXPECT_EQ(page().looking, Loading::Running);
  EXPECT_FALSE(visitor.model.visit->typing);
}

TEST_F(Progress, EnterGoesOnToTheCodeAndThenLooks) {
  for (const char c : kNumber) visitor.send(msg::KeyTapped{std::string(1, c)});
  visitor.send(msg::KeyTapped{"enter"});
  EXPECT_EQ(visitor.model.visit->typing->field, kCodeField);
  for (const char c : kCode) visitor.send(msg::KeyTapped{std::string(1, c)});
  visitor.send(msg::KeyTapped{"enter"});
  EXPECT_NE(asked(), nullptr);
}

TEST_F(Progress, AWrongCharacterIsSaidWhenTheFieldIsLeftAndNothingIsLookedUp) {
  auto wrong = kNumber;
  wrong[wrong.size() - 4] = '9';
  visitor.type(std::string(kNumberField), wrong);
  visitor.send(msg::FocusField{std::string(kCodeField), 0});
  EXPECT_EQ(page().number_error, "number-wrong");
  EXPECT_EQ(page().number, wrong) << "left as typed, to be put right";
  visitor.send(msg::TextTyped{kCode});
  visitor.send(msg::LookUp{});
  EXPECT_EQ(asked(), nullptr);
  EXPECT_EQ(visitor.model.visit->reveal, kNumberField);
  EXPECT_EQ(wait(), 0) << "a slip of the finger costs nothing";

  visitor.send(msg::FocusField{std::string(kNumberField), 1000});
  for (std::size_t i = 0; i < wrong.size(); ++i) visitor.send(msg::Edited{EditKey::Backspace});
  EXPECT_EQ(page().number_error, "") << "gone with the first key";
  visitor.send(msg::TextTyped{kNumber});
  visitor.send(msg::LookUp{});
  EXPECT_NE(asked(), nullptr);
}

TEST_F(Progress, ComplaintsSayWhatIsWrong) {
  visitor.send(msg::LookUp{});
  EXPECT_EQ(page().number_error, "number-empty");
  EXPECT_EQ(page().code_error, "code-empty");
  fill_in("NM-K01-2026", "ABCD-234");
  visitor.send(msg::LookUp{});
  EXPECT_EQ(page().number_error, "number-short");
  EXPECT_EQ(page().code_error, "code-wrong");
  EXPECT_EQ(asked(), nullptr);
}

TEST_F(Progress, AnEmptyFieldIsLeftWithoutAComplaint) {
  visitor.send(msg::LeaveField{});
  EXPECT_EQ(page().number_error, "");
}

TEST_F(Progress, AScanIntoEitherFieldFillsBothAndLooks) {
  scan(kNumber + " " + kCode);
  ASSERT_NE(asked(), nullptr);
  EXPECT_EQ(asked()->number.text, kNumber);
  EXPECT_EQ(asked()->code.text, kCode);
}

TEST_F(Progress, AScanIntoTheFieldOfTheCodeFillsBothToo) {
  visitor.send(msg::FocusField{std::string(kCodeField), 0});
  scan(kNumber + " " + kCode);
  ASSERT_NE(asked(), nullptr);
  EXPECT_EQ(page().number, kNumber);
  EXPECT_EQ(page().code, kCode);
}

TEST_F(Progress, ASecondReceiptMayBeScannedBehindTheFirst) {
  scan(kNumber + " " + kCode);
  answer(nullptr);
  visitor.wait(seconds(5));
  visitor.send(msg::FocusField{std::string(kCodeField), 1000});
  scan(kOtherNumber + " WXYZ-6789");
  ASSERT_NE(asked(), nullptr);
  EXPECT_EQ(asked()->number.text, kOtherNumber);
  EXPECT_EQ(asked()->code.text, "WXYZ-6789");
}

TEST_F(Progress, APastedReceiptFillsBoth) {
  visitor.send(msg::Pasted{kNumber + "\n" + kCode});
  EXPECT_EQ(page().number, kNumber);
  EXPECT_EQ(page().code, kCode);
}

TEST_F(Progress, WhatIsFoundIsShownAndTheWayBackKeepsWhatWasTyped) {
  fill_in();
  visitor.send(msg::LookUp{});
  const auto found = status();
  answer(found);
  ASSERT_TRUE(visitor.on<StatusPage>());
  EXPECT_EQ(visitor.page<StatusPage>().status, found);
  visitor.send(msg::GoBack{});
  EXPECT_EQ(page().number, kNumber);
  EXPECT_EQ(page().looking, Loading::Idle);
}

TEST_F(Progress, AnotherIsAskedForWithEmptyFields) {
  fill_in();
  visitor.send(msg::LookUp{});
  answer(status());
  visitor.send(msg::AskAnother{});
  ASSERT_TRUE(visitor.on<ProgressPage>());
  EXPECT_EQ(page(), ProgressPage{});
  EXPECT_EQ(visitor.model.visit->typing->field, kNumberField);
}

TEST_F(Progress, AMissSaysSoUntilSomethingIsTyped) {
  fill_in();
  miss();
  EXPECT_TRUE(page().not_found);
  visitor.type(std::string(kCodeField), "2");
  EXPECT_FALSE(page().not_found);
}

TEST_F(Progress, AMachineThatCannotLookBlamesNobody) {
  fill_in();
  visitor.send(msg::LookUp{});
  visitor.send(msg::StatusFound{asked()->asked, nullptr, true});
  EXPECT_EQ(page().looking, Loading::Failed);
  EXPECT_FALSE(page().not_found);
  EXPECT_EQ(wait(), 0);
}

TEST_F(Progress, EachMissDoublesTheWaitUpToAMinute) {
  fill_in();
  for (const int expected : {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
    miss();
    EXPECT_EQ(wait(), expected);
    visitor.send(msg::LookUp{});
    EXPECT_EQ(asked(), nullptr) << "not before its time";
    visitor.wait(seconds(expected - 1));
    EXPECT_EQ(wait(), 1);
    visitor.send(msg::LookUp{});
    EXPECT_EQ(asked(), nullptr);
    visitor.wait(seconds(1));
    EXPECT_EQ(wait(), 0);
    visitor.send(msg::Touched{visitor.model.now});
  }
}

TEST_F(Progress, TheScreenIsToldOfEverySecond) {
  fill_in();
  for (int i = 0; i < 3; ++i) {
    miss();
    visitor.wait(seconds(wait()));
  }
  miss();
  ASSERT_EQ(wait(), 8);
  for (int left = 8; left > 0; --left) {
    EXPECT_EQ(wait(), left);
    visitor.send(msg::Tick{next_tick(visitor.model)});
  }
  EXPECT_EQ(wait(), 0);
}

TEST_F(Progress, EndingTheVisitDoesNotEndTheWaitButWipesWhatWasTyped) {
  fill_in();
  for (int i = 0; i < 4; ++i) {
    miss();
    visitor.wait(seconds(wait()));
  }
  miss();
  visitor.send(msg::EndVisit{});
  EXPECT_FALSE(visitor.model.visit);
  visitor.send(msg::StartVisit{});
  visitor.send(msg::OpenTarget{"progress"});
  EXPECT_EQ(page().number, "");
  EXPECT_EQ(page().code, "");
  EXPECT_EQ(wait(), 16);
  fill_in();
  visitor.send(msg::LookUp{});
  EXPECT_EQ(asked(), nullptr);
}

TEST_F(Progress, AHitForgivesNoMiss) {
  fill_in();
  miss();
  visitor.wait(seconds(1));
  miss();
  visitor.wait(seconds(2));
  visitor.send(msg::LookUp{});
  answer(status());
  EXPECT_EQ(wait(), 0) << "nor does it cost anything";
  visitor.send(msg::GoBack{});
  miss();
  EXPECT_EQ(wait(), 4) << "a receipt of one's own does not buy guesses";
}

TEST_F(Progress, TimeForgives) {
  fill_in();
  for (int i = 0; i < 5; ++i) {
    miss();
    visitor.wait(seconds(wait()));
  }
  visitor.send(msg::Tick{visitor.model.now + kForgiveMiss * 3});
  visitor.send(msg::StayHere{});
  miss();
  EXPECT_EQ(wait(), 4) << "five, three of them forgiven, and one more";
  visitor.send(msg::Tick{visitor.model.now + kForgiveMiss * 30});
  visitor.send(msg::StayHere{});
  miss();
  EXPECT_EQ(wait(), 1);
}

TEST_F(Progress, AClockSetBackMakesNobodyWaitLonger) {
  fill_in();
  miss();
  visitor.send(msg::Tick{visitor.model.now - std::chrono::hours(5)});
  EXPECT_EQ(wait(), 1);
}

TEST_F(Progress, OneLookUpAtATime) {
  fill_in();
  visitor.send(msg::LookUp{});
  const auto first = *asked();
  visitor.send(msg::GoHome{});
  visitor.send(msg::OpenTarget{"progress"});
  fill_in();
  visitor.send(msg::LookUp{});
  EXPECT_EQ(asked(), nullptr) << "another visit cannot ask beside it";
  visitor.send(msg::StatusFound{first.asked, nullptr, false});
  EXPECT_FALSE(page().not_found) << "the answer is to another page's question";
  EXPECT_EQ(wait(), 1) << "and counts all the same";
}

TEST_F(Progress, AnAnswerToWhatWasChangedMeanwhileIsNotShown) {
  fill_in();
  visitor.send(msg::LookUp{});
  const auto first = *asked();
  visitor.type(std::string(kCodeField), "9");
  visitor.send(msg::StatusFound{first.asked, status(), false});
  EXPECT_TRUE(visitor.on<ProgressPage>());
}

TEST_F(Progress, AnswersFromNowhereAreDropped) {
  fill_in();
  visitor.send(msg::StatusFound{99, status(), false});
  EXPECT_TRUE(visitor.on<ProgressPage>());
  visitor.send(msg::StatusFound{0, nullptr, false});
  EXPECT_EQ(wait(), 0);
}

}  // namespace
}  // namespace mingting
