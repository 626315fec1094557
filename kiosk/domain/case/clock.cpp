// The periods of one application: when they begin, what they leave out, when they end.
#include "domain/case/clock.hpp"

#include <algorithm>
#include <map>

#include "base/text/text.hpp"

namespace mingting {
namespace {

using namespace std::chrono;

Date next_day(Date date) { return Date{sys_days{date} + days{1}}; }

constexpr Named<ConsultationKind> kConsultationPauses[] = {
    {ConsultationKind::ThirdParty, "third-party", "征求第三方意见"},
    {ConsultationKind::JointMaker, "joint-maker", "征求共同制作机关意见"},
    {ConsultationKind::OtherAgency, "other-agency", "征求其他机关意见"},
};
constexpr Named<FeeClock> kFeePauses[] = {{FeeClock::PausesUntilPaid, "payment", "等待缴费"}};

template <class E, std::size_t N>
Pause pause_for(const Named<E> (&reasons)[N], E reason, Date sent, Date last) {
  return {next_day(sent), last, std::string(named(reasons, reason).title)};
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

/// Both languages have the same sentences, each in a table of its own.
class Counting {
 public:
  explicit Counting(bool english) : english_(english) {}

  template <class... Facts>
  Remark operator()(std::string_view name, const Facts&... facts) const {
    return remark(std::string(english_ ? "counting-en." : "counting.").append(name), facts...);
  }
  Remark day(Date date) const { return (*this)("day", date, english_date(date)); }
  std::string weekday(Date date) const { return english_ ? english_weekday(date) : chinese_weekday(date); }

 private:
  bool english_;
};

Remark counted_from(const Counting& counting, const Case& one, Date start) {
  if (start == one.fee_paid) return counting("from-payment", counting.day(start));
  return counting(start == one.corrected ? "from-correction" : "from-receipt", counting.day(start));
}

/// Why days are left out is the office's word, which is Chinese.
std::vector<Remark> left_out(const Counting& counting, const std::vector<CountedDay>& days) {
  std::map<std::string, int> counts;
  for (const auto& day : days) {
    if (day.reason == DayReason::Paused) ++counts[day.name];
  }
  std::vector<Remark> parts;
  for (const auto& [why, count] : counts) parts.push_back(counting("left-out", why, count));
  return parts;
}

/// Art. 32: an objection in time and with reasons stands; any other is weighed by the agency.
enum class LastWord { Agreement, ObjectionWeighed, ObjectionStands };

LastWord word_of(const Consultation& answered, const WorkCalendar& calendar) {
  if (*answered.opinion != Opinion::Objects) return LastWord::Agreement;
  const auto due = opinion_due(answered, calendar);
  const bool stands = !trimmed(answered.reasons).empty() && (!due || *answered.ended <= due->date);
  return stands ? LastWord::ObjectionStands : LastWord::ObjectionWeighed;
}

std::vector<std::string> parties_saying(LastWord wanted, const Case& one, const WorkCalendar& calendar) {
  std::map<std::string, LastWord> last_words;
  std::vector<std::string> parties;
  for (const auto& each : one.consultations) {
    if (each.kind != ConsultationKind::ThirdParty || !each.opinion) continue;
    if (last_words.insert_or_assign(each.party, word_of(each, calendar)).second)
      parties.push_back(each.party);
  }
  std::erase_if(parties, [&](const std::string& party) { return last_words[party] != wanted; });
  return parties;
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
  return parties_saying(LastWord::ObjectionStands, one, calendar);
}
std::vector<std::string> weighed_objectors(const Case& one, const WorkCalendar& calendar) {
  return parties_saying(LastWord::ObjectionWeighed, one, calendar);
}

std::vector<Pause> pauses(const Case& one, const Reckoning& with, Date today) {
  std::vector<Pause> all;
  for (const auto& consultation : one.consultations) {
    const auto last = end_of_wait(consultation, with.calendar, today);
    auto pause = pause_for(kConsultationPauses, consultation.kind, consultation.sent, last);
    if (pause.from <= pause.to) all.push_back(std::move(pause));
  }
  if (with.rules.fee_clock == FeeClock::PausesUntilPaid && one.fee_notified) {
    all.push_back(pause_for(kFeePauses, with.rules.fee_clock, *one.fee_notified, one.fee_paid.value_or(today)));
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

Remark how_counted(const Case& one, const Reckoning& with, Date today, bool english) {
  const auto due = reply_due(one, with, today);
  if (!due) return {};
  const Counting counting(english);
  std::vector<Remark> parts{counted_from(counting, one, *clock_start(one, with.rules)), counting("days", kReplyDays)};
  if (one.extension > 0) parts.push_back(counting("extension", one.extension));
  for (auto& each : left_out(counting, explain_reply_due(one, with, today))) parts.push_back(std::move(each));
  if (one.delayed_until == due->date) parts.push_back(counting("delayed"));
  return counting(due->provisional ? "provisional" : "until", parts, counting.day(due->date), counting.weekday(due->date));
}

}  // namespace mingting
