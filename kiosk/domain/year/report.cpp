// Counts cases and disputes into the tables of the annual report.
#include "domain/year/report.hpp"

namespace mingting {
namespace {

using namespace std::chrono;

void add(Figure& cell) { cell = cell.value_or(0) + 1; }

/// One more in the applicant's column and in the total.
void count(ApplicationTable& table, ReportRow row, ApplicantKind applicant) {
  add(table.at(row, static_cast<std::size_t>(applicant)));
  add(table.at(row, kTotalColumn));
}

OutcomeFigures& figures_for(DisputeTable& table, DisputeKind kind) {
  switch (kind) {
    case DisputeKind::SuitDirectly: return table.suits_directly;
    case DisputeKind::SuitAfterReview: return table.suits_after_review;
    case DisputeKind::Review: break;
  }
  return table.reviews;
}

Figure& cell_for(OutcomeFigures& figures, DisputeOutcome outcome) {
  switch (outcome) {
    case DisputeOutcome::Upheld: return figures.upheld;
    case DisputeOutcome::Corrected: return figures.corrected;
    case DisputeOutcome::Otherwise: return figures.otherwise;
    case DisputeOutcome::Open: break;
  }
  return figures.open;
}

}  // namespace

CaseFigures figures_of(const Case& one, ApplicantKind applicant) {
  return {applicant, one.received, one.finished, one.outcome};
}

ApplicationTable tally(std::span<const CaseFigures> cases, year year) {
  ApplicationTable table;
  for (auto& row : table.cells) row.fill(0);
  for (const auto& one : cases) {
    if (!one.received || one.received->year() > year) continue;
    if (one.finished && one.finished->year() < year) continue;
    count(table, one.received->year() == year ? ReportRow::Received : ReportRow::CarriedIn, one.applicant);
    if (one.finished && one.finished->year() == year) {
      count(table, rule_of(one.outcome.value_or(ReplyKind::OtherReply)).row, one.applicant);
      count(table, ReportRow::Finished, one.applicant);
    } else {
      count(table, ReportRow::CarriedOut, one.applicant);
    }
  }
  return table;
}

DisputeTable tally(std::span<const Dispute> disputes) {
  DisputeTable table;
  for (auto* figures : {&table.reviews, &table.suits_directly, &table.suits_after_review}) *figures = {0, 0, 0, 0, 0};
  for (const auto& dispute : disputes) {
    auto& figures = figures_for(table, dispute.kind);
    add(cell_for(figures, dispute.outcome));
    add(figures.total);
  }
  return table;
}

}  // namespace mingting
