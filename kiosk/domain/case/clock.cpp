#include "domain/case/clock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace mingting {
namespace {

using namespace std::chrono;

Date next_day(Date date) { return Date{sys_days{date} + days{1}}; }

std::string pause_reason(const Consultation& consultation) {
  return fmt::format("征求{}意见", named(kConsultationKinds, consultation.kind).title);
}

Date end_of_wait(const Consultation& consultation, const WorkCalendar& calendar, Date today) {
  auto end = consultation.ended.value_or(std::max(today, consultation.sent));
  if (const auto due = opinion_due(consultation, calendar)) end = std::min(end, due->date);
  return end;
}

bool has_reply_clock(const Case& one) {
  return one.received && (one.phase == Phase::Handling || one.phase == Phase::ReplyMade ||
                          (one.phase == Phase::Finished && one.reply));
}

std::string start_text(const Case& one, Date start) {
  const auto what = start == one.fee_paid ? "缴费" : start == one.corrected ? "收到补正后的申请" : "收到申请";
  return fmt::format("{}{}，当天不计", chinese_date(start), what);
}

}  // namespace

std::optional<Date> clock_start(const Case& one, const LocalRules& rules) {
  auto start = one.received;
  if (one.corrected) start = std::max(start, one.corrected);
  if (one.fee_paid && rules.fee_clock == FeeClock::RestartsWhenPaid) start = std::max(start, one.fee_paid);
  return start;
}

int clock_length(const Case& one) { return kReplyDays + one.extension; }

std::optional<Deadline> opinion_due(const Consultation& consultation, const WorkCalendar& calendar) {
  if (consultation.kind == ConsultationKind::OtherAgency || !consultation.delivered) return std::nullopt;
  return working_days_after(calendar, *consultation.delivered, kConsultationDays);
}

bool waits_on(const Consultation& consultation, Date day, const WorkCalendar& calendar) {
  if (day < consultation.sent || (consultation.ended && *consultation.ended <= day)) return false;
  const auto due = opinion_due(consultation, calendar);
  return !due || day <= due->date;
}

std::vector<std::string> standing_objectors(const Case& one, const WorkCalendar& calendar) {
  std::map<std::string, bool> last_words;
  std::vector<std::string> parties;
  for (const auto& each : one.consultations) {
    if (each.kind != ConsultationKind::ThirdParty || !each.opinion) continue;
    const auto due = opinion_due(each, calendar);
    const bool reasoned = *each.opinion == Opinion::Objects && !trimmed(each.reasons).empty();
    const bool first = last_words.insert_or_assign(each.party, reasoned && (!due || *each.ended <= due->date)).second;
    if (first) parties.push_back(each.party);
  }
  std::erase_if(parties, [&](const std::string& party) { return !last_words[party]; });
  return parties;
}

std::vector<Pause> pauses(const Case& one, const Reckoning& with, Date today) {
  std::vector<Pause> all;
  for (const auto& consultation : one.consultations) {
    Pause pause{next_day(consultation.sent), end_of_wait(consultation, with.calendar, today), pause_reason(consultation)};
    if (pause.from <= pause.to) all.push_back(std::move(pause));
  }
  if (with.rules.fee_clock == FeeClock::PausesUntilPaid && one.fee_notified) {
    all.push_back({next_day(*one.fee_notified), one.fee_paid.value_or(today), "等待缴费"});
  }
  return all;
}

std::optional<Deadline> reply_due(const Case& one, const Reckoning& with, Date today) {
  if (!has_reply_clock(one)) return std::nullopt;
  const auto left_out = pauses(one, with, today);
  auto due = working_days_after(with.calendar, *clock_start(one, with.rules), clock_length(one), left_out);
  if (one.delayed_until && *one.delayed_until > due.date) due = {*one.delayed_until, false};
  return due;
}

std::vector<CountedDay> explain_reply_due(const Case& one, const Reckoning& with, Date today) {
  if (!has_reply_clock(one)) return {};
  return explain(with.calendar, *clock_start(one, with.rules), clock_length(one), pauses(one, with, today));
}

std::string how_counted(const Case& one, const Reckoning& with, Date today) {
  const auto due = reply_due(one, with, today);
  if (!due) return {};
  std::vector<std::string> parts{start_text(one, *clock_start(one, with.rules)), fmt::format("{}个工作日", kReplyDays)};
  if (one.extension > 0) parts.push_back(fmt::format("延长{}个工作日", one.extension));
  std::map<std::string, int> left_out;
  for (const auto& day : explain_reply_due(one, with, today)) {
    if (day.reason == DayReason::Paused) ++left_out[day.name];
  }
  for (const auto& [why, count] : left_out) parts.push_back(fmt::format("{}的{}个工作日不计", why, count));
  if (one.delayed_until == due->date) parts.push_back("按第三十五条确定的延迟答复日期");
  const auto provisional = due->provisional ? "（暂定：这一年的放假安排还没有公布）" : "";
  return fmt::format("{}：到{}（{}）为止{}。", join(parts, "；"), chinese_date(due->date), chinese_weekday(due->date), provisional);
}

}  // namespace mingting
