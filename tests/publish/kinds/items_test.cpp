// Items: front matter, dates, validity, what a column asks for, names that must be one of a kind.
#include "publish/one_file.hpp"

namespace mingting {
namespace {

struct Items : OneItem {};

TEST_F(Items, TheSampleIsSound) {
  finds_nothing();
}

TEST_F(Items, MetadataIsTrimmedComposedAndTyped) {
  // e + U+0301 is one letter once composed.
  front(
      "summary = \"  cafe\u0301\u3000\"\nmade = \"2020-01-02\"\nsample = true\nkeywords = [\"社保\", "
      "\"低保\"]\ndisclosure = \"依申请公开\"\n"
      "explainer = \"qa\"\nvalidity = \"废止\"\nvalidity_note = \"被替代\"\n[fields]\ncount = 3\nday "
      "= 2021-06-30\n");
  const auto item = folder.document("documents/a").item;
  EXPECT_EQ(item.summary, "caf\u00e9");
  EXPECT_EQ(item.made, parse_date("2020-01-02"));
  EXPECT_TRUE(item.sample);
  EXPECT_THAT(item.keywords, ::testing::ElementsAre("社保", "低保"));
  EXPECT_EQ(item.disclosure, Disclosure::OnRequest);
  EXPECT_EQ(item.validity, Validity::Repealed);
  EXPECT_EQ(item.explainer_form, "qa");
  EXPECT_EQ(item.column, "documents");
  EXPECT_EQ(item.fields, (std::map<std::string, std::string>{{"count", "3"}, {"day", "2021-06-30"}}));
}

TEST_F(Items, IdsComeFromPlacesBelowTheFolder) {
  folder.item("2021年/通知_1", "正文");
  EXPECT_EQ(folder.document("documents/2021年/通知_1").item.column, "documents");
}

TEST_F(Items, ATitleIsNeeded) {
  text("+++\nsummary = \"无题\"\n+++\n正文\n").finds(error(2, "缺少 title"));
  text("+++\nsummary = \"无题\"\ntitle = \" \"\n+++\n正文\n").finds(error(3, "title 是空的"));
}

TEST_F(Items, WhatTheColumnRequiresMustBeThere) {
  folder.change("guide/01-hall.md", "summary = \"做什么\"\n", "")
      .change("guide/01-hall.md", "unit = \"区政府\"", "other = \"x\"");
  finds_among_others(error_in("guide/01-hall.md", 2, "缺少 summary"),
                     error_in("guide/01-hall.md", 4, "在 [fields] 下面加一行 unit"));
}

TEST_F(Items, FrontMatterMustBegin) {
  text("# 题\n").finds(error(1, "第一行应是“+++”"));
  text("---\ntitle: 题\n---\n正文\n").finds(error(1, "“---”"));
  text("+++\ntitle = \"题\"\n正文\n").finds(error(1, "文件头没有结束"));
  text("\n\n").finds(error(0, "文件是空的"));
}

TEST_F(Items, TomlFaultsHaveTheirLine) {
  front("summary = \"没有关\nissuer = \"x\"\n").finds(error(3, "引号"));
  front("summary = \"一\"\nissuer = \"x\"\nsummary = \"二\"\n").finds(error(5, "写了两次"));
  front("summary = 办法\n").finds(error(3, "TOML"));
}

TEST_F(Items, WrongTypesAndUnknownKeys) {
  front("summary = 3\nsample = \"yes\"\nkeywords = \"社保\"\nsumary = \"x\"\nwholly_other = 1\n")
      .finds(error(3, "summary 应是文字"), error(4, "sample 应是 true 或 false"),
             error(5, "keywords 应是列表"), warning(6, "是不是想写“summary”？"),
             warning(7, "不认识的键 wholly_other"));
}

TEST_F(Items, WordsOutsideTheListAreNamed) {
  front("disclosure = \"公开\"\nvalidity = \"现行有效\"\nexplainer = \"film\"\n")
      .finds_among_others(error(3, "主动公开、依申请公开、不予公开"), error(4, "有效、已修改、废止、失效"),
                          error(5, "scenario"));
}

TEST_F(Items, DatesThatCannotBe) {
  front("made = \"2026-02-30\"\n").finds(error(3, "“2026-02-30”不是一个日期"));
  front("made = 2026-02-30\n").finds(error(3, "日期"));
  front("published = \"2026年2月30日\"\n").finds(error(3, "请写成 2026-01-31"));
  front("published = 2026/12/01\n").finds(error(3, "日期请写成 2026-12-01"));
  front("published = 0202-01-01\n").finds(error(3, "年份 202 不可能"));
  front("published = 2026-01-01T09:00:00\n").finds(error(3, "不是一个日期"));
}

TEST_F(Items, DatesInImpossibleOrder) {
  front("made = 2026-02-02\npublished = 2026-02-01\n")
      .finds(error(4, "发布日期早于成文日期（2026-02-01 早于 2026-02-02）"));
  front("effective = 2026-02-02\nexpires = 2026-02-01\n").finds(error(4, "失效日期早于施行日期"));
  front("made = 2026-02-02\neffective = 2026-02-01\n").finds(warning(4, "施行日期早于成文日期"));
  front("made = 2026-02-02\npublished = 2026-02-02\n").finds_nothing();
}

TEST_F(Items, ValidityNeedsItsGround) {
  front("validity = \"失效\"\n").finds(error(3, "没有失效日期"));
  front("validity = \"失效\"\nexpires = 2020-01-01\n").finds_nothing();
  front("validity = \"废止\"\n").finds(warning(3, "validity_note"));
  front("validity = \"已修改\"\n").finds(warning(3, "由哪个文件修改"));
  front("disclosure = \"不予公开\"\n").finds(warning(3, "不予公开"));
}

TEST_F(Items, ASampleIsMarkedAsOne) {
  text("+++\ntitle = \"收支表（示例）\"\n+++\n正文\n").finds(warning(2, "sample = true"));
  text("+++\ntitle = \"收支表（示例）\"\nsample = true\n+++\n正文\n").finds_nothing();
}

TEST_F(Items, AnItemWithoutBody) {
  body("").finds(error(3, "没有正文"));
  body("## 只有标题\n\n---").finds(error(3, "只有标题"));
}

TEST_F(Items, DocumentNumbers) {
  front("document_number = \"没有号\"\n").finds(warning(3, "文号“没有号”认不出来"));
  // The same number in other brackets as that of documents/rules.md, which comes later in the folder.
  front("summary = \"x\"\ndocument_number = \"国办函[2020]109号\"\n")
      .finds(warning_in("documents/rules.md", 3, "和 documents/a.md 相同"));
}

TEST_F(Items, IndexNumbersAreUnique) {
  front("index_number = \"N1\"\n")
      .item("b", "正文", "summary = \"x\"\nindex_number = \"N1\"\n")
      .finds(warning_in("documents/b.md", 4, "索引号“N1”和 documents/a.md 相同"));
}

TEST_F(Items, IdsThatDifferByCaseAloneAreTheSame) {
  folder.item("rules-A", "正文").item("rules-a", "正文");
  finds(error_in("documents/rules-a.md", 0, "和 documents/rules-A.md 重复"));
}

TEST_F(Items, IdsThatDifferByNormalisationAloneAreTheSame) {
  // U+FA0C is canonically U+5140: two file names, one id.
  folder.item("\u5140", "正文").item("\uFA0C", "正文");
  finds(error_in("documents/\uFA0C.md", 0, "重复"));
}

TEST_F(Items, RelationsLeadSomewhere) {
  folder.change("guide/02-apply.md", "item = \"guide/01-hall\"", "item = \"guide/01-hal\"");
  finds(error_in("guide/02-apply.md", 10, "是不是想写“guide/01-hall”？"));
  folder.change("guide/02-apply.md", "item = \"guide/01-hal\"", "item = \"guide/02-apply\"");
  finds(error_in("guide/02-apply.md", 10, "和它自己"));
  folder.change("guide/02-apply.md", "kind = \"related\"", "kind = \"friend\"")
      .change("guide/02-apply.md", "\"guide/02-apply\"", "\"guide/01-hall\"");
  finds(error_in("guide/02-apply.md", 9, "explained-by"));
}

TEST_F(Items, TheSameRelationTwice) {
  front(
      "[[relations]]\nkind = \"related\"\nitem = \"documents/rules\"\n[[relations]]\nkind = "
      "\"related\"\nitem = \"documents/rules\"\n")
      .finds(warning(8, "写了两次"));
}

std::string replaces(const std::string& item, const std::string& kind = "replaces") {
  return "[[relations]]\nkind = \"" + kind + "\"\nitem = \"" + item + "\"\n";
}

TEST_F(Items, ReplacingInACircle) {
  front(replaces("documents/b"))
      .item("b", "正文", replaces("documents/a"))
      .finds(error_in("documents/b.md", 5, "documents/a → documents/b → documents/a"));
  // Both ends of one relation are no circle.
  folder.item("b", "正文", replaces("documents/a", "replaced-by"));
  finds_nothing();
}

TEST_F(Items, ALongCircleAndALongChain) {
  constexpr int kLength = 400;
  for (int i = 0; i < kLength; ++i) {
    folder.item("n" + std::to_string(1000 + i), "正文",
                replaces("documents/n" + std::to_string(1000 + i + 1)));
  }
  folder.item("n" + std::to_string(1000 + kLength), "正文");
  finds_nothing();
  folder.item("n" + std::to_string(1000 + kLength), "正文", replaces("documents/n1000"));
  finds(error_in("documents/n1400.md", 5, "绕成了圈"));
}

TEST_F(Items, FieldsNearlyAsTheColumnNamesThem) {
  folder.change("columns/guide.toml", "required = [\"summary\", \"unit\"]", "required = [\"summary\"]")
      .change("guide/01-hall.md", "unit =", "unti =");
  finds(warning_in("guide/01-hall.md", 6, "是不是想写“unit”？"));
}

TEST_F(Items, DatesInAnySpellingInQuotes) {
  front("made = \"2026年1月5日\"\npublished = \"2026/1/8\"\n").finds_nothing();
  EXPECT_EQ(folder.document("documents/a").item.made, parse_date("2026-01-05"));
  EXPECT_EQ(folder.document("documents/a").item.published, parse_date("2026-01-08"));
}

TEST_F(Items, WhatFollowsFromAFaultIsNotSaid) {
  folder
      .change("columns/documents.toml", "title = \"文件\"\n",
              "title = \"文件\"\nrequired = [\"published\", \"validity\", \"unit\"]\n")
      .change("documents/rules.md", "validity = \"有效\"\n",
              "validity = \"有效\"\n[fields]\nunit = \"区政府\"\n");
  const std::string rest = "validity = \"有效\"\n[fields]\nunit = \"区政府\"\n";
  front("published = \"2026-02-30\"\n" + rest).finds(error(3, "“2026-02-30”不是一个日期"));
  front("published = 2026-02-20\nvalidity = \"现行\"\n[fields]\nunit = \"区政府\"\n")
      .finds(error(4, "“现行”不认识"));
  front("published = 2026-02-20\nvalidity = \"有效\"\n[fields]\nunti = \"区政府\"\n")
      .finds(error(6, "是不是想写“unit”？"));
  front("publishd = 2026-02-20\n" + rest).finds(error(3, "没有 publishd 这个键：请改成 published"));
  text("+++\ntitel = \"题\"\npublished = 2026-02-20\n" + rest + "+++\n正文\n")
      .finds(error(2, "请改成 title"));
  text("+++\ntitle = \"\"\npublished = 2026-02-20\n" + rest + "+++\n正文\n").finds(error(2, "title 是空的"));
}

TEST_F(Items, NoSentenceEndsTwice) {
  body("[一](guide/01-hal) [二](guide/01-hall#开放时候) [三](media/plan.pn) ![图](media/plan.pn)",
       "[[relations]]\nkind = \"related\"\nitem = \"guide/01-hal\"\n");
  const auto findings = folder.findings();
  EXPECT_EQ(findings.size(), 5U);
  for (const auto& finding : findings) {
    EXPECT_THAT(sentence_of(finding), ::testing::HasSubstr("是不是想写"));
    EXPECT_THAT(sentence_of(finding), ::testing::Not(::testing::HasSubstr("？。")));
  }
}

TEST_F(Items, CharactersThatAnEscapeHides) {
  front("summary = \"摘\\u0000要\"\nkeywords = [\"好\", \"词\\u001b\"]\n[fields]\n\"a\\u0007\" = 1\n")
      .finds(error(3, "U+0000"), error(4, "U+001B"), error(6, "U+0007"));
  front("summary = \"一\\t二\\n三\"\n").finds_nothing();
}

std::vector<Finding> checked_on(SampleFolder& folder, const char* today) {
  return folder.check({.faces = {}, .today = *parse_date(today)}).findings;
}

TEST_F(Items, DaysFarAhead) {
  front("published = 2126-11-20\n");
  EXPECT_THAT(checked_on(folder, "2026-11-23"),
              only_warning("documents/a.md", 3, "published 的 2126-11-20 离今天太远"));
  front("made = 2026-11-24\n");
  EXPECT_THAT(checked_on(folder, "2026-11-23"),
              only_warning("documents/a.md", 3, "made 的 2026-11-24 还没有到"));
  EXPECT_THAT(checked_on(folder, "2026-11-24"), ::testing::IsEmpty());
  front("effective = 2227-01-01\n").finds(error(3, "年份 2227 不可能"));
  front("published = 2026-12-01\neffective = 2027-01-01\nexpires = 2036-01-01\n");
  EXPECT_THAT(checked_on(folder, "2026-11-23"), ::testing::IsEmpty());
}

TEST_F(Items, OneRunNamesEverything) {
  body("[无](documents/none)", "made = \"x\"\n").item("b", "").item("c", "正文", "validity = \"失效\"\n");
  folder.files["site.toml"] = "id = 3\n";
  EXPECT_GE(folder.findings().size(), 10U);
}

TEST_F(Items, ThousandsOfFaultsInOneFileAreCut) {
  std::string links;
  for (int i = 0; i < 3000; ++i) links += "[x](documents/none-" + std::to_string(i) + ")\n\n";
  body(links);
  const auto findings = folder.findings();
  EXPECT_THAT(findings, only_error("documents/a.md", 4, "同样的问题共 3000 处，在第 4、6、8、"));
}

}  // namespace
}  // namespace mingting
