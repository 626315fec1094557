// Filling in a form, step by step, and putting it right, as messages.
#include "app/visitor.hpp"

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

TEST(FormFlow, WordsOfASearchAreCarriedIntoTheForm) {
  Visitor visitor;
  visitor.send(msg::OpenForm{"application", "", "", "学区划分"});
  EXPECT_EQ(answers_of(visitor.model, "application").at("wanted"), "学区划分");
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
