// uses.db: how often what was opened on this machine, and what was searched for and not found. Beside the store of submissions
// and apart from it: counts may be lost, submissions may not.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "domain/uses/uses.hpp"

namespace SQLite {
class Database;
}

namespace mingting {

/// One connection that owns the file, for whoever owns the store of submissions beside it. One thread at a time. A change is
/// written without waiting for the disk (WAL, synchronous=NORMAL): a power cut may take the last ones along, and leaves the
/// file sound. secure_delete: what is dropped is gone from the file.
///
/// A word that found nothing is kept in clear from the day on which it was typed for the third time in a month, once a day;
/// until then as a hash by a key that is made anew each month and takes the old hashes along. The key lies in the file too:
/// it keeps the words from those who read a copy of a later month, not from who holds the disk of this one. What kept_word()
/// does not allow is not even hashed.
class UsesStore {
 public:
  /// FOLDER/uses.db. A file that is damaged or another program's is begun anew. `vfs` names another SQLite file layer, "" for
  /// the usual one. Errors: NewerFormat, Busy, ReadOnly, DiskFull, General; then nothing is counted.
  static Result<UsesStore> open(FileSystem& files, const Path& folder, std::string vfs = "");
  /// Drops all that was ever counted, the key too. Nobody has it open.
  static Result<void> remove(FileSystem& files, const Path& folder);
  static bool is_there(FileSystem& files, const Path& folder);
  UsesStore(UsesStore&&) noexcept;
  UsesStore& operator=(UsesStore&&) noexcept;
  ~UsesStore();

  /// A visit that ended on the day. What is older than a year goes.
  Result<void> count(const VisitUses& visit, Date day);
  /// What may leave the machine, by week.
  Result<std::vector<WeekOfUses>> told();

 private:
  UsesStore(Path file, std::unique_ptr<SQLite::Database> db);
  template <class Work>
  Result<void> change(Work work);
  void begin_month(Date day);
  void count_item(const std::string& item, Date day);
  void count_word(const std::string& word, Date day);
  void add(const char* kind, const std::string& name, Date day, int count);

  Path file_;
  std::unique_ptr<SQLite::Database> db_;
};

}  // namespace mingting
