// The tables of the annual report: parts 2, 3 and 4 as 国办公开办函〔2021〕30号 prints them (for 2021 and later), counted from
// cases. Printed as rows of text by sheets.hpp, judged by checks.hpp. 条例 Arts 49, 50.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "domain/case/clock.hpp"

namespace mingting {

/// A figure that may not have been filled in; the form wants 0, never a blank.
using Figure = std::optional<std::int64_t>;

// ---- part 2: 主动公开政府信息情况 ------------------------------------------------------------------------------------

/// 第二十条第（一）项, one row.
struct DocumentFigures {
  Figure made, repealed, in_force;
  bool operator==(const DocumentFigures&) const = default;
};

struct DisclosureTable {
  DocumentFigures rules;       ///< 规章
  DocumentFigures normative;   ///< 行政规范性文件
  Figure licences;             ///< 第（五）项 行政许可
  Figure penalties, coercion;  ///< 第（六）项 行政处罚, 行政强制
  Figure charges_fen;          ///< 第（八）项 行政事业性收费, in fen (0.01 yuan); printed in 万元
  bool operator==(const DisclosureTable&) const = default;
};

// ---- part 3: 收到和处理政府信息公开申请情况 -----------------------------------------------------------------------------

enum class ApplicantKind { Person, Company, Research, PublicBenefit, LegalService, Other };

inline constexpr Named<ApplicantKind> kApplicantKinds[] = {
    {ApplicantKind::Person, "person", "自然人"},
    {ApplicantKind::Company, "company", "商业企业"},
    {ApplicantKind::Research, "research", "科研机构"},
    {ApplicantKind::PublicBenefit, "charity", "社会公益组织"},
    {ApplicantKind::LegalService, "legal-service", "法律服务机构"},
    {ApplicantKind::Other, "other-organisation", "其他"},
};

inline constexpr std::size_t kApplicantKindCount = std::size(kApplicantKinds);
inline constexpr std::size_t kTotalColumn = kApplicantKindCount;
inline constexpr std::size_t kApplicationColumns = kApplicantKindCount + 1;
inline constexpr std::size_t kApplicationRows = static_cast<std::size_t>(ReportRow::CarriedOut) + 1;

/// Rows in ReportRow's order, columns in ApplicantKind's and the total last.
struct ApplicationTable {
  std::array<std::array<Figure, kApplicationColumns>, kApplicationRows> cells{};
  Figure& at(ReportRow row, std::size_t column) { return cells[static_cast<std::size_t>(row)][column]; }
  const Figure& at(ReportRow row, std::size_t column) const { return cells[static_cast<std::size_t>(row)][column]; }
  const Figure& total(ReportRow row) const { return at(row, kTotalColumn); }
  bool operator==(const ApplicationTable&) const = default;
};

/// What the tally needs of one application. `received` is nothing while the day of receipt is not confirmed (Art. 31): such
/// a one counts nowhere, not even when it is withdrawn.
struct CaseFigures {
  ApplicantKind applicant = ApplicantKind::Person;
  std::optional<Date> received;
  std::optional<Date> finished;
  std::optional<ReplyKind> outcome;  ///< with `finished`
  bool operator==(const CaseFigures&) const = default;
};
CaseFigures figures_of(const Case& one, ApplicantKind applicant);

/// Part 3 of the year. Each application counts once: new in the year of its receipt, finished in the year its reply was
/// served (235号; our reading for the report) or it lapsed or was withdrawn, and as carried on between.
ApplicationTable tally(std::span<const CaseFigures> cases, std::chrono::year year);

// ---- part 4: 政府信息公开行政复议、行政诉讼情况 -------------------------------------------------------------------------

struct OutcomeFigures {
  Figure upheld;     ///< 结果维持
  Figure corrected;  ///< 结果纠正
  Figure otherwise;  ///< 其他结果
  Figure open;       ///< 尚未审结
  Figure total;
  bool operator==(const OutcomeFigures&) const = default;
};

struct DisputeTable {
  OutcomeFigures reviews;             ///< 行政复议
  OutcomeFigures suits_directly;      ///< 行政诉讼 未经复议直接起诉
  OutcomeFigures suits_after_review;  ///< 行政诉讼 复议后起诉
  bool operator==(const DisputeTable&) const = default;
};

/// How one review or suit stands at the end of the year.
enum class DisputeKind { Review, SuitDirectly, SuitAfterReview };
enum class DisputeOutcome { Upheld, Corrected, Otherwise, Open };

inline constexpr Named<DisputeKind> kDisputeKinds[] = {
    {DisputeKind::Review, "review", "行政复议"},
    {DisputeKind::SuitDirectly, "suit-directly", "未经复议直接起诉"},
    {DisputeKind::SuitAfterReview, "suit-after-review", "复议后起诉"},
};
inline constexpr Named<DisputeOutcome> kDisputeOutcomes[] = {
    {DisputeOutcome::Upheld, "upheld", "结果维持"},
    {DisputeOutcome::Corrected, "corrected", "结果纠正"},
    {DisputeOutcome::Otherwise, "otherwise", "其他结果"},
    {DisputeOutcome::Open, "open", "尚未审结"},
};

struct Dispute {
  DisputeKind kind = DisputeKind::Review;
  DisputeOutcome outcome = DisputeOutcome::Open;
};
DisputeTable tally(std::span<const Dispute> disputes);

// ---- the report ----------------------------------------------------------------------------------------------------

struct AnnualReport {
  std::chrono::year year{};
  DisclosureTable disclosure;
  ApplicationTable applications;
  DisputeTable disputes;
  std::string prose;  ///< parts 1, 5 and 6
  bool operator==(const AnnualReport&) const = default;
};

/// The six parts, in order: 一、总体情况 ...
inline constexpr std::array<std::string_view, 6> kReportParts{
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项"};

}  // namespace mingting
