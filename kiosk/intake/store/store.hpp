// intake.db: the one file that holds what was handed in, and the only SQL on the kiosk's side of submissions.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "intake/sealed/record.hpp"
#include "intake/store/held.hpp"

namespace mingting::vault {

class StoreFile;

/// One connection that owns the file. One thread at a time. Every change is durable when it answers well;
/// when it does not, nothing of it stays (see settle() in file.cpp for a flush that failed).
class Store {
 public:
  /// Opens the file without changing anything a newer or damaged store holds. `vfs` names another SQLite file
  /// layer.
  static Result<Store> open(const Path& file, std::string vfs);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// The kiosk's public key (base64) the newest chain belongs to; nothing in a new store.
  const std::optional<std::string>& owner() const { return standing().owner; }
  /// Makes a new store the kiosk's.
  Result<void> create(const std::string& kiosk_key);
  /// Counts a start, which also readies the journal: a submission then costs one flush. On a full disk the
  /// start goes uncounted, because what is stored must still be reachable.
  Result<void> begin();

  const ChainHead& head() const { return standing().head; }
  const std::vector<PastChain>& past() const { return standing().past; }  ///< in the order they ended
  std::uint64_t count() const { return standing().count; }                ///< records held, of every chain
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
  explicit Store(std::unique_ptr<StoreFile> file);
  const Standing& standing() const;
  Result<void> each_unclaimed(const char* change, const std::vector<std::string>& numbers);

  std::unique_ptr<StoreFile> file_;
};

}  // namespace mingting::vault
