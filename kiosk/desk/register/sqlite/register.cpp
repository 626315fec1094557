// Making and opening a register, and the few facts about it as a whole.
#include "desk/register/register.hpp"

#include "base/text.hpp"
#include "desk/register/sqlite/file.hpp"

namespace mingting {

Register::Register(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

Result<Register> Register::create(FileSystem& files, const RegisterOptions& options, const std::string& site) {
  if (trimmed(site).empty()) return fail(Trouble::Invalid, "请写明登记册属于哪个站点");
  auto impl = std::make_unique<Impl>(files, options);
  if (auto made = impl->create(site); !made) return fail(made.error());
  return open(files, options);
}

Result<Register> Register::open(FileSystem& files, const RegisterOptions& options) {
  auto impl = std::make_unique<Impl>(files, options);
  if (auto connected = impl->connect(); !connected) return fail(connected.error());
  return Register(std::move(impl));
}

Result<std::string> Register::calendar_text() {
  return impl_->look("读取登记册", [&]() -> Result<std::string> {
    auto row = impl_->query("SELECT value FROM meta WHERE name = 'calendar'");
    return row.next() ? row.text(0) : std::string();
  });
}

Result<void> Register::keep_calendar_text(const std::string& csv) {
  return impl_->change("保存放假安排", [&]() -> Result<void> {
    impl_->query("INSERT INTO meta (name, value) VALUES ('calendar', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .with(csv)
        .run();
    return {};
  });
}

Result<std::string> Register::site() {
  return impl_->look("读取登记册", [&]() -> Result<std::string> {
    auto row = impl_->query("SELECT value FROM meta WHERE name = 'site'");
    if (!row.next()) throw Damaged{"缺少登记册的名称"};
    return row.text(0);
  });
}

}  // namespace mingting
