// What the law asks of each kind of reply.
#include "domain/case/replies.hpp"

namespace mingting {
namespace {

constexpr ReplyPoint kAlreadyPublic[] = {{"where", "reply-point.where"}};
constexpr ReplyPoint kGranted[] = {{"given", "reply-point.given"}};
constexpr ReplyPoint kInPart[] = {{"given", "reply-point.given-part"},
                                  {"withheld", "reply-point.withheld"},
                                  {"reason", "reply-point.withheld-reason"}};
constexpr ReplyPoint kRefused[] = {{"reason", "reply-point.refusal-reason"}};
constexpr ReplyPoint kThirdParty[] = {{"reason", "reply-point.refusal-reason"},
                                      {"opinion", "reply-point.opinion", false}};
constexpr ReplyPoint kOwnRules[] = {{"rules", "reply-point.rules"},
                                    {"where", "reply-point.where-by-rules", false}};
constexpr ReplyPoint kNotExisting[] = {{"searched", "reply-point.searched"}};
constexpr ReplyPoint kNotOurs[] = {{"reason", "reply-point.not-ours"},
                                   {"agency", "reply-point.agency", false}};
constexpr ReplyPoint kNeedsMaking[] = {{"reason", "reply-point.needs-making"}};
constexpr ReplyPoint kStillUnclear[] = {{"reason", "reply-point.still-unclear"},
                                        {"correction", "reply-point.correction"}};
constexpr ReplyPoint kPetition[] = {{"reason", "reply-point.petition"},
                                    {"channel", "reply-point.channel", false}};
constexpr ReplyPoint kRepeated[] = {{"earlier", "reply-point.earlier"}, {"reason", "reply-point.repeated"}};
constexpr ReplyPoint kPublication[] = {{"where", "reply-point.where-published", false}};
constexpr ReplyPoint kExcessive[] = {{"asked", "reply-point.asked"}, {"reason", "reply-point.excessive"}};
constexpr ReplyPoint kReissue[] = {{"earlier", "reply-point.earlier-access"}, {"reason", "reply-point.reissue"}};
constexpr ReplyPoint kOther[] = {{"reason", "reply-point.other"}};
constexpr ReplyPoint kCorrectionLapsed[] = {{"correction", "reply-point.correction-notice"}};
constexpr ReplyPoint kFeeLapsed[] = {{"notice", "reply-point.fee-notice"}};

constexpr auto kReview = RemedyRoute::ReviewFirst;
constexpr auto kEither = RemedyRoute::ReviewOrSuit;

// Rows: our reading of the row names and the articles; no source states the mapping as a whole.
constexpr ReplyRule kRules[] = {
    {ReplyKind::AlreadyPublic, "《政府信息公开条例》第三十六条第（一）项", kAlreadyPublic, kEither, ReportRow::Granted},
    {ReplyKind::Granted, "《政府信息公开条例》第三十六条第（二）项", kGranted, kEither, ReportRow::Granted},
    {ReplyKind::GrantedInPart, "《政府信息公开条例》第三十七条", kInPart, RemedyRoute::OfficerDecides,
     ReportRow::GrantedInPart},
    {ReplyKind::StateSecret, "《政府信息公开条例》第十四条、第三十六条第（三）项", kRefused, kReview,
     ReportRow::StateSecret},
    {ReplyKind::BarredByLaw, "《政府信息公开条例》第十四条、第三十六条第（三）项", kRefused, kReview,
     ReportRow::BarredByLaw},
    {ReplyKind::PublicSecurity, "《政府信息公开条例》第十四条、第三十六条第（三）项", kRefused, kReview,
     ReportRow::PublicSecurity},
    {ReplyKind::ThirdPartyInterest, "《政府信息公开条例》第十五条、第三十六条第（三）项", kThirdParty, kReview,
     ReportRow::ThirdParty},
    {ReplyKind::InternalAffairs, "《政府信息公开条例》第十六条第一款、第三十六条第（三）项", kRefused, kReview,
     ReportRow::InternalAffairs},
    {ReplyKind::ProcessInformation, "《政府信息公开条例》第十六条第二款、第三十六条第（三）项", kRefused, kReview,
     ReportRow::Process},
    {ReplyKind::EnforcementFile, "《政府信息公开条例》第十六条第二款、第三十六条第（三）项", kRefused, kReview,
     ReportRow::EnforcementFile},
    {ReplyKind::OwnAccessRules, "《政府信息公开条例》第三十六条第（七）项", kOwnRules, kEither,
     ReportRow::AdministrativeQuery},
    {ReplyKind::NotExisting, "《政府信息公开条例》第三十六条第（四）项", kNotExisting, kEither, ReportRow::NotHeld},
    {ReplyKind::NotOurs, "《政府信息公开条例》第三十六条第（五）项", kNotOurs, kEither, ReportRow::NotHeld},
    {ReplyKind::NeedsMaking, "《政府信息公开条例》第三十八条", kNeedsMaking, kEither, ReportRow::NeedsMaking},
    {ReplyKind::StillUnclear, "《政府信息公开条例》第三十条", kStillUnclear, kEither, ReportRow::StillUnclear},
    {ReplyKind::Petition, "《政府信息公开条例》第三十九条第一款", kPetition, kEither, ReportRow::Petition},
    {ReplyKind::Repeated, "《政府信息公开条例》第三十六条第（六）项", kRepeated, kEither, ReportRow::Repeated},
    {ReplyKind::Publication, "《政府信息公开条例》第三十九条第二款", kPublication, kEither, ReportRow::Publication},
    {ReplyKind::Excessive, "《政府信息公开条例》第三十五条", kExcessive, kEither, ReportRow::Excessive},
    {ReplyKind::Reissue, "", kReissue, kEither, ReportRow::Reissue},
    {ReplyKind::OtherReply, "", kOther, kEither, ReportRow::Else},
    {ReplyKind::CorrectionLapsed, "《政府信息公开条例》第三十条", kCorrectionLapsed, kEither,
     ReportRow::CorrectionLapsed},
    {ReplyKind::FeeLapsed, "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）", kFeeLapsed, kEither,
     ReportRow::FeeLapsed},
    {ReplyKind::Withdrawn, "", {}, RemedyRoute::None, ReportRow::Else},
};

}  // namespace

const ReplyRule& rule_of(ReplyKind kind) {
  return *std::find_if(std::begin(kRules), std::end(kRules), [kind](const auto& rule) { return rule.kind == kind; });
}

bool discloses(ReplyKind kind) {
  return kind == ReplyKind::AlreadyPublic || kind == ReplyKind::Granted || kind == ReplyKind::GrantedInPart;
}

bool withholds(ReplyKind kind) { return kind >= ReplyKind::StateSecret && kind <= ReplyKind::EnforcementFile; }

bool ends_without_reply(ReplyKind kind) { return kind >= ReplyKind::CorrectionLapsed; }

std::vector<Remark> missing_points(ReplyKind kind, const std::set<std::string>& said) {
  std::vector<Remark> missing;
  for (const auto& point : rule_of(kind).points) {
    if (point.required && !said.contains(std::string(point.key))) missing.push_back(remark(point.what));
  }
  return missing;
}

const std::string& reviewer(AgencyLevel level, const RemedyBodies& bodies) {
  return level == AgencyLevel::Government ? bodies.city_government : bodies.district_government;
}

Result<Remark> remedy_line(RemedyRoute route, AgencyLevel level, const RemedyBodies& bodies, ServedOver served) {
  if (route == RemedyRoute::None) return Remark{};
  if (route == RemedyRoute::OfficerDecides) return fail(Trouble::Invalid, "remedy-line.undecided");
  if (served == ServedOver::Internet && bodies.online_review.empty()) return fail(Trouble::Invalid, "remedy-line.no-internet");
  const auto& by = reviewer(level, bodies);
  const auto review = bodies.online_review.empty() ? remark("remedy-line.review", by)
                                                   : remark("remedy-line.review-online", by, bodies.online_review);
  const auto line = route == RemedyRoute::ReviewFirst ? "remedy-line.review-first" : "remedy-line.review-or-suit";
  return remark(line, review, bodies.court);
}

}  // namespace mingting
