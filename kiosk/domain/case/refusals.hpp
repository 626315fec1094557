// Why a step of an application is refused: the sentence's name, the rule it rests on and what to do about it. The words are
// in assets/strings/told/case.toml; what a sentence is about is given with it, in the order named here.
#pragma once

#include "base/result.hpp"

namespace mingting {

struct Refusal {
  std::string_view code;
  std::string_view article{};  ///< as it is cited; "" for what good order asks alone
  std::string_view remedy{};   ///< key of [remedy]: what can be done instead or first
};

/// The refusal as something to be told.
template <class... Facts>
Remark reason(const Refusal& refusal, const Facts&... facts) {
  return {std::string(refusal.code), {Fact(facts)...}, refusal.article, refusal.remedy};
}

namespace citation {
inline constexpr std::string_view kArticle30 = "条例第三十条", kArticle31 = "条例第三十一条", kArticle32 = "条例第三十二条",
                                  kArticle33 = "条例第三十三条", kArticle34 = "条例第三十四条", kArticle35 = "条例第三十五条",
                                  kArticle37 = "条例第三十七条", kArticle42 = "条例第四十二条",
                                  kFees = "国办函〔2020〕109号", kFeesInTime = "条例第三十三条；国办函〔2020〕109号",
                                  kService = "国办公开办函〔2016〕235号", kReview22 = "行政复议法第二十二条",
                                  kReview23 = "行政复议法第二十三条";
}  // namespace citation

namespace refusal {

// ---- every step
inline constexpr Refusal kNoClerk{"case.no-clerk"};
inline constexpr Refusal kNoSuchDay{"case.no-such-day"};
inline constexpr Refusal kDayToCome{"case.day-to-come"};                  ///< the day
inline constexpr Refusal kBeforeArrival{"case.before-arrival"};           ///< the day it arrived

// ---- the phase is another
inline constexpr Refusal kUnreceived{"case.unreceived", "", "arrive"};
inline constexpr Refusal kAwaitingConfirmation{"case.awaiting-confirmation", citation::kArticle31, "accept"};
inline constexpr Refusal kAwaitingCorrection{"case.awaiting-correction", citation::kArticle30, "correction-first"};
inline constexpr Refusal kAwaitingPayment{"case.awaiting-payment", citation::kFees, "payment-first"};
inline constexpr Refusal kReplyMade{"case.reply-made", "", "undo-reply"};  ///< the day of the reply
inline constexpr Refusal kFinished{"case.finished", "", "undo-last"};      ///< the day it was finished
inline constexpr Refusal kOtherPhase{"case.other-phase"};

// ---- days in order: each is about the earliest day there can be
inline constexpr Refusal kNotBeforeArrival{"case.not-before-arrival"};
inline constexpr Refusal kNotBeforeLastStep{"case.not-before-last-step"};
inline constexpr Refusal kNotBeforeSending{"case.not-before-sending"};
inline constexpr Refusal kNotBeforeDelivery{"case.not-before-delivery"};
inline constexpr Refusal kNotBeforeClock{"case.not-before-clock"};
inline constexpr Refusal kNotBeforeReasonsAsked{"case.not-before-reasons-asked"};
inline constexpr Refusal kNotBeforeReasonsGiven{"case.not-before-reasons-given"};
inline constexpr Refusal kNotBeforeReply{"case.not-before-reply"};

// ---- arrival
inline constexpr Refusal kArrivedAlready{"case.arrived-already", "", "undo-arrival"};
inline constexpr Refusal kNeedsNoConfirming{"case.needs-no-confirming", citation::kArticle31};
inline constexpr Refusal kConfirmedEarly{"case.confirmed-early"};          ///< the day it arrived
inline constexpr Refusal kConfirmedToCome{"case.confirmed-to-come"};
inline constexpr Refusal kConfirmedAlready{"case.confirmed-already", citation::kArticle31};

// ---- correction
inline constexpr Refusal kCorrectedOnce{"case.corrected-once", citation::kArticle30};      ///< the day it was asked
inline constexpr Refusal kCorrectionUnsaid{"case.correction-unsaid", citation::kArticle30};
inline constexpr Refusal kCorrectionWithoutPeriod{"case.correction-without-period", citation::kArticle30};
inline constexpr Refusal kCorrectionTooLate{"case.correction-too-late", citation::kArticle30};  ///< the last day to ask
inline constexpr Refusal kNoCorrectionAwaited{"case.no-correction-awaited"};               ///< the phase in the way
inline constexpr Refusal kCorrectedLate{"case.corrected-late", citation::kArticle30, "good-reason"};  ///< the last day

// ---- opinions
inline constexpr Refusal kNobodyAsked{"case.nobody-asked"};
inline constexpr Refusal kDeliveredOutOfOrder{"case.delivered-out-of-order"};
inline constexpr Refusal kAskedAlready{"case.asked-already"};              ///< who
inline constexpr Refusal kDeliveredAlready{"case.delivered-already"};      ///< the day
inline constexpr Refusal kEndWithoutReason{"case.end-without-reason"};
inline constexpr Refusal kOpinionInTime{"case.opinion-in-time"};           ///< who, until when; article of the kind
inline constexpr Refusal kOpinionFirst{"case.opinion-first"};              ///< who, the step that has to wait (a remark)
inline constexpr Refusal kOpinionEnded{"case.opinion-ended"};              ///< who, the day
inline constexpr Refusal kNoConsultation{"case.no-consultation"};          ///< number of the step

// ---- a later day
inline constexpr Refusal kDelayedInstead{"case.delayed-instead"};          ///< the day
inline constexpr Refusal kExtendedOnce{"case.extended-once", citation::kArticle33};
inline constexpr Refusal kExtensionTooLong{"case.extension-too-long", citation::kArticle33};
inline constexpr Refusal kExtensionUnapproved{"case.extension-unapproved", citation::kArticle33};
inline constexpr Refusal kTooLateToExtend{"case.too-late-to-extend", citation::kArticle33};  ///< the day it was due
inline constexpr Refusal kReasonsAskedAlready{"case.reasons-asked-already", citation::kArticle35};  ///< the day
inline constexpr Refusal kReasonsNotAsked{"case.reasons-not-asked", citation::kArticle35};
inline constexpr Refusal kReasonsGivenAlready{"case.reasons-given-already"};
inline constexpr Refusal kReasonsFirst{"case.reasons-first", citation::kArticle35};
inline constexpr Refusal kTooLateToDelay{"case.too-late-to-delay", citation::kArticle35};    ///< the day it was due
inline constexpr Refusal kDelayNotLater{"case.delay-not-later", citation::kArticle35};

// ---- fees
inline constexpr Refusal kChargedAlready{"case.charged-already", citation::kFees};
inline constexpr Refusal kNothingToCharge{"case.nothing-to-charge", citation::kArticle42};
inline constexpr Refusal kTooLateToCharge{"case.too-late-to-charge", citation::kFeesInTime};  ///< the day it was due
inline constexpr Refusal kNoPaymentAwaited{"case.no-payment-awaited"};     ///< the phase in the way
inline constexpr Refusal kPaidLate{"case.paid-late", citation::kFees};     ///< the last day

// ---- endings
inline constexpr Refusal kNoReplyToServe{"case.no-reply-to-serve"};        ///< the phase in the way
inline constexpr Refusal kCourier{"case.courier", citation::kService};
inline constexpr Refusal kNothingLapses{"case.nothing-lapses"};            ///< the phase in the way
inline constexpr Refusal kLapsesLater{"case.lapses-later"};                ///< the last day; article of what is awaited
inline constexpr Refusal kNoReplyKind{"case.no-reply-kind", "", "lapse-or-withdraw"};  ///< title of the ending
inline constexpr Refusal kNeverCorrected{"case.never-corrected", citation::kArticle30};
inline constexpr Refusal kReasonsBeforeExcessive{"case.reasons-before-excessive", citation::kArticle35};
inline constexpr Refusal kPartsOfWhole{"case.parts-of-whole", citation::kArticle37};
inline constexpr Refusal kPartsUnsaid{"case.parts-unsaid", citation::kArticle37};
inline constexpr Refusal kPartsWithoutGround{"case.parts-without-ground", citation::kArticle37};
inline constexpr Refusal kRemedyGiven{"case.remedy-given", citation::kReview23};
inline constexpr Refusal kRemedyOpen{"case.remedy-open", citation::kReview23};
inline constexpr Refusal kOpinionAwaited{"case.opinion-awaited"};          ///< who; article of the kind
inline constexpr Refusal kObjection{"case.objection", citation::kArticle32, "public-interest"};  ///< who

// ---- taking back
inline constexpr Refusal kTakenBackUnsaid{"case.taken-back-unsaid"};
inline constexpr Refusal kNoStep{"case.no-step"};                          ///< number of the step
inline constexpr Refusal kTakenBackTwice{"case.taken-back-twice"};         ///< number of the step
inline constexpr Refusal kTakingBackStands{"case.taking-back-stands", "", "record-again"};
inline constexpr Refusal kRestWouldFall{"case.rest-would-fall"};           ///< number, title, why (a remark), number

}  // namespace refusal
}  // namespace mingting
