#include "domain/case/status.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/case/clock.hpp"

namespace mingting {
namespace {

/// What is said of a step; nothing for one that is the office's own affair. Free words of a step are never said: an officer may
/// have written anybody's name there, and a party is told by its kind alone.
class Words {
 public:
  explicit Words(const Case& one) : one_(one) {}
  using Line = std::optional<StatusLine>;

  Line operator()(const Arrived& step) const {
    switch (step.way) {
      case ReceiptWay::InPerson: return said("arrived", "收到您当面提交的申请");
      case ReceiptWay::Spoken: return said("arrived", "记录了您口头提出的申请");
      case ReceiptWay::SignedPost:
      case ReceiptWay::OrdinaryLetter: return said("arrived", "收到您寄来的申请");
      case ReceiptWay::Internet: return said("arrived", "收到您从网上提交的申请");
      case ReceiptWay::Fax: break;
    }
    return said("arrived", "收到您传真的申请");
  }
  Line operator()(const ReceiptConfirmed&) const { return said("receipt-confirmed", "与您确认了收到申请的日期"); }
  Line operator()(const CorrectionAsked&) const { return said("correction-asked", "告知您补正申请内容"); }
  Line operator()(const CorrectionReceived&) const { return said("corrected", "收到您补正后的申请，答复期限重新计算"); }
  Line operator()(const ConsultationSent& step) const {
    return said("opinion-asked", fmt::format("书面征求{}的意见", named(kConsultationKinds, step.kind).title));
  }
  Line operator()(const ConsultationDelivered&) const { return std::nullopt; }
  Line operator()(const ConsultationAnswered& step) const {
    return said("opinion-received", fmt::format("收到{}的意见", party(step.consultation)));
  }
  Line operator()(const ConsultationEnded& step) const {
    return said("opinion-ended", fmt::format("不再等待{}的意见", party(step.consultation)));
  }
  Line operator()(const Extended& step) const {
    return said("extended", fmt::format("经批准延长答复期限{}个工作日，并告知您", step.working_days));
  }
  Line operator()(const ReasonsAsked&) const { return said("reasons-asked", "请您说明申请的理由"); }
  Line operator()(const ReasonsGiven&) const { return said("reasons-given", "收到您说明的理由"); }
  Line operator()(const ReplyDelayed& step) const {
    return said("delayed", fmt::format("告知您延迟到{}答复", chinese_date(step.until)));
  }
  Line operator()(const FeeNotified& step) const {
    return said("fee-notified", fmt::format("向您送达收费通知：信息处理费{}元", step.yuan));
  }
  Line operator()(const FeePaid&) const { return said("fee-paid", "收到您缴纳的信息处理费"); }
  Line operator()(const Replied& step) const {
    return said("replied", step.number.empty() ? std::string("作出答复") : fmt::format("作出答复，文号{}", step.number));
  }
  Line operator()(const Served& step) const {
    return said("served", fmt::format("答复已送达（{}）", named(kServiceWays, step.way).title));
  }
  Line operator()(const Lapsed&) const {
    return said("lapsed", one_.outcome ? std::string(reply_title(*one_.outcome)) : "视为放弃申请");
  }
  Line operator()(const WithdrawnByApplicant&) const { return said("withdrawn", "您撤回了申请"); }
  Line operator()(const TakenBack&) const { return std::nullopt; }

 private:
  static StatusLine said(const char* key, std::string what) { return {.on = {}, .what = std::move(what), .key = key}; }
  std::string_view party(int step) const {
    const auto found =
        std::find_if(one_.consultations.begin(), one_.consultations.end(), [&](const auto& each) { return each.step == step; });
    return found == one_.consultations.end() ? "对方" : named(kConsultationKinds, found->kind).title;
  }

  const Case& one_;
};

std::vector<StatusLine> lines_of(const Case& one) {
  std::vector<StatusLine> lines;
  const auto in_force = steps_in_force(one.steps);
  for (std::size_t i = 0; i < one.steps.size(); ++i) {
    auto line = in_force[i] ? std::visit(Words(one), one.steps[i].what) : std::nullopt;
    if (!line) continue;
    line->on = one.steps[i].on;
    lines.push_back(std::move(*line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
  return lines;
}

class Duties {
 public:
  Duties(const Case& one, const Reckoning& with, Date today) : one_(one), with_(with), today_(today) {}

  std::vector<StatusDuty> list() {
    switch (one_.phase) {
      case Phase::AwaitingConfirmation:
        add("confirm", "请留意联系电话：工作人员要与您确认收到申请的日期，从这一天起计算答复期限。");
        break;
      case Phase::AwaitingCorrection: correct(); break;
      case Phase::AwaitingPayment: pay(); break;
      case Phase::ReplyMade:
        add("collect", "答复已经作出：选择当面领取的，请带身份证件和回执来领取；选择其他方式的，请留意查收。");
        break;
      case Phase::Unreceived:
      case Phase::Handling:
      case Phase::Finished: break;
    }
    const bool reasons = one_.reasons_asked && !one_.reasons_given && one_.phase == Phase::Handling;
    if (reasons) add("give-reasons", "请说明申请的理由：没有正当理由的，可能不予处理（条例第三十五条）。");
    return std::move(duties_);
  }

 private:
  void add(const char* key, std::string what, std::optional<Deadline> by = std::nullopt) {
    duties_.push_back({.what = std::move(what),
                       .by = by ? std::optional(by->date) : std::nullopt,
                       .provisional = by && by->provisional,
                       .key = key});
  }
  void correct() {
    const auto by = working_days_after(with_.calendar, *one_.correction_asked, one_.correction->working_days);
    if (today_ <= by.date) {
      return add("correct",
                 "您的申请还不够清楚。请按补正告知书写的补充，交给窗口。没有收到告知书的，请问窗口工作人员。"
                 "过期又没有正当理由的，视为放弃申请。",
                 by);
    }
    add("correct-late", "补正期限已过：有正当理由的，请尽快联系工作人员说明并补正。", by);
  }
  void pay() {
    const auto by = working_days_after(with_.calendar, *one_.fee_notified, kPaymentDays);
    const auto yuan = one_.fee ? one_.fee->yuan : 0;
    if (today_ <= by.date)
      return add("pay", fmt::format("请按收费通知缴纳信息处理费{}元：逾期不缴纳的，视为放弃申请。", yuan), by);
    add("pay-late", "缴费期限已过：请联系工作人员。", by);
  }

  const Case& one_;
  const Reckoning& with_;
  Date today_;
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

CaseStatus status_of(const Case& one, const Reckoning& with, Date today) {
  const auto stands = standing(one, with, today);
  CaseStatus status;
  status.phase = named(kPhases, one.phase).key;
  status.done = lines_of(one);
  if (stands.due) status.due = stands.due->date;
  status.due_provisional = stands.due && stands.due->provisional;
  status.clock_stopped = stands.clock == ClockState::Stopped;
  status.overdue = stands.overdue;
  status.how_counted = how_counted(one, with, one.finished.value_or(today));
  status.duties = Duties(one, with, today).list();
  const auto ended = one.outcome ? one.outcome : one.reply ? std::optional(one.reply->kind) : std::nullopt;
  if (ended) status.outcome = reply_title(*ended);
  status.as_of = today;
  if (status.clock_stopped) status.stopped_by = stopped_by(one, with, today);
  return status;
}

}  // namespace mingting
