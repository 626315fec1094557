// Data files: the hall, columns, forms, tables, the calendar.
#include "publish/kinds/icons.hpp"
#include "publish/one_file.hpp"

namespace mingting {
namespace {

using ::testing::ElementsAre;

// ---- site.toml ----

struct HallFile : OneFile {
  HallFile() : OneFile("site.toml") {}
};

TEST_F(HallFile, WhatMustBeThere) {
  change("phone = \"0851\"\n", "")
      .change("id = \"nanming\"", "id = \"南明\"")
      .finds_among_others(error(1, "缺少 phone"), error(1, "只能用英文字母"));
}

TEST_F(HallFile, PrefixKeyAndWords) {
  change("receipt_prefix = \"NM\"",
         "receipt_prefix = \"nm-1\"\noffice_key = \"abc\"\nhot_searches = [\"开放\", \"开放\", \"\"]");
  add("\n[synonyms]\n\"社保\" = \"社保\"\n\"低保\" = \"\"\n\"医保\" = \"医疗保险\"\n");
  finds_among_others(error(9, "大写字母和数字"), error(10, "不要抄 office.key"),
                     warning(11, "“开放”写了两次"), warning(11, "空的一项"), warning(18, "同义词是它自己"),
                     error(19, "两边都要有词"));
  EXPECT_EQ(folder.check().content.site.synonyms, (std::map<std::string, std::string>{{"医保", "医疗保险"}}));
}

TEST_F(HallFile, UsesAreCountedUnlessItSaysNo) {
  EXPECT_TRUE(folder.check().content.site.count_uses);
  change("receipt_prefix = \"NM\"", "receipt_prefix = \"NM\"\ncount_uses = false").finds_nothing();
  EXPECT_FALSE(folder.check().content.site.count_uses);
  fresh().change("receipt_prefix = \"NM\"", "receipt_prefix = \"NM\"\ncount_uses = \"no\"").finds_among_others(error(10, "true"));
}

TEST_F(HallFile, HotSearchesFindSomething) {
  change("receipt_prefix = \"NM\"", "receipt_prefix = \"NM\"\nhot_searches = [\"九点\", \"几点\", \"社保\"]");
  add("\n[synonyms]\n\"几点\" = \"开放 时间\"\n").finds(warning(10, "“社保”在所有条目里都找不到"));
}

TEST_F(HallFile, TilesLeadSomewhere) {
  for (const std::string target :
       {"column:guide", "form:feedback", "item:documents/rules", "search", "everything", "progress"}) {
    SCOPED_TRACE(target);
    fresh().change("column:guide", target).finds_nothing();
  }
  for (const std::string target :
       {"column:none", "form:none", "item:none/1", "guide", "https://example.cn"}) {
    SCOPED_TRACE(target);
    fresh().change("column:guide", target).finds(error(13, "哪里也不去"));
  }
}

TEST_F(HallFile, ATileHasTheWordOfItsColumn) {
  change("title = \"指南\"", "title = \"帮手\"").finds(warning(13, "首页按钮叫“帮手”，点开的栏目叫“指南”"));
}

TEST_F(HallFile, EightTilesStandOnOneScreen) {
  const std::string tile = "\n[[tiles]]\ntitle = \"指南\"\ntarget = \"column:guide\"\n";
  for (int i = 1; i < 8; ++i) add(tile);
  finds_nothing();
  add(tile).finds(warning(45, "[[tiles]] 有 9 个，首页一屏放得下 8 个"));
}

TEST_F(HallFile, WhatIsNotKnownIsLeftOut) {
  change("phone = \"0851\"", "phone = \"以大厅公示为准\"").change("hours = \"九点\"", "hours = \"以大厅公示为准\"").finds_nothing();
  const auto site = folder.check().content.site;
  EXPECT_EQ(site.phone, "");
  EXPECT_EQ(site.hours, "");
  EXPECT_EQ(site.address, "一楼");
}

TEST_F(HallFile, APrefixLeavesRoomForTheMachinesName) {
  change("receipt_prefix = \"NM\"", "receipt_prefix = \"NMQ\"").finds_nothing();
  fresh().change("receipt_prefix = \"NM\"", "receipt_prefix = \"NMQU\"").finds(error(9, "最多 3 个"));
}

TEST_F(HallFile, IconsAreDrawings) {
  change("target = \"column:guide\"", "icon = \"serch\"\ntarget = \"column:guide\"")
      .finds(error(13, "没有叫“serch”的图标：可以用的，见内容手册的“大厅和首页”；是不是想写“search”？"));
  fresh().folder.files["columns/documents.toml"] +=
      "icon = \"magnifier\"\n[[doors]]\ntarget = \"column:guide\"\nicon = \"pnone\"\n";
  finds(error_in("columns/documents.toml", 2, "没有叫“magnifier”的图标"),
        error_in("columns/documents.toml", 5, "是不是想写“phone”？"));
  for (const auto& name : icon_names())
    EXPECT_TRUE(disk().exists(Path(MINGTING_SOURCE) / "assets" / "icons" / (name + ".svg"))) << name;
}

TEST_F(HallFile, WordsOnTilesFit) {
  change("title = \"指南\"\ntarget",
         "title = \"查找全部公开信息\"\ncaption = \"一二三四五六七八九十一二三\"\ntarget")
      .finds(warning(12, "title“查找全部公开信息”有 8 个字，按钮会比别的高：请不超过 4 个字"),
             warning(13, "请不超过 9 个字"), warning(14, "请用同一个词"));
}

// ---- columns ----

struct ColumnFiles : OneFile {
  ColumnFiles() : OneFile("columns/guide.toml") {}
};

TEST_F(ColumnFiles, KindsAndNames) {
  folder.files["columns/documents.toml"] =
      "title = \"文件\"\nkind = \"group\"\nordr = 3\nrequired = [\"title\"]\n[[shown]]\nname = "
      "\"unit\"\ntitle = \"单位\"\n[[filters]]\nname = \"year\"\ntitle_en = \"Year\"\n";
  finds(error_in("columns/documents.toml", 2, "list、groups、cards、questions"),
        warning_in("columns/documents.toml", 3, "是不是想写“order”？"),
        error_in("columns/documents.toml", 8, "缺少 title"),
        warning_in("columns/documents.toml", 7, "[[shown]] 里的“单位”没有英文（title_en）"),
        warning_in("columns/documents.toml", 0, "unit 没有一个条目填写"));
}

TEST_F(ColumnFiles, GroupsNeedAFieldToGroupBy) {
  change("kind = \"list\"", "kind = \"groups\"").finds(error(2, "group_by"));
  change("kind = \"groups\"", "kind = \"groups\"\ngroup_by = \"unit\"").finds_nothing();
}

TEST_F(ColumnFiles, AnEmptyColumn) {
  folder.files["columns/news.toml"] = "title = \"新闻\"\n";
  finds(warning_in("columns/news.toml", 0, "还没有条目"));
}

TEST_F(ColumnFiles, ComeInTheirOrder) {
  folder.files["columns/documents.toml"] += "order = 2\n";
  change("kind = \"list\"", "kind = \"list\"\norder = 1");
  const auto columns = folder.check().content.columns;
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_EQ(columns[0].id, "guide");
}

// ---- forms ----

struct FormFiles : OneFile {
  FormFiles() : OneFile("forms/feedback.toml") {}
};

TEST_F(FormFiles, AreReadWhole) {
  const auto form = folder.check().content.forms.at(0);
  EXPECT_EQ(form.id, "feedback");
  EXPECT_EQ(form.rules, RuleSet::Feedback);
  ASSERT_EQ(form.steps.size(), 1U);
  ASSERT_EQ(form.steps[0].fields.size(), 2U);
  EXPECT_EQ(form.steps[0].fields[0].choices.size(), 2U);
  EXPECT_EQ(form.steps[0].fields[1].shown_when, (Condition{"kind", {"a"}}));
}

TEST_F(FormFiles, NeedStepsFieldsAndAVersion) {
  text("title = \"意见\"\ntitle_en = \"F\"\n")
      .finds_among_others(error(1, "缺少 version"), error(1, "表单没有步骤"));
  text("title = \"意见\"\ntitle_en = \"F\"\nversion = \"1\"\n[[steps]]\ntitle = \"一\"\ntitle_en = \"One\"\n")
      .finds(error(4, "没有要填的内容"));
}

TEST_F(FormFiles, IdsAreUniqueAndPlain) {
  change("id = \"words\"", "id = \"kind\"").finds(error(18, "和第 11 行重复"));
  change("id = \"kind\"\nkind = \"long", "id = \"意见\"\nkind = \"long").finds(error(18, "只能用英文字母"));
}

TEST_F(FormFiles, ChoicesArePresentAndDistinct) {
  change("value = \"b\"", "value = \"a\"").finds(error(15, "有两个选项都是“a”"));
  fresh()
      .change(
          "choices = [{ value = \"a\", label = \"甲\", label_en = \"A\" }, { value = \"b\", label = "
          "\"乙\", label_en = \"B\" }]\n",
          "")
      .change("shown_when = { field = \"kind\", values = [\"a\"] }\n", "")
      .finds(error(11, "是选择题，却没有选项"));
}

TEST_F(FormFiles, WhatIsFoldedMayBeLeftAndHasARowThatOpensIt) {
  change("kind = \"long-text\"", "kind = \"long-text\"\nfolded = true").finds(error(18, "展开它的那一行"));
  change("title_en = \"One\"", "title_en = \"One\"\nmore = \"补充\"\nmore_en = \"More\"").finds_nothing();
  change("folded = true", "required = true").finds(warning(9, "more 不起作用"));
  change("required = true", "required = true\nfolded = true").finds(error(20, "不能收起来"));
}

TEST_F(FormFiles, OthersStandBehindTheFirstOfMany) {
  change("choices = [", "others = \"别的\"\nothers_en = \"Other\"\nchoices = [").finds(warning(15, "others 不起作用"));
}

TEST_F(FormFiles, ConditionsNameEarlierFieldsAndTheirChoices) {
  change("field = \"kind\"", "field = \"later\"").finds(error(22, "later 不是前面的字段"));
  change("field = \"later\", values = [\"a\"]", "field = \"kind\", values = [\"c\"]")
      .finds(error(22, "“c”不是字段 kind 的选项"));
  change("field = \"kind\", values = [\"c\"]", "field = \"words\"").finds(error(22, "words 不是前面的字段"));
}

TEST_F(FormFiles, TheKindOfPaperIsAChoiceBefore) {
  change("kind = \"long-text\"", "kind = \"identity\"\npaper_field = \"kind\"").finds_nothing();
  change("paper_field = \"kind\"", "paper_field = \"kid\"").finds(error(20, "是不是想写“kind”？"));
}

TEST_F(FormFiles, WrongValues) {
  change("kind = \"long-text\"", "kind = \"essay\"\nmax_length = 0\nsearch = \"all\"\nrequird = true")
      .finds_among_others(error(19, "kind 的“essay”不认识"), error(20, "max_length 是 0"),
                          error(21, "search 的“all”不认识"), warning(22, "是不是想写“required”？"));
}

TEST_F(FormFiles, SentencesForTheReceipt) {
  change("rules = \"feedback\"",
         "rules = \"application\"\nnext = [\"{due} 前答复\", \"{date}\"]\nnext_en = [\"one\"]")
      .finds(error(5, "“{date}”不认识"), warning(6, "next_en 有 1 句，next 有 2 句"));
  change("rules = \"application\"", "rules = \"feedback\"").finds_among_others(error(5, "{due} 只有"));
}

TEST_F(FormFiles, MissingEnglishIsCountedOnce) {
  change("title_en = \"One\"\n", "")
      .change("label_en = \"Words\"\n", "")
      .finds(warning(0, "有 2 处没有英文（_en），看英文的人只能看到中文：请补上，第一处在第 7 行"));
}

// ---- calendar ----

struct Holidays : OneFile {
  Holidays() : OneFile("calendar/holidays.csv") {}
};

TEST_F(Holidays, KindsDatesAndOrder) {
  add("2026-10-09,workday,国庆节\n2026-10-04,Holiday,国庆节\n2026-10-01,holiday,国庆节\n2026-02-30,holiday,"
      "春节\n"
      "2026-10-05,holiday,\n2026-10-06,holiday\n");
  finds(error(17, "类别“Holiday”不认识"), error(18, "和第 13 行重复"), error(19, "“2026-02-30”不是一个日期"),
        error(20, "没有写节日名称"), error(21, "有 2 格，应有 3 格"), warning(17, "没有按先后排列"),
        warning(20, "没有按先后排列"));
}

TEST_F(Holidays, AYearIsJudgedByTheLawsLeast) {
  change("2026-02-16,holiday,春节\n", "").finds(error(0, "2026 年“春节”的放假日只有 3 天，按《全国年节及纪念日放假办法》至少 4 天"));
}

TEST_F(Holidays, AWorkedDayIsAWeekendThatIsNoFestival) {
  add("2026-10-09,workday,国庆节\n").finds(error(16, "2026-10-09（星期五）本来就是工作日"));
  fresh().change("2026-10-03,holiday,国庆节\n", "2026-10-03,workday,国庆节\n")
      .finds(error(0, "“国庆”的放假日只有 2 天"), error(15, "2026-10-03 是法定节日，不能标 workday"));
}

TEST_F(Holidays, CellsMayBeQuoted) {
  change("2026-10-01,holiday,国庆节\n", "\"2026-10-01\",\"holiday\",\"国庆节\"\n").finds_nothing();
}

TEST_F(Holidays, AHeadIsNeeded) {
  text("day,what\n").finds(error(1, "date,kind,name"));
}

TEST_F(Holidays, WithoutACalendarNoYearIsKnown) {
  folder.files.erase("calendar/holidays.csv");
  EXPECT_EQ(folder.check().content.holidays_csv, "date,kind,name\n");
}

class WordsFile : public OneFile {
 public:
  WordsFile() : OneFile("words/work.tsv") {}
};

TEST_F(WordsFile, AreReadByLine) {
  text("# 左边是群众说的话\n被开除\t解除劳动合同\t经济补偿\t\n\n狗咬人\t饲养的动物\n").finds_nothing();
  EXPECT_EQ(folder.check().content.plain_words,
            (PlainWords{{"被开除", {"解除劳动合同", "经济补偿"}}, {"狗咬人", {"饲养的动物"}}}));
}

TEST_F(WordsFile, SayWhatIsWrongOnWhichLine) {
  text("被开除 解除劳动合同\n").finds(error(1, "Tab"));
  text("狗咬人\t\t饲养的动物\n").finds(error(1, "空的"));
  text("狗咬人\t狗咬人\n").finds(error(1, "两次"));
  text("狗\t饲养的动物\n").finds(error(1, "一个字"));
  text("狗咬人\t饲养的动物\n狗咬人\t动物\n").finds(error(2, "已经写过"));
  text("老板欠我三个月的工资一直不给我应该怎么办才好\t劳动报酬\n").finds(error(1, "太长"));
}

/// check --words on the sample with this list.
std::vector<Finding> meanings_looked_up(SampleFolder& folder) {
  return folder.check({.faces = {}, .meanings = true}).findings;
}

TEST_F(WordsFile, MayHaveMeaningsThatStandNowhereYet) {
  text("狗咬人\t饲养的动物\n").finds_nothing();
}

TEST_F(WordsFile, NameMeaningsThatStandNowhereWhenAsked) {
  item("law", "动物饲养人应当承担侵权责任；ＷＩＦＩ、检测仪。");
  text("狗咬人\t饲养的动物\t動物飼養人\n网络\tWi-Fi 检测仪\n车祸\t侵权责任\t事故\n");
  EXPECT_THAT(meanings_looked_up(folder),
              ElementsAre(found::finding(Severity::Warning, "words/work.tsv", 1, "没有“饲养的动物”"),
                                     found::finding(Severity::Warning, "words/work.tsv", 3, "没有“事故”")));
}

TEST_F(WordsFile, NamesManySuchMeaningsInOneLine) {
  std::string lines;
  for (int i = 10; i < 40; ++i) lines += "群众说" + std::to_string(i) + "\t法律说" + std::to_string(i) + "\n";
  text(lines);
  EXPECT_THAT(meanings_looked_up(folder), ElementsAre(found::finding(Severity::Warning, "words/work.tsv", 1, "30")));
}

class UsesFile : public OneFile {
 public:
  UsesFile() : OneFile("search/uses.tsv") {}
};

TEST_F(UsesFile, CountsItemsThatThereAre) {
  const auto item = folder.check().content.documents.front().item.id;
  text(item + "\t12\n").finds_nothing();
  EXPECT_EQ(folder.check().content.uses, (Uses{{item, 12}}));
  text(item + "\t12\n" + item + "\t3\n").finds(error(2, "两次"));
  text(item + "\t-1\n").finds(error(1, "次数"));
  text("nowhere/gone\t3\n").finds(warning(0, "没有条目"));
}

}  // namespace
}  // namespace mingting
