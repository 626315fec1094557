// Data files: the hall, columns, forms, tables, the calendar.
#include "publish/sample_folder.hpp"

namespace mingting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// ---- site.toml ----

TEST(SiteFile, WhatMustBeThere) {
  SampleFolder folder;
  folder.change("site.toml", "phone = \"0851\"\n", "")
      .change("site.toml", "id = \"nanming\"", "id = \"南明\"");
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("site.toml", 1, "缺少 phone"));
  EXPECT_THAT(findings, has_error("site.toml", 1, "只能用英文字母"));
}

TEST(SiteFile, PrefixKeyAndWords) {
  SampleFolder folder;
  folder.change("site.toml", "receipt_prefix = \"NM\"",
                "receipt_prefix = \"nm-1\"\noffice_key = \"abc\"\nhot_searches = [\"开放\", \"开放\", \"\"]");
  folder.files["site.toml"] +=
      "\n[synonyms]\n\"社保\" = \"社保\"\n\"低保\" = \"\"\n\"医保\" = \"医疗保险\"\n";
  const auto checked = folder.check();
  EXPECT_THAT(checked.findings, has_error("site.toml", 9, "大写字母和数字"));
  EXPECT_THAT(checked.findings, has_error("site.toml", 10, "不要抄 office.key"));
  EXPECT_THAT(checked.findings, has_warning("site.toml", 11, "“开放”写了两次"));
  EXPECT_THAT(checked.findings, has_warning("site.toml", 11, "空的一项"));
  EXPECT_THAT(checked.findings, has_warning("site.toml", 18, "同义词是它自己"));
  EXPECT_THAT(checked.findings, has_error("site.toml", 19, "两边都要有词"));
  EXPECT_EQ(checked.content.site.synonyms, (std::map<std::string, std::string>{{"医保", "医疗保险"}}));
}

TEST(SiteFile, HotSearchesFindSomething) {
  SampleFolder folder;
  folder.change("site.toml", "receipt_prefix = \"NM\"",
                "receipt_prefix = \"NM\"\nhot_searches = [\"九点\", \"几点\", \"社保\"]");
  folder.files["site.toml"] += "\n[synonyms]\n\"几点\" = \"开放 时间\"\n";
  EXPECT_THAT(folder.findings(), only_warning("site.toml", 10, "“社保”在所有条目里都找不到"));
}

TEST(SiteFile, TilesLeadSomewhere) {
  for (const std::string target :
       {"column:guide", "form:feedback", "item:documents/rules", "search", "progress"}) {
    SampleFolder folder;
    folder.change("site.toml", "column:guide", target);
    EXPECT_THAT(folder.findings(), IsEmpty()) << target;
  }
  for (const std::string target :
       {"column:none", "form:none", "item:none/1", "guide", "https://example.cn"}) {
    SampleFolder folder;
    folder.change("site.toml", "column:guide", target);
    EXPECT_THAT(folder.findings(), only_error("site.toml", 13, "哪里也不去")) << target;
  }
}

// ---- columns ----

TEST(ColumnFiles, KindsAndNames) {
  SampleFolder folder;
  folder.files["columns/documents.toml"] =
      "title = \"文件\"\nkind = \"group\"\nordr = 3\nrequired = [\"title\"]\n[[shown]]\nname = "
      "\"unit\"\ntitle = \"单位\"\n[[filters]]\nname = \"year\"\n";
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("columns/documents.toml", 2, "list、groups、cards、questions"));
  EXPECT_THAT(findings, has_warning("columns/documents.toml", 3, "是不是想写“order”？"));
  EXPECT_THAT(findings, has_error("columns/documents.toml", 8, "缺少 title"));
  EXPECT_THAT(findings, has_warning("columns/documents.toml", 0, "unit 没有一个条目填写"));
  EXPECT_EQ(findings.size(), 4U);
}

TEST(ColumnFiles, GroupsNeedAFieldToGroupBy) {
  SampleFolder folder;
  folder.change("columns/guide.toml", "kind = \"list\"", "kind = \"groups\"");
  EXPECT_THAT(folder.findings(), only_error("columns/guide.toml", 2, "group_by"));
  folder.change("columns/guide.toml", "kind = \"groups\"", "kind = \"groups\"\ngroup_by = \"unit\"");
  EXPECT_THAT(folder.findings(), IsEmpty());
}

TEST(ColumnFiles, AnEmptyColumn) {
  SampleFolder folder;
  folder.files["columns/news.toml"] = "title = \"新闻\"\n";
  EXPECT_THAT(folder.findings(), only_warning("columns/news.toml", 0, "还没有条目"));
}

TEST(ColumnFiles, ComeInTheirOrder) {
  SampleFolder folder;
  folder.files["columns/documents.toml"] += "order = 2\n";
  folder.change("columns/guide.toml", "kind = \"list\"", "kind = \"list\"\norder = 1");
  const auto columns = folder.check().content.columns;
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_EQ(columns[0].id, "guide");
}

// ---- forms ----

TEST(FormFiles, AreReadWhole) {
  SampleFolder folder;
  const auto form = folder.check().content.forms.at(0);
  EXPECT_EQ(form.id, "feedback");
  EXPECT_EQ(form.rules, RuleSet::Feedback);
  ASSERT_EQ(form.steps.size(), 1U);
  ASSERT_EQ(form.steps[0].fields.size(), 2U);
  EXPECT_EQ(form.steps[0].fields[0].choices.size(), 2U);
  EXPECT_EQ(form.steps[0].fields[1].shown_when, (Condition{"kind", {"a"}}));
}

TEST(FormFiles, NeedStepsFieldsAndAVersion) {
  SampleFolder folder;
  folder.files["forms/feedback.toml"] = "title = \"意见\"\ntitle_en = \"F\"\n";
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("forms/feedback.toml", 1, "缺少 version"));
  EXPECT_THAT(findings, has_error("forms/feedback.toml", 1, "表单没有步骤"));
  folder.files["forms/feedback.toml"] =
      "title = \"意见\"\ntitle_en = \"F\"\nversion = \"1\"\n[[steps]]\ntitle = \"一\"\ntitle_en = \"One\"\n";
  EXPECT_THAT(folder.findings(), only_error("forms/feedback.toml", 4, "没有要填的内容"));
}

TEST(FormFiles, IdsAreUniqueAndPlain) {
  SampleFolder folder;
  folder.change("forms/feedback.toml", "id = \"words\"", "id = \"kind\"");
  EXPECT_THAT(folder.findings(), only_error("forms/feedback.toml", 18, "和第 11 行重复"));
  folder.change("forms/feedback.toml", "id = \"kind\"\nkind = \"long", "id = \"意见\"\nkind = \"long");
  EXPECT_THAT(folder.findings(), only_error("forms/feedback.toml", 18, "只能用英文字母"));
}

TEST(FormFiles, ChoicesArePresentAndDistinct) {
  SampleFolder folder;
  folder.change("forms/feedback.toml", "value = \"b\"", "value = \"a\"");
  EXPECT_THAT(folder.findings(), only_error("forms/feedback.toml", 15, "有两个选项都是“a”"));
  SampleFolder none;
  none.change("forms/feedback.toml",
              "choices = [{ value = \"a\", label = \"甲\", label_en = \"A\" }, { value = \"b\", label = "
              "\"乙\", label_en = \"B\" }]\n",
              "")
      .change("forms/feedback.toml", "shown_when = { field = \"kind\", values = [\"a\"] }\n", "");
  EXPECT_THAT(none.findings(), only_error("forms/feedback.toml", 11, "是选择题，却没有选项"));
}

TEST(FormFiles, ConditionsNameEarlierFieldsAndTheirChoices) {
  SampleFolder folder;
  folder.change("forms/feedback.toml", "field = \"kind\"", "field = \"later\"");
  EXPECT_THAT(folder.findings(), only_error("forms/feedback.toml", 22, "later 不是前面的字段"));
  folder.change("forms/feedback.toml", "field = \"later\", values = [\"a\"]",
                "field = \"kind\", values = [\"c\"]");
  EXPECT_THAT(folder.findings(), only_error("forms/feedback.toml", 22, "“c”不是字段 kind 的选项"));
  folder.change("forms/feedback.toml", "field = \"kind\", values = [\"c\"]", "field = \"words\"");
  EXPECT_THAT(folder.findings(), only_error("forms/feedback.toml", 22, "words 不是前面的字段"));
}

TEST(FormFiles, TheKindOfPaperIsAChoiceBefore) {
  SampleFolder folder;
  folder.change("forms/feedback.toml", "kind = \"long-text\"", "kind = \"identity\"\npaper_field = \"kind\"");
  EXPECT_THAT(folder.findings(), IsEmpty());
  folder.change("forms/feedback.toml", "paper_field = \"kind\"", "paper_field = \"kid\"");
  EXPECT_THAT(folder.findings(), only_error("forms/feedback.toml", 20, "是不是想写“kind”？"));
}

TEST(FormFiles, WrongValues) {
  SampleFolder folder;
  folder.change("forms/feedback.toml", "kind = \"long-text\"",
                "kind = \"essay\"\nmax_length = 0\nsearch = \"all\"\nrequird = true");
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("forms/feedback.toml", 19, "kind 的“essay”不认识"));
  EXPECT_THAT(findings, has_error("forms/feedback.toml", 20, "max_length 是 0"));
  EXPECT_THAT(findings, has_error("forms/feedback.toml", 21, "search 的“all”不认识"));
  EXPECT_THAT(findings, has_warning("forms/feedback.toml", 22, "是不是想写“required”？"));
}

TEST(FormFiles, SentencesForTheReceipt) {
  SampleFolder folder;
  folder.change("forms/feedback.toml", "rules = \"feedback\"",
                "rules = \"application\"\nnext = [\"{due} 前答复\", \"{date}\"]\nnext_en = [\"one\"]");
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("forms/feedback.toml", 5, "“{date}”不认识"));
  EXPECT_THAT(findings, has_warning("forms/feedback.toml", 6, "next_en 有 1 句，next 有 2 句"));
  EXPECT_EQ(findings.size(), 2U);
  folder.change("forms/feedback.toml", "rules = \"application\"", "rules = \"feedback\"");
  EXPECT_THAT(folder.findings(), has_error("forms/feedback.toml", 5, "{due} 只有"));
}

TEST(FormFiles, MissingEnglishIsCountedOnce) {
  SampleFolder folder;
  folder.change("forms/feedback.toml", "title_en = \"One\"\n", "")
      .change("forms/feedback.toml", "label_en = \"Words\"\n", "");
  EXPECT_THAT(folder.findings(),
              only_warning("forms/feedback.toml", 0,
                           "有 2 处没有英文（_en），看英文的人只能看到中文：请补上，第一处在第 7 行"));
}

// ---- tables ----

TEST(Tables, ReadInTheOrderOfTheirDescription) {
  SampleFolder folder;
  folder.files["tables/fees.csv"] = "日期,项目,price\n2026-01-01,\"甲，\"\"一\"\"\n第二行\",3\n\n,乙,\n";
  EXPECT_THAT(folder.check().content.tables.at(0).rows,
              ElementsAre(ElementsAre("甲，\"一\"\n第二行", "3", "2026-01-01"), ElementsAre("乙", "", "")));
}

TEST(Tables, MissingAndForeignColumns) {
  SampleFolder folder;
  folder.files["tables/fees.csv"] = "name,day,color\n甲,2026-01-01,红\n";
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("tables/fees.csv", 1, "缺少列“price”（单价）"));
  EXPECT_THAT(findings, has_warning("tables/fees.csv", 1, "第 3 列“color”"));
  EXPECT_EQ(findings.size(), 2U);
}

TEST(Tables, RaggedRowsKeepTheirLines) {
  SampleFolder folder;
  folder.files["tables/fees.csv"] = "name,price,day\n\"甲\n的第二行\",1,\n乙,1\n丙,1,,\n丁,2,\n";
  EXPECT_THAT(folder.findings(),
              ElementsAre(found::finding(Severity::Error, "tables/fees.csv", 4, "有 2 格，表头有 3 格"),
                          found::finding(Severity::Error, "tables/fees.csv", 5, "有 4 格")));
}

TEST(Tables, TypesAndKeys) {
  SampleFolder folder;
  folder.change("tables/fees.toml", "type = \"money\"", "type = \"number\"");
  folder.files["tables/fees.csv"] = "name,price,day\n甲,一百,\n乙,\"12,34\",2026-13-01\n,1,\n甲,-3.25,\n";
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("tables/fees.csv", 2, "“单价”里的“一百”不对：应是数字"));
  EXPECT_THAT(findings, has_error("tables/fees.csv", 3, "“12,34”"));
  EXPECT_THAT(findings, has_error("tables/fees.csv", 3, "“日期”里的“2026-13-01”"));
  EXPECT_THAT(findings, has_error("tables/fees.csv", 4, "“项目”不能空着"));
  EXPECT_THAT(findings, has_error("tables/fees.csv", 5, "和第 2 行重复"));
  EXPECT_EQ(findings.size(), 5U);
  SampleFolder money;
  money.files["tables/fees.csv"] = "name,price,day\n甲,1.234,\n乙,100元,\n";
  EXPECT_THAT(money.findings(),
              ElementsAre(found::finding(Severity::Error, "tables/fees.csv", 2, "应是金额"),
                          found::finding(Severity::Error, "tables/fees.csv", 3, "不写“元”")));
}

TEST(Tables, QuotesThatDoNotClose) {
  SampleFolder folder;
  folder.files["tables/fees.csv"] = "name,price,day\n甲,1,\n\"乙,1,\n丙,1,\n";
  EXPECT_THAT(folder.findings(), only_error("tables/fees.csv", 3, "双引号没有关上"));
  folder.files["tables/fees.csv"] = "name,price,day\n甲\"一\",1,\n";
  EXPECT_THAT(folder.findings(), only_error("tables/fees.csv", 2, "引号的位置不对"));
}

TEST(Tables, EmptyAndHalfPairs) {
  SampleFolder folder;
  folder.files["tables/fees.csv"] = "\n";
  EXPECT_THAT(folder.findings(), only_error("tables/fees.csv", 0, "表格是空的"));
  folder.files["tables/fees.csv"] = "name,price,day\n";
  EXPECT_THAT(folder.findings(), only_warning("tables/fees.csv", 0, "只有表头"));
  folder.files["tables/other.csv"] = "a\n1\n";
  EXPECT_THAT(folder.findings(), has_error("tables/other.csv", 0, "tables/other.toml"));
  SampleFolder half;
  half.files.erase("tables/fees.csv");
  EXPECT_THAT(half.findings(), only_error("tables/fees.toml", 0, "缺少数据文件 tables/fees.csv"));
}

TEST(Tables, DescriptionsAreSound) {
  SampleFolder folder;
  folder.change("tables/fees.toml", "source = \"通知\"\n", "")
      .change("tables/fees.toml", "key = [\"name\"]", "key = [\"id\"]");
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_warning("tables/fees.toml", 1, "没有写数据来源"));
  EXPECT_THAT(findings, has_error("tables/fees.toml", 2, "key 里的 id"));
}

// ---- calendar ----

TEST(Holidays, KindsDatesAndOrder) {
  SampleFolder folder;
  folder.files["calendar/holidays.csv"] +=
      "2026-10-09,workday,国庆节\n2026-10-02,Holiday,国庆节\n2026-10-01,holiday,国庆节\n2026-02-30,holiday,"
      "春节\n"
      "2026-10-03,holiday,\n2026-10-04,holiday\n";
  const auto findings = folder.findings();
  const std::string file = "calendar/holidays.csv";
  EXPECT_THAT(findings, has_error(file, 10, "2026-10-09（星期五）本来就是工作日"));
  EXPECT_THAT(findings, has_error(file, 11, "类别“Holiday”不认识"));
  EXPECT_THAT(findings, has_error(file, 12, "和第 9 行重复"));
  EXPECT_THAT(findings, has_error(file, 13, "“2026-02-30”不是一个日期"));
  EXPECT_THAT(findings, has_error(file, 14, "没有写节日名称"));
  EXPECT_THAT(findings, has_error(file, 15, "有 2 格，应有 3 格"));
  EXPECT_THAT(findings, has_warning(file, 11, "没有按先后排列"));
}

TEST(Holidays, AYearThatWasCutOff) {
  SampleFolder folder;
  folder.change("calendar/holidays.csv", "2026-10-01,holiday,国庆节\n", "");
  EXPECT_THAT(folder.findings(), only_warning("calendar/holidays.csv", 0, "2026 年没有“国庆”的放假日"));
  folder.files["calendar/holidays.csv"] = "day,what\n";
  EXPECT_THAT(folder.findings(), only_error("calendar/holidays.csv", 1, "date,kind,name"));
}

TEST(Holidays, WithoutACalendarNoYearIsKnown) {
  SampleFolder folder;
  folder.files.erase("calendar/holidays.csv");
  EXPECT_EQ(folder.check().content.holidays_csv, "date,kind,name\n");
}

}  // namespace
}  // namespace mingting
