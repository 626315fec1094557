// intake.db: the one file that holds what was handed in, and the only SQL on the kiosk's side of submissions.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "intake/record.hpp"

namespace SQLite {
class Database;
}

namespace mingting::vault {

/// Where the chain stands. Kept apart from the records, so that it outlives those that are forgotten.
struct ChainHead {
  std::uint64_t position = 0;  ///< of the newest record; 0 before the first
  std::string hash;            ///< its record_hash; chain_start() before the first
  Instant latest{};          ///< the latest time ever given to a record: what the clock should not be behind
  std::uint64_t starts = 0;  ///< how often the store was opened
  bool operator==(const ChainHead&) const = default;
};

/// What one submission adds.
struct NewRecord {
  SealedRecord record;
  std::string day;  ///< ISO; the number's date
  int serial = 0;   ///< the day's
  std::string code_hash;
};

/// One connection that owns the file. One thread at a time. Every change is durable when it answers well;
/// when it does not, nothing of it stays (see settle() in store.cpp for a flush that failed).
class Store {
 public:
  /// Opens the file without changing anything a newer or damaged store holds. `vfs` names another SQLite file
  /// layer.
  static Result<Store> open(const Path& file, std::string vfs);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// The kiosk's public key (base64) the store belongs to; nothing in a new one.
  const std::optional<std::string>& owner() const { return owner_; }
  /// Makes a new store the kiosk's.
  Result<void> create(const std::string& kiosk_key);
  /// Counts a start, which also readies the journal: a submission then costs one flush. On a full disk the
  /// start goes uncounted, because what is stored must still be reachable.
  Result<void> begin();

  const ChainHead& head() const { return head_; }
  std::uint64_t count() const { return count_; }
  /// The day's next serial: higher than any given for it before, forgotten records included.
  Result<int> next_serial(const std::string& day);
  Result<void> add(const NewRecord& added);
  /// Deletes the records up to and including `position`, when the one there has this hash (raw); how many it were. The chain
  /// goes on from its head all the same. None when they are gone already. Trouble::Untrusted when the hash is another's, or the
  /// position beyond the head: then nothing is deleted.
  Result<std::uint64_t> forget(std::uint64_t position, const std::string& hash);
  /// Calls `give` for every record, oldest first, until it fails.
  Result<void> each(const std::function<Result<void>(const SealedRecord&)>& give);
  /// Moves the journal into the main file, so that it does not grow for ever. A few flushes.
  Result<void> tidy();

 private:
  Store(Path file, std::string vfs);
  Result<void> connect();
  Result<void> read();
  std::optional<Remark> take_head();
  std::optional<Remark> check_newest();
  Result<void> settle();
  Result<void> empty_journal();
  template <class Work>
  auto guarded(const char* action, Work work) -> Result<std::invoke_result_t<Work>>;
  template <class Work>
  Result<void> transaction(const char* action, Work work);
  Error trouble(const char* action, int code) const;

  Path file_;
  std::string vfs_;
  std::unique_ptr<SQLite::Database> db_;
  std::optional<std::string> owner_;
  ChainHead head_;
  std::uint64_t count_ = 0;
  bool unsettled_ = false;
};

}  // namespace mingting::vault
