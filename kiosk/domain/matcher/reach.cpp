// A walk over the answers, question by question, that turns back where what is looked for cannot come about any more.
#include "domain/matcher/reach.hpp"

#include <algorithm>

#include "domain/matcher/judging.hpp"

namespace mingting {
namespace {

/// Of the outcomes only these, of the questions only those they ask.
Matcher narrowed(const Matcher& matcher, HitPolicy policy, std::vector<Outcome> outcomes) {
  Matcher narrow{.id = matcher.id, .policy = policy, .outcomes = std::move(outcomes)};
  for (const auto& question : matcher.questions) {
    const bool asked = std::ranges::any_of(narrow.outcomes, [&](const Outcome& outcome) {
      return std::ranges::any_of(outcome.requirements, [&](const Requirement& requirement) {
        return std::ranges::find(requirement.any, question.id, &Criterion::question) != requirement.any.end();
      });
    });
    if (asked) narrow.questions.push_back(question);
  }
  return narrow;
}

enum class Found { Yes, No, Untold };

/// Answers under which the last `wanted` outcomes of the matcher all fit.
class Search {
 public:
  Search(const Matcher& matcher, std::size_t wanted, std::size_t most) : matcher_(matcher), wanted_(wanted), left_(most) {}

  Found run() { return from(0); }
  const MatchAnswers& answers() const { return answers_; }

 private:
  Found from(std::size_t at) {
    if (left_ == 0) return Found::Untold;
    --left_;
    const auto so_far = here();
    if (so_far || at == matcher_.questions.size()) return so_far == true ? Found::Yes : Found::No;
    const auto& question = matcher_.questions[at];
    for (const auto& answer : answers_to(matcher_, question)) {
      answers_[question.id] = answer;
      if (const auto found = from(at + 1); found != Found::No) return found;
    }
    answers_.erase(question.id);
    return Found::No;
  }

  std::optional<bool> here() const {
    const auto all = judged(matcher_, answers_, Date{});
    bool fits = true;
    for (auto i = all.size() - wanted_; i < all.size(); ++i) {
      if (all[i].verdict == Verdict::Misfits) return false;
      fits = fits && all[i].verdict == Verdict::Fits;
    }
    return fits ? std::optional(true) : std::nullopt;
  }

  const Matcher& matcher_;
  std::size_t wanted_, left_;
  MatchAnswers answers_;
};

void reach_one(const Matcher& matcher, std::size_t at, std::size_t most, MatcherReach& reach) {
  const bool first = matcher.policy == HitPolicy::First;
  const auto begin = matcher.outcomes.begin() + static_cast<std::ptrdiff_t>(first ? 0 : at);
  const auto narrow = narrowed(matcher, first ? HitPolicy::First : HitPolicy::Collect,
                               {begin, matcher.outcomes.begin() + static_cast<std::ptrdiff_t>(at) + 1});
  const auto found = Search(narrow, 1, most).run();
  if (found == Found::No) reach.unreachable.push_back(&matcher.outcomes[at]);
  if (found == Found::Untold) reach.untold.push_back(&matcher.outcomes[at]);
}

void clash(const Matcher& matcher, std::size_t one, std::size_t other, std::size_t most, MatcherReach& reach) {
  const auto narrow = narrowed(matcher, HitPolicy::Collect, {matcher.outcomes[one], matcher.outcomes[other]});
  Search search(narrow, 2, most);
  const auto found = search.run();
  if (found == Found::Yes) reach.clashes.push_back({&matcher.outcomes[one], &matcher.outcomes[other], search.answers()});
  if (found == Found::Untold) reach.untold.push_back(&matcher.outcomes[other]);
}

}  // namespace

MatcherReach reach_of(const Matcher& matcher, std::size_t most_tries) {
  MatcherReach reach;
  for (std::size_t i = 0; i < matcher.outcomes.size(); ++i) {
    reach_one(matcher, i, most_tries, reach);
    for (std::size_t before = 0; matcher.policy == HitPolicy::Unique && before < i; ++before) clash(matcher, before, i, most_tries, reach);
  }
  return reach;
}

}  // namespace mingting
