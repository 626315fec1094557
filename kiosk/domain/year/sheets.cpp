// The tables of the annual report as rows of heads and figures. What the heads say is the form of 国办公开办函〔2021〕30号.
#include "domain/year/sheets.hpp"

#include <fmt/format.h>

namespace mingting {
namespace {

/// A row of part 3: what stands left of the figures. `group` is "" where no group opens here.
struct RowLabel {
  ReportRow row;
  std::string_view section;  ///< 一、二、三、四
  std::string_view group;    ///< （三）不予公开; "" for rows without one
  std::string_view leaf;
};

constexpr std::string_view kResults = "三、本年度办理结果";
constexpr std::string_view kRefused = "（三）不予公开";
constexpr std::string_view kUnavailable = "（四）无法提供";
constexpr std::string_view kNotProcessed = "（五）不予处理";
constexpr std::string_view kOther = "（六）其他处理";

constexpr RowLabel kRows[] = {
    {ReportRow::Received, "一、本年新收政府信息公开申请数量", "", ""},
    {ReportRow::CarriedIn, "二、上年结转政府信息公开申请数量", "", ""},
    {ReportRow::Granted, kResults, "（一）予以公开", ""},
    {ReportRow::GrantedInPart, kResults, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""},
    {ReportRow::StateSecret, kResults, kRefused, "1.属于国家秘密"},
    {ReportRow::BarredByLaw, kResults, kRefused, "2.其他法律行政法规禁止公开"},
    {ReportRow::PublicSecurity, kResults, kRefused, "3.危及“三安全一稳定”"},
    {ReportRow::ThirdParty, kResults, kRefused, "4.保护第三方合法权益"},
    {ReportRow::InternalAffairs, kResults, kRefused, "5.属于三类内部事务信息"},
    {ReportRow::Process, kResults, kRefused, "6.属于四类过程性信息"},
    {ReportRow::EnforcementFile, kResults, kRefused, "7.属于行政执法案卷"},
    {ReportRow::AdministrativeQuery, kResults, kRefused, "8.属于行政查询事项"},
    {ReportRow::NotHeld, kResults, kUnavailable, "1.本机关不掌握相关政府信息"},
    {ReportRow::NeedsMaking, kResults, kUnavailable, "2.没有现成信息需要另行制作"},
    {ReportRow::StillUnclear, kResults, kUnavailable, "3.补正后申请内容仍不明确"},
    {ReportRow::Petition, kResults, kNotProcessed, "1.信访举报投诉类申请"},
    {ReportRow::Repeated, kResults, kNotProcessed, "2.重复申请"},
    {ReportRow::Publication, kResults, kNotProcessed, "3.要求提供公开出版物"},
    {ReportRow::Excessive, kResults, kNotProcessed, "4.无正当理由大量反复申请"},
    {ReportRow::Reissue, kResults, kNotProcessed, "5.要求行政机关确认或重新出具已获取信息"},
    {ReportRow::CorrectionLapsed, kResults, kOther, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
    {ReportRow::FeeLapsed, kResults, kOther, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
    {ReportRow::Else, kResults, kOther, "3.其他"},
    {ReportRow::Finished, kResults, "（七）总计", ""},
    {ReportRow::CarriedOut, "四、结转下年度继续办理", "", ""},
};
static_assert(std::size(kRows) == kApplicationRows);

using Cells = std::vector<SheetCell>;

std::string text_of(const Figure& figure) { return figure ? fmt::format("{}", *figure) : std::string(); }

SheetCell head(std::string_view text, int columns = 1, int rows = 1) { return {std::string(text), columns, rows}; }

int run_of(std::size_t from, std::string_view RowLabel::*part) {
  std::size_t end = from;
  while (end < std::size(kRows) && kRows[end].*part == kRows[from].*part) ++end;
  return static_cast<int>(end - from);
}

bool opens(std::size_t at, std::string_view RowLabel::*part) {
  return at == 0 || kRows[at - 1].*part != kRows[at].*part;
}

/// Section, group and leaf stand in three columns; what has no leaf or no group takes theirs as well.
Cells labels(std::size_t at) {
  const auto& row = kRows[at];
  if (row.group.empty()) return {head(row.section, 3)};
  Cells cells;
  if (opens(at, &RowLabel::section)) cells.push_back(head(row.section, 1, run_of(at, &RowLabel::section)));
  if (row.leaf.empty()) {
    cells.push_back(head(row.group, 2));
  } else {
    if (opens(at, &RowLabel::group)) cells.push_back(head(row.group, 1, run_of(at, &RowLabel::group)));
    cells.push_back(head(row.leaf));
  }
  return cells;
}

void add_heads(ReportSheet& sheet) {
  sheet.rows.push_back({head("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), head("申请人情况", 7)});
  sheet.rows.push_back({head("自然人", 1, 2), head("法人或其他组织", 5), head("总计", 1, 2)});
  Cells organisations;
  for (const auto& kind : kApplicantKinds) {
    if (kind.value != ApplicantKind::Person) organisations.push_back(head(kind.title));
  }
  sheet.rows.push_back(std::move(organisations));
}

Cells with_figures(Cells cells, std::initializer_list<Figure> figures) {
  for (const auto& figure : figures) cells.push_back({text_of(figure)});
  return cells;
}

void add_decisions(ReportSheet& sheet, std::string_view item, std::initializer_list<std::pair<std::string_view, Figure>> rows) {
  sheet.rows.push_back({head(item, 4)});
  sheet.rows.push_back({head("信息内容"), head("本年处理决定数量", 3)});
  for (const auto& [name, figure] : rows) sheet.rows.push_back({head(name), {text_of(figure), 3, 1}});
}

}  // namespace

std::string ten_thousands(std::int64_t fen) {
  auto text = fmt::format("{}{}.{:06d}", fen < 0 ? "-" : "", std::abs(fen) / 1'000'000, std::abs(fen) % 1'000'000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

ReportSheet disclosure_sheet(const DisclosureTable& table) {
  ReportSheet sheet{std::string(kReportParts[1]), 4, {}};
  sheet.rows.push_back({head("第二十条第（一）项", 4)});
  sheet.rows.push_back({head("信息内容"), head("本年制发件数"), head("本年废止件数"), head("现行有效件数")});
  sheet.rows.push_back(with_figures({head("规章")}, {table.rules.made, table.rules.repealed, table.rules.in_force}));
  sheet.rows.push_back(with_figures({head("行政规范性文件")},
                                    {table.normative.made, table.normative.repealed, table.normative.in_force}));
  add_decisions(sheet, "第二十条第（五）项", {{"行政许可", table.licences}});
  add_decisions(sheet, "第二十条第（六）项", {{"行政处罚", table.penalties}, {"行政强制", table.coercion}});
  sheet.rows.push_back({head("第二十条第（八）项", 4)});
  sheet.rows.push_back({head("信息内容"), head("本年收费金额（单位：万元）", 3)});
  const auto charges = table.charges_fen ? ten_thousands(*table.charges_fen) : std::string();
  sheet.rows.push_back({head("行政事业性收费"), {charges, 3, 1}});
  return sheet;
}

ReportSheet application_sheet(const ApplicationTable& table) {
  ReportSheet sheet{std::string(kReportParts[2]), 3 + static_cast<int>(kApplicationColumns), {}};
  add_heads(sheet);
  for (std::size_t at = 0; at < std::size(kRows); ++at) {
    auto cells = labels(at);
    for (const auto& figure : table.cells[at]) cells.push_back({text_of(figure)});
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

ReportSheet dispute_sheet(const DisputeTable& table) {
  ReportSheet sheet{std::string(kReportParts[3]), 15, {}};
  sheet.rows.push_back({head("行政复议", 5, 2), head("行政诉讼", 10)});
  sheet.rows.push_back({head("未经复议直接起诉", 5), head("复议后起诉", 5)});
  Cells names, figures;
  for (const auto* group : {&table.reviews, &table.suits_directly, &table.suits_after_review}) {
    for (const auto name : {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}) names.push_back(head(name));
    figures = with_figures(std::move(figures), {group->upheld, group->corrected, group->otherwise, group->open, group->total});
  }
  sheet.rows.push_back(std::move(names));
  sheet.rows.push_back(std::move(figures));
  return sheet;
}

std::vector<std::vector<std::string>> flat(const ReportSheet& sheet) {
  const auto width = static_cast<std::size_t>(sheet.columns);
  std::vector<std::vector<std::string>> grid(sheet.rows.size(), std::vector<std::string>(width));
  std::vector<std::vector<bool>> taken(sheet.rows.size(), std::vector<bool>(width));
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    std::size_t column = 0;
    for (const auto& cell : sheet.rows[row]) {
      while (column < width && taken[row][column]) ++column;
      if (column == width) break;
      grid[row][column] = cell.text;
      for (std::size_t r = row; r < std::min(row + static_cast<std::size_t>(cell.rows), grid.size()); ++r) {
        for (std::size_t c = column; c < std::min(column + static_cast<std::size_t>(cell.columns), width); ++c)
          taken[r][c] = true;
      }
    }
  }
  return grid;
}

std::string row_name(ReportRow row) {
  const auto& label = kRows[static_cast<std::size_t>(row)];
  return fmt::format("{}{}{}", label.section, label.group, label.leaf);
}

}  // namespace mingting
