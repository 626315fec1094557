// The sealed store in SQLite: its tables, and what is done when a disk fails in the middle.
#include "intake/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <type_traits>
#include <utility>

namespace mingting::vault {
namespace {

constexpr int kFormat = 3;
constexpr int kFormatOfPast = 2;          // of the first that knew of past chains
constexpr int kApplication = 0x4D544E47;  // "MTNG", so that another program's database is not taken for ours

constexpr const char* kSchema = R"(
  CREATE TABLE kiosk (                       -- one row
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    key       TEXT    NOT NULL,              -- base64 Ed25519: whose chain this is
    position  INTEGER NOT NULL,              -- of the newest record, 0 before the first
    head      BLOB    NOT NULL,              -- its hash
    latest    INTEGER NOT NULL,              -- latest time given to a record, ms since 1970
    starts    INTEGER NOT NULL               -- how often the store was opened
  ) STRICT;
  CREATE TABLE serial (                      -- outlives the records, so that no number is ever given twice
    day       TEXT    PRIMARY KEY,
    last      INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
)";

constexpr const char* kSchemaOfRecords = R"(
  CREATE TABLE record (
    position   INTEGER PRIMARY KEY,
    day        TEXT,                         -- none: it brings another query code for the number of an earlier record
    serial     INTEGER,
    number     TEXT    NOT NULL,
    received   INTEGER NOT NULL,             -- ms since 1970
    code_hash  TEXT    NOT NULL,
    office_key TEXT    NOT NULL,
    previous   BLOB    NOT NULL,
    sealed     BLOB    NOT NULL,
    signature  BLOB    NOT NULL,
    UNIQUE (day, serial),
    CHECK ((day IS NULL) = (serial IS NULL))
  ) STRICT;
)";

/// Came with format 2.
constexpr const char* kSchemaOfPast = R"(
  CREATE TABLE past_chain (                  -- see PastChain
    id         INTEGER PRIMARY KEY,
    key        TEXT    NOT NULL UNIQUE,
    position   INTEGER NOT NULL,
    head       BLOB    NOT NULL,
    successor  TEXT    NOT NULL,
    signature  BLOB    NOT NULL
  ) STRICT;
  CREATE TABLE past_record (
    chain      TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    number     TEXT    NOT NULL,
    received   INTEGER NOT NULL,
    office_key TEXT    NOT NULL,
    previous   BLOB    NOT NULL,
    sealed     BLOB    NOT NULL,
    signature  BLOB    NOT NULL,
    PRIMARY KEY (chain, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE exported (                    -- see PastExport
    id         INTEGER PRIMARY KEY,
    chain      TEXT    NOT NULL,
    made       INTEGER NOT NULL,
    first      INTEGER NOT NULL,
    last       INTEGER NOT NULL
  ) STRICT;
)";

/// Came with format 3, see Unclaimed.
constexpr const char* kSchemaOfUnclaimed = R"(
  CREATE TABLE unclaimed (
    id         INTEGER PRIMARY KEY,
    number     TEXT    NOT NULL UNIQUE,
    form       TEXT    NOT NULL,
    received   INTEGER NOT NULL,
    doubtful   INTEGER NOT NULL,
    nameless   INTEGER NOT NULL,
    salt       BLOB    NOT NULL,
    hashes     BLOB    NOT NULL,
    misses     INTEGER NOT NULL
  ) STRICT;
)";

/// From before format 3, where each record had a number of its own, and a clock that leapt ahead was
/// believed: the latest time begins anew with the release's.
constexpr const char* kBeforeRecords = R"(
  ALTER TABLE record RENAME TO old_record;
  UPDATE kiosk SET latest = 0;
)";
constexpr const char* kTakeOldRecords = R"(
  INSERT INTO record SELECT position, day, serial, number, received, code_hash, office_key, previous, sealed, signature
    FROM old_record;
  DROP TABLE old_record;
)";

constexpr int kExportsKept = 50;  // of a chain

std::string blob_of(const SQLite::Column& column) {
  const void* data = column.getBlob();
  return data == nullptr
             ? std::string()
             : std::string(static_cast<const char*>(data), static_cast<std::size_t>(column.getBytes()));
}

void bind_blob(SQLite::Statement& statement, int index, const std::string& bytes) {
  statement.bindNoCopy(index, bytes.data(), static_cast<int>(bytes.size()));
}

std::int64_t milliseconds(Instant instant) {
  return instant.time_since_epoch().count();
}
Instant from_milliseconds(std::int64_t value) {
  return Instant{Milliseconds{value}};
}

/// `system_code` says why only where SQLite's own code is about the file itself.
Trouble trouble_kind(int code, int system_code) {
  const int kind = code & 0xFF;
  const bool of_file = kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN;
  if (kind == SQLITE_FULL || (of_file && (system_code == ENOSPC || system_code == EDQUOT)))
    return Trouble::DiskFull;
  if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) return Trouble::Busy;
  const bool refused = system_code == EROFS || system_code == EACCES || system_code == EPERM;
  if (kind == SQLITE_READONLY || kind == SQLITE_PERM || (of_file && refused)) return Trouble::ReadOnly;
  return Trouble::General;
}

int code_of(const SQLite::Exception& exception) {
  return exception.getExtendedErrorCode() > 0 ? exception.getExtendedErrorCode() : exception.getErrorCode();
}

bool is_damage(int code) {
  return (code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB;
}

tl::unexpected<Error> damaged(const Path& file, const Remark& what) {
  return fail("sealed-store.damaged", file.string(), what);
}

SealedRecord record_of(SQLite::Statement& row) {
  return {.position = static_cast<std::uint64_t>(row.getColumn(0).getInt64()),
          .previous = blob_of(row.getColumn(1)),
          .number = row.getColumn(2).getString(),
          .received = from_milliseconds(row.getColumn(3).getInt64()),
          .office_key = row.getColumn(4).getString(),
          .sealed = blob_of(row.getColumn(5)),
          .signature = blob_of(row.getColumn(6))};
}

const std::string kSelectRecord =
    "SELECT position, previous, number, received, office_key, sealed, signature FROM record ";
const std::string kSelectPastRecord =
    "SELECT position, previous, number, received, office_key, sealed, signature FROM past_record ";

/// Before anything is read or changed: this connection owns the file, and never waits for another.
void own(SQLite::Database& db) {
  db.exec("PRAGMA locking_mode = EXCLUSIVE");
  db.exec("PRAGMA trusted_schema = OFF");
  db.exec("PRAGMA temp_store = MEMORY");
}

void make_durable(SQLite::Database& db) {
  const std::string mode = db.execAndGet("PRAGMA journal_mode = WAL").getString();
  if (mode != "wal") throw SQLite::Exception("WAL", SQLITE_IOERR);
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA secure_delete = ON");
  db.exec(
      "PRAGMA wal_autocheckpoint = 0");  // a checkpoint costs two flushes more: tidy() does it between visits
}

}  // namespace

Store::Store(Path file, std::string vfs) : file_(std::move(file)), vfs_(std::move(vfs)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Error Store::trouble(const char* action, int code) const {
  const int system_code = db_ ? sqlite3_system_errno(db_->getHandle()) : errno;
  if (is_damage(code)) return damaged(file_, remark("sealed-store.unreadable")).value();
  const Trouble kind = trouble_kind(code, system_code);
  switch (kind) {
    case Trouble::Busy:
      return error_of(kind, remark("sealed-store.busy", file_.parent_path().string()));
    case Trouble::DiskFull:
      return error_of(kind, remark("sealed-store.disk-full", file_.string()));
    case Trouble::ReadOnly:
      return error_of(kind, remark("sealed-store.read-only", file_.string()));
    default:
      if (system_code == 0)
        return error_of(kind,
                        remark("sealed-store.failed", remark(action), file_.string(), sqlite3_errstr(code)));
      return error_of(kind, remark("sealed-store.failed-because", remark(action), file_.string(),
                                   sqlite3_errstr(code), std::generic_category().message(system_code)));
  }
}

template <class Work>
auto Store::guarded(const char* action, Work work) -> Result<std::invoke_result_t<Work>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const SQLite::Exception& exception) {
    return fail(trouble(action, code_of(exception)));
  }
}

template <class Work>
Result<void> Store::transaction(const char* action, Work work) {
  if (auto settled = settled_first(); !settled) return settled;
  try {
    db_->exec("BEGIN IMMEDIATE");
    work();
    db_->exec("COMMIT");
    return {};
  } catch (const SQLite::Exception& exception) {
    const int code = code_of(exception);
    const Error error = trouble(action, code);
    if (sqlite3_get_autocommit(db_->getHandle()) == 0)
      sqlite3_exec(db_->getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
    // After a failed write or flush the journal's end is unknown. No space left is known: the write did not
    // happen.
    unsettled_ = (code & 0xFF) == SQLITE_IOERR;
    if (unsettled_) (void)settle();
    return fail(error);
  }
}

Result<Store> Store::open(const Path& file, std::string vfs) {
  Store store(file, std::move(vfs));
  auto opened = store.connect().and_then([&] { return store.read(); });
  if (!opened) return fail(opened.error());
  return store;
}

Result<void> Store::connect() {
  try {
    db_ = std::make_unique<SQLite::Database>(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
                                             vfs_);
  } catch (const SQLite::Exception& exception) {
    return fail(trouble("sealed-store.opening", code_of(exception)));
  }
  if (sqlite3_db_readonly(db_->getHandle(), "main") == 1)
    return fail(trouble("sealed-store.opening", SQLITE_READONLY));
  int format = 0, application = 0, tables = 0;
  auto looked = guarded("sealed-store.opening", [&] {
    own(*db_);
    format = db_->execAndGet("PRAGMA user_version").getInt();
    application = db_->execAndGet("PRAGMA application_id").getInt();
    tables = db_->execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
  });
  if (!looked) return looked;
  const bool fresh = format == 0 && application == 0 && tables == 0;
  if (!fresh && application != kApplication) return damaged(file_, remark("sealed-store.foreign"));
  if (format > kFormat) {
    return fail(Trouble::NewerFormat, "sealed-store.newer", file_.string());
  }
  format_ = format;
  return guarded("sealed-store.opening", [&] { make_durable(*db_); });
}

/// Within a transaction: a store of before becomes one of today with the first that is written, not when it
/// is opened, since on a full disk it must open all the same.
void Store::bring_up_to_date() {
  if (format_ == kFormat) return;
  if (format_ < kFormatOfPast) db_->exec(kSchemaOfPast);
  db_->exec(kBeforeRecords);
  db_->exec(kSchemaOfRecords);
  db_->exec(kTakeOldRecords);
  db_->exec(kSchemaOfUnclaimed);
  db_->exec(fmt::format("PRAGMA user_version = {}", kFormat));
}

void Store::is_up_to_date() {
  if (std::exchange(format_, kFormat) != kFormat) head_.latest = Instant{};
}

/// Reads where the chain stands, or says why it cannot be known.
std::optional<Remark> Store::take_head() {
  const std::string checked = db_->execAndGet("PRAGMA quick_check(1)").getString();
  if (checked != "ok") return remark("sealed-store.checked", checked);
  SQLite::Statement kiosk(*db_, "SELECT key, position, head, latest, starts FROM kiosk");
  if (!kiosk.executeStep()) return remark("sealed-store.no-kiosk");
  owner_ = kiosk.getColumn(0).getString();
  head_ = {.position = static_cast<std::uint64_t>(kiosk.getColumn(1).getInt64()),
           .hash = blob_of(kiosk.getColumn(2)),
           .latest = from_milliseconds(kiosk.getColumn(3).getInt64()),
           .starts = static_cast<std::uint64_t>(kiosk.getColumn(4).getInt64())};
  count_ = static_cast<std::uint64_t>(db_->execAndGet("SELECT count(*) FROM record").getInt64());
  take_past();
  return check_newest();
}

void Store::take_past() {
  past_.clear();
  if (format_ < kFormatOfPast) return;
  SQLite::Statement rows(
      *db_,
      "SELECT key, position, head, successor, signature, (SELECT count(*) FROM past_record r WHERE "
      "r.chain = c.key) FROM past_chain c ORDER BY id");
  while (rows.executeStep()) {
    past_.push_back({.key = rows.getColumn(0).getString(),
                     .position = static_cast<std::uint64_t>(rows.getColumn(1).getInt64()),
                     .hash = blob_of(rows.getColumn(2)),
                     .successor = rows.getColumn(3).getString(),
                     .signature = blob_of(rows.getColumn(4)),
                     .records = static_cast<std::uint64_t>(rows.getColumn(5).getInt64())});
    count_ += past_.back().records;
  }
}

/// The newest record is the one the chain's head names.
std::optional<Remark> Store::check_newest() {
  SQLite::Statement newest(*db_, kSelectRecord + "ORDER BY position DESC LIMIT 1");
  if (!newest.executeStep()) return std::nullopt;
  const SealedRecord record = record_of(newest);
  if (record.position == head_.position && record_hash(record) == head_.hash) return std::nullopt;
  return remark("sealed-store.last-altered");
}

Result<void> Store::read() {
  const auto problem = guarded("sealed-store.reading", [&]() -> std::optional<Remark> {
    if (db_->execAndGet("PRAGMA user_version").getInt() != 0) return take_head();
    head_ = {.hash = chain_start()};
    return std::nullopt;
  });
  if (!problem) return fail(problem.error());
  if (*problem) return damaged(file_, **problem);
  return {};
}

/// After a failed flush the kernel may call pages clean that never reached the disk, so the same flush is
/// never tried again, nor is anything appended behind it. This connection still knows which transactions were
/// flushed well: exactly these are copied into the main file and flushed there, then the journal is cut to
/// nothing (flushed too) together with whatever the failed one left in it, and the file is opened anew and
/// compared with what it must hold. Until all of that has worked nothing is stored. Only when the machine
/// dies in between may a record be found that nobody was promised; a promised one is never lost and no number
/// is given twice.
Result<void> Store::settle() {
  if (db_) {
    auto moved = empty_journal();
    if (!moved) return moved;
    db_.reset();
  }
  const ChainHead expected = head_;
  auto opened = connect().and_then([&] { return read(); });
  if (opened && (head_.position != expected.position || head_.hash != expected.hash)) {
    opened = damaged(file_, remark("sealed-store.differs"));
  }
  head_ = expected;
  unsettled_ = !opened;
  if (!opened) db_.reset();
  return opened;
}

Result<void> Store::tidy() {
  return unsettled_ ? settle() : empty_journal();
}

Result<void> Store::empty_journal() {
  return guarded("sealed-store.tidying", [&] {
    sqlite3* handle = db_->getHandle();
    int code = sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(handle, sqlite3_extended_errcode(handle));
    sqlite3_file* journal = nullptr;
    code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
    if (code == SQLITE_OK && journal != nullptr && journal->pMethods != nullptr) {
      code = journal->pMethods->xSync(journal, SQLITE_SYNC_NORMAL);
    }
    if (code != SQLITE_OK) throw SQLite::Exception("WAL", code);
  });
}

Result<void> Store::create(const std::string& kiosk_key) {
  auto done = transaction("sealed-store.making", [&] {
    db_->exec(kSchema);
    db_->exec(kSchemaOfRecords);
    db_->exec(kSchemaOfUnclaimed);
    db_->exec(kSchemaOfPast);
    db_->exec(fmt::format("PRAGMA user_version = {}", kFormat));
    SQLite::Statement insert(*db_, "INSERT INTO kiosk VALUES (1, ?, 0, ?, 0, 0)");
    insert.bind(1, kiosk_key);
    bind_blob(insert, 2, head_.hash);
    insert.exec();
    db_->exec(fmt::format("PRAGMA application_id = {}", kApplication));
  });
  if (!done) return done;
  owner_ = kiosk_key;
  format_ = kFormat;
  return {};
}

Result<void> Store::begin() {
  auto done = transaction("sealed-store.writing", [&] {
    bring_up_to_date();
    db_->exec("UPDATE kiosk SET starts = starts + 1");
  });
  if (done) is_up_to_date();
  if (done || done.error().trouble == Trouble::DiskFull) {
    ++head_.starts;
    return {};
  }
  return done;
}

/// Nothing is read or written behind a flush that failed.
Result<void> Store::settled_first() {
  return unsettled_ ? settle() : Result<void>();
}

Result<int> Store::next_serial(const std::string& day) {
  if (auto settled = settled_first(); !settled) return fail(settled.error());
  return guarded("sealed-store.reading", [&] {
    SQLite::Statement last(*db_, "SELECT last FROM serial WHERE day = ?");
    last.bind(1, day);
    return last.executeStep() ? last.getColumn(0).getInt() + 1 : 1;
  });
}

namespace {

void insert(SQLite::Database& db, const NewRecord& added) {
  const SealedRecord& record = added.record;
  SQLite::Statement row(db, "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row.bind(1, static_cast<std::int64_t>(record.position));
  if (!added.day.empty()) {
    row.bind(2, added.day);
    row.bind(3, added.serial);
  }
  row.bind(4, record.number);
  row.bind(5, milliseconds(record.received));
  row.bind(6, added.code_hash);
  row.bind(7, record.office_key);
  bind_blob(row, 8, record.previous);
  bind_blob(row, 9, record.sealed);
  bind_blob(row, 10, record.signature);
  row.exec();
}

void count_serial(SQLite::Database& db, const NewRecord& added) {
  if (added.day.empty()) return;
  SQLite::Statement serial(
      db, "INSERT INTO serial VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET last = excluded.last");
  serial.bind(1, added.day);
  serial.bind(2, added.serial);
  serial.exec();
}

void insert(SQLite::Database& db, const Unclaimed& kept) {
  SQLite::Statement row(
      db,
      "INSERT INTO unclaimed (number, form, received, doubtful, nameless, salt, hashes, misses) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  row.bind(1, kept.number);
  row.bind(2, kept.form);
  row.bind(3, milliseconds(kept.received));
  row.bind(4, kept.clock_doubtful ? 1 : 0);
  row.bind(5, kept.nameless ? 1 : 0);
  bind_blob(row, 6, kept.salt);
  bind_blob(row, 7, kept.hashes);
  row.bind(8, kept.misses);
  row.exec();
}

}  // namespace

Result<void> Store::add(const NewRecord& added) {
  const SealedRecord& record = added.record;
  const ChainHead next{.position = record.position,
                       .hash = record_hash(record),
                       .latest = std::max(head_.latest, record.received),
                       .starts = head_.starts};
  auto done = transaction("sealed-store.adding", [&] {
    bring_up_to_date();
    insert(*db_, added);
    count_serial(*db_, added);
    if (added.unclaimed) insert(*db_, *added.unclaimed);
    SQLite::Statement head(*db_, "UPDATE kiosk SET position = ?, head = ?, latest = ?");
    head.bind(1, static_cast<std::int64_t>(next.position));
    bind_blob(head, 2, next.hash);
    head.bind(3, milliseconds(next.latest));
    head.exec();
  });
  if (!done) return done;
  is_up_to_date();
  head_ = next;
  ++count_;
  return {};
}

Result<std::vector<Unclaimed>> Store::unclaimed() {
  if (format_ != kFormat) return std::vector<Unclaimed>();  // from before things could be claimed
  return guarded("sealed-store.reading", [&] {
    std::vector<Unclaimed> all;
    SQLite::Statement rows(
        *db_,
        "SELECT number, form, received, doubtful, nameless, salt, hashes, misses FROM unclaimed ORDER BY id");
    while (rows.executeStep()) {
      all.push_back({.number = rows.getColumn(0).getString(),
                     .form = rows.getColumn(1).getString(),
                     .received = from_milliseconds(rows.getColumn(2).getInt64()),
                     .clock_doubtful = rows.getColumn(3).getInt() != 0,
                     .nameless = rows.getColumn(4).getInt() != 0,
                     .salt = blob_of(rows.getColumn(5)),
                     .hashes = blob_of(rows.getColumn(6)),
                     .misses = rows.getColumn(7).getInt()});
    }
    return all;
  });
}

Result<void> Store::each_unclaimed(const char* change, const std::vector<std::string>& numbers) {
  if (numbers.empty()) return {};
  return transaction("sealed-store.writing", [&] {
    for (const auto& number : numbers) {
      SQLite::Statement row(*db_, change);
      row.bind(1, number);
      row.exec();
    }
  });
}

Result<void> Store::count_miss(const std::vector<std::string>& numbers) {
  return each_unclaimed("UPDATE unclaimed SET misses = misses + 1 WHERE number = ?", numbers);
}

Result<void> Store::drop_unclaimed(const std::vector<std::string>& numbers) {
  return each_unclaimed("DELETE FROM unclaimed WHERE number = ?", numbers);
}

// ---- by chain
// --------------------------------------------------------------------------------------------------------

const PastChain* Store::past_chain(const std::string& chain) const {
  const auto found =
      std::find_if(past_.begin(), past_.end(), [&](const PastChain& past) { return past.key == chain; });
  return found != past_.end() ? &*found : nullptr;
}

/// The chain's records in their order, or the one at `position`.
SQLite::Statement Store::records_of(const std::string& chain, std::optional<std::uint64_t> position) {
  const bool newest = chain == owner_;
  const std::string condition = position ? "position = ?1 " : "";
  SQLite::Statement rows(
      *db_, newest ? kSelectRecord + (position ? "WHERE " + condition : "") + "ORDER BY position"
                   : kSelectPastRecord + ("WHERE chain = ?2 " + (position ? "AND " + condition : "")) +
                         "ORDER BY position");
  if (position) rows.bind(1, static_cast<std::int64_t>(*position));
  if (!newest) rows.bind(2, chain);
  return rows;
}

Result<Known> Store::compare(const std::string& chain, std::uint64_t position, const std::string& hash) {
  const auto* past = past_chain(chain);
  const auto end = past != nullptr ? past->position : head_.position;
  if ((past == nullptr && chain != owner_) || position == 0 || position > end) return Known::Another;
  if (position == end)
    return hash == (past != nullptr ? past->hash : head_.hash) ? Known::Same : Known::Another;
  if (auto settled = settled_first(); !settled) return fail(settled.error());
  return guarded("sealed-store.reading", [&] {
    auto found = records_of(chain, position);
    if (!found.executeStep()) return Known::Gone;
    return record_hash(record_of(found)) == hash ? Known::Same : Known::Another;
  });
}

Result<std::uint64_t> Store::forget(const std::string& chain, std::uint64_t position,
                                    const std::string& hash) {
  const auto known = compare(chain, position, hash);
  if (!known) return fail(known.error());
  if (*known != Known::Same) return 0;
  int deleted = 0;
  auto done = transaction("sealed-store.clearing", [&] {
    const bool newest = chain == owner_;
    SQLite::Statement drop(*db_, newest ? "DELETE FROM record WHERE position <= ?1"
                                        : "DELETE FROM past_record WHERE position <= ?1 AND chain = ?2");
    drop.bind(1, static_cast<std::int64_t>(position));
    if (!newest) drop.bind(2, chain);
    deleted = drop.exec();
  });
  if (!done) return fail(done.error());
  const auto gone = static_cast<std::uint64_t>(deleted);
  count_ -= gone;
  for (auto& past : past_) past.records -= past.key == chain ? gone : 0;
  return gone;
}

Result<void> Store::begin_anew(const std::string& successor, const std::string& signature) {
  PastChain ended{.key = *owner_,
                  .position = head_.position,
                  .hash = head_.hash,
                  .successor = successor,
                  .signature = signature};
  auto done = transaction("sealed-store.making", [&] {
    bring_up_to_date();
    SQLite::Statement chain(
        *db_, "INSERT INTO past_chain (key, position, head, successor, signature) VALUES (?, ?, ?, ?, ?)");
    chain.bind(1, ended.key);
    chain.bind(2, static_cast<std::int64_t>(ended.position));
    bind_blob(chain, 3, ended.hash);
    chain.bind(4, successor);
    bind_blob(chain, 5, signature);
    chain.exec();
    SQLite::Statement keep(
        *db_,
        "INSERT INTO past_record SELECT ?, position, number, received, office_key, previous, sealed, "
        "signature FROM record");
    keep.bind(1, ended.key);
    ended.records = static_cast<std::uint64_t>(keep.exec());
    db_->exec("DELETE FROM record");
    SQLite::Statement kiosk(*db_, "UPDATE kiosk SET key = ?, position = 0, head = ?");
    kiosk.bind(1, successor);
    const auto start = chain_start();
    bind_blob(kiosk, 2, start);
    kiosk.exec();
  });
  if (!done) return done;
  is_up_to_date();
  owner_ = successor;
  head_.position = 0;
  head_.hash = chain_start();
  past_.push_back(std::move(ended));
  return {};
}

Result<void> Store::each(const std::string& chain,
                         const std::function<Result<void>(const SealedRecord&)>& give) {
  if (!db_) {
    if (auto settled = settle(); !settled) return settled;
  }
  Result<void> given;
  auto done = guarded("sealed-store.reading", [&] {
    auto rows = records_of(chain, std::nullopt);
    while (given && rows.executeStep()) given = give(record_of(rows));
  });
  return done ? given : done;
}

Result<void> Store::note_export(const std::string& chain, const PastExport& made) {
  auto done = transaction("sealed-store.writing", [&] {
    bring_up_to_date();
    SQLite::Statement row(*db_, "INSERT INTO exported (chain, made, first, last) VALUES (?, ?, ?, ?)");
    row.bind(1, chain);
    row.bind(2, milliseconds(made.made));
    row.bind(3, static_cast<std::int64_t>(made.first));
    row.bind(4, static_cast<std::int64_t>(made.last));
    row.exec();
    SQLite::Statement drop(*db_,
                           "DELETE FROM exported WHERE chain = ?1 AND id NOT IN "
                           "(SELECT id FROM exported WHERE chain = ?1 ORDER BY id DESC LIMIT ?2)");
    drop.bind(1, chain);
    drop.bind(2, kExportsKept);
    drop.exec();
  });
  if (done) is_up_to_date();
  return done;
}

Result<std::vector<PastExport>> Store::exports(const std::string& chain) {
  if (auto settled = settled_first(); !settled) return fail(settled.error());
  return guarded("sealed-store.reading", [&] {
    std::vector<PastExport> all;
    if (format_ < kFormatOfPast) return all;
    SQLite::Statement rows(*db_, "SELECT made, first, last FROM exported WHERE chain = ? ORDER BY id");
    rows.bind(1, chain);
    while (rows.executeStep()) {
      all.push_back({from_milliseconds(rows.getColumn(0).getInt64()),
                     static_cast<std::uint64_t>(rows.getColumn(1).getInt64()),
                     static_cast<std::uint64_t>(rows.getColumn(2).getInt64())});
    }
    return all;
  });
}

}  // namespace mingting::vault
