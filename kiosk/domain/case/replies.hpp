// How an application can end: every kind of reply (条例 Arts 36-39), what each must say, the remedy it leaves, and the
// row of the annual report it counts in.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/named.hpp"

namespace mingting {

/// The last four are endings without a reply.
enum class ReplyKind {
  AlreadyPublic,       ///< 36(1)
  Granted,             ///< 36(2)
  GrantedInPart,       ///< 37
  StateSecret,         ///< 14
  BarredByLaw,         ///< 14
  PublicSecurity,      ///< 14 三安全一稳定
  ThirdPartyInterest,  ///< 15
  InternalAffairs,     ///< 16(1)
  ProcessInformation,  ///< 16(2)
  EnforcementFile,     ///< 16(2)
  OwnAccessRules,      ///< 36(7)
  NotExisting,         ///< 36(4)
  NotOurs,             ///< 36(5)
  NeedsMaking,         ///< 38
  StillUnclear,        ///< 30, after the correction
  Petition,            ///< 39(1)
  Repeated,            ///< 36(6)
  Publication,         ///< 39(2)
  Excessive,           ///< 35
  Reissue,             ///< confirming or issuing again what was received before
  OtherReply,
  CorrectionLapsed,    ///< 30
  FeeLapsed,           ///< 国办函〔2020〕109号
  Withdrawn,
};

inline constexpr Named<ReplyKind> kReplyKinds[] = {
    {ReplyKind::AlreadyPublic, "already-public", "已主动公开"},
    {ReplyKind::Granted, "granted", "予以公开"},
    {ReplyKind::GrantedInPart, "in-part", "部分公开"},
    {ReplyKind::StateSecret, "state-secret", "属于国家秘密，不予公开"},
    {ReplyKind::BarredByLaw, "barred-by-law", "法律、行政法规禁止公开，不予公开"},
    {ReplyKind::PublicSecurity, "public-security", "危及“三安全一稳定”，不予公开"},
    {ReplyKind::ThirdPartyInterest, "third-party", "保护第三方合法权益，不予公开"},
    {ReplyKind::InternalAffairs, "internal-affairs", "内部事务信息，不予公开"},
    {ReplyKind::ProcessInformation, "process", "过程性信息，不予公开"},
    {ReplyKind::EnforcementFile, "enforcement-file", "行政执法案卷信息，不予公开"},
    {ReplyKind::OwnAccessRules, "own-rules", "另有专门查询规定"},
    {ReplyKind::NotExisting, "not-existing", "政府信息不存在"},
    {ReplyKind::NotOurs, "not-ours", "不属于本机关负责公开"},
    {ReplyKind::NeedsMaking, "needs-making", "没有现成信息，需要加工、分析"},
    {ReplyKind::StillUnclear, "still-unclear", "补正后仍不明确"},
    {ReplyKind::Petition, "petition", "信访、投诉、举报类申请"},
    {ReplyKind::Repeated, "repeated", "重复申请"},
    {ReplyKind::Publication, "publication", "要求提供公开出版物"},
    {ReplyKind::Excessive, "excessive", "无正当理由大量、反复申请"},
    {ReplyKind::Reissue, "reissue", "要求确认或者重新出具已获取的信息"},
    {ReplyKind::OtherReply, "other", "其他处理"},
    {ReplyKind::CorrectionLapsed, "correction-lapsed", "逾期不补正，视为放弃申请"},
    {ReplyKind::FeeLapsed, "fee-lapsed", "逾期不缴费，视为放弃申请"},
    {ReplyKind::Withdrawn, "withdrawn", "申请人撤回申请"},
};

/// Rows of part 3 of the annual report (国办公开办函〔2021〕30号), in its order. The 21 leaves are
/// Granted to Else.
enum class ReportRow {
  Received,            ///< 一、本年新收
  CarriedIn,           ///< 二、上年结转
  Granted,             ///< 三（一）
  GrantedInPart,       ///< （二）
  StateSecret,         ///< （三）1
  BarredByLaw,         ///< 2
  PublicSecurity,      ///< 3
  ThirdParty,          ///< 4
  InternalAffairs,     ///< 5
  Process,             ///< 6
  EnforcementFile,     ///< 7
  AdministrativeQuery,  ///< 8
  NotHeld,             ///< （四）1
  NeedsMaking,         ///< 2
  StillUnclear,        ///< 3
  Petition,            ///< （五）1
  Repeated,            ///< 2
  Publication,         ///< 3
  Excessive,           ///< 4
  Reissue,             ///< 5
  CorrectionLapsed,    ///< （六）1
  FeeLapsed,           ///< 2
  Else,                ///< 3
  Finished,            ///< （七）总计
  CarriedOut,          ///< 四、结转下年度继续办理
};

/// Whether the applicant must ask for administrative review before a suit. 行政复议法(2023) Art. 23(1)(4) with 法释〔2025〕8号:
/// ReviewFirst for what is withheld under 条例 Arts 14-16; otherwise review or suit. OfficerDecides: a reply in part
/// mixes both, and the texts leave it open. None: nothing was decided.
enum class RemedyRoute { ReviewFirst, ReviewOrSuit, OfficerDecides, None };

inline constexpr Named<RemedyRoute> kRemedyRoutes[] = {
    {RemedyRoute::ReviewFirst, "review-first", "先申请行政复议"},
    {RemedyRoute::ReviewOrSuit, "review-or-suit", "行政复议或者行政诉讼"},
    {RemedyRoute::OfficerDecides, "officer-decides", "由承办人员选定"},
    {RemedyRoute::None, "none", "无"},
};

/// Something the reply must or may say.
struct ReplyPoint {
  std::string_view key;   ///< the template's place for it: reason, where, agency...
  std::string_view what;  ///< code of a remark that says it to the officer
  bool required = true;   ///< else: where known, or as the agency sees fit
};

struct ReplyRule {
  ReplyKind kind;
  std::string_view article;  ///< 《政府信息公开条例》第三十六条第（一）项
  std::span<const ReplyPoint> points;
  RemedyRoute remedy;
  ReportRow row;
};

const ReplyRule& rule_of(ReplyKind kind);
inline std::string_view reply_title(ReplyKind kind) { return named(kReplyKinds, kind).title; }

/// Whether something is handed over or shown (Arts 36(1)(2), 37).
bool discloses(ReplyKind kind);
/// Withheld under Arts 14, 15 or 16.
bool withholds(ReplyKind kind);
/// Lapsed and withdrawn applications end without a reply.
bool ends_without_reply(ReplyKind kind);

/// Required points that `said` has nothing for: the officer is told before the document is made.
std::vector<Remark> missing_points(ReplyKind kind, const std::set<std::string>& said);

// ---- remedies ------------------------------------------------------------------------------------------------------

/// Who decided. 行政复议法 Art. 24.
enum class AgencyLevel { Department, Township, Government };

inline constexpr Named<AgencyLevel> kAgencyLevels[] = {
    {AgencyLevel::Department, "department", "区政府工作部门"},
    {AgencyLevel::Township, "township", "街道办事处、乡镇人民政府"},
    {AgencyLevel::Government, "government", "区人民政府"},
};

/// Names the remedy line needs; data of the district. Which court hears it is local too (集中管辖), so it may be general.
struct RemedyBodies {
  std::string district_government = "南明区人民政府";
  std::string city_government = "贵阳市人民政府";
  std::string court = "有管辖权的人民法院";
  std::string online_review;  ///< where review can be asked for on the internet, else ""
};

/// Departments, street offices and townships -> the district's government; that -> the city's.
const std::string& reviewer(AgencyLevel level, const RemedyBodies& bodies);

/// How the decision reached the applicant; one served on the internet must offer review there (行政复议法 Art. 22).
enum class ServedOver { Paper, Internet };

/// The remedy line at the foot of the reply. 60 days for review (行政复议法 Art. 20), 15 days to sue after it (34), six months
/// to sue directly (行政诉讼法 Art. 46); that review comes first must be said (23(2)). Fails when the route is still to be
/// decided, or an internet reply has no internet address to offer. Without a code, so without words, for
/// RemedyRoute::None.
Result<Remark> remedy_line(RemedyRoute route, AgencyLevel level, const RemedyBodies& bodies,
                                ServedOver served = ServedOver::Paper);

}  // namespace mingting
