// How a case is told to its applicant: its steps, what is to be done, how its period was counted.
#include "domain/case/status.hpp"

#include <algorithm>

#include "domain/case/clock.hpp"

namespace mingting {
namespace {

/// What is said of a step; nothing for one that is the office's own affair. Free words of a step are never said: an officer may
/// have written anybody's name there, and a party is told by its kind alone.
class Words {
 public:
  Words(const Case& one, const Wording& wording) : one_(one), wording_(wording) {}
  using Line = std::optional<StatusLine>;

  Line operator()(const Arrived& step) const {
    switch (step.way) {
      case ReceiptWay::InPerson: return said("arrived", "status-line.arrived-in-person");
      case ReceiptWay::Spoken: return said("arrived", "status-line.arrived-spoken");
      case ReceiptWay::SignedPost:
      case ReceiptWay::OrdinaryLetter: return said("arrived", "status-line.arrived-by-post");
      case ReceiptWay::Internet: return said("arrived", "status-line.arrived-on-internet");
      case ReceiptWay::Fax: break;
    }
    return said("arrived", "status-line.arrived-by-fax");
  }
  Line operator()(const ReceiptConfirmed&) const { return said("receipt-confirmed", "status-line.receipt-confirmed"); }
  Line operator()(const CorrectionAsked&) const { return said("correction-asked", "status-line.correction-asked"); }
  Line operator()(const CorrectionReceived&) const { return said("corrected", "status-line.corrected"); }
  Line operator()(const ConsultationSent& step) const {
    return said("opinion-asked", "status-line.opinion-asked", named(kConsultationKinds, step.kind).title);
  }
  Line operator()(const ConsultationDelivered&) const { return std::nullopt; }
  Line operator()(const ConsultationAnswered& step) const {
    return said("opinion-received", "status-line.opinion-received", party(step.consultation));
  }
  Line operator()(const ConsultationEnded& step) const {
    return said("opinion-ended", "status-line.opinion-ended", party(step.consultation));
  }
  Line operator()(const Extended& step) const {
    return said("extended", "status-line.extended", step.working_days);
  }
  Line operator()(const ReasonsAsked&) const { return said("reasons-asked", "status-line.reasons-asked"); }
  Line operator()(const ReasonsGiven&) const { return said("reasons-given", "status-line.reasons-given"); }
  Line operator()(const ReplyDelayed& step) const { return said("delayed", "status-line.delayed", step.until); }
  Line operator()(const FeeNotified& step) const { return said("fee-notified", "status-line.fee-notified", step.yuan); }
  Line operator()(const FeePaid&) const { return said("fee-paid", "status-line.fee-paid"); }
  Line operator()(const Replied& step) const {
    return step.number.empty() ? said("replied", "status-line.replied") : said("replied", "status-line.replied-by", step.number);
  }
  Line operator()(const Served& step) const {
    return said("served", "status-line.served", named(kServiceWays, step.way).title);
  }
  Line operator()(const Lapsed&) const {
    return one_.outcome ? said("lapsed", "status-line.lapsed-as", reply_title(*one_.outcome)) : said("lapsed", "status-line.lapsed");
  }
  Line operator()(const WithdrawnByApplicant&) const { return said("withdrawn", "status-line.withdrawn"); }
  Line operator()(const TakenBack&) const { return std::nullopt; }

 private:
  template <class... Facts>
  StatusLine said(const char* key, std::string_view code, const Facts&... facts) const {
    return {.on = {}, .what = wording_(remark(code, facts...)), .key = key};
  }
  Fact party(int step) const {
    const auto found =
        std::find_if(one_.consultations.begin(), one_.consultations.end(), [&](const auto& each) { return each.step == step; });
    if (found == one_.consultations.end()) return remark("status-line.other-side");
    return named(kConsultationKinds, found->kind).title;
  }

  const Case& one_;
  const Wording& wording_;
};

std::vector<StatusLine> lines_of(const Case& one, const Wording& wording) {
  std::vector<StatusLine> lines;
  const auto in_force = steps_in_force(one.steps);
  for (std::size_t i = 0; i < one.steps.size(); ++i) {
    auto line = in_force[i] ? std::visit(Words(one, wording), one.steps[i].what) : std::nullopt;
    if (!line) continue;
    line->on = one.steps[i].on;
    lines.push_back(std::move(*line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
  return lines;
}

class Duties {
 public:
  Duties(const Case& one, const Reckoning& with, Date today, const Wording& wording)
      : one_(one), with_(with), today_(today), wording_(wording) {}

  std::vector<StatusDuty> list() {
    switch (one_.phase) {
      case Phase::AwaitingConfirmation:
        add("confirm", remark("status-duty.confirm"));
        break;
      case Phase::AwaitingCorrection: correct(); break;
      case Phase::AwaitingPayment: pay(); break;
      case Phase::ReplyMade:
        add("collect", remark("status-duty.collect"));
        break;
      case Phase::Unreceived:
      case Phase::Handling:
      case Phase::Finished: break;
    }
    const bool reasons = one_.reasons_asked && !one_.reasons_given && one_.phase == Phase::Handling;
    if (reasons) add("give-reasons", remark("status-duty.give-reasons"));
    return std::move(duties_);
  }

 private:
  void add(const char* key, const Remark& what, std::optional<Deadline> by = std::nullopt) {
    duties_.push_back({.what = wording_(what),
                       .by = by ? std::optional(by->date) : std::nullopt,
                       .provisional = by && by->provisional,
                       .key = key});
  }
  void correct() {
    const auto by = working_days_after(with_.calendar, *one_.correction_asked, one_.correction->working_days);
    if (today_ <= by.date) return add("correct", remark("status-duty.correct"), by);
    add("correct-late", remark("status-duty.correct-late"), by);
  }
  void pay() {
    const auto by = working_days_after(with_.calendar, *one_.fee_notified, kPaymentDays);
    const auto yuan = one_.fee ? one_.fee->yuan : 0;
    if (today_ <= by.date) return add("pay", remark("status-duty.pay", yuan), by);
    add("pay-late", remark("status-duty.pay-late"), by);
  }

  const Case& one_;
  const Reckoning& with_;
  Date today_;
  const Wording& wording_;
  std::vector<StatusDuty> duties_;
};

std::string stopped_by(const Case& one, const Reckoning& with, Date today) {
  if (one.phase == Phase::AwaitingCorrection) return "correction";
  if (one.phase == Phase::AwaitingPayment) return "payment";
  for (const auto& each : one.consultations) {
    if (waits_on(each, today, with.calendar)) return std::string(named(kConsultationKinds, each.kind).key);
  }
  return "";
}

}  // namespace

CaseStatus status_of(const Case& one, const Reckoning& with, Date today, const Wording& wording) {
  const auto stands = standing(one, with, today);
  CaseStatus status;
  status.phase = named(kPhases, one.phase).key;
  status.done = lines_of(one, wording);
  if (stands.due) status.due = stands.due->date;
  status.due_provisional = stands.due && stands.due->provisional;
  status.clock_stopped = stands.clock == ClockState::Stopped;
  status.overdue = stands.overdue;
  status.how_counted = wording(how_counted(one, with, one.finished.value_or(today)));
  status.how_counted_en = wording(how_counted(one, with, one.finished.value_or(today), true));
  status.duties = Duties(one, with, today, wording).list();
  const auto ended = one.outcome ? one.outcome : one.reply ? std::optional(one.reply->kind) : std::nullopt;
  if (ended) status.outcome = reply_title(*ended);
  status.as_of = today;
  if (status.clock_stopped) status.stopped_by = stopped_by(one, with, today);
  return status;
}

}  // namespace mingting
