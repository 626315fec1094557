// Findings as they are told: many of a kind as one line, and what waits for its day.
#include "publish/checks/findings_text.hpp"

#include "publish/one_file.hpp"

namespace mingting {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string told(SampleFolder& folder, const char* today = "2026-11-23") {
  const auto checked = folder.check({.faces = {}, .today = *parse_date(today)});
  return findings_as_text(checked.content, checked.findings, *parse_date(today));
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

TEST(FindingsText, FiftyOfAKindAreOneLine) {
  SampleFolder folder;
  for (int i = 10; i < 60; ++i) folder.item("n" + std::to_string(i), "[词](guide/none)");
  const auto text = told(folder);
  EXPECT_EQ(lines_of(text), 2U) << text;
  EXPECT_THAT(text, HasSubstr("documents/n10.md:4: 错误: 链接“guide/none”找不到"));
  EXPECT_THAT(text, HasSubstr("（同样的问题还有 49 处：documents/n11.md:4、documents/n12.md:4、"));
  EXPECT_THAT(text, HasSubstr("50 个错误"));
}

TEST(FindingsText, AFewAreToldOneByOne) {
  SampleFolder folder;
  for (int i = 10; i < 18; ++i) folder.item("n" + std::to_string(i), "[词](guide/none)");
  EXPECT_EQ(lines_of(told(folder)), 9U);
}

TEST(FindingsText, TwentyCellsOfATableAreToldEachAndThenHowManyMore) {
  SampleFolder folder;
  folder.files["tables/fees.csv"] = "name,price,day\n";
  for (int i = 0; i < 60; ++i) folder.files["tables/fees.csv"] += "项" + std::to_string(i) + ",x,\n";
  const auto text = told(folder);
  EXPECT_EQ(lines_of(text), 22U) << text;
  EXPECT_THAT(text, HasSubstr("tables/fees.csv:21: 错误: “单价”里的“x”不对"));
  EXPECT_THAT(text, HasSubstr("（同样的问题还有 40 处，没有列出）"));
}

TEST(FindingsText, WhatWaitsForItsDay) {
  SampleFolder folder;
  folder.item("later", "正文", "published = 2026-12-24\n").item("soon", "正文", "published = 2026-12-01\n");
  EXPECT_THAT(
      told(folder),
      HasSubstr(
          "等到 2026-12-01 才显示：documents/soon.md\n等到 2026-12-24 才显示：documents/later.md\n检查通过"));
  EXPECT_THAT(told(folder, "2026-12-01"), Not(HasSubstr("soon")));
  const auto checked = folder.check();
  EXPECT_THAT(findings_as_json(checked.content, checked.findings, *parse_date("2026-11-23")),
              HasSubstr("\"file\": \"documents/soon.md\",\n   \"published\": \"2026-12-01\""));
}

}  // namespace
}  // namespace mingting
