// Making and opening a register's file, and the few facts about it as a whole.
#include "desk/register/sqlite/register.hpp"

#include "desk/register/order.hpp"
#include "desk/register/sqlite/open.hpp"

namespace mingting {

Result<std::unique_ptr<Register>> create_sqlite_register(FileSystem& files, const SqliteRegisterOptions& options,
                                                         const std::string& site) {
  if (auto fine = judge_site(site); !fine) return fail(fine.error());
  if (auto made = RegisterFile(files, options).create(site); !made) return fail(made.error());
  return open_sqlite_register(files, options);
}

Result<std::unique_ptr<Register>> open_sqlite_register(FileSystem& files, const SqliteRegisterOptions& options) {
  auto opened = std::make_unique<SqliteRegister>(files, options);
  if (auto connected = opened->file().connect(); !connected) return fail(connected.error());
  return opened;
}

Result<std::string> SqliteRegister::calendar_text() {
  return file_.look("register-action.read", [&]() -> Result<std::string> {
    auto row = file_.query("SELECT value FROM meta WHERE name = 'calendar'");
    return row.next() ? row.text(0) : std::string();
  });
}

Result<void> SqliteRegister::keep_calendar_text(const std::string& csv) {
  return file_.change("register-action.keep-calendar", [&]() -> Result<void> {
    file_.query("INSERT INTO meta (name, value) VALUES ('calendar', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .with(csv)
        .run();
    return {};
  });
}

Result<std::string> SqliteRegister::site() {
  return file_.look("register-action.read", [&]() -> Result<std::string> {
    auto row = file_.query("SELECT value FROM meta WHERE name = 'site'");
    if (!row.next()) throw Damaged{remark("register.without-site")};
    return row.text(0);
  });
}

}  // namespace mingting
