// Codes of errno and of SQLite, sorted by what can be done.
#include "base/disk/system_trouble.hpp"

#include <sqlite3.h>

#include <cerrno>

namespace mingting {

Trouble system_trouble(int code) {
  switch (code) {
    case ENOSPC:
    case EDQUOT: return Trouble::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM: return Trouble::ReadOnly;
    case ENOENT:
    case ENOTDIR: return Trouble::NotFound;
    default: return Trouble::General;
  }
}

Remark system_reason(int code) {
  switch (code) {
    case ENOENT: return remark("system.missing");
    case EACCES:
    case EPERM: return remark("system.denied");
    case EROFS: return remark("system.read-only");
    case ENOSPC:
    case EDQUOT: return remark("system.full");
    case ENOTDIR: return remark("system.no-folder");
    case EISDIR: return remark("system.is-folder");
    case EEXIST:
    case ENOTEMPTY: return remark("system.exists");
    case EIO:
    case ENODEV:
    case ENXIO: return remark("system.broken");
    case EBUSY:
    case ETXTBSY: return remark("system.busy");
    case ENAMETOOLONG: return remark("system.name-too-long");
    default: return remark("system.other", code);
  }
}

Trouble database_trouble(int code, int system_code) {
  const int kind = code & 0xFF;
  const bool of_file = kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN;
  const auto of_system = system_trouble(system_code);
  if (kind == SQLITE_FULL || (of_file && of_system == Trouble::DiskFull)) return Trouble::DiskFull;
  if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) return Trouble::Busy;
  const bool refused = kind == SQLITE_READONLY || kind == SQLITE_PERM || kind == SQLITE_AUTH;
  return refused || (of_file && of_system == Trouble::ReadOnly) ? Trouble::ReadOnly : Trouble::General;
}

Remark database_reason(int code, int system_code) {
  if (system_code != 0) return system_reason(system_code);
  switch (code & 0xFF) {
    case SQLITE_CANTOPEN: return remark("database.not-opening");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return remark("database.denied");
    case SQLITE_FULL: return remark("database.full");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return remark("database.busy");
    case SQLITE_IOERR: return remark("database.broken");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return remark("database.damaged");
    case SQLITE_NOMEM: return remark("database.no-memory");
    default: return remark("database.other", code);
  }
}

}  // namespace mingting
