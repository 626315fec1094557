// What fits by a decision table, held against a reading of the same table that tries everything.
#include "domain/matcher/judging.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Date kToday = *parse_date("2026-11-23");

MatchQuestion choice(const std::string& id, const std::vector<std::string>& values) {
  MatchQuestion question{.id = id, .title = id};
  for (const auto& value : values) question.choices.push_back({.value = value, .label = value});
  return question;
}

Requirement is(const std::string& question, const std::vector<std::string>& values) {
  return {{{.question = question, .is = values, .words = question, .source = "第一条"}}};
}
Requirement at_least(const std::string& question, std::int64_t figure) {
  return {{{.question = question, .at_least = figure, .words = question, .source = "第二条"}}};
}
Requirement at_most(const std::string& question, std::int64_t figure) {
  return {{{.question = question, .at_most = figure, .words = question, .source = "第二条"}}};
}

Matcher small(HitPolicy policy = HitPolicy::Collect) {
  Matcher matcher{.id = "firms", .title = "企业", .policy = policy};
  matcher.questions = {choice("size", {"small", "large"}),
                       {.id = "taxed", .title = "纳税", .kind = AskedAs::YesNo},
                       {.id = "staff", .title = "职工", .kind = AskedAs::Number, .unit = "人"}};
  matcher.outcomes = {{.id = "loan", .requirements = {is("size", {"small"}), is("taxed", {"yes"})}},
                      {.id = "award", .requirements = {at_least("staff", 20), is("taxed", {"yes"})}},
                      {.id = "both", .requirements = {{{is("size", {"large"}).any[0], at_most("staff", 300).any[0]}}}}};
  return matcher;
}

std::vector<Verdict> verdicts(const Matcher& matcher, const MatchAnswers& answers) {
  std::vector<Verdict> told;
  for (const auto& each : judged(matcher, answers, kToday)) told.push_back(each.verdict);
  return told;
}

// ---- the reading that tries everything -----------------------------------------------------------------------------

/// A real case: a value for each question, figures as figures.
using Case = std::map<std::string, std::string>;

std::vector<std::string> values_of(const Matcher& matcher, const MatchQuestion& question) {
  if (question.kind != AskedAs::Number) return answers_to(matcher, question);
  std::set<std::int64_t> figures{-1000};
  for (const auto& band : bands_of(matcher, question)) {
    for (int by = -1; band.from && by <= 1; ++by) figures.insert(figure_at(*band.from) + by);
  }
  std::vector<std::string> values;
  for (const auto figure : figures) values.push_back(std::to_string(figure));
  return values;
}

void every_case(const Matcher& matcher, const std::function<void(const Case&)>& look) {
  Case so_far;
  const std::function<void(std::size_t)> on = [&](std::size_t at) {
    if (at == matcher.questions.size()) return look(so_far);
    for (const auto& value : values_of(matcher, matcher.questions[at])) {
      so_far[matcher.questions[at].id] = value;
      on(at + 1);
    }
  };
  on(0);
}

bool holds(const Criterion& criterion, const Case& real) {
  const auto& value = real.at(criterion.question);
  const auto named = [&](const auto& values) { return std::find(values.begin(), values.end(), value) != values.end(); };
  if (criterion.at_least && std::stoll(value) < *criterion.at_least) return false;
  if (criterion.at_most && std::stoll(value) > *criterion.at_most) return false;
  if (criterion.more_than && std::stoll(value) <= *criterion.more_than) return false;
  if (criterion.less_than && std::stoll(value) >= *criterion.less_than) return false;
  return (criterion.is.empty() || named(criterion.is)) && !named(criterion.is_not);
}

bool holds(const Outcome& outcome, const Case& real) {
  return std::ranges::all_of(outcome.requirements, [&](const Requirement& each) {
    return std::ranges::any_of(each.any, [&](const Criterion& criterion) { return holds(criterion, real); });
  });
}

std::vector<bool> fitting(const Matcher& matcher, const Case& real) {
  std::vector<bool> fit;
  bool taken = false;
  for (const auto& outcome : matcher.outcomes) {
    fit.push_back(holds(outcome, real) && !(taken && matcher.policy == HitPolicy::First));
    taken = taken || fit.back();
  }
  return fit;
}

/// What somebody with this case taps.
std::string answer_of(const Matcher& matcher, const MatchQuestion& question, const Case& real) {
  const auto& value = real.at(question.id);
  if (question.kind != AskedAs::Number) return value;
  for (const auto& band : bands_of(matcher, question)) {
    const auto place = std::stoll(value) * 2;
    if ((!band.from || *band.from <= place) && (!band.to || place < *band.to)) return band.name();
  }
  ADD_FAILURE() << value << " lies in no band";
  return {};
}

MatchAnswers answers_of(const Matcher& matcher, const Case& real) {
  MatchAnswers answers;
  for (const auto& question : matcher.questions) answers[question.id] = answer_of(matcher, question, real);
  return answers;
}

/// Made of a seed: four questions, five outcomes, conditions of every kind.
class Made {
 public:
  explicit Made(unsigned seed) : random_(seed) {}

  Matcher matcher(HitPolicy policy) {
    Matcher made{.id = "made", .policy = policy};
    made.questions = {choice("a", {"1", "2", "3"}), choice("b", {"1", "2"}), {.id = "c", .kind = AskedAs::YesNo}, {.id = "d", .kind = AskedAs::Number}};
    for (int i = 0; i < 5; ++i) {
      Outcome outcome{.id = std::to_string(i)};
      for (int n = below(3) + 1; n > 0; --n) outcome.requirements.push_back(requirement());
      made.outcomes.push_back(std::move(outcome));
    }
    return made;
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  Requirement requirement() {
    Requirement made;
    for (int n = below(4) == 0 ? 2 : 1; n > 0; --n) made.any.push_back(criterion());
    return made;
  }
  Criterion criterion() {
    switch (below(8)) {
      case 0: return is("a", {std::to_string(below(3) + 1)}).any[0];
      case 1: return {.question = "a", .is_not = {std::to_string(below(3) + 1)}};
      case 2: return is("b", {std::to_string(below(2) + 1)}).any[0];
      case 3: return is("c", {below(2) == 0 ? "yes" : "no"}).any[0];
      case 4: return at_least("d", below(4) * 10).any[0];
      case 5: return {.question = "d", .more_than = below(4) * 10};
      case 6: return {.question = "d", .less_than = below(4) * 10};
      default: return at_most("d", below(4) * 10).any[0];
    }
  }
  std::mt19937 random_;
};

void for_made(const std::function<void(const Matcher&)>& look) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    const ::testing::ScopedTrace trace(__FILE__, __LINE__, "seed " + std::to_string(seed));
    look(Made(seed).matcher(seed % 2 == 0 ? HitPolicy::Collect : HitPolicy::First));
  }
}

/// Every way to have answered some, to be unsure of some and not to have been asked the rest.
void every_way(const Matcher& matcher, const std::function<void(const MatchAnswers&)>& look) {
  MatchAnswers so_far;
  const std::function<void(std::size_t)> on = [&](std::size_t at) {
    if (at == matcher.questions.size()) return look(so_far);
    const auto& question = matcher.questions[at];
    on(at + 1);
    auto answers = answers_to(matcher, question);
    answers.emplace_back(kUnsure);
    for (const auto& answer : answers) {
      so_far[question.id] = answer;
      on(at + 1);
    }
    so_far.erase(question.id);
  };
  on(0);
}

TEST(Judging, EqualsTheReadingThatTriesEverything) {
  for_made([](const Matcher& matcher) {
    every_case(matcher, [&](const Case& real) {
      const auto fit = fitting(matcher, real);
      const auto told = verdicts(matcher, answers_of(matcher, real));
      for (std::size_t i = 0; i < fit.size(); ++i) EXPECT_EQ(told[i], fit[i] ? Verdict::Fits : Verdict::Misfits) << i;
    });
  });
}

TEST(Judging, WhatIsDecidedStaysWhateverElseIsAnswered) {
  for_made([](const Matcher& matcher) {
    every_way(matcher, [&](const MatchAnswers& some) {
      const auto before = verdicts(matcher, some);
      for (const auto& question : matcher.questions) {
        const auto given = some.find(question.id);
        if (given != some.end() && given->second != kUnsure) continue;
        for (const auto& answer : answers_to(matcher, question)) {
          auto more = some;
          more[question.id] = answer;
          const auto after = verdicts(matcher, more);
          for (std::size_t i = 0; i < before.size(); ++i) {
            EXPECT_TRUE(before[i] == Verdict::Open || after[i] == before[i]) << i;
          }
        }
      }
    });
  });
}

TEST(Judging, NotKnowingNeverSpeaksAgainstAnything) {
  for_made([](const Matcher& matcher) {
    MatchAnswers unsure;
    for (const auto& question : matcher.questions) unsure[question.id] = kUnsure;
    EXPECT_THAT(verdicts(matcher, unsure), testing::Each(Verdict::Open));
    every_way(matcher, [&](const MatchAnswers& some) {
      auto known = some;
      std::erase_if(known, [](const auto& each) { return each.second == kUnsure; });
      EXPECT_EQ(verdicts(matcher, some), verdicts(matcher, known)) << "unsure is as good as not asked";
    });
  });
}

TEST(Judging, TellsWhatDecided) {
  const auto matcher = small();
  const auto told = judged(matcher, {{"size", "large"}, {"staff", "600.."}}, kToday);
  EXPECT_EQ(told[0].verdict, Verdict::Misfits);
  EXPECT_THAT(told[0].because, ElementsAre(&matcher.outcomes[0].requirements[0].any[0]));
  EXPECT_EQ(told[1].verdict, Verdict::Open);
  EXPECT_THAT(told[1].because, ElementsAre(&matcher.outcomes[1].requirements[1].any[0])) << "what is missing, and not what is met";
  EXPECT_EQ(told[2].verdict, Verdict::Fits);
  EXPECT_THAT(told[2].because, ElementsAre(&matcher.outcomes[2].requirements[0].any[0])) << "one of several is enough";
}

TEST(Judging, TheFirstThatFitsIsTheAnswer) {
  const auto matcher = small(HitPolicy::First);
  auto told = judged(matcher, {{"size", "small"}, {"taxed", "yes"}, {"staff", "40..601"}}, kToday);
  EXPECT_EQ(told[0].verdict, Verdict::Fits);
  EXPECT_EQ(told[1].verdict, Verdict::Misfits);
  EXPECT_EQ(told[1].instead, &matcher.outcomes[0]);
  told = judged(matcher, {{"size", "small"}, {"taxed", std::string(kUnsure)}, {"staff", "40..601"}}, kToday);
  EXPECT_EQ(told[2].verdict, Verdict::Open) << "it fits, and one before it may fit";
  EXPECT_EQ(told[2].instead, &matcher.outcomes[0]);
}

TEST(Judging, OfOneOnlyTheOthersAreOut) {
  auto matcher = small(HitPolicy::Unique);
  matcher.outcomes.pop_back();
  matcher.outcomes[1].requirements.push_back(is("size", {"large"}));
  EXPECT_THAT(verdicts(matcher, {{"size", "small"}, {"taxed", "yes"}}), ElementsAre(Verdict::Fits, Verdict::Misfits));
  matcher.outcomes[1].requirements = {at_least("staff", 20)};
  EXPECT_THAT(verdicts(matcher, {{"size", "small"}, {"taxed", "yes"}}), ElementsAre(Verdict::Fits, Verdict::Misfits));
  EXPECT_EQ(next_question(matcher, {{"size", "small"}, {"taxed", "yes"}}, kToday), nullptr) << "nothing can change any more";
}

TEST(Judging, WhatHasEndedIsOverAndNothingIsAskedForIt) {
  auto matcher = small();
  matcher.outcomes.resize(2);
  matcher.outcomes[1].until = parse_date("2026-11-22");
  EXPECT_THAT(verdicts(matcher, {}), ElementsAre(Verdict::Open, Verdict::Over));
  for (const auto* question : open_questions(matcher, {}, kToday)) EXPECT_NE(question->id, "staff");
  matcher.outcomes[1].until = kToday;
  EXPECT_THAT(verdicts(matcher, {}), ElementsAre(Verdict::Open, Verdict::Open)) << "the last day counts";
}

TEST(Bands, AreCutWhereAConditionBegins) {
  const auto matcher = small();
  const auto bands = bands_of(matcher, matcher.questions[2]);
  EXPECT_THAT(bands, ElementsAre(Band{{}, 40}, Band{40, 601}, Band{601, {}})) << "below 20; 20 to 300; over 300";
  for (const auto& band : bands) EXPECT_EQ(band_named(band.name()), band);
  EXPECT_EQ(band_named("small"), std::nullopt);
  EXPECT_EQ(band_of({.at_least = 5, .more_than = 5, .at_most = 9, .less_than = 9}), (Band{11, 18})) << "the narrower of two";
  EXPECT_EQ(figure_at(-3), -2);
  EXPECT_EQ(figure_at(-4), -2);
}

// ---- what is asked -------------------------------------------------------------------------------------------------

/// How many questions are asked of this case, the next being chosen so.
std::size_t asked(const Matcher& matcher, const Case& real, const std::function<const MatchQuestion*(const MatchAnswers&)>& next) {
  MatchAnswers answers;
  while (const auto* question = next(answers)) {
    EXPECT_FALSE(answers.contains(question->id)) << "asked twice";
    answers[question->id] = answer_of(matcher, *question, real);
  }
  EXPECT_THAT(verdicts(matcher, answers), testing::Not(testing::Contains(Verdict::Open))) << "all is decided";
  return answers.size();
}

TEST(Asking, LeadsToAllVerdictsWithFewerQuestionsThanTheFilesOrder) {
  std::size_t chosen = 0, in_order = 0, all = 0;
  for_made([&](const Matcher& matcher) {
    every_case(matcher, [&](const Case& real) {
      chosen += asked(matcher, real, [&](const MatchAnswers& answers) { return next_question(matcher, answers, kToday); });
      in_order += asked(matcher, real, [&](const MatchAnswers& answers) {
        const auto open = open_questions(matcher, answers, kToday);
        return open.empty() ? nullptr : open.front();
      });
      all += matcher.questions.size();
    });
  });
  EXPECT_LT(chosen, in_order);
  EXPECT_LT(in_order, all);
}

TEST(Asking, BeginsWithWhatDecidesMost) {
  auto matcher = small();
  matcher.outcomes = {{.id = "x", .requirements = {is("taxed", {"yes"}), is("size", {"small"})}},
                      {.id = "y", .requirements = {is("taxed", {"yes"}), at_least("staff", 20)}}};
  EXPECT_EQ(next_question(matcher, {}, kToday)->id, "taxed");
  EXPECT_EQ(next_question(matcher, {{"taxed", "no"}}, kToday), nullptr) << "nothing can change any more";
  EXPECT_EQ(next_question(matcher, {{"taxed", std::string(kUnsure)}}, kToday)->id, "size") << "what may still fall is asked";
}

TEST(Asking, IsOverWhenThereIsNothingToAsk) {
  EXPECT_EQ(next_question({}, {}, kToday), nullptr);
  EXPECT_THAT(judged({}, {}, kToday), IsEmpty());
}

}  // namespace
}  // namespace mingting
