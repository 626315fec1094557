// The kiosk's commands: install, export, status, search, scripts.
#include "main/kiosk/commands.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "base/said/log.hpp"
#include "base/said/words.hpp"
#include "intake/intake.hpp"
#include "library/library.hpp"
#include "main/kiosk/gallery/gallery.hpp"
#include "main/kiosk/journey.hpp"
#include "main/kiosk/requests.hpp"
#include "main/kiosk/uses.hpp"

namespace mingting {

int failed(const Error& error) {
  fmt::print(stderr, "{}\n", worded(error));
  return 1;
}

namespace {

template <class... Facts>
void say(std::string_view code, const Facts&... facts) {
  fmt::print("{}\n", words(code, facts...));
}

Error unreadable(const Path& file, const Error& error) {
  if (error.trouble == Trouble::NotFound) return error_of(error.trouble, remark("kiosk.no-file", file.string()));
  return error_of(error.trouble, remark("kiosk.unreadable-file", file.string(), error));
}

Result<void> check_state(const Path& state) {
  if (disk().exists(state / "release") || disk().exists(state / "intake")) return {};
  return fail(Trouble::NotFound, "kiosk.no-state", state.string(), state.string());
}

Result<InstalledRelease> current_release(const Path& state) {
  auto store = check_state(state).and_then([&] { return ReleaseStore::open(disk(), state); });
  if (!store) return fail(store.error());
  auto current = store->current();
  if (!current) return fail(current.error());
  if (!*current)
    return fail(Trouble::NotFound, "kiosk.no-content", state.string(), state.string());
  return **current;
}

/// What the kiosk would show, opened and read to its end; false when anything is wrong with it.
bool tell_release(const Path& state) {
  const auto wrong = [](std::string_view code, const auto&... facts) {
    say(code, facts...);
    return false;
  };
  const auto health = ReleaseStore::open(disk(), state).and_then([](const ReleaseStore& store) { return store.health(); });
  if (!health) return wrong("kiosk.no-release", health.error());
  if (!*health) return say("kiosk.no-release", remark("kiosk.no-content", state.string(), state.string())), true;
  const auto& whole = (*health)->whole;
  if (!whole) return wrong("kiosk.damaged", (*health)->wanted, state.string());
  if (const auto opened = open_release(*whole); !opened) return wrong("kiosk.no-release", opened.error());
  if (!(*health)->sound()) return wrong("kiosk.stands-in", (*health)->wanted, whole->sequence, state.string());
  say("kiosk.release", whole->sequence, iso_local_time(whole->made));
  return true;
}

Result<Intake> open_intake(const Path& state) {
  static SystemRandom random;
  static const SystemClock clock;
  auto device = load_device(disk(), state);
  if (!device) return fail(device.error());
  return Intake::open(disk(), random, clock, {.folder = state / "intake", .kiosk_name = device->kiosk, .receipt_prefix = ""});
}

/// With what was counted, as a kiosk that runs exports it; the release says whether it may be and to whom it is sealed.
Result<ExportReport> export_all(const std::shared_ptr<Intake>& intake, const Path& state, const Path& folder) {
  const auto reception = std::make_shared<Reception>();
  const auto current = current_release(state);
  if (const auto release = current ? open_release(*current) : fail(current.error())) reception->use(*release->hall);
  return intake->export_to(folder, CountedUses(disk(), state / "intake", intake, reception).sealed());
}

constexpr std::chrono::milliseconds kLookEvery{200};
constexpr int kLooksUntilTaken = 5 * 60;      // a minute
constexpr int kLooksUntilDone = 5 * 60 * 10;  // a slow stick and many submissions

/// Sleeps between looks, and gives up in the end.
WaitForKiosk patiently() {
  return [looks = 0](bool taken) mutable {
    std::this_thread::sleep_for(kLookEvery);
    return ++looks < (taken ? kLooksUntilDone : kLooksUntilTaken);
  };
}

/// What the store itself says, or, when a running kiosk holds it, what that kiosk answers.
Result<RequestAnswer> from_store_or_kiosk(const Path& state, const Request& request, const WaitForKiosk& wait,
                                          const std::function<Result<RequestAnswer>(const std::shared_ptr<Intake>&)>& look) {
  auto intake = open_intake(state);
  if (intake) return look(std::make_shared<Intake>(std::move(*intake)));
  if (intake.error().trouble != Trouble::Busy) return fail(intake.error());
  auto answer = ask(state, request, wait);
  if (answer && !answer->trouble.empty()) return fail("kiosk-request.refused", answer->trouble);
  return answer;
}

Result<Path> existing_folder(const Path& folder) {
  std::error_code code;
  const auto absolute = std::filesystem::absolute(folder, code);
  if (!code && std::filesystem::is_directory(absolute, code)) return absolute;
  return fail(Trouble::NotFound, "kiosk-export.no-folder", folder.string());
}

}  // namespace

int install_command(const Path& repository, const Path& state) {
  auto store = ReleaseStore::open(disk(), state);
  if (!store) return failed(store.error());
  auto report = store->install(repository, FirstUse::Trust, can_be_shown);
  if (!report) return failed(report.error());
  if (report->trusted_on_first_use) {
    say("kiosk.first-key", report->root_fingerprint);
  }
  if (report->outcome == InstallOutcome::AlreadyCurrent) {
    say("kiosk.unchanged", report->release.sequence);
  } else {
    say("kiosk.installed", report->release.sequence, report->objects_copied, report->bytes_copied);
  }
  return 0;
}

int export_command(const Path& destination, const Path& state) { return export_command(destination, state, patiently()); }
int status_command(const Path& state) { return status_command(state, patiently()); }

int export_command(const Path& destination, const Path& state, const WaitForKiosk& wait) {
  const auto folder = check_state(state).and_then([&] { return existing_folder(destination); });
  if (!folder) return failed(folder.error());
  const auto report = from_store_or_kiosk(
      state, {.kind = Request::Kind::Export, .folder = *folder, .id = ""}, wait, [&](const std::shared_ptr<Intake>& intake) {
        return export_all(intake, state, *folder).map([&](const ExportReport& done) {
          auto answer = about(*intake);
          answer.records = done.records, answer.folder = done.folder.string();
          return answer;
        });
      });
  if (!report) return failed(report.error());
  if (report->folder.empty())
    say("kiosk.nothing-to-export");
  else if (report->records == 0)
    say("kiosk.exported-without-records", report->folder);
  else say("kiosk.exported", report->records, report->folder);
  if (report->of_before > 0 || (report->put_back && !report->folder.empty()))
    say("kiosk.put-back-export", report->fingerprint);
  return 0;
}

int status_command(const Path& state, const WaitForKiosk& wait) {
  if (auto there = check_state(state); !there) return failed(there.error());
  const bool sound = tell_release(state);
  const auto known = from_store_or_kiosk(state, {.kind = Request::Kind::Status, .folder = {}, .id = ""}, wait,
                                         [](const auto& intake) { return Result<RequestAnswer>(about(*intake)); });
  if (!known) return failed(known.error());
  if (known->of_before > 0) say("kiosk.put-back", known->of_before, known->fingerprint);
  else if (known->put_back) say("kiosk.put-back-over", known->fingerprint);
  say("kiosk.key", known->name, known->key, known->fingerprint, known->records);
  return sound ? 0 : 1;
}

// ---- search --------------------------------------------------------------------------------------------------------

namespace {

/// The places of a document that answer, best first.
nlohmann::json places_of(const SearchHit& hit) {
  auto places = nlohmann::json::array();
  const auto add = [&](const Snippet& passage, const std::string& anchor, std::size_t block, double score) {
    places.push_back({{"passage", passage.text}, {"anchor", anchor}, {"block", block}, {"score", score}});
  };
  add(hit.passage, hit.anchor, hit.block, hit.score);
  for (const auto& more : hit.further) add(more.passage, more.anchor, more.block, more.score);
  return places;
}

nlohmann::json as_json(const SearchResults& results, std::size_t top, double milliseconds) {
  static constexpr const char* kStages[] = {"place", "document-number", "title", "all-words", "any-words", "suggestion", "near", "nothing"};
  nlohmann::json out{{"query", results.query},
                     {"stage", kStages[static_cast<int>(results.stage)]},
                     {"total", results.total},
                     {"ms", milliseconds},
                     {"suggestions", results.suggestions}};
  auto& hits = out["hits"] = nlohmann::json::array();
  for (std::size_t i = 0; i < std::min(top, results.hits.size()); ++i) {
    const auto& hit = results.hits[i];
    hits.push_back({{"rank", i + 1},
                    {"id", hit.item.id},
                    {"title", hit.item.title},
                    {"passage", hit.passage.text},
                    {"anchor", hit.anchor},
                    {"block", hit.block},
                    {"score", hit.score},
                    {"passages", places_of(hit)}});
  }
  return out;
}

void print_for_people(const SearchResults& results, std::size_t top, double milliseconds) {
  say("kiosk-search.found", results.query, results.total, milliseconds);
  for (std::size_t i = 0; i < std::min(top, results.hits.size()); ++i) {
    const auto& hit = results.hits[i];
    fmt::print("{:>3}. {}  [{}{}{}]\n     {}\n", i + 1, hit.item.title, hit.item.id, hit.anchor.empty() ? "" : "#", hit.anchor,
               hit.passage.text);
  }
  if (!results.suggestions.empty()) say("kiosk-search.try", join(results.suggestions, "、"));
}

Result<void> search_once(const Library& library, const std::string& text, const SearchCommand& options) {
  const auto start = std::chrono::steady_clock::now();
  auto results = library.search({.text = text, .filters = {}, .limit = options.top, .passages = options.passages});
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (!results) return fail(results.error());
  if (options.json)
    fmt::print("{}\n",
               as_json(*results, options.top, took.count()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
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
    if (!text) return failed(unreadable(options.batch, text.error()));
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
  if (!text) return failed(unreadable(script.script, text.error()));
  auto lines = parse_journey(*text);
  if (!lines) return failed(error_of(Trouble::General, remark("script.at", script.script.string(), lines.error())));
  if (auto made = disk().make_folders(script.out); !made) {
    return failed(error_of(Trouble::General, remark("script.no-folder", script.out.string(), made.error())));
  }
  ManualClock clock(script.now.value_or(SystemClock().now()));
  SystemRandom random;
  auto kiosk = Kiosk::open(disk(), clock, random, options);
  if (!kiosk) return failed(kiosk.error());
  auto played = play(**kiosk, clock, disk(), *lines, script.out);
  if (!played) return failed(error_of(Trouble::General, remark("script.at", script.script.string(), played.error())));
  return 0;
}

// ---- the gallery ---------------------------------------------------------------------------------------------------

namespace {

constexpr std::string_view kGalleryDay = "2026-11-23T09:00";

/// What a person wants to know of it, and the exit code.
int told(const gallery::Gallery& drawn, const Path& folder) {
  say(drawn.against ? "gallery.compared" : "gallery.drawn", drawn.shown.size(), (folder / "index.html").string());
  for (const auto& missed : drawn.missed) {
    fmt::print(stderr, "{}\n", words("gallery.missed", missed.visit, missed.size.width, missed.size.height, missed.why));
  }
  return drawn.missed.empty() ? 0 : 1;
}

}  // namespace

int gallery_command(const KioskOptions& options, const GalleryCommand& wanted) {
  const auto now = parse_local_time(wanted.now.empty() ? kGalleryDay : wanted.now);
  if (!now) return failed(error_of(Trouble::General, remark("kiosk.bad-now", clean_input(wanted.now, Lines::One, 40))));
  log_to_folder(wanted.folder / "log");  // what is pretended to fail is told there
  const auto drawn = gallery::draw({options, wanted.visits, wanted.folder, wanted.against, *now});
  return drawn ? told(*drawn, wanted.folder) : failed(drawn.error());
}

}  // namespace mingting
