#include "main/kiosk/assets.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <type_traits>

#include "base/log.hpp"
#include "base/text.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;

Result<toml::table> parse(FileSystem& files, const Path& path) {
  auto text = files.read(path, kMostBytes);
  if (!text) return fail(text.error().trouble, "读不了 {}：{}", path.string(), text.error());
  try {
    return toml::parse(*text, path.string());
  } catch (const toml::parse_error& error) {
    return fail(Trouble::Invalid, "{} 第 {} 行写得不对：{}", path.string(), error.source().begin.line, error.description());
  }
}

void flatten(const toml::table& table, const std::string& prefix, Words::Table& words) {
  for (const auto& [key, node] : table) {
    const auto name = prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str());
    if (const auto* inner = node.as_table()) flatten(*inner, name, words);
    else if (const auto* text = node.as_string()) words.emplace(name, text->get());
  }
}

Result<Words::Table> load_table(const Path& path) {
  auto table = parse(disk(), path);
  if (!table) return fail(table.error());
  Words::Table words;
  flatten(*table, "", words);
  return words;
}

constexpr std::array<std::string_view, 6> kDeviceKeys{"kiosk", "printer", "slip", "receipts", "keep_receipts", "watch"};

void warn_of_unknown_keys(const toml::table& table, const Path& path) {
  for (const auto& [key, node] : table) {
    if (std::find(kDeviceKeys.begin(), kDeviceKeys.end(), key.str()) != kDeviceKeys.end()) continue;
    spdlog::warn("{}: there is no such setting as {}", path.string(), key.str());
  }
}

/// A setting, when it is there and of the member's type.
template <class T>
Result<void> take(const toml::table& table, std::string_view key, const Path& path, T& member) {
  const auto* const node = table.get(key);
  if (node == nullptr) return {};
  const auto value = node->value_exact<T>();
  if (value) {
    member = *value;
    return {};
  }
  constexpr bool truth = std::is_same_v<T, bool>;
  return fail(Trouble::Invalid, "{} 第 {} 行的 {} 写得不对：{}", path.string(), node->source().begin.line, key,
              truth ? "请写 true 或 false，不加引号。" : "请写在英文双引号里。");
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
  if (!good_kiosk_name(device.kiosk)) {
    return fail(Trouble::Invalid, "{} 里的 kiosk = \"{}\" 不行：请用 1 到 4 个大写字母或数字。", path.string(),
                clean_input(device.kiosk, Lines::One, 40));
  }
  return device;
}

}  // namespace mingting
