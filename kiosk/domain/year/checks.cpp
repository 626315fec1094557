#include "domain/year/checks.hpp"

#include <fmt/format.h>

#include <functional>

#include "base/text.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {
namespace {

using Complaints = std::vector<std::string>;

std::string column_name(std::size_t column) {
  return column == kTotalColumn ? "总计" : std::string(kApplicantKinds[column].title);
}

/// A figure with the words that find it in the report.
struct Cell {
  std::string name;
  const Figure* figure;
};

void add_documents(std::vector<Cell>& cells, std::string_view name, const DocumentFigures& figures) {
  cells.push_back({fmt::format("第二部分“{}”本年制发件数", name), &figures.made});
  cells.push_back({fmt::format("第二部分“{}”本年废止件数", name), &figures.repealed});
  cells.push_back({fmt::format("第二部分“{}”现行有效件数", name), &figures.in_force});
}

void add_outcomes(std::vector<Cell>& cells, std::string_view name, const OutcomeFigures& figures) {
  cells.push_back({fmt::format("第四部分“{}”结果维持", name), &figures.upheld});
  cells.push_back({fmt::format("第四部分“{}”结果纠正", name), &figures.corrected});
  cells.push_back({fmt::format("第四部分“{}”其他结果", name), &figures.otherwise});
  cells.push_back({fmt::format("第四部分“{}”尚未审结", name), &figures.open});
  cells.push_back({fmt::format("第四部分“{}”总计", name), &figures.total});
}

std::string application_cell(ReportRow row, std::size_t column) {
  return fmt::format("第三部分“{}”{}", row_name(row), column_name(column));
}

/// Every figure of the report, always in the same order.
std::vector<Cell> cells_of(const AnnualReport& report) {
  std::vector<Cell> cells;
  add_documents(cells, "规章", report.disclosure.rules);
  add_documents(cells, "行政规范性文件", report.disclosure.normative);
  cells.push_back({"第二部分“行政许可”本年处理决定数量", &report.disclosure.licences});
  cells.push_back({"第二部分“行政处罚”本年处理决定数量", &report.disclosure.penalties});
  cells.push_back({"第二部分“行政强制”本年处理决定数量", &report.disclosure.coercion});
  cells.push_back({"第二部分“行政事业性收费”本年收费金额", &report.disclosure.charges_fen});
  for (std::size_t row = 0; row < kApplicationRows; ++row) {
    for (std::size_t column = 0; column < kApplicationColumns; ++column) {
      const auto name = static_cast<ReportRow>(row);
      cells.push_back({application_cell(name, column), &report.applications.at(name, column)});
    }
  }
  add_outcomes(cells, "行政复议", report.disputes.reviews);
  add_outcomes(cells, "未经复议直接起诉", report.disputes.suits_directly);
  add_outcomes(cells, "复议后起诉", report.disputes.suits_after_review);
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

void compare(Complaints& complaints, const Figure& stated, const Figure& expected, const std::string& sentence) {
  if (stated && expected && *stated != *expected) {
    complaints.push_back(fmt::format("{}：表中是{}，应当是{}", sentence, *stated, *expected));
  }
}

void check_filled(Complaints& complaints, const AnnualReport& report) {
  for (const auto& cell : cells_of(report)) {
    if (!*cell.figure) complaints.push_back(cell.name + "没有填，没有的请填0");
    else if (**cell.figure < 0) complaints.push_back(fmt::format("{}是{}，不能小于0", cell.name, **cell.figure));
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

void check_applications(Complaints& complaints, const ApplicationTable& table) {
  for (std::size_t row = 0; row < kApplicationRows; ++row) {
    const auto name = static_cast<ReportRow>(row);
    compare(complaints, table.total(name), sum_of_columns(table, name), application_cell(name, kTotalColumn) + "不等于左边六列之和");
  }
  for (std::size_t column = 0; column < kApplicationColumns; ++column) {
    compare(complaints, table.at(ReportRow::Finished, column), sum_of_rows(table, ReportRow::Granted, ReportRow::Else, column),
            fmt::format("第三部分{}列，（七）总计不等于（一）至（六）各项之和", column_name(column)));
    const auto in = sum({table.at(ReportRow::Received, column), table.at(ReportRow::CarriedIn, column)});
    const auto out = sum({table.at(ReportRow::Finished, column), table.at(ReportRow::CarriedOut, column)});
    if (in && out && *in != *out) {
      complaints.push_back(fmt::format("第三部分{}列，第一项加第二项是{}，第三项加第四项是{}，应当相等", column_name(column), *in, *out));
    }
  }
}

void check_outcomes(Complaints& complaints, std::string_view name, const OutcomeFigures& figures) {
  compare(complaints, figures.total, sum({figures.upheld, figures.corrected, figures.otherwise, figures.open}),
          fmt::format("第四部分“{}”总计不等于四项之和", name));
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

void check_clause(Complaints& complaints, const AnnualReport& report, const std::string& clause) {
  for (const auto& phrase : phrases()) {
    const auto at = clause.find(phrase.words);
    if (at == std::string::npos) continue;
    const auto stated = figure_before_unit(std::string_view(clause).substr(at + phrase.words.size()));
    const auto expected = phrase.figure(report);
    if (stated && expected && *stated != *expected) {
      complaints.push_back(fmt::format("正文“{}”与表格不一致：“{}”表中是{}", trimmed(clause), phrase.words, *expected));
    }
    return;
  }
}

// ---- other reports -------------------------------------------------------------------------------------------------

void check_in_force(Complaints& complaints, std::string_view name, const DocumentFigures& now, const DocumentFigures& before) {
  if (!now.repealed) return;
  compare(complaints, now.in_force, sum({before.in_force, now.made, -*now.repealed}),
          fmt::format("第二部分“{}”现行有效件数不等于上年现行有效加本年制发减本年废止", name));
}

}  // namespace

std::vector<std::string> check_report(const AnnualReport& report) {
  Complaints complaints;
  check_filled(complaints, report);
  check_applications(complaints, report.applications);
  check_outcomes(complaints, "行政复议", report.disputes.reviews);
  check_outcomes(complaints, "未经复议直接起诉", report.disputes.suits_directly);
  check_outcomes(complaints, "复议后起诉", report.disputes.suits_after_review);
  for (const auto& clause : clauses_of(report.prose)) check_clause(complaints, report, clause);
  return complaints;
}

std::vector<std::string> check_against_last_year(const AnnualReport& report, const AnnualReport& last_year) {
  Complaints complaints;
  for (std::size_t column = 0; column < kApplicationColumns; ++column) {
    compare(complaints, report.applications.at(ReportRow::CarriedIn, column),
            last_year.applications.at(ReportRow::CarriedOut, column),
            fmt::format("第三部分{}列，上年结转不等于上年报告的结转下年度继续办理", column_name(column)));
  }
  check_in_force(complaints, "规章", report.disclosure.rules, last_year.disclosure.rules);
  check_in_force(complaints, "行政规范性文件", report.disclosure.normative, last_year.disclosure.normative);
  return complaints;
}

std::vector<std::string> check_sum_of_units(const AnnualReport& whole, std::span<const AnnualReport> units) {
  Complaints complaints;
  const auto stated = cells_of(whole);
  std::vector<Figure> sums(stated.size(), 0);
  for (const auto& unit : units) {
    const auto own = cells_of(unit);
    for (std::size_t i = 0; i < own.size(); ++i) sums[i] = sum({sums[i], *own[i].figure});
  }
  for (std::size_t i = 0; i < stated.size(); ++i) {
    compare(complaints, *stated[i].figure, sums[i], stated[i].name + "不等于各单位之和");
  }
  return complaints;
}

}  // namespace mingting
