// The year's report (条例 Arts 49, 50; 国办公开办函〔2021〕30号) as a value: tables from the register, words from
// content/desk/report.toml, and what keeps it from going out. How it looks: paper.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "desk/agency/office.hpp"
#include "desk/register/register.hpp"
#include "domain/year/report.hpp"

namespace mingting {

/// Years a report can be made for: the tables are those of 2021 and later.
inline constexpr int kFirstReportYear = 2021, kLastReportYear{kLastYear};

/// One figure of part 2: as it is typed (`key` or `title`), and where it stands.
struct DisclosureSlot {
  std::string_view key, title, what;
  bool money = false;  ///< typed in 万元, kept in fen
  Figure& (*figure)(DisclosureTable&);
};
/// All ten, in the form's order. Their titles are places in report.toml too.
std::span<const DisclosureSlot> disclosure_slots();

/// What the tables are counted from.
struct ReportSources {
  std::vector<CaseFigures> cases;
  std::optional<DisclosureTable> disclosure;  ///< nothing: part 2 was not entered, and stays blank
  std::vector<RegisteredDispute> disputes;
  std::int64_t fees_yuan = 0;                 ///< paid in the year, for part 6
  std::vector<LostOfKiosk> lost{};            ///< declared in the year: nobody knows what they asked, so no table counts them
};

/// Reviews and suits as they stand at the end of the year (our reading, the form does not say): opened by then, and not closed
/// in an earlier year. One closed later is still open. So one that lasts over New Year stands in both years' reports, as
/// open in the first and with its outcome in the second.
std::vector<Dispute> disputes_of_year(std::span<const RegisteredDispute> disputes, std::chrono::year year);

/// What was declared lost in the year.
Result<std::vector<LostOfKiosk>> lost_in(Register& desk, std::chrono::year year);
std::uint64_t lost_count(std::span<const LostOfKiosk> lost);
/// 自助机“一楼大厅”第 2 至 3 号: each of them.
std::vector<Remark> lost_places(std::span<const LostOfKiosk> lost);

/// Parts 2, 3 and 4; no words yet.
AnnualReport report_tables(const ReportSources& sources, std::chrono::year year);

/// Tables and words of the year. The report is as complete as the register: report_problems says what is wanting.
Result<AnnualReport> year_report(FileSystem& files, const Path& content, Register& desk, const Office& office,
                                 std::chrono::year year);

/// Everything that keeps the report from going out; empty when it may. All checks of domain/year/checks.hpp (with last year's
/// report and the units' own where there are any), part 2 not entered, parts not written or still examples.
std::vector<Remark> report_problems(const AnnualReport& report, const std::optional<AnnualReport>& last_year,
                                    std::span<const AnnualReport> units = {});

/// The paragraphs of a part (index into kReportParts) of the report's words.
std::vector<std::string> report_part(const AnnualReport& report, std::size_t part);

}  // namespace mingting
