// The handbook's lessons on tables (content/README.md): who follows them to the letter has a table, a chart, a closed look-up.
#include "publish/one_file.hpp"

#include "base/text/text.hpp"
#include "publish/kinds/tables/sketch.hpp"

namespace mingting {
namespace {

/// The handbook's block of code that begins with this line, without its indent.
std::string block(const std::string& first) {
  const auto handbook = disk().read(Path(MINGTING_SOURCE) / "content/README.md", 1U << 20).value();
  std::string found;
  std::size_t indent = 0;
  for (const auto& line : split(handbook, '\n')) {
    const auto begin = std::min(line.size(), line.find_first_not_of(' '));
    if (found.empty() && begin >= 4 && line.substr(begin) == first) indent = begin;
    if (indent == 0) continue;
    if (begin < indent && begin < line.size()) break;
    found += (line.size() > indent ? line.substr(indent) : "") + "\n";
  }
  EXPECT_NE(found, "") << first;
  return found;
}

class Handbook : public OneFile {
 public:
  Handbook() : OneFile("tables/fees.toml") {}
  TableSketch sketched(const std::string& csv, const std::string& text) {
    folder.files["tables/" + csv] = text;
    folder.write();
    const auto path = folder / ("tables/" + csv);
    auto sketch = sketch_table(disk(), {csv, path, disk().info(path).value()}, "x");
    EXPECT_TRUE(sketch);
    return sketch.value_or(TableSketch{});
  }
};

TEST_F(Handbook, ATableAndAChart) {
  folder.files["tables/fees.csv"] = block("项目,金额（元）,依据");
  const auto table = block("title = \"复印打印收费\"");
  text(table).finds_nothing();
  text(table + block("[[views]]")).finds_nothing();
  EXPECT_EQ(folder.check().content.tables.at(0).table.views.at(0).kind, ViewKind::Chart);
  EXPECT_EQ(folder.rows().size(), 2U);
}

TEST_F(Handbook, WhatIsSketchedIsWhatTheLessonShows) {
  const auto sketch = sketched("fees.csv", block("项目,金额（元）,依据")).table;
  text(block("title = \"复印打印收费\""));
  auto shown = folder.check().content.tables.at(0).table;
  ASSERT_EQ(sketch.columns.size(), shown.columns.size());
  EXPECT_EQ(sketch.key, shown.key);
  for (std::size_t i = 0; i < shown.columns.size(); ++i) {
    shown.columns[i].searched = false, shown.columns[i].scale = 0;
    EXPECT_EQ(sketch.columns[i], shown.columns[i]) << shown.columns[i].name;
  }
}

TEST_F(Handbook, AClosedLookUp) {
  const auto sketch = sketched("permits.csv", block("企业,统一社会信用代码,许可,有效期至")).table;
  std::string toml = "title = \"许可\"\nsource = \"通知\"\n" + block("access = \"closed\"");
  for (const auto& column : sketch.columns)
    toml += "[[columns]]\nname = \"" + column.name + "\"\ntitle = \"" + column.title + "\"\ntype = \"" + std::string(named(kCellTypes, column.type).key) + "\"\n";
  folder.files["tables/permits.toml"] = toml;
  finds_nothing();
  EXPECT_TRUE(column_at(sketch, "credit_code"));
}

// ---- guesses -------------------------------------------------------------------------------------------------------

TEST_F(Handbook, GuessesByWhatAllCellsCanBe) {
  const auto sketch = sketched("g.csv",
                               "收费表,,,,,,,,\n单位：万元,,,,,,,,\n序号,姓名,身份证号,类别,年度,比例,金额,代码,日期\n"
                               "1,张三,520102199001011234,许可,2021,5%,1.5,0012,2026/1/5\n2,李四,520102199001011234,处罚,2022,12.5%,-3,0013,2026年2月1日\n"
                               "3,王五,,许可,2021,1%,,0013,\n4,赵六,,许可,2021,1%,2,0014,\n5,孙七,,处罚,2023,1%,2,0014,\n6,周八,,许可,2023,1%,2,0014,\n合计,,,,,,5,,\n注：示例\n");
  const auto& table = sketch.table;
  ASSERT_EQ(table.columns.size(), 9U);
  const std::vector<CellType> types{CellType::Number, CellType::Text, CellType::Text, CellType::Option, CellType::Stretch, CellType::Percent, CellType::Money, CellType::Code, CellType::Day};
  for (std::size_t i = 0; i < types.size(); ++i) {
    const bool masked = i == 2;
    EXPECT_TRUE(masked || table.columns[i].type == types[i]) << table.columns[i].title << " " << named(kCellTypes, table.columns[i].type).key;
  }
  EXPECT_EQ(table.title, "收费表");
  EXPECT_EQ(table.unit, "万元");
  EXPECT_EQ(table.key, std::vector<std::string>{"number"});
  EXPECT_EQ(table.columns[1].mask, Mask::Name);
  EXPECT_EQ(table.columns[2].mask, Mask::Left);
  EXPECT_EQ(table.columns[3].choices, (std::vector<std::string>{"许可", "处罚"}));
  EXPECT_EQ(sketch.rows, 6U);
  EXPECT_EQ(sketch.general.size(), 4U) << "two lines above, a total, a note";
}

}  // namespace
}  // namespace mingting
