// The receipt: what it says, what it promises, and how it is found again.
#include "app/visitor.hpp"
#include "domain/calendar/receipt_counting.hpp"

namespace mingting {
namespace {

TEST(FormFlow, TheReceiptHasNumberCodeDueDateAndAMaskedName) {
  Visitor visitor;
  auto hall = small_hall();
  hall->calendar = *WorkCalendar::from_csv("date,kind,name\n2026-01-01,holiday,元旦\n2026-10-01,holiday,国庆节\n");
  visitor.send(msg::HallLoaded{hall, ""});
  visitor.fill_in();
  visitor.send(msg::Submit{});
  visitor.send(msg::Accepted{{"NM-1"}, {"ABCD2345"}, kMorning, false});
  const auto& receipt = visitor.page<ReceiptPage>().receipt;
  EXPECT_EQ(receipt.number.text, "NM-1");
  EXPECT_EQ(receipt.code.text, "ABCD2345");
  EXPECT_EQ(iso_date(*receipt.due), "2026-12-21");  // 20 working days after Monday 23 November
  EXPECT_FALSE(receipt.due_provisional);
  EXPECT_EQ(receipt.next, std::vector<std::string>{"2026年12月21日 前答复"});
  EXPECT_EQ(receipt.applicant.find("三丰"), std::string::npos);
  EXPECT_TRUE(receipt.applicant.starts_with("张"));
  EXPECT_TRUE(visitor.model.visit->answers.empty());
  EXPECT_NE(visitor.effect<effect::MakeReceipt>(), nullptr);
}

TEST(FormFlow, WhoGivesAnOpinionIsThankedAndWhatElseThereIsToKnowUnfolds) {
  for (const auto rules : {RuleSet::Application, RuleSet::Feedback, RuleSet::Comment, RuleSet::Letter}) {
    Visitor visitor;
    auto hall = small_hall();
    hall->forms.front().rules = rules;
    visitor.send(msg::HallLoaded{hall, ""});
    visitor.fill_in();
    visitor.send(msg::Submit{});
    visitor.send(msg::Accepted{{"NM-1"}, {"ABCD2345"}, kMorning, false});
    ASSERT_TRUE(visitor.on<ReceiptPage>());
    EXPECT_EQ(visitor.page<ReceiptPage>().opinion, rules == RuleSet::Feedback || rules == RuleSet::Comment);
    visitor.send(msg::ToggleDetails{});
    EXPECT_TRUE(visitor.page<ReceiptPage>().details_open);
  }
}

TEST(FormFlow, ADeadlineInAYearWithoutNoticeIsProvisional) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::Submit{});
  visitor.send(msg::Accepted{{"NM-1"}, {"ABCD2345"}, *parse_local_time("2026-12-20T09:00"), false});
  EXPECT_TRUE(visitor.page<ReceiptPage>().receipt.due_provisional);
}

TEST(FormFlow, BackFromTheReceiptIsHomeNotTheForm) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::Submit{});
  visitor.send(msg::Accepted{{"NM-1"}, {"ABCD2345"}, kMorning, false});
  visitor.send(msg::GoBack{});
  EXPECT_TRUE(visitor.on<HomePage>());
}

TEST(FormFlow, LeavingAnUnprintedReceiptIsAskedAbout) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::Submit{});
  visitor.send(msg::Accepted{{"NM-1"}, {"ABCD2345"}, kMorning, false});
  visitor.send(msg::AskToEnd{});
  EXPECT_EQ(visitor.model.asking, Asking::EndVisit);
  visitor.send(msg::StayHere{});
  visitor.send(msg::Printed{Printing::Done, "", "NM-1"});
  visitor.send(msg::AskToEnd{});
  EXPECT_FALSE(visitor.model.visit);
}

/// Handed in, with the receipt on screen.
Visitor with_receipt() {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::Submit{});
  visitor.send(msg::Accepted{{"NM-1"}, {"ABCD2345"}, kMorning, false});
  return visitor;
}

TEST(FormFlow, AReceiptLeftForTheHomePageIsFoundAgain) {
  auto visitor = with_receipt();
  visitor.send(msg::GoHome{});
  visitor.send(msg::AskToEnd{});
  EXPECT_EQ(visitor.model.asking, Asking::EndVisit);
  visitor.send(msg::StayHere{});
  visitor.send(msg::ShowReceipt{"NM-1"});
  EXPECT_EQ(visitor.page<ReceiptPage>().receipt.code.text, "ABCD2345");
}

TEST(FormFlow, AReceiptHearsFromThePrinterWhileAnotherPageIsOpen) {
  auto visitor = with_receipt();
  visitor.send(msg::Print{});
  visitor.send(msg::OpenSettings{});
  visitor.send(msg::ReceiptMade{{{true}}, true, "NM-1"});
  visitor.send(msg::Printed{Printing::Failed, "media-empty", "NM-1"});
  visitor.send(msg::GoBack{});
  EXPECT_EQ(visitor.page<ReceiptPage>().printing, Printing::Failed);
  EXPECT_FALSE(visitor.page<ReceiptPage>().qr.empty());
  visitor.send(msg::Print{});
  EXPECT_NE(visitor.effect<effect::PrintReceipt>(), nullptr);
}

TEST(FormFlow, AnotherVisitorsPrintIsNotThisReceipts) {
  auto visitor = with_receipt();
  visitor.send(msg::Print{});
  visitor.send(msg::Printed{Printing::Done, "", "NM-0"});
  visitor.send(msg::ReceiptMade{{{true}}, true, "NM-0"});
  EXPECT_EQ(visitor.page<ReceiptPage>().printing, Printing::Running);
  EXPECT_TRUE(visitor.page<ReceiptPage>().qr.empty());
}

TEST(FormFlow, AFormWithoutEnglishGivesAReceiptWithoutHoles) {
  Visitor visitor;
  visitor.send(msg::SetSettings{{.language = Language::English}});
  visitor.fill_in();
  visitor.send(msg::Submit{});
  visitor.send(msg::Accepted{{"NM-1"}, {"ABCD2345"}, kMorning, false});
  EXPECT_EQ(visitor.page<ReceiptPage>().receipt.matter, "申请");
  EXPECT_EQ(visitor.page<ReceiptPage>().receipt.next.size(), 1U);
}

TEST(FormFlow, TheReceiptSaysHowTheDateWasCounted) {
  auto visitor = with_receipt();
  const auto& receipt = visitor.page<ReceiptPage>().receipt;
  EXPECT_FALSE(receipt.promised);
  EXPECT_EQ(receipt.counted, counting_remarks(WorkCalendar(), local_date(kMorning), 20, false));
}

/// A hall whose one form is a letter with this promise.
Visitor letter_writer(int promise_days) {
  Visitor visitor;
  auto hall = small_hall();
  hall->forms = {small_form()};
  auto& form = hall->forms.front();
  form.rules = RuleSet::Letter;
  form.promise_days = promise_days;
  form.countersign = true;
  form.next = {"谢谢。", "{due} 前回信"};
  form.next_if = {{{"kind", {"person"}}, "请先签收。", ""}, {{"kind", {"company"}}, "请盖章。", ""}};
  visitor.send(msg::HallLoaded{hall, ""});
  visitor.fill_in();
  visitor.send(msg::Submit{});
  EXPECT_EQ(visitor.effect<effect::SubmitForm>()->submission.rules, "letter");
  visitor.send(msg::Accepted{{"NM-1"}, {"ABCD2345"}, kMorning, false});
  return visitor;
}

TEST(FormFlow, ALetterNamesTheDayThatWasPromised) {
  const auto visitor = letter_writer(5);
  const auto& receipt = visitor.page<ReceiptPage>().receipt;
  EXPECT_TRUE(receipt.promised);
  EXPECT_TRUE(receipt.countersign);
  EXPECT_EQ(iso_date(*receipt.due), "2026-11-30");
  EXPECT_EQ(receipt.counted, counting_remarks(WorkCalendar(), local_date(kMorning), 5, false));
  EXPECT_EQ(receipt.next, (std::vector<std::string>{"请先签收。", "谢谢。", "2026年11月30日 前回信"}));
}

TEST(FormFlow, WithoutAPromiseTheLetterNamesNoDay) {
  const auto visitor = letter_writer(0);
  const auto& receipt = visitor.page<ReceiptPage>().receipt;
  EXPECT_FALSE(receipt.due);
  EXPECT_TRUE(receipt.counted.empty());
  EXPECT_EQ(receipt.next, (std::vector<std::string>{"请先签收。", "谢谢。"}));
}

}  // namespace
}  // namespace mingting
