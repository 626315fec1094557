// The report on paper: six parts in order, the tables as the form prints them, each whole on its page where it fits.
#include <fmt/format.h>

#include <algorithm>

#include "base/text/text.hpp"
#include "desk/year/report/layout.hpp"
#include "desk/year/report/report.hpp"
#include "paper/pages/official_layout.hpp"
#include "paper/pages/table_page.hpp"
#include "paper/pdf/pdf_writer.hpp"

namespace mingting {
namespace {

constexpr TypeStyle kTitle{21, 34, Weight::Bold}, kHeading{14, 24, Weight::Bold}, kText{12.5, 23, Weight::Regular};
constexpr TypeStyle kDraft{12, 20, Weight::Bold}, kFolio{10, 14, Weight::Regular};
constexpr TableLook kTableLook{.size = 9.5, .leading = 12.5, .side = 3.5, .above = 3.2};
constexpr TableLook kRoomyLook{.size = 10, .leading = 13, .side = 5, .above = 3};

/// Shares of the measure by part.
std::vector<double> widths_of(std::size_t part) {
  if (part == 1) return {30, 24, 24, 24};
  if (part == 2) return {24, 50, 166.3, 34.4, 34.4, 34.4, 34.4, 34.4, 34.4, 34.4};
  return std::vector<double>(15, 1.0);
}

/// （三）不予公开 in a narrow column: the number above the words.
std::string words_of(const SheetCell& cell) {
  const bool group = cell.rows > 1 && cell.columns == 1 && cell.text.starts_with("（");
  return group ? replace_all(cell.text, "）", "）\n") : cell.text;
}

/// Part 3's leaves begin at the left, everything else is centred; heads are bold.
TablePage table_of(const ReportSheet& sheet, std::size_t part) {
  TablePage table{widths_of(part), {}, 0};
  bool in_head = true;
  for (const auto& row : sheet.rows) {
    const bool figures = std::any_of(row.begin(), row.end(), is_figure);
    in_head = in_head && !figures;
    if (in_head && part != 1) ++table.head_rows;
    std::vector<TableCell> cells;
    for (const auto& cell : row) {
      const bool corner = is_corner(cell);
      const bool head = !figures && !corner, leaf = part == 2 && figures && !is_figure(cell) && cell.rows == 1;
      cells.push_back({words_of(cell), cell.columns, cell.rows, leaf ? CellAlign::Left : CellAlign::Centre,
                       head ? Weight::Bold : Weight::Regular});
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

class ReportSetter {
 public:
  ReportSetter(const PaperFaces& faces, const AnnualReport& report, const ReportCover& cover)
      : report_(report), cover_(cover), sheets_(report_sheets(report)), page_(faces, grid_) {}

  Result<std::vector<Sheet>> set() && {
    put_title();
    for (std::size_t part = 0; part < kReportParts.size(); ++part) {
      const bool table = part >= 1 && part <= 3;
      if (!table) put_words(part);
      else if (auto put = put_sheet(part); !put) return fail(put.error());
    }
    put_signature();
    auto sheets = std::move(page_).finish();
    put_folios(sheets);
    return sheets;
  }

 private:
  void centred(const Line& line, const TypeStyle& style) {
    page_.need(style.leading);
    page_.put(grid_.left + (grid_.measure() - line.width) / 2, page_.y(), line, style);
    page_.skip(style.leading);
  }
  void put_title() {
    page_.skip(14);
    for (const Line& line : title_lines(page_, report_title(cover_.agency, report_.year), cover_.agency, kTitle)) {
      centred(line, kTitle);
    }
    page_.skip(16);
    if (const auto words = draft_words(cover_); !words.empty()) {
      page_.rule(1);
      page_.skip(5);
      for (const Line& line : page_.lines(words, kDraft, grid_.measure())) centred(line, kDraft);
      page_.skip(5);
      page_.rule(1);
      page_.skip(14);
    }
  }
  void put_heading(std::size_t part, double below) {
    page_.skip(part == 0 ? 0 : 14);
    page_.need(kHeading.leading + 6 + below);
    page_.paragraph(grid_.left, grid_.measure(), kReportParts[part], kHeading);
    page_.skip(6);
  }
  void put_words(std::size_t part) {
    put_heading(part, 2 * kText.leading);
    for (const auto& paragraph : report_part(report_, part)) {
      page_.paragraph(grid_.left, grid_.measure(), "\u3000\u3000" + paragraph, kText);
    }
  }
  Result<void> put_sheet(std::size_t part) {
    const auto table = table_of(sheets_[part - 1], part);
    const auto& look = part == 1 ? kRoomyLook : kTableLook;
    const auto height = table_height(page_, table, look);
    if (!height) return fail(height.error());
    const double page_room = grid_.height - grid_.later_top - grid_.bottom - kHeading.leading - 6;
    put_heading(part, std::min(*height, page_room));
    if (auto put = set_table(page_, table, look); !put) return put;
    page_.skip(6);
    return {};
  }
  void put_signature() {
    page_.skip(26);
    page_.need(2 * kText.leading);
    for (const auto& words : {cover_.agency, chinese_date(cover_.made)}) {
      const auto line = page_.lines(words, kText, grid_.measure()).front();
      page_.put(grid_.width - grid_.right - line.width, page_.y(), line, kText);
      page_.skip(kText.leading);
    }
  }
  void put_folios(std::vector<Sheet>& sheets) const {
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const auto line = page_.lines(fmt::format("— {} —", i + 1), kFolio, grid_.measure()).front();
      sheets[i].runs.push_back({(grid_.width - line.width) / 2, grid_.height - 34, kFolio.size, kFolio.weight, line.text, 0});
    }
  }

  const AnnualReport& report_;
  const ReportCover& cover_;
  std::vector<ReportSheet> sheets_;
  Grid grid_ = table_grid();
  Composer page_;
};

}  // namespace

Result<std::string> report_pdf(const PaperFaces& faces, const AnnualReport& report, const ReportCover& cover) {
  const auto sheets = ReportSetter(faces, report, cover).set();
  if (!sheets) return fail(sheets.error());
  return write_pdf(faces, *sheets, {report_title(cover.agency, report.year), "zh-CN", start_of(cover.made)});
}

}  // namespace mingting
