// Cells by their type: one form for every spelling, one comparison for every code, nothing of a person that is not shown.
#include "domain/table/values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/table/conditions.hpp"
#include "domain/table/shown.hpp"

namespace mingting {
namespace {

using ::testing::ElementsAre;

TableColumn column(CellType type, std::string unit = "") { return {.name = "c", .title = "列", .type = type, .unit = std::move(unit)}; }

/// The cell in its form; "!" and the code when it is at fault.
std::string formed(const TableColumn& column, std::string cell) {
  const auto fault = put_in_form(column, cell);
  return fault && !fault.doubtful ? "!" + std::string(fault.code) : cell;
}

TEST(Cells, FiguresAndDays) {
  const auto money = column(CellType::Money), tens = column(CellType::Money, "万元"), percent = column(CellType::Percent);
  EXPECT_EQ(formed(money, "￥1,234.50"), "1234.50");
  EXPECT_EQ(formed(money, "（12）"), "-12");
  EXPECT_EQ(formed(money, "——"), "");
  EXPECT_EQ(formed(money, "1.234"), "!table-cell.money") << "there is nothing below a hundredth of a yuan";
  EXPECT_EQ(formed(tens, "1.234567"), "1.234567");
  EXPECT_EQ(formed(tens, "1.2345678"), "!table-cell.money");
  EXPECT_EQ(formed(column(CellType::Number), "1234567890123456789"), "!table-cell.number");
  EXPECT_EQ(formed(percent, "12.5%"), "12.5");
  EXPECT_EQ(formed(percent, "１２％"), "12");
  EXPECT_EQ(formed(column(CellType::Number), "5E+17"), "!table-cell.scientific");
  EXPECT_EQ(formed(column(CellType::Day), "2026年1月5日"), "2026-01-05");
  EXPECT_EQ(formed(column(CellType::Day), "2026-02-30"), "!table-cell.date");
  EXPECT_EQ(formed(column(CellType::Stretch), "“十四五”"), "2021/2025");
  EXPECT_EQ(formed(column(CellType::Text), "--"), "--") << "a text may be anything";
}

TEST(Cells, OptionsAreSpelledAsTheColumnSpellsThem) {
  auto one = column(CellType::Option);
  one.choices = {"一般", "严重", "A级"};
  EXPECT_EQ(formed(one, "严重"), "严重");
  EXPECT_EQ(formed(one, "ａ级"), "A级");
  EXPECT_EQ(formed(one, "较重"), "!table-cell.choice");
  auto many = column(CellType::Option);
  many.several = true, many.choices = {"未发现问题", "隐瞒真实情况、弄虚作假", "注销"};
  EXPECT_EQ(formed(many, "未发现问题、注销"), "未发现问题；注销");
  EXPECT_EQ(formed(many, "隐瞒真实情况、弄虚作假；注销"), "隐瞒真实情况、弄虚作假；注销");
  EXPECT_THAT(options_in(many, "隐瞒真实情况、弄虚作假；注销"), ElementsAre("隐瞒真实情况、弄虚作假", "注销"));
  EXPECT_EQ(formed(many, "注销；别的"), "!table-cell.choice");
}

TEST(Cells, CodesAreFoundByAnySpelling) {
  auto credit = column(CellType::Code), document = credit, account = credit;
  credit.code = "credit", document.code = "document", account.code = "account";
  EXPECT_EQ(formed(credit, "９１３５０１００ｍ０００１００ｙ４３"), "91350100M000100Y43");
  EXPECT_EQ(formed(credit, "91350100 M000100Y43"), "91350100M000100Y43");
  EXPECT_EQ(formed(credit, "91350100M000"), "!table-cell.credit");
  std::string doubtful = "91350100M000100Y44";
  EXPECT_TRUE(put_in_form(credit, doubtful).doubtful);
  EXPECT_EQ(formed(document, "环处字[2016]0413号"), "环处字[2016]0413号") << "as printed";
  EXPECT_EQ(folded_code(document, "环处字[2016]0413号"), folded_code(document, "环处字〔2016〕第413号"));
  EXPECT_EQ(folded_code(account, "5201-0000 0000"), folded_code(account, "５２０１０００００００0"));
  EXPECT_NE(folded_code(account, "52010000"), folded_code(account, "52010001"));
  auto any = credit;
  any.code = "any";
  EXPECT_EQ(folded_code(any, "gz〔A〕1（2）"), folded_code(any, "GZ[a]1(2)"));
}

TEST(Cells, ItemsLoseWhatPathsHaveAroundThem) {
  EXPECT_EQ(formed(column(CellType::ItemLink), "item:guide/01-hall"), "guide/01-hall");
  EXPECT_EQ(formed(column(CellType::ItemLink), "guide/01-hall.md"), "guide/01-hall");
}

TEST(Masks, KeepWhatPeopleKnowThemselvesBy) {
  EXPECT_EQ(masked(Mask::Name, "张三"), "张*");
  EXPECT_EQ(masked(Mask::Name, "张三、欧阳娜娜"), "张*、欧阳**");
  EXPECT_EQ(masked(Mask::Number, "520102199001011234"), "520***********1234");
  EXPECT_EQ(masked(Mask::Number, "12345678"), "******78");
  EXPECT_EQ(masked(Mask::Number, "12"), "**");
  EXPECT_EQ(masked(Mask::Phone, "13800138000"), "138****8000");
  EXPECT_EQ(masked(Mask::Left, "任何"), "");
  EXPECT_EQ(masked(Mask::Name, ""), "");
}

Table people() {
  Table table;
  table.key = {"number"};
  table.ends = "until", table.state = "state", table.hidden_states = {"撤回"};
  table.columns = {{.name = "number", .title = "编号"},
                   {.name = "who", .title = "姓名", .mask = Mask::Name},
                   {.name = "card", .title = "身份证号", .mask = Mask::Left},
                   {.name = "until", .title = "公示截止", .type = CellType::Day},
                   {.name = "state", .title = "状态", .type = CellType::Option, .choices = {"公示", "撤回"}}};
  return table;
}

TEST(PublishedRows, HoldNothingThatIsNotShown) {
  const auto table = people();
  EXPECT_THAT(published_cells(table, {"1", "张三", "520102199001011234", "2026-01-01", "公示"}), ElementsAre("1", "张*", "2026-01-01", "公示"));
  EXPECT_EQ(published_form(table).columns.size(), 4U);
  EXPECT_FALSE(column_at(published_form(table), "card"));
}

TEST(PublishedRows, EndWithTheirTermAndWhenWithdrawn) {
  const Date today = *parse_date("2026-06-01");
  EXPECT_TRUE(is_shown(people(), {"1", "", "", "2026-06-01", "公示"}, today)) << "the last day counts";
  EXPECT_FALSE(is_shown(people(), {"1", "", "", "2026-05-31", "公示"}, today));
  EXPECT_TRUE(is_shown(people(), {"1", "", "", "", "公示"}, today));
  EXPECT_FALSE(is_shown(people(), {"1", "", "", "2026-06-01", "撤回"}, today));
}

// ---- conditions ----------------------------------------------------------------------------------------------------

Table fees() {
  Table table;
  table.unit = "万元";
  table.columns = {{.name = "kind", .title = "类别", .type = CellType::Option, .several = true},
                   {.name = "amount", .title = "金额", .type = CellType::Money, .shown_in = "亿元"},
                   {.name = "day", .title = "日期", .type = CellType::Day},
                   {.name = "period", .title = "时期", .type = CellType::Stretch},
                   {.name = "code", .title = "文号", .type = CellType::Code, .code = "document"}};
  return table;
}

bool meets(const RowConditions& conditions, const std::vector<std::string>& cells) {
  return RowTest(fees(), conditions, *parse_date("2026-06-01"))(cells);
}

TEST(Conditions, OnEveryType) {
  const std::vector<std::string> row{"许可；处罚", "100.0", "2026-06-01", "2026Q2", "筑府发〔2021〕17号"};
  EXPECT_TRUE(meets({}, row));
  EXPECT_TRUE(meets({{"kind", Relates::Is, {"处罚"}}}, row)) << "one of several";
  EXPECT_FALSE(meets({{"kind", Relates::Not, {"处罚"}}}, row));
  EXPECT_TRUE(meets({{"amount", Relates::Is, {"100"}}}, row)) << "as amounts";
  EXPECT_TRUE(meets({{"amount", Relates::AtLeast, {"1,00"}}}, row) == false) << "no figure, no row";
  EXPECT_TRUE(meets({{"amount", Relates::AtLeast, {"99.99"}}, {"amount", Relates::AtMost, {"100.00"}}}, row));
  EXPECT_TRUE(meets({{"day", Relates::Is, {"今天"}}}, row));
  EXPECT_TRUE(meets({{"day", Relates::AtMost, {"2026年6月1日"}}}, row));
  EXPECT_TRUE(meets({{"period", Relates::AtMost, {"2026"}}}, row));
  EXPECT_FALSE(meets({{"period", Relates::AtMost, {"2026Q1"}}}, row));
  EXPECT_TRUE(meets({{"period", Relates::AtLeast, {"今天"}}, {"period", Relates::AtMost, {"今天"}}}, row)) << "the day is in it";
  EXPECT_TRUE(meets({{"code", Relates::Is, {"筑府发[2021]17号"}}}, row));
  EXPECT_FALSE(meets({{"none", Relates::Is, {"x"}}}, row));
}

TEST(Conditions, ABlankCellIsNothingButBlank) {
  const std::vector<std::string> row{"", "", "", "", ""};
  EXPECT_TRUE(meets({{"amount", Relates::Blank, {}}}, row));
  EXPECT_FALSE(meets({{"amount", Relates::Filled, {}}}, row));
  EXPECT_FALSE(meets({{"amount", Relates::AtMost, {"0"}}}, row));
  EXPECT_TRUE(meets({{"kind", Relates::Not, {"处罚"}}}, row));
}

// ---- as people read it ---------------------------------------------------------------------------------------------

TEST(Shown, WithUnitsAsPeopleReadThem) {
  const auto table = fees();
  const auto& amount = table.columns[1];
  EXPECT_EQ(shown(table, amount, "42866.00"), "4.2866亿元");
  EXPECT_EQ(shown(table, amount, "-12345678"), "\u22121,234.5678亿元");
  EXPECT_EQ(shown(table, amount, "42866.00", Unit::Without), "4.2866");
  auto plain = amount;
  plain.shown_in = "";
  EXPECT_EQ(shown(table, plain, "1234.50"), "1,234.50万元");
  EXPECT_EQ(shown(table, column(CellType::Number), "2026"), "2026") << "may be a year";
  EXPECT_EQ(shown(table, column(CellType::Number, "人"), "-12345"), "\u221212,345人");
  EXPECT_EQ(shown(table, column(CellType::Percent), "12.5"), "12.5%");
  EXPECT_EQ(shown(table, table.columns[2], "2026-01-05"), "2026年1月5日");
  EXPECT_EQ(shown(table, table.columns[3], "2026Q2"), "2026年第二季度");
  EXPECT_EQ(shown(table, table.columns[0], "甲；乙"), "甲、乙");
  EXPECT_EQ(shown(table, amount, ""), "");
}

TEST(Shown, AMeasureSaysHowItIsWorkedOut) {
  const auto table = fees();
  TableMeasure rate{.id = "r", .title = "公示率", .of = {{"kind", Relates::Is, {"按时"}}}, .unit = "%"};
  EXPECT_EQ(formula_words(table, rate), "类别是“按时”的行数 ÷ 全部行数");
  EXPECT_EQ(measure_value(table, rate, {2, 0}, {3, 0}), "66.7%");
  EXPECT_EQ(measure_value(table, rate, {0, 0}, {0, 0}), std::nullopt);
  TableMeasure total{.id = "t", .title = "合计", .of = {{"day", Relates::AtLeast, {"2026-01-01"}}}, .column = "amount"};
  EXPECT_EQ(formula_words(table, total), "日期不小于“2026年1月1日”的金额合计");
  EXPECT_EQ(measure_value(table, total, {42866, 0}, {}), "4.2866亿元");
  TableMeasure rows{.id = "n", .title = "件数", .unit = "件"};
  EXPECT_EQ(measure_value(table, rows, {12345, 0}, {}), "12,345件");
}

}  // namespace
}  // namespace mingting
