// What can happen to an application, one value per recorded step. Nothing is ever deleted: a wrong step is taken back by
// another step. 条例 Art. 45: registration, review, handling, reply, archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/kind.hpp"
#include "domain/case/fees.hpp"
#include "domain/case/replies.hpp"
#include "domain/named.hpp"

namespace mingting {

/// 条例 Art. 31, and Art. 29 for what is spoken and written down by the office.
enum class ReceiptWay { InPerson, Spoken, SignedPost, OrdinaryLetter, Internet, Fax };

inline constexpr Named<ReceiptWay> kReceiptWays[] = {
    {ReceiptWay::InPerson, "in-person", "当面提交"},     {ReceiptWay::Spoken, "spoken", "口头申请"},
    {ReceiptWay::SignedPost, "signed-post", "签收邮件"}, {ReceiptWay::OrdinaryLetter, "letter", "平常信函"},
    {ReceiptWay::Internet, "internet", "互联网"},        {ReceiptWay::Fax, "fax", "传真"},
};

/// Art. 32: silence leaves it to the agency. Art. 34: silence is consent. Art. 33 alone: another agency, without a period.
enum class ConsultationKind { ThirdParty, JointMaker, OtherAgency };

inline constexpr Named<ConsultationKind> kConsultationKinds[] = {
    {ConsultationKind::ThirdParty, "third-party", "第三方"},
    {ConsultationKind::JointMaker, "joint-maker", "共同制作机关"},
    {ConsultationKind::OtherAgency, "other-agency", "其他机关"},
};

enum class Opinion { Agrees, Objects };

inline constexpr Named<Opinion> kOpinions[] = {
    {Opinion::Agrees, "agrees", "同意公开"},
    {Opinion::Objects, "objects", "不同意公开"},
};

/// 国办公开办函〔2016〕235号. Courier is here to be refused with its reason.
enum class ServiceWay { Direct, ThroughAgency, Post, Internet, Courier };

inline constexpr Named<ServiceWay> kServiceWays[] = {
    {ServiceWay::Direct, "direct", "直接送达"}, {ServiceWay::ThroughAgency, "through-agency", "委托其他机关代为送达"},
    {ServiceWay::Post, "post", "邮政寄送"},     {ServiceWay::Internet, "internet", "互联网送达"},
    {ServiceWay::Courier, "courier", "快递公司"},
};

/// Arrived on the step's day. `confirmed`: the day that counts for letters, internet and fax, when already known.
struct Arrived {
  ReceiptWay way = ReceiptWay::InPerson;
  std::optional<Date> confirmed;
  bool operator==(const Arrived&) const = default;
};
/// Letters, internet and fax: confirmed with the applicant on the step's day, which is the day of receipt (Art. 31).
struct ReceiptConfirmed {
  bool operator==(const ReceiptConfirmed&) const = default;
};
/// Art. 30: told on the step's day what is unclear, and given a period.
struct CorrectionAsked {
  std::string what;
  int working_days = 0;
  bool operator==(const CorrectionAsked&) const = default;
};
/// Art. 30: the clock starts anew. Late ones need a good reason.
struct CorrectionReceived {
  std::string good_reason;
  bool operator==(const CorrectionReceived&) const = default;
};
/// Arts 32-34: the letter went out on the step's day. `delivered` when already known.
struct ConsultationSent {
  ConsultationKind kind = ConsultationKind::ThirdParty;
  std::string party;
  std::optional<Date> delivered;
  bool operator==(const ConsultationSent&) const = default;
};
/// The letter reached them: their 15 working days begin. `consultation`: number of the step that sent it.
struct ConsultationDelivered {
  int consultation = 0;
  bool operator==(const ConsultationDelivered&) const = default;
};
struct ConsultationAnswered {
  int consultation = 0;
  Opinion opinion = Opinion::Agrees;
  std::string reasons;
  bool operator==(const ConsultationAnswered&) const = default;
};
/// Waited for no longer: another agency that does not answer, or a letter that cannot be delivered.
struct ConsultationEnded {
  int consultation = 0;
  std::string why;
  bool operator==(const ConsultationEnded&) const = default;
};
/// Art. 33: approved by the head of the disclosure office, and the applicant told.
struct Extended {
  int working_days = 0;
  std::string approved_by;
  bool operator==(const Extended&) const = default;
};
/// Art. 35: number or frequency clearly beyond reason; the applicant is asked why.
struct ReasonsAsked {
  bool operator==(const ReasonsAsked&) const = default;
};
struct ReasonsGiven {
  std::string reasons;
  bool operator==(const ReasonsGiven&) const = default;
};
/// Art. 35: the reasons hold, but it is too much: a later day, told to the applicant.
struct ReplyDelayed {
  Date until;
  bool operator==(const ReplyDelayed&) const = default;
};
/// 国办函〔2020〕109号: the applicant received the notice on the step's day.
struct FeeNotified {
  FeeBasis basis = FeeBasis::Items;
  std::int64_t yuan = 0;
  bool operator==(const FeeNotified&) const = default;
};
struct FeePaid {
  bool operator==(const FeePaid&) const = default;
};
/// The reply was made. `withheld`: grounds of the part not given (Art. 37). `public_interest`: why it is disclosed against a
/// third party's objection, told to them in writing (Art. 32). `remedy`: the officer's choice where the law leaves one.
struct Replied {
  ReplyKind kind = ReplyKind::Granted;
  std::vector<ReplyKind> withheld;
  std::string number;
  std::string public_interest;
  std::optional<RemedyRoute> remedy;
  bool operator==(const Replied&) const = default;
};
/// 国办公开办函〔2016〕235号: the day that counts is the day signed for (direct), or the day posted.
struct Served {
  ServiceWay way = ServiceWay::Direct;
  bool operator==(const Served&) const = default;
};
/// Abandoned: not corrected (Art. 30) or not paid (109号) in time; which one follows from what was waited for.
struct Lapsed {
  bool operator==(const Lapsed&) const = default;
};
struct WithdrawnByApplicant {
  std::string how;
  bool operator==(const WithdrawnByApplicant&) const = default;
};
/// Takes back the step of that number.
struct TakenBack {
  int step = 0;
  std::string why;
  bool operator==(const TakenBack&) const = default;
};

struct StepWhat : OneOf<
    Arrived, ReceiptConfirmed, CorrectionAsked, CorrectionReceived, ConsultationSent, ConsultationDelivered,
    ConsultationAnswered, ConsultationEnded, Extended, ReasonsAsked, ReasonsGiven, ReplyDelayed, FeeNotified, FeePaid,
    Replied, Served, Lapsed, WithdrawnByApplicant, TakenBack> {
  using OneOf::OneOf;
  StepWhat();
  StepWhat(const StepWhat& other);
  StepWhat(StepWhat&& other) noexcept;
  StepWhat& operator=(const StepWhat& other);
  StepWhat& operator=(StepWhat&& other) noexcept;
  ~StepWhat();
};

/// Who did what when. `on` is the day the law counts, `recorded` the moment it was written down.
struct Step {
  Date on{};
  std::string by;
  Instant recorded{};
  StepWhat what;
  bool operator==(const Step&) const = default;
};

/// 发出补正告知; for lists and messages.
std::string_view step_title(const StepWhat& what);

}  // namespace mingting
