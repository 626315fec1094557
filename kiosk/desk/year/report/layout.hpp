// Inside year/report/ only: what all shapes of the report share. Its words are looked up here, as a paper's are.
#pragma once

#include <string>
#include <vector>

#include "desk/year/report/paper.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {

/// 南明区人民政府办公室2026年政府信息公开工作年度报告
std::string report_title(const std::string& agency, std::chrono::year year);
/// 草稿：还有 3 处问题……; "" for a report that is in order.
std::string draft_words(const ReportCover& cover);

/// The sheets of parts 2, 3 and 4, blanks said in words.
std::vector<ReportSheet> report_sheets(const AnnualReport& report);
/// Figures are numbers or blanks; everything else in a sheet is a head.
bool is_figure(const SheetCell& cell);
/// The rule printed in the corner of part 3: it heads nothing.
bool is_corner(const SheetCell& cell);

}  // namespace mingting
