// The tables of intake.db, and those of the formats before it.
#include "intake/store/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace mingting::vault {
namespace {

constexpr const char* kSchema = R"(
  CREATE TABLE kiosk (                       -- one row
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    key       TEXT    NOT NULL,              -- base64 Ed25519: whose chain this is
    position  INTEGER NOT NULL,              -- of the newest record, 0 before the first
    head      BLOB    NOT NULL,              -- its hash
    latest    INTEGER NOT NULL,              -- latest time given to a record, ms since 1970
    starts    INTEGER NOT NULL               -- how often the store was opened
  ) STRICT;
  CREATE TABLE serial (                      -- outlives the records, so that no number is ever given twice
    day       TEXT    PRIMARY KEY,
    last      INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
)";

constexpr const char* kSchemaOfRecords = R"(
  CREATE TABLE record (
    position   INTEGER PRIMARY KEY,
    day        TEXT,                         -- none: it brings another query code for the number of an earlier record
    serial     INTEGER,
    number     TEXT    NOT NULL,
    received   INTEGER NOT NULL,             -- ms since 1970
    code_hash  TEXT    NOT NULL,
    office_key TEXT    NOT NULL,
    previous   BLOB    NOT NULL,
    sealed     BLOB    NOT NULL,
    signature  BLOB    NOT NULL,
    UNIQUE (day, serial),
    CHECK ((day IS NULL) = (serial IS NULL))
  ) STRICT;
)";

/// Came with format 2.
constexpr const char* kSchemaOfPast = R"(
  CREATE TABLE past_chain (                  -- see PastChain
    id         INTEGER PRIMARY KEY,
    key        TEXT    NOT NULL UNIQUE,
    position   INTEGER NOT NULL,
    head       BLOB    NOT NULL,
    successor  TEXT    NOT NULL,
    signature  BLOB    NOT NULL
  ) STRICT;
  CREATE TABLE past_record (
    chain      TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    number     TEXT    NOT NULL,
    received   INTEGER NOT NULL,
    office_key TEXT    NOT NULL,
    previous   BLOB    NOT NULL,
    sealed     BLOB    NOT NULL,
    signature  BLOB    NOT NULL,
    PRIMARY KEY (chain, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE exported (                    -- see PastExport
    id         INTEGER PRIMARY KEY,
    chain      TEXT    NOT NULL,
    made       INTEGER NOT NULL,
    first      INTEGER NOT NULL,
    last       INTEGER NOT NULL
  ) STRICT;
)";

/// Came with format 3, see Unclaimed.
constexpr const char* kSchemaOfUnclaimed = R"(
  CREATE TABLE unclaimed (
    id         INTEGER PRIMARY KEY,
    number     TEXT    NOT NULL UNIQUE,
    form       TEXT    NOT NULL,
    received   INTEGER NOT NULL,
    doubtful   INTEGER NOT NULL,
    nameless   INTEGER NOT NULL,
    salt       BLOB    NOT NULL,
    hashes     BLOB    NOT NULL,
    misses     INTEGER NOT NULL
  ) STRICT;
)";

/// From before format 3, where each record had a number of its own, and a clock that leapt ahead was
/// believed: the latest time begins anew with the release's.
constexpr const char* kBeforeRecords = R"(
  ALTER TABLE record RENAME TO old_record;
  UPDATE kiosk SET latest = 0;
)";
constexpr const char* kTakeOldRecords = R"(
  INSERT INTO record SELECT position, day, serial, number, received, code_hash, office_key, previous, sealed, signature
    FROM old_record;
  DROP TABLE old_record;
)";

void say_format(SQLite::Database& db) {
  db.exec(fmt::format("PRAGMA user_version = {}", kFormat));
}

}  // namespace

void make_tables(SQLite::Database& db) {
  db.exec(kSchema);
  db.exec(kSchemaOfRecords);
  db.exec(kSchemaOfUnclaimed);
  db.exec(kSchemaOfPast);
  say_format(db);
  db.exec(fmt::format("PRAGMA application_id = {}", kApplication));
}

void bring_up_to_date(SQLite::Database& db, int format) {
  if (format == kFormat) return;
  if (format < kFormatOfPast) db.exec(kSchemaOfPast);
  db.exec(kBeforeRecords);
  db.exec(kSchemaOfRecords);
  db.exec(kTakeOldRecords);
  db.exec(kSchemaOfUnclaimed);
  say_format(db);
}

}  // namespace mingting::vault
