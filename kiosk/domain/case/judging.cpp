// Judges a new step: what the law or good order does not allow is refused, with the article.
#include <algorithm>

#include "base/names.hpp"
#include "base/text/text.hpp"
#include "domain/case/clock.hpp"
#include "domain/case/fold.hpp"
#include "domain/case/refusals.hpp"

namespace mingting {
namespace {

using Verdict = Result<void>;

template <class... Facts>
tl::unexpected<Error> refuse(const Refusal& refusal, const Facts&... facts) {
  return fail(Trouble::Invalid, reason(refusal, facts...));
}

/// A refusal whose rule depends on the case.
Refusal by(std::string_view article, Refusal refusal) {
  refusal.article = article;
  return refusal;
}

bool blank(std::string_view text) { return trimmed(text).empty(); }

/// Why a step that needs another phase cannot be taken now.
Remark phase_in_the_way(const Case& one) {
  switch (one.phase) {
    case Phase::Unreceived: return reason(refusal::kUnreceived);
    case Phase::AwaitingConfirmation: return reason(refusal::kAwaitingConfirmation);
    case Phase::AwaitingCorrection: return reason(refusal::kAwaitingCorrection);
    case Phase::AwaitingPayment: return reason(refusal::kAwaitingPayment);
    case Phase::ReplyMade: return reason(refusal::kReplyMade, *one.replied);
    case Phase::Finished: return reason(refusal::kFinished, *one.finished);
    case Phase::Handling: break;
  }
  return reason(refusal::kOtherPhase);
}

class Judge {
 public:
  Judge(const Case& one, const Step& step, const Reckoning& with)
      : one_(one), on_(step.on), recorded_(step.recorded), with_(with) {}

  Verdict operator()(const Arrived& what) const {
    if (one_.phase != Phase::Unreceived) return refuse(refusal::kArrivedAlready);
    if (!what.confirmed) return {};
    if (what.way == ReceiptWay::InPerson || what.way == ReceiptWay::Spoken || what.way == ReceiptWay::SignedPost) {
      return refuse(refusal::kNeedsNoConfirming);
    }
    if (*what.confirmed < on_) return refuse(refusal::kConfirmedEarly, on_);
    if (*what.confirmed > local_date(recorded_)) return refuse(refusal::kConfirmedToCome);
    return {};
  }
  Verdict operator()(const ReceiptConfirmed&) const {
    if (one_.phase != Phase::AwaitingConfirmation) {
      return refuse(refusal::kConfirmedAlready);
    }
    return not_before(*one_.arrived, refusal::kNotBeforeArrival);
  }

  // ---- Art. 30 ----
  Verdict operator()(const CorrectionAsked& what) const {
    if (one_.phase == Phase::Handling && one_.correction_asked) {
      return refuse(refusal::kCorrectedOnce, *one_.correction_asked);
    }
    if (auto in_order = next_of_handling("case-step.correction"); !in_order) return in_order;
    if (blank(what.what)) return refuse(refusal::kCorrectionUnsaid);
    if (what.working_days < 1) return refuse(refusal::kCorrectionWithoutPeriod);
    const auto last = working_days_after(with_.calendar, *one_.received, kCorrectionNoticeDays).date;
    if (on_ > last) {
      return refuse(refusal::kCorrectionTooLate, last);
    }
    return {};
  }
  Verdict operator()(const CorrectionReceived& what) const {
    if (one_.phase != Phase::AwaitingCorrection) return refuse(refusal::kNoCorrectionAwaited, phase_in_the_way(one_));
    if (auto in_order = not_before(one_.latest, refusal::kNotBeforeLastStep); !in_order) return in_order;
    const auto due = correction_due();
    if (on_ > due && blank(what.good_reason)) {
      return refuse(refusal::kCorrectedLate, due);
    }
    return {};
  }

  // ---- Arts 32-34 ----
  Verdict operator()(const ConsultationSent& what) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (blank(what.party)) return refuse(refusal::kNobodyAsked);
    if (what.delivered && (*what.delivered < on_ || *what.delivered > local_date(recorded_))) {
      return refuse(refusal::kDeliveredOutOfOrder);
    }
    const auto same = [&](const Consultation& each) { return !each.ended && each.kind == what.kind && each.party == what.party; };
    if (std::any_of(one_.consultations.begin(), one_.consultations.end(), same)) {
      return refuse(refusal::kAskedAlready, what.party);
    }
    return {};
  }
  Verdict operator()(const ConsultationDelivered& what) const {
    const auto consultation = open_consultation(what.consultation);
    if (!consultation) return fail(consultation.error());
    if ((*consultation)->delivered) return refuse(refusal::kDeliveredAlready, *(*consultation)->delivered);
    return not_before((*consultation)->sent, refusal::kNotBeforeSending);
  }
  Verdict operator()(const ConsultationAnswered& what) const {
    const auto consultation = open_consultation(what.consultation);
    if (!consultation) return fail(consultation.error());
    return not_before((*consultation)->delivered.value_or((*consultation)->sent), refusal::kNotBeforeDelivery);
  }
  Verdict operator()(const ConsultationEnded& what) const {
    const auto consultation = open_consultation(what.consultation);
    if (!consultation) return fail(consultation.error());
    if (blank(what.why)) return refuse(refusal::kEndWithoutReason);
    const auto due = opinion_due(**consultation, with_.calendar);
    if (due && on_ <= due->date) {
      return refuse(by(article_of((*consultation)->kind), refusal::kOpinionInTime), (*consultation)->party, due->date);
    }
    return not_before((*consultation)->sent, refusal::kNotBeforeSending);
  }

  // ---- Arts 33, 35 ----
  Verdict operator()(const Extended& what) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (one_.delayed_until) {
      return refuse(refusal::kDelayedInstead, *one_.delayed_until);
    }
    if (one_.extension > 0) return refuse(refusal::kExtendedOnce);
    if (what.working_days < 1 || what.working_days > kMostExtensionDays) {
      return refuse(refusal::kExtensionTooLong);
    }
    if (blank(what.approved_by)) return refuse(refusal::kExtensionUnapproved);
    return before_due(refusal::kTooLateToExtend);
  }
  Verdict operator()(const ReasonsAsked&) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (one_.reasons_asked) return refuse(refusal::kReasonsAskedAlready, *one_.reasons_asked);
    return {};
  }
  Verdict operator()(const ReasonsGiven&) const {
    if (!one_.reasons_asked) return refuse(refusal::kReasonsNotAsked);
    if (one_.reasons_given) return refuse(refusal::kReasonsGivenAlready);
    if (auto in_order = during_handling(); !in_order) return in_order;
    return not_before(*one_.reasons_asked, refusal::kNotBeforeReasonsAsked);
  }
  Verdict operator()(const ReplyDelayed& what) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (!one_.reasons_given) return refuse(refusal::kReasonsFirst);
    if (auto in_order = not_before(*one_.reasons_given, refusal::kNotBeforeReasonsGiven); !in_order) return in_order;
    if (auto in_order = before_due(refusal::kTooLateToDelay); !in_order) return in_order;
    if (!what.until.ok() || what.until <= reply_due(one_, with_, on_)->date) {
      return refuse(refusal::kDelayNotLater);
    }
    return {};
  }

  // ---- 109号 ----
  Verdict operator()(const FeeNotified& what) const {
    if (auto in_order = next_of_handling("case-step.charge"); !in_order) return in_order;
    if (one_.fee_notified) return refuse(refusal::kChargedAlready);
    if (what.yuan <= 0) return refuse(refusal::kNothingToCharge);
    return before_due(refusal::kTooLateToCharge);
  }
  Verdict operator()(const FeePaid&) const {
    if (one_.phase != Phase::AwaitingPayment) return refuse(refusal::kNoPaymentAwaited, phase_in_the_way(one_));
    if (on_ > payment_due()) {
      return refuse(refusal::kPaidLate, payment_due());
    }
    return not_before(one_.latest, refusal::kNotBeforeLastStep);
  }

  // ---- endings ----
  Verdict operator()(const Replied& what) const {
    if (one_.phase != Phase::Handling) return fail(Trouble::Invalid, phase_in_the_way(one_));
    if (auto in_order = not_before(one_.latest, refusal::kNotBeforeLastStep); !in_order) return in_order;
    for (const auto& verdict : {kind_allowed(what), parts_allowed(what), remedy_allowed(what), opinions_heard(what)}) {
      if (!verdict) return verdict;
    }
    return {};
  }
  Verdict operator()(const Served& what) const {
    if (one_.phase != Phase::ReplyMade) return refuse(refusal::kNoReplyToServe, phase_in_the_way(one_));
    if (what.way == ServiceWay::Courier) return refuse(refusal::kCourier);
    return not_before(*one_.replied, refusal::kNotBeforeReply);
  }
  Verdict operator()(const Lapsed&) const {
    const bool correction = one_.phase == Phase::AwaitingCorrection;
    if (!correction && one_.phase != Phase::AwaitingPayment) {
      return refuse(refusal::kNothingLapses, phase_in_the_way(one_));
    }
    const auto due = correction ? correction_due() : payment_due();
    if (on_ <= due) {
      return refuse(by(correction ? citation::kArticle30 : citation::kFees, refusal::kLapsesLater), due);
    }
    return not_before(one_.latest, refusal::kNotBeforeLastStep);
  }
  Verdict operator()(const WithdrawnByApplicant&) const { return not_before(one_.latest, refusal::kNotBeforeLastStep); }
  Verdict operator()(const TakenBack&) const { return {}; }

 private:
  Date correction_due() const {
    return working_days_after(with_.calendar, *one_.correction_asked, one_.correction->working_days).date;
  }
  Date payment_due() const { return working_days_after(with_.calendar, *one_.fee_notified, kPaymentDays).date; }

  Verdict not_before(Date earliest, const Refusal& refusal) const {
    if (on_ < earliest) return refuse(refusal, earliest);
    return {};
  }
  /// While the reply clock is open, and not before it began.
  Verdict during_handling() const {
    if (one_.phase != Phase::Handling) return fail(Trouble::Invalid, phase_in_the_way(one_));
    return not_before(*clock_start(one_, with_.rules), refusal::kNotBeforeClock);
  }
  /// As above, after all that went before, and nobody's opinion waited for: what begins another wait.
  Verdict next_of_handling(std::string_view step) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (auto in_order = not_before(one_.latest, refusal::kNotBeforeLastStep); !in_order) return in_order;
    for (const auto& consultation : one_.consultations) {
      if (waits_on(consultation, on_, with_.calendar)) {
        return refuse(refusal::kOpinionFirst, consultation.party, remark(step));
      }
    }
    return {};
  }
  Verdict before_due(const Refusal& refusal) const {
    const auto due = reply_due(one_, with_, on_)->date;
    if (on_ <= due) return {};
    return refuse(refusal, due);
  }
  Result<const Consultation*> open_consultation(int step) const {
    if (one_.phase != Phase::Handling) return fail(Trouble::Invalid, phase_in_the_way(one_));
    for (const auto& consultation : one_.consultations) {
      if (consultation.step != step) continue;
      if (consultation.ended) return refuse(refusal::kOpinionEnded, consultation.party, *consultation.ended);
      return &consultation;
    }
    return refuse(refusal::kNoConsultation, step);
  }
  static std::string_view article_of(ConsultationKind kind) {
    if (kind == ConsultationKind::OtherAgency) return citation::kArticle33;
    return kind == ConsultationKind::ThirdParty ? citation::kArticle32 : citation::kArticle34;
  }

  Verdict kind_allowed(const Replied& what) const {
    if (ends_without_reply(what.kind)) return refuse(refusal::kNoReplyKind, reply_title(what.kind));
    if (what.kind == ReplyKind::StillUnclear && !one_.corrected) {
      return refuse(refusal::kNeverCorrected);
    }
    if (what.kind == ReplyKind::Excessive && !one_.reasons_asked) {
      return refuse(refusal::kReasonsBeforeExcessive);
    }
    return {};
  }
  Verdict parts_allowed(const Replied& what) const {
    if (what.kind != ReplyKind::GrantedInPart) {
      if (what.withheld.empty()) return {};
      return refuse(refusal::kPartsOfWhole);
    }
    if (what.withheld.empty()) return refuse(refusal::kPartsUnsaid);
    if (std::all_of(what.withheld.begin(), what.withheld.end(), withholds)) return {};
    return refuse(refusal::kPartsWithoutGround);
  }
  Verdict remedy_allowed(const Replied& what) const {
    const bool open = rule_of(what.kind).remedy == RemedyRoute::OfficerDecides;
    if (!open && what.remedy) return refuse(refusal::kRemedyGiven);
    if (!open) return {};
    if (what.remedy == RemedyRoute::ReviewFirst || what.remedy == RemedyRoute::ReviewOrSuit) return {};
    return refuse(refusal::kRemedyOpen);
  }
  /// Nothing is disclosed while an opinion may still come, nor against a third party's reasons without the public interest.
  Verdict opinions_heard(const Replied& what) const {
    if (!discloses(what.kind) || what.kind == ReplyKind::AlreadyPublic) return {};
    for (const auto& consultation : one_.consultations) {
      if (waits_on(consultation, on_, with_.calendar)) {
        return refuse(by(article_of(consultation.kind), refusal::kOpinionAwaited), consultation.party);
      }
    }
    const bool kept_back =
        std::find(what.withheld.begin(), what.withheld.end(), ReplyKind::ThirdPartyInterest) != what.withheld.end();
    const auto objectors = standing_objectors(one_, with_.calendar);
    if (objectors.empty() || kept_back || !blank(what.public_interest)) return {};
    return refuse(refusal::kObjection, names_told(objectors));
  }

  const Case& one_;
  Date on_;
  Instant recorded_;
  const Reckoning& with_;
};

/// What every step must have, and what a finished case takes.
Verdict judge(const Case& one, const Step& step, const Reckoning& with) {
  if (blank(step.by)) return refuse(refusal::kNoClerk);
  if (!step.on.ok()) return refuse(refusal::kNoSuchDay);
  if (step.on > local_date(step.recorded)) return refuse(refusal::kDayToCome, step.on);
  const bool arrives = std::holds_alternative<Arrived>(step.what);
  if (one.phase == Phase::Finished || (one.phase == Phase::Unreceived && !arrives)) {
    return fail(Trouble::Invalid, phase_in_the_way(one));
  }
  if (one.arrived && step.on < *one.arrived) return refuse(refusal::kBeforeArrival, *one.arrived);
  return std::visit(Judge(one, step, with), step.what);
}

// ---- taking back --------------------------------------------------------------------------------------------------

/// The steps left in force must still be lawful one after the other; those before the one taken back were not touched.
Verdict rest_still_stands(std::span<const Step> steps, std::size_t taken_back, const Reckoning& with) {
  const auto in_force = steps_in_force(steps);
  Case one;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!in_force[i]) continue;
    if (i > taken_back) {
      if (auto verdict = judge(one, steps[i], with); !verdict) {
        return refuse(refusal::kRestWouldFall, i + 1, step_title(steps[i].what), verdict.error(), i + 1);
      }
    }
    fold_step(one, steps[i], static_cast<int>(i) + 1);
  }
  return {};
}

Result<Case> take_back(const Case& before, const Step& step, const TakenBack& what, const Reckoning& with) {
  if (blank(step.by)) return refuse(refusal::kNoClerk);
  if (blank(what.why)) return refuse(refusal::kTakenBackUnsaid);
  const auto index = static_cast<std::size_t>(what.step) - 1;
  if (what.step < 1 || index >= before.steps.size()) return refuse(refusal::kNoStep, what.step);
  if (std::holds_alternative<TakenBack>(before.steps[index].what)) return refuse(refusal::kTakingBackStands);
  if (!steps_in_force(before.steps)[index]) return refuse(refusal::kTakenBackTwice, what.step);
  auto steps = before.steps;
  steps.push_back(step);
  if (auto verdict = rest_still_stands(steps, index, with); !verdict) return fail(verdict.error());
  return case_of(steps);
}

/// LocalRules may let an internet application count on arrival; the day is then written into the step, so that a later
/// change of the rule does not move it.
Step settled(Step step, const LocalRules& rules) {
  auto* arrived = std::get_if<Arrived>(&step.what);
  const bool counts = arrived != nullptr && arrived->way == ReceiptWay::Internet && !arrived->confirmed;
  if (counts && rules.internet_receipt == InternetReceipt::OnArrival) arrived->confirmed = step.on;
  return step;
}

}  // namespace

Result<Case> record(const Case& before, const Step& step, const Reckoning& with) {
  if (const auto* taken_back = std::get_if<TakenBack>(&step.what)) return take_back(before, step, *taken_back, with);
  const auto kept = settled(step, with.rules);
  if (auto verdict = judge(before, kept, with); !verdict) return fail(verdict.error());
  Case after = before;
  after.steps.push_back(kept);
  fold_step(after, kept, static_cast<int>(after.steps.size()));
  return after;
}

}  // namespace mingting
