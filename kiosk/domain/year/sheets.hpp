// The annual report's tables as they are printed: heads with joined cells, rows of labels and figures. What PDF, HTML and
// CSV are made from.
#pragma once

#include <string>
#include <vector>

#include "domain/year/report.hpp"

namespace mingting {

/// A cell that spans columns and rows; those it covers are not listed.
struct SheetCell {
  std::string text;
  int columns = 1, rows = 1;
  bool operator==(const SheetCell&) const = default;
};

struct ReportSheet {
  std::string title;
  int columns = 0;
  std::vector<std::vector<SheetCell>> rows;  ///< heads included, top to bottom
};

/// Part 2 is four small tables under one another in one sheet; money in 万元.
ReportSheet disclosure_sheet(const DisclosureTable& table);
ReportSheet application_sheet(const ApplicationTable& table);
ReportSheet dispute_sheet(const DisputeTable& table);

/// Every cell in its place, joined ones repeated in none: the text stands top left, the rest is "". For CSV.
std::vector<std::vector<std::string>> flat(const ReportSheet& sheet);

/// 三、本年度办理结果（三）不予公开 1.属于国家秘密: names a row in messages.
std::string row_name(ReportRow row);
/// 0.0123 for 12300 fen: 万元 without needless zeros.
std::string ten_thousands(std::int64_t fen);

}  // namespace mingting
