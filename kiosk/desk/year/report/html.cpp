// The report as a page that any browser shows, prints and reads aloud.
#include <fmt/format.h>

#include <algorithm>

#include "base/text/text.hpp"
#include "desk/year/report/layout.hpp"
#include "desk/year/report/report.hpp"

namespace mingting {
namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 60rem; color: #14181f; background: #fff;
  font: 1.0625rem/1.9 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
h1 { font-size: 1.75rem; line-height: 1.5; text-align: center; margin: 0 0 2.5rem; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.6; margin: 2.75rem 0 1rem; }
p { margin: 0 0 .5rem; text-indent: 2em; text-align: justify; }
.draft { text-indent: 0; text-align: center; font-weight: bold; border: 2px solid #8a1414; color: #8a1414; padding: .5rem 1rem;
  margin: 0 auto 2.5rem; max-width: 36rem; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid #0a3d7a; outline-offset: 3px; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.5; border: 1.5px solid #14181f; }
th, td { border: 1px solid #14181f; padding: .35rem .5rem; text-align: center; vertical-align: middle; font-weight: normal; }
thead th, th.group { font-weight: bold; }
th.leaf { text-align: left; }
td.figure { font-variant-numeric: tabular-nums; white-space: nowrap; }
td.blank { color: #8a1414; font-weight: bold; }
#part-3 table { min-width: 50rem; }
#part-4 table { min-width: 46rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.signed { text-indent: 0; text-align: right; margin: 0; }
.signed.first { margin-top: 3rem; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 11pt; }
  .wide { overflow: visible; }
  table { font-size: 8.5pt; line-height: 1.35; }
  th, td { padding: 2pt 3pt; }
  #part-3 table, #part-4 table { min-width: 0; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}
)css";

std::string escaped(std::string_view text) {
  auto out = replace_all(std::string(text), "&", "&amp;");
  out = replace_all(std::move(out), "<", "&lt;");
  out = replace_all(std::move(out), ">", "&gt;");
  return replace_all(std::move(out), "\"", "&quot;");
}

/// A head in its place: which rows and columns it speaks for, and its id.
struct Head {
  std::string id;
  std::size_t row, column, rows, columns;
  bool of_rows;  ///< stands in a row with figures
};

/// Writes one sheet. A figure names its heads by id: with several small tables in one, and heads of heads, scope alone would
/// let a screen reader say those of the table above.
class TableWriter {
 public:
  TableWriter(const ReportSheet& sheet, std::string prefix) : sheet_(sheet), prefix_(std::move(prefix)) {
    taken_.assign(sheet.rows.size(), std::vector<bool>(static_cast<std::size_t>(sheet.columns)));
    for (const auto& row : sheet.rows) figures_.push_back(std::any_of(row.begin(), row.end(), is_figure));
    heads_end_ = static_cast<std::size_t>(std::find(figures_.begin(), figures_.end(), true) - figures_.begin());
  }

  std::string write() {
    html_ = fmt::format("<table>\n<caption>{}</caption>\n<thead>\n", escaped(sheet_.title));
    for (std::size_t row = 0; row < sheet_.rows.size(); ++row) {
      if (row == heads_end_) html_ += "</thead>\n<tbody>\n";
      if (row > heads_end_ && !figures_[row] && figures_[row - 1]) html_ += "</tbody>\n<tbody>\n";
      write_row(row);
    }
    return html_ + "</tbody>\n</table>\n";
  }

 private:
  void write_row(std::size_t row) {
    html_ += "<tr>";
    for (const auto& cell : sheet_.rows[row]) {
      const auto free = std::find(taken_[row].begin(), taken_[row].end(), false);
      const auto column = static_cast<std::size_t>(free - taken_[row].begin());
      const auto rows = static_cast<std::size_t>(cell.rows), columns = static_cast<std::size_t>(cell.columns);
      for (auto r = row; r < std::min(row + rows, taken_.size()); ++r) {
        for (auto c = column; c < std::min(column + columns, taken_[r].size()); ++c) taken_[r][c] = true;
      }
      is_figure(cell) ? write_figure(cell, row, column) : write_head(cell, {"", row, column, rows, columns, figures_[row]});
    }
    html_ += "</tr>\n";
  }
  static std::string spans(const SheetCell& cell) {
    std::string text;
    if (cell.columns > 1) text += fmt::format(" colspan=\"{}\"", cell.columns);
    if (cell.rows > 1) text += fmt::format(" rowspan=\"{}\"", cell.rows);
    return text;
  }
  void write_head(const SheetCell& cell, Head head) {
    if (is_corner(cell)) {
      html_ += fmt::format("<td{}>{}</td>", spans(cell), escaped(cell.text));
      return;
    }
    head.id = fmt::format("{}-{}-{}", prefix_, head.row + 1, head.column + 1);
    const bool several = head.of_rows ? cell.rows > 1 : cell.columns > 1;
    const auto* scope = head.of_rows ? (several ? "rowgroup" : "row") : (several ? "colgroup" : "col");
    const auto* look = !head.of_rows ? "group" : several ? "rows" : "leaf";
    html_ += fmt::format("<th id=\"{}\" class=\"{}\" scope=\"{}\"{}>{}</th>", head.id, look, scope, spans(cell),
                         escaped(cell.text));
    heads_.push_back(std::move(head));
  }
  void write_figure(const SheetCell& cell, std::size_t row, std::size_t column) {
    const auto* look = cell.text == kNotFilled ? "figure blank" : "figure";
    html_ += fmt::format("<td class=\"{}\" headers=\"{}\"{}>{}</td>", look, ids_for(row, column), spans(cell),
                         escaped(cell.text));
  }
  /// Of the nearest rows of heads above, those over the column; then those left in the row.
  std::string ids_for(std::size_t row, std::size_t column) const {
    auto last = row;
    while (last > 0 && figures_[last]) --last;
    auto first = last;
    while (first > 0 && !figures_[first - 1]) --first;
    std::vector<std::string> ids;
    for (const auto& head : heads_) {
      const bool over = head.column <= column && column < head.column + head.columns;
      const bool above = !head.of_rows && head.row >= first && head.row <= last && over;
      const bool beside = head.of_rows && head.row <= row && row < head.row + head.rows;
      if (above || beside) ids.push_back(head.id);
    }
    return join(ids, " ");
  }

  const ReportSheet& sheet_;
  std::string prefix_, html_;
  std::vector<std::vector<bool>> taken_;
  std::vector<bool> figures_;  ///< rows that hold figures
  std::size_t heads_end_ = 0;
  std::vector<Head> heads_;
};

std::string paragraphs_of(const AnnualReport& report, std::size_t part) {
  std::string html;
  for (const auto& paragraph : report_part(report, part)) html += fmt::format("<p>{}</p>\n", escaped(paragraph));
  return html;
}

std::string section(const AnnualReport& report, const std::vector<ReportSheet>& sheets, std::size_t part) {
  const auto id = fmt::format("part-{}", part + 1);
  auto html = fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h2 id=\"{0}-title\">{1}</h2>\n", id,
                          kReportParts[part]);
  if (part >= 1 && part <= 3) {
    html += fmt::format("<div class=\"wide\" role=\"region\" aria-labelledby=\"{}-title\" tabindex=\"0\">\n", id);
    html += TableWriter(sheets[part - 1], id).write() + "</div>\n";
  } else {
    html += paragraphs_of(report, part);
  }
  return html + "</section>\n";
}

}  // namespace

std::string report_html(const AnnualReport& report, const ReportCover& cover) {
  const auto title = escaped(report_title(cover.agency, report.year));
  std::string html = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n";
  html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
  html += fmt::format("<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n", title, kStyle, title);
  if (const auto draft = draft_words(cover); !draft.empty()) html += fmt::format("<p class=\"draft\">{}</p>\n", draft);
  const auto sheets = report_sheets(report);
  for (std::size_t part = 0; part < kReportParts.size(); ++part) html += section(report, sheets, part);
  html += fmt::format("<p class=\"signed first\">{}</p>\n<p class=\"signed\">{}</p>\n", escaped(cover.agency),
                      chinese_date(cover.made));
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace mingting
