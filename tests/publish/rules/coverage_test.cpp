// coverage.toml: what the law wants open, held against a content folder, and told in three ways and as a page.
#include <algorithm>

#include "publish/build/samples.hpp"
#include "publish/checks/coverage_text.hpp"
#include "publish/one_file.hpp"

namespace mingting {
namespace {

constexpr const char* kDuties =
    "title = \"法定主动公开\"\ncolumn = \"documents\"\n\n"
    "[[duties]]\narticle = \"第二十条第（二）项\"\ntitle = \"机构\"\nagency = \"办公室\"\ncolumns = [\"guide\"]\ndays = 30\n\n"
    "[[duties]]\narticle = \"第二十条第（八）项\"\ntitle = \"收费\"\ntables = [\"fees\"]\n\n"
    "[[duties]]\narticle = \"第二十一条\"\ntitle = \"=市政建设\"\ntopics = [\"市政\"]\n";

struct CoverageToml : OneFile {
  CoverageToml() : OneFile("coverage.toml") { text(kDuties); }

  std::vector<CoverageLine> lines(Date today = {}) { return folder.check({.faces = {}, .today = today}).content.coverage; }
};

TEST_F(CoverageToml, IsHeldAgainstWhatThereIs) {
  finds_nothing();
  const auto all = lines();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].count, 2U);
  EXPECT_EQ(all[1].count, 2U) << "rows of the table";
  EXPECT_EQ(all[2].state, CoverageState::Missing);
  EXPECT_EQ(lines(std::chrono::year{2026} / 11 / 23)[0].state, CoverageState::Stale) << "nobody wrote a day";
}

TEST_F(CoverageToml, WhatIsNotPublicAnswersNothing) {
  folder.change("guide/02-apply.md", "summary", "disclosure = \"依申请公开\"\nsummary");
  EXPECT_EQ(lines()[0].count, 1U);
}

TEST_F(CoverageToml, NamesWhatIsThere) {
  change("\"guide\"", "\"guides\"").finds(error(8, "栏目“guides”找不到：请写 columns 里的文件名；是不是想写“guide”"));
  text(kDuties).change("[\"fees\"]", "[\"none\"]").finds(error(14, "表格“none”找不到"));
  text(kDuties).change("topics = [\"市政\"]\n", "").finds(error(18, "没有写靠什么来公开"));
  text(kDuties).change("column = \"documents\"", "column = \"none\"").finds(error(2, "栏目“none”找不到"));
  text("title = \"x\"\n").finds(error(0, "一条 [[duties]] 也没有"));
}

TEST_F(CoverageToml, HasAPageThatIsAnItem) {
  const auto page = folder.document("documents/list");
  EXPECT_EQ(page.item.title, "法定主动公开");
  EXPECT_EQ(page.item.summary, "共 3 项：已公开 2 项，该更新 0 项，只有示例 0 项，还没有 1 项。");
  std::vector<std::string> headings;
  std::size_t rows = 0;
  for (const auto& block : page.blocks) {
    if (block.kind == BlockKind::Heading) headings.push_back(plain_text(block));
    if (block.kind == BlockKind::Table) rows += block.cells.size() - 1;
  }
  EXPECT_EQ(headings, (std::vector<std::string>{"第二十条规定的", "第二十一条规定的"}));
  EXPECT_EQ(rows, 3U);
}

TEST_F(CoverageToml, WithoutSamplesNothingIsSaidOfThem) {
  folder.change("guide/01-hall.md", "summary", "sample = true\nsummary").change("guide/02-apply.md", "summary", "sample = true\nsummary");
  auto content = folder.check().content;
  EXPECT_EQ(content.coverage[0].state, CoverageState::Samples);
  (void)leave_out_samples(content);
  EXPECT_EQ(content.coverage[0].state, CoverageState::Missing);
  const auto page = std::ranges::find(content.documents, "documents/list", [](const Document& each) { return each.item.id; });
  ASSERT_NE(page, content.documents.end());
  EXPECT_EQ(page->item.summary, "共 3 项：已公开 1 项，该更新 0 项，只有示例 0 项，还没有 2 项。");
}

TEST_F(CoverageToml, ItsPageIsLinkedToLikeAnyOther) {
  folder.item("a", "见[对照](documents/list)。");
  finds_nothing();
}

TEST_F(CoverageToml, IsToldAsTextJsonAndCsv) {
  const auto all = lines();
  EXPECT_NE(coverage_as_text(all).find("第二十条第（八）项　收费：已公开　2 条（没有写责任单位）\n"), std::string::npos) << coverage_as_text(all);
  EXPECT_NE(coverage_as_json(all).find("\"state\": \"missing\""), std::string::npos);
  const auto csv = coverage_as_csv(all);
  EXPECT_NE(csv.find("\"第二十条第（二）项\",\"机构\",\"已公开\",\"2\",\"0\",\"\",\"办公室\"\n"), std::string::npos) << csv;
  EXPECT_NE(csv.find("\"'=市政建设\""), std::string::npos) << "a spreadsheet runs nothing";
}

}  // namespace
}  // namespace mingting
