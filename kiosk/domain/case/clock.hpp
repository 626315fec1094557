// The clock of one application (条例 Arts 30-36): a case is what its recorded steps make of it. Steps the law does not allow
// are refused with the article; recorded ones are only ever taken back by another step.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/remark.hpp"
#include "domain/calendar/working_days.hpp"
#include "domain/case/local_rules.hpp"
#include "domain/case/steps.hpp"

namespace mingting {

inline constexpr int kCorrectionNoticeDays = 7;  ///< Art. 30
inline constexpr int kReplyDays = 20;            ///< Art. 33
inline constexpr int kMostExtensionDays = 20;    ///< Art. 33
inline constexpr int kConsultationDays = 15;     ///< Arts 32, 34
inline constexpr int kPaymentDays = 20;          ///< 国办函〔2020〕109号

/// Where a case stands. One at a time, so one clock at a time.
enum class Phase {
  Unreceived,            ///< nothing recorded, or the receipt was taken back
  AwaitingConfirmation,  ///< Art. 31: arrived, the day of receipt is still open
  Handling,              ///< the reply clock runs, or stands still for a consultation
  AwaitingCorrection,    ///< Art. 30: waiting for the applicant
  AwaitingPayment,       ///< 109号: waiting for the applicant
  ReplyMade,             ///< to be served; the clock still runs (235号)
  Finished,
};

inline constexpr Named<Phase> kPhases[] = {
    {Phase::Unreceived, "unreceived", "未登记"},
    {Phase::AwaitingConfirmation, "awaiting-confirmation", "待确认收到日期"},
    {Phase::Handling, "handling", "办理中"},
    {Phase::AwaitingCorrection, "awaiting-correction", "待申请人补正"},
    {Phase::AwaitingPayment, "awaiting-payment", "待申请人缴费"},
    {Phase::ReplyMade, "reply-made", "已作出答复，待送达"},
    {Phase::Finished, "finished", "已办结"},
};

/// Somebody asked for an opinion. `step`: number of the step that sent it.
struct Consultation {
  int step = 0;
  ConsultationKind kind = ConsultationKind::ThirdParty;
  std::string party;
  Date sent{};
  std::optional<Date> delivered;
  std::optional<Date> ended;  ///< answered, or waited for no longer
  std::optional<Opinion> opinion;
  std::string reasons;
  bool operator==(const Consultation&) const = default;
};

/// One application. Holds facts only: dates of what happened, never a computed deadline, so that new holiday data moves
/// what is still to come and never makes a recorded step unlawful.
struct Case {
  Case();
  Case(const Case& other);
  Case(Case&& other) noexcept;
  Case& operator=(const Case& other);
  Case& operator=(Case&& other) noexcept;
  ~Case();

  std::vector<Step> steps;  ///< all that was recorded, number 1 first; those taken back included
  Phase phase = Phase::Unreceived;
  ReceiptWay way = ReceiptWay::InPerson;
  std::optional<Date> arrived, received;
  std::optional<CorrectionAsked> correction;
  std::optional<Date> correction_asked, corrected;
  std::vector<Consultation> consultations;
  int extension = 0;  ///< working days
  std::optional<Date> reasons_asked, reasons_given, delayed_until;
  std::optional<FeeNotified> fee;
  std::optional<Date> fee_notified, fee_paid;
  std::optional<Replied> reply;
  std::optional<Date> replied;
  std::optional<Date> finished;      ///< the day the reply was served, or the case lapsed or was withdrawn
  std::optional<ReplyKind> outcome;  ///< with `finished`
  Date latest{};                     ///< of the days of all steps in force
};

/// What the clock is reckoned with.
struct Reckoning {
  const WorkCalendar& calendar;
  const LocalRules& rules;
};

/// The case that the steps make. Never fails: recorded steps were judged when they were recorded. Steps that make no sense
/// where they stand change nothing.
Case case_of(std::span<const Step> steps);
/// Whether each step is in force, i.e. neither taken back nor a taking back.
std::vector<bool> steps_in_force(std::span<const Step> steps);

/// The case with the step added, or why the law or good order does not allow it, naming the article. The step is kept as
/// judged (`steps.back()`): the day that counts for an internet application may have been filled in by LocalRules.
Result<Case> record(const Case& before, const Step& step, const Reckoning& with);

// ---- what follows from a case -------------------------------------------------------------------------------------

/// The reply period's day 0: the day of receipt, of the corrected application, or of payment.
std::optional<Date> clock_start(const Case& one, const LocalRules& rules);
/// 20 working days and the extension.
int clock_length(const Case& one);
/// The last day for the opinion asked for; nothing while the letter is under way, or for another agency (no period in law).
std::optional<Deadline> opinion_due(const Consultation& consultation, const WorkCalendar& calendar);
/// Whether an answer is still waited for on the day.
bool waits_on(const Consultation& consultation, Date day, const WorkCalendar& calendar);
/// Art. 32: the third parties whose last word is an objection in time and with reasons. Late ones and those without reasons
/// leave it to the agency.
std::vector<std::string> standing_objectors(const Case& one, const WorkCalendar& calendar);
/// Art. 32: those whose last word is an objection that is late or without reasons.
std::vector<std::string> weighed_objectors(const Case& one, const WorkCalendar& calendar);
/// Days the reply period leaves out (Art. 33: asking third parties and other agencies): those after the letter went out, up
/// to the answer or the end of the 15 days. One that lasts is taken to end on `today`.
std::vector<Pause> pauses(const Case& one, const Reckoning& with, Date today);
/// The last day to reply and serve it. Nothing while no reply clock is open. While a consultation lasts it moves on day by day.
std::optional<Deadline> reply_due(const Case& one, const Reckoning& with, Date today);
std::vector<CountedDay> explain_reply_due(const Case& one, const Reckoning& with, Date today);
/// 2026年9月11日收到申请，当天不计；20个工作日；……：到2026年10月15日为止。 Without a code, so without words, where there is no due day.
Remark how_counted(const Case& one, const Reckoning& with, Date today, bool english = false);

enum class ClockState { NotStarted, Running, Stopped, Ended };

inline constexpr Named<ClockState> kClockStates[] = {
    {ClockState::NotStarted, "not-started", "未起算"},
    {ClockState::Running, "running", "计时中"},
    {ClockState::Stopped, "stopped", "期限中止"},
    {ClockState::Ended, "ended", "已结束"},
};

/// What is to be done next and by when. `name` is fixed.
struct NextStep {
  std::string name;  ///< confirm, correct-by, lapse, opinion, deliver, pay-by, reply, serve, ask-correction
  Remark what;
  std::optional<Deadline> by;
  bool ours = true;      ///< else the applicant or somebody else acts
  int days_left = 0;     ///< working days to `by`; negative when it is over
  bool overdue = false;  ///< the day is past
  bool operator==(const NextStep&) const = default;
};

struct Standing {
  Phase phase = Phase::Unreceived;
  ClockState clock = ClockState::NotStarted;
  std::optional<Deadline> due;
  int days_used = 0;   ///< working days of the reply period gone by
  int days_left = 0;   ///< of the reply period; negative when overdue
  bool overdue = false;  ///< served late, or not yet served after the due day
  std::vector<NextStep> next;  ///< most urgent first; empty when finished
};
Standing standing(const Case& one, const Reckoning& with, Date today);

/// The dates a case waits for, by name: 答复期限, 补正告知期限, 补正期限, 缴费期限, 征求意见期限（the party）.
struct NamedDeadline {
  Remark name;
  Deadline deadline;
};
std::vector<NamedDeadline> open_deadlines(const Case& one, const Reckoning& with, Date today);

/// One deadline of a case, by its name, under the old notice and the new.
struct MovedDeadline {
  Remark name;
  Deadline before, after;
  bool operator==(const MovedDeadline&) const = default;
};

/// A case whose next dates a new notice moves.
struct MovedCase {
  std::size_t index = 0;  ///< in the span given
  std::vector<MovedDeadline> moved;
};
/// What new holiday data changes in open cases: reply, correction, opinions, payment. Finished ones never move.
std::vector<MovedCase> moved_cases(std::span<const Case> cases, const Reckoning& before, const Reckoning& after, Date today);

}  // namespace mingting
