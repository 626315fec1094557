// What is a table: its columns and their types, its views, checks, measures and look-up? As content/tables/NAME.toml describes it
// (content/README.md). Its rows are in a CSV beside it, and after publishing in a table of content.db of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/named.hpp"

namespace mingting {

// ---- columns -------------------------------------------------------------------------------------------------------

enum class CellType { Text, Number, Money, Percent, Day, Stretch, Option, Code, Place, ItemLink, RowLink, Phone };
inline constexpr Named<CellType> kCellTypes[] = {
    {CellType::Text, "text", "文字"},     {CellType::Number, "number", "数"},   {CellType::Money, "money", "金额"},
    {CellType::Percent, "percent", "百分数"}, {CellType::Day, "date", "日期"},   {CellType::Stretch, "period", "时期"},
    {CellType::Option, "choice", "选项"}, {CellType::Code, "code", "代码"},     {CellType::Place, "place", "地方"},
    {CellType::ItemLink, "item", "文件"},     {CellType::RowLink, "row", "行"},         {CellType::Phone, "phone", "电话"},
};
/// Numbers, amounts and shares: what is added, compared, drawn and stands at the right edge of its column.
inline bool is_figure(CellType type) {
  return type == CellType::Number || type == CellType::Money || type == CellType::Percent;
}

/// What of a personal cell stays when it is published; the rest never enters a release.
enum class Mask { None, Name, Number, Phone, Left };
inline constexpr Named<Mask> kMasks[] = {
    {Mask::None, "none", ""},
    {Mask::Name, "name", "只留姓"},           // 张**
    {Mask::Number, "number", "留前三后四"},   // 520**********1234; of eight figures or fewer the last two
    {Mask::Phone, "phone", "留前三后四"},
    {Mask::Left, "drop", "不发布"},           // the column is for checks alone
};

struct TableColumn {
  std::string name, title, title_en;
  CellType type = CellType::Text;
  std::string unit;       ///< as the file has it, and as the heads say: 万元, 天, 亩
  std::string shown_in;   ///< of money: the unit people read; "" for `unit`. Converted when shown, nowhere else
  int scale = 0;          ///< of figures: digits after the point, the most of any cell; set when publishing
  std::string help;       ///< what is meant, for the row's page
  bool required = false;
  bool searched = false;  ///< search finds rows by it; open tables alone
  Mask mask = Mask::None;
  std::vector<std::string> choices;  ///< of an Option, in their order; empty: any
  bool several = false;              ///< of an Option: more than one, parted by 、 or ；
  std::string code;                  ///< of a Code: credit, account, document, any
  std::string table;                 ///< of a RowLink or Place: whose key stands here
  bool operator==(const TableColumn&) const = default;
};

// ---- conditions ----------------------------------------------------------------------------------------------------

enum class Relates { Is, Not, AtLeast, AtMost, Blank, Filled };
inline constexpr Named<Relates> kRelates[] = {
    {Relates::Is, "is", ""},          {Relates::Not, "not", ""},     {Relates::AtLeast, "at-least", ""},
    {Relates::AtMost, "at-most", ""}, {Relates::Blank, "blank", ""}, {Relates::Filled, "filled", ""},
};
/// Of a row: `column` relates to one of the values, written as in the CSV. On dates the word 今天 is the day of the question.
struct RowCondition {
  std::string column;
  Relates relates = Relates::Is;
  std::vector<std::string> values;
  bool operator==(const RowCondition&) const = default;
};
/// All of them hold.
using RowConditions = std::vector<RowCondition>;

// ---- views ---------------------------------------------------------------------------------------------------------

enum class ViewKind { List, Grid, Drill, Chart, Timeline, Tracks, Places, Calendar };
inline constexpr Named<ViewKind> kViewKinds[] = {
    {ViewKind::List, "list", "列表"},         {ViewKind::Grid, "grid", "表"},       {ViewKind::Drill, "drill", "逐级看"},
    {ViewKind::Chart, "chart", "图"},         {ViewKind::Timeline, "timeline", "时间线"},
    {ViewKind::Tracks, "tracks", "进度"},     {ViewKind::Places, "places", "按地方"}, {ViewKind::Calendar, "calendar", "日历"},
};

enum class ChartKind { Bars, Grouped, Stacked, Lines, Share, Waterfall };
inline constexpr Named<ChartKind> kChartKinds[] = {
    {ChartKind::Bars, "bars", ""},   {ChartKind::Grouped, "grouped", ""}, {ChartKind::Stacked, "stacked", ""},
    {ChartKind::Lines, "lines", ""}, {ChartKind::Share, "share", ""},     {ChartKind::Waterfall, "waterfall", ""},
};

/// One way of seeing a table, a chip on its page; the first is shown first.
struct TableView {
  std::string id, title, title_en;
  ViewKind kind = ViewKind::Grid;
  std::string says;                  ///< the heading: what the chart says; {measure:ID} stands for a measure's value
  RowConditions where;
  std::vector<std::string> columns;  ///< List: title, passage, fact, date …; Grid: all when empty; fixed is the first
  std::vector<std::string> filters;  ///< chips; on figures and dates a range
  std::string sort;                  ///< "" for the order of the file
  bool descending = false;
  std::vector<std::string> levels;   ///< Drill, Places: from the outermost in. Chart: what each mark stands for
  std::vector<std::string> values;   ///< Drill, Chart: the figures that are added and drawn, each a series
  std::string series;                ///< Chart: a column whose values are the series, in place of several `values`
  ChartKind chart = ChartKind::Bars;
  bool of_rows = false;              ///< Chart, Drill: rows are counted, `values` are not needed
  std::string from, until;           ///< Timeline: dates or a period. Calendar: the day
  std::string value, target, start, target_by;  ///< Tracks: where it is, where it shall be, where it began, when
  bool operator==(const TableView&) const = default;
};

// ---- checks and measures -------------------------------------------------------------------------------------------

enum class CheckKind { Sum, Subtotal, AtMost, CarryOver, Sequence, Shares, Unique, DateOrder, Within, Same };
inline constexpr Named<CheckKind> kCheckKinds[] = {
    {CheckKind::Sum, "sum", "列相加"},               // `columns` add up to `total` in each row
    {CheckKind::Subtotal, "subtotal", "合计"},       // the row of `total_row` has the sum of the group's other rows
    {CheckKind::AtMost, "at-most", "不超过"},        // columns[0] <= columns[1]
    {CheckKind::CarryOver, "carry-over", "结转"},    // columns[0] is columns[1] of the period before, by group; over editions too
    {CheckKind::Sequence, "sequence", "不缺号"},     // columns[0] counts up by one in each group
    {CheckKind::Shares, "shares", "合计百分之百"},   // columns[0] of a group add up to 100
    {CheckKind::Unique, "unique", "只有一个"},       // at most one row of a group meets `where`
    {CheckKind::DateOrder, "order", "先后"},         // columns[0] is not after columns[1]
    {CheckKind::Within, "within", "期限内"},         // columns[1] is at most `days` (working) days after columns[0]
    {CheckKind::Same, "same", "两表一致"},           // columns[0] is other.columns[0] where the keys meet
};
/// Judged when publishing; a row that breaks it is named with its cell.
struct TableCheck {
  CheckKind kind = CheckKind::Sum;
  std::vector<std::string> columns;
  std::string total;
  RowCondition total_row;
  std::vector<std::string> group;
  RowConditions where;
  std::string period;      ///< CarryOver: the column that tells periods apart
  int days = 0;
  bool working = false;
  std::string other, other_column;  ///< Same: the other table and its column; rows meet by `group` = its key
  std::string tolerance;   ///< a difference up to this is none: amounts are printed rounded
  std::string says;        ///< in the office's words, what is wrong when it is broken; "" for the house's
  bool warns = false;      ///< named, and published all the same
  bool operator==(const TableCheck&) const = default;
};

/// A figure that the data give: rows (or a column's sum) that meet `of`, over those that meet `among`.
struct TableMeasure {
  std::string id, title, title_en;
  RowConditions of, among;
  std::string column;          ///< summed; "" counts rows
  std::vector<std::string> by; ///< also for each value of these
  std::string unit;            ///< % makes a share of it; otherwise what is counted
  std::string explains;        ///< how it is meant, beside the formula that is made of the above
  bool operator==(const TableMeasure&) const = default;
};

// ---- access --------------------------------------------------------------------------------------------------------

/// Open: read, searched, listed. Closed: one row for who gives its key. Private: sealed (content/private).
enum class Openness { Open, Closed, Private };
inline constexpr Named<Openness> kOpenness[] = {
    {Openness::Open, "open", ""}, {Openness::Closed, "closed", ""}, {Openness::Private, "private", ""}};

struct Table {
  std::string id, title, title_en, summary;
  std::string source, agency, basis;  ///< from whom; who keeps it; by which article it must be public
  std::string unit;                   ///< of all amounts, where columns say nothing
  std::string group;                  ///< the column (栏目) on whose shelf it stands; "" for none
  int order = 0;                      ///< there, small ones first
  std::string period;                 ///< what the rows are about, as printed
  std::string edition;                ///< "" is the newest; "2024" of NAME@2024.csv
  std::string reason;                 ///< of an edition: why it differs from the one before
  std::vector<std::string> past;      ///< names of its earlier editions, the latest first; filled in by library/ when read
  std::vector<std::string> key;       ///< columns that together name a row
  std::string label;                  ///< the column that heads a row's page; "" for the first
  Openness access = Openness::Open;
  std::vector<std::string> lookup;    ///< of a closed table: the columns whose exact values open a row
  std::string ends;                   ///< a column of dates: from the day after, the row is not shown
  std::string state;                  ///< an Option with 撤回 …: rows of `hidden_states` are not shown
  std::vector<std::string> hidden_states;
  bool sample = false;                ///< 示例
  std::vector<TableColumn> columns;
  std::vector<TableView> views;
  std::vector<TableCheck> checks;
  std::vector<TableMeasure> measures;
  std::vector<std::string> notes;     ///< 注: what stands under the printed table
  bool operator==(const Table&) const = default;
};

/// Its place among the columns; nothing when the table has none of the name.
std::optional<std::size_t> column_at(const Table& table, std::string_view name);
const TableColumn* find_table_column(const Table& table, std::string_view name);
const TableView* find_table_view(const Table& table, std::string_view id);

/// A row's name over releases: 16 hex figures, a hash of its key's cells in their one form.
std::string row_id(const Table& table, const std::vector<std::string>& cells);
/// Of the row whose key is this one cell, as a RowLink or Place has it.
std::string row_id_of_key(const Table& table, std::string_view key);

}  // namespace mingting
