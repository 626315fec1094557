// The chains' heads as they are stored, held against the newest record.
#include "intake/store/standing.hpp"

#include <fmt/format.h>

#include "intake/store/rows.hpp"
#include "intake/store/schema.hpp"

namespace mingting::vault {
namespace {

void take_past(SQLite::Database& db, Standing& into) {
  SQLite::Statement rows(
      db,
      "SELECT key, position, head, successor, signature, (SELECT count(*) FROM past_record r WHERE "
      "r.chain = c.key) FROM past_chain c ORDER BY id");
  while (rows.executeStep()) {
    into.past.push_back({.key = rows.getColumn(0).getString(),
                         .position = static_cast<std::uint64_t>(rows.getColumn(1).getInt64()),
                         .hash = blob_of(rows.getColumn(2)),
                         .successor = rows.getColumn(3).getString(),
                         .signature = blob_of(rows.getColumn(4)),
                         .records = static_cast<std::uint64_t>(rows.getColumn(5).getInt64())});
    into.count += into.past.back().records;
  }
}

/// The newest record is the one the chain's head names.
std::optional<Remark> check_newest(SQLite::Database& db, const ChainHead& head) {
  SQLite::Statement newest(db, fmt::format("SELECT {} FROM record ORDER BY position DESC LIMIT 1", kRecordColumns));
  if (!newest.executeStep()) return std::nullopt;
  const SealedRecord record = record_of(newest);
  if (record.position == head.position && record_hash(record) == head.hash) return std::nullopt;
  return remark("sealed-store.last-altered");
}

}  // namespace

std::optional<Remark> take_standing(SQLite::Database& db, int format, Standing& into) {
  const std::string checked = db.execAndGet("PRAGMA quick_check(1)").getString();
  if (checked != "ok") return remark("sealed-store.checked", checked);
  SQLite::Statement kiosk(db, "SELECT key, position, head, latest, starts FROM kiosk");
  if (!kiosk.executeStep()) return remark("sealed-store.no-kiosk");
  into.owner = kiosk.getColumn(0).getString();
  into.head = {.position = static_cast<std::uint64_t>(kiosk.getColumn(1).getInt64()),
               .hash = blob_of(kiosk.getColumn(2)),
               .latest = from_milliseconds(kiosk.getColumn(3).getInt64()),
               .starts = static_cast<std::uint64_t>(kiosk.getColumn(4).getInt64())};
  into.count = static_cast<std::uint64_t>(db.execAndGet("SELECT count(*) FROM record").getInt64());
  into.past.clear();
  if (format >= kFormatOfPast) take_past(db, into);
  return check_newest(db, into.head);
}

}  // namespace mingting::vault
