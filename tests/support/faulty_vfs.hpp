// SQLite's disk with switches: full, failing, killed at a chosen write, or its power pulled so that only
// flushed bytes stay.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/disk/files.hpp"

namespace mingting {

/// A SQLite VFS of its own, registered while this lives; hand name() to what opens a database. Passes
/// everything on to the real disk (flushes excepted: they are remembered, not waited for; bytes whose flush
/// failed never get there) until a switch says otherwise. Offers no shared memory, so that only a connection
/// in exclusive mode can use WAL. Not for use from several threads.
class FaultyVfs {
 public:
  FaultyVfs();
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;
  ~FaultyVfs();
  const std::string& name() const { return name_; }

  // ---- switches ----
  /// This change (1 = the next) fails; `lasting` ones after it too. Writes and cuts fail as on a full disk
  /// (SQLITE_FULL) when `full` says so, otherwise as a broken one.
  struct Fault {
    int at = 1;
    bool full = false;
    bool lasting = false;
    bool only_syncs = false;  ///< count and fail flushes alone
  };
  std::optional<Fault> fault;
  /// Whether the bytes of a flush that fails get to the disk all the same: both happen.
  bool failed_flush_writes = false;
  /// The program is killed at this change (1 = the next): a write is half done, and nothing happens after.
  std::optional<int> kill_at;

  // ---- what happened ----
  int changes = 0;  ///< writes, cuts, flushes, deletions
  int syncs = 0;
  bool dead = false;

  /// After every connection is closed. Killed: what was written stays. `lose_power`: of what was not flushed,
  /// `seed` decides sector by sector what stays, and whether files whose folder was not flushed are there.
  void restart();
  void lose_power(std::uint64_t seed);

 private:
  friend struct FaultyVfsCalls;
  struct Change {
    std::uint64_t offset = 0;
    std::optional<std::string> bytes;  ///< nothing: cut to `offset`
  };
  struct Tracked {
    std::string flushed;          ///< what is surely on the disk
    bool named = false;           ///< its entry in the folder is
    std::vector<Change> changes;  ///< since the last flush
  };

  enum class Kind { Write, Truncate, Sync, Delete };
  /// SQLITE_OK when the change may happen; `half` when a write is to be cut short by the kill.
  int step(Kind kind, bool* half = nullptr);
  /// Carries a change out on `bytes`, of a write only the sectors that `stays` says.
  static void apply(const Change& change, std::string& bytes, const std::function<bool()>& stays);
  void flush_folder();
  void forget_switches();

  std::string name_;
  sqlite3_vfs vfs_{};
  sqlite3_vfs* real_;
  std::map<std::string, Tracked> files_;
  std::map<std::string, std::string> deleted_;  ///< path -> content, while the deletion is not flushed
};

}  // namespace mingting
