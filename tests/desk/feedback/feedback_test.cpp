// Feedback and letters answered and published; conversion to disclosure; no personal data goes out.
#include "desk/told/feedback.hpp"

#include "desk/agency/toml.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/entries/published.hpp"
#include "desk/office_desk.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Submission letter_of(const std::string& words, bool may_publish) {
  Submission letter{.form = "letter",
                    .form_title = "区长信箱",
                    .form_version = "1",
                    .rules = "letter",
                    .answers = {},
                    .content_release = "7",
                    .about_item = ""};
  letter.answers = {{"subject", "标题", "示例路的路灯", "示例路的路灯"}, {"letter", "信的内容", words, words},
                    {"contact_name", "姓名", "欧阳示例", "欧阳示例"}, {"contact_phone", "联系电话", "13800138000", "13800138000"}};
  if (may_publish) letter.answers.push_back({"publish", "可以公布", "yes", "同意"});
  return letter;
}

struct LetterDesk : OfficeDesk {
  explicit LetterDesk(bool may_publish = true) {
    const auto words = "我是欧阳示例，电话13800138000，邮箱 ou@example.cn，示例路的路灯坏了。";
    const auto report = book.import(
        export_of({record_at(1, letter_of(words, may_publish)), record_at(2, feedback_of(2)), record_at(3, application_of(3))}),
        clerk_on("2026-09-11"), desk.with());
    EXPECT_TRUE(report);
  }
  std::string published(const char* name) { return disk().read(content / "responses" / name, 1U << 20).value_or(""); }
};

TEST(FeedbackCommands, ListsWhatIsToBeAnsweredByItsPromise) {
  LetterDesk desk;
  desk.office.letter_days = 5;
  const auto work = desk.on("2026-09-14");
  const auto listed = desk.json(desk.done(list_feedback(work, false)))["entries"];
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0]["kind"], "letter");
  EXPECT_EQ(listed[0]["due"]["date"], "2026-09-18");
  EXPECT_EQ(listed[1]["due"], nullptr) << "nothing was promised";
  EXPECT_THAT(desk.done(list_feedback(work, false)).text, Not(HasSubstr("欧阳示例")));
  EXPECT_THAT(desk.done(due_entries(work, 5)).text, HasSubstr("答复区长信箱来信（按承诺）"));
  desk.done(answer_feedback(work, "1", "路灯已经修好"));
  EXPECT_THAT(desk.done(due_entries(work, 5)).text, Not(HasSubstr("按承诺")));
  EXPECT_EQ(desk.json(desk.done(list_feedback(work, false)))["entries"].size(), 1U);
  EXPECT_EQ(desk.json(desk.done(list_feedback(work, true)))["entries"].size(), 2U);
}

TEST(FeedbackCommands, ADeadlineIsThePromiseAndNoLaws) {
  LetterDesk desk;
  desk.office.letter_days = 5;
  const auto work = desk.on("2026-09-14");
  const auto letter = desk.done(tell_deadline(work, "1", false));
  EXPECT_THAT(letter.text, AllOf(HasSubstr("第 1 件是区长信箱来信，不是公开申请，没有法定的答复期限"), HasSubstr("承诺的回复日期"), HasSubstr("2026年9月18日"),
                                 Not(HasSubstr("未登记")), Not(HasSubstr("等待登记"))));
  EXPECT_EQ(desk.json(letter)["kind"], "letter");
  EXPECT_EQ(desk.json(letter)["deadlines"][0]["date"], "2026-09-18");
  EXPECT_THAT(desk.done(tell_deadline(work, "2", false)).text, HasSubstr("本单位没有承诺回复日期"));
  desk.done(answer_feedback(work, "1", "路灯已经修好"));
  const auto answered = desk.done(tell_deadline(work, "1", false));
  EXPECT_THAT(answered.text, HasSubstr("已经回复"));
  EXPECT_TRUE(desk.json(answered)["deadlines"].empty());
}

TEST(FeedbackCommands, ListsHoldNoNumbersNorTheWritersOwnData) {
  OfficeDesk desk;
  const auto report = desk.book.import(export_of({record_at(1, letter_of("信", true))}), clerk_on("2026-09-11"), desk.desk.with());
  ASSERT_TRUE(report);
  auto letter = letter_of("信", true);
  letter.answers[0].value = letter.answers[0].display = "欧阳示例13800138000的路灯";
  ASSERT_TRUE(desk.book.import(export_of({record_at(2, letter)}), clerk_on("2026-09-11"), desk.desk.with()));
  const auto listed = desk.done(list_feedback(desk.on("2026-09-14"), false));
  for (const auto* secret : {"欧阳示例", "13800138000"}) {
    EXPECT_THAT(listed.text, Not(HasSubstr(secret)));
    EXPECT_THAT(listed.json, Not(HasSubstr(secret)));
  }
  EXPECT_THAT(listed.text, HasSubstr("的路灯"));
}

TEST(FeedbackCommands, AnApplicationIsAnsweredByALetterOfItsOwn) {
  LetterDesk desk;
  EXPECT_THAT(desk.refusal(answer_feedback(desk.on("2026-09-14"), "3", "好")), HasSubstr("reply"));
  EXPECT_THAT(desk.refusal(answer_feedback(desk.on("2026-09-14"), "1", " \n ")), HasSubstr("请写明"));
  EXPECT_THAT(desk.refusal(publish_feedback(desk.on("2026-09-14"), "1", {}, response_item)), HasSubstr("还没有答复"));
}

TEST(FeedbackCommands, AResponseIsPublishedWithoutAnybodysData) {
  LetterDesk desk;
  const auto work = desk.on("2026-09-14");
  desk.done(answer_feedback(work, "1", "欧阳示例，您好：路灯月底以前修好，联系人电话 0851-85812345。"));
  const Response response{"", "", "修好路灯", day_of("2026-09-30")};
  const auto published = desk.done(publish_feedback(work, "1", response, response_item));
  const auto item = desk.published("2026-09-14-1.md");
  EXPECT_THAT(item, AllOf(HasSubstr("title = \"示例路的路灯\""), HasSubstr("promise = \"修好路灯\""),
                          HasSubstr("promise_until = \"2026-09-30\""), HasSubstr("路灯坏了")));
  for (const auto* secret : {"欧阳示例", "13800138000", "ou@example.cn", "85812345"}) EXPECT_THAT(item, Not(HasSubstr(secret)));
  const auto end = item.find("\n+++\n", 4);
  ASSERT_NE(end, std::string::npos);
  desk.desk.folder.write("front.toml", item.substr(4, end - 3));
  EXPECT_TRUE(read_toml(disk(), desk.desk.folder / "front.toml", "front.toml"));
  EXPECT_EQ(published_item(*desk.book.notes(1)), "responses/2026-09-14-1");
  EXPECT_THAT(desk.refusal(publish_feedback(work, "1", response, response_item)), HasSubstr("已经有了"));
}

TEST(FeedbackCommands, ALetterIsPublishedOnlyWithItsWritersConsent) {
  LetterDesk desk(false);
  desk.done(answer_feedback(desk.on("2026-09-14"), "1", "路灯已经修好"));
  EXPECT_THAT(desk.refusal(publish_feedback(desk.on("2026-09-14"), "1", {}, response_item)), HasSubstr("没有同意公布"));
  EXPECT_FALSE(disk().exists(desk.content / "responses"));
}

TEST(FeedbackCommands, APromiseNeedsADayThatIsToCome) {
  LetterDesk desk;
  desk.done(answer_feedback(desk.on("2026-09-14"), "2", "谢谢"));
  EXPECT_THAT(desk.refusal(publish_feedback(desk.on("2026-09-14"), "2", {"", "", "", day_of("2026-09-30")}, response_item)),
              HasSubstr("--promise"));
  EXPECT_THAT(desk.refusal(publish_feedback(desk.on("2026-09-14"), "2", {"", "", "修椅子", day_of("2026-09-01")}, response_item)),
              HasSubstr("已经过了"));
}

TEST(ConvertCommands, TheDraftHoldsNothingOfTheApplicant) {
  OfficeDesk desk;
  auto answers = person("欧阳示例", "我是欧阳示例（11010519491231002X），想要示例路2025年改造方案，寄示例路12号，文号南府发〔2025〕3号");
  desk.added("2026-11-02", answers);
  desk.out = desk.desk.folder / "draft";
  EXPECT_THAT(desk.refusal(convert_entry(desk.on("2026-11-03"), "1", disclosure_draft)), HasSubstr("还没有作出答复"));
  desk.done(reply(desk.on("2026-11-03"), "1", {.kind = ReplyKind::Granted}, {{"given", "改造方案一份，已寄给欧阳示例（１３８００１３８０００）"}}));
  desk.done(convert_entry(desk.on("2026-11-04"), "1", disclosure_draft));
  const auto item = *disk().read(desk.out / "disclosure-1.md", 1U << 20),
             review = *disk().read(desk.out / "disclosure-1-review.md", 1U << 20);
  EXPECT_THAT(item, AllOf(HasSubstr("【草稿】"), HasSubstr("草稿"), HasSubstr("南府发〔2025〕3号"), HasSubstr("改造方案一份")));
  EXPECT_THAT(review, HasSubstr("第十四、十五、十六条"));
  for (const auto* secret : {"欧阳示例", "11010519491231002X", "13800138000", "１３８００１３８０００", "示例路12号"}) {
    EXPECT_THAT(item + review, Not(HasSubstr(secret)));
  }
  desk.desk.folder.write("content/documents/2025-road.md", "示例");
  desk.done(mark_converted(desk.on("2026-11-05"), "1", "documents/2025-road"));
  EXPECT_EQ(published_item(*desk.book.notes(1)), "documents/2025-road");
}

TEST(ConvertCommands, TomlIsQuoted) {
  EXPECT_EQ(toml_quoted("甲\"乙\\丙\n丁\x01"), "\"甲\\\"乙\\\\丙\\n丁\"");
}

}  // namespace
}  // namespace mingting
