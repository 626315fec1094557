// A small year of work, and the words of a report that somebody wrote.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/random.hpp"
#include "base/said/words.hpp"
#include "desk/papers/case_papers.hpp"
#include "desk/year/report/paper.hpp"
#include "desk/year/report/prose.hpp"
#include "desk/year/report/report.hpp"
#include "domain/desk_fixture.hpp"

namespace mingting {

inline const std::string kWrittenWords = R"(
[part-1]
text = """
{年份}年，新收政府信息公开申请{新收}件，上年结转{上年结转}件；办结{办结}件，结转下年度继续办理{结转下年度}件。
予以公开{予以公开}件，不予公开{ 不予公开 }件，其他处理{其他处理}件。行政复议{行政复议}件，行政诉讼{行政诉讼}件。行政许可{行政许可}件，收费{收费万元}万元。
"""
[part-5]
text = "{机关}去年说的问题改好了。"
[part-6]
text = "收取信息处理费{信息处理费}元。"
)";

inline Office sample_office() {
  Office office;
  office.site = "nanming";
  office.agency = "南明区人民政府办公室";
  return office;
}

inline DisclosureTable sample_disclosure() { return {{0, 0, 0}, {4, 2, 40}, 1200, 30, 5, 123'456}; }

inline std::vector<CaseFigures> sample_year() {
  return {{ApplicantKind::Person, day_of("2026-03-02"), day_of("2026-03-20"), ReplyKind::Granted},
          {ApplicantKind::Company, day_of("2025-12-30"), day_of("2026-01-05"), ReplyKind::StateSecret},
          {ApplicantKind::LegalService, day_of("2026-12-20"), std::nullopt, std::nullopt},
          {ApplicantKind::Other, day_of("2026-05-04"), day_of("2026-05-05"), ReplyKind::Withdrawn}};
}

inline std::vector<RegisteredDispute> sample_disputes() {
  return {{.id = 1, .kind = DisputeKind::Review, .opened = day_of("2026-04-01"), .closed = day_of("2026-06-01"), .outcome = DisputeOutcome::Upheld},
          {.id = 2, .kind = DisputeKind::SuitAfterReview, .opened = day_of("2026-07-01"), .closed = day_of("2027-02-01"), .outcome = DisputeOutcome::Corrected}};
}

inline AnnualReport sample_report(const ReportSources& sources = {sample_year(), sample_disclosure(), sample_disputes(), 38}) {
  auto report = report_tables(sources, std::chrono::year{2026});
  const auto prose = report_prose(kWrittenWords, "report.toml", report, sample_office(), sources);
  EXPECT_TRUE(prose) << (prose ? "" : worded(prose.error()));
  report.prose = prose.value_or("");
  return report;
}

inline ReportCover sample_cover(std::size_t problems = 0) { return {"南明区人民政府办公室", day_of("2027-01-20"), problems}; }

/// Received over three years, every kind of applicant and ending.
inline std::vector<CaseFigures> random_cases(RandomSource& random, std::uint32_t count) {
  std::vector<CaseFigures> cases;
  for (std::uint32_t i = 0; i < count; ++i) {
    CaseFigures one{kApplicantKinds[random.below(std::size(kApplicantKinds))].value, std::nullopt, std::nullopt, std::nullopt};
    const auto received = std::chrono::sys_days{day_of("2025-01-01")} + std::chrono::days{random.below(3 * 365)};
    if (random.below(20) > 0) one.received = Date{received};
    if (random.below(4) > 0) {
      one.finished = Date{received + std::chrono::days{random.below(120)}};
      one.outcome = kReplyKinds[random.below(std::size(kReplyKinds))].value;
    }
    cases.push_back(one);
  }
  return cases;
}

/// The faces of official papers, opened once for all tests of the program.
inline const PaperFaces& report_faces() {
  static const PaperFaces faces = [] {
    auto opened = PaperFaces::open(paper_face_files(disk(), Path(MINGTING_SOURCE) / "fonts/fonts.toml").value());
    if (!opened) std::abort();
    return std::move(*opened);
  }();
  return faces;
}

}  // namespace mingting
