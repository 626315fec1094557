// Checks of the annual report: each looks at the tables alone and says what it saw.
#include "domain/year/checks.hpp"

#include <functional>

#include "base/text/text.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {
namespace {

using Faults = std::vector<Remark>;

constexpr std::string_view kTotal = "总计", kRules = "规章", kNormative = "行政规范性文件", kInForceColumn = "现行有效件数",
                           kReview = "行政复议", kSuitDirectly = "未经复议直接起诉", kSuitAfterReview = "复议后起诉";

std::string_view column_name(std::size_t column) {
  return column == kTotalColumn ? kTotal : kApplicantKinds[column].title;
}

/// A figure, and where it stands in the report.
struct Cell {
  std::string_view part;
  std::string row;
  std::string_view column;
  const Figure* figure;
};

template <class... Facts>
Remark fault_at(std::string_view code, const Cell& cell, const Facts&... facts) {
  return remark(code, cell.part, cell.row, cell.column, facts...);
}

void add_documents(std::vector<Cell>& cells, std::string_view name, const DocumentFigures& figures) {
  const std::string row(name);
  cells.push_back({kPart2, row, "本年制发件数", &figures.made});
  cells.push_back({kPart2, row, "本年废止件数", &figures.repealed});
  cells.push_back({kPart2, row, kInForceColumn, &figures.in_force});
}

void add_outcomes(std::vector<Cell>& cells, std::string_view name, const OutcomeFigures& figures) {
  const std::string row(name);
  cells.push_back({kPart4, row, "结果维持", &figures.upheld});
  cells.push_back({kPart4, row, "结果纠正", &figures.corrected});
  cells.push_back({kPart4, row, "其他结果", &figures.otherwise});
  cells.push_back({kPart4, row, "尚未审结", &figures.open});
  cells.push_back({kPart4, row, kTotal, &figures.total});
}

void add_applications(std::vector<Cell>& cells, const ApplicationTable& table) {
  for (std::size_t at = 0; at < kApplicationRows; ++at) {
    const auto row = static_cast<ReportRow>(at);
    for (std::size_t column = 0; column < kApplicationColumns; ++column) {
      cells.push_back({kPart3, row_name(row), column_name(column), &table.at(row, column)});
    }
  }
}

/// Every figure of the report, always in the same order.
std::vector<Cell> cells_of(const AnnualReport& report) {
  constexpr std::string_view kDecisions = "本年处理决定数量";
  std::vector<Cell> cells;
  add_documents(cells, kRules, report.disclosure.rules);
  add_documents(cells, kNormative, report.disclosure.normative);
  cells.push_back({kPart2, "行政许可", kDecisions, &report.disclosure.licences});
  cells.push_back({kPart2, "行政处罚", kDecisions, &report.disclosure.penalties});
  cells.push_back({kPart2, "行政强制", kDecisions, &report.disclosure.coercion});
  cells.push_back({kPart2, "行政事业性收费", "本年收费金额", &report.disclosure.charges_fen});
  add_applications(cells, report.applications);
  add_outcomes(cells, kReview, report.disputes.reviews);
  add_outcomes(cells, kSuitDirectly, report.disputes.suits_directly);
  add_outcomes(cells, kSuitAfterReview, report.disputes.suits_after_review);
  return cells;
}

/// The sum, or nothing when a figure is blank (that is said elsewhere).
Figure sum(std::initializer_list<Figure> figures) {
  std::int64_t total = 0;
  for (const auto& figure : figures) {
    if (!figure) return std::nullopt;
    total += *figure;
  }
  return total;
}

/// Adds the fault with both figures when they differ.
void compare(Faults& faults, const Figure& stated, const Figure& expected, Remark fault) {
  if (!stated || !expected || *stated == *expected) return;
  fault.facts.insert(fault.facts.end(), {Fact(*stated), Fact(*expected)});
  faults.push_back(std::move(fault));
}

void check_filled(Faults& faults, const AnnualReport& report) {
  for (const auto& cell : cells_of(report)) {
    if (!*cell.figure) faults.push_back(fault_at(report_fault::kBlank, cell));
    else if (**cell.figure < 0) faults.push_back(fault_at(report_fault::kNegative, cell, **cell.figure));
  }
}

Figure sum_of_columns(const ApplicationTable& table, ReportRow row) {
  Figure total = 0;
  for (std::size_t column = 0; column < kTotalColumn; ++column) total = sum({total, table.at(row, column)});
  return total;
}

Figure sum_of_rows(const ApplicationTable& table, ReportRow first, ReportRow last, std::size_t column) {
  Figure total = 0;
  for (auto row = static_cast<int>(first); row <= static_cast<int>(last); ++row) {
    total = sum({total, table.at(static_cast<ReportRow>(row), column)});
  }
  return total;
}

void check_applications(Faults& faults, const ApplicationTable& table) {
  for (std::size_t at = 0; at < kApplicationRows; ++at) {
    const auto row = static_cast<ReportRow>(at);
    compare(faults, table.total(row), sum_of_columns(table, row), remark(report_fault::kRowTotal, kPart3, row_name(row), kTotal));
  }
  for (std::size_t column = 0; column < kApplicationColumns; ++column) {
    compare(faults, table.at(ReportRow::Finished, column), sum_of_rows(table, ReportRow::Granted, ReportRow::Else, column),
            remark(report_fault::kColumnTotal, kPart3, column_name(column)));
    const auto in = sum({table.at(ReportRow::Received, column), table.at(ReportRow::CarriedIn, column)});
    const auto out = sum({table.at(ReportRow::Finished, column), table.at(ReportRow::CarriedOut, column)});
    compare(faults, in, out, remark(report_fault::kBalance, kPart3, column_name(column)));
  }
}

void check_outcomes(Faults& faults, std::string_view row, const OutcomeFigures& figures) {
  compare(faults, figures.total, sum({figures.upheld, figures.corrected, figures.otherwise, figures.open}),
          remark(report_fault::kOutcomeTotal, kPart4, row, kTotal));
}

// ---- prose ---------------------------------------------------------------------------------------------------------

/// Words before a number of applications (件), and what the tables say.
struct Phrase {
  std::string_view words;
  std::function<Figure(const AnnualReport&)> figure;
};

Figure group_total(const AnnualReport& report, ReportRow first, ReportRow last) {
  return sum_of_rows(report.applications, first, last, kTotalColumn);
}
Figure suits(const AnnualReport& report) {
  return sum({report.disputes.suits_directly.total, report.disputes.suits_after_review.total});
}

/// The longer words first where one holds another.
const std::vector<Phrase>& phrases() {
  static const std::vector<Phrase> kPhrases{
      {"结转下年度", [](const auto& r) { return r.applications.total(ReportRow::CarriedOut); }},
      {"上年结转", [](const auto& r) { return r.applications.total(ReportRow::CarriedIn); }},
      {"上年度结转", [](const auto& r) { return r.applications.total(ReportRow::CarriedIn); }},
      {"新收", [](const auto& r) { return r.applications.total(ReportRow::Received); }},
      {"予以公开", [](const auto& r) { return r.applications.total(ReportRow::Granted); }},
      {"部分公开", [](const auto& r) { return r.applications.total(ReportRow::GrantedInPart); }},
      {"不予公开", [](const auto& r) { return group_total(r, ReportRow::StateSecret, ReportRow::AdministrativeQuery); }},
      {"无法提供", [](const auto& r) { return group_total(r, ReportRow::NotHeld, ReportRow::StillUnclear); }},
      {"不予处理", [](const auto& r) { return group_total(r, ReportRow::Petition, ReportRow::Reissue); }},
      {"其他处理", [](const auto& r) { return group_total(r, ReportRow::CorrectionLapsed, ReportRow::Else); }},
      {"办结", [](const auto& r) { return r.applications.total(ReportRow::Finished); }},
      {"行政复议", [](const auto& r) { return r.disputes.reviews.total; }},
      {"行政诉讼", suits},
  };
  return kPhrases;
}

/// The figure just before the first 件 or 宗 of the text, spaces allowed; nothing without one. Full width is folded before.
Figure figure_before_unit(std::string_view text) {
  auto at = std::min(text.find("件"), text.find("宗"));
  if (at == std::string_view::npos) return std::nullopt;
  while (at > 0 && text[at - 1] == ' ') --at;
  const auto end = at;
  while (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') --at;
  if (at == end || end - at > 9) return std::nullopt;
  std::int64_t figure = 0;
  for (const char digit : text.substr(at, end - at)) figure = figure * 10 + (digit - '0');
  return figure;
}

std::vector<std::string> clauses_of(std::string_view prose) {
  auto text = fold_width(prose);
  for (const auto mark : {"，", "。", "；", "、", "：", "（", "）", ",", ";", ":", "(", ")"}) text = replace_all(text, mark, "\n");
  return split(text, '\n');
}

void check_clause(Faults& faults, const AnnualReport& report, const std::string& clause) {
  for (const auto& phrase : phrases()) {
    const auto at = clause.find(phrase.words);
    if (at == std::string::npos) continue;
    const auto stated = figure_before_unit(std::string_view(clause).substr(at + phrase.words.size()));
    const auto expected = phrase.figure(report);
    if (stated && expected && *stated != *expected) {
      faults.push_back(remark(report_fault::kProse, trimmed(clause), phrase.words, *expected));
    }
    return;
  }
}

// ---- other reports -------------------------------------------------------------------------------------------------

void check_in_force(Faults& faults, std::string_view row, const DocumentFigures& now, const DocumentFigures& before) {
  if (!now.repealed) return;
  compare(faults, now.in_force, sum({before.in_force, now.made, -*now.repealed}),
          remark(report_fault::kInForce, kPart2, row, kInForceColumn));
}

}  // namespace

std::vector<Remark> check_report(const AnnualReport& report) {
  Faults faults;
  check_filled(faults, report);
  check_applications(faults, report.applications);
  check_outcomes(faults, kReview, report.disputes.reviews);
  check_outcomes(faults, kSuitDirectly, report.disputes.suits_directly);
  check_outcomes(faults, kSuitAfterReview, report.disputes.suits_after_review);
  for (const auto& clause : clauses_of(report.prose)) check_clause(faults, report, clause);
  return faults;
}

std::vector<Remark> check_against_last_year(const AnnualReport& report, const AnnualReport& last_year) {
  Faults faults;
  for (std::size_t column = 0; column < kApplicationColumns; ++column) {
    compare(faults, report.applications.at(ReportRow::CarriedIn, column),
            last_year.applications.at(ReportRow::CarriedOut, column), remark(report_fault::kCarriedIn, kPart3, column_name(column)));
  }
  check_in_force(faults, kRules, report.disclosure.rules, last_year.disclosure.rules);
  check_in_force(faults, kNormative, report.disclosure.normative, last_year.disclosure.normative);
  return faults;
}

std::vector<Remark> check_sum_of_units(const AnnualReport& whole, std::span<const AnnualReport> units) {
  Faults faults;
  const auto stated = cells_of(whole);
  std::vector<Figure> sums(stated.size(), 0);
  for (const auto& unit : units) {
    const auto own = cells_of(unit);
    for (std::size_t i = 0; i < own.size(); ++i) sums[i] = sum({sums[i], *own[i].figure});
  }
  for (std::size_t i = 0; i < stated.size(); ++i) {
    compare(faults, *stated[i].figure, sums[i], fault_at(report_fault::kSumOfUnits, stated[i]));
  }
  return faults;
}

}  // namespace mingting
