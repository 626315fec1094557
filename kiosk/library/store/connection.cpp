// An open database: checked before it is trusted, written once.
#include "library/store/connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "base/disk/system_trouble.hpp"
#include "base/text/text.hpp"
#include "library/store/schema.hpp"
#include "library/store/stored_table.hpp"

namespace mingting {
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t length) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < length; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// What the first 100 bytes say, checked before SQLite sees the file: the format. The offsets are those of the SQLite file
/// format.
Result<int> check_header(const Path& path) {
  std::error_code code;
  const auto size = std::filesystem::file_size(path, code);
  if (code) return fail(Trouble::NotFound, "library.missing", path.string());
  std::array<char, 100> raw{};
  std::ifstream file(path, std::ios::binary);
  file.read(raw.data(), raw.size());
  const std::string_view bytes(raw.data(), raw.size());
  if (!file || bytes.substr(0, 16) != kMagic || big_endian(bytes, 68, 4) != kContentApplicationId)
    return fail(Trouble::Invalid, "library.no-library", path.string());
  const auto format = big_endian(bytes, 60, 4);
  if (format > static_cast<std::uint32_t>(kContentFormat))
    return fail(Trouble::NewerFormat, "library.newer", path.string(), format, kContentFormat);
  if (format == 0) return fail(Trouble::Invalid, "library.unfinished", path.string());
  const std::uint64_t page = big_endian(bytes, 16, 2) == 1 ? 65536 : big_endian(bytes, 16, 2);
  if (page < 512 || page * big_endian(bytes, 28, 4) != size)
    return fail(Trouble::Invalid, "library.torn", path.string());
  return static_cast<int>(format);
}

/// file:/a%20b?immutable=1
std::string immutable_uri(const Path& path) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    uri += is_plain_name({&c, 1}, "/-_.") ? std::string(1, c)
                                          : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri + "?immutable=1";
}

void harden(sqlite3* handle) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 128 << 20);
  sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
  sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 2 + 2 * static_cast<int>(kMostTableColumns));
  sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 50);
  sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 5);
  sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 25'000);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
}

using Statements = std::unordered_map<std::string, std::string>;  ///< of a schema, by name

/// Nothing when there are more than could be ours.
std::optional<Statements> statements_in(SQLite::Database& database) {
  constexpr std::size_t kMost = 100 + kMostTables * 8;
  Statements found;
  SQLite::Statement rows(database, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
  while (rows.executeStep()) {
    if (found.size() >= kMost) return std::nullopt;
    found.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
  }
  return found;
}

bool take_out(Statements& found, const std::string& name, std::string_view sql) {
  const auto at = found.find(name);
  if (at == found.end() || at->second != sql) return false;
  found.erase(at);
  return true;
}

bool take_out_tables(Statements& found, SQLite::Database& database) {
  std::size_t tables = 0;
  SQLite::Statement rows(database, "SELECT name, shape FROM table_description");
  while (rows.executeStep()) {
    const auto table = shape_in(rows.getColumn(0).getString(), rows.getColumn(1).getString());
    if (!table || ++tables > kMostTables) return false;
    for (const auto& object : objects_of(*table)) {
      if (!take_out(found, object.name, object.sql)) return false;
    }
  }
  return true;
}

/// Every statement of the file's schema must be ours, to the letter: no view, trigger or virtual table but those that the tables
/// it describes have gets a chance.
bool schema_is_ours(SQLite::Database& database, int format) {
  auto found = statements_in(database);
  if (!found) return false;
  for (const auto& object : content_schema()) {
    if (object.is_in(format) && !take_out(*found, object.name, object.sql)) return false;
  }
  return (format < 4 || take_out_tables(*found, database)) && found->empty();
}

}  // namespace

Connection::Connection(Path path, std::unique_ptr<SQLite::Database> database, int format)
    : path_(std::move(path)), format_(format), database_(std::move(database)) {}

Result<Connection> Connection::open_content(const Path& path) {
  const auto format = check_header(path);
  if (!format) return fail(format.error());
  return guarded(path, [&]() -> Result<Connection> {
    const int flags = SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX;
    auto database = std::make_unique<SQLite::Database>(immutable_uri(path), flags);
    harden(database->getHandle());
    database->exec("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON; "
                   "PRAGMA cache_size=-6000; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY");
    if (!schema_is_ours(*database, *format))
      return fail(Trouble::Invalid, "library.other-schema", path.string());
    return Connection(path, std::move(database), *format);
  });
}

Result<Connection> Connection::create_content(const Path& path) {
  std::error_code code;
  std::filesystem::remove(path, code);
  if (code) return fail("library.not-replaced", path.string(), system_reason(code.value()));
  return guarded(path, [&]() -> Result<Connection> {
    const int flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX;
    auto database = std::make_unique<SQLite::Database>(path.string(), flags);
    database->exec("PRAGMA page_size=4096; PRAGMA auto_vacuum=NONE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; "
                   "PRAGMA encoding='UTF-8'; PRAGMA cache_size=-64000; PRAGMA locking_mode=EXCLUSIVE");
    database->exec(fmt::format("PRAGMA application_id={}", kContentApplicationId));
    database->exec("BEGIN");
    for (const auto& object : content_schema()) {
      if (object.is_in(kContentFormat)) database->exec(object.sql);
    }
    return Connection(path, std::move(database), kContentFormat);
  });
}

SQLite::Statement& Connection::use(const char* sql) {
  const auto found = statements_.find(sql);
  auto& statement = found != statements_.end() ? found->second
                                               : statements_.emplace(sql, SQLite::Statement(*database_, sql)).first->second;
  statement.tryReset();
  statement.clearBindings();
  return statement;
}

SQLite::Statement& Connection::use_made(const std::string& sql) {
  auto found = made_.find(sql);
  if (found == made_.end()) {
    if (made_.size() >= kMostMade) made_.clear();
    found = made_.emplace(sql, SQLite::Statement(*database_, sql)).first;
  }
  found->second.tryReset();
  found->second.clearBindings();
  return found->second;
}

void Connection::commit_and_close() {
  statements_.clear();
  made_.clear();
  database_->exec(fmt::format("PRAGMA user_version={}", kContentFormat));
  database_->exec("COMMIT");
  database_.reset();
}

std::string_view bytes_of(SQLite::Statement& row, int at) {
  const auto column = row.getColumn(at);
  const void* data = column.getBlob();
  const auto size = static_cast<std::size_t>(column.getBytes());
  return data == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(data), size);
}

std::string text_of(SQLite::Statement& row, int at) { return std::string(bytes_of(row, at)); }

void bind_text(SQLite::Statement& statement, int at, std::string_view text) { statement.bind(at, std::string(text)); }

void bind_blob(SQLite::Statement& statement, int at, std::string_view bytes) {
  statement.bind(at, static_cast<const void*>(bytes.empty() ? "" : bytes.data()), static_cast<int>(bytes.size()));
}

Error database_error(const Path& path, const SQLite::Exception& exception) {
  const auto file = path.string();
  switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_FULL: return error_of(Trouble::DiskFull, remark("library.disk-full", file));
    case SQLITE_READONLY: return error_of(Trouble::ReadOnly, remark("library.read-only", file));
    case SQLITE_CANTOPEN: return error_of(Trouble::NotFound, remark("library.not-opening", file));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_TOOBIG: return error_of(Trouble::Invalid, remark("library.damaged", file));
    default: return error_of(Trouble::General, remark("library.failed", file, database_reason(exception.getErrorCode(), 0)));
  }
}

}  // namespace mingting
