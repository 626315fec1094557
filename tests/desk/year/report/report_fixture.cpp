// What happened in the small year, and what is written about it?
#include "desk/year/report/report_fixture.hpp"

namespace mingting {

Office sample_office() {
  Office office;
  office.site = "nanming";
  office.agency = "南明区人民政府办公室";
  return office;
}

DisclosureTable sample_disclosure() { return {{0, 0, 0}, {4, 2, 40}, 1200, 30, 5, 123'456}; }

std::vector<CaseFigures> sample_year() {
  return {{ApplicantKind::Person, day_of("2026-03-02"), day_of("2026-03-20"), ReplyKind::Granted},
          {ApplicantKind::Company, day_of("2025-12-30"), day_of("2026-01-05"), ReplyKind::StateSecret},
          {ApplicantKind::LegalService, day_of("2026-12-20"), std::nullopt, std::nullopt},
          {ApplicantKind::Other, day_of("2026-05-04"), day_of("2026-05-05"), ReplyKind::Withdrawn}};
}

std::vector<RegisteredDispute> sample_disputes() {
  return {{.id = 1, .kind = DisputeKind::Review, .opened = day_of("2026-04-01"), .closed = day_of("2026-06-01"), .outcome = DisputeOutcome::Upheld},
          {.id = 2, .kind = DisputeKind::SuitAfterReview, .opened = day_of("2026-07-01"), .closed = day_of("2027-02-01"), .outcome = DisputeOutcome::Corrected}};
}

AnnualReport sample_report(const ReportSources& sources) {
  auto report = report_tables(sources, std::chrono::year{2026});
  const auto prose = report_prose(kWrittenWords, "report.toml", report, sample_office(), sources);
  EXPECT_TRUE(prose) << (prose ? "" : worded(prose.error()));
  report.prose = prose.value_or("");
  return report;
}

ReportCover sample_cover(std::size_t problems) { return {"南明区人民政府办公室", day_of("2027-01-20"), problems}; }

std::vector<CaseFigures> random_cases(RandomSource& random, std::uint32_t count) {
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

const PaperFaces& report_faces() {
  static const PaperFaces faces = [] {
    auto opened = PaperFaces::open(paper_face_files(disk(), Path(MINGTING_SOURCE) / "fonts/fonts.toml").value());
    if (!opened) std::abort();
    return std::move(*opened);
  }();
  return faces;
}

}  // namespace mingting
