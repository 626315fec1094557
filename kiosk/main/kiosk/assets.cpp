#include "main/kiosk/assets.hpp"

#include <toml++/toml.h>

#include <algorithm>

namespace mingting {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;

Result<toml::table> parse(FileSystem& files, const Path& path) {
  auto text = files.read(path, kMostBytes);
  if (!text) return fail(text.error());
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
  device.kiosk = (*table)["kiosk"].value_or(device.kiosk);
  device.printer = (*table)["printer"].value_or(device.printer);
  device.slip = (*table)["slip"].value_or(device.slip);
  device.receipts = (*table)["receipts"].value_or(device.receipts.string());
  device.keep_receipts = (*table)["keep_receipts"].value_or(device.keep_receipts);
  device.watch = (*table)["watch"].value_or(std::string());
  if (!good_kiosk_name(device.kiosk)) {
    return fail(Trouble::Invalid, "{} 里的 kiosk = \"{}\" 不行：请用 1 到 4 个大写字母或数字。", path.string(), device.kiosk);
  }
  return device;
}

}  // namespace mingting
