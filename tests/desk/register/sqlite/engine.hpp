// The SQLite engine as the tests see it, and its file looked into with SQLite itself.
#pragma once

#include <sqlite3.h>

#include <string>

#include "desk/register/engine.hpp"
#include "desk/register/sqlite/open.hpp"

namespace mingting {

/// Another connection to the same file, as a tool or another program has one.
class RawConnection {
 public:
  explicit RawConnection(const Path& file);
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;
  ~RawConnection() { sqlite3_close(db_); }
  /// Rows with '|' between columns and a line end after each.
  std::string run(const std::string& sql);

 private:
  sqlite3* db_ = nullptr;
};

/// Every row of every table, and whether SQLite finds the file sound.
std::string everything_in(const Path& file);

/// register.db in the folder.
const RegisterEngine& sqlite_engine();

}  // namespace mingting
