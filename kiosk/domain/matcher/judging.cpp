// Conditions are met, failed or not decided; so are their outcomes, by Kleene's rules; the hit policy comes last.
#include "domain/matcher/judging.hpp"

#include <algorithm>
#include <set>

namespace mingting {
namespace {

bool is_among(const std::vector<std::string>& values, std::string_view value) {
  return std::ranges::find(values, value) != values.end();
}

/// Nothing where a figure lies on both sides: the answer was given when the conditions were others.
std::optional<bool> lies_in(const Band& band, const Band& wanted) {
  if ((wanted.from && band.to && *band.to <= *wanted.from) || (wanted.to && band.from && *band.from >= *wanted.to)) return false;
  const bool above = !wanted.from || (band.from && *band.from >= *wanted.from);
  const bool below = !wanted.to || (band.to && *band.to <= *wanted.to);
  return above && below ? std::optional(true) : std::nullopt;
}

/// One outcome by its own conditions alone.
struct Own {
  Verdict verdict = Verdict::Fits;
  std::vector<const Criterion*> because;
};

std::optional<bool> meets(const Requirement& requirement, const MatchAnswers& answers) {
  std::optional<bool> any = false;
  for (const auto& each : requirement.any) {
    const auto met = mingting::meets(each, answers);
    if (met == true) return true;
    if (!met) any = std::nullopt;
  }
  return any;
}

void add(std::vector<const Criterion*>& because, const Requirement& requirement, const MatchAnswers& answers, std::optional<bool> met) {
  for (const auto& each : requirement.any) {
    if (mingting::meets(each, answers) != met) continue;
    because.push_back(&each);
    if (met == true) return;  // one of several is enough
  }
}

Own own(const Outcome& outcome, const MatchAnswers& answers) {
  Own told;
  for (const auto& requirement : outcome.requirements) {
    const auto met = meets(requirement, answers);
    if (met == false) {
      told = {Verdict::Misfits, {}};
      add(told.because, requirement, answers, met);
      return told;
    }
    if (!met && told.verdict == Verdict::Fits) told = {Verdict::Open, {}};
    if (met.has_value() == (told.verdict == Verdict::Fits)) add(told.because, requirement, answers, met);
  }
  return told;
}

/// By `first` those before it, by `unique` all others may stand in an outcome's way.
bool may_stand_in(const Matcher& matcher, std::size_t other, std::size_t outcome) {
  if (matcher.policy == HitPolicy::Collect || other == outcome) return false;
  return matcher.policy == HitPolicy::Unique || other < outcome;
}

void give_way(const Matcher& matcher, const std::vector<Own>& all, std::size_t at, Judgement& judgement) {
  for (std::size_t other = 0; other < all.size(); ++other) {
    if (!may_stand_in(matcher, other, at)) continue;
    const bool fits = all[other].verdict == Verdict::Fits;
    // What fits beside another that fits is a fault of a `unique` table, not for the visitor to bear.
    if (fits && (matcher.policy == HitPolicy::First || judgement.verdict == Verdict::Open)) {
      judgement = {judgement.outcome, Verdict::Misfits, {}, &matcher.outcomes[other]};
      return;
    }
    const bool may = matcher.policy == HitPolicy::First && all[other].verdict == Verdict::Open;
    if (may && judgement.verdict == Verdict::Fits) judgement.verdict = Verdict::Open, judgement.because.clear();
    if (may && judgement.instead == nullptr) judgement.instead = &matcher.outcomes[other];
  }
}

/// Questions without an answer in requirements that are not decided.
void ask_of(const Outcome& outcome, const MatchAnswers& answers, std::set<std::string_view>& wanted) {
  for (const auto& requirement : outcome.requirements) {
    if (meets(requirement, answers)) continue;
    for (const auto& each : requirement.any) {
      if (!answers.contains(each.question)) wanted.insert(each.question);
    }
  }
}

/// What an outcome waits for: its own conditions, and by `first` those of the outcomes that may come before it.
std::set<std::string_view> waits_for(const Matcher& matcher, const Judgement& judgement, const std::vector<Judgement>& all,
                                     const MatchAnswers& answers) {
  std::set<std::string_view> wanted;
  if (judgement.verdict != Verdict::Open) return wanted;
  ask_of(*judgement.outcome, answers, wanted);
  if (matcher.policy != HitPolicy::First) return wanted;
  for (const auto& before : all) {
    if (before.outcome == judgement.outcome) break;
    if (before.verdict == Verdict::Open) ask_of(*before.outcome, answers, wanted);
  }
  return wanted;
}

std::size_t left_after(const Matcher& matcher, MatchAnswers answers, const std::string& question, const std::string& answer, Date today) {
  answers[question] = answer;
  return open_questions(matcher, answers, today).size();
}

/// How many questions are left on average, and how few outcomes wait: the smaller the better. In hundredths, so that it is a
/// whole number on every machine.
std::pair<std::size_t, std::size_t> cost(const Matcher& matcher, const MatchAnswers& answers, const MatchQuestion& question,
                                         const std::vector<Judgement>& all, Date today) {
  const auto possible = answers_to(matcher, question);
  std::size_t left = 0, waiting = 0;
  for (const auto& answer : possible) left += left_after(matcher, answers, question.id, answer, today);
  for (const auto& each : all) waiting += waits_for(matcher, each, all, answers).contains(question.id) ? 1 : 0;
  return {possible.empty() ? 0 : left * 100 / possible.size(), all.size() - waiting};
}

}  // namespace

std::optional<bool> meets(const Criterion& criterion, const MatchAnswers& answers) {
  const auto found = answers.find(criterion.question);
  if (found == answers.end() || found->second == kUnsure) return std::nullopt;
  const auto& answer = found->second;
  if (const auto wanted = band_of(criterion); wanted.from || wanted.to) {
    const auto band = band_named(answer);
    return band ? lies_in(*band, wanted) : std::nullopt;
  }
  return (criterion.is.empty() || is_among(criterion.is, answer)) && !is_among(criterion.is_not, answer);
}

std::vector<Judgement> judged(const Matcher& matcher, const MatchAnswers& answers, Date today) {
  std::vector<Own> all;
  for (const auto& outcome : matcher.outcomes) {
    const bool over = today.ok() && outcome.until && *outcome.until < today;
    all.push_back(over ? Own{Verdict::Over, {}} : own(outcome, answers));
  }
  std::vector<Judgement> judgements;
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto& judgement = judgements.emplace_back(Judgement{&matcher.outcomes[i], all[i].verdict, all[i].because, nullptr});
    if (judgement.verdict == Verdict::Fits || judgement.verdict == Verdict::Open) give_way(matcher, all, i, judgement);
  }
  return judgements;
}

std::vector<const MatchQuestion*> open_questions(const Matcher& matcher, const MatchAnswers& answers, Date today) {
  const auto all = judged(matcher, answers, today);
  std::set<std::string_view> wanted;
  for (const auto& each : all) wanted.merge(waits_for(matcher, each, all, answers));
  std::vector<const MatchQuestion*> open;
  for (const auto& question : matcher.questions) {
    if (wanted.contains(question.id)) open.push_back(&question);
  }
  return open;
}

const MatchQuestion* next_question(const Matcher& matcher, const MatchAnswers& answers, Date today) {
  const auto all = judged(matcher, answers, today);
  const MatchQuestion* best = nullptr;
  std::pair<std::size_t, std::size_t> least;
  for (const auto* question : open_questions(matcher, answers, today)) {
    const auto here = cost(matcher, answers, *question, all, today);
    if (best == nullptr || here < least) best = question, least = here;
  }
  return best;
}

}  // namespace mingting
