// A register in one SQLite file: how it is made and opened. All SQL of the desk is behind this header, kept standard.
#pragma once

#include <memory>
#include <string>

#include "base/disk/files.hpp"
#include "desk/register/register.hpp"

namespace mingting {

struct SqliteRegisterOptions {
  Path file;
  /// How long a command waits while another clerk's is being written.
  Milliseconds patience{10'000};
  /// Another SQLite file layer, by name; "" for the usual one. Tests break disks with it.
  std::string vfs = "";
};

/// Makes a new file, of its owner alone, and opens it; an existing one is never replaced (Trouble::Invalid), one that a creation
/// cut short left is finished.
Result<std::unique_ptr<Register>> create_sqlite_register(FileSystem& files, const SqliteRegisterOptions& options,
                                                         const std::string& site);
/// One connection. Rollback journal, synchronous=EXTRA, secure_delete; ready for other connections in other threads and
/// processes. A file that is no register this program can read is not changed: NotFound (none, or an empty one), Invalid
/// (another program's), NewerFormat, General (damaged). `files` outlives it.
Result<std::unique_ptr<Register>> open_sqlite_register(FileSystem& files, const SqliteRegisterOptions& options);

}  // namespace mingting
