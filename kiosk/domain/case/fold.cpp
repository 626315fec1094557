// What each recorded step makes of a case. No judging here: see domain/case/judging.cpp.
#include <algorithm>
#include <array>

#include "domain/case/fold.hpp"
#include "domain/case/clock.hpp"

namespace mingting {
namespace {

bool counts_on_arrival(ReceiptWay way) {
  return way == ReceiptWay::InPerson || way == ReceiptWay::Spoken || way == ReceiptWay::SignedPost;
}

class Fold {
 public:
  Fold(Case& one, const Step& step, int number) : one_(one), step_(step), number_(number) {}

  void operator()(const Arrived& what) {
    one_.way = what.way;
    one_.arrived = step_.on;
    one_.received = counts_on_arrival(what.way) ? std::optional(step_.on) : what.confirmed;
    one_.phase = one_.received ? Phase::Handling : Phase::AwaitingConfirmation;
    if (what.confirmed) one_.latest = std::max(one_.latest, *what.confirmed);
  }
  void operator()(const ReceiptConfirmed&) {
    one_.received = step_.on;
    one_.phase = Phase::Handling;
  }
  void operator()(const CorrectionAsked& what) {
    one_.correction = what;
    one_.correction_asked = step_.on;
    one_.phase = Phase::AwaitingCorrection;
  }
  void operator()(const CorrectionReceived&) {
    one_.corrected = step_.on;
    one_.phase = Phase::Handling;
  }
  void operator()(const ConsultationSent& what) {
    one_.consultations.push_back(
        {.step = number_, .kind = what.kind, .party = what.party, .sent = step_.on, .delivered = what.delivered});
    if (what.delivered) one_.latest = std::max(one_.latest, *what.delivered);
  }
  void operator()(const ConsultationDelivered& what) {
    if (auto* consultation = find(what.consultation)) consultation->delivered = step_.on;
  }
  void operator()(const ConsultationAnswered& what) {
    if (auto* consultation = find(what.consultation)) {
      consultation->ended = step_.on;
      consultation->opinion = what.opinion;
      consultation->reasons = what.reasons;
    }
  }
  void operator()(const ConsultationEnded& what) {
    if (auto* consultation = find(what.consultation)) consultation->ended = step_.on;
  }
  void operator()(const Extended& what) { one_.extension = what.working_days; }
  void operator()(const ReasonsAsked&) { one_.reasons_asked = step_.on; }
  void operator()(const ReasonsGiven&) { one_.reasons_given = step_.on; }
  void operator()(const ReplyDelayed& what) { one_.delayed_until = what.until; }
  void operator()(const FeeNotified& what) {
    one_.fee = what;
    one_.fee_notified = step_.on;
    one_.phase = Phase::AwaitingPayment;
  }
  void operator()(const FeePaid&) {
    one_.fee_paid = step_.on;
    one_.phase = Phase::Handling;
  }
  void operator()(const Replied& what) {
    one_.reply = what;
    one_.replied = step_.on;
    one_.phase = Phase::ReplyMade;
    end_consultations();
  }
  void operator()(const Served&) { finish(one_.reply ? one_.reply->kind : ReplyKind::OtherReply); }
  void operator()(const Lapsed&) {
    finish(one_.phase == Phase::AwaitingPayment ? ReplyKind::FeeLapsed : ReplyKind::CorrectionLapsed);
  }
  void operator()(const WithdrawnByApplicant&) {
    end_consultations();
    finish(ReplyKind::Withdrawn);
  }
  void operator()(const TakenBack&) {}

 private:
  Consultation* find(int step) {
    const auto found = std::find_if(one_.consultations.begin(), one_.consultations.end(),
                                    [step](const Consultation& one) { return one.step == step; });
    return found != one_.consultations.end() ? &*found : nullptr;
  }
  void end_consultations() {
    for (auto& consultation : one_.consultations) {
      if (!consultation.ended) consultation.ended = std::max(step_.on, consultation.sent);
    }
  }
  void finish(ReplyKind outcome) {
    one_.finished = step_.on;
    one_.outcome = outcome;
    one_.phase = Phase::Finished;
  }

  Case& one_;
  const Step& step_;
  int number_;
};

// In the order of StepWhat's alternatives.
constexpr std::array<std::string_view, StepWhat::kKinds> kTitles{
    "登记",         "确认收到日期",   "告知补正",         "收到补正",     "征求意见",
    "征求意见送达", "收到反馈意见",   "结束征求意见",     "延长期限",     "要求说明理由",
    "申请人说明理由", "延迟答复",     "收费通知",         "缴费",         "作出答复",
    "送达",         "视为放弃申请",   "申请人撤回",       "更正（撤销前面的步骤）"};

}  // namespace

std::string_view step_title(const StepWhat& what) { return kTitles[what.index()]; }

void fold_step(Case& one, const Step& step, int number) {
  if (!std::holds_alternative<TakenBack>(step.what)) one.latest = std::max(one.latest, step.on);
  std::visit(Fold(one, step, number), step.what);
}

std::vector<bool> steps_in_force(std::span<const Step> steps) {
  std::vector<bool> in_force(steps.size(), true);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto* taken_back = std::get_if<TakenBack>(&steps[i].what);
    if (taken_back == nullptr) continue;
    in_force[i] = false;
    const auto target = static_cast<std::size_t>(taken_back->step);
    if (target >= 1 && target <= i) in_force[target - 1] = false;
  }
  return in_force;
}

Case::Case() = default;
Case::Case(const Case& other) = default;
Case::Case(Case&& other) noexcept = default;
Case& Case::operator=(const Case& other) = default;
Case& Case::operator=(Case&& other) noexcept = default;
Case::~Case() = default;

Case case_of(std::span<const Step> steps) {
  Case one;
  const auto in_force = steps_in_force(steps);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (in_force[i]) fold_step(one, steps[i], static_cast<int>(i) + 1);
  }
  one.steps.assign(steps.begin(), steps.end());
  return one;
}

}  // namespace mingting
