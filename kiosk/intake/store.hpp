// intake.db: the one file that holds what was handed in, and the only SQL on the kiosk's side of submissions.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "intake/record.hpp"

namespace SQLite {
class Database;
class Statement;
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

/// A chain that ended here because the disk was put back from an older copy, or because another machine has
/// it too. Its records are kept until the office holds them.
struct PastChain {
  std::string key;             ///< base64 Ed25519: whose chain it was
  std::uint64_t position = 0;  ///< where it ended: of its newest record, 0 when there was none
  std::string hash;            ///< of that record, raw
  std::string successor;       ///< base64 Ed25519: of the chain that followed
  std::string signature;       ///< by `key`, over successor_statement()
  std::uint64_t records = 0;   ///< still held
  bool operator==(const PastChain&) const = default;
};

/// An export that was made: which records were carried away when.
struct PastExport {
  Instant made{};
  std::uint64_t first = 0, last = 0;
};

/// What is known of a place in a chain.
enum class Known {
  Gone,     ///< the record there was forgotten
  Same,     ///< it has this hash
  Another,  ///< it has another, or none was ever there
};

/// A submission whose receipt perhaps nobody has seen. Kept until the receipt was handed over, whatever ends the program before.
struct Unclaimed {
  std::string number;      ///< of the receipt
  std::string form;        ///< the form's id
  Instant received{};
  bool clock_doubtful = false;
  bool nameless = false;   ///< see Claim
  std::string salt;        ///< raw, of kSaltSize
  std::string hashes;      ///< claim_hash of each number that claims it, one behind the other
  int misses = 0;          ///< how often another number was tried
};

/// What one submission adds, or another query code for one.
struct NewRecord {
  SealedRecord record;
  std::string day;  ///< ISO; the number's date; "" when the record has the number of an earlier one
  int serial = 0;   ///< the day's
  std::string code_hash;
  std::optional<Unclaimed> unclaimed{};
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

  /// The kiosk's public key (base64) the newest chain belongs to; nothing in a new store.
  const std::optional<std::string>& owner() const { return owner_; }
  /// Makes a new store the kiosk's.
  Result<void> create(const std::string& kiosk_key);
  /// Counts a start, which also readies the journal: a submission then costs one flush. On a full disk the
  /// start goes uncounted, because what is stored must still be reachable.
  Result<void> begin();

  const ChainHead& head() const { return head_; }
  const std::vector<PastChain>& past() const { return past_; }  ///< in the order they ended
  std::uint64_t count() const { return count_; }                ///< records held, of every chain
  /// The day's next serial: higher than any given for it before, forgotten records included.
  Result<int> next_serial(const std::string& day);
  Result<void> add(const NewRecord& added);
  /// Whether the record at `position` of the chain has this hash (raw).
  Result<Known> compare(const std::string& chain, std::uint64_t position, const std::string& hash);
  /// Deletes the chain's records up to and including `position` when compare() says Same; how many it were.
  /// The chain goes on from its head all the same.
  Result<std::uint64_t> forget(const std::string& chain, std::uint64_t position, const std::string& hash);
  /// Ends the chain: its records are kept under its key, and a new one begins under `successor`. The day's
  /// serials, the latest time and the starts go on. `signature`: of the old key, over successor_statement().
  Result<void> begin_anew(const std::string& successor, const std::string& signature);
  /// Calls `give` for every record of the chain, oldest first, until it fails.
  Result<void> each(const std::string& chain, const std::function<Result<void>(const SealedRecord&)>& give);
  /// For saying later on which export a record was carried away.
  Result<void> note_export(const std::string& chain, const PastExport& made);
  /// The chain's latest ones, oldest first.
  Result<std::vector<PastExport>> exports(const std::string& chain);

  /// Oldest first.
  Result<std::vector<Unclaimed>> unclaimed();
  /// Of each of these a number was tried that does not claim it.
  Result<void> count_miss(const std::vector<std::string>& numbers);
  /// These are kept no longer. What they were claimed by is wiped from the file, by tidy() from the journal too.
  Result<void> drop_unclaimed(const std::vector<std::string>& numbers);
  /// Moves the journal into the main file, so that it does not grow for ever. A few flushes.
  Result<void> tidy();

 private:
  Store(Path file, std::string vfs);
  Result<void> connect();
  Result<void> read();
  void bring_up_to_date();
  void is_up_to_date();
  std::optional<Remark> take_head();
  void take_past();
  const PastChain* past_chain(const std::string& chain) const;
  SQLite::Statement records_of(const std::string& chain, std::optional<std::uint64_t> position);
  Result<void> settled_first();
  std::optional<Remark> check_newest();
  Result<void> each_unclaimed(const char* change, const std::vector<std::string>& numbers);
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
  std::vector<PastChain> past_;
  std::uint64_t count_ = 0;
  int format_ = 0;  ///< of the file, as it is committed
  bool unsettled_ = false;
};

}  // namespace mingting::vault
