// A store as the program of format 1 left it: one chain, each record with a number of its own, nothing to be claimed.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "base/disk/files.hpp"

namespace mingting {

inline constexpr const char* kToFormat1 = R"(
  ALTER TABLE record RENAME TO newer;
  CREATE TABLE record (position INTEGER PRIMARY KEY, day TEXT NOT NULL, serial INTEGER NOT NULL, number TEXT NOT NULL UNIQUE,
    received INTEGER NOT NULL, code_hash TEXT NOT NULL, office_key TEXT NOT NULL, previous BLOB NOT NULL, sealed BLOB NOT NULL,
    signature BLOB NOT NULL, UNIQUE (day, serial)) STRICT;
  INSERT INTO record SELECT * FROM newer;
  DROP TABLE newer;
  DROP TABLE unclaimed;
  DROP TABLE past_chain;
  DROP TABLE past_record;
  DROP TABLE exported;
  PRAGMA user_version = 1;
)";

/// Makes intake.db, which nobody has open, one of format 1. `more`: what else is to be done to it.
inline void make_format_1(const Path& file, const char* more = "") {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
  for (const char* sql : {kToFormat1, more}) {
    EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
  }
  sqlite3_close(db);
}

}  // namespace mingting
