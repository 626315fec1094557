// What fits, as far as was answered (Kleene's three values), because of what, and what is to be asked next.
#pragma once

#include "domain/matcher/matcher.hpp"

namespace mingting {

/// 符合, 还要看, 不符合; Over: its last day is past, whatever was answered.
enum class Verdict { Fits, Open, Misfits, Over };

struct Judgement {
  const Outcome* outcome = nullptr;  ///< of the matcher judged, which must outlive this
  Verdict verdict = Verdict::Open;
  /// What decided: of what fits every condition met, of what does not the first that fails; of what is open those that are not
  /// decided yet, none of which is met.
  std::vector<const Criterion*> because;
  /// By `unique` and `first`: the outcome that fits instead; where it is open, may fit instead.
  const Outcome* instead = nullptr;
};

/// Whether the answer meets the criterion; nothing while it cannot be told.
std::optional<bool> meets(const Criterion& criterion, const MatchAnswers& answers);

/// One judgement an outcome, in the matcher's order. An answer of kUnsure decides nothing against anybody. `today`: a day that
/// is not ok() ends nothing.
std::vector<Judgement> judged(const Matcher& matcher, const MatchAnswers& answers, Date today);

/// The questions whose answers can still change a verdict, in the matcher's order: those without an answer (kUnsure is one).
std::vector<const MatchQuestion*> open_questions(const Matcher& matcher, const MatchAnswers& answers, Date today);

/// Of the open ones that after which the fewest are left on average over its answers; of equals the one on which more
/// outcomes wait, then the first. Null: nothing is left to ask.
const MatchQuestion* next_question(const Matcher& matcher, const MatchAnswers& answers, Date today);

}  // namespace mingting
