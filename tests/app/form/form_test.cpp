// Filling in, reviewing and handing in, as messages.
#include "app/visitor.hpp"
#include "domain/calendar/receipt_counting.hpp"

namespace mingting {
namespace {

TEST(FormFlow, AStepThatIsNotInOrderIsNotLeft) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.send(msg::NextStep{});
  EXPECT_EQ(visitor.page<FormPage>().step, 0U);
  EXPECT_EQ(visitor.page<FormPage>().complaints.size(), 2U);
  EXPECT_EQ(visitor.model.visit->reveal, "wanted");
}

TEST(FormFlow, StepsThatDoNotConcernAPersonAreSkipped) {
  Visitor visitor;
  visitor.fill_in();
  EXPECT_EQ(visitor.page<FormPage>().stage, FormStage::Reviewing);
  visitor.send(msg::GoBack{});
  EXPECT_EQ(visitor.page<FormPage>().step, 2U);
  visitor.send(msg::GoBack{});
  EXPECT_EQ(visitor.page<FormPage>().step, 0U);
  visitor.send(msg::Answered{"kind", "company"});
  visitor.send(msg::NextStep{});
  EXPECT_EQ(visitor.page<FormPage>().step, 1U);
}

TEST(FormFlow, AWrongPhoneIsSaidWhenTheFieldIsLeftAndClearsWhileTyping) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::GoBack{});
  visitor.type("phone", "9");
  visitor.send(msg::LeaveField{});
  ASSERT_EQ(visitor.page<FormPage>().complaints.size(), 1U);
  EXPECT_EQ(visitor.page<FormPage>().complaints[0].code, "phone");
  visitor.send(msg::FocusField{"phone", 1000});
  visitor.send(msg::KeyTapped{"backspace"});
  EXPECT_TRUE(visitor.page<FormPage>().complaints.empty());
}

/// A company's step with a credit code, of which the check says it is wrong.
class AskedOnce : public ::testing::Test {
 protected:
  AskedOnce() {
    auto hall = small_hall();
    hall->forms[0].steps[1].fields = {{.id = "credit", .kind = FieldKind::CreditCode, .label = "credit", .required = true, .max_length = 40},
                                      text_question("head", false)};
    visitor.send(msg::HallLoaded{hall, ""});
    visitor.send(msg::OpenForm{"application", "", "", ""});
    visitor.type("wanted", "方案");
    visitor.send(msg::Answered{"kind", "company"});
    visitor.send(msg::NextStep{});
  }
  std::size_t step() const { return visitor.page<FormPage>().step; }
  Visitor visitor;
};

TEST_F(AskedOnce, ThenTaken) {
  visitor.type("credit", "91350203M0001ABC19");
  visitor.send(msg::NextStep{});
  EXPECT_EQ(step(), 1U) << "nobody has read the question yet";
  EXPECT_EQ(visitor.page<FormPage>().complaints.at(0).code, "credit_checksum");
  EXPECT_EQ(visitor.model.visit->reveal, "credit");
  visitor.send(msg::NextStep{});
  EXPECT_EQ(step(), 2U);
  visitor.send(msg::GoBack{});
  visitor.send(msg::NextStep{});
  EXPECT_EQ(step(), 2U) << "not asked again";
}

TEST_F(AskedOnce, SeenWhenTheFieldWasLeft) {
  visitor.type("credit", "520103600123456");
  visitor.send(msg::FocusField{"head", 0});
  EXPECT_EQ(visitor.page<FormPage>().complaints.at(0).code, "credit_old");
  visitor.send(msg::NextStep{});
  EXPECT_EQ(step(), 2U);
}

TEST_F(AskedOnce, AnotherAnswerIsAnotherQuestion) {
  visitor.type("credit", "91350203M0001ABC19");
  visitor.send(msg::NextStep{});
  visitor.type("credit", "0");
  visitor.send(msg::NextStep{});
  EXPECT_EQ(step(), 1U);
}

TEST(FormFlow, AnOddPhoneIsTakenAsTyped) {
  for (const auto* phone : {"4008001234", "085185511234转8001", "12345", "85511234", "00852 9876 5432", "+1 (212) 555-0100", "9"}) {
    Visitor visitor;
    visitor.fill_in();
    visitor.send(msg::GoBack{});
    for (int i = 0; i < 20; ++i) visitor.send(msg::FocusField{"phone", 1000}), visitor.send(msg::Edited{EditKey::Backspace});
    visitor.type("phone", phone);
    visitor.send(msg::NextStep{});
    EXPECT_EQ(visitor.page<FormPage>().stage, FormStage::Reviewing) << phone;
    visitor.send(msg::Submit{});
    ASSERT_NE(visitor.effect<effect::SubmitForm>(), nullptr);
    EXPECT_EQ(visitor.effect<effect::SubmitForm>()->submission.answers.back().value, phone);
  }
}

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

TEST(FormFlow, AStepPutRightLeadsBackToTheReview) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::EditStep{0});
  visitor.type("wanted", "，二〇二五年");
  visitor.send(msg::NextStep{});
  EXPECT_EQ(visitor.page<FormPage>().stage, FormStage::Reviewing);
  visitor.send(msg::EditStep{0});
  visitor.send(msg::GoBack{});
  EXPECT_EQ(visitor.page<FormPage>().stage, FormStage::Reviewing);
}

TEST(FormFlow, AStepPutRightThatBringsAnotherLeadsThere) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::EditStep{0});
  visitor.send(msg::Answered{"kind", "company"});
  visitor.send(msg::NextStep{});
  EXPECT_EQ(visitor.page<FormPage>().stage, FormStage::Filling);
  EXPECT_EQ(visitor.page<FormPage>().step, 1U);
  EXPECT_TRUE(visitor.page<FormPage>().complaints.empty());
  visitor.type("credit", "1");
  visitor.send(msg::NextStep{});
  EXPECT_EQ(visitor.page<FormPage>().stage, FormStage::Reviewing);
}

TEST(FormFlow, BackFromTheReviewIsTheLastStepWhicheverWasPutRight) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::EditStep{0});
  visitor.send(msg::NextStep{});
  ASSERT_EQ(visitor.page<FormPage>().stage, FormStage::Reviewing);
  visitor.send(msg::GoBack{});
  EXPECT_EQ(visitor.page<FormPage>().stage, FormStage::Filling);
  EXPECT_EQ(visitor.page<FormPage>().step, 2U);
}

TEST(FormFlow, ASubmissionNamesTheReleaseWhoseFormWasFilledIn) {
  Visitor visitor;
  visitor.fill_in();
  visitor.send(msg::HallLoaded{small_hall(2), ""});
  visitor.send(msg::Submit{});
  ASSERT_NE(visitor.effect<effect::SubmitForm>(), nullptr);
  EXPECT_EQ(visitor.effect<effect::SubmitForm>()->submission.content_release, "1");
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

TEST(FormFlow, AWishThatWasClearedShowsNothingAsPublished) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.type("wanted", "低保");
  const auto asked = visitor.effect<effect::Search>()->asked;
  visitor.send(msg::KeyTapped{"backspace"});
  visitor.send(msg::Found{asked, std::make_shared<SearchResults>()});
  EXPECT_EQ(visitor.page<FormPage>().published.value, nullptr);
}

TEST(FormFlow, AboutWhatIsKeptThroughSettingsAndBack) {
  Visitor visitor;
  visitor.send(msg::OpenItem{"news/1", ""});
  visitor.send(msg::OpenForm{"application", "news/1", "新闻一", ""});
  visitor.type("wanted", "方案");
  visitor.send(msg::Answered{"kind", "person"});
  visitor.send(msg::OpenSettings{});
  visitor.send(msg::GoBack{});
  visitor.send(msg::NextStep{});
  visitor.type("name", "张三丰");
  visitor.type("phone", "13800138000");
  visitor.send(msg::NextStep{});
  visitor.send(msg::Submit{});
  ASSERT_NE(visitor.effect<effect::SubmitForm>(), nullptr);
  EXPECT_EQ(visitor.effect<effect::SubmitForm>()->submission.about_item, "news/1");
}

TEST(FormFlow, AClosedIntakeTakesNothing) {
  Visitor visitor;
  visitor.send(msg::DevicesKnown{false, false});
  visitor.fill_in();
  visitor.send(msg::Submit{});
  EXPECT_EQ(visitor.effect<effect::SubmitForm>(), nullptr);
}

TEST(FormFlow, WordsOfASearchAreCarriedIntoTheForm) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", "学区划分"});
  EXPECT_EQ(answers_of(visitor.model, "application").at("wanted"), "学区划分");
}

TEST(FormFlow, NothingIsGuessedOnOneCharacter) {
  for (const auto& [typed, searched] : std::vector<std::pair<std::string, bool>>{
           {"a", false}, {"a 低", false}, {"ab cd", false}, {"低保", true}, {"PPP", true}, {"2025年", true}, {"低，保", true}}) {
    Visitor visitor;
    visitor.send(msg::OpenForm{"application", "", "", ""});
    visitor.send(msg::FocusField{"wanted", 0});
    visitor.send(msg::Pasted{typed});
    EXPECT_EQ(visitor.effect<effect::Search>() != nullptr, searched) << typed;
  }
}

TEST(FormFlow, WhatIsPublicIsSearchedWhileTheWishIsTyped) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", ""});
  visitor.type("wanted", "低保");
  const auto* search = visitor.effect<effect::Search>();
  ASSERT_NE(search, nullptr);
  visitor.send(msg::Found{search->asked, std::make_shared<SearchResults>()});
  EXPECT_NE(visitor.page<FormPage>().published.value, nullptr);
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

/// At the review of a comment on a draft whose period ends on this day.
Visitor commenting(const std::string& until) {
  Visitor visitor;
  auto hall = small_hall();
  hall->forms = {small_form()};
  hall->forms.front().id = "comment";
  hall->forms.front().rules = RuleSet::Comment;
  visitor.send(msg::HallLoaded{hall, ""});
  visitor.send(msg::OpenItem{"drafts/1", ""});
  auto draft = std::make_shared<Document>();
  draft->item.id = "drafts/1";
  draft->item.fields = {{"comment_from", "2026-11-01"}, {"comment_until", until}};
  visitor.send(msg::DocumentLoaded{"drafts/1", draft});
  visitor.send(msg::OpenForm{"comment", "drafts/1", "草案", ""});
  visitor.type("wanted", "多修坡道");
  visitor.send(msg::Answered{"kind", "person"});
  visitor.send(msg::NextStep{});
  visitor.type("name", "张三丰");
  visitor.type("phone", "13800138000");
  visitor.send(msg::NextStep{});
  return visitor;
}

TEST(FormFlow, ACommentWrittenOverTheEndOfItsPeriodIsKeptAndNotHandedIn) {
  auto visitor = commenting("2026-11-23");
  const auto midnight = start_of(*parse_date("2026-11-24"));
  visitor.send(msg::Touched{midnight - Milliseconds(1)});
  EXPECT_FALSE(comment_over(visitor.model, visitor.page<FormPage>()));
  visitor.send(msg::Touched{midnight});
  EXPECT_TRUE(comment_over(visitor.model, visitor.page<FormPage>()));
  visitor.send(msg::Submit{});
  EXPECT_EQ(visitor.effect<effect::SubmitForm>(), nullptr);
  EXPECT_EQ(visitor.page<FormPage>().stage, FormStage::Reviewing);
  EXPECT_EQ(answers_of(visitor.model, visitor.page<FormPage>()).at("wanted"), "多修坡道");
}

TEST(FormFlow, OnItsLastDayACommentIsHandedIn) {
  auto visitor = commenting("2026-11-23");
  visitor.send(msg::Touched{start_of(*parse_date("2026-11-24")) - Milliseconds(1)});
  visitor.send(msg::Submit{});
  EXPECT_NE(visitor.effect<effect::SubmitForm>(), nullptr);
}

TEST(FormFlow, ALongerPeriodThatCameMeanwhileCounts) {
  auto visitor = commenting("2026-11-23");
  auto longer = std::make_shared<Document>();
  longer->item.id = "drafts/1";
  longer->item.fields = {{"comment_from", "2026-11-01"}, {"comment_until", "2026-12-31"}};
  visitor.send(msg::DocumentLoaded{"drafts/1", longer});
  visitor.send(msg::Touched{start_of(*parse_date("2026-11-25"))});
  visitor.send(msg::Submit{});
  EXPECT_NE(visitor.effect<effect::SubmitForm>(), nullptr);
}

std::string written(const Visitor& visitor) {
  const auto& answers = answers_of(visitor.model, visitor.page<FormPage>());
  const auto found = answers.find("wanted");
  return found == answers.end() ? "" : found->second;
}

TEST(FormFlow, WordsOnOneDocumentNeverGoAlongWithAnother) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "news/1", "新闻一", ""});
  visitor.type("wanted", "说第一件");
  visitor.send(msg::GoHome{});
  visitor.send(msg::OpenForm{"application", "news/2", "新闻二", ""});
  EXPECT_EQ(written(visitor), "");
  visitor.type("wanted", "说第二件");
  visitor.send(msg::GoHome{});
  visitor.send(msg::OpenForm{"application", "news/1", "新闻一", ""});
  EXPECT_EQ(written(visitor), "说第一件");
  EXPECT_TRUE(has_typed(visitor.model));
}

TEST(FormFlow, TheDocumentIsNamedInWhatIsSentAndOnTheReceipt) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "news/1", "新闻一", ""});
  visitor.type("wanted", "方案");
  visitor.send(msg::Answered{"kind", "person"});
  visitor.send(msg::NextStep{});
  visitor.type("name", "张三丰");
  visitor.type("phone", "13800138000");
  visitor.send(msg::NextStep{});
  visitor.send(msg::Submit{});
  const auto& answers = visitor.effect<effect::SubmitForm>()->submission.answers;
  ASSERT_FALSE(answers.empty());
  EXPECT_EQ(answers.front().field, kAboutTitle);
  EXPECT_EQ(answers.front().display, "新闻一");
  visitor.send(msg::Accepted{{"NM-1"}, {"ABCD2345"}, kMorning, false});
  EXPECT_EQ(visitor.page<ReceiptPage>().receipt.about, "新闻一");
}

TEST(FormFlow, WordsThatWereThereAreLookedUpWhenTheFormOpens) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", "学区划分"});
  ASSERT_NE(visitor.effect<effect::Search>(), nullptr);
  EXPECT_EQ(visitor.effect<effect::Search>()->query.text, "学区划分");
  visitor.send(msg::GoHome{});
  visitor.send(msg::OpenForm{"application", "", "", ""});
  EXPECT_NE(visitor.effect<effect::Search>(), nullptr);
}

TEST(FormFlow, AFoldedNoteOpensAndCloses) {
  Visitor visitor;
  auto hall = small_hall();
  hall->forms.front().notes = {{.title = "帮助", .lines = {"一"}, .folded = true}};
  visitor.send(msg::HallLoaded{hall, ""});
  visitor.send(msg::OpenForm{"application", "", "", ""});
  EXPECT_FALSE(visitor.page<FormPage>().open_note);
  visitor.send(msg::ToggleNote{0});
  EXPECT_EQ(visitor.page<FormPage>().open_note, 0U);
  visitor.send(msg::ToggleNote{7});
  EXPECT_EQ(visitor.page<FormPage>().open_note, 0U);
  visitor.send(msg::ToggleNote{0});
  EXPECT_FALSE(visitor.page<FormPage>().open_note);
}

TEST(Folds, OpenWhenTheyAreTouchedOrAnswered) {
  auto hall = small_hall();
  auto& step = hall->forms.front().steps.front();
  step.more = "more";
  step.fields.push_back({.id = "number", .kind = FieldKind::Text, .label = "number", .folded = true});
  step.fields[1].others = "others";
  Visitor visitor;
  visitor.send(msg::HallLoaded{hall, ""});
  visitor.send(msg::OpenForm{"application", "", "", ""});
  const auto count = [&] { return fields_on_page(visitor.model, visitor.page<FormPage>()).size(); };
  const auto all = [&] { return is_unfolded(visitor.model, visitor.page<FormPage>(), step.fields[1]); };
  EXPECT_EQ(count(), 2U);
  EXPECT_FALSE(all());
  visitor.send(msg::Unfold{fold_of(visitor.page<FormPage>())});
  EXPECT_EQ(count(), 3U);
  EXPECT_FALSE(all());
  visitor.send(msg::Unfold{"kind"});
  EXPECT_TRUE(all());
  visitor.type("number", "1");
  visitor.send(msg::Answered{"kind", "company"});
  visitor.send(msg::GoHome{});
  visitor.send(msg::OpenForm{"application", "", "", ""});
  EXPECT_EQ(count(), 3U) << "what was answered is never hidden";
  EXPECT_TRUE(all());
}

}  // namespace
}  // namespace mingting
