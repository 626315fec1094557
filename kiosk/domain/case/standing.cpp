// What follows from a case on a day: what to do next, how late it is, and what a new holiday notice moves.
#include <algorithm>

#include "domain/case/clock.hpp"

namespace mingting {
namespace {

Deadline correction_due(const Case& one, const WorkCalendar& calendar) {
  return working_days_after(calendar, *one.correction_asked, one.correction->working_days);
}
Deadline payment_due(const Case& one, const WorkCalendar& calendar) {
  return working_days_after(calendar, *one.fee_notified, kPaymentDays);
}

class Next {
 public:
  Next(const Case& one, const Reckoning& with, Date today) : one_(one), with_(with), today_(today) {}

  std::vector<NextStep> list() {
    switch (one_.phase) {
      case Phase::Unreceived:
        add("register", remark(one_.steps.empty() ? "next-step.register" : "next-step.register-again"));
        break;
      case Phase::AwaitingConfirmation:
        add("confirm", remark("next-step.confirm"), Deadline{*one_.arrived, false});
        break;
      case Phase::Handling: handling(); break;
      case Phase::AwaitingCorrection: waiting(correction_due(one_, with_.calendar), "correct-by", remark("next-step.correct-by")); break;
      case Phase::AwaitingPayment: waiting(payment_due(one_, with_.calendar), "pay-by", remark("next-step.pay-by")); break;
      case Phase::ReplyMade: add("serve", remark("next-step.serve"), reply_due(one_, with_, today_)); break;
      case Phase::Finished: break;
    }
    return std::move(steps_);
  }

 private:
  void add(std::string name, Remark what, std::optional<Deadline> by = std::nullopt, bool ours = true) {
    const int left = by ? working_days_between(with_.calendar, today_, by->date) : 0;
    steps_.push_back({std::move(name), std::move(what), by, ours, left, by && today_ > by->date});
  }
  void waiting(Deadline by, std::string name, Remark what) {
    if (today_ <= by.date) return add(std::move(name), std::move(what), by, false);
    add("lapse", remark("next-step.lapse", what));
  }
  void handling() {
    for (const auto& consultation : one_.consultations) {
      if (waits_on(consultation, today_, with_.calendar)) opinion(consultation);
    }
    const auto ask_by = working_days_after(with_.calendar, *one_.received, kCorrectionNoticeDays);
    const bool may_ask = !one_.correction_asked && steps_.empty() && today_ <= ask_by.date;
    add("reply", remark("next-step.reply"), reply_due(one_, with_, today_));
    if (may_ask) add("ask-correction", remark("next-step.ask-correction"), ask_by);
  }
  void opinion(const Consultation& consultation) {
    if (consultation.kind == ConsultationKind::OtherAgency) {
      return add("opinion", remark("next-step.opinion-of-agency", consultation.party), std::nullopt, false);
    }
    if (!consultation.delivered) return add("deliver", remark("next-step.deliver", consultation.party));
    add("opinion", remark("next-step.opinion", consultation.party), opinion_due(consultation, with_.calendar), false);
  }

  const Case& one_;
  const Reckoning& with_;
  Date today_;
  std::vector<NextStep> steps_;
};

ClockState clock_state(const Case& one, const Reckoning& with, Date today) {
  switch (one.phase) {
    case Phase::Unreceived:
    case Phase::AwaitingConfirmation: return ClockState::NotStarted;
    case Phase::AwaitingCorrection:
    case Phase::AwaitingPayment: return ClockState::Stopped;
    case Phase::Finished: return ClockState::Ended;
    case Phase::Handling:
    case Phase::ReplyMade: break;
  }
  const bool waits = std::any_of(one.consultations.begin(), one.consultations.end(),
                                 [&](const Consultation& each) { return waits_on(each, today, with.calendar); });
  return waits ? ClockState::Stopped : ClockState::Running;
}

std::vector<MovedDeadline> moved_in(const Case& one, const Reckoning& before, const Reckoning& after, Date today) {
  std::vector<MovedDeadline> moved;
  const auto now = open_deadlines(one, after, today);
  for (const auto& old : open_deadlines(one, before, today)) {
    const auto same = std::find_if(now.begin(), now.end(), [&](const auto& each) { return each.name == old.name; });
    if (same != now.end() && same->deadline != old.deadline) moved.push_back({old.name, old.deadline, same->deadline});
  }
  return moved;
}

}  // namespace

Standing standing(const Case& one, const Reckoning& with, Date today) {
  const auto as_of = one.finished.value_or(today);
  Standing standing{.phase = one.phase, .clock = clock_state(one, with, as_of), .due = reply_due(one, with, as_of)};
  if (standing.due) {
    standing.days_left = working_days_between(with.calendar, as_of, standing.due->date);
    standing.overdue = as_of > standing.due->date;
    for (const auto& day : explain_reply_due(one, with, as_of)) {
      if (day.date <= as_of) standing.days_used = day.number;
    }
  }
  standing.next = Next(one, with, today).list();
  return standing;
}

std::vector<NamedDeadline> open_deadlines(const Case& one, const Reckoning& with, Date today) {
  std::vector<NamedDeadline> all;
  if (one.phase == Phase::Finished) return all;
  if (const auto due = reply_due(one, with, today)) all.push_back({remark("deadline.reply"), *due});
  if (one.phase == Phase::AwaitingCorrection) all.push_back({remark("deadline.correction"), correction_due(one, with.calendar)});
  if (one.phase == Phase::AwaitingPayment) all.push_back({remark("deadline.payment"), payment_due(one, with.calendar)});
  if (one.phase != Phase::Handling) return all;
  if (!one.correction_asked) {
    all.push_back({remark("deadline.correction-notice"), working_days_after(with.calendar, *one.received, kCorrectionNoticeDays)});
  }
  for (const auto& consultation : one.consultations) {
    const auto due = opinion_due(consultation, with.calendar);
    if (due && !consultation.ended) all.push_back({remark("deadline.opinion", consultation.party), *due});
  }
  return all;
}

std::vector<MovedCase> moved_cases(std::span<const Case> cases, const Reckoning& before, const Reckoning& after, Date today) {
  std::vector<MovedCase> all;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (auto moved = moved_in(cases[i], before, after, today); !moved.empty()) all.push_back({i, std::move(moved)});
  }
  return all;
}

}  // namespace mingting
