// A comment on a draft: its period, and that it goes along with its own document alone.
#include "app/visitor.hpp"

namespace mingting {
namespace {

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

}  // namespace
}  // namespace mingting
