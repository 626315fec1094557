// What keeps a report from going out.
#include <iterator>

#include "desk/year/report/prose.hpp"
#include "desk/year/report/report.hpp"
#include "domain/year/checks.hpp"

namespace mingting {
namespace {

constexpr std::size_t kProseParts[] = {0, 4, 5};

/// One problem for a part 2 that nobody entered, instead of one for each of its ten cells.
void say_part_2_once(std::vector<Remark>& problems, const AnnualReport& report) {
  if (report.disclosure != DisclosureTable{}) return;
  std::erase_if(problems, [](const Remark& problem) {
    return problem.code == report_fault::kBlank && problem.facts.front() == Fact(kPart2);
  });
  problems.insert(problems.begin(), remark("report.part-2-not-entered", int{report.year}));
}

void add_prose_problems(std::vector<Remark>& problems, const AnnualReport& report) {
  for (const auto part : kProseParts) {
    const auto paragraphs = report_part(report, part);
    const bool sample = !paragraphs.empty() && paragraphs.front().starts_with(kSampleMark);
    if (!paragraphs.empty() && !sample) continue;
    problems.push_back(remark(sample ? "report.part-still-sample" : "report.part-unwritten", kReportParts[part], part + 1));
  }
}

void append(std::vector<Remark>& all, std::vector<Remark> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Remark> report_problems(const AnnualReport& report, const std::optional<AnnualReport>& last_year,
                                    std::span<const AnnualReport> units) {
  auto problems = check_report(report);
  say_part_2_once(problems, report);
  if (last_year) append(problems, check_against_last_year(report, *last_year));
  if (!units.empty()) append(problems, check_sum_of_units(report, units));
  add_prose_problems(problems, report);
  return problems;
}

}  // namespace mingting
