// Tables against their own rows, one another, items and the calendar: a planted fault of each kind is named with its cell.
#include "publish/one_file.hpp"

namespace mingting {
namespace {

/// tables/t.csv: a table whose description ends with what a test adds. Line 1 is the head.
class Checked : public OneFile {
 public:
  Checked() : OneFile("tables/t.csv") {
    describe("");
    text("id,group,a,b,c,day,done\n");
  }
  Checked& describe(const std::string& more) {
    std::string toml = "title = \"表\"\nsource = \"通知\"\nkey = [\"id\"]\n[[columns]]\nname = \"id\"\ntitle = \"号\"\n[[columns]]\nname = \"group\"\ntitle = \"组\"\n";
    for (const std::string name : {"a", "b", "c"}) toml += "[[columns]]\nname = \"" + name + "\"\ntitle = \"数" + name + "\"\ntype = \"number\"\n";
    for (const std::string name : {"day", "done"}) toml += "[[columns]]\nname = \"" + name + "\"\ntitle = \"" + name + "日\"\ntype = \"date\"\n";
    folder.files["tables/t.toml"] = toml + more;
    return *this;
  }
  Checked& check(const std::string& keys) { return describe("[[checks]]\n" + keys + "\n"); }
  /// Rows below the head.
  Checked& rows(const std::string& rows) { return text("id,group,a,b,c,day,done\n" + rows), *this; }
};

TEST_F(Checked, Sums) {
  check("kind = \"sum\"\ncolumns = [\"a\", \"b\"]\ntotal = \"c\"").rows("1,,1,2,3,,\n").finds_nothing();
  rows("1,,1,2,3,,\n2,,1,2,4,,\n").finds(error(3, "“数c”应等于数a、数b相加，是 3，现在是 4"));
}

TEST_F(Checked, WordsOfTheOfficeAndMereWarnings) {
  check("kind = \"at-most\"\ncolumns = [\"a\", \"b\"]\nsays = \"余额超过限额\"\nwarns = true").rows("1,,3,2,,,\n");
  finds(warning(2, "余额超过限额。“数a”的 3 超过了“数b”的 2"));
}

TEST_F(Checked, CarriedOver) {
  describe("[[columns]]\nname = \"q\"\ntitle = \"季度\"\ntype = \"period\"\n[[checks]]\nkind = \"carry-over\"\ncolumns = [\"a\", \"b\"]\nperiod = \"q\"\ngroup = [\"group\"]\n");
  text("id,group,a,b,c,day,done,q\n1,甲,5,7,,,,2026Q1\n2,甲,8,9,,,,2026年第二季度\n").finds(error(3, "“数a”（甲）接不上：上一期的“数b”是 7，这里是 8"));
  text("id,group,a,b,c,day,done,q\n1,甲,5,7,,,,2026Q1\n").finds_nothing();
  folder.files["tables/t@2025.csv"] = "id,group,a,b,c,day,done,q\n1,甲,1,4,,,,2025Q4\n";
  finds(error(2, "上一期的“数b”是 4，这里是 5"));
}

TEST_F(Checked, Sequences) {
  check("kind = \"sequence\"\ncolumns = [\"a\"]\ngroup = [\"group\"]").rows("1,甲,1,,,,\n2,甲,3,,,,\n3,甲,3,,,,\n");
  finds(error(3, "“数a”（甲）缺号：应接着是 2，这里是 3"), error(4, "“数a”（甲）的 3 用了两次，另一次在第 3 行"));
}

TEST_F(Checked, SharesAndOnesOfAKind) {
  check("kind = \"shares\"\ncolumns = [\"a\"]").rows("1,,60,,,,\n2,,41,,,,\n").finds(error(3, "“数a”加起来是 101，应是 100"));
  check("kind = \"unique\"\ngroup = [\"group\"]\nwhere = [{ column = \"a\", is = [\"1\"] }]").rows("1,甲,1,,,,\n2,甲,2,,,,\n3,甲,1,,,,\n");
  finds(error(4, "这一类（甲）只能有一行，第 2 行已经是了"));
}

TEST_F(Checked, DaysByTheHallsCalendar) {
  check("kind = \"order\"\ncolumns = [\"day\", \"done\"]").rows("1,,,,,2026-01-05,2026-01-04\n").finds(error(2, "“done日”是 2026-01-04，早于前面的日期 2026-01-05"));
  check("kind = \"within\"\ncolumns = [\"day\", \"done\"]\ndays = 2\nworking = true").rows("1,,,,,2026-09-30,2026-10-07\n");
  finds(error(2, "从“day日”起 2 个工作日，最迟 2026-10-06"));
}

TEST_F(Checked, TheSameFigureInTwoTables) {
  check("kind = \"same\"\ncolumns = [\"a\"]\ngroup = [\"id\"]\nother = \"fees\"\nother_column = \"price\"");
  rows("甲,,100.00,,,,\n乙,,1200,,,,\n丙,,5,,,,\n").finds(error(3, "“数a”（乙）是 1200，表“fees”里是 1200.50：两张表应当一样"));
  check("kind = \"same\"\ncolumns = [\"a\"]\ngroup = [\"id\"]\nother = \"fee\"\nother_column = \"price\"");
  finds(error_in("tables/t.toml", 30, "没有这张表：请改正；是不是想写“fees”？"));
}

/// A column of links in place of the description's end.
std::string link(const std::string& type, const std::string& more = "") {
  return "[[columns]]\nname = \"to\"\ntitle = \"去\"\ntype = \"" + type + "\"\n" + more;
}

TEST_F(Checked, LinksToRows) {
  describe(link("row", "table = \"fees\"\n"));
  text("id,group,a,b,c,day,done,to\n1,,,,,,,甲\n2,,,,,,,丙\n3,,,,,,,丙\n4,,,,,,,\n").finds(error(3, "“去”里的“丙”找不到：表“fees”里没有这一行（同样的有 2 行）"));
  describe(link("row")).finds(error_in("tables/t.toml", 30, "却没有写哪一张"));
  describe(link("row", "table = \"fee\"\n")).finds(error_in("tables/t.toml", 30, "是不是想写“fees”？"));
  describe(link("place", "table = \"t\"\n"));
  text("id,group,a,b,c,day,done,to\n1,,,,,,,\n2,,,,,,,1\n").finds_nothing();
}

TEST_F(Checked, LinksTakeTheFormOfTheKeyTheyLeadTo) {
  folder.change("tables/fees.toml", "required = true", "type = \"code\"\ncode = \"credit\"");
  folder.files["tables/fees.csv"] = "name,price,day\n91350100M000100Y43,1,\n";
  describe(link("row", "table = \"fees\"\n"));
  text("id,group,a,b,c,day,done,to\n1,,,,,,,91350100 m000100y43\n").finds_nothing();
  EXPECT_EQ(folder.rows("t").at(0).back(), "91350100M000100Y43");
}

TEST_F(Checked, LinksToItems) {
  describe(link("item"));
  text("id,group,a,b,c,day,done,to\n1,,,,,,,item:guide/01-hall\n2,,,,,,,guide/01-hal.md\n").finds(error(3, "“guide/01-hal”找不到：没有这个条目，请写成 栏目/文件名；是不是想写“guide/01-hall”？"));
}

}  // namespace
}  // namespace mingting
