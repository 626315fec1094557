// How does SQLite itself see a register?
#include "desk/register/sqlite/engine.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "base/text/text.hpp"

namespace mingting {

RawConnection::RawConnection(const Path& file) {
  if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) std::abort();
}

std::string RawConnection::run(const std::string& sql) {
  std::string rows;
  char* message = nullptr;
  const int code = sqlite3_exec(
      db_, sql.c_str(),
      [](void* to, int columns, char** values, char**) {
        auto& text = *static_cast<std::string*>(to);
        for (int i = 0; i < columns; ++i) text += std::string(i > 0 ? "|" : "") + (values[i] != nullptr ? values[i] : "NULL");
        text += "\n";
        return 0;
      },
      &rows, &message);
  EXPECT_EQ(code, SQLITE_OK) << sql << ": " << (message != nullptr ? message : "");
  sqlite3_free(message);
  return rows;
}

std::string everything_in(const Path& file) {
  RawConnection raw(file);
  EXPECT_EQ(raw.run("PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(raw.run("PRAGMA foreign_key_check"), "");
  std::string all;
  for (const auto& table : split(trimmed(raw.run("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")), '\n')) {
    all += "== " + table + "\n" + raw.run("SELECT * FROM " + table + " ORDER BY 1, 2");
  }
  return all;
}

const RegisterEngine& sqlite_engine() {
  static const auto file = [](const Path& folder) { return folder / "register.db"; };
  static const RegisterEngine kEngine{
      "sqlite",
      [](const Path& folder, const std::string& site) { return create_sqlite_register(disk(), {.file = file(folder)}, site); },
      [](const Path& folder) { return open_sqlite_register(disk(), {.file = file(folder), .patience = Milliseconds{60'000}}); },
      [](const Path& folder) { return everything_in(file(folder)); },
      [](const Path& folder) { return disk().read(file(folder), 1U << 30).value(); }};
  return kEngine;
}

}  // namespace mingting
