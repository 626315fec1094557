// The tables of the register, and which files are one. Plain SQL: another database reads BIGINT for INTEGER and leaves out
// STRICT and WITHOUT ROWID, which only say how SQLite stores a table, and compares text by its bytes (COLLATE "C"). Days are ISO
// text, moments milliseconds since 1970 (UTC). Every id is given by the register, none by the database (next_id).
#include <fmt/format.h>

#include "desk/register/sqlite/file.hpp"

namespace mingting {
namespace {

constexpr int kFormat = 3;
constexpr int kApplication = 0x4D544E52;  // "MTNR": no other program's database, nor the kiosk's, is taken for a register

constexpr const char* kEntry = R"(
  CREATE TABLE entry (                       -- what lists and figures need: narrow, so that going through all is quick
    id             INTEGER PRIMARY KEY,
    number         TEXT    NOT NULL UNIQUE,  -- of the receipt
    kind           TEXT    NOT NULL,
    applicant_kind TEXT    NOT NULL,
    applicant      TEXT    NOT NULL,
    applicant_key  TEXT    NOT NULL,
    wanted         TEXT    NOT NULL,
    received       INTEGER NOT NULL,
    clock_doubtful INTEGER NOT NULL,
    kiosk          INTEGER REFERENCES kiosk (id),
    position       INTEGER,                  -- in the kiosk's chain
    counts_from    TEXT,                     -- the day of receipt (Art. 31) as the steps have it; none: not settled
    finished       TEXT,
    outcome        TEXT,
    erasure        INTEGER REFERENCES erasure (id),
    CHECK ((kiosk IS NULL) = (position IS NULL))
  ) STRICT;
)";

constexpr const char* kEntryIndexes = R"(
  -- Holds what lists are searched by, so that a word nobody has is not looked for row by row.
  CREATE INDEX entry_received ON entry (received, id, kind, finished, number, applicant, wanted);
  CREATE INDEX entry_kind ON entry (kind, received, id);
  -- Holds all that is read of open cases: they lie scattered among many years of finished ones.
  -- "finished" in it is always NULL, but shows SQLite that this index answers more of the question than entry_kind does.
  CREATE INDEX entry_open ON entry (kind, finished, received, id, number, applicant_kind, applicant, applicant_key, wanted)
    WHERE finished IS NULL;
  CREATE INDEX entry_applicant ON entry (applicant_key, received) WHERE applicant_key <> '';
  CREATE INDEX entry_finished ON entry (finished) WHERE finished IS NOT NULL AND erasure IS NULL;
)";

/// Since format 2.
constexpr const char* kChain = R"(
  CREATE TABLE record (                      -- what kiosks handed over, as their chains have it
    kiosk    INTEGER NOT NULL REFERENCES kiosk (id),
    position INTEGER NOT NULL,
    hash     TEXT    NOT NULL,               -- hex
    previous TEXT    NOT NULL,               -- hash of the one before it; '' of what came in before format 2, until it is seen again
    entry    INTEGER NOT NULL REFERENCES entry (id),
    PRIMARY KEY (kiosk, position, hash)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE succession (                  -- a kiosk's chain ended there, by its own word, and another followed
    kiosk     INTEGER NOT NULL REFERENCES kiosk (id),
    successor INTEGER NOT NULL REFERENCES kiosk (id),
    position  INTEGER NOT NULL,
    hash      TEXT    NOT NULL,
    clerk     TEXT    NOT NULL,
    recorded  INTEGER NOT NULL,
    PRIMARY KEY (kiosk, successor)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE lost (                        -- see LostRecords
    id       INTEGER PRIMARY KEY,
    kiosk    INTEGER NOT NULL REFERENCES kiosk (id),
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    hash     TEXT    NOT NULL,
    clerk    TEXT    NOT NULL,
    recorded INTEGER NOT NULL,
    reason   TEXT    NOT NULL
  ) STRICT;

  -- Of the kiosk's latest export: the machine's number, the oldest position on it, those made before (JSON).
  ALTER TABLE kiosk ADD COLUMN number TEXT NOT NULL DEFAULT '';
  ALTER TABLE kiosk ADD COLUMN held_from INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE kiosk ADD COLUMN exports TEXT NOT NULL DEFAULT '[]';
)";

/// Since format 3.
constexpr const char* kUses = R"(
  CREATE TABLE uses (                        -- what kiosks counted
    kiosk INTEGER NOT NULL REFERENCES kiosk (id),
    week  TEXT    NOT NULL,                  -- its Monday
    kind  TEXT    NOT NULL,                  -- item: opened; word: nothing was found by it
    name  TEXT    NOT NULL,                  -- the item's id, the word
    count INTEGER NOT NULL,                  -- visits; 0: few, see kLeastTold
    PRIMARY KEY (kiosk, week, kind, name)
  ) STRICT, WITHOUT ROWID;
)";

/// A register of format 1: one record for a place, its hash with the submission, the one before it unknown.
constexpr const char* kFromFormat1 = R"(
  INSERT INTO record SELECT e.kiosk, e.position, s.record_hash, '', e.id FROM entry e JOIN submission s ON s.entry = e.id
    WHERE e.kiosk IS NOT NULL;
  ALTER TABLE submission DROP COLUMN record_hash;
  ALTER TABLE entry RENAME TO entry_before;
)";
constexpr const char* kEntriesFromFormat1 = R"(
  INSERT INTO entry SELECT * FROM entry_before;
  DROP TABLE entry_before;
)";

constexpr const char* kSchema = R"(
  CREATE TABLE meta (                        -- site; calendar: the notices deadlines were last told by
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE kiosk (
    id          INTEGER PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,     -- base64 Ed25519
    name        TEXT    NOT NULL,
    enrolled_by TEXT    NOT NULL,
    enrolled    INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE erasure (                     -- that contents were erased, and on what ground
    id             INTEGER PRIMARY KEY,
    done           INTEGER NOT NULL,
    clerk          TEXT    NOT NULL,
    basis          TEXT    NOT NULL,
    finished_until TEXT    NOT NULL,
    entries        INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE submission (                  -- what was handed in, as it came: one row an entry
    entry           INTEGER PRIMARY KEY REFERENCES entry (id),
    form            TEXT    NOT NULL,
    form_title      TEXT    NOT NULL,
    form_version    TEXT    NOT NULL,
    rules           TEXT    NOT NULL,
    answers         TEXT    NOT NULL,        -- JSON
    content_release TEXT    NOT NULL,
    about_item      TEXT    NOT NULL,
    code_hash       TEXT    NOT NULL,
    taken_by        TEXT    NOT NULL,
    taken           INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE step (                        -- never changed but by erasure, never deleted
    entry    INTEGER NOT NULL REFERENCES entry (id),
    n        INTEGER NOT NULL CHECK (n > 0),
    day      TEXT    NOT NULL,
    clerk    TEXT    NOT NULL,
    recorded INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    fields   TEXT    NOT NULL,               -- JSON
    PRIMARY KEY (entry, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE note (
    entry    INTEGER NOT NULL REFERENCES entry (id),
    n        INTEGER NOT NULL CHECK (n > 0),
    day      TEXT    NOT NULL,
    clerk    TEXT    NOT NULL,
    recorded INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    fields   TEXT    NOT NULL,               -- JSON
    PRIMARY KEY (entry, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE document (                    -- prefix, year and serial are none for a paper without a number
    id      INTEGER PRIMARY KEY,
    entry   INTEGER NOT NULL REFERENCES entry (id),
    step    INTEGER NOT NULL,                -- 0: belongs to none
    kind    TEXT    NOT NULL,
    prefix  TEXT,
    year    INTEGER,
    serial  INTEGER CHECK (serial > 0),
    number  TEXT    NOT NULL,
    day     TEXT    NOT NULL,
    content TEXT    NOT NULL,
    void    INTEGER NOT NULL,
    UNIQUE (prefix, year, serial),
    CHECK ((prefix IS NULL) = (serial IS NULL) AND (prefix IS NULL) = (year IS NULL))
  ) STRICT;
  CREATE INDEX document_entry ON document (entry);

  CREATE TABLE disclosure (
    year     INTEGER PRIMARY KEY,
    figures  TEXT    NOT NULL,               -- JSON
    clerk    TEXT    NOT NULL,
    recorded INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE dispute (
    id       INTEGER PRIMARY KEY,
    entry    INTEGER REFERENCES entry (id),
    kind     TEXT    NOT NULL,
    opened   TEXT    NOT NULL,
    closed   TEXT,
    outcome  TEXT    NOT NULL,
    note     TEXT    NOT NULL,
    clerk    TEXT    NOT NULL,
    recorded INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX dispute_entry ON dispute (entry);

  CREATE TABLE report (                      -- every version that went out; the last one counts
    year     INTEGER NOT NULL,
    n        INTEGER NOT NULL CHECK (n > 0),
    content  TEXT    NOT NULL,               -- JSON
    clerk    TEXT    NOT NULL,
    recorded INTEGER NOT NULL,
    PRIMARY KEY (year, n)
  ) STRICT, WITHOUT ROWID;
)";

}  // namespace

void RegisterFile::write_schema(const std::string& site) {
  for (const auto* part : {kSchema, kEntry, kEntryIndexes, kChain, kUses}) db_->exec(part);
  query("INSERT INTO meta (name, value) VALUES ('site', ?)").with(site).run();
  db_->exec(fmt::format("PRAGMA application_id = {}", kApplication));
  db_->exec(fmt::format("PRAGMA user_version = {}", kFormat));
}

/// With foreign keys off: what refers to an entry refers to it by the table's name, whichever table bears it.
Result<void> RegisterFile::migrate() {
  auto off = guarded("register-action.open", [&]() -> Result<bool> {
    if (db_->execAndGet("PRAGMA user_version").getInt() >= kFormat) return false;
    db_->exec("PRAGMA foreign_keys = OFF");
    db_->exec("PRAGMA legacy_alter_table = ON");
    return true;
  });
  if (!off) return fail(off.error());
  if (!*off) return {};
  auto done = change("register-action.open", [&]() -> Result<void> {
    const int format = db_->execAndGet("PRAGMA user_version").getInt();
    if (format >= kFormat) return {};  // another clerk was quicker
    if (format < 2) {
      for (const auto* part : {kChain, kFromFormat1, kEntry, kEntriesFromFormat1, kEntryIndexes}) db_->exec(part);
    }
    db_->exec(kUses);
    db_->exec(fmt::format("PRAGMA user_version = {}", kFormat));
    return {};
  });
  if (!done) return done;
  return guarded("register-action.open", [&]() -> Result<void> {
    db_->exec("PRAGMA legacy_alter_table = OFF");
    db_->exec("PRAGMA foreign_keys = ON");
    return {};
  });
}

Result<void> RegisterFile::judge_format() {
  const int format = db_->execAndGet("PRAGMA user_version").getInt();
  const int application = db_->execAndGet("PRAGMA application_id").getInt();
  const int tables = db_->execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
  const auto file = options_.file.string();
  if (format == 0 && application == 0 && tables == 0) {
    return fail(Trouble::NotFound, "register.empty", file);
  }
  if (application != kApplication) {
    return fail(Trouble::Invalid, "register.of-another-program", file);
  }
  if (format > kFormat) {
    return fail(Trouble::NewerFormat, "register.newer", file);
  }
  // SQLite reads the missing end of a last page as zeros.
  const auto info = files_.info(options_.file);
  const auto page = static_cast<std::uint64_t>(db_->execAndGet("PRAGMA page_size").getInt64());
  if (info && info->size % page != 0) throw Damaged{remark("register.incomplete")};
  if (!query("SELECT value FROM meta WHERE name = 'site'").next()) throw Damaged{remark("register.without-site")};
  return {};
}

}  // namespace mingting
