// A register whose SQLite file is looked into, opened in other ways, or on another disk.
#pragma once

#include "desk/register/register_fixture.hpp"

namespace mingting {

struct SqliteDesk : RegisterDesk {
  Milliseconds patience{60'000};
  std::string vfs{};

  Path file() const { return folder / "register.db"; }
  SqliteRegisterOptions options() const { return {.file = file(), .patience = patience, .vfs = vfs}; }
  Result<std::unique_ptr<Register>> create() const { return create_sqlite_register(disk(), options(), "nanming"); }
  Result<std::unique_ptr<Register>> open() const { return open_sqlite_register(disk(), options()); }
  std::unique_ptr<Register> opened() const { return sound(open()); }
};

}  // namespace mingting
