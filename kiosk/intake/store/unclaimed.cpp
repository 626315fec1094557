// The receipts that perhaps nobody has seen: kept, tried, dropped.
#include "intake/store/unclaimed.hpp"

#include "intake/store/file.hpp"
#include "intake/store/rows.hpp"
#include "intake/store/store.hpp"

namespace mingting::vault {

void insert(SQLite::Database& db, const Unclaimed& kept) {
  SQLite::Statement row(
      db,
      "INSERT INTO unclaimed (number, form, received, doubtful, nameless, salt, hashes, misses) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  row.bind(1, kept.number);
  row.bind(2, kept.form);
  row.bind(3, milliseconds(kept.received));
  row.bind(4, kept.clock_doubtful ? 1 : 0);
  row.bind(5, kept.nameless ? 1 : 0);
  bind_blob(row, 6, kept.salt);
  bind_blob(row, 7, kept.hashes);
  row.bind(8, kept.misses);
  row.exec();
}

Result<std::vector<Unclaimed>> Store::unclaimed() {
  if (file_->format() != kFormat) return std::vector<Unclaimed>();  // from before things could be claimed
  return file_->read([&](SQLite::Database& db) {
    std::vector<Unclaimed> all;
    SQLite::Statement rows(
        db,
        "SELECT number, form, received, doubtful, nameless, salt, hashes, misses FROM unclaimed ORDER BY id");
    while (rows.executeStep()) {
      all.push_back({.number = rows.getColumn(0).getString(),
                     .form = rows.getColumn(1).getString(),
                     .received = from_milliseconds(rows.getColumn(2).getInt64()),
                     .clock_doubtful = rows.getColumn(3).getInt() != 0,
                     .nameless = rows.getColumn(4).getInt() != 0,
                     .salt = blob_of(rows.getColumn(5)),
                     .hashes = blob_of(rows.getColumn(6)),
                     .misses = rows.getColumn(7).getInt()});
    }
    return all;
  });
}

Result<void> Store::each_unclaimed(const char* change, const std::vector<std::string>& numbers) {
  if (numbers.empty()) return {};
  return file_->write("sealed-store.writing", [&](SQLite::Database& db) {
    for (const auto& number : numbers) {
      SQLite::Statement row(db, change);
      row.bind(1, number);
      row.exec();
    }
  });
}

Result<void> Store::count_miss(const std::vector<std::string>& numbers) {
  return each_unclaimed("UPDATE unclaimed SET misses = misses + 1 WHERE number = ?", numbers);
}

Result<void> Store::drop_unclaimed(const std::vector<std::string>& numbers) {
  return each_unclaimed("DELETE FROM unclaimed WHERE number = ?", numbers);
}

}  // namespace mingting::vault
