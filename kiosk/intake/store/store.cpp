// The records of the store: added at the end of the newest chain, read, compared, forgotten.
#include "intake/store/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/store/file.hpp"
#include "intake/store/rows.hpp"
#include "intake/store/unclaimed.hpp"

namespace mingting::vault {

Store::Store(std::unique_ptr<StoreFile> file) : file_(std::move(file)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const Path& file, std::string vfs) {
  return StoreFile::open(file, std::move(vfs)).map([](auto opened) { return Store(std::move(opened)); });
}

const Standing& Store::standing() const {
  return file_->standing();
}

Result<void> Store::create(const std::string& kiosk_key) {
  auto done = file_->make([&](SQLite::Database& db) {
    SQLite::Statement kiosk(db, "INSERT INTO kiosk VALUES (1, ?, 0, ?, 0, 0)");
    kiosk.bind(1, kiosk_key);
    bind_blob(kiosk, 2, head().hash);
    kiosk.exec();
  });
  if (done) file_->standing().owner = kiosk_key;
  return done;
}

Result<void> Store::begin() {
  auto done = file_->write_today("sealed-store.writing", [](SQLite::Database& db) {
    db.exec("UPDATE kiosk SET starts = starts + 1");
  });
  if (!done && done.error().trouble != Trouble::DiskFull) return done;
  ++file_->standing().head.starts;
  return {};
}

// ---- adding

Result<int> Store::next_serial(const std::string& day) {
  return file_->read([&](SQLite::Database& db) {
    SQLite::Statement last(db, "SELECT last FROM serial WHERE day = ?");
    last.bind(1, day);
    return last.executeStep() ? last.getColumn(0).getInt() + 1 : 1;
  });
}

namespace {

void insert(SQLite::Database& db, const NewRecord& added) {
  const SealedRecord& record = added.record;
  SQLite::Statement row(db, "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row.bind(1, static_cast<std::int64_t>(record.position));
  if (!added.day.empty()) {
    row.bind(2, added.day);
    row.bind(3, added.serial);
  }
  row.bind(4, record.number);
  row.bind(5, milliseconds(record.received));
  row.bind(6, added.code_hash);
  row.bind(7, record.office_key);
  bind_blob(row, 8, record.previous);
  bind_blob(row, 9, record.sealed);
  bind_blob(row, 10, record.signature);
  row.exec();
}

void count_serial(SQLite::Database& db, const NewRecord& added) {
  if (added.day.empty()) return;
  SQLite::Statement serial(
      db, "INSERT INTO serial VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET last = excluded.last");
  serial.bind(1, added.day);
  serial.bind(2, added.serial);
  serial.exec();
}

void update(SQLite::Database& db, const ChainHead& head) {
  SQLite::Statement row(db, "UPDATE kiosk SET position = ?, head = ?, latest = ?");
  row.bind(1, static_cast<std::int64_t>(head.position));
  bind_blob(row, 2, head.hash);
  row.bind(3, milliseconds(head.latest));
  row.exec();
}

}  // namespace

Result<void> Store::add(const NewRecord& added) {
  const SealedRecord& record = added.record;
  const ChainHead next{.position = record.position,
                       .hash = record_hash(record),
                       .latest = std::max(head().latest, record.received),
                       .starts = head().starts};
  auto done = file_->write_today("sealed-store.adding", [&](SQLite::Database& db) {
    insert(db, added);
    count_serial(db, added);
    if (added.unclaimed) insert(db, *added.unclaimed);
    update(db, next);
  });
  if (!done) return done;
  file_->standing().head = next;
  ++file_->standing().count;
  return {};
}

// ---- those of a chain

namespace {

const PastChain* past_chain(const Standing& standing, const std::string& chain) {
  const auto found = std::find_if(standing.past.begin(), standing.past.end(),
                                  [&](const PastChain& past) { return past.key == chain; });
  return found != standing.past.end() ? &*found : nullptr;
}

/// The chain's records in their order, or the one at `position`.
SQLite::Statement records_of(SQLite::Database& db, const Standing& standing, const std::string& chain,
                             std::optional<std::uint64_t> position) {
  const bool newest = chain == standing.owner;
  SQLite::Statement rows(db, fmt::format("SELECT {} FROM {} WHERE {} AND {} ORDER BY position", kRecordColumns,
                                         newest ? "record" : "past_record", newest ? "1" : "chain = ?2",
                                         position ? "position = ?1" : "1"));
  if (position) rows.bind(1, static_cast<std::int64_t>(*position));
  if (!newest) rows.bind(2, chain);
  return rows;
}

}  // namespace

Result<void> Store::each(const std::string& chain,
                         const std::function<Result<void>(const SealedRecord&)>& give) {
  Result<void> given;
  auto done = file_->read_unsettled([&](SQLite::Database& db) {
    auto rows = records_of(db, standing(), chain, std::nullopt);
    while (given && rows.executeStep()) given = give(record_of(rows));
  });
  return done ? given : done;
}

Result<Known> Store::compare(const std::string& chain, std::uint64_t position, const std::string& hash) {
  const auto* past = past_chain(standing(), chain);
  const auto end = past != nullptr ? past->position : head().position;
  if ((past == nullptr && chain != owner()) || position == 0 || position > end) return Known::Another;
  if (position == end)
    return hash == (past != nullptr ? past->hash : head().hash) ? Known::Same : Known::Another;
  return file_->read([&](SQLite::Database& db) {
    auto found = records_of(db, standing(), chain, position);
    if (!found.executeStep()) return Known::Gone;
    return record_hash(record_of(found)) == hash ? Known::Same : Known::Another;
  });
}

Result<std::uint64_t> Store::forget(const std::string& chain, std::uint64_t position,
                                    const std::string& hash) {
  const auto known = compare(chain, position, hash);
  if (!known) return fail(known.error());
  if (*known != Known::Same) return 0;
  int deleted = 0;
  auto done = file_->write("sealed-store.clearing", [&](SQLite::Database& db) {
    const bool newest = chain == owner();
    SQLite::Statement drop(db, newest ? "DELETE FROM record WHERE position <= ?1"
                                      : "DELETE FROM past_record WHERE position <= ?1 AND chain = ?2");
    drop.bind(1, static_cast<std::int64_t>(position));
    if (!newest) drop.bind(2, chain);
    deleted = drop.exec();
  });
  if (!done) return fail(done.error());
  const auto gone = static_cast<std::uint64_t>(deleted);
  file_->standing().count -= gone;
  for (auto& past : file_->standing().past) past.records -= past.key == chain ? gone : 0;
  return gone;
}

Result<void> Store::tidy() {
  return file_->tidy();
}

}  // namespace mingting::vault
