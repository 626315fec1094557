// The tables of counts, and what happens to a word until it may be read.
#include "intake/uses/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <set>
#include <utility>

#include "base/disk/system_trouble.hpp"
#include "domain/uses/kept_words.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

constexpr int kFormat = 1;
constexpr int kApplication = 0x4D544E55;  // "MTNU"
constexpr const char *kItem = "item", *kWord = "word";

constexpr const char* kSchema = R"(
  CREATE TABLE used (
    week  TEXT    NOT NULL,                  -- its Monday
    kind  TEXT    NOT NULL,                  -- item: opened; word: nothing was found by it
    name  TEXT    NOT NULL,
    count INTEGER NOT NULL,                  -- visits
    PRIMARY KEY (week, kind, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX used_name ON used (kind, name);
  CREATE TABLE typed (                       -- of the month, until it is kept in clear
    hash  BLOB    PRIMARY KEY,
    days  INTEGER NOT NULL,                  -- on which it was typed
    last  TEXT    NOT NULL                   -- of them
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE month (                       -- one row
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    month TEXT    NOT NULL,
    key   BLOB    NOT NULL                   -- of the hashes
  ) STRICT;
)";

std::string month_of(Date day) {
  return iso_date(day).substr(0, 7);
}

int code_of(const SQLite::Exception& exception) {
  return exception.getErrorCode() & 0xFF;
}

Error trouble(const Path& file, int code) {
  return error_of(database_trouble(code, 0), remark("uses-store.failed", file.string(), database_reason(code, 0)));
}

/// Nothing that this program keeps counts in: to be begun anew.
struct Unfit {};

int number(SQLite::Database& db, const char* question) {
  return db.execAndGet(question).getInt();
}

void make_ready(SQLite::Database& db) {
  for (const auto* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA secure_delete = ON"})
    db.exec(pragma);
  if (number(db, "PRAGMA user_version") != 0) return;
  db.exec("BEGIN IMMEDIATE");
  db.exec(kSchema);
  db.exec(fmt::format("PRAGMA application_id = {}", kApplication));
  db.exec(fmt::format("PRAGMA user_version = {}", kFormat));
  db.exec("COMMIT");
}

/// Throws Unfit and SQLite::Exception.
Result<std::unique_ptr<SQLite::Database>> connect(const Path& file, const std::string& vfs) {
  auto db = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, vfs);
  for (const auto* pragma : {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA trusted_schema = OFF", "PRAGMA temp_store = MEMORY"})
    db->exec(pragma);
  const int format = number(*db, "PRAGMA user_version"), application = number(*db, "PRAGMA application_id");
  const bool fresh = number(*db, "SELECT count(*) FROM sqlite_schema") == 0;
  if (!fresh && application != kApplication) throw Unfit{};
  if (format > kFormat) return fail(Trouble::NewerFormat, "uses-store.newer", file.string());
  if (db->execAndGet("PRAGMA quick_check(1)").getString() != "ok") throw Unfit{};
  make_ready(*db);
  return db;
}

/// Nothing when the file is unfit.
std::optional<Result<std::unique_ptr<SQLite::Database>>> try_to_connect(const Path& file, const std::string& vfs) {
  try {
    return connect(file, vfs);
  } catch (const Unfit&) {
    return std::nullopt;
  } catch (const SQLite::Exception& exception) {
    const int code = code_of(exception);
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) return std::nullopt;
    return fail(trouble(file, code));
  }
}

Path file_in(const Path& folder) { return folder / "uses.db"; }

void bind_blob(SQLite::Statement& statement, int index, const std::string& bytes) {
  statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace

UsesStore::UsesStore(Path file, std::unique_ptr<SQLite::Database> db) : file_(std::move(file)), db_(std::move(db)) {}
UsesStore::UsesStore(UsesStore&&) noexcept = default;
UsesStore& UsesStore::operator=(UsesStore&&) noexcept = default;
UsesStore::~UsesStore() = default;

Result<UsesStore> UsesStore::open(FileSystem& files, const Path& folder, std::string vfs) {
  const Path file = file_in(folder);
  auto db = try_to_connect(file, vfs);
  if (!db) {
    if (auto gone = remove(files, folder); !gone) return fail(gone.error());
    db = try_to_connect(file, vfs);
  }
  if (!db) return fail(trouble(file, SQLITE_CORRUPT));
  if (!*db) return fail(db->error());
  return UsesStore(file, std::move(**db));
}

bool UsesStore::is_there(FileSystem& files, const Path& folder) { return files.exists(file_in(folder)); }

Result<void> UsesStore::remove(FileSystem& files, const Path& folder) {
  for (const auto* ending : {"", "-wal", "-journal", "-shm"}) {
    if (auto gone = files.remove(file_in(folder).string() + ending); !gone) return gone;
  }
  return {};
}

template <class Work>
Result<void> UsesStore::change(Work work) {
  try {
    db_->exec("BEGIN IMMEDIATE");
    work();
    db_->exec("COMMIT");
    return {};
  } catch (const SQLite::Exception& exception) {
    const auto error = trouble(file_, code_of(exception));
    if (sqlite3_get_autocommit(db_->getHandle()) == 0) db_->tryExec("ROLLBACK");
    return fail(error);
  }
}

Result<void> UsesStore::count(const VisitUses& visit, Date day) {
  std::set<std::string> words;
  for (const auto& typed : visit.words) {
    if (auto word = kept_word(typed)) words.insert(std::move(*word));
  }
  bool dropped = false;
  auto done = change([&] {
    SQLite::Statement old(*db_, "DELETE FROM used WHERE week < ?");
    old.bind(1, iso_date(oldest_kept_week(day)));
    dropped = old.exec() > 0;
    SQLite::Statement month(*db_, "SELECT month FROM month");
    if (!month.executeStep() || month.getColumn(0).getString() != month_of(day)) begin_month(day), dropped = true;
    for (const auto& item : visit.items) count_item(item, day);
    for (const auto& word : words) count_word(word, day);
  });
  if (done && dropped) db_->tryExec("PRAGMA wal_checkpoint(TRUNCATE)");  // the journal still holds what it was
  return done;
}

void UsesStore::begin_month(Date day) {
  db_->exec("DELETE FROM typed");
  SQLite::Statement key(*db_, "INSERT OR REPLACE INTO month (id, month, key) VALUES (1, ?, ?)");
  key.bind(1, month_of(day));
  bind_blob(key, 2, vault::new_hash_key());
  key.exec();
}

void UsesStore::add(const char* kind, const std::string& name, Date day, int count) {
  SQLite::Statement row(*db_, "INSERT INTO used (week, kind, name, count) VALUES (?, ?, ?, ?) "
                              "ON CONFLICT DO UPDATE SET count = count + excluded.count");
  row.bind(1, iso_date(week_of(day))), row.bind(2, kind), row.bind(3, name), row.bind(4, count);
  row.exec();
}

void UsesStore::count_item(const std::string& item, Date day) { add(kItem, item, day, 1); }

/// Once it stands in clear, each visit counts; the visits on the days that brought it there count with the last of them.
void UsesStore::count_word(const std::string& word, Date day) {
  SQLite::Statement known(*db_, "SELECT 1 FROM used WHERE kind = ? AND name = ?");
  known.bind(1, kWord), known.bind(2, word);
  if (known.executeStep()) return add(kWord, word, day, 1);
  SQLite::Statement typed(*db_, "INSERT INTO typed (hash, days, last) VALUES (?, 1, ?) ON CONFLICT DO UPDATE SET "
                                "days = days + (excluded.last > last), last = max(last, excluded.last) RETURNING days");
  const std::string key = db_->execAndGet("SELECT key FROM month").getString();
  const auto hash = vault::keyed_hash(word, key);
  bind_blob(typed, 1, hash);
  typed.bind(2, iso_date(day));
  const int days = typed.executeStep() ? typed.getColumn(0).getInt() : 0;
  typed.reset();
  if (days < kDaysToTell) return;
  SQLite::Statement gone(*db_, "DELETE FROM typed WHERE hash = ?");
  bind_blob(gone, 1, hash);
  gone.exec();
  add(kWord, word, day, days);
}

Result<std::vector<WeekOfUses>> UsesStore::told() {
  try {
    std::vector<WeekOfUses> weeks;
    SQLite::Statement rows(*db_, "SELECT week, kind, name, count FROM used ORDER BY week");
    while (rows.executeStep()) {
      const auto week = parse_date(rows.getColumn(0).getString());
      if (!week) continue;
      if (weeks.empty() || weeks.back().week != *week) weeks.push_back({*week, {}, {}});
      auto& counts = rows.getColumn(1).getString() == kItem ? weeks.back().items : weeks.back().words;
      counts[rows.getColumn(2).getString()] = told_count(rows.getColumn(3).getUInt());
    }
    return weeks;
  } catch (const SQLite::Exception& exception) {
    return fail(trouble(file_, code_of(exception)));
  }
}

}  // namespace mingting
