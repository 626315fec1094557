// Inside report*.cpp only: what all shapes of the report share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/year/report/report.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {

inline constexpr std::string_view kNotFilled = "未填";
/// Begins a part that is still an example.
inline constexpr std::string_view kSampleMark = "〔示例〕";

/// The sheets of parts 2, 3 and 4, blanks said in words.
std::vector<ReportSheet> report_sheets(const AnnualReport& report);
/// Figures are numbers or blanks; everything else in a sheet is a head.
bool is_figure(const SheetCell& cell);
/// The rule printed in the corner of part 3: it heads nothing.
bool is_corner(const SheetCell& cell);
/// 草稿：还有 3 处问题……; "" for a report that is in order.
std::string draft_words(const ReportCover& cover);

}  // namespace mingting
