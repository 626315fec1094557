// Tables: what their descriptions and rows may be, and what is said of those that are not.
#include "publish/one_file.hpp"

#include "publish/kinds/tables/access.hpp"
#include "publish/kinds/tables/dirt.hpp"

namespace mingting {
namespace {

using ::testing::ElementsAre;

// ---- tables ----

struct Tables : OneFile {
  Tables() : OneFile("tables/fees.csv") {}
};

TEST_F(Tables, ReadInTheOrderOfTheirDescription) {
  text("日期,项目,price\n2026-01-01,\"甲，\"\"一\"\"\n第二行\",3\n\n,乙,\n");
  EXPECT_THAT(folder.rows(),
              ElementsAre(ElementsAre("甲，\"一\"\n第二行", "3", "2026-01-01"), ElementsAre("乙", "", "")));
}

TEST_F(Tables, CellsAreKeptInOneForm) {
  text(
      "name,price,day\n甲,\"￥1,234.50\",2026/1/"
      "5\n乙,（123）,2026年1月5日\n丙,１２００．５０,20260105\n丁,--,空\n戊,(5),2026.1.5 \n");
  EXPECT_THAT(folder.rows(),
              ElementsAre(ElementsAre("甲", "1234.50", "2026-01-05"), ElementsAre("乙", "-123", "2026-01-05"),
                          ElementsAre("丙", "1200.50", "2026-01-05"), ElementsAre("丁", "", ""),
                          ElementsAre("戊", "-5", "2026-01-05")));
}

TEST_F(Tables, InAnyDialect) {
  const auto expected =
      ::testing::ElementsAre(ElementsAre("甲", "1", "2026-01-05"), ElementsAre("乙，丙", "2", ""));
  for (const std::string bytes : {"name;price;day\r\n甲;1;2026-01-05\r\n乙，丙;2;\r\n",
                                  "name\tprice\tday\n甲\t1\t2026-01-05\n\"乙，丙\"\t2\t\n",
                                  "\xEF\xBB\xBF"
                                  "sep=;\nname;price;day\n甲;1;2026-01-05\n乙，丙;2;\n",
                                  "name,price,day,,\n甲,1,2026-01-05,,\n乙，丙,2,,,\n",
                                  "name,price,day\n\xBC\xD7,1,2026-01-05\n\xD2\xD2\xA3\xAC\xB1\xFB,2,\n"}) {
    text(bytes).finds_nothing();
    EXPECT_THAT(folder.rows(), expected) << bytes;
  }
  text("项目，单价，日期\n甲，1，\n").finds(error(1, "是用中文逗号“，”隔开的"));
}

TEST_F(Tables, WhatASpreadsheetHasEatenIsRefused) {
  text("name,price,day\n甲,1E+05,\n5.20102E+17,3,\n2E3,4,\n")
      .finds(error(2, "科学记数法"), error(3, "“项目”里的“5.20102E+17”"));
}

TEST_F(Tables, OneKeyInTwoWidths) {
  text("name,price,day\nA1,1,\nＡ１,2,\n").finds(error(3, "和第 2 行重复"));
}

TEST_F(Tables, MissingAndForeignColumns) {
  text("name,day,color\n甲,2026-01-01,红\n")
      .finds(error(1, "缺少列“price”（单价）"), warning(1, "第 3 列“color”"));
}

TEST_F(Tables, RaggedRowsKeepTheirLines) {
  text("name,price,day\n\"甲\n的第二行\",1,\n乙,1\n丙,1,,\n丁,2,\n")
      .finds(error(4, "有 2 格，表头有 3 格"), error(5, "有 4 格"));
}

TEST_F(Tables, TypesAndKeys) {
  folder.change("tables/fees.toml", "type = \"money\"", "type = \"number\"");
  text("name,price,day\n甲,一百,\n乙,\"12,34\",2026-13-01\n,1,\n甲,-3.25,\n")
      .finds(error(2, "“单价”里的“一百”不对：应是数字"), error(3, "“12,34”"),
             error(3, "“日期”里的“2026-13-01”"), error(4, "“项目”不能空着"), error(5, "和第 2 行重复"));
  fresh().text("name,price,day\n甲,1.234,\n乙,100元,\n").finds(error(2, "应是金额"), error(3, "不写“元”"));
}

TEST_F(Tables, QuotesThatDoNotClose) {
  text("name,price,day\n甲,1,\n\"乙,1,\n丙,1,\n").finds(error(3, "双引号没有关上"));
  text("name,price,day\n甲\"一\",1,\n").finds(error(2, "引号的位置不对"));
}

TEST_F(Tables, EmptyAndHalfPairs) {
  text("\n").finds(error(0, "表格是空的"));
  text("name,price,day\n").finds(warning(0, "只有表头"));
  folder.files["tables/other.csv"] = "a\n1\n";
  finds_among_others(error_in("tables/other.csv", 0, "tables/other.toml"));
  fresh().folder.files.erase("tables/fees.csv");
  finds(error_in("tables/fees.toml", 0, "缺少数据文件 tables/fees.csv"));
}

TEST_F(Tables, DescriptionsAreSound) {
  folder.change("tables/fees.toml", "source = \"通知\"\n", "")
      .change("tables/fees.toml", "key = [\"name\"]", "key = [\"id\"]");
  finds_among_others(warning_in("tables/fees.toml", 1, "没有写数据来源"),
                     error_in("tables/fees.toml", 2, "key 里的 id"));
}

// ---- descriptions --------------------------------------------------------------------------------------------------

/// tables/fees.toml: the sample's, with something added or changed. Line 4 is the first column's.
struct Descriptions : OneFile {
  Descriptions() : OneFile("tables/fees.toml") {}
};

TEST_F(Descriptions, AreReadWhole) {
  text("title = \"许可\"\nsource = \"通知\"\nagency = \"局\"\nbasis = \"条\"\nunit = \"万元\"\ngroup = \"guide\"\nperiod = \"2026年\"\nkey = [\"name\"]\n"
       "label = \"name\"\naccess = \"closed\"\nlookup = [\"name\"]\nends = \"day\"\nstate = \"state\"\nhidden_states = [\"撤回\"]\nnotes = [\"注\"]\n"
       "[[columns]]\nname = \"name\"\ntitle = \"项目\"\ntype = \"code\"\ncode = \"document\"\n"
       "[[columns]]\nname = \"price\"\ntitle = \"单价\"\ntype = \"money\"\nshown_in = \"亿元\"\nhelp = \"说明\"\n"
       "[[columns]]\nname = \"day\"\ntitle = \"日期\"\ntype = \"date\"\n"
       "[[columns]]\nname = \"state\"\ntitle = \"状态\"\ntype = \"choice\"\nchoices = [\"公示\", \"撤回\"]\n"
       "[[views]]\nid = \"chart\"\ntitle = \"图\"\nkind = \"chart\"\nchart = \"stacked\"\nlevels = [\"state\"]\nvalues = [\"price\"]\n"
       "where = [{ column = \"state\", not = [\"撤回\"] }, { column = \"price\", at_least = 3 }, { column = \"day\", filled = true }]\n"
       "[[checks]]\nkind = \"within\"\ncolumns = [\"day\", \"day\"]\ndays = 7\nworking = true\ntolerance = 0.5\n"
       "[[measures]]\nid = \"m\"\ntitle = \"率\"\nunit = \"%\"\nof = [{ column = \"state\", is = [\"公示\"] }]\n"
       "[[editions]]\nedition = \"2025\"\nreason = \"更正\"\n");
  folder.files["tables/fees.csv"] = "name,price,day,state\n国办函〔2020〕109号,3.5,2026-01-01,公示\n";
  folder.files["tables/fees@2025.csv"] = "name,price,day,state\n国办函〔2020〕109号,3,,公示\n";
  finds_nothing();
  const auto tables = folder.check().content.tables;
  ASSERT_EQ(tables.size(), 2U);
  const auto& table = tables[0].table;
  EXPECT_EQ(table.access, Openness::Closed);
  EXPECT_EQ(table.columns[1].shown_in, "亿元");
  EXPECT_EQ(table.columns[1].scale, 1);
  EXPECT_EQ(table.views[0].where, (RowConditions{{"state", Relates::Not, {"撤回"}}, {"price", Relates::AtLeast, {"3"}}, {"day", Relates::Filled, {}}}));
  EXPECT_EQ(table.views[0].chart, ChartKind::Stacked);
  EXPECT_TRUE(table.checks[0].working);
  EXPECT_EQ(table.checks[0].tolerance, "0.5");
  EXPECT_EQ(table.measures[0].of[0].values, std::vector<std::string>{"公示"});
  EXPECT_EQ(tables[1].table.edition, "2025");
  EXPECT_EQ(tables[1].table.reason, "更正");
  EXPECT_EQ(tables[1].count, 1U);
}

TEST_F(Descriptions, NameWhatIsThere) {
  for (const std::string part : {"[[views]]\nid = \"v\"\ntitle = \"看\"\ncolumns = [\"pric\"]\n", "[[views]]\nid = \"v\"\ntitle = \"看\"\nsort = \"pric\"\n",
                                 "[[checks]]\nkind = \"shares\"\ncolumns = [\"pric\"]\n", "[[measures]]\nid = \"m\"\ntitle = \"率\"\nby = [\"pric\"]\n",
                                 "[[views]]\nid = \"v\"\ntitle = \"看\"\nwhere = [{ column = \"pric\", blank = true }]\n"}) {
    SCOPED_TRACE(part);
    fresh().add(part).finds_among_others(error(19, "“pric”不是任何一列的 name：请改正；是不是想写“price”？"));
  }
  fresh().change("source", "lookup = [\"pric\"]\naccess = \"closed\"\nsource").finds(error(2, "lookup 里的“pric”"));
  fresh().add("[[views]]\nid = \"v\"\ntitle = \"看\"\nwhere = [{ column = \"price\" }]\n").finds(error(22, "where 的条件写得不全"));
}

TEST_F(Descriptions, AViewHasWhatItsKindNeeds) {
  for (const auto& [kind, missing] : {std::pair("drill", "levels"), {"chart", "levels"}, {"timeline", "from"}, {"tracks", "value"}, {"places", "levels"}, {"calendar", "from"}})
    fresh().add("[[views]]\nid = \"v\"\ntitle = \"看\"\nkind = \"" + std::string(kind) + "\"\n").finds(error(19, std::string("却没有写 ") + missing));
  fresh().add("[[views]]\nid = \"v\"\ntitle = \"看\"\nkind = \"chart\"\nlevels = [\"name\"]\nvalues = [\"day\"]\n").finds(error(19, "“日期”不是"));
  fresh().add("[[views]]\nid = \"v\"\ntitle = \"看\"\nsays = \"{measure:none}\"\n").finds(error(19, "{measure:none} 找不到"));
}

TEST_F(Descriptions, AViewShowsSomething) {
  add("[[views]]\nid = \"v\"\ntitle = \"看\"\nwhere = [{ column = \"name\", is = [\"丙\"] }]\n").finds(warning(19, "“看”一行也没有"));
  change("丙", "甲").finds_nothing();
}

TEST_F(Descriptions, ATotalIsNotAddedOnceMore) {
  add("[[views]]\nid = \"v\"\ntitle = \"看\"\nkind = \"drill\"\nlevels = [\"name\"]\nvalues = [\"price\"]\n"
      "[[checks]]\nkind = \"subtotal\"\ncolumns = [\"price\"]\ntotal_row = { column = \"name\", is = [\"合计\"] }\n");
  finds(warning(19, "会把合计再加一遍：请加 where"));
  change("kind = \"drill\"", "kind = \"drill\"\nwhere = [{ column = \"name\", not = [\"合计\"] }]").finds_nothing();
}

TEST_F(Descriptions, MoneyIsConvertedBetweenUnitsOfMoney) {
  change("type = \"money\"", "type = \"money\"\nunit = \"万元\"\nshown_in = \"亿\"").finds(error(10, "“万元”换成“亿”"));
  change("\"亿\"", "\"亿元\"").finds_nothing();
  change("type = \"money\"", "type = \"number\"").finds(error(10, "shown_in 不起作用"));
}

TEST_F(Descriptions, ClosedIsByKeyAndPrivateAsksForWhatNobodyGuesses) {
  change("source", "access = \"closed\"\nsource").finds(error(2, "凭哪一列"));
  change("closed\"", "closed\"\nlookup = [\"name\"]").finds_nothing();
  change("required = true", "required = true\nsearched = true").finds(warning(7, "不进搜索"));
  fresh().change("title = \"项目\"", "title = \"姓名\"").change("source", "access = \"private\"\nlookup = [\"name\"]\nsource");
  finds(error(2, "现在还不能发布"), error(3, "认识的人猜几次就知道了"), error_in("tables/fees.csv", 0, "不能放在 tables 里"));
  EXPECT_EQ(folder.rows().size(), 0U) << "nor is it read";
}

TEST_F(Descriptions, OneAxisHasOneUnit) {
  add("[[columns]]\nname = \"persons\"\ntitle = \"人数\"\ntype = \"number\"\nunit = \"人\"\n\n[[views]]\nid = \"v\"\ntitle = \"看\"\n"
      "kind = \"drill\"\nlevels = [\"name\"]\nvalues = [\"price\", \"persons\"]\n");
  finds_among_others(error(25, "单位不一样"));
}

TEST_F(Descriptions, StandOnTheShelfOfAColumnThatIsThere) {
  change("source", "group = \"nowhere\"\nsource").finds(error(0, "不是任何一个栏目"));
}

TEST_F(Descriptions, PersonsAreNotShownByAccident) {
  change("title = \"日期\"\ntype = \"date\"", "title = \"法定代表人\"").finds(warning(15, "可能是个人的"));
  add("mask = \"none\"\n").finds_nothing();
  change("mask = \"none\"", "mask = \"name\"").finds_nothing();
  change("法定代表人", "身份证号").change("mask = \"name\"\n", "").finds(error(15, "个人的号码，会原样公布"));
  add("mask = \"drop\"\n").finds_nothing();
}

TEST_F(Descriptions, WhatIsHiddenIsNeededByNothing) {
  change("required = true", "mask = \"name\"").finds(error(3, "key 里的“项目”是遮住的"));
  fresh().add("mask = \"drop\"\n[[views]]\nid = \"v\"\ntitle = \"看\"\ncolumns = [\"day\"]\n").finds(error(20, "“看”要显示“日期”，这一列不发布"));
}

TEST_F(Descriptions, EditionsHaveTheirRows) {
  add("[[editions]]\nedition = \"2024\"\n").finds(error(19, "缺少数据文件 tables/fees@2024.csv"));
  folder.files["tables/fees@2024.csv"] = "name,price,day\n甲,90,\n";
  finds_nothing();
  EXPECT_THAT(folder.rows("fees", "2024"), ElementsAre(ElementsAre("甲", "90", "")));
  folder.files.erase("tables/fees.csv");
  finds(error(0, "缺少数据文件 tables/fees.csv"));
}

// ---- what printed tables bring along (CONTENT.md §3) ---------------------------------------------------------------

TEST_F(Tables, LinesAboveTheHead) {
  text("收费表,,\n部门：局,,单位：万元\nname,price,day\n甲,1,\n").finds(error(1, "表头在第 3 行，请把它上面的行删去，让第一行就是表头；“单位：万元”写到说明里去"));
}

TEST_F(Tables, AHeadOfTwoLines) {
  text("项目,单价,日期\n,金额,年月日\n甲,1,\n").finds(error(2, "表头有两行：请合成一行，上面的字在前，例如“单价·金额”"));
  text("项目,单价,日期\n,金额,\n甲,1,\n").finds(error(2, "表头有两行"));
}

TEST_F(Tables, RowsOfFormulasAndNumbers) {
  folder.change("tables/fees.toml", "title = \"日期\"\ntype = \"date\"", "title = \"数\"\ntype = \"number\"");
  text("name,price,day\n公式,A=B+C,B\n甲,1,2\n").finds(error(2, "栏次"));
  text("name,price,day\n计算,A=B+C,B\n甲,1,2\n").finds(error(2, "公式（A=B+C）"));
  text("name,price,day\n栏次,1,2\n甲,1,2\n").finds(error(2, "栏次"));
  text("name,price,day\n1,2,3\n甲,1,2\n").finds(error(2, "栏次"));
  text("name,price,day\n甲,1,2\n1,2,3\n").finds_nothing();
}

TEST_F(Tables, TotalsAreNoRows) {
  for (const std::string word : {"合计", "总　计", "小 计", "共计：", "合 计"}) {
    SCOPED_TRACE(word);
    text("name,price,day\n甲,1,\n" + word + ",1,\n").finds(error(3, "”，会和别的行加两遍"));
  }
  text("name,price,day\n合计划,1,\n统计,1,\n").finds_nothing();
  folder.files["tables/fees.toml"] += "[[checks]]\nkind = \"subtotal\"\ncolumns = [\"price\"]\ntotal_row = { column = \"name\", is = [\"合计\"] }\n";
  text("name,price,day\n甲,1,\n乙,2.5,\n合计,3.50,\n").finds_nothing();
  text("name,price,day\n甲,1,\n乙,2.5,\n合计,3.51,\n").finds(error(4, "“单价”的合计应是 3.5，现在是 3.51"));
}

TEST_F(Tables, UnitsAreNeverConvertedSilently) {
  folder.change("tables/fees.toml", "type = \"money\"", "type = \"money\"\nunit = \"亿元\"");
  text("项目,单价（亿元）,日期\n甲,1,\n").finds_nothing();
  text("项目,单价（万元）,日期\n甲,1,\n").finds(error(1, "“单价”在表头写的单位是“万元”，说明里是“亿元”：数字不会自动换算"));
  text("项目,单价,日期\n单位：万元,,\n甲,1,\n").finds(error(2, "“单位：万元”是单位，不是数据"));
}

TEST_F(Tables, NotesAndListsSideBySide) {
  text("name,price,day\n甲,1,\n注：一年一次\n").finds(error(3, "“注：一年一次”是表下的注"));
  text("项目,单价,日期,项目,单价\n甲,1,,乙,2\n").finds(error(1, "“项目”出现了两次：左右并排印的两张表"), error(1, "“单价”出现了两次"));
}

TEST_F(Tables, TwentyFaultsOfAKindAreTold) {
  std::string rows = "name,price,day\n";
  for (int i = 0; i < 60; ++i) rows += "项" + std::to_string(i) + ",x,\n";
  const auto findings = text(rows).folder.findings();
  ASSERT_EQ(findings.size(), 21U);
  EXPECT_EQ(findings[19].line, 21);
  EXPECT_THAT(sentence_of(findings[20]), ::testing::HasSubstr("同样的问题还有 40 处"));
}

TEST_F(Tables, WhatASpreadsheetWouldRunIsTextAgain) {
  text("name,price,day\n'=1+1,-5,\n'-2,1,\n''@a,1,\n'甲,1,\n").finds_nothing();
  EXPECT_THAT(folder.rows(), ElementsAre(ElementsAre("=1+1", "-5", ""), ElementsAre("-2", "1", ""), ElementsAre("'@a", "1", ""), ElementsAre("'甲", "1", "")));
}

TEST(PrintedTables, TheirWordsAreToldFromData) {
  EXPECT_TRUE(is_total_word("本页合计"));
  EXPECT_FALSE(is_total_word("合计数"));
  EXPECT_EQ(unit_said("金额单位： 万元"), "万元");
  EXPECT_EQ(unit_said("单位名称"), "");
  EXPECT_EQ(personal_kind("法定代表人"), Personal::Name);
  EXPECT_EQ(personal_kind("居民身份证号码"), Personal::Number);
  EXPECT_EQ(personal_kind("单位名称"), Personal::Nothing);
}

}  // namespace
}  // namespace mingting
