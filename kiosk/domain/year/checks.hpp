// Every check an annual report must pass before it goes out; failures are sentences that name the table, row and column.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/year/report.hpp"

namespace mingting {

/// Within the report: no blanks and nothing negative, in parts 2-4; 总计 = the six columns in every row; （七）= the 21 leaves
/// and 第一项 + 第二项 = 第三项 + 第四项 in every column; totals of part 4; figures in the prose as in the tables. A figure that
/// is blank is named once and left out of the sums.
std::vector<std::string> check_report(const AnnualReport& report);
/// Against the year before: 上年结转 = its 结转下年度 in every column; 现行有效 = its 现行有效 + 制发 − 废止.
std::vector<std::string> check_against_last_year(const AnnualReport& report, const AnnualReport& last_year);
/// A report that gathers several: every figure = the sum of the units' own.
std::vector<std::string> check_sum_of_units(const AnnualReport& whole, std::span<const AnnualReport> units);

}  // namespace mingting
