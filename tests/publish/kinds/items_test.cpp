// Items: front matter, dates, validity, what a column asks for, names that must be one of a kind.
#include "publish/sample_folder.hpp"

namespace mingting {
namespace {

using ::testing::IsEmpty;

TEST(Items, TheSampleIsSound) {
  EXPECT_THAT(SampleFolder().findings(), IsEmpty());
}

TEST(Items, MetadataIsTrimmedComposedAndTyped) {
  SampleFolder folder;
  // e + U+0301 is one letter once composed.
  folder.item("a", "正文",
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

TEST(Items, IdsComeFromPlacesBelowTheFolder) {
  SampleFolder folder;
  folder.item("2021年/通知_1", "正文");
  EXPECT_EQ(folder.document("documents/2021年/通知_1").item.column, "documents");
}

TEST(Items, ATitleIsNeeded) {
  SampleFolder folder;
  folder.files["documents/a.md"] = "+++\nsummary = \"无题\"\n+++\n正文\n";
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 2, "缺少 title"));
  folder.files["documents/a.md"] = "+++\nsummary = \"无题\"\ntitle = \" \"\n+++\n正文\n";
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "title 是空的"));
}

TEST(Items, WhatTheColumnRequiresMustBeThere) {
  SampleFolder folder;
  folder.change("guide/01-hall.md", "summary = \"做什么\"\n", "")
      .change("guide/01-hall.md", "unit = \"区政府\"", "other = \"x\"");
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("guide/01-hall.md", 2, "缺少 summary"));
  EXPECT_THAT(findings, has_error("guide/01-hall.md", 2, "在 [fields] 下面加一行 unit"));
}

TEST(Items, FrontMatterMustBegin) {
  SampleFolder folder;
  folder.files["documents/a.md"] = "# 题\n";
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 1, "第一行应是“+++”"));
  folder.files["documents/a.md"] = "---\ntitle: 题\n---\n正文\n";
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 1, "“---”"));
  folder.files["documents/a.md"] = "+++\ntitle = \"题\"\n正文\n";
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 1, "文件头没有结束"));
  folder.files["documents/a.md"] = "\n\n";
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 0, "文件是空的"));
}

TEST(Items, TomlFaultsHaveTheirLine) {
  SampleFolder folder;
  folder.item("a", "正文", "summary = \"没有关\nissuer = \"x\"\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "引号"));
  folder.item("a", "正文", "summary = \"一\"\nissuer = \"x\"\nsummary = \"二\"\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 5, "写了两次"));
  folder.item("a", "正文", "summary = 办法\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "TOML"));
}

TEST(Items, WrongTypesAndUnknownKeys) {
  SampleFolder folder;
  folder.item("a", "正文",
              "summary = 3\nsample = \"yes\"\nkeywords = \"社保\"\nsumary = \"x\"\nwholly_other = 1\n");
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("documents/a.md", 3, "summary 应是文字"));
  EXPECT_THAT(findings, has_error("documents/a.md", 4, "sample 应是 true 或 false"));
  EXPECT_THAT(findings, has_error("documents/a.md", 5, "keywords 应是列表"));
  EXPECT_THAT(findings, has_warning("documents/a.md", 6, "是不是想写“summary”？"));
  EXPECT_THAT(findings, has_warning("documents/a.md", 7, "不认识的键 wholly_other"));
  EXPECT_EQ(findings.size(), 5U);
}

TEST(Items, WordsOutsideTheListAreNamed) {
  SampleFolder folder;
  folder.item("a", "正文", "disclosure = \"公开\"\nvalidity = \"现行有效\"\nexplainer = \"film\"\n");
  const auto findings = folder.findings();
  EXPECT_THAT(findings, has_error("documents/a.md", 3, "主动公开、依申请公开、不予公开"));
  EXPECT_THAT(findings, has_error("documents/a.md", 4, "有效、已修改、废止、失效"));
  EXPECT_THAT(findings, has_error("documents/a.md", 5, "scenario"));
}

TEST(Items, DatesThatCannotBe) {
  SampleFolder folder;
  folder.item("a", "正文", "made = \"2026-02-30\"\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "“2026-02-30”不是一个日期"));
  folder.item("a", "正文", "made = 2026-02-30\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "日期"));
  folder.item("a", "正文", "published = \"2026年1月1日\"\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "请写成 2026-01-31"));
  folder.item("a", "正文", "published = 0202-01-01\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "年份 202 不可能"));
  folder.item("a", "正文", "published = 2026-01-01T09:00:00\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "不是一个日期"));
}

TEST(Items, DatesInImpossibleOrder) {
  SampleFolder folder;
  folder.item("a", "正文", "made = 2026-02-02\npublished = 2026-02-01\n");
  EXPECT_THAT(folder.findings(),
              only_error("documents/a.md", 4, "发布日期早于成文日期（2026-02-01 早于 2026-02-02）"));
  folder.item("a", "正文", "effective = 2026-02-02\nexpires = 2026-02-01\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 4, "失效日期早于施行日期"));
  folder.item("a", "正文", "made = 2026-02-02\neffective = 2026-02-01\n");
  EXPECT_THAT(folder.findings(), only_warning("documents/a.md", 4, "施行日期早于成文日期"));
  folder.item("a", "正文", "made = 2026-02-02\npublished = 2026-02-02\n");
  EXPECT_THAT(folder.findings(), IsEmpty());
}

TEST(Items, ValidityNeedsItsGround) {
  SampleFolder folder;
  folder.item("a", "正文", "validity = \"失效\"\n");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "没有失效日期"));
  folder.item("a", "正文", "validity = \"失效\"\nexpires = 2020-01-01\n");
  EXPECT_THAT(folder.findings(), IsEmpty());
  folder.item("a", "正文", "validity = \"废止\"\n");
  EXPECT_THAT(folder.findings(), only_warning("documents/a.md", 3, "validity_note"));
  folder.item("a", "正文", "validity = \"已修改\"\n");
  EXPECT_THAT(folder.findings(), only_warning("documents/a.md", 3, "由哪个文件修改"));
  folder.item("a", "正文", "disclosure = \"不予公开\"\n");
  EXPECT_THAT(folder.findings(), only_warning("documents/a.md", 3, "不予公开"));
}

TEST(Items, ASampleIsMarkedAsOne) {
  SampleFolder folder;
  folder.files["documents/a.md"] = "+++\ntitle = \"收支表（示例）\"\n+++\n正文\n";
  EXPECT_THAT(folder.findings(), only_warning("documents/a.md", 2, "sample = true"));
  folder.files["documents/a.md"] = "+++\ntitle = \"收支表（示例）\"\nsample = true\n+++\n正文\n";
  EXPECT_THAT(folder.findings(), IsEmpty());
}

TEST(Items, AnItemWithoutBody) {
  SampleFolder folder;
  folder.item("a", "");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "没有正文"));
  folder.item("a", "## 只有标题\n\n---");
  EXPECT_THAT(folder.findings(), only_error("documents/a.md", 3, "只有标题"));
}

TEST(Items, DocumentNumbers) {
  SampleFolder folder;
  folder.item("a", "正文", "document_number = \"没有号\"\n");
  EXPECT_THAT(folder.findings(), only_warning("documents/a.md", 3, "文号“没有号”认不出来"));
  // The same number in other brackets as that of documents/rules.md, which comes later in the folder.
  folder.item("a", "正文", "summary = \"x\"\ndocument_number = \"国办函[2020]109号\"\n");
  EXPECT_THAT(folder.findings(), only_warning("documents/rules.md", 3, "和 documents/a.md 相同"));
}

TEST(Items, IndexNumbersAreUnique) {
  SampleFolder folder;
  folder.item("a", "正文", "index_number = \"N1\"\n")
      .item("b", "正文", "summary = \"x\"\nindex_number = \"N1\"\n");
  EXPECT_THAT(folder.findings(), only_warning("documents/b.md", 4, "索引号“N1”和 documents/a.md 相同"));
}

TEST(Items, IdsThatDifferByCaseAloneAreTheSame) {
  SampleFolder folder;
  folder.item("rules-A", "正文").item("rules-a", "正文");
  EXPECT_THAT(folder.findings(), only_error("documents/rules-a.md", 0, "和 documents/rules-A.md 重复"));
}

TEST(Items, IdsThatDifferByNormalisationAloneAreTheSame) {
  SampleFolder folder;
  // U+FA0C is canonically U+5140: two file names, one id.
  folder.item("\u5140", "正文").item("\uFA0C", "正文");
  EXPECT_THAT(folder.findings(), only_error("documents/\uFA0C.md", 0, "重复"));
}

TEST(Items, RelationsLeadSomewhere) {
  SampleFolder folder;
  folder.change("guide/02-apply.md", "item = \"guide/01-hall\"", "item = \"guide/01-hal\"");
  EXPECT_THAT(folder.findings(), only_error("guide/02-apply.md", 10, "是不是想写“guide/01-hall”？"));
  folder.change("guide/02-apply.md", "item = \"guide/01-hal\"", "item = \"guide/02-apply\"");
  EXPECT_THAT(folder.findings(), only_error("guide/02-apply.md", 10, "和它自己"));
  folder.change("guide/02-apply.md", "kind = \"related\"", "kind = \"friend\"")
      .change("guide/02-apply.md", "\"guide/02-apply\"", "\"guide/01-hall\"");
  EXPECT_THAT(folder.findings(), only_error("guide/02-apply.md", 9, "explained-by"));
}

TEST(Items, TheSameRelationTwice) {
  SampleFolder folder;
  folder.item("a", "正文",
              "[[relations]]\nkind = \"related\"\nitem = \"documents/rules\"\n[[relations]]\nkind = "
              "\"related\"\nitem = \"documents/rules\"\n");
  EXPECT_THAT(folder.findings(), only_warning("documents/a.md", 8, "写了两次"));
}

std::string replaces(const std::string& item, const std::string& kind = "replaces") {
  return "[[relations]]\nkind = \"" + kind + "\"\nitem = \"" + item + "\"\n";
}

TEST(Items, ReplacingInACircle) {
  SampleFolder folder;
  folder.item("a", "正文", replaces("documents/b")).item("b", "正文", replaces("documents/a"));
  EXPECT_THAT(folder.findings(), only_error("documents/b.md", 5, "documents/a → documents/b → documents/a"));
  // Both ends of one relation are no circle.
  folder.item("b", "正文", replaces("documents/a", "replaced-by"));
  EXPECT_THAT(folder.findings(), IsEmpty());
}

TEST(Items, ALongCircleAndALongChain) {
  SampleFolder folder;
  constexpr int kLength = 400;
  for (int i = 0; i < kLength; ++i) {
    folder.item("n" + std::to_string(1000 + i), "正文",
                replaces("documents/n" + std::to_string(1000 + i + 1)));
  }
  folder.item("n" + std::to_string(1000 + kLength), "正文");
  EXPECT_THAT(folder.findings(), IsEmpty());
  folder.item("n" + std::to_string(1000 + kLength), "正文", replaces("documents/n1000"));
  EXPECT_THAT(folder.findings(), only_error("documents/n1400.md", 5, "绕成了圈"));
}

TEST(Items, FieldsNearlyAsTheColumnNamesThem) {
  SampleFolder folder;
  folder.change("columns/guide.toml", "required = [\"summary\", \"unit\"]", "required = [\"summary\"]")
      .change("guide/01-hall.md", "unit =", "unti =");
  EXPECT_THAT(folder.findings(), only_warning("guide/01-hall.md", 5, "是不是想写“unit”？"));
}

TEST(Items, OneRunNamesEverything) {
  SampleFolder folder;
  folder.item("a", "[无](documents/none)", "made = \"x\"\n")
      .item("b", "")
      .item("c", "正文", "validity = \"失效\"\n");
  folder.files["site.toml"] = "id = 3\n";
  EXPECT_GE(folder.findings().size(), 10U);
}

TEST(Items, ThousandsOfFaultsInOneFileAreCut) {
  SampleFolder folder;
  std::string body;
  for (int i = 0; i < 3000; ++i) body += "[x](documents/none-" + std::to_string(i) + ")\n\n";
  folder.item("a", body);
  const auto findings = folder.findings();
  EXPECT_EQ(findings.size(), 51U);
  EXPECT_THAT(findings, has_error("documents/a.md", 0, "还有 2950 处"));
}

}  // namespace
}  // namespace mingting
