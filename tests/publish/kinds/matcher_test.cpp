// What a content folder says of decision tables, each fault planted in a sound one; and of the matchers that are shipped.
#include "publish/one_file.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

#include "domain/matcher/judging.hpp"
#include "domain/matcher/reach.hpp"
#include "publish/kinds/matcher.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kSound =
    "title = \"匹配\"\ntitle_en = \"Match\"\nsource = \"办法\"\npolicy = \"unique\"\n"                                              // 1-4
    "next = { target = \"column:guide\", label = \"去\", label_en = \"go\" }\n\n"                                                 // 5-6
    "[[questions]]\nid = \"size\"\ntitle = \"规模\"\ntitle_en = \"Size\"\n"                                                       // 7-10
    "choices = [{ value = \"a\", label = \"小\", label_en = \"small\" }, { value = \"b\", label = \"大\", label_en = \"big\" }]\n"  // 11
    "[[questions]]\nid = \"staff\"\ntitle = \"职工\"\ntitle_en = \"Staff\"\nkind = \"number\"\nunit = \"人\"\nunit_en = \"people\"\n"  // 12-18
    "[[questions]]\nid = \"tax\"\ntitle = \"纳税\"\ntitle_en = \"Tax\"\nkind = \"yes-no\"\n"                                        // 19-23
    "[[outcomes]]\nid = \"one\"\ntitle = \"一\"\ntitle_en = \"One\"\ntarget = \"item:documents/rules\"\n"                          // 24-28
    "[[outcomes.conditions]]\nquestion = \"size\"\nis = [\"a\"]\nwords = \"小\"\nwords_en = \"small\"\nsource = \"第一条\"\n"        // 29-34
    "[[outcomes.conditions]]\nquestion = \"staff\"\nat_least = 20\nwords = \"二十人\"\nwords_en = \"20\"\nsource = \"第二条\"\n"      // 35-40
    "[[outcomes]]\nid = \"two\"\ntitle = \"二\"\ntitle_en = \"Two\"\ntarget = \"form:feedback\"\nuntil = 2026-12-31\n"              // 41-46
    "[[outcomes.conditions]]\nany = [{ question = \"size\", is_not = [\"a\"], words = \"大\", words_en = \"big\", source = \"第三条\" }]\n"  // 47-48
    "[[outcomes.conditions]]\nquestion = \"tax\"\nis = [\"是\"]\nwords = \"纳税\"\nwords_en = \"tax\"\nsource = \"第四条\"\n";         // 49-54

struct MatcherOfFile : OneFile {
  MatcherOfFile() : OneFile("matchers/firms.toml") { sound(); }
  OneFile& sound() { return fresh().text(kSound); }
};

TEST_F(MatcherOfFile, IsReadWhole) {
  const auto checked = folder.check();
  EXPECT_THAT(checked.findings, IsEmpty());
  ASSERT_EQ(checked.content.matchers.size(), 1U);
  const auto& matcher = checked.content.matchers[0];
  EXPECT_EQ(matcher.id, "firms");
  EXPECT_EQ(matcher.policy, HitPolicy::Unique);
  EXPECT_EQ(matcher.next, (MatchNext{"column:guide", "去", "go"}));
  EXPECT_EQ(matcher.questions[1].kind, AskedAs::Number);
  EXPECT_EQ(matcher.outcomes[0].requirements[1].any[0].at_least, 20);
  EXPECT_EQ(matcher.outcomes[1].until, parse_date("2026-12-31"));
  EXPECT_THAT(matcher.outcomes[1].requirements[0].any[0].is_not, ElementsAre("a"));
  EXPECT_THAT(matcher.outcomes[1].requirements[1].any[0].is, ElementsAre(std::string(kYes))) << "是 is yes";
}

TEST_F(MatcherOfFile, AConditionNamesAQuestionAndOneOfItsAnswers) {
  change("question = \"staff\"", "question = \"staf\"").finds_among_others(error(36, "没有叫“staf”的问题；是不是想写“staff”？"));
  sound().change("is = [\"a\"]", "is = [\"c\"]").finds_among_others(error(31, "“c”不是问题 size 的答案"));
  sound().change("is = [\"是\"]", "is = [\"maybe\"]").finds_among_others(error(51, "“maybe”不是问题 tax 的答案"));
  sound().change("is = [\"a\"]", "at_least = 3").finds(error(30, "is 或 is_not"));
  sound().change("at_least = 20", "is = [\"a\"]").finds(error(36, "at_least、more_than"));
}

TEST_F(MatcherOfFile, AConditionHasItsSource) {
  change("source = \"第二条\"\n", "").finds(error(36, "条件“二十人”没有依据"));
}

TEST_F(MatcherOfFile, WhatCannotBeReachedIsNamed) {
  change("[[outcomes]]\nid = \"two\"",
         "[[outcomes.conditions]]\nquestion = \"staff\"\nat_most = 19\nwords = \"少\"\nwords_en = \"few\"\nsource = \"第五条\"\n[[outcomes]]\nid = \"two\"")
      .finds(error(25, "结果 one 无论怎样回答都得不到"));
}

TEST_F(MatcherOfFile, TwoThatFitTogetherAreAFaultOfUnique) {
  change("is_not = [\"a\"]", "is_not = [\"b\"]").finds(error(42, "结果 one 和 two 会同时符合（规模——小；职工——20人及以上；纳税——是）"));
  change("\"unique\"", "\"collect\"").finds_nothing();
}

TEST_F(MatcherOfFile, WhatItLeadsToIsThereAndInForce) {
  change("item:documents/rules", "item:documents/rule").finds(error(28, "target“item:documents/rule”哪里也不去"));
  sound().change("column:guide", "column:guid").finds(error(5, "是不是想写“column:guide”？"));
  sound().folder.change("documents/rules.md", "有效", "废止");
  finds_among_others(error(28, "“item:documents/rules”已经废止"));
}

TEST_F(MatcherOfFile, WhatHasEndedIsSaid) {
  const auto on = [&](const char* day) { return folder.check({.today = *parse_date(day)}).findings; };
  EXPECT_THAT(on("2026-12-31"), testing::Not(has_warning("matchers/firms.toml", 46, "已经过了")));
  EXPECT_THAT(on("2027-01-01"), has_warning("matchers/firms.toml", 46, "结果 two 的期限"));
}

TEST_F(MatcherOfFile, QuestionsAskSomethingAndDecideSomething) {
  change(", { value = \"b\", label = \"大\", label_en = \"big\" }", "").finds_among_others(error(11, "两个以上的选项"));
  sound().change("value = \"b\"", "value = \"a\"").finds_among_others(error(11, "有两个选项都是“a”"));
  sound().change("value = \"b\"", "value = \"unsure\"").finds(error(11, "由程序放在最后"));
  sound().change("id = \"two\"", "id = \"one\"").finds_among_others(error(42, "id“one”写了两次"));
  sound().change("question = \"tax\"\nis = [\"是\"]", "question = \"size\"\nis = [\"b\"]").finds(warning(20, "问题 tax 的答案不影响任何结果"));
  sound().change("title_en = \"Size\"\n", "").finds(warning(0, "有 1 处没有英文"));
}

TEST_F(MatcherOfFile, OneWithoutQuestionsOrOutcomesIsNone) {
  text("title = \"a\"\ntitle_en = \"a\"\nsource = \"b\"\n").finds(error(1, "没有问题"), error(1, "没有结果"));
}

// ---- the matchers that are shipped ----------------------------------------------------------------------------------

Matcher shipped(const std::string& name) {
  std::ifstream file(std::string(MINGTING_SOURCE) + "/content/matchers/" + name + ".toml");
  std::stringstream text;
  text << file.rdbuf();
  MatcherFile read(name);
  read_matcher(name, text.str(), read);
  EXPECT_THAT(read.report.take(), IsEmpty());
  return read.matcher;
}

TEST(ShippedMatchers, OfFirmsHasTwoThatConflictWhenOnlyOneMayFit) {
  auto firms = shipped("huiqi");
  EXPECT_GE(firms.outcomes.size(), 12U);
  EXPECT_EQ(firms.questions.size(), 8U);
  EXPECT_THAT(reach_of(firms).unreachable, IsEmpty());
  firms.policy = HitPolicy::Unique;
  const auto clashes = reach_of(firms).clashes;
  EXPECT_TRUE(std::ranges::any_of(clashes, [](const auto& each) { return each.one->id == "first-loan" && each.other->id == "start-loan"; }));
}

/// All answers, one question after another, and the answers taken back again.
void every_answer(const Matcher& matcher, std::size_t at, MatchAnswers& answers, const std::function<void()>& look) {
  if (at == matcher.questions.size()) return look();
  for (const auto& answer : answers_to(matcher, matcher.questions[at])) {
    answers[matcher.questions[at].id] = answer;
    every_answer(matcher, at + 1, answers, look);
  }
}

/// Written apart from the program's own: a band lies in a condition when its lower end does.
bool met(const Criterion& criterion, const std::string& answer) {
  const auto among = [&](const auto& values) { return std::ranges::find(values, answer) != values.end(); };
  EXPECT_FALSE(criterion.more_than || criterion.less_than);
  if (!criterion.at_least && !criterion.at_most) return (criterion.is.empty() || among(criterion.is)) && !among(criterion.is_not);
  const auto dots = answer.find("..");
  const double from = dots == 0 ? -1e9 : std::stod(answer.substr(0, dots)) / 2;
  return (!criterion.at_least || from >= static_cast<double>(*criterion.at_least)) && (!criterion.at_most || from <= static_cast<double>(*criterion.at_most));
}

TEST(ShippedMatchers, OfFirmsAnswersAsReadByHandForAllCombinations) {
  const auto firms = shipped("huiqi");
  MatchAnswers answers;
  std::size_t combinations = 0, wrong = 0;
  every_answer(firms, 0, answers, [&] {
    const auto told = judged(firms, answers, Date{});
    ++combinations;
    for (std::size_t i = 0; i < told.size(); ++i) {
      const bool fits = std::ranges::all_of(firms.outcomes[i].requirements, [&](const Requirement& each) {
        return std::ranges::any_of(each.any, [&](const Criterion& criterion) { return met(criterion, answers.at(criterion.question)); });
      });
      if (told[i].verdict != (fits ? Verdict::Fits : Verdict::Misfits)) ++wrong;
    }
  });
  EXPECT_GT(combinations, 10'000U);
  EXPECT_EQ(wrong, 0U);
}

TEST(ShippedMatchers, NotKnowingAnythingRulesNothingOut) {
  for (const auto* name : {"huiqi", "route"}) {
    const auto matcher = shipped(name);
    MatchAnswers answers;
    while (const auto* question = next_question(matcher, answers, Date{})) answers[question->id] = kUnsure;
    for (const auto& each : judged(matcher, answers, Date{})) EXPECT_EQ(each.verdict, Verdict::Open) << each.outcome->id;
  }
}

TEST(ShippedMatchers, OfWaysLeadsToOneInThreeQuestionsAtMost) {
  const auto route = shipped("route");
  MatchAnswers all;
  every_answer(route, 0, all, [&] {
    MatchAnswers given;
    while (const auto* question = next_question(route, given, Date{})) given[question->id] = all[question->id];
    EXPECT_LE(given.size(), 3U);
    const auto told = judged(route, given, Date{});
    EXPECT_EQ(std::ranges::count(told, Verdict::Fits, &Judgement::verdict), 1);
  });
}

}  // namespace
}  // namespace mingting
