// Every check an annual report must pass before it goes out; what fails is a remark that names the table, row and column.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/remark.hpp"
#include "domain/year/report.hpp"

namespace mingting {

/// What can be wrong with a report, and the facts each remark has, in order. `part` is 二, 三 or 四; rows and columns are named
/// as the form prints them. The words are in assets/strings/told/report.toml.
namespace report_fault {
inline constexpr std::string_view kBlank = "report.blank",              ///< part, row, column
    kNegative = "report.negative",                                     ///< part, row, column, figure
    kRowTotal = "report.row-total",                                    ///< part, row, column, stated, expected
    kOutcomeTotal = "report.outcome-total",                            ///< part, row, column, stated, expected
    kInForce = "report.in-force",                                      ///< part, row, column, stated, expected
    kSumOfUnits = "report.sum-of-units",                               ///< part, row, column, stated, expected
    kColumnTotal = "report.column-total",                              ///< part, column, stated, expected
    kCarriedIn = "report.carried-in",                                  ///< part, column, stated, expected
    kBalance = "report.balance",                                       ///< part, column, both sides
    kProse = "report.prose";                                           ///< clause, words in it, expected
}  // namespace report_fault

/// The parts with tables, as the form numbers them.
inline constexpr std::string_view kPart2 = "二", kPart3 = "三", kPart4 = "四";

/// Within the report: no blanks and nothing negative, in parts 2-4; 总计 = the six columns in every row; （七）= the 21 leaves
/// and 第一项 + 第二项 = 第三项 + 第四项 in every column; totals of part 4; figures in the prose as in the tables. A figure that
/// is blank is named once and left out of the sums.
std::vector<Remark> check_report(const AnnualReport& report);
/// Against the year before: 上年结转 = its 结转下年度 in every column; 现行有效 = its 现行有效 + 制发 − 废止.
std::vector<Remark> check_against_last_year(const AnnualReport& report, const AnnualReport& last_year);
/// A report that gathers several: every figure = the sum of the units' own.
std::vector<Remark> check_sum_of_units(const AnnualReport& whole, std::span<const AnnualReport> units);

}  // namespace mingting
