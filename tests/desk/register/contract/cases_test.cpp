// Looking up, recording steps with their papers, and noting: the life of entries in the register.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/register/contract/contract.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::int64_t> ids_of(const Result<std::vector<Entry>>& entries) {
  EXPECT_TRUE(entries) << (entries ? "" : worded(entries.error()));
  std::vector<std::int64_t> ids;
  for (const auto& entry : entries.value_or(std::vector<Entry>{})) ids.push_back(entry.id);
  return ids;
}

// ---- looking up ----

TEST_P(RegisterContract, FindsByIdAndByNumberHoweverItWasTyped) {
  auto held = desk.holding(3);
  const auto number = kiosk_number(2);
  EXPECT_EQ(held->find("2").value(), 2);
  EXPECT_EQ(held->find(" ２ ").value(), 2);
  EXPECT_EQ(held->find(number).value(), 2);
  EXPECT_EQ(held->find(ascii_lower(number)).value(), 2);
  EXPECT_EQ(held->find(replace_all(number, "-", "")).value(), 2);
  EXPECT_EQ(held->find(replace_all(number, "-", "—")).value(), 2);
  for (const auto* absent : {"4", "0", "-1", "", "99999999999999999999", "NM-K01-20260911-0009-X", "二"}) {
    const auto found = held->find(absent);
    ASSERT_FALSE(found) << absent;
    EXPECT_EQ(found.error().trouble, Trouble::NotFound);
  }
}

TEST_P(RegisterContract, FindsAnAddedEntryWithANumberOfAnotherShape) {
  auto made = desk.made();
  ASSERT_TRUE(made->add({.submission = feedback_of(1),
                        .kind = EntryKind::Feedback,
                        .arrived = {},
                        .on = day_of("2026-09-14"),
                        .number = "来信2026-1",
                        .code_hash = ""},
                       clerk_on("2026-09-14"), desk.with()));
  EXPECT_EQ(made->find("来信2026-1").value(), 1);
}

TEST_P(RegisterContract, ListsNewestFirstAndByEveryFilter) {
  auto made = desk.made();
  auto feedback = record_at(3, feedback_of(3), "2026-09-11T10:00");
  const auto opened =
      export_of({record_at(1, application_of(1), "2026-09-10T09:00"), record_at(2, application_of(2), "2026-09-12T23:59"),
                 feedback, record_at(4, application_of(4), "2026-09-11T00:00")});
  ASSERT_TRUE(made->import(opened, clerk_on("2026-09-14"), desk.with()));
  finish(*made, desk, 1, "2026-09-15");

  EXPECT_THAT(ids_of(made->list({})), ElementsAre(2, 3, 4, 1));
  EXPECT_THAT(ids_of(made->list({.kind = EntryKind::Feedback})), ElementsAre(3));
  EXPECT_THAT(ids_of(made->list({.open = false})), ElementsAre(1));
  EXPECT_THAT(ids_of(made->list({.open = true})), ElementsAre(2, 3, 4));
  EXPECT_THAT(ids_of(made->list({.kind = EntryKind::Application, .open = true})), ElementsAre(2, 4));
  EXPECT_THAT(ids_of(made->list({.from = day_of("2026-09-11"), .to = day_of("2026-09-11")})), ElementsAre(3, 4));
  EXPECT_THAT(ids_of(made->list({.to = day_of("2026-09-12")})), ElementsAre(2, 3, 4, 1));
  EXPECT_THAT(ids_of(made->list({.limit = 2})), ElementsAre(2, 3));
  EXPECT_THAT(ids_of(made->list({.limit = 2, .offset = 2})), ElementsAre(4, 1));
  EXPECT_EQ(made->count({}).value(), 4U);
  EXPECT_EQ(made->count({.open = true}).value(), 3U);
  EXPECT_EQ(made->count({.from = day_of("2026-09-11"), .to = day_of("2026-09-11"), .limit = 1}).value(), 2U)
      << "the limit is of lists";
}

TEST_P(RegisterContract, SearchesNumberNameAndWhatWasWantedAndNothingIsAWildcard) {
  auto held = desk.holding(12);
  EXPECT_THAT(ids_of(held->list({.text = "第12条路"})), ElementsAre(12));
  EXPECT_THAT(ids_of(held->list({.text = "示例11"})), ElementsAre(11));
  EXPECT_THAT(ids_of(held->list({.text = kiosk_number(3)})), ElementsAre(3));
  EXPECT_THAT(ids_of(held->list({.text = ascii_lower(kiosk_number(3))})), ElementsAre(3)) << "whatever the case";
  EXPECT_THAT(ids_of(held->list({.text = kiosk_number(3).substr(7, 13)})), ElementsAre(3)) << "a part without letters";
  EXPECT_EQ(held->count({.text = "示例1"}).value(), 4U) << "1, 10, 11, 12";
  for (const auto* text : {"%", "_", "!", "示例_", "P-1", "'"}) EXPECT_EQ(held->count({.text = text}).value(), 0U) << text;
}

/// However the engine folds letters: the 26 of ASCII alone.
TEST_P(RegisterContract, SearchesAsciiLettersInEitherCaseAndEveryOtherCharacterAsItStands) {
  auto made = desk.made();
  auto wanted = application_of(1);
  wanted.answers[0].value = "Café Ａbc Straße 方案";
  ASSERT_TRUE(made->import(export_of({record_at(1, wanted)}), clerk_on("2026-09-14"), desk.with()));
  for (const auto* text : {"café", "CAFé", "ＡBC", "STRAßE", "é", "方案"}) EXPECT_EQ(made->count({.text = text}).value(), 1U) << text;
  for (const auto* text : {"cafÉ", "ａbc", "É", "strasse", "abc ", "ａ"}) EXPECT_EQ(made->count({.text = text}).value(), 0U) << text;
}

TEST_P(RegisterContract, TheSameApplicantsOtherApplications) {
  auto made = desk.made();
  auto again = application_of(1), unknown = application_of(5), another_unknown = application_of(6);
  again.answers[0].value = "另一条路";
  again.answers[3].value = "p－1";  // the same paper, typed in another way
  unknown.answers.resize(3), another_unknown.answers.resize(3);
  ASSERT_TRUE(
      made->import(export_of({record_at(1, application_of(1)), record_at(2, application_of(2)), record_at(3, again),
                             record_at(4, unknown), record_at(5, another_unknown), record_at(6, again, "2026-09-12T08:00")}),
                  clerk_on("2026-09-14"), desk.with()));
  EXPECT_THAT(ids_of(made->of_same_applicant(1)), ElementsAre(6, 3));
  EXPECT_THAT(ids_of(made->of_same_applicant(2)), IsEmpty());
  EXPECT_THAT(ids_of(made->of_same_applicant(4)), IsEmpty()) << "nothing identifies them";
  EXPECT_EQ(made->of_same_applicant(9).error().trouble, Trouble::NotFound);
}

TEST_P(RegisterContract, OpenCasesComeWithTheirStepsOldestFirst) {
  auto made = desk.made();
  ASSERT_TRUE(made->import(export_of({record_at(1, application_of(1), "2026-09-12T09:00"), record_at(2, feedback_of(2)),
                                     record_at(3, application_of(3)), record_at(4, application_of(4))}),
                          clerk_on("2026-09-14"), desk.with()));
  does(*made, desk, 1, "2026-09-15", CorrectionAsked{"写明年份", 15});
  finish(*made, desk, 3, "2026-09-15");
  const auto open = made->open_cases().value();
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0].id, 4);
  EXPECT_EQ(open[1].id, 1);
  EXPECT_EQ(open[1].number, kiosk_number(1));
  EXPECT_EQ(open[1].applicant, applicant_of(application_of(1)));
  EXPECT_EQ(open[1].steps, made->steps(1).value());
  EXPECT_EQ(open[1].steps.size(), 2U);
}

TEST_P(RegisterContract, WhatIsNotThereIsNotFound) {
  auto held = desk.holding(1);
  EXPECT_EQ(held->entry(2).error().trouble, Trouble::NotFound);
  EXPECT_EQ(held->steps(2).error().trouble, Trouble::NotFound);
  EXPECT_EQ(held->notes(2).error().trouble, Trouble::NotFound);
  EXPECT_EQ(held->documents(2).error().trouble, Trouble::NotFound);
  EXPECT_EQ(held->record(2, {taken("2026-09-14", Served{})}, desk.with()).error().trouble, Trouble::NotFound);
  EXPECT_EQ(held->issue(2, paper_of("2026-09-14")).error().trouble, Trouble::NotFound);
  EXPECT_EQ(held->note(2, {day_of("2026-09-14"), "张示例", clerk_on("2026-09-14").now, "answered", {}}, true).error().trouble,
            Trouble::NotFound);
}

// ---- recording ----

TEST_P(RegisterContract, AWholeLifeWithItsPapers) {
  auto held = desk.holding(1);
  const auto correction = paper_of("2026-09-14", "南公开补");
  const auto asked = does(*held, desk, 1, "2026-09-14", CorrectionAsked{"写明年份", 15}, correction);
  EXPECT_EQ(asked.step, 2);
  EXPECT_EQ(asked.after.phase, Phase::AwaitingCorrection);
  EXPECT_EQ(asked.document->number, "南公开补〔2026〕1号");
  EXPECT_EQ(asked.document->step, 2);
  does(*held, desk, 1, "2026-09-16", CorrectionReceived{});
  const auto reply = paper_of("2026-09-21");
  const auto replied = does(*held, desk, 1, "2026-09-21", Replied{.kind = ReplyKind::Granted}, reply);
  EXPECT_EQ(replied.after.reply->number, "南公开复〔2026〕1号") << "the reply gets its paper's number";
  EXPECT_EQ(replied.document->content, "{\"number\":\"南公开复〔2026〕1号\"}");
  EXPECT_FALSE(held->entry(1)->finished);
  const auto served = does(*held, desk, 1, "2026-09-22", Served{});
  EXPECT_FALSE(served.document);
  EXPECT_EQ(held->entry(1)->finished, day_of("2026-09-22"));
  EXPECT_EQ(held->entry(1)->outcome, ReplyKind::Granted);
  EXPECT_EQ(case_of(held->steps(1).value()).phase, Phase::Finished);
  EXPECT_EQ(held->steps(1).value(), served.after.steps);
  EXPECT_THAT(held->documents(1).value(), ElementsAre(*asked.document, *replied.document));
  EXPECT_THAT(held->open_cases().value(), IsEmpty());
}

TEST_P(RegisterContract, WhatTheLawDoesNotAllowLeavesNothingAndUsesNoNumber) {
  auto held = desk.holding(2);
  const auto before = desk.everything();
  bool composed = false;
  auto paper = paper_of("2026-09-30");
  paper.content = [&](const std::string&, const Case&) -> Result<std::string> { return composed = true, "x"; };
  const auto late = held->record(1, {taken("2026-09-30", CorrectionAsked{"写明年份", 15}), paper}, desk.with());
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().trouble, Trouble::Invalid);
  EXPECT_THAT(worded(late.error()), HasSubstr("第三十条"));
  EXPECT_FALSE(composed);
  EXPECT_EQ(desk.everything(), before);
}

TEST_P(RegisterContract, APaperThatCannotBeWrittenUndoesTheStep) {
  auto held = desk.holding(2);
  const auto before = desk.everything();
  auto failing = paper_of("2026-09-14");
  failing.content = [](const std::string&, const Case&) -> Result<std::string> { return fail(Trouble::Invalid, "缺少答复理由"); };
  const auto refused = held->record(1, {taken("2026-09-14", Replied{}), failing}, desk.with());
  ASSERT_FALSE(refused);
  EXPECT_EQ(worded(refused.error()), "缺少答复理由");
  EXPECT_EQ(desk.everything(), before);
  const auto paper = paper_of("2026-09-14");
  EXPECT_EQ(does(*held, desk, 2, "2026-09-14", Replied{}, paper).document->number, "南公开复〔2026〕1号");
}

TEST_P(RegisterContract, APaperBeingWrittenSeesTheStepItBelongsTo) {
  auto held = desk.holding(1);
  auto paper = paper_of("2026-09-14");
  paper.content = [&](const std::string& number, const Case& one) -> Result<std::string> {
    EXPECT_EQ(one.reply->number, number);
    EXPECT_EQ(one.steps.size(), 2U);
    EXPECT_FALSE(held->keep_calendar_text("x")) << "but changes nothing";
    EXPECT_FALSE(held->steps(1)) << "nor comes back to the register for what it is given";
    return "seen";
  };
  EXPECT_EQ(does(*held, desk, 1, "2026-09-14", Replied{}, paper).document->content, "seen");
  EXPECT_EQ(desk.opened()->steps(1)->size(), 2U);
}

TEST_P(RegisterContract, AStepTakenBackMakesItsPapersVoidAndTheirNumbersStay) {
  auto held = desk.holding(1);
  const auto paper = paper_of("2026-09-14");
  const auto first = does(*held, desk, 1, "2026-09-14", Replied{.kind = ReplyKind::NotOurs}, paper);
  does(*held, desk, 1, "2026-09-14", Served{});
  does(*held, desk, 1, "2026-09-15", TakenBack{3, "还没有送达"});
  EXPECT_FALSE(held->entry(1)->finished) << "open again";
  EXPECT_FALSE(held->entry(1)->outcome);
  EXPECT_FALSE(held->documents(1)->at(0).is_void) << "the reply still stands";
  does(*held, desk, 1, "2026-09-15", TakenBack{first.step, "答复有误"});
  EXPECT_TRUE(held->documents(1)->at(0).is_void);
  EXPECT_EQ(held->open_cases()->size(), 1U);
  const auto again = paper_of("2026-09-16");
  EXPECT_EQ(does(*held, desk, 1, "2026-09-16", Replied{}, again).document->number, "南公开复〔2026〕2号");
  EXPECT_EQ(held->steps(1)->size(), 6U) << "nothing is deleted";
}

TEST_P(RegisterContract, AReplyWithANumberOfItsOwnKeepsIt) {
  auto held = desk.holding(1);
  EXPECT_EQ(does(*held, desk, 1, "2026-09-14", Replied{.kind = ReplyKind::Granted, .withheld = {}, .number = "南办函〔2026〕9号"})
                .after.reply->number,
            "南办函〔2026〕9号");
}

TEST_P(RegisterContract, OtherThanApplicationsTakeNoSteps) {
  auto made = desk.made();
  ASSERT_TRUE(made->import(export_of({record_at(1, feedback_of(1))}), clerk_on("2026-09-12"), desk.with()));
  const auto refused = made->record(1, {taken("2026-09-14", Arrived{})}, desk.with());
  ASSERT_FALSE(refused);
  EXPECT_THAT(worded(refused.error()), HasSubstr("意见反馈"));
}

// ---- numbers ----

TEST_P(RegisterContract, RunByPrefixAndYearWithoutGapsOverTwoConnectionsAndFailures) {
  auto one = desk.holding(10);
  auto two = desk.opened();
  auto failing = paper_of("2026-09-14");
  failing.content = [](const std::string&, const Case&) -> Result<std::string> { return fail("纸坏了"); };
  const auto paper = paper_of("2026-09-14"), letter = paper_of("2026-09-14", "南公开征"), unnumbered = paper_of("2026-09-14", "");
  for (std::int64_t id = 1; id <= 10; ++id) {
    auto& at = id % 2 == 0 ? *one : *two;
    auto& other = id % 2 == 0 ? *two : *one;
    EXPECT_FALSE(at.record(id, {taken("2026-09-14", Replied{}), failing}, desk.with()));
    EXPECT_FALSE(other.record(id, {taken("2026-09-14", Served{}), paper}, desk.with())) << "nothing to serve";
    does(at, desk, id, "2026-09-14", Replied{}, paper);
    if (id % 5 == 0) {
      EXPECT_TRUE(other.issue(id, letter));
      EXPECT_EQ(at.issue(id, unnumbered)->number, "");
    }
  }
  auto next_year = paper_of("2027-01-04");
  EXPECT_EQ(one->issue(1, next_year)->number, "南公开复〔2027〕1号");
  std::vector<std::string> expected{"", ""};
  for (int n = 1; n <= 10; ++n) expected.push_back(fmt::format("南公开复〔2026〕{}号", n));
  expected.push_back("南公开复〔2027〕1号");
  expected.insert(expected.end(), {"南公开征〔2026〕1号", "南公开征〔2026〕2号"});
  EXPECT_EQ(numbers_of(*two), expected);
}

TEST_P(RegisterContract, APaperWithoutAStepBelongsToNone) {
  auto held = desk.holding(1);
  auto draft = paper_of("2026-09-11", "");
  draft.kind = "registration-form";
  const auto issued = held->issue(1, draft);
  ASSERT_TRUE(issued);
  EXPECT_EQ(*issued, (IssuedDocument{.id = 1,
                                     .entry = 1,
                                     .step = 0,
                                     .kind = "registration-form",
                                     .number = "",
                                     .on = day_of("2026-09-11"),
                                     .content = "{\"number\":\"\"}"}));
  EXPECT_THAT(held->documents(1).value(), ElementsAre(*issued));
}

// ---- notes ----

TEST_P(RegisterContract, FeedbackIsFinishedByItsAnswer) {
  auto made = desk.made();
  ASSERT_TRUE(made->import(export_of({record_at(1, feedback_of(1))}), clerk_on("2026-09-12"), desk.with()));
  const Note promised{day_of("2026-09-14"), "张示例", clerk_on("2026-09-14").now, "promised", {{"due", "2026-09-20"}}};
  const Note answered{day_of("2026-09-18"), "李示例", clerk_on("2026-09-18").now, "answered", {{"text", "椅子已经换好"}}};
  const Note published{day_of("2026-09-21"), "张示例", clerk_on("2026-09-21").now, "published", {{"item", "feedback-1"}}};
  ASSERT_TRUE(made->note(1, promised, false));
  EXPECT_FALSE(made->entry(1)->finished);
  ASSERT_TRUE(made->note(1, answered, true));
  ASSERT_TRUE(made->note(1, published, true)) << "a second answer adds to the first";
  EXPECT_EQ(made->entry(1)->finished, day_of("2026-09-18"));
  EXPECT_THAT(desk.opened()->notes(1).value(), ElementsAre(promised, answered, published));
}

TEST_P(RegisterContract, WhatIsOutOfOrderIsRefused) {
  auto held = desk.holding(1);
  const Note note{day_of("2026-09-14"), "张示例", clerk_on("2026-09-14").now, "answered", {}};
  EXPECT_THAT(worded(held->note(1, note, true).error()), HasSubstr("信息公开申请"));
  EXPECT_TRUE(held->note(1, note, false)) << "a remark on an application is fine";
  for (const auto& wrong : {Note{note.on, " ", note.recorded, note.name, {}}, Note{note.on, note.by, note.recorded, "", {}},
                            Note{day_of("2026-09-15"), note.by, note.recorded, note.name, {}}}) {
    EXPECT_EQ(held->note(1, wrong, false).error().trouble, Trouble::Invalid);
  }
  EXPECT_EQ(held->notes(1)->size(), 1U);
}

}  // namespace
}  // namespace mingting
