// The store's chains as wholes: one ended and the next begun, and what was exported of each.
#include "intake/store/file.hpp"
#include "intake/store/rows.hpp"
#include "intake/store/store.hpp"

namespace mingting::vault {
namespace {

constexpr int kExportsKept = 50;  // of a chain

void insert(SQLite::Database& db, const PastChain& ended) {
  SQLite::Statement chain(
      db, "INSERT INTO past_chain (key, position, head, successor, signature) VALUES (?, ?, ?, ?, ?)");
  chain.bind(1, ended.key);
  chain.bind(2, static_cast<std::int64_t>(ended.position));
  bind_blob(chain, 3, ended.hash);
  chain.bind(4, ended.successor);
  bind_blob(chain, 5, ended.signature);
  chain.exec();
}

/// Moves every record to those of past chains; how many it were.
std::uint64_t move_records(SQLite::Database& db, const std::string& chain) {
  SQLite::Statement keep(
      db,
      "INSERT INTO past_record SELECT ?, position, number, received, office_key, previous, sealed, "
      "signature FROM record");
  keep.bind(1, chain);
  const auto moved = static_cast<std::uint64_t>(keep.exec());
  db.exec("DELETE FROM record");
  return moved;
}

void start_chain(SQLite::Database& db, const std::string& key, const std::string& start) {
  SQLite::Statement kiosk(db, "UPDATE kiosk SET key = ?, position = 0, head = ?");
  kiosk.bind(1, key);
  bind_blob(kiosk, 2, start);
  kiosk.exec();
}

}  // namespace

Result<void> Store::begin_anew(const std::string& successor, const std::string& signature) {
  PastChain ended{.key = *owner(),
                  .position = head().position,
                  .hash = head().hash,
                  .successor = successor,
                  .signature = signature};
  const auto start = chain_start();
  auto done = file_->write_today("sealed-store.making", [&](SQLite::Database& db) {
    insert(db, ended);
    ended.records = move_records(db, ended.key);
    start_chain(db, successor, start);
  });
  if (!done) return done;
  auto& now = file_->standing();
  now.owner = successor;
  now.head.position = 0;
  now.head.hash = start;
  now.past.push_back(std::move(ended));
  return {};
}

Result<void> Store::note_export(const std::string& chain, const PastExport& made) {
  return file_->write_today("sealed-store.writing", [&](SQLite::Database& db) {
    SQLite::Statement row(db, "INSERT INTO exported (chain, made, first, last) VALUES (?, ?, ?, ?)");
    row.bind(1, chain);
    row.bind(2, milliseconds(made.made));
    row.bind(3, static_cast<std::int64_t>(made.first));
    row.bind(4, static_cast<std::int64_t>(made.last));
    row.exec();
    SQLite::Statement drop(db,
                           "DELETE FROM exported WHERE chain = ?1 AND id NOT IN "
                           "(SELECT id FROM exported WHERE chain = ?1 ORDER BY id DESC LIMIT ?2)");
    drop.bind(1, chain);
    drop.bind(2, kExportsKept);
    drop.exec();
  });
}

Result<std::vector<PastExport>> Store::exports(const std::string& chain) {
  return file_->read([&](SQLite::Database& db) {
    std::vector<PastExport> all;
    if (file_->format() < kFormatOfPast) return all;
    SQLite::Statement rows(db, "SELECT made, first, last FROM exported WHERE chain = ? ORDER BY id");
    rows.bind(1, chain);
    while (rows.executeStep()) {
      all.push_back({from_milliseconds(rows.getColumn(0).getInt64()),
                     static_cast<std::uint64_t>(rows.getColumn(1).getInt64()),
                     static_cast<std::uint64_t>(rows.getColumn(2).getInt64())});
    }
    return all;
  });
}

}  // namespace mingting::vault
