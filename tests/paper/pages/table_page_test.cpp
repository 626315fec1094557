// Tables on paper: joined cells, breaks, heads.
#include "base/said/words.hpp"
#include "paper/pages/table_page.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "paper/face/formed.hpp"
#include "paper/paper_fixture.hpp"
#include "paper/pdf/pdf_writer.hpp"
#include "paper/tools.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr TableLook kLook;

/// Two heads joined over three columns, then `count` rows whose first cell joins three of them.
TablePage grouped(int count) {
  TablePage table{{20, 50, 30}, {}, 2};
  table.rows.push_back({{"项目", 2, 1}, {"数量", 1, 2}});
  table.rows.push_back({{"类别"}, {"名称"}});
  for (int i = 0; i < count; ++i) {
    std::vector<TableCell> row;
    if (i % 3 == 0) row.push_back({"第" + std::to_string(i / 3 + 1) + "类", 1, std::min(3, count - i)});
    row.push_back({"名称" + std::to_string(i + 1), 1, 1, CellAlign::Left});
    row.push_back({std::to_string(i * 7)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<Sheet> set_on(const Grid& grid, const TablePage& table, double from_top = 0) {
  Composer page(shared_faces(), grid);
  page.skip(from_top);
  const auto done = set_table(page, table, kLook);
  EXPECT_TRUE(done) << worded(done.error());
  return std::move(page).finish();
}

std::string words_of(const Sheet& sheet) {
  std::string words;
  for (const auto& run : sheet.runs) words += to_utf8(characters_of(run.text)) + " ";
  return words;
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::string refusal(const TablePage& table) {
  Composer page(shared_faces(), table_grid());
  const auto done = set_table(page, table, kLook);
  return done ? "" : worded(done.error());
}

TEST(TablePage, EverythingStandsWithinTheMargins) {
  for (const auto& grid : {table_grid(), lying(table_grid())}) {
    for (const auto& sheet : set_on(grid, grouped(100))) {
      EXPECT_EQ(sheet.width, grid.width);
      for (const auto& run : sheet.runs) {
        EXPECT_GE(run.x, grid.left);
        EXPECT_LT(run.baseline, grid.height - grid.bottom);
      }
      for (const auto& box : sheet.shapes.at(0)) {
        EXPECT_GE(box.x, grid.left - 1);
        EXPECT_LE(box.x + box.width, grid.width - grid.right + 1);
        EXPECT_LE(box.y + box.height, grid.height - grid.bottom + 1e-6);
      }
    }
  }
}

TEST(TablePage, TheHeadStandsOnEveryPageAndEveryRowOnOne) {
  const auto sheets = set_on(table_grid(), grouped(100));
  ASSERT_GE(sheets.size(), 3U);
  std::string all;
  for (const auto& sheet : sheets) {
    const auto words = words_of(sheet);
    EXPECT_EQ(times(words, "数量 "), 1U);
    EXPECT_EQ(times(words, "类别 "), 1U);
    all += words;
  }
  for (int i = 1; i <= 100; ++i) EXPECT_EQ(times(all, "名称" + std::to_string(i) + " "), 1U) << i;
}

TEST(TablePage, APageBreakSparesJoinedCells) {
  std::string all;
  for (const auto& sheet : set_on(table_grid(), grouped(99))) all += words_of(sheet);
  for (int i = 1; i <= 33; ++i) EXPECT_EQ(times(all, "第" + std::to_string(i) + "类 "), 1U) << i;
}

TEST(TablePage, ACellThatMustBeCutSaysItsTextOnBothPages) {
  TablePage table{{10, 90}, {{{"表头"}, {"名称"}}}, 1};
  for (int i = 0; i < 60; ++i) {
    std::vector<TableCell> row;
    if (i == 0) row.push_back({"全部", 1, 60});
    row.push_back({"行" + std::to_string(i)});
    table.rows.push_back(std::move(row));
  }
  const auto sheets = set_on(table_grid(), table);
  ASSERT_EQ(sheets.size(), 2U);
  for (const auto& sheet : sheets) EXPECT_THAT(words_of(sheet), HasSubstr("全部"));
}

TEST(TablePage, AJoinedCellWithMuchTextMakesItsRowsHigher) {
  Composer page(shared_faces(), table_grid());
  TablePage table{{8, 92}, {{{"很长的文字要占很多行才放得下", 1, 2}, {"甲"}}, {{"乙"}}}, 0};
  const auto tall = table_height(page, table, kLook);
  table.rows[0][0].text = "短";
  const auto low = table_height(page, table, kLook);
  ASSERT_TRUE(tall && low);
  EXPECT_NEAR(*low, 2 * (kLook.leading + 2 * kLook.above) + kLook.frame, 1e-6);
  EXPECT_GT(*tall, *low + 2 * kLook.leading);
}

TEST(TablePage, StartsOnTheNextPageWhenNoRowFits) {
  const auto& grid = table_grid();
  const auto sheets = set_on(grid, grouped(3), grid.height - grid.top - grid.bottom - 20);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_TRUE(sheets[0].runs.empty());
  EXPECT_THAT(words_of(sheets[1]), HasSubstr("名称3"));
}

TEST(TablePage, TornTablesAndGiantRowsAreRefused) {
  EXPECT_THAT(refusal({{1, 1}, {{{"甲"}, {"乙"}}, {{"丙"}}}, 0}), HasSubstr("第 2 行"));
  EXPECT_THAT(refusal({{1, 1}, {{{"甲"}, {"乙"}, {"丙"}}}, 0}), HasSubstr("第 1 行"));
  EXPECT_THAT(refusal({{1, 1}, {{{"甲", 1, 2}, {"乙"}}, {{"丙", 2, 1}}}, 0}), HasSubstr("第 2 行"));
  EXPECT_THAT(refusal({{1, 1}, {{{"甲", 1, 2}, {"乙"}}, {{"丙"}}}, 1}), HasSubstr("第 1 行"));
  std::string book;
  for (int i = 0; i < 4000; ++i) book += "字";
  EXPECT_THAT(refusal({{1, 1}, {{{book}, {"乙"}}}, 0}), HasSubstr("比一页纸还高"));
  EXPECT_EQ(refusal(grouped(1)), "");
}

TEST(TablePage, FiguresStandInTheMiddleOrAtTheRight) {
  TablePage table{{1, 1}, {{{"12", 1, 1, CellAlign::Centre}, {"12", 1, 1, CellAlign::Right}}}, 0};
  const auto sheets = set_on(table_grid(), table);
  ASSERT_EQ(sheets[0].runs.size(), 2U);
  const auto& grid = table_grid();
  const double width = text_width(shared_faces().impl(), U"12", Weight::Regular, kLook.size);
  EXPECT_NEAR(sheets[0].runs[0].x, grid.left + grid.measure() / 4 - width / 2, 0.01);
  EXPECT_NEAR(sheets[0].runs[1].x, grid.left + grid.measure() - kLook.side - width, 0.01);
}

TEST(TablePage, AFigureIsSetSmallerRatherThanBroken) {
  const TablePage table{{7, 93}, {{{"1234567"}, {"甲"}}, {{"12"}, {"乙"}}}, 0};
  const auto sheets = set_on(table_grid(), table);
  ASSERT_EQ(sheets[0].runs.size(), 4U);
  EXPECT_EQ(to_utf8(sheets[0].runs[0].text), "1234567");
  EXPECT_LT(sheets[0].runs[0].size, kLook.size);
  EXPECT_EQ(sheets[0].runs[2].size, kLook.size);
}

TEST(TablePage, MakesASoundPdf) {
  const auto pdf = write_pdf(shared_faces(), set_on(lying(table_grid()), grouped(40)), {"表", "zh-CN", Instant{}});
  ASSERT_TRUE(pdf) << worded(pdf.error());
  const TempFolder folder;
  const auto file = folder.write("table.pdf", *pdf).string();
  EXPECT_EQ(run({"qpdf", "--check", file}).status, 0);
  EXPECT_THAT(run({"pdftotext", "-raw", file, "-"}).output, HasSubstr("名称40"));
}

}  // namespace
}  // namespace mingting
