// One report from the register to its files. Nothing is kept unless everything was written.
#include "desk/year/making.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "desk/papers/case_papers.hpp"
#include "desk/year/report/paper.hpp"
#include "desk/year/report/report.hpp"

namespace mingting {
namespace {

using std::chrono::year;

/// Applications that count nowhere because their day of receipt is not confirmed (Art. 31).
std::int64_t unconfirmed_in(std::span<const CaseFigures> cases) {
  return std::count_if(cases.begin(), cases.end(), [](const CaseFigures& one) { return !one.received && !one.finished; });
}

Result<std::vector<Remark>> notes_on(const DeskWork& work, const AnnualReport& report, bool has_last_year) {
  std::vector<Remark> notes;
  if (!has_last_year) notes.push_back(remark("report-note.no-last-year", int{report.year} - 1));
  const auto cases = work.book.figures();
  if (!cases) return fail(cases.error());
  if (const auto count = unconfirmed_in(*cases); count > 0) notes.push_back(remark("report-note.unconfirmed", count));
  const auto lost = lost_in(work.book, report.year);
  if (!lost) return fail(lost.error());
  if (!lost->empty()) notes.push_back(remark("report-note.lost", lost_count(*lost), lost_places(*lost)));
  const auto kept = work.book.kept_report(report.year);
  if (!kept) return fail(kept.error());
  if (*kept && **kept != report) notes.push_back(remark("report-note.other-kept", int{report.year}));
  return notes;
}

Result<ReportMade> judged(const DeskWork& work, year of) {
  auto report = year_report(work.files, work.content, work.book, work.office, of);
  if (!report) return fail(report.error());
  const auto last_year = work.book.kept_report(of - std::chrono::years{1});
  if (!last_year) return fail(last_year.error());
  auto problems = report_problems(*report, *last_year);
  if (work.today().year() <= of) problems.push_back(remark("report.year-not-over", int{of}));
  auto notes = notes_on(work, *report, last_year->has_value());
  if (!notes) return fail(notes.error());
  return ReportMade{.report = std::move(*report), .problems = std::move(problems), .notes = std::move(*notes)};
}

Result<PaperFaces> open_paper_faces(const DeskWork& work) {
  const auto faces = paper_face_files(work.files, work.faces);
  if (!faces) return fail(faces.error());
  return PaperFaces::open(*faces);
}

Result<std::vector<ReportFile>> papers_of(const DeskWork& work, const ReportMade& made) {
  const ReportCover cover{work.office.agency, work.today(), made.problems.size()};
  const auto name = fmt::format("report-{}", int{made.report.year});
  const auto faces = open_paper_faces(work);
  if (!faces) return fail(faces.error());
  auto pdf = report_pdf(*faces, made.report, cover);
  if (!pdf) return fail(pdf.error());
  std::vector<ReportFile> files{{name + ".pdf", std::move(*pdf)}, {name + ".html", report_html(made.report, cover)}};
  for (auto& table : report_csv(made.report)) files.push_back(std::move(table));
  if (!made.units) return files;
  for (auto& table : report_csv(made.units->sum)) files.push_back({"all-" + table.name, std::move(table.bytes)});
  return files;
}

Result<std::vector<Path>> written(const DeskWork& work, const ReportMade& made, const Path& folder) {
  const auto files = papers_of(work, made);
  if (!files) return fail(files.error());
  if (auto ready = work.files.make_folders(folder); !ready) return fail(ready.error());
  std::vector<Path> paths;
  for (const auto& file : *files) {
    if (auto done = write_durably(work.files, folder / file.name, file.bytes); !done) return fail(done.error());
    paths.push_back(folder / file.name);
  }
  return paths;
}

Result<void> may_be_made(const DeskWork& work, int of) {
  if (of < kFirstReportYear || of > kLastReportYear) {
    return fail(Trouble::Refused, "report-making.no-such-year", kFirstReportYear, kLastReportYear);
  }
  if (year{of} > work.today().year()) return fail(Trouble::Refused, "report-making.year-to-come", of);
  return {};
}

}  // namespace

Result<ReportMade> make_report(const DeskWork& work, const ReportOptions& options) {
  if (auto may = may_be_made(work, options.year); !may) return fail(may.error());
  auto made = judged(work, year{options.year});
  if (!made) return fail(as_refusal(made.error()));
  if (!options.units.empty()) {
    auto units = read_units(work.files, options.units, made->report);
    if (!units) return fail(as_refusal(units.error()));
    made->units = std::move(*units);
  }
  auto files = written(work, *made, options.out);
  if (!files) return fail(files.error());
  made->files = std::move(*files);
  made->wanted = options.keep;
  if (!options.keep || !made->problems.empty()) return made;
  if (auto kept = work.book.keep_report(made->report, work.clerk); !kept) return fail(kept.error());
  made->kept = true;
  return made;
}

}  // namespace mingting
