#include "domain/case/replies.hpp"

#include <fmt/format.h>

#include <array>

namespace mingting {
namespace {

constexpr ReplyPoint kAlreadyPublic[] = {{"where", "在哪里、怎样可以获取"}};
constexpr ReplyPoint kGranted[] = {{"given", "提供的政府信息，或者获取的方式、途径和时间"}};
constexpr ReplyPoint kInPart[] = {{"given", "可以公开的部分，或者获取的方式、途径和时间"},
                                  {"withheld", "哪些内容没有公开"},
                                  {"reason", "不公开部分的理由和依据"}};
constexpr ReplyPoint kRefused[] = {{"reason", "不予公开的理由和依据"}};
constexpr ReplyPoint kThirdParty[] = {{"reason", "不予公开的理由和依据"},
                                      {"opinion", "征求第三方意见的情况", false}};
constexpr ReplyPoint kOwnRules[] = {{"rules", "适用的法律、行政法规的专门规定"},
                                    {"where", "依照该规定去哪里查询", false}};
constexpr ReplyPoint kNotExisting[] = {{"searched", "检索过程：查了哪里，用什么词，结果没有"}};
constexpr ReplyPoint kNotOurs[] = {{"reason", "不属于本机关负责公开的理由"},
                                   {"agency", "能够确定的，负责公开的机关的名称和联系方式", false}};
constexpr ReplyPoint kNeedsMaking[] = {{"reason", "需要对现有信息加工、分析的理由"}};
constexpr ReplyPoint kStillUnclear[] = {{"reason", "补正以后仍不明确的地方"},
                                        {"correction", "补正告知和收到补正的日期"}};
constexpr ReplyPoint kPetition[] = {{"reason", "不作为政府信息公开申请处理"},
                                    {"channel", "可以告知通过相应的渠道提出", false}};
constexpr ReplyPoint kRepeated[] = {{"earlier", "以前的答复：日期和文号"}, {"reason", "不予重复处理"}};
constexpr ReplyPoint kPublication[] = {{"where", "可以告知获取的途径", false}};
constexpr ReplyPoint kExcessive[] = {{"asked", "要求说明理由的日期和申请人的说明"}, {"reason", "理由不合理、不予处理"}};
constexpr ReplyPoint kReissue[] = {{"earlier", "以前获取该信息的情况"}, {"reason", "不予处理的理由"}};
constexpr ReplyPoint kOther[] = {{"reason", "处理的理由和依据"}};
constexpr ReplyPoint kCorrectionLapsed[] = {{"correction", "补正告知的日期、内容和期限"}};
constexpr ReplyPoint kFeeLapsed[] = {{"notice", "收费通知的日期、金额和缴费期限"}};

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

std::vector<std::string> missing_points(ReplyKind kind, const std::set<std::string>& said) {
  std::vector<std::string> missing;
  for (const auto& point : rule_of(kind).points) {
    if (point.required && !said.contains(std::string(point.key))) missing.emplace_back(point.what);
  }
  return missing;
}

const std::string& reviewer(AgencyLevel level, const RemedyBodies& bodies) {
  return level == AgencyLevel::Government ? bodies.city_government : bodies.district_government;
}

Result<std::string> remedy_line(RemedyRoute route, AgencyLevel level, const RemedyBodies& bodies, ServedOver served) {
  if (route == RemedyRoute::None) return std::string();
  if (route == RemedyRoute::OfficerDecides) {
    return fail(Trouble::Invalid, "部分公开的答复，救济途径由承办人员选定：先申请行政复议，或者行政复议、行政诉讼任选");
  }
  if (served == ServedOver::Internet && bodies.online_review.empty()) {
    return fail(Trouble::Invalid, "通过互联网送达的决定应当同时提供互联网申请复议的渠道（行政复议法第二十二条），请先填写");
  }
  const auto online = bodies.online_review.empty() ? "" : fmt::format("（也可以通过互联网申请：{}）", bodies.online_review);
  const auto review = fmt::format("自收到本告知之日起60日内向{}申请行政复议{}", reviewer(level, bodies), online);
  if (route == RemedyRoute::ReviewFirst) {
    return fmt::format("对本机关不予公开的决定不服的，应当先申请行政复议（行政复议法第二十三条）：可以{}；"
                       "对复议决定仍不服的，可以自收到复议决定书之日起15日内向{}提起行政诉讼。",
                       review, bodies.court);
  }
  return fmt::format("不服本告知的，可以{}，也可以自收到本告知之日起6个月内直接向{}提起行政诉讼。", review, bodies.court);
}

}  // namespace mingting
