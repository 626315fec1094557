// Tables measured: one open table and one closed one of many rows. Times are this thread's own; what is read is in the page cache.
//
//   tables_bench write CONTENT.db [ROWS]   1,000,000 rows of 8 columns and 40 characters, 2 of them searched; the same once more, closed
//                                          with --closed. How long, how large, how much memory
//   tables_bench ask CONTENT.db            opening, look-ups, filtered and sorted pages with facets, groups, search: median and slowest
//                                          of 21, the first one apart; memory
#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "base/random.hpp"
#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "library/library.hpp"
#include "library/library_writer.hpp"

namespace mingting {
namespace {

double milliseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

template <class T>
T sound(Result<T> result) {
  if (!result) throw std::runtime_error(worded(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

Table described(Openness access) {
  Table table{.id = access == Openness::Open ? "permits" : "own-permits", .title = "许可", .key = {"number"}, .label = "name", .access = access};
  table.columns = {{.name = "number", .title = "文号", .type = CellType::Code, .searched = true, .code = "account"},
                   {.name = "name", .title = "名称", .searched = true},
                   {.name = "agency", .title = "机关", .type = CellType::Option},
                   {.name = "street", .title = "街道", .type = CellType::Option},
                   {.name = "sum", .title = "金额", .type = CellType::Money, .unit = "元", .scale = 2},
                   {.name = "day", .title = "日期", .type = CellType::Day},
                   {.name = "kind", .title = "类别", .type = CellType::Option},
                   {.name = "state", .title = "状态", .type = CellType::Option}};
  table.views = {{.id = "grid", .title = "表", .filters = {"agency", "street", "kind", "state"}}};
  return table;
}

/// Names as companies have them: a few thousand parts put together.
class SomeRow {
 public:
  std::vector<std::string> operator()(std::size_t number) {
    return {fmt::format("{:08}", number * 7919 % 100'000'000),
            "贵阳" + han(2) + han(1) + one(kTrades) + "有限公司",
            one(kAgencies),
            fmt::format("{}街", random_.below(25)),
            fmt::format("{}.{:02}", random_.below(5'000'000), random_.below(100)),
            fmt::format("20{:02}-{:02}-{:02}", random_.below(12) + 14, random_.below(12) + 1, random_.below(28) + 1),
            one(kTrades),
            one({"有效", "注销", "撤销", "到期"})};
  }

 private:
  static inline const std::vector<std::string> kTrades{"商贸", "建筑", "餐饮", "科技", "运输", "物业", "教育", "医药", "文化", "装饰"};
  static inline const std::vector<std::string> kAgencies{"市场", "住建", "应急", "卫健", "交通", "文旅", "环境", "执法"};
  std::string one(const std::vector<std::string>& of) { return of[random_.below(static_cast<std::uint32_t>(of.size()))]; }
  std::string han(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {  // a few of them often, most seldom
      const auto part = random_.below(1000);
      append_utf8(text, 0x4E00 + 7 * (part * part / 1000 * part / 1000 * 5 / 2));
    }
    return text;
  }
  SeededRandom random_{11};
};

void write(const Path& path, std::size_t rows, bool closed) {
  const auto start = milliseconds();
  auto writer = sound(LibraryWriter::create(path));
  std::size_t characters = 0;
  for (const auto access : {Openness::Open, Openness::Closed}) {
    if (access == Openness::Closed && !closed) continue;
    sound(writer.add_table(described(access)));
    SomeRow some;
    for (std::size_t i = 0; i < rows; ++i) {
      const auto cells = some(i);
      if (i < 1000) for (const auto& cell : cells) characters += count_code_points(cell);
      sound(writer.add_row(cells));
    }
  }
  const auto streamed = milliseconds();
  sound(writer.finish());
  fmt::print("written in {:.1f} s (rows {:.1f} s), {:.0f} MB, about {} characters a row, peak memory {} MB\n", (milliseconds() - start) / 1e3,
             (streamed - start) / 1e3, static_cast<double>(std::filesystem::file_size(path)) / 1e6, characters / 1000, peak_megabytes());
}

void measure(const char* what, const std::function<std::size_t(std::uint32_t)>& work) {
  std::vector<double> times;
  double first = 0;
  std::size_t answer = 0;
  for (std::uint32_t i = 0; i < 22; ++i) {
    const auto start = milliseconds();
    answer = work(i);
    (i == 0 ? first : times.emplace_back()) = milliseconds() - start;
  }
  std::ranges::sort(times);
  fmt::print("{:34} median {:7.2f} ms, slowest {:7.2f}, first {:7.2f} ({})\n", what, times[times.size() / 2], times.back(), first, answer);
}

void ask(const Path& path) {
  const auto start = milliseconds();
  const auto library = sound(Library::open(path));
  fmt::print("open {:.2f} ms, memory {} MB\n", milliseconds() - start, peak_megabytes());
  SomeRow some;
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < 22; ++i) codes.push_back(some(i * 1013)[0]);
  const auto rows = [&](RowQuery query) { return sound(library.rows(query)).total; };
  const std::vector<std::string> facets{"agency", "street", "kind", "state"};
  const RowConditions half{{"state", Relates::Is, {"有效", "到期"}}}, few{{"state", Relates::Is, {"有效"}}, {"street", Relates::Is, {"3街"}}};
  measure("tables", [&](auto) { return sound(library.tables()).size(); });
  measure("look-up, open", [&](auto i) { return sound(library.look_up("permits", {codes[i]})).size(); });
  if (library.table("own-permits"))
    measure("look-up, closed", [&](auto i) { return sound(library.look_up("own-permits", {codes[i]})).size(); });
  measure("row's page", [&](auto i) { return sound(library.row("permits", *library.look_up("permits", {codes[i]}))).row.cells.size(); });
  measure("page", [&](auto i) { return rows({.table = "permits", .offset = i * 40'000U}); });
  measure("page, 4 facets", [&](auto) { return rows({.table = "permits", .facets = facets}); });
  measure("half of them, 4 facets", [&](auto) { return rows({.table = "permits", .where = half, .facets = facets}); });
  measure("two filters, 4 facets", [&](auto) { return rows({.table = "permits", .where = few, .facets = facets}); });
  measure("two filters, far, 4 facets", [&](auto) { return rows({.table = "permits", .where = few, .offset = 9'950, .facets = facets}); });
  measure("range of sums, 4 facets",
          [&](auto) { return rows({.table = "permits", .where = {{"sum", Relates::AtLeast, {"1000000"}}, {"sum", Relates::AtMost, {"2000000"}}}, .facets = facets}); });
  measure("by sum, far", [&](auto) { return rows({.table = "permits", .sort = "sum", .descending = true, .offset = 99'950}); });
  measure("by name, far", [&](auto) { return rows({.table = "permits", .sort = "name", .offset = 499'950}); });
  measure("by kind, half, far, 4 facets", [&](auto) { return rows({.table = "permits", .where = half, .sort = "kind", .offset = 99'950, .facets = facets}); });
  measure("groups by agency", [&](auto) { return sound(library.groups({.table = "permits", .by = {"agency"}, .sums = {"sum"}})).total; });
  measure("groups by agency, street, kind", [&](auto) { return sound(library.groups({.table = "permits", .by = {"agency", "street", "kind"}, .sums = {"sum"}})).total; });
  for (const auto* text : {"有限公司", "贵阳", "商贸", "一丁", "贵阳 餐饮", "科", "00007919"})
    measure(fmt::format("find {}", text).c_str(), [&](auto) { return sound(library.find_rows(text, {}, 20)).total; });
  fmt::print("peak memory {} MB\n", peak_megabytes());
}

}  // namespace
}  // namespace mingting

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + 1, words + count);
  if (arguments.size() < 2) return 2;
  const bool closed = std::ranges::find(arguments, "--closed") != arguments.end();
  if (arguments[0] == "write") mingting::write(arguments[1], arguments.size() > 2 ? std::stoul(arguments[2]) : 1'000'000, closed);
  else mingting::ask(arguments[1]);
}
