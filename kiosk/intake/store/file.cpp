// The sealed store's connection: opening, and what is done when a disk fails in the middle.
#include "intake/store/file.hpp"

#include <sqlite3.h>

#include <cerrno>

#include "base/disk/system_trouble.hpp"
#include "intake/store/standing.hpp"

namespace mingting::vault {
namespace {

bool is_damage(int code) {
  return (code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB;
}

tl::unexpected<Error> damaged(const Path& file, const Remark& what) {
  return fail("sealed-store.damaged", file.string(), what);
}

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

int code_of(const SQLite::Exception& exception) {
  return exception.getExtendedErrorCode() > 0 ? exception.getExtendedErrorCode() : exception.getErrorCode();
}

StoreFile::StoreFile(Path file, std::string vfs) : file_(std::move(file)), vfs_(std::move(vfs)) {}

Result<std::unique_ptr<StoreFile>> StoreFile::open(const Path& file, std::string vfs) {
  std::unique_ptr<StoreFile> store(new StoreFile(file, std::move(vfs)));
  auto opened = store->connect().and_then([&] { return store->take(); });
  if (!opened) return fail(opened.error());
  return store;
}

Error StoreFile::trouble(const char* action, int code) const {
  const int system_code = db_ ? sqlite3_system_errno(db_->getHandle()) : errno;
  if (is_damage(code)) return damaged(file_, remark("sealed-store.unreadable")).value();
  const Trouble kind = database_trouble(code, system_code);
  switch (kind) {
    case Trouble::Busy:
      return error_of(kind, remark("sealed-store.busy", file_.parent_path().string()));
    case Trouble::DiskFull:
      return error_of(kind, remark("sealed-store.disk-full", file_.string()));
    case Trouble::ReadOnly:
      return error_of(kind, remark("sealed-store.read-only", file_.string()));
    default:
      return error_of(kind, remark("sealed-store.failed", remark(action), file_.string(), database_reason(code, system_code)));
  }
}

Result<void> StoreFile::connect() {
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

Result<void> StoreFile::take() {
  const auto problem = guarded("sealed-store.reading", [&]() -> std::optional<Remark> {
    if (format_ != 0) return take_standing(*db_, format_, standing_);
    standing_.head = {.hash = chain_start()};
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
Result<void> StoreFile::settle() {
  if (db_) {
    auto moved = empty_journal();
    if (!moved) return moved;
    db_.reset();
  }
  const ChainHead expected = standing_.head;
  auto opened = connect().and_then([&] { return take(); });
  if (opened && (standing_.head.position != expected.position || standing_.head.hash != expected.hash)) {
    opened = damaged(file_, remark("sealed-store.differs"));
  }
  standing_.head = expected;
  unsettled_ = !opened;
  if (!opened) db_.reset();
  return opened;
}

/// Nothing is read or written behind a flush that failed.
Result<void> StoreFile::settled_first() {
  return unsettled_ ? settle() : Result<void>();
}

void StoreFile::undo(int code) {
  if (sqlite3_get_autocommit(db_->getHandle()) == 0)
    sqlite3_exec(db_->getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
  // After a failed write or flush the journal's end is unknown. No space left is known: the write did not
  // happen.
  unsettled_ = (code & 0xFF) == SQLITE_IOERR;
  if (unsettled_) (void)settle();
}

Result<void> StoreFile::tidy() {
  return unsettled_ ? settle() : empty_journal();
}

Result<void> StoreFile::empty_journal() {
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

}  // namespace mingting::vault
