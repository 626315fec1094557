// Acknowledgements written as JSON and read back with mistrust.
#include "domain/exchange/acknowledgement.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "base/text/encoding.hpp"

namespace mingting {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kFormat = "mingting-acknowledged-v1";
constexpr std::size_t kKeyLength = 44, kHashDigits = 64;         // base64 of 32 bytes; their hex digits
constexpr std::uint64_t kMostPosition = std::uint64_t{1} << 53;  // so that every JSON reader sees the same

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<Acknowledged> entry_of(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  Acknowledged entry{.kiosk_key = text_of(json, "kiosk_key"), .position = 0, .hash = text_of(json, "hash")};
  const auto position = json.find("position");
  if (position == json.end() || !position->is_number_unsigned()) return std::nullopt;
  entry.position = position->get<std::uint64_t>();
  entry.forked = json.value("forked", Json(false)) == Json(true);
  const bool sound = entry.kiosk_key.size() == kKeyLength && is_lower_hex(entry.hash, kHashDigits) && entry.position > 0 &&
                     entry.position <= kMostPosition;
  return sound ? std::optional(std::move(entry)) : std::nullopt;
}

}  // namespace

std::string print_acknowledged(std::vector<Acknowledged> all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.kiosk_key < b.kiosk_key; });
  Json kiosks = Json::array();
  for (const auto& each : all) {
    kiosks.push_back({{"kiosk_key", each.kiosk_key}, {"position", each.position}, {"hash", each.hash}});
    if (each.forked) kiosks.back()["forked"] = true;
  }
  const Json json{{"format", kFormat}, {"kiosks", std::move(kiosks)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::vector<Acknowledged>> parse_acknowledged(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  const auto kiosks = json.is_object() ? json.find("kiosks") : json.end();
  if (!json.is_object() || text_of(json, "format") != kFormat || kiosks == json.end() || !kiosks->is_array()) {
    return fail(Trouble::Invalid, "acknowledgement.not-whole");
  }
  std::vector<Acknowledged> all;
  std::set<std::pair<std::string, std::string>> known;
  for (const auto& each : *kiosks) {
    auto entry = entry_of(each);
    if (!entry || !known.emplace(entry->kiosk_key, entry->hash).second) {
      return fail(Trouble::Invalid, "acknowledgement.faulty", all.size() + 1);
    }
    all.push_back(std::move(*entry));
  }
  return all;
}

}  // namespace mingting
