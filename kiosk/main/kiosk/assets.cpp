// The words and the device's settings read.
#include "main/kiosk/assets.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

#include "base/said/log.hpp"
#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "base/text/toml.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;

Result<std::string> text_of(FileSystem& files, const Path& path) {
  auto text = files.read(path, kMostBytes);
  if (!text) return fail(text.error().trouble, "device.unreadable", path.string(), text.error());
  return text;
}

Result<WordTable> load_table(const Path& path) {
  return text_of(disk(), path).and_then([&](const std::string& text) { return read_words(text, path.string()); });
}

Result<TomlValue> parse(FileSystem& files, const Path& path) {
  const auto text = text_of(files, path);
  if (!text) return fail(text.error());
  return read_toml(*text, path.string());
}

constexpr std::array<std::string_view, 6> kDeviceKeys{"kiosk", "printer", "slip", "receipts", "keep_receipts", "watch"};

void warn_of_unknown_keys(const TomlValue& table, const Path& path) {
  for (const auto& entry : table.entries) {
    if (std::find(kDeviceKeys.begin(), kDeviceKeys.end(), entry.key) != kDeviceKeys.end()) continue;
    spdlog::warn("{}: there is no such setting as {}", path.string(), entry.key);
  }
}

/// A setting, when it is there and of the member's type.
template <class T>
Result<void> take(const TomlValue& table, std::string_view key, const Path& path, T& member) {
  const auto* const entry = table.find(key);
  if (entry == nullptr) return {};
  constexpr bool truth = std::is_same_v<T, bool>;
  if (entry->value.kind != (truth ? TomlValue::Kind::Truth : TomlValue::Kind::Text)) {
    return fail(Trouble::Invalid, "device.bad-setting", path.string(), entry->line, key,
                remark(truth ? "device.truth" : "device.text"));
  }
  if constexpr (truth)
    member = entry->value.truth;
  else
    member = entry->value.text;
  return {};
}

bool good_kiosk_name(std::string_view name) {
  return !name.empty() && name.size() <= 4 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

}  // namespace

Result<Words> load_words(const Path& assets) {
  auto chinese = load_table(assets / "strings" / "zh.toml");
  if (!chinese) return fail(chinese.error());
  auto english = load_table(assets / "strings" / "en.toml");
  if (!english) return fail(english.error());
  return Words(std::move(*chinese), std::move(*english));
}

Result<Device> load_device(FileSystem& files, const Path& state) {
  Device device;
  device.receipts = state / "receipts";
  const auto path = state / "device.toml";
  if (!files.exists(path)) return device;
  auto table = parse(files, path);
  if (!table) return fail(table.error());
  warn_of_unknown_keys(*table, path);
  std::string receipts, watch;
  auto done = take(*table, "kiosk", path, device.kiosk)
                  .and_then([&] { return take(*table, "printer", path, device.printer); })
                  .and_then([&] { return take(*table, "slip", path, device.slip); })
                  .and_then([&] { return take(*table, "keep_receipts", path, device.keep_receipts); })
                  .and_then([&] { return take(*table, "receipts", path, receipts); })
                  .and_then([&] { return take(*table, "watch", path, watch); });
  if (!done) return fail(done.error());
  if (!receipts.empty()) device.receipts = state / receipts;
  if (!watch.empty()) device.watch = state / watch;
  if (table->find("kiosk") != nullptr && !good_kiosk_name(device.kiosk)) {
    return fail(Trouble::Invalid, "device.bad-kiosk-name", path.string(), clean_input(device.kiosk, Lines::One, 40));
  }
  return device;
}

}  // namespace mingting
