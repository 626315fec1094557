// Tables made by chance, the same each time.
#include "library/tables/table_hall.hpp"

#include <fmt/format.h>

#include "domain/table/values.hpp"

namespace mingting {
namespace {

std::string some_figure(SeededRandom& random) {
  const auto kind = random.below(8);
  if (kind == 0) return {};
  if (kind == 1) return fmt::format("-{}", random.below(50) + 1);
  if (kind == 2) return fmt::format("{}.5", random.below(100));
  return fmt::format("{}.{:02}", random.below(3000), random.below(100));
}

std::string some_day(SeededRandom& random) {
  return random.below(7) == 0 ? std::string() : fmt::format("202{}-{:02}-{:02}", random.below(6), random.below(12) + 1, random.below(28) + 1);
}

}  // namespace

FilledTable projects(std::uint32_t seed, std::size_t rows) {
  FilledTable filled;
  auto& table = filled.table;
  table = {.id = "projects", .title = "项目", .group = "规划", .key = {"code"}, .label = "name", .ends = "until", .state = "state",
           .hidden_states = {"撤回"}};
  table.columns = {{.name = "code", .title = "文号", .type = CellType::Code, .searched = true, .code = "document"},
                   {.name = "name", .title = "名称", .searched = true},
                   {.name = "street", .title = "街道", .type = CellType::Place, .table = "streets"},
                   {.name = "sum", .title = "金额", .type = CellType::Money, .unit = "万元", .scale = 2},
                   {.name = "until", .title = "到期", .type = CellType::Day},
                   {.name = "tags", .title = "标签", .type = CellType::Option, .choices = {"水", "电", "路"}, .several = true},
                   {.name = "period", .title = "时期", .type = CellType::Stretch},
                   {.name = "state", .title = "状态", .type = CellType::Option, .choices = {"公示", "撤回"}}};
  table.views = {{.id = "grid", .title = "表", .filters = {"street", "tags"}, .sort = "sum"}};
  table.measures = {{.id = "share", .title = "公示率", .of = {{"state", Relates::Is, {"公示"}}}, .unit = "%"},
                    {.id = "money", .title = "合计", .column = "sum", .by = {"street"}, .unit = ""}};
  SeededRandom random(seed);
  const std::vector<std::string> places{"", "s1", "s2", "s3"}, tags{"", "水", "电", "水；电", "路；水；电"}, words{"道路", "供水", "道路改造", "路"},
      periods{"", "2021", "2021Q3", "2021/2025", "2022-08"}, states{"公示", "公示", "公示", "撤回", ""};
  const auto one = [&](const std::vector<std::string>& of) { return of[random.below(static_cast<std::uint32_t>(of.size()))]; };
  for (std::size_t i = 0; i < rows; ++i) {
    filled.rows.push_back({fmt::format("南府发〔2021〕{}号", i + 1), fmt::format("{}工程{}", one(words), random.below(60)), one(places),
                           some_figure(random), some_day(random), one(tags), one(periods), one(states)});
  }
  return filled;
}

FilledTable streets() {
  FilledTable filled;
  filled.table = {.id = "streets", .title = "街道", .group = "地方", .key = {"key"}, .label = "name"};
  filled.table.columns = {{.name = "key", .title = "代码"}, {.name = "name", .title = "名称", .searched = true},
                          {.name = "about", .title = "介绍", .type = CellType::ItemLink}};
  filled.rows = {{"s1", "花果园街道", "policies/a"}, {"s2", "后巢乡", ""}, {"s3", "云关乡", "policies/none"}};
  return filled;
}

FilledTable closed_table() {
  FilledTable filled;
  filled.table = {.id = "lines", .title = "我的一行", .key = {"code"}, .label = "name", .access = Openness::Closed, .lookup = {"code", "name"}};
  filled.table.columns = {{.name = "code", .title = "代码", .type = CellType::Code, .searched = true, .code = "credit"},
                          {.name = "name", .title = "名称", .searched = true},
                          {.name = "street", .title = "街道", .type = CellType::Place, .table = "streets"}};
  filled.rows = {{"91520102MA6DJYR57W", "孔雀石公司", "s1"}, {"91520102MA6DJYR58T", "蓝铜矿公司", "s2"}};
  return filled;
}

void write_tables(const std::vector<FilledTable>& tables, const std::vector<Document>& documents, const Path& path) {
  auto writer = LibraryWriter::create(path);
  ASSERT_TRUE(writer) << (writer ? "" : worded(writer.error()));
  require(writer->add_column({.id = "policies", .title = "政策文件"}));
  for (const auto& each : documents) require(writer->add_document(each));
  for (const auto& each : tables) {
    require(writer->add_table(each.table));
    for (const auto& row : each.rows) require(writer->add_row(row));
  }
  require(writer->finish());
}

TableHall::TableHall(const std::vector<FilledTable>& tables, const std::vector<Document>& documents) {
  write_tables(tables, documents, path());
  library_.emplace(sound(Library::open(path())));
}

}  // namespace mingting
