#include "main/kiosk/commands.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <iostream>

#include "intake/intake.hpp"
#include "library/library.hpp"
#include "main/kiosk/journey.hpp"

namespace mingting {
namespace {

int failed(const Error& error) {
  fmt::print(stderr, "{}\n", error.message);
  return 1;
}

Result<InstalledRelease> current_release(const Path& state) {
  auto store = ReleaseStore::open(disk(), state);
  if (!store) return fail(store.error());
  auto current = store->current();
  if (!current) return fail(current.error());
  if (!*current) return fail(Trouble::NotFound, "{} 里还没有安装内容。请先运行 mingting install 发布文件夹 --state {}", state.string(), state.string());
  return **current;
}

Result<Intake> open_intake(const Path& state) {
  static SystemRandom random;
  static const SystemClock clock;
  auto device = load_device(disk(), state);
  if (!device) return fail(device.error());
  return Intake::open(disk(), random, clock, {.folder = state / "intake", .kiosk_name = device->kiosk, .receipt_prefix = ""});
}

}  // namespace

int install_command(const Path& repository, const Path& state) {
  auto store = ReleaseStore::open(disk(), state);
  if (!store) return failed(store.error());
  auto report = store->install(repository, FirstUse::Trust);
  if (!report) return failed(report.error());
  if (report->trusted_on_first_use) {
    fmt::print("第一次安装：从现在起只信任这把密钥签名的内容，请与办公室核对指纹：{}\n", report->root_fingerprint);
  }
  if (report->outcome == InstallOutcome::AlreadyCurrent) {
    fmt::print("第 {} 号发布已经安装，没有变化。\n", report->release.sequence);
  } else {
    fmt::print("已安装第 {} 号发布：复制 {} 个文件，{} 字节。\n", report->release.sequence, report->objects_copied, report->bytes_copied);
  }
  return 0;
}

int export_command(const Path& destination, const Path& state) {
  auto intake = open_intake(state);
  if (!intake) return failed(intake.error());
  auto report = intake->export_to(destination);
  if (!report) return failed(report.error());
  if (report->records == 0) fmt::print("本机没有收件，没有导出。\n");
  else fmt::print("已导出 {} 件到 {}。原件仍保留在本机。\n", report->records, report->folder.string());
  return 0;
}

int status_command(const Path& state) {
  auto release = current_release(state);
  if (release) fmt::print("发布：第 {} 号，{}\n", release->sequence, iso_local_time(release->made));
  else fmt::print("发布：{}\n", release.error().message);
  auto intake = open_intake(state);
  if (!intake) return failed(intake.error());
  fmt::print("终端密钥指纹：{}\n已存收件：{} 件\n", intake->kiosk_fingerprint(), intake->stored());
  return 0;
}

// ---- search --------------------------------------------------------------------------------------------------------

namespace {

nlohmann::json as_json(const SearchResults& results, std::size_t top, double milliseconds) {
  static constexpr const char* kStages[] = {"document-number", "title", "all-words", "any-words", "suggestion", "nothing"};
  nlohmann::json out{{"query", results.query}, {"stage", kStages[static_cast<int>(results.stage)]}, {"total", results.total}, {"ms", milliseconds}, {"suggestions", results.suggestions}};
  auto& hits = out["hits"] = nlohmann::json::array();
  for (std::size_t i = 0; i < std::min(top, results.hits.size()); ++i) {
    const auto& hit = results.hits[i];
    hits.push_back({{"rank", i + 1}, {"id", hit.item.id}, {"title", hit.item.title}, {"passage", hit.passage.text}, {"anchor", hit.anchor}, {"block", hit.block}, {"score", hit.score}});
  }
  return out;
}

void print_for_people(const SearchResults& results, std::size_t top, double milliseconds) {
  fmt::print("{}：{} 件，{:.2f} 毫秒\n", results.query, results.total, milliseconds);
  for (std::size_t i = 0; i < std::min(top, results.hits.size()); ++i) {
    const auto& hit = results.hits[i];
    fmt::print("{:>3}. {}  [{}{}{}]\n     {}\n", i + 1, hit.item.title, hit.item.id, hit.anchor.empty() ? "" : "#", hit.anchor, hit.passage.text);
  }
  if (!results.suggestions.empty()) fmt::print("     您是不是想找：{}\n", join(results.suggestions, "、"));
}

Result<void> search_once(const Library& library, const std::string& text, const SearchCommand& options) {
  const auto start = std::chrono::steady_clock::now();
  auto results = library.search({.text = text, .filters = {}, .limit = options.top});
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (!results) return fail(results.error());
  if (options.json) fmt::print("{}\n", as_json(*results, options.top, took.count()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  else print_for_people(*results, options.top, took.count());
  return {};
}

}  // namespace

int search_command(const SearchCommand& options) {
  auto release = current_release(options.state);
  if (!release) return failed(release.error());
  auto library = Library::open(release->content_db);
  if (!library) return failed(library.error());
  std::vector<std::string> queries{options.query};
  if (!options.batch.empty()) {
    auto text = disk().read(options.batch, 64 << 20);
    if (!text) return failed(text.error());
    queries = split(*text, '\n');
    std::erase_if(queries, [](const auto& query) { return trimmed(query).empty(); });
  }
  for (const auto& query : queries) {
    if (auto done = search_once(*library, query, options); !done) return failed(done.error());
  }
  return 0;
}

// ---- scripts -------------------------------------------------------------------------------------------------------

int script_command(const KioskOptions& options, const ScriptCommand& script) {
  auto text = disk().read(script.script, 1 << 20);
  if (!text) return failed(text.error());
  auto lines = parse_journey(*text);
  if (!lines) return failed(Error{fmt::format("{}: {}", script.script.string(), lines.error().message)});
  const auto start = script.now.empty() ? SystemClock().now() : parse_local_time(script.now);
  if (!start) return failed(Error{fmt::format("--now {} 不对，请写成 2026-11-23T09:00 这样。", script.now)});
  ManualClock clock(*start);
  SystemRandom random;
  auto kiosk = Kiosk::open(disk(), clock, random, options);
  if (!kiosk) return failed(kiosk.error());
  auto played = play(**kiosk, clock, disk(), *lines, script.out);
  if (!played) return failed(Error{fmt::format("{}: {}", script.script.string(), played.error().message)});
  return 0;
}

}  // namespace mingting
