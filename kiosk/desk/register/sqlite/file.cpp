// The register's file: connecting, transactions, and what each trouble of SQLite is to a clerk.
#include "desk/register/sqlite/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/disk/system_trouble.hpp"

namespace mingting {
namespace {

constexpr int kCacheKilobytes = 65'536;  // an import of a month and its indexes fit, so that it holds readers up at its end only
constexpr int kPageBytes = 16'384;  // going through a whole register is a fifth quicker than with the usual 4 KB

/// A file of its owner alone, made unless something is there. SQLite gives the journal the file's own permissions.
int claim_private(const Path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file >= 0) return ::close(file), 0;
  return errno;
}

}  // namespace

Query::~Query() {
  if (statement_ == nullptr) return;
  (void)statement_->tryReset();
  try {
    statement_->clearBindings();
  } catch (const SQLite::Exception&) {
    return;  // they are bound anew before they are used again
  }
}

Date Query::date(int column) {
  const auto text = this->text(column);
  const auto date = parse_date(text);
  if (!date) throw Damaged{remark("register.no-date", text)};
  return *date;
}

std::optional<Date> Query::optional_date(int column) {
  return is_null(column) ? std::nullopt : std::optional(date(column));
}

Query RegisterFile::query(const std::string& sql) {
  auto& statement = statements_[sql];
  if (!statement) statement = std::make_unique<SQLite::Statement>(*db_, sql);
  return Query(*statement);
}

void RegisterFile::begin(const char* how) {
  query(how).run();
  open_ = true;
}

/// The deletion of the journal is the moment of the change. When only flushing the folder after it failed, the change is made
/// and seen by everybody, and just that flush is still owed.
void RegisterFile::commit() {
  try {
    query("COMMIT").run();
  } catch (const SQLite::Exception& exception) {
    if (exception.getExtendedErrorCode() != SQLITE_IOERR_DIR_FSYNC) throw;
    open_ = sqlite3_get_autocommit(db_->getHandle()) == 0;
    if (open_ || !sync_folder()) throw;
  }
  open_ = false;
}

Result<void> RegisterFile::sync_folder() {
  const auto folder = options_.file.parent_path();
  return files_.sync_folder(folder.empty() ? Path(".") : folder);
}

void RegisterFile::roll_back() noexcept {
  open_ = false;
  for (auto& [sql, statement] : statements_) (void)statement->tryReset();
  if (sqlite3_get_autocommit(db_->getHandle()) == 0) sqlite3_exec(db_->getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Error RegisterFile::damaged(const Remark& what) const { return {remark("register.damaged", options_.file.string(), what)}; }

Error RegisterFile::trouble(std::string_view action, int code) const {
  const int system_code = db_ ? sqlite3_system_errno(db_->getHandle()) : errno;
  const auto file = options_.file.string();
  const auto doing = remark(action);
  if ((code & 0xFF) == SQLITE_NOTADB) return error_of(Trouble::Invalid, remark("register.no-register", file));
  if ((code & 0xFF) == SQLITE_CORRUPT) return damaged(remark("register.unreadable"));
  if (code == SQLITE_IOERR_DIR_FSYNC) return {remark("register.unconfirmed", doing, file)};
  const Trouble kind = database_trouble(code, system_code);
  switch (kind) {
    case Trouble::Busy:
      return error_of(kind, remark("register.busy", doing, static_cast<double>(options_.patience.count()) / 1000.0));
    case Trouble::DiskFull:
      return error_of(kind, remark("register.disk-full", doing, file));
    case Trouble::ReadOnly:
      return error_of(kind, remark("register.read-only", doing, file));
    default:
      break;
  }
  return error_of(kind, remark("register.failed", doing, file, database_reason(code, system_code)));
}

Result<void> RegisterFile::connect_file(int flags) {
  return guarded("register-action.open", [&]() -> Result<void> {
    const auto patience = static_cast<int>(std::clamp<std::int64_t>(options_.patience.count(), 0, 3'600'000));
    db_ = std::make_unique<SQLite::Database>(options_.file.string(), flags, patience, options_.vfs);
    db_->exec("PRAGMA trusted_schema = OFF");
    db_->exec("PRAGMA temp_store = MEMORY");
    db_->exec("PRAGMA foreign_keys = ON");
    db_->exec("PRAGMA secure_delete = ON");
    db_->exec(fmt::format("PRAGMA cache_size = -{}", kCacheKilobytes));
    // EXTRA also flushes the folder after the journal is deleted: otherwise a power cut could bring the journal back and
    // undo a change that was answered well.
    db_->exec("PRAGMA synchronous = EXTRA");
    return {};
  });
}

/// Other tools can leave the file in another mode.
Result<void> RegisterFile::ready() {
  const auto mode = db_->execAndGet("PRAGMA journal_mode = DELETE").getString();
  if (mode == "delete") return {};
  return fail(Trouble::Busy, "register.in-another-tool", options_.file.string(), mode);
}

Result<void> RegisterFile::connect() {
  if (!files_.exists(options_.file)) {
    return fail(Trouble::NotFound, "register.missing", options_.file.string());
  }
  if (auto connected = connect_file(SQLite::OPEN_READWRITE); !connected) return connected;
  return look("register-action.open", [&] { return judge_format(); })
      .and_then([&] { return guarded("register-action.open", [&] { return ready(); }); })
      .and_then([&] { return migrate(); });
}

Result<void> RegisterFile::create(const std::string& site) {
  const int claimed = claim_private(options_.file);
  if (claimed != 0 && claimed != EEXIST) {
    errno = claimed;
    return fail(trouble("register-action.create", SQLITE_CANTOPEN));
  }
  // An empty one is what a creation that was cut short leaves.
  if (auto connected = connect_file(SQLite::OPEN_READWRITE); !connected) return connected;
  db_->exec(fmt::format("PRAGMA page_size = {}", kPageBytes));
  auto made = change("register-action.create", [&]() -> Result<void> {
    const int used = db_->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() +
                     db_->execAndGet("PRAGMA application_id").getInt() + db_->execAndGet("PRAGMA user_version").getInt();
    if (used != 0) return fail(Trouble::Invalid, "register.exists", options_.file.string());
    if (::chmod(options_.file.c_str(), 0600) != 0) throw SQLite::Exception("chmod", SQLITE_PERM);
    write_schema(site);
    return {};
  });
  return made.and_then([&] { return sync_folder(); });
}

}  // namespace mingting
