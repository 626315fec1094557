// Markdown becomes blocks: what each piece of a text is, where links lead, what cannot be shown.
#include "publish/text/markdown.hpp"

#include "base/random.hpp"
#include "publish/sample_folder.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

MarkdownDocument parse(const std::string& text) {
  FileReport report("x.md");
  auto document = parse_markdown(text, 1, report);
  EXPECT_THAT(report.take(), IsEmpty()) << text;
  return document;
}

std::vector<Finding> faults(const std::string& text, int first_line = 1) {
  FileReport report("x.md");
  parse_markdown(text, first_line, report);
  return report.take();
}

/// "H2 标题 | P 段落": kind, level and text of each block.
std::string outline(const std::string& text) {
  static const std::map<BlockKind, std::string> kNames{{BlockKind::Heading, "H"}, {BlockKind::Paragraph, "P"},
                                                       {BlockKind::Bullet, "B"},  {BlockKind::Numbered, "N"},
                                                       {BlockKind::Quote, "Q"},   {BlockKind::Table, "T"},
                                                       {BlockKind::Picture, "I"}, {BlockKind::Rule, "R"}};
  std::string outline;
  for (const auto& block : parse(text).blocks) {
    if (!outline.empty()) outline += " | ";
    outline += kNames.at(block.kind);
    const bool levelled = block.kind == BlockKind::Heading || block.kind == BlockKind::Bullet ||
                          block.kind == BlockKind::Numbered;
    if (levelled) outline += std::to_string(block.level);
    if (block.kind == BlockKind::Numbered) outline += "." + std::to_string(block.number);
    if (const auto plain = plain_text(block); !plain.empty()) outline += " " + plain;
  }
  return outline;
}

TEST(Markdown, BlocksInReadingOrder) {
  EXPECT_EQ(outline("## 标题\n\n一段。\n\n- 甲\n- 乙\n\n> 引用\n\n---\n\n尾"),
            "H2 标题 | P 一段。 | B0 甲 | B0 乙 | Q 引用 | R | P 尾");
}

TEST(Markdown, ListsNest) {
  EXPECT_EQ(outline("- 甲\n  - 子一\n  - 子二\n    1. 孙\n- 乙"),
            "B0 甲 | B1 子一 | B1 子二 | N2.1 孙 | B0 乙");
  EXPECT_EQ(outline("3. 三\n4. 四\n\n中断\n\n1. 一"), "N0.3 三 | N0.4 四 | P 中断 | N0.1 一");
  EXPECT_EQ(outline("- 甲\n\n- 乙\n\n  乙的第二段\n\n- 丙"), "B0 甲 | B0 乙\n乙的第二段 | B0 丙");
  EXPECT_EQ(outline("- 甲\n  - 子\n\n  甲又说"), "B0 甲 | B1 子 | P 甲又说");
  EXPECT_EQ(outline("-\n- 乙"), "B0 乙");
}

TEST(Markdown, LinesJoinAsTheirScriptDoes) {
  EXPECT_EQ(outline("政务公开\n专区"), "P 政务公开专区");
  EXPECT_EQ(outline("open\ngovernment"), "P open government");
  EXPECT_EQ(outline("公开，\nopen"), "P 公开，open");
  EXPECT_EQ(outline("open\n公开"), "P open公开");
  EXPECT_EQ(outline("one\n**two**"), "P one two");
  EXPECT_EQ(outline("甲\n**乙**\n[丙](a/b)"), "P 甲乙丙");
  EXPECT_EQ(outline("上  \n下"), "P 上\n下");
  EXPECT_EQ(outline("上\\\n下"), "P 上\n下");
}

TEST(Markdown, StylesAndLinksAreSpans) {
  const auto document = parse("平**粗**和*斜*及`代码`，[**粗**链](guide/01)。");
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_THAT(
      document.blocks[0].spans,
      ElementsAre(Span{"平"}, Span{"粗", true}, Span{"和"}, Span{"斜", false, true}, Span{"及代码，"},
                  Span{"粗", true, false, "guide/01"}, Span{"链", false, false, "guide/01"}, Span{"。"}));
  EXPECT_EQ(document.links.size(), 2U);
}

TEST(Markdown, TablesAreCells) {
  const auto document = parse("| 事项 | 时限 |\n|---|---:|\n| **甲** | 3 |\n| 乙 `x` | |");
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.blocks[0].kind, BlockKind::Table);
  EXPECT_THAT(document.blocks[0].cells,
              ElementsAre(ElementsAre("事项", "时限"), ElementsAre("甲", "3"), ElementsAre("乙 x", "")));
}

TEST(Markdown, TextAfterATableIsText) {
  EXPECT_EQ(outline("| 甲 |\n|---|\n| 1 |\n\n段\n\n- 表"), "T 甲\n1 | P 段 | B0 表");
}

TEST(Markdown, PicturesAreBlocks) {
  EXPECT_EQ(outline("前![图一](media/a.png)后"), "P 前 | I 图一 | P 后");
  EXPECT_EQ(outline("- ![图](media/a.png)\n- 乙"), "I 图 | B0 乙");
  const auto document = parse("段\n\n![平面图](media/a.png)");
  ASSERT_EQ(document.pictures.size(), 1U);
  EXPECT_EQ(document.pictures[0].line, 3);
  EXPECT_EQ(document.blocks[document.pictures[0].block].media, "media/a.png");
}

TEST(Markdown, AnchorsAreUnique) {
  std::vector<std::string> anchors;
  for (const auto& block : parse("# 开放 时间\n\n## 开放　时间\n\n## 开放时间-2\n\n## 开放时间").blocks)
    anchors.push_back(block.anchor);
  EXPECT_THAT(anchors, ElementsAre("开放时间", "开放时间-2", "开放时间-2-2", "开放时间-3"));
}

TEST(Markdown, EntitiesCodeAndEscapes) {
  EXPECT_EQ(outline("a &lt; b &amp; c &#8212; &#x4E2D; &nope; \\* \\<br>"), "P a < b & c — 中 &nope; * <br>");
  EXPECT_EQ(outline("```\n第一行\n  第二行\n```"), "P 第一行\n  第二行");
  EXPECT_EQ(outline("　　首行缩进\n\n    四个空格"), "P 　　首行缩进 | P 四个空格");
}

TEST(Markdown, HtmlIsAnError) {
  EXPECT_THAT(faults("段\n\n<div>\n盒子\n</div>\n", 10),
              Contains(found::finding(Severity::Error, "x.md", 12, "<div>")));
  EXPECT_THAT(faults("第一行<br>\n第二行<b>粗</b>"),
              Contains(found::finding(Severity::Error, "x.md", 2, "<b>")));
}

TEST(Markdown, WhatWouldNotShow) {
  EXPECT_THAT(faults("段\n\n![](media/a.png)"), only_warning("x.md", 3, "没有说明"));
  EXPECT_THAT(faults("# ![图](media/a.png)"), only_error("x.md", 1, "不能放在标题里"));
  EXPECT_THAT(faults("| a |\n|---|\n| ![图](media/a.png) |"), only_error("x.md", 3, "不能放在表格里"));
  EXPECT_THAT(faults("段\n\n他说“**好**”。\n\n她说**“好”后"), only_warning("x.md", 5, "没有变成粗体"));
  EXPECT_THAT(faults("[](guide/01)"), only_warning("x.md", 1, "没有文字"));
  EXPECT_THAT(faults("[词]()"), only_error("x.md", 1, "没有写地址"));
}

// ---- as people write it ----

TEST(Slips, HeadingsWithoutTheirSpace) {
  EXPECT_EQ(outline("##没有空格\n\n＃＃ 全角\n\n＃全角\n\n#标题\n\n##　宽空格"),
            "H2 没有空格 | H2 全角 | H1 全角 | H1 标题 | H2 宽空格");
  EXPECT_EQ(outline("#1楼\n\n#话题#"), "P #1楼 | P #话题#");
  EXPECT_EQ(outline("上面一段\n---\n下面一段"), "P 上面一段 | R | P 下面一段")
      << "a line under words is a line";
  EXPECT_EQ(outline("* * *\n\n——————"), "R | R");
  EXPECT_THAT(faults("####### 七个"), only_error("x.md", 1, "最多 6 个"));
}

TEST(Slips, ListsInTheMarksOfOffices) {
  EXPECT_EQ(outline("办法：\n1、先登记。\n2、再取号。\n４． 后办理。"),
            "P 办法： | N0.1 先登记。 | N0.2 再取号。 | N0.4 后办理。");
  EXPECT_EQ(outline("1.先\n3.后"), "N0.1 先 | N0.3 后") << "a number that is cited stays";
  EXPECT_EQ(outline("说明\n2. 从二起"), "P 说明 | N0.2 从二起");
  EXPECT_EQ(outline("•第一件。\n•第二件。\n\n－甲\n-乙\n*丙"),
            "B0 第一件。 | B0 第二件。 | B0 甲 | B0 乙 | B0 丙");
  EXPECT_EQ(outline("- [ ] 没有办\n- [x] 办好了\n- 【】空"), "B0 □ 没有办 | B0 √ 办好了 | B0 □ 空");
  EXPECT_EQ(outline("3、5号楼\n\n1.5倍\n\n-5度\n\n——说话\n\n●●县\n\n2026、2027年"),
            "P 3、5号楼 | P 1.5倍 | P -5度 | P ——说话 | P ●●县 | P 2026、2027年");
}

TEST(Slips, NumberedParagraphsDoNotRunTogether) {
  EXPECT_EQ(outline("一、总则\n（一）目的\n（二）范围\n二、办法"),
            "P 一、总则 | P （一）目的 | P （二）范围 | P 二、办法");
  EXPECT_EQ(outline("①甲\n②乙"), "P ①甲 | P ②乙");
  EXPECT_EQ(outline("第三条　甲\n第四条　乙"), "P 第三条　甲 | P 第四条　乙");
  EXPECT_EQ(outline("依照\n第三条规定办"), "P 依照第三条规定办");
}

TEST(Slips, LinksInChineseBrackets) {
  const auto link_in = [](const std::string& text) {
    const auto document = parse(text);
    return document.links.empty() ? "" : document.links[0].target + " " + document.blocks[0].spans.at(1).text;
  };
  EXPECT_EQ(link_in("看【怎样申请】（guide/03-apply）。"), "guide/03-apply 怎样申请");
  EXPECT_EQ(link_in("看[怎样申请]（guide/03-apply）。"), "guide/03-apply 怎样申请");
  EXPECT_EQ(link_in("看［词］(#标题）"), "#标题 词");
  EXPECT_EQ(link_in("看[词] (guide/03)"), "guide/03 词");
  EXPECT_EQ(link_in("看【附件】（见第三页）"), "");
  EXPECT_EQ(link_in("依【2026】（3/4）"), "");
  EXPECT_EQ(outline("！[图]（media/a.png）"), "I 图");
}

TEST(Slips, TablesInOtherDashesAndWalls) {
  EXPECT_EQ(outline("怎样交：\n| 怎样交 | 哪天 |\n|—|—|\n| 当面 | 当天 |\n以下是正文"),
            "P 怎样交： | T 怎样交\t哪天\n当面\t当天 | P 以下是正文");
  EXPECT_EQ(outline("｜甲｜乙｜\n｜：－｜－－：｜\n｜一｜二｜"), "T 甲\t乙\n一\t二");
  EXPECT_EQ(outline("甲|乙\n-|-\n一|二"), "T 甲\t乙\n一\t二");
  EXPECT_EQ(outline("| 甲 |\n|---|\n| 一\\|二 |"), "T 甲\n一|二");
}

TEST(Slips, ARaggedTableIsAnErrorOfItsLine) {
  EXPECT_THAT(
      faults("| 事项 | 材料 |\n|---|---|\n| 甲 | 身份证 | 各一份 |\n| 乙 |\n\n后", 9),
      ::testing::ElementsAre(found::finding(Severity::Error, "x.md", 11, "这一行有 3 格，表头有 2 格"),
                             found::finding(Severity::Error, "x.md", 12, "这一行有 1 格，表头有 2 格")));
  EXPECT_THAT(faults("| 甲 | 乙 |\n|---|\n| 一 | 二 |"), only_error("x.md", 2, "横线有 1 格，表头有 2 格"));
  EXPECT_THAT(faults("| 甲 | 乙 |\n| 一 | 二 |\n| 三 | 四 |"),
              only_error("x.md", 1, "请在第一行下面加一行 |---|---|"));
}

TEST(Slips, StruckWords) {
  const auto document = parse("~~删去的话~~，后面。从5~10天，3~5人。他说~~“好”~~后。");
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_THAT(document.blocks[0].spans,
              ElementsAre(Span{.text = "删去的话", .struck = true}, Span{"，后面。从5~10天，3~5人。他说"},
                          Span{.text = "“好”", .struck = true}, Span{"后。"}));
  EXPECT_THAT(faults("甲~~乙"), only_warning("x.md", 1, "没有变成删除线"));
  EXPECT_THAT(faults("| 甲 |\n|---|\n| ~~一~~ |"), only_error("x.md", 3, "表格里不能划去"));
}

TEST(Slips, BoldBesideChineseMarks) {
  const auto document = parse("他说**“好”**后，** 又 **说。");
  EXPECT_THAT(document.blocks[0].spans,
              ElementsAre(Span{"他说"}, Span{"“好”", true}, Span{"后，"}, Span{" 又 ", true}, Span{"说。"}));
}

TEST(Slips, Footnotes) {
  EXPECT_EQ(outline("收费按办法[^1]。\n\n[^1]: 见《办法》第三条。\n[^2]：另见"),
            "P 收费按办法（注1）。 | P 注1：见《办法》第三条。 | P 注2：另见");
  EXPECT_EQ(outline("甲[^乙]\n\n[^乙]: 丙"), "P 甲（注1） | P 注1：丙");
  EXPECT_THAT(faults("甲[^9]", 4), only_error("x.md", 4, "脚注“[^9]”没有注释"));
}

TEST(Slips, LineBreaksOfWebPages) {
  EXPECT_EQ(outline("上<br>下<BR />尾"), "P 上\n下\n尾");
}

TEST(Slips, BareAddressesAndNumbersCanBeTouched) {
  const auto targets = [](const std::string& text) {
    std::vector<std::string> found;
    for (const auto& link : parse(text).links) found.push_back(link.target);
    return found;
  };
  EXPECT_THAT(targets("见 https://www.example.gov.cn/a/b?c=1。也见（www.example.cn）"),
              ElementsAre("https://www.example.gov.cn/a/b?c=1", "http://www.example.cn"));
  EXPECT_THAT(targets("电话0851-12345678，手机13800138000，400-123-4567"),
              ElementsAre("tel:0851-12345678", "tel:13800138000", "tel:400-123-4567"));
  EXPECT_THAT(targets("请拨打12345，热线：12333"), ElementsAre("tel:12345", "tel:12333"));
  EXPECT_THAT(targets("共12345件，编号520102138001380001，2026-12345678，[市网](https://a.cn/13800138000)"),
              ElementsAre("https://a.cn/13800138000"));
  EXPECT_EQ(outline("| 网 |\n|---|\n| [市网](https://a.cn/x) |\n| [12345](tel:12345) |"),
            "T 网\n市网（https://a.cn/x）\n12345")
      << "a table keeps no links";
}

/// Whatever is put in front of it, a fault keeps the line it was written on.
TEST(Slips, LinesStayThoseOfTheFile) {
  SeededRandom random(17);
  const std::vector<std::string> pieces{"段\n",   "1、甲\n", "•乙\n",      "| a | b |\n|—|—|\n| 1 | 2 |\n",
                                        "##题\n", "\n",      "[^1]: 注\n", "---\n",
                                        "> 引\n", "一、总\n"};
  for (unsigned round = 0; round < rounds(200, 5000); ++round) {
    std::string text;
    for (auto left = random.below(12); left > 0; --left) text += pieces[random.below(pieces.size())];
    const int line = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    EXPECT_THAT(faults(text + "\n\n词[^没有]\n"),
                Contains(found::finding(Severity::Error, "x.md", line + 3, "没有注释")))
        << text;
    EXPECT_THAT(faults(text + "\n\n[](guide/01)\n"),
                Contains(found::finding(Severity::Warning, "x.md", line + 3, "没有文字")))
        << text;
  }
}

TEST(Markdown, MarksWithoutEndAreReadSoon) {
  for (const std::string_view piece : {"[", "![", "**", "- ", "> ", "`", "|\n|-|\n", "<", "&#", "_a_ "}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    FileReport report("x.md");
    parse_markdown(text, 1, report);
    EXPECT_LE(report.take().size(), 102U);
  }
}

// ---- links, resolved across the folder ----

std::string link_of(const std::string& written) {
  SampleFolder folder;
  folder.item("a", "## 本页 标题\n\n[词](" + written + ")");
  return folder.document("documents/a").blocks.back().spans.at(0).link;
}

TEST(Links, EveryWayToWriteOne) {
  EXPECT_EQ(link_of("guide/01-hall"), "item:guide/01-hall");
  EXPECT_EQ(link_of("guide/01-hall#开放时间"), "item:guide/01-hall#开放时间");
  EXPECT_EQ(link_of("<guide/01-hall#开放 时间>"), "item:guide/01-hall#开放时间");
  EXPECT_EQ(link_of("guide/01-hall#%E5%BC%80%E6%94%BE%E6%97%B6%E9%97%B4"), "item:guide/01-hall#开放时间");
  EXPECT_EQ(link_of("#本页标题"), "item:documents/a#本页标题");
  EXPECT_EQ(link_of("../guide/01-hall.md"), "item:guide/01-hall");
  EXPECT_EQ(link_of("rules.md"), "item:documents/rules");
  EXPECT_EQ(link_of("/guide/01-hall.md"), "item:guide/01-hall");
  EXPECT_EQ(link_of("item:guide/01-hall"), "item:guide/01-hall");
  EXPECT_EQ(link_of("media/plan.png"), "media:plan.png");
  EXPECT_EQ(link_of("../media/plan.png"), "media:plan.png");
  EXPECT_EQ(link_of("https://example.cn/a%20b"), "https://example.cn/a%20b");
  EXPECT_EQ(link_of("tel:12345"), "tel:12345");
}

TEST(Links, PicturesFromAnywhereInTheFolder) {
  SampleFolder folder;
  folder.item("a", "![图](../media/plan.png)").item("deep/b", "![图](media/plan.png)");
  EXPECT_EQ(folder.document("documents/a").blocks[0].media, "plan.png");
  EXPECT_EQ(folder.document("documents/deep/b").blocks[0].media, "plan.png");
}

TEST(Links, BrokenOnesAreNamed) {
  SampleFolder folder;
  folder.item("a",
              "一\n\n二[词](guide/1-hall)\n\n[词](guide/01-hall#开放时候)\n\n[词](#没有)\n\n[词](media/"
              "plan.jpg)\n\n![图](media/Plan.png)\n\n"
              "![图](https://example.cn/a.png)\n\n![图](plan.png)\n\n| a |\n|---|\n| [表](guide/none) "
              "|\n\n[词](ftp://x)");
  const auto findings = folder.findings();
  const std::string file = "documents/a.md";
  EXPECT_THAT(findings, has_error(file, 6, "是不是想写“guide/01-hall”？"));
  EXPECT_THAT(findings, has_error(file, 8, "是不是想写“开放时间”？"));
  EXPECT_THAT(findings, has_error(file, 10, "“#没有”找不到"));
  EXPECT_THAT(findings, has_error(file, 12, "media 文件夹里没有 plan.jpg"));
  EXPECT_THAT(findings, has_error(file, 14, "media 文件夹里没有 Plan.png"));
  EXPECT_THAT(findings, has_error(file, 16, "大厅的机器不上网"));
  EXPECT_THAT(findings, has_error(file, 18, "不在 media 文件夹里"));
  EXPECT_THAT(findings, has_error(file, 22, "guide/none"));
  EXPECT_THAT(findings, has_error(file, 24, "ftp://x"));
  EXPECT_EQ(findings.size(), 9U);
}

TEST(Links, AFileThatCannotBeReadBreaksNoLinksToIt) {
  SampleFolder folder;
  folder.files["guide/01-hall.md"] = "+++\ntitle = \n+++\n\n正文\n";
  folder.change("guide/02-apply.md", "#开放时间", "");
  EXPECT_THAT(folder.findings(), only_error("guide/01-hall.md", 2, "TOML"));
}

}  // namespace
}  // namespace mingting
