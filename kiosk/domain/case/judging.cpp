// Judges a new step: what the law or good order does not allow is refused, with the article.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "domain/case/clock.hpp"
#include "domain/case/fold.hpp"

namespace mingting {
namespace {

using Verdict = Result<void>;

template <class... Args>
tl::unexpected<Error> refuse(fmt::format_string<Args...> format, Args&&... args) {
  return fail(Trouble::Invalid, format, std::forward<Args>(args)...);
}

bool blank(std::string_view text) { return trimmed(text).empty(); }

/// Why a step that needs another phase cannot be taken now.
std::string phase_in_the_way(const Case& one) {
  switch (one.phase) {
    case Phase::Unreceived: return "申请还没有登记，请先登记";
    case Phase::AwaitingConfirmation: return "还没有与申请人确认收到日期，期限没有起算（条例第三十一条），请先确认";
    case Phase::AwaitingCorrection: return "正在等申请人补正（条例第三十条），收到补正或者逾期以后才能办";
    case Phase::AwaitingPayment: return "正在等申请人缴费（国办函〔2020〕109号），缴费或者逾期以后才能办";
    case Phase::ReplyMade: return fmt::format("{}已经作出答复，只差送达；答复有误的，先撤销答复这一步", chinese_date(*one.replied));
    case Phase::Finished: return fmt::format("申请已于{}办结；办结有误的，先撤销最后一步", chinese_date(*one.finished));
    case Phase::Handling: break;
  }
  return "申请正在办理，不在这一步所需的状态";
}

class Judge {
 public:
  Judge(const Case& one, const Step& step, const Reckoning& with)
      : one_(one), on_(step.on), recorded_(step.recorded), with_(with) {}

  Verdict operator()(const Arrived& what) const {
    if (one_.phase != Phase::Unreceived) return refuse("这件申请已经登记过；日期有误的，先撤销登记再重新登记");
    if (!what.confirmed) return {};
    if (what.way == ReceiptWay::InPerson || what.way == ReceiptWay::Spoken || what.way == ReceiptWay::SignedPost) {
      return refuse("当面提交和签收邮件的，当天就是收到申请之日，不另外确认（条例第三十一条）");
    }
    if (*what.confirmed < on_) return refuse("确认日期不能早于申请到达的{}", chinese_date(on_));
    if (*what.confirmed > local_date(recorded_)) return refuse("确认日期还没有到");
    return {};
  }
  Verdict operator()(const ReceiptConfirmed&) const {
    if (one_.phase != Phase::AwaitingConfirmation) {
      return refuse("收到申请的日期已经确定，不需要再确认（条例第三十一条）");
    }
    return not_before(*one_.arrived, "申请到达");
  }

  // ---- Art. 30 ----
  Verdict operator()(const CorrectionAsked& what) const {
    if (one_.phase == Phase::Handling && one_.correction_asked) {
      return refuse("补正只能要求一次，{}已经告知过（条例第三十条）", chinese_date(*one_.correction_asked));
    }
    if (auto in_order = next_of_handling("告知补正"); !in_order) return in_order;
    if (blank(what.what)) return refuse("请写明需要补正的事项（条例第三十条）");
    if (what.working_days < 1) return refuse("请给出合理的补正期限（条例第三十条）");
    const auto last = working_days_after(with_.calendar, *one_.received, kCorrectionNoticeDays).date;
    if (on_ > last) {
      return refuse("要求补正应当自收到申请之日起7个工作日内一次性告知，最后一天是{}，已经过了（条例第三十条）", chinese_date(last));
    }
    return {};
  }
  Verdict operator()(const CorrectionReceived& what) const {
    if (one_.phase != Phase::AwaitingCorrection) return refuse("没有正在等待的补正；{}", phase_in_the_way(one_));
    if (auto in_order = not_before(one_.latest, "上一步"); !in_order) return in_order;
    const auto due = correction_due();
    if (on_ > due && blank(what.good_reason)) {
      return refuse("补正期限到{}为止，逾期补正的要记明正当理由；没有正当理由的，视为放弃申请（条例第三十条）", chinese_date(due));
    }
    return {};
  }

  // ---- Arts 32-34 ----
  Verdict operator()(const ConsultationSent& what) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (blank(what.party)) return refuse("请写明向谁征求意见");
    if (what.delivered && (*what.delivered < on_ || *what.delivered > local_date(recorded_))) {
      return refuse("征求意见书的收到日期应当在发出之后、今天之前");
    }
    const auto same = [&](const Consultation& each) { return !each.ended && each.kind == what.kind && each.party == what.party; };
    if (std::any_of(one_.consultations.begin(), one_.consultations.end(), same)) {
      return refuse("已经在征求{}的意见，不用再发", what.party);
    }
    return {};
  }
  Verdict operator()(const ConsultationDelivered& what) const {
    const auto consultation = open_consultation(what.consultation);
    if (!consultation) return fail(consultation.error());
    if ((*consultation)->delivered) return refuse("收到日期已经记过：{}", chinese_date(*(*consultation)->delivered));
    return not_before((*consultation)->sent, "发出征求意见书");
  }
  Verdict operator()(const ConsultationAnswered& what) const {
    const auto consultation = open_consultation(what.consultation);
    if (!consultation) return fail(consultation.error());
    return not_before((*consultation)->delivered.value_or((*consultation)->sent), "征求意见书送达");
  }
  Verdict operator()(const ConsultationEnded& what) const {
    const auto consultation = open_consultation(what.consultation);
    if (!consultation) return fail(consultation.error());
    if (blank(what.why)) return refuse("请写明为什么不再等待反馈意见");
    const auto due = opinion_due(**consultation, with_.calendar);
    if (due && on_ <= due->date) {
      return refuse("{}有15个工作日提出意见，到{}为止，现在不能结束（{}）", (*consultation)->party, chinese_date(due->date),
                    article_of((*consultation)->kind));
    }
    return not_before((*consultation)->sent, "发出征求意见书");
  }

  // ---- Arts 33, 35 ----
  Verdict operator()(const Extended& what) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (one_.delayed_until) {
      return refuse("答复日期已经按条例第三十五条定为{}，不再按第三十三条延长", chinese_date(*one_.delayed_until));
    }
    if (one_.extension > 0) return refuse("答复期限只能延长一次，已经延长过（条例第三十三条）");
    if (what.working_days < 1 || what.working_days > kMostExtensionDays) {
      return refuse("延长的期限最长20个工作日（条例第三十三条）");
    }
    if (blank(what.approved_by)) return refuse("延长答复期限应当经政府信息公开工作机构负责人同意，请写明是谁（条例第三十三条）");
    return before_due("延长", "第三十三条");
  }
  Verdict operator()(const ReasonsAsked&) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (one_.reasons_asked) return refuse("{}已经要求说明理由（条例第三十五条）", chinese_date(*one_.reasons_asked));
    return {};
  }
  Verdict operator()(const ReasonsGiven&) const {
    if (!one_.reasons_asked) return refuse("还没有要求申请人说明理由（条例第三十五条）");
    if (one_.reasons_given) return refuse("申请人的理由已经记过");
    if (auto in_order = during_handling(); !in_order) return in_order;
    return not_before(*one_.reasons_asked, "要求说明理由");
  }
  Verdict operator()(const ReplyDelayed& what) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (!one_.reasons_given) return refuse("申请人说明理由并且理由合理的，才可以确定延迟答复的期限（条例第三十五条）");
    if (auto in_order = not_before(*one_.reasons_given, "申请人说明理由"); !in_order) return in_order;
    if (auto in_order = before_due("确定延迟答复", "第三十五条"); !in_order) return in_order;
    if (!what.until.ok() || what.until <= reply_due(one_, with_, on_)->date) {
      return refuse("延迟答复的日期应当晚于现在的答复期限（条例第三十五条）");
    }
    return {};
  }

  // ---- 109号 ----
  Verdict operator()(const FeeNotified& what) const {
    if (auto in_order = next_of_handling("收费通知"); !in_order) return in_order;
    if (one_.fee_notified) return refuse("已经发过收费通知；按件、按量只能选一种（国办函〔2020〕109号）");
    if (what.yuan <= 0) return refuse("没有超出规定数量的，不收费（条例第四十二条）");
    return before_due("收费通知", "第三十三条；国办函〔2020〕109号");
  }
  Verdict operator()(const FeePaid&) const {
    if (one_.phase != Phase::AwaitingPayment) return refuse("没有等待缴纳的费用；{}", phase_in_the_way(one_));
    if (on_ > payment_due()) {
      return refuse("缴费期限到{}为止，逾期未缴视为放弃申请（国办函〔2020〕109号）", chinese_date(payment_due()));
    }
    return not_before(one_.latest, "上一步");
  }

  // ---- endings ----
  Verdict operator()(const Replied& what) const {
    if (one_.phase != Phase::Handling) return refuse("{}", phase_in_the_way(one_));
    if (auto in_order = not_before(one_.latest, "上一步"); !in_order) return in_order;
    for (const auto& verdict : {kind_allowed(what), parts_allowed(what), remedy_allowed(what), opinions_heard(what)}) {
      if (!verdict) return verdict;
    }
    return {};
  }
  Verdict operator()(const Served& what) const {
    if (one_.phase != Phase::ReplyMade) return refuse("没有等待送达的答复；{}", phase_in_the_way(one_));
    if (what.way == ServiceWay::Courier) return refuse("寄送答复只能交邮政企业，不能用快递公司（国办公开办函〔2016〕235号）");
    return not_before(*one_.replied, "作出答复");
  }
  Verdict operator()(const Lapsed&) const {
    const bool correction = one_.phase == Phase::AwaitingCorrection;
    if (!correction && one_.phase != Phase::AwaitingPayment) {
      return refuse("只有逾期不补正、逾期不缴费的，才视为放弃申请；{}", phase_in_the_way(one_));
    }
    const auto due = correction ? correction_due() : payment_due();
    if (on_ <= due) {
      return refuse("期限到{}为止，还没有过，不能视为放弃申请（{}）", chinese_date(due), correction ? "条例第三十条" : "国办函〔2020〕109号");
    }
    return not_before(one_.latest, "上一步");
  }
  Verdict operator()(const WithdrawnByApplicant&) const { return not_before(one_.latest, "上一步"); }
  Verdict operator()(const TakenBack&) const { return {}; }

 private:
  Date correction_due() const {
    return working_days_after(with_.calendar, *one_.correction_asked, one_.correction->working_days).date;
  }
  Date payment_due() const { return working_days_after(with_.calendar, *one_.fee_notified, kPaymentDays).date; }

  Verdict not_before(Date earliest, std::string_view what) const {
    if (on_ < earliest) return refuse("日期不能早于{}的日期{}", what, chinese_date(earliest));
    return {};
  }
  /// While the reply clock is open, and not before it began.
  Verdict during_handling() const {
    if (one_.phase != Phase::Handling) return refuse("{}", phase_in_the_way(one_));
    return not_before(*clock_start(one_, with_.rules), "期限起算");
  }
  /// As above, after all that went before, and nobody's opinion waited for: what begins another wait.
  Verdict next_of_handling(std::string_view what) const {
    if (auto in_order = during_handling(); !in_order) return in_order;
    if (auto in_order = not_before(one_.latest, "上一步"); !in_order) return in_order;
    for (const auto& consultation : one_.consultations) {
      if (waits_on(consultation, on_, with_.calendar)) {
        return refuse("正在征求{}的意见，结束以后才能{}", consultation.party, what);
      }
    }
    return {};
  }
  Verdict before_due(std::string_view what, std::string_view article) const {
    const auto due = reply_due(one_, with_, on_)->date;
    if (on_ <= due) return {};
    return refuse("答复期限到{}为止，已经过了，不能再{}（条例{}）", chinese_date(due), what, article);
  }
  Result<const Consultation*> open_consultation(int step) const {
    if (one_.phase != Phase::Handling) return refuse("{}", phase_in_the_way(one_));
    for (const auto& consultation : one_.consultations) {
      if (consultation.step != step) continue;
      if (consultation.ended) return refuse("征求{}的意见已于{}结束", consultation.party, chinese_date(*consultation.ended));
      return &consultation;
    }
    return refuse("第 {} 步不是征求意见", step);
  }
  static std::string_view article_of(ConsultationKind kind) {
    if (kind == ConsultationKind::OtherAgency) return "条例第三十三条";
    return kind == ConsultationKind::ThirdParty ? "条例第三十二条" : "条例第三十四条";
  }

  Verdict kind_allowed(const Replied& what) const {
    if (ends_without_reply(what.kind)) return refuse("“{}”不是答复，请用“视为放弃”或者“撤回”", reply_title(what.kind));
    if (what.kind == ReplyKind::StillUnclear && !one_.corrected) {
      return refuse("没有要求过补正，不能以补正后仍不明确答复（条例第三十条）");
    }
    if (what.kind == ReplyKind::Excessive && !one_.reasons_asked) {
      return refuse("应当先要求申请人说明理由，理由不合理的才不予处理（条例第三十五条）");
    }
    return {};
  }
  Verdict parts_allowed(const Replied& what) const {
    if (what.kind != ReplyKind::GrantedInPart) {
      if (what.withheld.empty()) return {};
      return refuse("只有部分公开的答复才列不公开部分的理由（条例第三十七条）");
    }
    if (what.withheld.empty()) return refuse("部分公开的，应当说明不公开部分的理由（条例第三十七条）");
    if (std::all_of(what.withheld.begin(), what.withheld.end(), withholds)) return {};
    return refuse("不公开部分的理由应当是第十四、十五、十六条规定的情形（条例第三十七条）");
  }
  Verdict remedy_allowed(const Replied& what) const {
    const bool open = rule_of(what.kind).remedy == RemedyRoute::OfficerDecides;
    if (!open && what.remedy) return refuse("这类答复的救济途径由法律规定，不能另选（行政复议法第二十三条）");
    if (!open) return {};
    if (what.remedy == RemedyRoute::ReviewFirst || what.remedy == RemedyRoute::ReviewOrSuit) return {};
    return refuse("部分公开的，请选定救济途径：先申请行政复议，或者行政复议、行政诉讼任选（行政复议法第二十三条）");
  }
  /// Nothing is disclosed while an opinion may still come, nor against a third party's reasons without the public interest.
  Verdict opinions_heard(const Replied& what) const {
    if (!discloses(what.kind) || what.kind == ReplyKind::AlreadyPublic) return {};
    for (const auto& consultation : one_.consultations) {
      if (waits_on(consultation, on_, with_.calendar)) {
        return refuse("正在征求{}的意见，还不能公开（{}）", consultation.party, article_of(consultation.kind));
      }
    }
    const bool kept_back =
        std::find(what.withheld.begin(), what.withheld.end(), ReplyKind::ThirdPartyInterest) != what.withheld.end();
    const auto objectors = standing_objectors(one_, with_.calendar);
    if (objectors.empty() || kept_back || !blank(what.public_interest)) return {};
    return refuse("{}有理由地不同意公开；认为不公开会对公共利益造成重大影响的，写明理由并书面告知第三方（条例第三十二条）",
                  join(objectors, "、"));
  }

  const Case& one_;
  Date on_;
  Instant recorded_;
  const Reckoning& with_;
};

/// What every step must have, and what a finished case takes.
Verdict judge(const Case& one, const Step& step, const Reckoning& with) {
  if (blank(step.by)) return refuse("请写明经办人");
  if (!step.on.ok()) return refuse("日期不存在");
  if (step.on > local_date(step.recorded)) return refuse("{}还没有到，不能先记", chinese_date(step.on));
  const bool arrives = std::holds_alternative<Arrived>(step.what);
  if (one.phase == Phase::Finished || (one.phase == Phase::Unreceived && !arrives)) {
    return refuse("{}", phase_in_the_way(one));
  }
  if (one.arrived && step.on < *one.arrived) return refuse("日期不能早于申请到达的{}", chinese_date(*one.arrived));
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
        return refuse("撤销以后，第 {} 步（{}）就不成立了：{}。请先撤销第 {} 步", i + 1, step_title(steps[i].what),
                      verdict.error().message, i + 1);
      }
    }
    fold_step(one, steps[i], static_cast<int>(i) + 1);
  }
  return {};
}

Result<Case> take_back(const Case& before, const Step& step, const TakenBack& what, const Reckoning& with) {
  if (blank(step.by)) return refuse("请写明经办人");
  if (blank(what.why)) return refuse("请写明为什么撤销");
  const auto index = static_cast<std::size_t>(what.step) - 1;
  if (what.step < 1 || index >= before.steps.size()) return refuse("没有第 {} 步", what.step);
  if (std::holds_alternative<TakenBack>(before.steps[index].what)) return refuse("撤销不能再撤销，请把那一步重新记一次");
  if (!steps_in_force(before.steps)[index]) return refuse("第 {} 步已经撤销过", what.step);
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
